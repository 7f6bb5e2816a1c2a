# Geteilte Leitung: Aufgaben auf Zeit, Reihenfolgen, Fragen zu einer Person, Anwesenheit.

command-show-roles =
    { CMD("zeig aufgaben") } sagt, wer in dieser Gruppe was tut, seit wann, bis wann und durch welche Entscheidung, und welche Aufgaben niemand hat.
    .names = zeig aufgaben, zeige aufgaben, zeig rollen, aufgaben
command-show-role =
    { CMD("zeig aufgabe Moderation") } sagt, was eine Aufgabe ist und was nicht, und wer sie hat.
    .names = zeig aufgabe, zeige aufgabe, zeig rolle
command-propose-facilitator =
    { CMD("vorschlag moderation") } beginnt eine Wahl ohne Kandidaturen für jemanden, der moderiert.

    - Für eine Person: { CMD("vorschlag moderation Bo für 3 Monate") }. Ich frage Bo allein, und niemand muss sagen, warum nicht.
    - Auf Probe, für einen Monat: { CMD("vorschlag moderation Bo auf probe") }
    - Zur Auswahl: { CMD("vorschlag moderation | Ana | Bo | gereiht") }
    - Durch das Los: { CMD("vorschlag moderation durch los") }

    Die Zeit endet von selbst; vorher frage ich die Gruppe, wer als Nächstes kommt.
    .names = vorschlag moderation, vorschlagen moderation
command-propose-cofacilitator =
    { CMD("vorschlag co-moderation") } findet jemanden, der mit moderiert. Es geht wie { CMD("vorschlag moderation") }.
    .names = vorschlag co-moderation, vorschlag comoderation
command-propose-someone-for =
    { CMD("vorschlag jemand für Bücherei") } beginnt eine Wahl ohne Kandidaturen für jede Aufgabe. Für eine Person: { CMD("vorschlag jemand für Bücherei: Bo") }
    .names = vorschlag jemand für, vorschlag jemanden für, vorschlag jemand fuer
command-propose-delegate =
    { CMD("vorschlag delegierte Ana für Küche") } fragt die Gruppe, ob Ana die Untergruppe Küche vertritt. Jede Untergruppe hat eine Person.
    .names = vorschlag delegierte, vorschlag delegierter
command-propose-guest =
    { CMD("vorschlag gast Bo") } fragt die Gruppe, ob Bo Gast ist: jemand, der sprechen kann und keine Stimme hat. Bo wird vorher gehört, und die Abstimmung ist geheim. Wer selbst Gast sein will, schreibt { CMD("dran mitmachen Gast") }.
    .names = vorschlag gast
command-propose-role =
    { CMD("vorschlag aufgabe Bücherei: kümmert sich um die Bücher, 3 Monate") } schlägt eine eigene Aufgabe vor. Für zwei Personen: dahinter `| plätze 2`.
    .names = vorschlag aufgabe, vorschlagen aufgabe, vorschlag rolle
command-propose-without-role =
    { CMD("vorschlag ohne aufgabe Bücherei") } fragt, ob die Gruppe ohne diese Aufgabe auskommt.
    .names = vorschlag ohne aufgabe, vorschlag ohne rolle
command-propose-recall =
    { CMD("vorschlag abberufen Bo Moderation") } fragt, ob jemand eine Aufgabe vor der Zeit abgibt. Die Person wird vorher gehört, die Abstimmung ist geheim, und drei Viertel müssen Ja sagen, wenn eure Regeln nichts anderes sagen.
    .names = vorschlag abberufen, vorschlag abberufung
command-propose-about =
    { CMD("vorschlag zu Bo ...") } fragt die Gruppe etwas, das eine Person betrifft. Die Person wird vorher gehört, und die Abstimmung ist geheim.
    .names = vorschlag zu, vorschlag über
command-propose-spending =
    { CMD("vorschlag ausgabe 40 Euro für einen Beamer") } stellt der Gruppe eine Geldfrage, nach der Regel für Ausgaben.
    .names = vorschlag ausgabe, vorschlag ausgaben
