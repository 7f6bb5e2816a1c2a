# Was der Bot sagt, in Markdown. Wörter von Befehlen sind Attribute: `names` eines Befehls, `words` einer Angabe oder Antwort.

language-en = Englisch
    .words = englisch, english, en
language-de = Deutsch
    .words = deutsch, german, de

## Befehle: der Wert ist die Hilfe zum Befehl

command-help =
    { CMD("hilfe") } zeigt, was ich kann. { CMD("hilfe vorschlagen") } erzählt mehr über einen Befehl.
    .names = hilfe, befehle
command-about =
    { CMD("über") } sagt, was ich bin, was ich speichere und was ich lesen kann.
    .names = über, info, ueber
command-propose =
    { CMD("vorschlagen Treffen wir uns dienstags?") } fragt die Gruppe. Wer im Raum ist, wenn die Umfrage erscheint, hat eine Stimme.

    - Eine Frage ist 72 Stunden offen. Willst du das Ende selbst bestimmen, dann häng es an: { CMD("vorschlagen Treffen wir uns dienstags? bis Freitag 20:00") }. Weniger als 72 Stunden? Dann muss mehr als die Hälfte aller Mitglieder Ja sagen.
    - Sie ist angenommen, wenn mindestens die Hälfte der Mitglieder teilnimmt und mehr Ja als Nein sagen. Schweigen ist nie ein Ja.
    - Schreib `im Konsent` ans Ende, dann ist sie angenommen, wenn niemand einen Einwand hat. Das bleibt 7 Tage offen. Mit `braucht 2/3` wird sie strenger.
    - Etwas auswählen: { CMD("vorschlagen Welcher Tag? | Dienstag | Donnerstag | Samstag") }. Mit `| gereiht` bringen alle die Möglichkeiten in ihre Reihenfolge.
    - Mit `| verdeckt` kommen die Stimmen in einem Einzelchat zu mir. Mit `| geheim` sieht niemand in der Gruppe je, wer wie gestimmt hat.

    Zurücknehmen kannst du sie mit { CMD("zurückziehen") } und ihrer Nummer.
    .names = vorschlagen, vorschlag, schlage vor
command-vote =
    Tipp in der Umfrage auf eine Antwort, antworte auf sie mit `ja`, `nein` oder `Enthaltung`, oder schreib { CMD("stimme 1 ja") }. Es ist dieselbe Stimme.

    - Mit Begründung: { CMD("stimme 1 ja weil es in der Nähe ist") }
    - Du willst deine Stimme ändern? Stimm noch einmal ab. Deine letzte Stimme zählt.
    - Zurücknehmen: { CMD("stimme 1 nichts") }
    .names = stimme, abstimmen, stimmen
command-count =
    Antworte { CMD("zähle bis Freitag 20:00") } auf eine Umfrage, die ein Mitglied in seiner App gemacht hat: Dann wird sie zu einer Entscheidung der Gruppe, mit den Antworten, die es schon gibt.
    .names = zähle, zählen, zaehle
command-who =
    { CMD("wer 1") } sagt, wer abgestimmt hat und wer nicht, nie wie.
    .names = wer, wer hat abgestimmt
command-change =
    { CMD("ändern 1") } und eine neue Frage macht aus deinem Vorschlag eine neue Fassung: Alle Stimmen verfallen, und die Zeit beginnt von vorn. { CMD("ändern 1 bis Sonntag") } lässt ihn länger offen.
    .names = ändern, ändere, aendern
command-not-everyday =
    Antworte { CMD("nicht alltäglich") } auf eine Frage, die zu wichtig ist, um nebenbei entschieden zu werden. Dann geht sie im Konsent weiter und ist 7 Tage offen.
    .names = nicht alltäglich, nicht alltaeglich, keine alltagsfrage
command-now =
    { CMD("jetzt") } zeigt, welche Abstimmungen offen sind und ob du abgestimmt hast.
    .names = jetzt
command-show =
    { CMD("zeig 1") } sagt, was Nummer 1 ist und wie es ausging. { CMD("zeig aufzeichnung") } zeigt, was die Gruppe entschieden hat.
    .names = zeig, zeige, zeigen
command-stop =
    { CMD("zurückziehen 1") } nimmt einen eigenen Vorschlag zurück oder beendet eine Erinnerung.
    .names = zurückziehen, zurueckziehen, zurücknehmen, stopp
command-me =
    { CMD("ich") } zeigt, was du für dich eingestellt hast: { CMD("ich sprache deutsch") }, { CMD("ich zone Berlin") }, { CMD("ich bestätigung worte") }.
    .names = ich
command-me-language =
    { CMD("ich sprache deutsch") } bestimmt die Sprache, in der ich dir allein schreibe.
    .names = ich sprache, meine sprache
