# Wie eine Auszählung zustande kam, Schritt für Schritt. Je ein Satz; sie stehen hintereinander.

count-one = { $option }: { $votes }
count-nothing = Niemand hat für etwas gestimmt, also gibt es kein Ergebnis.

## Ja und Nein

count-answers = Ja sagten { $yes }, nein sagten { $no }, enthalten haben sich { $abstain }.
count-base = { $base ->
    [voters] Gerechnet wird von allen, die mitgemacht haben: { $people }.
    [present] Gerechnet wird von allen, die da sind: { $people }.
    [eligible] Gerechnet wird von allen, die abstimmen dürfen: { $people }.
    [eligible-less-abstentions] Gerechnet wird von allen, die abstimmen dürfen, ohne die Enthaltungen: { $people }.
   *[votes] Gerechnet wird von denen, die ja oder nein sagten: { $people }.
}
count-needed = Nötig: { $needed }-mal Ja.
count-least-yes = Es braucht mindestens { $least }-mal Ja, und mehr Ja als Nein.
count-passed = Das reicht.
count-not-passed = { $short ->
    [one] 1 Ja hat gefehlt.
   *[other] { $short } Ja haben gefehlt.
}
count-quorum-reached = Mitgemacht haben { $turnout }; damit eine Entscheidung gilt, mussten es { $needed } sein.
count-quorum-missed = Mitgemacht haben { $turnout }; damit eine Entscheidung gilt, hätten es { $needed } sein müssen.
count-no-quorum = Also ist nichts entschieden, weder dafür noch dagegen.
count-vetoes = { $vetoes ->
    [one] 1 Veto steht dagegen.
   *[other] { $vetoes } Vetos stehen dagegen.
}
count-vetoes-without-reason = { $vetoes ->
    [one] 1 Veto kam ohne Grund und zählt nicht.
   *[other] { $vetoes } Vetos kamen ohne Grund und zählen nicht.
}

## Konsent, Konsens, Schweigen

count-consents = Konsent gaben { $consents }, beiseite standen { $asides }, einen Einwand hatten { $objections }.
count-consent = Niemand hat einen Einwand, also besteht Konsent.
count-objections = { $objections ->
    [one] 1 Einwand ist offen. Er zählt nicht gegen die anderen; er zeigt, was besser werden kann.
   *[other] { $objections } Einwände sind offen. Sie zählen nicht gegen die anderen; sie zeigen, was besser werden kann.
}
count-reason-missing = Ein Grund fehlt, also fragt bitte danach.
count-waiting = { $missing ->
    [one] 1 Person hat noch nicht geantwortet, und Schweigen ist kein Konsent.
   *[other] { $missing } Leute haben noch nicht geantwortet, und Schweigen ist kein Konsent.
}
count-nobody-consented = Niemand hat Konsent gegeben, also ist nichts angenommen.
count-consensus-answers = Einverstanden waren { $agreed }, mit Bedenken { $reservations }, beiseite standen { $asides }, blockiert haben { $blocks }.
count-consensus = Also besteht Konsens.
count-blocks = { $most ->
    [0] { $blocks ->
        [one] 1 Block hält es auf.
       *[other] { $blocks } Blocks halten es auf.
    }
   *[other] { $blocks } Blocks halten es auf; diese Gruppe lässt höchstens { $most } zu.
}
count-too-many-aside = Beiseite standen { $asides }, höchstens { $most } dürfen es sein. Die Gruppe steht noch nicht dahinter, also sprecht bitte noch einmal darüber.
count-nobody-agreed = Niemand war einverstanden, also ist nichts angenommen.
count-notice = { $hours ->
    [one] Für einen Einwand war 1 Stunde Zeit.
   *[other] Für einen Einwand waren { $hours } Stunden Zeit.
}
count-nobody-objected = Niemand hatte einen Einwand, also ist es vereinbart.
count-lazy-objections = { $objections ->
    [one] 1 Einwand kam, also sprecht bitte darüber oder stimmt ab.
   *[other] { $objections } Einwände kamen, also sprecht bitte darüber oder stimmt ab.
}

## Stimmen und Punkte