command-propose-commitment =
    { CMD("vorschlag zusage Wir putzen am Sonntag den Saal") } fragt die Gruppe nach einer Zusage an andere, nach der Regel dafür.
    .names = vorschlag zusage
command-propose-rule-roll-call =
    { CMD("vorschlag regel nachfrage alle 12 Monate") } schlägt vor, dass ich einmal im Jahr alle frage, ob sie noch mitmachen. Wer in zwei Wochen nicht antwortet, bleibt Mitglied und wird bei Abstimmungen nicht mitgezählt, bis zu { CMD("noch da") } oder einer Stimme.
    .names = vorschlag regel nachfrage, vorschlag nachfrage
command-propose-rule-no-roll-call =
    { CMD("vorschlag regel keine nachfrage") } schlägt vor, dass ich niemanden mehr frage und alle mitzählen.
    .names = vorschlag regel keine nachfrage, vorschlag keine nachfrage
command-still-here =
    { CMD("noch da") } antwortet auf eine Nachfrage: Du machst mit und zählst bei Abstimmungen, die von jetzt an beginnen.
    .names = noch da, ich bin noch da, ich mache mit
command-say =
    Im Einzelchat mit mir ist { CMD("sag 1 ...") } das, was du sagst, bevor die Gruppe über eine Frage zu dir abstimmt. Es steht bei der Frage. Du kannst auch nichts sagen.
    .names = sag, sage
command-turn =
    { CMD("dran") } zeigt, wer gerade dran ist, wer als Nächstes und wer danach.

    - Mitmachen: { CMD("dran mitmachen Dienst") }
    - Übernehmen oder weitergeben: { CMD("dran übernehmen") }, { CMD("dran weitergeben") }
    - Mit jemandem tauschen: { CMD("dran tauschen Bo") }
    - Wenn du weg bist: { CMD("dran weg bis Freitag") }
    - Alles auf einmal abgeben: { CMD("dran pause") }
    - Aufhören: { CMD("dran aufhören") }

    Niemand fragt, warum.
    .names = dran, wer ist dran
command-turn-join =
    { CMD("dran mitmachen Dienst") } sagt, dass du dir einen Dienst mit anderen teilst. Ebenso { CMD("dran mitmachen Begrüßung") }, { CMD("dran mitmachen Zeitwache") } und { CMD("dran mitmachen Protokoll") }.
    .names = dran mitmachen, dran dabei
command-turn-take =
    { CMD("dran übernehmen") } übernimmt, wonach ich dich frage, oder sagt Ja zu einem Tausch.
    .names = dran übernehmen, dran uebernehmen
command-turn-pass =
    { CMD("dran weitergeben") } gibt weiter, was du übernehmen solltest. Dein Platz in der Reihe bleibt, und niemand fragt, warum.
    .names = dran weitergeben, dran passe
command-turn-swap =
    { CMD("dran tauschen Bo") } fragt Bo, ob ihr tauscht.
    .names = dran tauschen, dran tausche
command-turn-away =
    { CMD("dran weg bis Freitag") } gibt sofort alles weiter, bis du zurück bist.
    .names = dran weg
command-turn-rest =
    { CMD("dran pause") } gibt alles auf einmal ab, bis du { CMD("dran zurück") } schreibst. Niemand fragt, warum.
    .names = dran pause
command-turn-back =
    { CMD("dran zurück") } sagt, dass du wieder da bist.
    .names = dran zurück, dran zurueck
command-turn-stop =
    { CMD("dran aufhören") } gibt deine Aufgabe zurück. Bei mehreren: { CMD("dran aufhören Dienst") }. Niemand fragt, warum.
    .names = dran aufhören, dran aufhoeren

## Wörter, die man schreibt

word-for-term =
    .words = für, fuer
word-on-trial =
    .words = auf probe, zur probe
word-by-lot =
    .words = durch los, durch das los, per los

job-facilitator = Moderation
    .words = Moderation, Moderator, Moderatorin
job-cofacilitator = Co-Moderation
    .words = Co-Moderation, Comoderation
job-welcomer = Begrüßung
    .words = Begrüßung, Begruessung
job-duty = Dienst
    .words = Dienst