command-me-zone =
    { CMD("ich zone Berlin") } bestimmt deine Zeitzone: Wenn du eine Uhrzeit schreibst, lese ich sie dort.
    .names = ich zone, ich zeitzone, meine zeitzone
command-me-receipts =
    { CMD("ich bestätigung worte") }: Wenn deine Stimme gezählt ist, antworte ich in Worten statt mit einem Zeichen. { CMD("ich bestätigung zeichen") } stellt es zurück.
    .names = ich bestätigung, ich bestaetigung
command-group =
    In einem Einzelchat sagt { CMD("gruppe") } mit einem Namen, um welche deiner Gruppen es in den nächsten Befehlen geht.
    .names = gruppe

## Wörter für Stimmen und Angaben

ballot-yes = ja
    .words = ja, j, jo, jep, dafür, dafuer
ballot-no = nein
    .words = nein, nee, nö, dagegen
ballot-abstain = enthaltung
    .words = enthaltung, enthalte mich, ich enthalte mich, enthalten
ballot-consent = einverstanden
    .words = einverstanden, ich bin einverstanden, konsent, kein einwand, keine einwände, ja, j
ballot-stand_aside = beiseite
    .words = ich trete beiseite, trete beiseite, beiseite, beiseitetreten, beiseite treten, ich stehe beiseite
ballot-object = einwand
    .words = einwand, ich habe einen einwand, schwerer einwand, nein
ballot-nothing = nichts
    .words = nichts, zurück, zurueck, zurückziehen, zurücknehmen, keine
word-until =
    .words = bis zum, bis
word-because =
    .words = weil, denn
    .kept = weil
word-in-consent =
    .words = im konsent, per konsent
word-ranked =
    .words = gereiht, in reihenfolge
word-hidden =
    .words = verdeckt
word-needs =
    .words = braucht, benötigt
word-seats =
    .words = wähle, wählt, plätze
share-2-3 =
    .words = zwei drittel
share-3-4 =
    .words = drei viertel
share-1-1 =
    .words = alle, einstimmigkeit
word-receipts-words =
    .words = worte, worten, wörter, in worten
word-receipts-marks =
    .words = zeichen, haken

option-yes = Ja
option-no = Nein
option-abstain = Enthaltung
option-consent = Einverstanden
option-stand_aside = Ich trete beiseite
option-object = Einwand

way-yes = { CMD("stimme", $number, "ja") }
way-no = { CMD("stimme", $number, "nein") }
way-abstain = { CMD("stimme", $number, "Enthaltung") }
way-consent = { CMD("stimme", $number, "einverstanden") }
way-stand_aside = { CMD("stimme", $number, "beiseite") }
way-object = { CMD("stimme", $number, "Einwand weil ...") }
way-choice = { CMD("stimme", $number, "a") }
way-choices = { CMD("stimme", $number, "a, b") }
way-ranking = { CMD("stimme", $number, "b > a") }
way-scores = { CMD("stimme", $number, "a 5, b 2") }

## Hilfe, und was der Bot ist

help =
    Ich helfe dieser Gruppe, zu entscheiden, sich zu treffen und sich zu erinnern. Was ich bin: { CMD("über") }. Das kannst du tun:

    { $situations }

    Mehr über einen Befehl: { CMD("hilfe vorschlagen") }
help-decide = **Die Gruppe etwas fragen:** { CMD("vorschlagen Treffen wir uns dienstags?") } Dann stimmt ab: tippt in die Umfrage, antwortet mit `ja`, `nein` oder `Enthaltung`, oder schreibt { CMD("stimme 1 ja") }
help-agree = **Wie wir miteinander umgehen, entscheiden und uns die Arbeit teilen:** { CMD("zeig leitlinien") }, { CMD("zeig regeln") }, { CMD("zeig aufgaben") }
help-meet = **Sich treffen:** { CMD("treffen Dienstag 19:00") }. Wann ist das nächste? { CMD("nächstes treffen") }
help-remind = **Erinnert werden:** { CMD("erinnere mich morgen 9:00 an die Praxis") }, oder wir alle: { CMD("erinnere uns morgen 9:00 an den Kuchen") }
help-ask = **Ich brauche eine Antwort, jemanden, der mir schreibt, oder jetzt Hilfe:** { CMD("frage") }, { CMD("person") }, { CMD("dringend") }
help-look = **Was auf mich wartet, was wir entschieden haben, meine Einstellungen:** { CMD("jetzt") }, { CMD("zeig aufzeichnung") }, { CMD("ich") }
help-unknown = Ich habe keinen Befehl, der „{ $words }“ heißt. Schreib { CMD("hilfe") }, dann siehst du, was es gibt.