count-standing = { $votes ->
    [one] 1 Stimme. { $options }.
   *[other] { $votes } Stimmen. { $options }.
}
count-half = Das ist mehr als die Hälfte der Stimmen.
count-no-half = Mehr als die Hälfte der Stimmen hat niemand.
count-approvals = { $voters ->
    [one] 1 Person hat abgestimmt. { $options }.
   *[other] { $voters } Leute haben abgestimmt, jede und jeder für so viele Möglichkeiten wie gewünscht. { $options }.
}
count-points = Punkte insgesamt: { $options }.
count-means = Punkte im Durchschnitt: { $options }.
count-few-scores = Nur { $scored } von { $voters } Leuten haben { $option } überhaupt Punkte gegeben.
count-dots = Jede und jeder hatte { $dots } Punkte zu verteilen. { $options }.
count-dots-rejected = Ein Stimmzettel lässt sich nicht zählen: Alle haben { $dots } Punkte, und höchstens { $most } dürfen an eine Möglichkeit gehen. Ein Ergebnis gibt es erst, wenn jemand nachgesehen hat.
count-runoff = Von diesen beiden ziehen die Leute vor: { $options }.

## Paare

count-duels = { $option } gegen die anderen, je für sich: { $duels }.
count-duel = { $won } zu { $lost } gegen { $option }
count-unbeaten = { $options } wird von nichts anderem geschlagen.
count-above-default = Um zu gewinnen, muss eine Möglichkeit von mindestens { $needed } lieber gewollt sein als { $default }, und von mehr Leuten als umgekehrt.
count-below-quorum = Weniger als { $needed } wollen das lieber als { $default }: { $options }.
count-below-default = Nicht von mehr Leuten lieber gewollt als { $default }: { $options }.
count-default-wins = { $default } gewinnt: Nichts anderes war genug Leuten lieber, oder es wurde geschlagen.

## Runden

count-round = Runde { $number }: { $options }.
count-dropped = { $option } liegt hinten und scheidet aus; diese Stimmen gehen an das, was auf jedem Stimmzettel als Nächstes kommt.
count-exhausted = { $votes } Stimmen nennen nichts mehr, das noch dabei ist, und zählen nicht weiter.
count-over-half = { $option } hat mehr als die Hälfte der Stimmen, die noch zählen.
count-quota = { $votes } Stimmen für { $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}: Wer { $quota } hat, ist gewählt.
count-quota-meek = { $votes } Stimmen für { $seats ->
    [one] 1 Platz
   *[other] { $seats } Plätze
}: Wer { $first } hat, ist zunächst gewählt; die Zahl sinkt, wenn Stimmen ausgehen.
count-reached-quota = Gewählt: { $options }.
count-surplus = { $option } hat { $surplus } Stimmen mehr als nötig. Dieser Teil jedes dieser Stimmzettel geht an das, was als Nächstes kommt.
count-last-seats = Es sind so viele übrig wie Plätze, also sind auch gewählt: { $options }.
count-two-thirds = Nötig sind zwei Drittel: { $needed } Stimmen.
count-withdrawn = Zu wenige Stimmen, um weiterzumachen: { $options }.
count-goes-on = { $ballot ->
    [4] Noch hat niemand genug. Weiter dabei: { $options }. Die Versammlung entscheidet nun, ob sie noch einmal abstimmt oder lost.
    [5] Niemand hat genug. Gelost wird unter { $options }.
   *[other] Noch hat niemand genug. Im nächsten Wahlgang sind: { $options }.
}

## Wer gewinnt, und Gleichstand

count-winners = { $options ->
    [empty] Niemand hat einen Platz gewonnen.
   *[other] Ergebnis: { $options }.
}
count-tie = Gleichstand zwischen { $options }.
count-tie-inside = Ein Gleichstand unterwegs entscheidet hier. Je nachdem, was ausscheidet, gewinnt eines davon: { $options }.
count-sure = { $options ->
    [empty] Noch ist kein Platz sicher.
   *[other] Sicher gewählt: { $options }.
}
count-tie-last-seat = { $left ->
    [one] 1 Platz ist übrig, und dafür steht es gleich zwischen { $options }.
   *[other] { $left } Plätze sind übrig, und dafür steht es gleich zwischen { $options }.
}
count-tie-too-many = Es gibt zu viele Gleichstände, um jedem bis zum Ende zu folgen; darum heißt alles, was noch dabei ist, gleichauf.