job-timekeeper = Zeitwache
    .words = Zeitwache, Zeit
job-notes = Protokoll
    .words = Protokoll
job-scrutineer = Nachzählung
    .words = Nachzählung, Nachzaehlung
job-guest = Gast
    .words = Gast, Gäste
job-delegate = Vertretung
    .words = Vertretung, Delegierte, Delegierter
delegate-for = Vertretung von { $group }

## Wer was tut

roles =
    Aufgaben sind auf Zeit, und niemand hat dadurch mehr zu sagen:

    { $roles }
roles-none = Hier hat noch niemand eine Aufgabe. Für eine Moderation: { CMD("vorschlag moderation") }. Um dir einen Dienst zu teilen: { CMD("dran mitmachen Dienst") }
role-line =
    {""}**{ $role }:** { $people }{ $turn ->
        [empty] { "" }
       *[set] {""}. Jetzt dran: { $turn }{ $until ->
            [empty] { "" }
           *[set] , bis { $until }
        }
    }
role-line-empty =
    {""}**{ $role }:** niemand. { $duty ->
        [yes] { CMD("dran mitmachen", $name) }
       *[no] { CMD("vorschlag jemand für", $name) }
    }
role-holder =
    { $person } (seit { $since }{ $until ->
        [empty] { "" }
       *[set] , bis { $until }
    }{ $trial ->
        [yes] , auf Probe
       *[no] { "" }
    }{ $decision ->
        [0] , freiwillig
       *[other] , durch #{ $decision }
    }{ $away ->
        [yes] , gerade weg
       *[no] { "" }
    })
role-shown =
    { $does }

    { $line }
role-days =
    { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    }
role-months =
    { $months ->
        [one] einen Monat
       *[other] { $months } Monate
    }
role-facilitator-does =
    {""}**Was die Moderation hier tut**

    - hilft der Gruppe, sich eigene Regeln zu geben, und erinnert uns daran
    - achtet darauf, dass alle drankommen
    - achtet auf die Zeit und bleibt mit uns nah am Thema
    - beantwortet Fragen von neuen Leuten oder findet jemanden, der das kann

    {""}**Was die Moderation nicht tut**

    - alles besser wissen, behandeln oder bestimmen
    - für die Gruppe entscheiden (sie hat eine Stimme wie alle)
    - die Probleme anderer lösen
    - es allein tragen: Es sind immer mindestens zwei

    { $term ->
        [empty] Die Aufgabe endet, wenn die Gruppe oder die Person es sagt.
       *[set] Die Aufgabe dauert { $term }.
    } Du kannst jederzeit aufhören und musst nicht sagen, warum: Schreib { CMD("dran pause") }. Ich gebe deine Aufgaben weiter.
role-does =
    { $does ->
        [empty] Die Gruppe hat noch nicht gesagt, was diese Aufgabe ist.
       *[set] { $does }
    }

    { $term ->
        [empty] { "" }
       *[set] Die Aufgabe dauert { $term }.
    }
role-does-built-in =
    { $does } { $term ->
        [empty] { "" }
       *[set] Die Aufgabe dauert { $term }.
    }
role-is-cofacilitator = Moderiert mit der Moderation zusammen, und wenn die Moderation nicht kann.
role-is-welcomer = Begrüßt neue Leute und zeigt ihnen, wie es hier geht.
role-is-duty = Achtet auf die, die um etwas bitten, damit alle eine Antwort von einem Menschen bekommen. Einmal dran heißt eine Woche.
role-is-timekeeper = Achtet in einem Treffen auf die Zeit.
role-is-notes = Schreibt auf, was ein Treffen vereinbart.
role-is-scrutineer = Zählt eine geheime Abstimmung nach.
role-is-guest = Kann eingeladen werden zu sprechen und hat keine Stimme.
role-is-delegate = Spricht für eine Untergruppe, wo die Gruppe durch Delegierte entscheidet.

## Jemanden finden