about =
    Ich bin Folkmoot, ein Programm. Ich zähle Stimmen, achte auf die Zeit und merke mir, was die Gruppe entscheidet. Ich bestimme nichts: Jede Entscheidung treffen die Mitglieder, und jedes Mitglied hat eine Stimme. Wer mich betreibt, wer diesen Raum verwaltet und wer moderiert, hat keinen Befehl, der daran etwas ändert.

    {""}**Was ich speichere:** Vorschläge, Stimmen, Ergebnisse und die Begründungen dazu; Erinnerungen, um die ihr bittet; wer Mitglied ist; wer begrüßt wurde; Anfragen, und ihre Worte noch eine Weile, nachdem sie geschlossen sind; deine Sprache und Zeitzone. Was ihr einander sagt, speichere ich nicht.

    {""}**Was ich lesen kann:** Ich bin in diesem Raum und kann ihn deshalb entschlüsseln. Wer mich betreibt, könnte mitlesen und würde damit sein Versprechen brechen. Alte Schlüssel werfe ich nach { $days } Tagen weg. Ihr könnt mich auch in einem Nebenraum halten. Matrix verschlüsselt Reaktionen nicht; in einem verschlüsselten Raum zähle ich sie deshalb nur als Stimmen, wenn die Gruppe das will.

    {""}**Was ich nicht kann:** verhindern, dass jemand mit Verwaltungsrechten in diesem Matrix-Raum Menschen oder mich entfernt.

    { $crisis }
introduction =
    Hallo, ich bin Folkmoot. Ich helfe euch, gemeinsam zu entscheiden: Ich zähle, achte auf die Zeit und merke mir, was ihr beschließt. Ich bestimme nie.

    - So vereinbart ihr, wie ihr arbeiten möchtet: { CMD("start") }
    - So fragt ihr die Gruppe etwas: { CMD("vorschlagen Treffen wir uns dienstags?") }
    - Was ich sonst kann: { CMD("hilfe") }
introduction-direct =
    Hallo, ich bin Folkmoot. Hier kannst du Befehle ohne ein Zeichen davor schreiben, zum Beispiel { CMD("jetzt") } oder { CMD("hilfe") }. Ich bin ein Programm und kann sonst nichts verstehen.{ $encrypted ->
        [no] {" "}Dieser Chat ist nicht verschlüsselt: Wer den Server betreibt, könnte mitlesen.
       *[yes] {""}
    }
declined = Ich komme nur in Räume, wenn mich jemand einlädt, den mein Betreiber kennt. Bitte frag die Person, die mich betreibt.
moved-on = Diese Gruppe macht in ihrem neuen Raum weiter, und ich auch.
declined-direct =
    Ich chatte nur mit Mitgliedern einer Gruppe, in der ich bin, und mit Leuten von Servern, die mein Betreiber kennt. Wenn jemandem etwas passieren könnte, ruf jetzt { $emergency ->
        [empty] deine örtliche Notrufnummer
       *[set] { $emergency }
    } an.

## Was nicht verstanden wurde oder nicht geht

unknown-command = „{ $words }“ kenne ich nicht. Meinst du { $nearest }?
unknown-command-far = „{ $words }“ kenne ich nicht. Schreib { CMD("hilfe") }, dann siehst du, was ich kann.
crashed = In mir ist etwas schiefgegangen, und es hat sich nichts geändert. Bitte sag der Person, die mich betreibt, dieses Wort: { $id }
words-missing = Nach { $command } fehlt noch etwas. Wie es geht, siehst du mit { $help }
words-too-many = { $command } verstehe ich, aber „{ $words }“ dahinter nicht. Wie es geht, siehst du mit { $help }
right-member = Das können nur Mitglieder dieser Gruppe.
number-unknown = In dieser Gruppe gibt es keine #{ $number }. Schreib { CMD("jetzt") }, dann siehst du, was offen ist.
number-nothing-open = Gerade ist nichts offen. Willst du die Gruppe etwas fragen, dann schreib { CMD("vorschlagen") } und deine Frage.
number-which = Mehrere Abstimmungen sind offen. Welche meinst du? { $numbers }
group-none = Wir sind noch in keiner gemeinsamen Gruppe. Lade mich in den Raum deiner Gruppe ein, dann kann ich dir hier helfen.
group-which = Wir sind in mehreren gemeinsamen Gruppen. Um welche geht es? { $groups }
group-chosen =
    Gut. Was du hier schreibst, betrifft jetzt { $group ->
        [empty] die Gruppe, die du gewählt hast
       *[set] { $group }
    }.
cannot-read =
    Eine Nachricht von { $people } konnte ich nicht lesen, weil ihr Schlüssel nicht bei mir ankam. War sie für mich, dann schick sie bitte noch einmal. Passiert das öfter, dann melde dich in deiner App bitte ab und wieder an.

## Vorschlagen

propose-empty = Wie lautet die Frage? Schreib sie hinter { CMD("vorschlagen") }.
propose-too-long = Deine Frage hat { $length } Zeichen, und ich kann { $most } aufnehmen. Bitte sag es kürzer.
propose-two-open = Du hast schon { $most } offene Vorschläge. Bitte warte, bis einer zu Ende ist, oder nimm einen zurück mit { CMD("zurückziehen") } und seiner Nummer.
propose-too-short = Das ist zu wenig Zeit zum Abstimmen. Bitte wähle ein späteres Ende, zum Beispiel { CMD("vorschlagen Treffen wir uns dienstags? bis Freitag 20:00") }.
propose-too-far = Das ist mehr als ein Jahr hin. Bitte wähle ein früheres Ende.
count-reply = Antworte { CMD("zähle bis Freitag 20:00") } auf eine Umfrage, die jemand im Raum der Gruppe in seiner App gemacht hat. Dann zähle ich sie.
count-when = Bis wann soll ich zählen? Zum Beispiel: { CMD("zähle bis Freitag 20:00") }
count-counted = Diese Umfrage zähle ich schon, als #{ $number }.
count-no-poll = Das ist keine Umfrage, die ich lesen kann. Ist sie älter als meine Zeit hier, dann macht bitte eine neue.
count-adopted = Ich zähle diese Umfrage von jetzt an, als #{ $number }, bis { $closes }. { $voted ->
        [0] Noch hat niemand geantwortet.
        [one] Die Antwort, die es schon gibt, zählt.
       *[other] Die { $voted } Antworten, die es schon gibt, zählen.
    }
propose-one-option = Eine Auswahl braucht mindestens zwei Möglichkeiten. Zum Beispiel: { CMD("vorschlagen Welcher Tag? | Dienstag | Donnerstag") }
propose-many-options = Das sind { $count } Möglichkeiten, und ich kann { $most } aufnehmen. Bitte lass einige weg oder frag in zwei Runden.
propose-long-option = „{ $option }“ ist zu lang für eine Möglichkeit. Bitte nimm höchstens { $most } Zeichen.
propose-twin-options = Zwei der Möglichkeiten sind gleich. Bitte nenn jede nur einmal.
propose-seats = Aus { $options } Möglichkeiten könnt ihr nicht { $seats } wählen. Es muss mehr Möglichkeiten als Plätze geben.
propose-seats-unclear = Wie viele sollen gewählt werden? Ich lese „{ $phrase }“. Du könntest schreiben: { CMD("vorschlagen Wer hat die Schlüssel? | Ana | Bo | Cem | wähle 2") }.
propose-options-and-consent = Bei einer Auswahl gibt es keinen Konsent und keinen nötigen Anteil. Bitte frag nach einem von beidem: Möglichkeiten, oder Ja und Nein.
propose-ranked-options = Um etwas zu reihen, braucht es Möglichkeiten. Zum Beispiel: { CMD("vorschlagen Welcher Tag? | Dienstag | Donnerstag | Samstag | gereiht") }
propose-consent-and-needs = Im Konsent gibt es keinen Anteil zu erreichen: Ein Einwand genügt. Bitte lass eines von beiden weg.
propose-needs-looser = Ein Vorschlag kann strenger sein als mehr als die Hälfte, nie lockerer. Zum Beispiel: { CMD("vorschlagen Ziehen wir um? braucht 2/3") }
propose-needs-unclear = Wie viel braucht es? Ich lese „{ $phrase }“. Du könntest schreiben: { CMD("vorschlagen Ziehen wir um? braucht 2/3") } oder { CMD("vorschlagen Ziehen wir um? braucht alle") }.
propose-taken =
    Ich habe es { $group ->
        [empty] deiner Gruppe
       *[set] der Gruppe { $group }
    } als #{ $number } vorgelegt.
until-repeats = „{ $phrase }“ kommt immer wieder vor. Eine Abstimmung hat ein Ende, zum Beispiel { CMD("vorschlagen Treffen wir uns dienstags? bis Freitag 20:00") }.
until-choice = `bis { $when }`
until-unclear =
    Wann soll die Abstimmung enden? Ich lese „{ $phrase }“. { $why } { $choices ->
        [empty] { "" }
       *[some] Du könntest schreiben: { $choices }
    }
poll-ended = #{ $number } ist zu Ende. Meine Zählung folgt.
poll-stopped = #{ $number } wurde zurückgenommen, deshalb ist diese Umfrage zu Ende.
poll-old-version = #{ $number } hat sich geändert, deshalb ist diese Umfrage zu Ende. Die neue folgt.
poll-question = #{ $number } { $question }
poll-consent = #{ $number } Im Konsent: { $question }
poll-fallback =
    { $question }

    { $options }

    { $how }