roles-which = Welche Aufgabe meinst du? Welche es gibt, zeigt { CMD("zeig aufgaben") }
roles-unknown = In dieser Gruppe gibt es keine Aufgabe „{ $name }“. Welche es gibt, zeigt { CMD("zeig aufgaben") }. Eine vorschlagen: { CMD("vorschlag aufgabe Bücherei: kümmert sich um die Bücher, 3 Monate") }
roles-without = Die Gruppe kommt nach ihrer Entscheidung ohne diese Aufgabe aus ({ $role }). Neu vorschlagen: { CMD("vorschlag aufgabe", $name, "...") }
roles-term-unclear = Für wie lange? Ich habe „{ $phrase }“ gelesen. Zum Beispiel: { CMD("vorschlag moderation Bo für 3 Monate") }.
roles-term-range = Eine Aufgabe dauert höchstens { $most }.
roles-one-way = Bitte wähle einen Weg: eine Person, mehrere Namen, oder das Los.
roles-who = Ich weiß nicht, wer „{ $name }“ in dieser Gruppe ist. Erwähne die Person bitte, oder schreib den Namen so, wie er angezeigt wird.
roles-guest = { $person } ist hier Gast. Gäste haben keine Stimme und keine Aufgabe.
roles-guest-how = Ein Gast hat keine Stimme, deshalb wird die Person vorher gehört: { CMD("vorschlag gast Bo") }
roles-guest-self = Selbst Gast sein: { CMD("dran mitmachen", $name) }
roles-guest-decided = Das hat die Gruppe in #{ $number } entschieden, also kann nur die Gruppe es ändern.
roles-name-missing = Wie heißt die Aufgabe? Zum Beispiel: { CMD("vorschlag aufgabe Bücherei: kümmert sich um die Bücher, 3 Monate") }
roles-name-long = Bitte nimm für den Namen höchstens { $most } Zeichen, ohne das Zeichen |.
roles-does-missing = Was tut diese Aufgabe? Zum Beispiel: { CMD("vorschlag aufgabe", $name, "kümmert sich um die Bücher, 3 Monate") }
roles-does-long = Das hat { $length } Zeichen, und ich kann { $most } nehmen. Sag es bitte kürzer.
roles-seats-range = Eine Aufgabe haben 1 bis { $most } Personen zugleich.
roles-not-own = „{ $name }“ ist keine Aufgabe, die eine Gruppe schafft oder weglässt.
delegate-for-whom = Für wen? Zum Beispiel: { CMD("vorschlag delegierte Ana für Küche") }

motion-appoint =
    { $person } übernimmt: { $role }{ $trial ->
        [yes] , auf Probe
       *[no] { "" }
    }{ $term ->
        [empty] { "" }
       *[set] , für { $term }
    }
motion-fill-role =
    Wer übernimmt { $role }{ $term ->
        [empty] { "" }
       *[set] , für { $term }
    }? { $people }
motion-role-by-lot =
    Das Los entscheidet: { $role }{ $term ->
        [empty] { "" }
       *[set] , für { $term }
    }
motion-add-role =
    Neue Aufgabe { $role }: { $words }. { $seats ->
        [one] Eine Person
       *[other] { $seats } Personen
    }, für { $term }
motion-drop-role = Ohne die Aufgabe { $role }