announce =
    {""}**{ $question }**

    { $options }

    { $how } { $privacy }

    Vorgeschlagen von { $person }.{ $seal ->
        [empty] { "" }
       *[set] {" "}Siegel des Loses, falls es zweimal unentschieden ausgeht: { $seal }
    }
option-lettered = { $letter }) { $option }
option-plain = { $option }
status =
    {""}**#{ $number }** ist offen bis { $closes }. **{ $voted } von { $eligible }** haben abgestimmt.

    { $how } { $rule } { $privacy }
how-choice =
    { $polled ->
        [yes] Tipp auf eine Antwort, antworte mit { "`ja`, `nein` oder `Enthaltung`" }, oder schreib { $vote }.
       *[no] Schreib mir im Einzelchat { $vote }.
    }
how-option =
    { $polled ->
        [yes] Tipp auf eine Möglichkeit, oder schreib ihren Buchstaben: { $vote }.
       *[no] Schreib mir im Einzelchat den Buchstaben von einer: { $vote }.
    }
how-consent =
    { $polled ->
        [yes] Tipp auf eine Antwort, antworte mit { "`einverstanden`" } oder { "`beiseite`" }, oder schreib { CMD("stimme", $number, "Einwand weil ...") }, wenn du einen Schaden siehst.
       *[no] Schreib mir im Einzelchat { CMD("stimme", $number, "einverstanden") } oder { CMD("stimme", $number, "Einwand weil ...") }.
    }
how-choices =
    { $polled ->
        [yes] Tipp auf alles, was dir passt, oder schreib die Buchstaben davon: { $vote }.
       *[no] Schreib mir im Einzelchat die Buchstaben von allem, was dir passt: { $vote }.
    }
how-ranking =
    Bring die Möglichkeiten in deine Reihenfolge, die beste zuerst: { $vote }. Du kannst welche weglassen, und { CMD("stimme", $number, "b > a = c") } macht zwei gleich.
how-scores = Gib Punkte: { $vote }.
needs-majority =
    { $short ->
        [yes] Die Zeit ist kurz, deshalb muss mehr als die Hälfte aller Mitglieder Ja sagen.
       *[no] Angenommen ist es, wenn mindestens die Hälfte der Mitglieder teilnimmt und mehr Ja als Nein sagen.
    }
needs-supermajority =
    Angenommen ist es, wenn mindestens die Hälfte der Mitglieder teilnimmt und von Ja und Nein { $share } Ja sind.{ $short ->
        [yes] {" "}Die Zeit ist kurz, deshalb muss mehr als die Hälfte aller Mitglieder Ja sagen.
       *[no] { "" }
    }
needs-unanimity =
    Angenommen ist es, wenn mindestens die Hälfte der Mitglieder teilnimmt und niemand Nein sagt.{ $short ->
        [yes] {" "}Die Zeit ist kurz, deshalb muss mehr als die Hälfte aller Mitglieder Ja sagen.
       *[no] { "" }
    }
needs-consent =
    { $short ->
        [yes] Die Zeit ist kurz, deshalb darf niemand einen Einwand haben, und mehr als die Hälfte aller Mitglieder muss einverstanden sein.
       *[no] Angenommen ist es, wenn niemand einen Einwand hat. Schweigen ist keine Zustimmung.
    }
needs-choice =
    { $short ->
        [yes] Die Zeit ist kurz, deshalb gewinnt eine Möglichkeit nur mit mehr als der Hälfte aller Mitglieder.
       *[no] Es zählt, wenn mindestens die Hälfte der Mitglieder teilnimmt. Bei Gleichstand gibt es eine Stichwahl.
    }
privacy-open =
    { $polled ->
        [yes] Apps verbergen die Antworten bis zum Ende, aber dies ist keine geheime Abstimmung.
       *[no] Was du hier schreibst, können alle im Raum sehen.
    }
privacy-hidden = Die Stimmen kommen in einem Einzelchat zu mir. Vor dem Ende zeige ich nichts davon; danach steht in der Aufzeichnung, wer wie gestimmt hat.
privacy-secret = Diese Abstimmung ist geheim: Niemand in der Gruppe sieht, wie du gestimmt hast. Ich sehe es, wenn du es schickst, zähle es und bewahre es ohne deinen Namen auf. Mehr sage ich dir, wenn du mir schreibst.
status-closed = **#{ $number }** ist zu Ende. { $voted } von { $eligible } haben teilgenommen. Das Ergebnis steht in einer eigenen Nachricht.

## Abstimmen