role-nominated =
    { $person } schlägt dich vor ({ $group ->
        [empty] in deiner Gruppe
       *[set] { $group }
    }, #{ $number }): { $role }. Wenn die Gruppe zustimmt, frage ich dich. Wenn du es jetzt schon weißt: { CMD("annehmen", $number) } oder { CMD("ablehnen", $number) }. Zum Ablehnen brauchst du keinen Grund.
role-willing =
    Danke. { $group ->
        [empty] Deine Gruppe
       *[set] { $group }
    } kann bei #{ $number } mit dir rechnen: { $role }. Sollte sich das ändern: { CMD("dran aufhören") }
role-declined = **#{ $number }** { $person } übernimmt es nicht ({ $role }) und braucht dafür keinen Grund.
role-ask =
    { $group ->
        [empty] Deine Gruppe
       *[set] { $group }
    } wünscht sich, dass du das übernimmst (#{ $number }): { $role }. Möchtest du? Bis { $due }: { CMD("annehmen", $number) } oder { CMD("ablehnen", $number) }. Zum Ablehnen brauchst du keinen Grund.
role-unanswered = **#{ $number }** { $person } hat nicht geantwortet, also hat durch diese Entscheidung niemand die Aufgabe: { $role }. Jemanden suchen: { CMD("vorschlag jemand für", $name) }
role-lot-few = **#{ $number }** Für ein Los sind es zu wenige: { $role }.
role-added =
    Die Gruppe hat eine neue Aufgabe: { $role }. { $duty ->
        [yes] Mitmachen: { CMD("dran mitmachen", $name) }
       *[no] Jemanden dafür finden: { CMD("vorschlag jemand für", $name) }
    }
role-taken =
    { $person } übernimmt: { $role }{ $trial ->
        [yes] , auf Probe
       *[no] { "" }
    }{ $until ->
        [empty] .
       *[set] , bis { $until }.
    } Danke.
role-guest = { $person } ist von jetzt an Gast: kann sprechen und zählt nicht bei Abstimmungen, die von jetzt an beginnen.
role-stopped = { $person } gibt das zurück: { $role }. Danke dafür.
role-guest-over = { $person } ist kein Gast mehr und zählt bei Abstimmungen, die von jetzt an beginnen.
role-recalled = { $person } hat diese Aufgabe nicht mehr: { $role }.
role-term-over =
    Die Zeit von { $person } ist um: { $role }. Danke. { $empty ->
        [yes] Jetzt tut es niemand. Jemanden finden: { CMD("vorschlag jemand für", $name) }
       *[no] { "" }
    }
role-term-ends =
    { $trial ->
        [yes] Die Probezeit von { $person } endet am { $until }: { $role }. Soll es weitergehen? { CMD("vorschlag jemand für", $name) }
       *[no] Die Zeit von { $person } endet am { $until }: { $role }. Wer kommt danach? { CMD("vorschlag jemand für", $name) }
    }
role-empty =
    Das tut gerade niemand: { $role }. { $duty ->
        [yes] Wer möchte? { CMD("dran mitmachen", $name) }
       *[no] Jemanden finden: { CMD("vorschlag jemand für", $name) }
    }
roles-one-admin = Nur { $person } kann die Einstellungen dieses Matrix-Raums noch ändern. Ohne diese Person könnte es niemand. Macht bitte in den Raumeinstellungen eurer App noch jemanden zum Admin.

## Wer dran ist

turn-offered =
    { $group ->
        [empty] Deine Gruppe
       *[set] { $group }
    } fragt, ob du dran bist: { $role }, { $begins ->
        [empty] ab jetzt
       *[set] ab { $begins }
    }{ $until ->
        [empty] , beim nächsten Treffen
       *[set] {" "}bis { $until }
    }. { CMD("dran übernehmen", $name) } oder { CMD("dran weitergeben", $name) }. Zum Weitergeben brauchst du keinen Grund.
turn-reminded =
    { $group ->
        [empty] Deine Gruppe
       *[set] { $group }
    } fragt noch, ob du dran bist: { $role }{ $begins ->
        [empty] { "" }
       *[set] , ab { $begins }
    }{ $until ->
        [empty] { "" }
       *[set] , bis { $until }
    }. { CMD("dran übernehmen", $name) } oder { CMD("dran weitergeben", $name) }. Wenn du nicht antworten kannst, frage ich morgen jemand anderen, und das ist in Ordnung.
turn-began =
    { $group ->
        [empty] In deiner Gruppe bist du dran
       *[set] { $group }: Du bist dran
    }: { $role }{ $until ->
        [empty] { "" }
       *[set] , bis { $until }
    }. Wenn du nicht kannst, gibt { CMD("dran weitergeben", $name) } es weiter.
turn-missing = Als Nächstes ist noch niemand dran: { $role }. Wer möchte? { CMD("dran übernehmen", $name) }
turn-load = In den letzten acht Wochen war { $person } bei mehr als der Hälfte aller Dienste dran. Das ist viel für eine Person. Wer macht mit? { CMD("dran mitmachen Dienst") }
turn-none = Hier wechselt sich noch niemand ab. Mitmachen: { CMD("dran mitmachen Dienst") }
turns =
    { $turns }
turn-line =
    {""}**{ $role }:** { $person ->
        [empty] { $meeting ->
            [yes] { "" }
           *[no] Gerade niemand.
        }
       *[set] { $taken ->
            [yes] { $person }{ $until ->
                [empty] { "" }
               *[set] , bis { $until }
            }.
           *[no] Ich habe { $person } gefragt.
        }
    } { $next ->
        [empty] { $duty ->
            [yes] Danach noch niemand: { CMD("dran mitmachen", $name) }
           *[no] Danach noch niemand.
        }
       *[set] Danach: { $next }.
    } { $after ->
        [empty] { "" }
       *[some] Dann: { $after }.
    }
turn-no-rota = Hier wechselt sich noch niemand ab: { $role }. Was es gibt, zeigt { CMD("dran") }
turn-by-decision = Wer das tut, entscheidet die Gruppe: { $role }. Sie fragen: { CMD("vorschlag jemand für", $name) }
turn-recalled = Die Gruppe hat entschieden, dass das jemand anderes tut: { $role }. Nur die Gruppe kann es ändern: { CMD("vorschlag jemand für", $name) }
turn-joined-already = Du bist schon dabei: { $role }.
turn-taken-on =
    { $person } ist dran: { $role }{ $begins ->
        [empty] { "" }
       *[set] , ab { $begins }
    }{ $until ->
        [empty] , beim nächsten Treffen.
       *[set] {""}, bis { $until }.
    }
turn-passed =
    Das ist in Ordnung. { $roles }
turn-passed-swap = Das ist in Ordnung. Es bleibt, wie es ist.
turn-handed =
    { $person ->
        [empty] { $role }: gerade niemand.
       *[set] { $role }: Jetzt ist { $person } gefragt.
    }
turn-swap-asked = Ich habe { $person } gefragt. Bis zu einem Ja bleibt es, wie es ist.
turn-swap-ask =
    { $person } möchte mit dir tauschen ({ $group ->
        [empty] in deiner Gruppe
       *[set] { $group }
    }): { $role }{ $begins ->
        [empty] , ab jetzt
       *[set] , ab { $begins }
    }{ $until ->
        [empty] { "" }
       *[set] , bis { $until }
    }{ $yours ->
        [yes] , gegen deine Zeit
       *[no] { "" }
    }. { CMD("dran übernehmen", $name) } oder { CMD("dran weitergeben", $name) }. Zum Nein brauchst du keinen Grund.
turn-swap-no = { $person } kann diesmal nicht mit dir tauschen: { $role }. Stattdessen weitergeben: { CMD("dran weitergeben", $name) }
turn-swapped = { $person } und { $other } haben getauscht: { $role }.
turn-swap-self = Zum Tauschen nenne jemand anderen: { CMD("dran tauschen Bo") }
turn-no-swap = Gerade möchte niemand mit dir tauschen.
turn-away =
    { $until ->
        [empty] Nimm dir die Zeit, die du brauchst. Ich frage dich nach nichts, bis du { CMD("dran zurück") } schreibst.
       *[set] Ich frage dich nach nichts bis { $until }. Wenn du früher zurück bist: { CMD("dran zurück") }
    }

    { $roles }
turn-no-backup = Dafür ist gerade niemand da: { $role }. Wer kann einspringen? Wer dran ist, zeigt { CMD("dran") }
turn-away-unclear =
    Bis wann? Ich habe „{ $phrase }“ gelesen. { $why ->
        [empty] { "" }
       *[set] { $why }{ " " }
    }{ $choices ->
        [empty] Zum Beispiel: { CMD("dran weg bis Freitag") }
       *[some] Du könntest schreiben:
    }

    { $choices }
turn-away-past = „{ $phrase }“ ist schon vorbei. Bis wann bist du weg? Zum Beispiel: { CMD("dran weg bis Freitag") }
turn-back = Willkommen zurück. Ich frage dich wieder.
turn-not-away = Ich wusste nicht, dass du weg warst. Wer dran ist, zeigt { CMD("dran") }
turn-nothing-mine = Du hast hier keine Aufgabe, die du zurückgeben könntest. Wer was tut, zeigt { CMD("zeig aufgaben") }
turn-not-mine = Das ist nicht deine Aufgabe: { $role }. Wer was tut, zeigt { CMD("zeig aufgaben") }
turn-which = Was meinst du? { $choices }
turn-none-asked = Ich frage dich gerade nach nichts. Wer dran ist, zeigt { CMD("dran") }
turn-none-mine = Du bist gerade nicht dran. Wer dran ist, zeigt { CMD("dran") }
turn-noted =
    Gut. Ich habe es { $group ->
        [empty] deiner Gruppe
       *[set] der Gruppe „{ $group }“
    } gesagt.
turn-not-yours = Hier bist du gerade nicht dran. Wer dran ist, zeigt { CMD("dran") }
turn-taken =
    Das hat schon jemand übernommen{ $until ->
        [empty] .
       *[set] , bis { $until }.
    } Wenn es weitergeht, frage ich wieder.
turn-yours-already =
    Du bist schon dran{ $until ->
        [empty] .
       *[set] , bis { $until }.
    } Danke.
accept-nothing = In #{ $number } wirst du gerade nicht gefragt. Was es ist, zeigt { CMD("zeig", $number) }
take-nothing = #{ $number } kann niemand übernehmen. Was es ist, zeigt { CMD("zeig", $number) }

## Fragen zu einer Person

motion-recall = { $person } hat diese Aufgabe nicht mehr: { $role }
motion-make-guest = { $person } ist Gast, kann sprechen und hat keine Stimme
motion-about-person = Zu { $person }: { $words ->
        [empty] (der Text wurde entfernt)
       *[set] { $words }
    }
motion-spending = Ausgabe: { $words ->
        [empty] (der Text wurde entfernt)
       *[set] { $words }
    }
motion-commitment = Zusage an andere: { $words ->
        [empty] (der Text wurde entfernt)
       *[set] { $words }
    }
recall-which = { $person } hat mehrere Aufgaben: { $roles }. Nenn bitte eine: { CMD("vorschlag abberufen Bo Moderation") }
recall-nothing = { $person } hat diese Aufgabe hier nicht. Wer was tut, zeigt { CMD("zeig aufgaben") }
recall-self = Du kannst es selbst zurückgeben, und niemand fragt, warum ({ $role }): { CMD("dran aufhören", $name) }
about-what = Was ist die Frage zu { $person }? Zum Beispiel: { CMD("vorschlag zu Bo ...") }
hearing-none = Keine Frage zu dir wartet auf deine Worte.
hearing-needs-charter = Über Fragen zu einer Person stimmt die Gruppe erst ab, wenn sie sich ihre Vereinbarung gegeben hat.
hearing-ask =
    { $person } möchte etwas über dich fragen ({ $group ->
        [empty] deine Gruppe
       *[set] { $group }
    }):

    { $about }

    Die Gruppe ist noch nicht gefragt. Wenn du etwas sagen willst, zeige ich es bei der Frage, in deinen eigenen Worten: { CMD("sag", $number, "...") }. Du hast Zeit bis { $due }, und du kannst auch nichts sagen. Die Abstimmung ist geheim.
hearing-begun = Das ist notiert als #{ $number }. Die Person wird vorher gehört, deshalb beginnt die Abstimmung spätestens { $due }.
hearing-over = #{ $number } wartet nicht mehr auf Worte. Was es ist, zeigt { CMD("zeig", $number) }
hearing-not-yours = #{ $number } wartet auf die Worte von jemand anderem.
hearing-in-direct = Schreib mir das bitte in einem Einzelchat. Ich zeige es der Gruppe bei der Frage.
hearing-words-missing = Was möchtest du sagen? { CMD("sag", $number, "...") }
hearing-too-long = Das hat { $length } Zeichen, und ich kann { $most } nehmen. Sag es bitte kürzer.
hearing-said =
    Das zeige ich bei #{ $number }, wenn die Abstimmung { $due } beginnt: „{ $words }“\
    Stattdessen etwas anderes sagen: { CMD("sag", $number, "...") }
hearing-passed = Das ist in Ordnung. Die Abstimmung über #{ $number } beginnt jetzt.
hearing-answer =
    { $words ->
        [empty] {""}**#{ $number }** Die folgende Frage betrifft { $person }. Die Person wurde gehört und sagt nichts dazu. Das heißt weder Ja noch Nein.
       *[set] {""}**#{ $number }** Die folgende Frage betrifft { $person }. Die Person wurde gehört und sagt: „{ $words }“
    }
hearing-line = #{ $number } Wartet, bis die Person gehört ist, oder bis { $due }: { $about }
hearing-shown =
    #{ $number }: { $about ->
        [empty] Eine Frage zu einer Person, die vorher gehört wird.
       *[set] „{ $about }“
    } { $due ->
        [empty] Sie ist zu Ende.
       *[set] Die Abstimmung beginnt spätestens { $due }.
    }

    { $history }
hearing-stopped = #{ $number } wurde zurückgenommen. Die Gruppe wird nicht gefragt.

## Nachfragen, wer noch mitmacht

motion-roll-call =
    { $months ->
        [0] Ich frage niemanden mehr, ob er noch mitmacht
       *[other] Alle { $months } Monate frage ich alle, ob sie bei Abstimmungen noch mitmachen
    }
roll-call = Machst du noch mit? Ich frage alle, damit bei Abstimmungen die zählen, die da sind. Schreib bitte { CMD("noch da") } bis { $due }, oder stimm über etwas ab. Wer nicht antwortet, bleibt Mitglied und kann jederzeit wieder mitzählen.
roll-call-alone =
    { $group ->
        [empty] Deine Gruppe
       *[set] { $group }
    } fragt alle, ob sie bei Abstimmungen noch mitmachen. Wenn ja, schreib { CMD("noch da") } bis { $due }. Mitglied bleibst du so oder so.
roll-call-over =
    { $silent ->
        [0] Alle haben geantwortet: { $counted } Mitglieder zählen bei Abstimmungen.
       *[other] { $counted } Mitglieder zählen bei Abstimmungen, die von jetzt an beginnen. Ohne Antwort: { $silent }. Sie sind Mitglieder wie zuvor, und mit { CMD("noch da") } zählen sie jederzeit wieder.
    }
roll-call-back = Willkommen zurück. Du zählst bei Abstimmungen, die von jetzt an beginnen.
roll-call-noted = Danke. Du zählst bei Abstimmungen.
roll-call-none = Diese Gruppe fragt niemanden, ob er noch mitmacht: Alle zählen. Vorschlagen: { CMD("vorschlag regel nachfrage alle 12 Monate") }
roll-call-range = Bitte wähle zwischen { $least } und { $most } Monaten.

## Die Aufzeichnung

record-role-taken =
    { $seq }. { $at }: { $person } hat das übernommen: { $role }{ $until ->
        [empty] { "" }
       *[set] , bis { $until }
    }{ $how ->
        [decision] , durch die Entscheidung #{ $number }.
       *[own-wish] , aus eigenem Wunsch.
    }
record-role-ended =
    { $seq }. { $at }: { $person } hat das nicht mehr: { $role } { $how ->
        [term] (die Zeit war um).
        [stopped] (zurückgegeben).
        [left] (nicht mehr in der Gruppe).
        [recalled] (durch die Entscheidung #{ $number }).
        [dropped] (die Gruppe kommt ohne aus, durch #{ $number }).
        [guest] (ist jetzt Gast).
       *[replaced] (jemand anderes tut es, durch #{ $number }).
    }
record-heard =
    { $seq }. { $at }: { $person } wurde zu #{ $number } gehört{ $said ->
        [known] {" "}und sagte: „{ $answer }“
        [erased] . Das Gesagte wurde entfernt.
       *[nothing] {" "}und sagte nichts.
    }
record-roll-call = { $seq }. { $at }: { $asked } Mitglieder wurden gefragt, ob sie noch mitmachen.
record-roll-call-over = { $seq }. { $at }: Nach der Nachfrage zählen { $counted } Mitglieder bei Abstimmungen; { $silent } haben nicht geantwortet.