vote-counted = Gezählt für #{ $number }: { $ballot }. Willst du es ändern, dann stimm noch einmal ab.
vote-withdrawn = Deine Stimme zu #{ $number } ist zurückgenommen. Bis zum Ende kannst du jederzeit wieder abstimmen.
vote-edited-away = Deine Nachricht ist keine Antwort auf #{ $number } mehr, darum habe ich deine Stimme zurückgenommen. Bis zum Ende kannst du jederzeit wieder abstimmen.
edit-refused = { $why } Deine Stimme von vor der Bearbeitung zählt weiter.
vote-not-an-answer =
    Das ist keine Antwort auf #{ $number }. { $choices ->
        [empty] { "" }
       *[some] Du könntest schreiben: { $choices }
    }
vote-not-open-yet = #{ $number } ist noch nicht offen. Bitte stimm ab, wenn die Umfrage da ist.
vote-closed = #{ $number } war am { $at } zu Ende, deshalb kann diese Stimme nicht zählen. Willst du noch einmal fragen, dann mach einen neuen Vorschlag.
vote-stopped = #{ $number } wurde am { $at } zurückgenommen, deshalb gibt es nichts abzustimmen.
vote-not-in-electorate =
    { $settled ->
        [0] Über #{ $number } stimmt ab, wer am { $opened } Mitglied war, als es eröffnet wurde. Du kamst später, deshalb kann diese Stimme nicht zählen. Bei allem, was ab jetzt eröffnet wird, kannst du abstimmen.
       *[some] Über #{ $number } stimmt ab, wer am { $opened }, als es eröffnet wurde, schon { $settled } Tage Mitglied war. Du kamst später, deshalb kann diese Stimme nicht zählen. Bei Alltagsfragen kannst du von jetzt an abstimmen.
    }
ballot-list = { $options }
ballot-place =
    { $equal ->
        [yes] { $place }. { $options } gleichauf
       *[no] { $place }. { $options }
    }
ballot-ranking = { $places }
vote-old-version = #{ $number } hat sich seitdem geändert, und alle Stimmen zum alten Text sind verfallen. Bitte stimm über den neuen ab.
vote-in-direct = Stimmen zu #{ $number } kommen in einem Einzelchat zu mir, damit sie hier niemand sieht. Diese zählt nicht.
who =
    #{ $number }: { $voted ->
        [empty] Noch niemand hat abgestimmt.
       *[some] Abgestimmt: { $voted }.
    } { $missing ->
        [empty] Es fehlt niemand.
       *[some] Noch nichts gehört von: { $missing }.
    }
who-secret = #{ $number } ist eine geheime Abstimmung. Ich sage nicht, wer abgestimmt hat.
nudge =
    { $people ->
        [empty] #{ $number } ist offen bis { $closes }. { $count } Stimmen fehlen noch. Abstimmen: { CMD("stimme", $number, "...") }
       *[some] { $people }, #{ $number } ist offen bis { $closes }, und deine Stimme fehlt noch. Abstimmen: { CMD("stimme", $number, "...") }
    }
extended = #{ $number }: Bisher haben zu wenige teilgenommen ({ $voted }, und nötig sind { $needed }). Es bleibt noch einmal offen, bis { $closes }. Abgegebene Stimmen zählen.
change-over = #{ $number } ist vorbei. Willst du noch einmal fragen, dann mach einen neuen Vorschlag.
change-not-yours = Nur wer #{ $number } vorgeschlagen hat, kann es ändern.
change-not-shorter = #{ $number } ist offen bis { $closes }. Du kannst das verlängern, aber nicht verkürzen.
announce-refused =
    Ich konnte „{ $question }“ { $group ->
        [empty] deiner Gruppe
       *[set] der Gruppe { $group }
    } nicht vorlegen: Der Raum lässt mich dort nicht schreiben. Bitte lass mich von jemandem, der den Raum ändern kann, wieder schreiben und leg es dann noch einmal vor.
propose-edited = Ich habe deine Frage so vorgelegt, wie du sie zuerst geschrieben hast. Wenn du deine Nachricht bearbeitest, ändert sie sich nicht, denn vielleicht haben schon Leute über diese Worte abgestimmt. Um sie zu ändern, schreib { $changes }. Dann stimmen alle noch einmal ab.
change-one-thing = Bitte ändere eines nach dem anderen: { CMD("ändern", $number) } und die neue Frage, oder { CMD("ändern", $number, "bis Sonntag") }.
change-longer = #{ $number } bleibt länger offen, bis { $closes }. Abgegebene Stimmen zählen.
change-new =
    {""}**#{ $number } hat einen neuen Text.**

    Vorher: { $before }

    Jetzt: { $after }

    { $void ->
        [0] Die Zeit beginnt von vorn.
        [one] Die abgegebene Stimme ist verfallen, und die Zeit beginnt von vorn. Bitte stimm noch einmal ab.
       *[other] Die { $void } abgegebenen Stimmen sind verfallen, und die Zeit beginnt von vorn. Bitte stimmt noch einmal ab.
    }
not-everyday =
    { $person } sagt, dass #{ $number } keine alltägliche Frage ist. Deshalb geht es im Konsent weiter: Angenommen ist es, wenn niemand einen Einwand hat, und es ist 7 Tage offen. { $void ->
        [0] { "" }
        [one] Die abgegebene Stimme ist verfallen. Bitte antworte noch einmal.
       *[other] Die { $void } abgegebenen Stimmen sind verfallen. Bitte antwortet noch einmal.
    }
not-everyday-already = Für #{ $number } gelten schon strengere Regeln.
objection-needs-reason = Ein Einwand gegen #{ $number } braucht einen Grund, damit die Gruppe den Vorschlag verbessern kann: { CMD("stimme", $number, "Einwand weil ...") }
objection-tapped = { $person }, bitte sag, was gegen #{ $number } spricht, damit die Gruppe es verbessern kann. Schreib { CMD("stimme", $number, "Einwand weil ...") }
tap-not-counted = { $person }: { $why }

## Ergebnisse

result =
    {""}**#{ $number } { $question }**

    {""}**{ $verdict }** { $why }

    { $counts }

    { $turnout } von { $eligible } haben teilgenommen.

    { $steps }

    { $reasons ->
        [empty] { "" }
       *[some] Genannte Gründe:
    }

    { $reasons }

    { $notes }

    In der Aufzeichnung: { $head }. Ansehen: { CMD("zeig", $number) }
result-passed = Angenommen.
result-not_passed = Nicht angenommen.
result-no_quorum = Keine Entscheidung.
result-blocked = Nicht angenommen.
result-chosen =
    { $several ->
        [yes] Gewählt: { $winners }.
       *[no] Gewählt: { $winners }.
    }
result-tie =
    { $winners ->
        [empty] Gleichstand zwischen { $tied }.
       *[some] Gewählt: { $winners }. Gleichstand für den Rest zwischen { $tied }.
    }
result-too_few = Keine Entscheidung.
result-no_result = Keine Entscheidung.
result-count = { $option }: { $count }
result-first = { $option }: an erster Stelle bei { $count }
result-reason = { $person } ({ $choice }): { $reason }
result-late = Ich war weg und habe dies { $late } zu spät beendet. Gezählt sind nur Stimmen, die rechtzeitig abgeschickt wurden.
result-unread =
    { $count ->
        [one] Eine Nachricht aus dieser Zeit konnte ich nicht lesen.
       *[other] { $count } Nachrichten aus dieser Zeit konnte ich nicht lesen.
    }
result-differs =
    Es gilt meine Zählung. { $words ->
        [0] { "" }
        [one] Eine Stimme kam in Worten oder als Reaktion; die Umfrage in deiner App zeigt sie nicht.
       *[other] { $words } Stimmen kamen in Worten oder als Reaktion; die Umfrage in deiner App zeigt sie nicht.
    } { $stray ->
        [0] { "" }
        [one] Die Umfrage zeigt eine Antwort, die nicht zählt.
       *[other] Die Umfrage zeigt { $stray } Antworten, die nicht zählen.
    }
why-quorum =
    { $needed ->
        [one] Mindestens ein Mitglied musste teilnehmen
       *[other] Mindestens { $needed } Mitglieder mussten teilnehmen
    }, und { $turnout ->
        [0] niemand hat teilgenommen.
        [one] eines hat teilgenommen.
       *[other] { $turnout } haben teilgenommen.
    } Es ist nichts entschieden; ihr könnt noch einmal fragen.
why-majority =
    { $quorum ->
        [empty] Nötig waren mehr Ja als Nein, und dass mindestens die Hälfte der Mitglieder teilnimmt.
       *[set] Nötig waren mehr Ja als Nein. { $quorum }
    }
why-short = Die Zeit war kurz, deshalb mussten { $needed } von allen { $eligible } Mitgliedern Ja sagen.
why-tie = Weder die Reihenfolge der Buchstaben noch die Zeit entscheidet. Eine Stichwahl zwischen ihnen folgt.
why-drawn = Auch die Stichwahl ging unentschieden aus, deshalb hat das Los entschieden: { $order }. Sein Startwert war bei der Eröffnung versiegelt: { $seed }
why-nobody = Niemand hat eine Möglichkeit genannt.
why-choice =
    { $missing ->
        [0] Alle haben geantwortet.
        [one] Von einem Mitglied haben wir nichts gehört.
       *[other] Von { $missing } Mitgliedern haben wir nichts gehört.
    }
why-share =
    { $share ->
        [all] Niemand durfte Nein sagen.
       *[other] Von Ja und Nein mussten { $share } Ja sein, nötig waren also { $needed }.
    }
why-short-consent = Die Zeit war kurz, deshalb mussten { $needed } von allen { $eligible } Mitgliedern einverstanden sein. Nichts ist entschieden; ihr könnt noch einmal fragen.
why-consent =
    { $objections ->
        [0] Niemand hatte einen Einwand.
        [one] Es gibt einen Einwand.
       *[other] Es gibt { $objections } Einwände.
    } { $missing ->
        [0] Alle haben geantwortet.
        [one] Von einem Mitglied haben wir nichts gehört.
       *[other] Von { $missing } Mitgliedern haben wir nichts gehört.
    }
stopped = #{ $number } { $question }: { $person } hat es zurückgenommen. Es ist nichts entschieden.
stop-not-yours = Nur wer #{ $number } vorgeschlagen hat, kann es zurücknehmen. Bist du dagegen, dann stimm mit Nein.
stop-over = #{ $number } ist schon vorbei, da gibt es nichts zurückzunehmen.

## Nachsehen

now =
    Diese Abstimmungen sind offen:

    { $open }

    Abstimmen: { CMD("stimme", $number, "...") }
now-nothing = Gerade ist nichts offen. Die Gruppe etwas fragen: { CMD("vorschlagen ...") }
now-line = #{ $number } „{ $question }“ ist offen bis { $closes }; { $voted } von { $eligible } haben abgestimmt. { $mine }
now-waiting = **Deine Stimme fehlt noch.**
now-voted = Du hast abgestimmt.
now-not-yours = Du kamst nach der Eröffnung, deshalb wird es ohne deine Stimme entschieden.
show-announced = #{ $number } { $question } Die Umfrage ist unterwegs.
show-open =
    {""}**#{ $number } { $question }** Vorgeschlagen von { $person }.

    Offen bis { $closes }. { $voted } von { $eligible } haben abgestimmt. Abstimmen: { $ways }
record-empty = Die Aufzeichnung ist leer: Diese Gruppe hat noch nichts entschieden.
record-forgotten-person = Mitglied { $number }
record-opened =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] „{ $question }“
       *[no] (der Text wurde entfernt)
    } wurde der Gruppe von { $person } vorgelegt. { $eligible } Mitglieder können abstimmen, bis { $closes }.
record-closed =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] „{ $question }“
       *[no] (der Text wurde entfernt)
    }: { $verdict } { $counts }; { $turnout } von { $eligible } haben teilgenommen.
record-changed =
    { $seq }. { $at }: #{ $number } { $known ->
        [same] „{ $question }“ wurde von { $person } von neuem gefragt.
        [yes] wurde von { $person } geändert: Aus „{ $before }“ wurde „{ $question }“.
       *[no] wurde von { $person } geändert. Die Texte wurden entfernt.
    } { $void ->
        [0] { "" }
        [one] Eine Stimme ist verfallen.
       *[other] { $void } Stimmen sind verfallen.
    }
record-stopped =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] „{ $question }“
       *[no] (der Text wurde entfernt)
    } wurde von { $person } zurückgenommen.

## Eigene Einstellungen

me = Du hast eingestellt: Sprache { $language }, Zeitzone { $zone }; eine gezählte Stimme zeige ich { $receipts }{ $quiet ->
        [empty] { "" }
        [off] ; keine Ruhezeit
       *[set] ; Ruhezeit { $quiet }
    }{ $nudges ->
        [yes] {"."}
       *[no] ; keine Erinnerung, wenn deine Stimme fehlt.
    } Etwas ändern: { CMD("ich sprache englisch") }
me-language-saved = Gut. Von jetzt an schreibe ich dir auf { $language }, wenn ich dir allein schreibe.
me-language-unknown = „{ $words }“ spreche ich noch nicht. Ich kann { $known }. Zum Beispiel: { CMD("ich sprache deutsch") }
me-zone-saved = Gut. Uhrzeiten, die du schreibst, lese ich als { $zone }.
me-zone-unknown = Eine Zeitzone „{ $words }“ kenne ich nicht. Bitte schreib eine große Stadt in deiner Nähe, zum Beispiel { CMD("ich zone Berlin") }
me-zone-which = Es gibt mehrere Orte mit diesem Namen. Welchen meinst du? { $choices }
me-receipts-unknown = Bitte schreib { CMD("ich bestätigung worte") } oder { CMD("ich bestätigung zeichen") }.
me-receipts-saved = Gut. Eine gezählte Stimme zeige ich { $receipts }.
receipts-words = in Worten
receipts-marks = mit einem kleinen Zeichen
