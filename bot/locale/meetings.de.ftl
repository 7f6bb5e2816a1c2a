# Treffen: planen, wer kommt, die Tagesordnung.

command-meet =
    { CMD("treffen \"Dienstagskreis\" jeden zweiten Dienstag 19 Uhr für 90 Minuten im Saal 3") } plant Treffen und schickt eine Kalenderdatei. Statt eines Ortes oder daneben kann ein Link stehen. Ohne Worte zeigt es das nächste.
    .names = treffen
command-show-meetings =
    { CMD("zeig treffen") } zeigt alle Treffen, die geplant sind.
    .names = zeig treffen, zeige treffen, alle treffen
command-meet-next =
    { CMD("nächstes treffen") } sagt, was das nächste Treffen ist, wann es in deiner Zeit ist und wie man dazukommt. Während eines Treffens geht { CMD("treffen weiter") } zum nächsten Punkt der Tagesordnung.
    .names = nächstes treffen, naechstes treffen, treffen weiter
command-meet-skip =
    { CMD("treffen auslassen") } lässt den nächsten Termin aus. { CMD("treffen auslassen 1 24. Dezember") } lässt einen anderen aus.
    .names = treffen auslassen
command-meet-back =
    { CMD("treffen zurück 1") } nimmt die letzte Änderung eines Treffens zurück, wenn zwei Mitglieder das innerhalb von 72 Stunden möchten.
    .names = treffen zurück, treffen zurueck
command-meet-cancel =
    { CMD("treffen absagen 1") } sagt alle Termine eines Treffens ab. Wer zugesagt hat, erfährt es.
    .names = treffen absagen
command-coming =
    { CMD("komme ja") } sagt, dass du kommst; { CMD("komme vielleicht") } und { CMD("komme nein") } gehen auch. Du kannst auch in der Umfrage tippen.
    .names = komme, ich komme
command-note-agenda =
    { CMD("notiere thema Wer kauft den Tee?") } setzt etwas auf die Tagesordnung des nächsten Treffens, einen Punkt pro Zeile. { CMD("notiere thema #1") } setzt Nummer 1 darauf.
    .names = notiere thema, thema
command-show-agenda =
    { CMD("zeig tagesordnung") } zeigt, was auf der Tagesordnung steht.
    .names = zeig tagesordnung, zeige tagesordnung, tagesordnung
command-agenda-move =
    { CMD("thema verschieben 3 1") } setzt Punkt 3 an die erste Stelle.
    .names = thema verschieben
command-agenda-drop =
    { CMD("thema streichen 3") } nimmt Punkt 3 von der Tagesordnung.
    .names = thema streichen

ballot-maybe = vielleicht
    .words = vielleicht, eventuell, 🤷
word-for =
    .words = für, fuer, dauert
word-long =
    .words = lang
word-hours =
    .words = stunden, stunde, std
word-minutes =
    .words = minuten, minute, min
word-one =
    .words = eine, einer, ein
word-half-hour =
    .words = eine halbe stunde, halbe stunde
word-place =
    .words = in, im, bei, beim, am, auf, ort, wo
word-to =
    .words = auf, auf den, ->

## Welches

meet-none = Es ist kein Treffen geplant. So plant ihr eins: { CMD("treffen \"Dienstagskreis\" jeden Dienstag 19 Uhr für 90 Minuten") }
meet-none-running = Gerade läuft kein Treffen. So beginnt eins vor seiner Zeit: { CMD("treffen beginnen") }
meet-is-none = #{ $number } ist kein Treffen. Was es ist, zeigt { CMD("zeig", $number) }
meet-which =
    Welches meinst du?

    { $choices }
meet-choice =
    { $command } für { $title }{ $at ->
        [empty] { "" }
       *[set] {" "}am { $at }
    }
meeting-told =
    Ich habe es { $group ->
        [empty] deiner Gruppe
       *[set] der Gruppe { $group }
    } gesagt.
meet-over = #{ $number } ist vorbei. Was geplant ist, zeigt { CMD("zeig treffen") }
meet-begun = #{ $number } hat schon begonnen.
meet-not-begun = #{ $number } hat noch nicht begonnen. So beginnt es: { CMD("treffen beginnen", $number) }

## Planen

meet-planned =
    {""}**#{ $number } { $title }:** { $repeats ->
        [yes] Geplant von { $person }, jeweils { $length }. Die nächsten Termine sind:
       *[no] Geplant von { $person }, { $length }, am:
    }

    { $dates }

    { $where }{ $own ->
        [empty] { "" }
       *[set] {" "}{ $own }
    } Die Kalenderdatei folgt. Etwas auf die Tagesordnung setzen: { CMD("notiere thema ...") }. Zurücknehmen: { CMD("zurückziehen", $number) }
meeting-date = { $at }
meeting-date-moved = { $at }, verlegt von der üblichen Zeit
meeting-own-time = In deiner Zeit: { $when } ({ $zone }).
meeting-where-nowhere = Wir treffen uns hier in diesem Raum.
meeting-where-in-the-room =
    Wir treffen uns im Raum { $group ->
        [empty] der Gruppe
       *[set] { $group }
    }.
meeting-where-place = Ort: { $place }.
meeting-where-link =
    { $place ->
        [empty] Dazu kommt ihr hier: { $link }
       *[set] Ort: { $place }. Von anderswo kommt ihr hier dazu: { $link }
    }
meeting-where-hidden =
    { $place ->
        [empty] { "" }
       *[set] Ort: { $place }.
    } Der Link ist für Mitglieder, die unseren Leitlinien zugestimmt haben. Sie bekommen ihn, wenn sie mir in einem Einzelchat { CMD("nächstes treffen") } schreiben.

meet-file-refused = Die Datei zu #{ $number } konnte ich nicht senden: Der Server nimmt keine Dateien von mir. Was darin steht: { CMD("zeig", $number) }

meet-title-unclear = Wie heißt es, und wann ist es? Setz den Namen bitte in Anführungszeichen: { CMD("treffen \"Dienstagskreis\" jeden Dienstag 19 Uhr") }
meet-no-title = Das Treffen braucht einen Namen: { CMD("treffen \"Dienstagskreis\" jeden Dienstag 19 Uhr") }
meet-long-title = Der Name hat { $length } Buchstaben, und er kann { $most } haben.
meet-words-too-long = Das ist zu lang. Name, Zeit und Ort können zusammen { $most } Buchstaben haben.
meet-no-time = Wann ist es? Bitte schreib den Tag und die Uhrzeit dazu: { CMD("treffen \"Dienstagskreis\" jeden Dienstag 19 Uhr") }
meet-no-hour = Um wie viel Uhr? Ich lese „{ $phrase }“, und das ist ein Tag. Bitte schreib die Uhrzeit dazu, zum Beispiel { CMD("treffen \"Dienstagskreis\" jeden Dienstag 19 Uhr") }
meet-unclear =
    Wann ist es? Ich lese „{ $phrase }“. { $why } { $choices ->
        [empty] { "" }
       *[some] Du könntest schreiben: { $choices }
    }
meet-ends-before = „{ $words }“ würde enden, bevor es beginnt. Schreib bitte, wann es beginnt und wie lange es dauert, zum Beispiel { CMD("treffen \"Dienstagskreis\" jeden Dienstag 19 Uhr für 90 Minuten") }
meet-too-short = Ein Treffen dauert mindestens { $least }.
meet-too-long = Ein Treffen kann höchstens { $most } dauern. Für etwas Längeres plant bitte für jeden Tag ein Treffen.
meet-too-often = Treffen können höchstens einmal am Tag sein. Bitte nenne die Tage, zum Beispiel { CMD("treffen \"Dienstagskreis\" jeden Dienstag 19 Uhr") }
meet-no-date = Darin ist kein Termin mehr übrig. Bitte wähle eine Zeit, die noch kommt.
meet-too-far = Das ist mehr als ein Jahr entfernt. Bitte wähle eine nähere Zeit.
meet-link-bad = „{ $link }“ ist kein ganzer Link. Er muss mit https:// und dem Namen eines Servers anfangen. Du kannst ihn aus dem Programm für das Treffen kopieren.
meet-two-links = Bitte gib einen einzigen Link an. Daneben kann ein Ort stehen.
meet-long-place = Ein Ort oder ein Link kann { $most } Buchstaben haben.
meet-many = Es gibt schon { $most } Arten von Treffen. Sie stehen hier: { CMD("zeig treffen") }

## Nachschauen

meetings =
    Diese Treffen sind geplant:

    { $series }
meetings-line =
    #{ $number } { $title }: { $next ->
        [empty] kein Termin ist mehr übrig
       *[set] { $repeats ->
            [yes] als Nächstes am { $next }
           *[no] { $next }
        }
    }
meet-next =
    {""}**#{ $number } { $title }:** { $running ->
        [yes] Es läuft gerade, seit { $at }.
       *[no] { $at }, { $length }.
    }{ $own ->
        [empty] { "" }
       *[set] {" "}{ $own }
    }

    { $where } { $coming }

    { $others ->
        [empty] { "" }
       *[some] Danach:
    }

    { $others }
meet-next-other = #{ $number } { $title }: { $at }
meeting-line =
    #{ $number } { $title }{ $phase ->
        [running] : Es läuft gerade. Sag, dass du da bist: { CMD("da", $number) }
        [held] : Das Protokoll wartet darauf, angenommen zu werden. Zum Lesen: { CMD("zeig", $number) }
       *[planned] : { $at }. { $mine ->
            [yes] Du kommst.
            [maybe] Du kommst vielleicht.
            [no] Du kommst nicht.
           *[none] Kommst du? { CMD("komme", $number, "ja") }
        }
    }
series-shown =
    {""}**#{ $number } { $title }:** Geplant von { $person }, { $length }. { $over ->
        [cancelled] Es wurde abgesagt.
        [over] Der letzte Termin ist vorbei.
       *[no] Die nächsten Termine sind:
    }

    { $dates }

    { $over ->
        [no] { $where }{ $own ->
            [empty] { "" }
           *[set] {" "}{ $own }
        }
       *[other] { "" }
    }
meeting-shown =
    {""}**#{ $number } { $title }:** { $at }.{ $own ->
        [empty] { "" }
       *[set] {" "}{ $own }
    } { $phase ->
        [planned] { $coming }
        [running] Es läuft gerade.
        [empty] Niemand war da.
       *[skipped] Es findet nicht statt.
    } { $where }

    { $agenda }

## Ändern

meet-not-yours = #{ $number } kann nur ändern, wer es geplant hat ({ $person }) oder heute das Treffen begleitet. Du kannst der Gruppe eine andere Zeit vorschlagen: { CMD("vorschlagen ...") }
meet-change-what = Was soll sich ändern? Zum Beispiel { CMD("ändern", $number, "Mi 20 Uhr") }, { CMD("ändern", $number, "für 60 Minuten") } oder { CMD("ändern", $number, "im Saal 3") }
meet-one-date = „{ $phrase }“ wiederholt sich. Um alle Termine von jetzt an zu ändern, nimm die Nummer der ganzen Reihe. Sie steht hier: { CMD("zeig treffen") }
meet-one-or-all = Nur der nächste Termin oder alle? Schreib { CMD("ändern", $number, $phrase) } für den nächsten. Für alle: { CMD("ändern", $series, "jede Woche ...") } mit Tag und Uhrzeit.
meet-no-such-date =
    Am { $day } gibt es keinen Termin von #{ $number }. Die nächsten sind:

    { $dates }
meet-unclear-day = Welcher Tag ist „{ $phrase }“? Zum Beispiel { CMD("treffen auslassen", $number, "24. Dezember") }
meet-skip-single = #{ $number } hat nur einen Termin. So wird er abgesagt: { CMD("treffen absagen", $number) }
meet-changed =
    {""}**#{ $number } { $title }:** { $what }{ $person ->
        [empty] { "" }
       *[set] {" "}{ $person } hat es geändert.
    } Es dauert { $length }. { $where }

    Die nächsten Termine sind:

    { $dates }

    Eine neue Kalenderdatei folgt. { $reversible ->
        [yes] Wenn zwei Mitglieder es lieber hätten wie zuvor: { CMD("treffen zurück", $number) }
       *[no] { "" }
    }
meet-change-title = Es heißt jetzt anders.
meet-change-details = Die Dauer oder der Ort ist neu.
meet-change-following = Von jetzt an ist es zu einer anderen Zeit.
meet-change-moved =
    { $before ->
        [empty] Ein Termin ist auf { $at } verlegt.
       *[set] Das Treffen vom { $before } ist auf { $at } verlegt.
    }
meet-change-skipped = Am { $at } ist kein Treffen.
meet-change-back = Zwei Mitglieder haben die letzte Änderung zurückgenommen.
meet-changed-alone =
    #{ $number } { $title }{ $group ->
        [empty] { "" }
       *[set] {" "}in { $group }
    }: Das Treffen vom { $before }, zu dem du Ja gesagt hast, { $at ->
        [empty] findet nicht statt.
       *[set] ist nicht dann. Das nächste ist am { $at }. Kommst du? { CMD("komme", $number, "ja") }
    }
meet-back-heard = Du hättest #{ $number } lieber wie zuvor. Wenn { $needed } Mitglieder das sagen, wird es so. Die nächste Person schreibt { CMD("treffen zurück", $number) }
meet-back-again = Das hast du schon gesagt. Es braucht noch ein Mitglied: { CMD("treffen zurück", $number) }
meet-nothing-to-take-back = Es gibt keine Änderung von #{ $number } aus den letzten 72 Stunden, die man zurücknehmen könnte.
meet-cancelled = #{ $number } { $title }: { $person } hat es abgesagt. Es gibt keine Termine mehr. In der Kalenderdatei steht es auch.

## Wer kommt

meeting-poll = #{ $number } { $title }, { $at }: Kommst du?
meeting-poll-fallback = { $question } { CMD("komme", $number, "ja") }, { CMD("komme", $number, "vielleicht") } oder { CMD("komme", $number, "nein") }
meeting-poll-over = #{ $number }: Diese Umfrage ist vorbei.
coming-yes = ja
coming-maybe = vielleicht
coming-no = nein
coming-count =
    { $yes ->
        [0] Noch hat niemand zugesagt.
        [one] { $people ->
            [empty] Eine Person kommt.
           *[some] { $people } kommt.
        }
       *[other] { $people ->
            [empty] { $yes } kommen.
           *[some] { $people } kommen.
        }
    }{ $maybe ->
        [0] { "" }
        [one] {" "}Eine Person kommt vielleicht.
       *[other] {" "}{ $maybe } kommen vielleicht.
    } { CMD("komme", $number, "ja") }
coming-counted =
    { $choice ->
        [yes] Du kommst zu { $title } am { $at }.
        [maybe] Du kommst vielleicht zu { $title } am { $at }.
       *[no] Du kommst nicht zu { $title } am { $at }.
    }
coming-unclear = Kommst du? Schreib { CMD("komme", $number, "ja") }, { CMD("komme", $number, "vielleicht") } oder { CMD("komme", $number, "nein") }
coming-over = #{ $number } ist vorbei. Was als Nächstes kommt, zeigt { CMD("nächstes treffen") }
coming-who =
    #{ $number } { $title }: { $yes ->
        [empty] Noch hat niemand zugesagt.
       *[some] Ja sagten { $yes }.
    } { $maybe ->
        [empty] { "" }
       *[some] Vielleicht sagten { $maybe }.
    } { $no ->
        [empty] { "" }
       *[some] Nein sagten { $no }.
    }
meeting-announced =
    {""}**#{ $number } { $title }:** { $at }. { $where } { $coming }

    Die Tagesordnung:

    { $agenda }

    So kommt etwas dazu: { CMD("notiere thema ...") }
meeting-soon =
    {""}**#{ $number } { $title }** beginnt bald: { $at }. { $where }

## Tagesordnung

agenda =
    Die Tagesordnung von #{ $number } { $title }, { $at }:

    { $agenda }
agenda-line =
    { $place }: { $item }{ $before ->
        [carried] , vom letzten Mal
        [parked] , letztes Mal geparkt
       *[no] { "" }
    }{ $state ->
        [now] {" "}(jetzt)
        [done] {" "}(erledigt)
       *[ahead] { "" }
    }
agenda-item =
    { $words }{ $about ->
        [0] { "" }
       *[other] {" "}(#{ $about })
    }
agenda-check-in = Ankommen
agenda-check-out = Abschlussrunde
agenda-guidelines =
    Leitlinien, die wir wieder anschauen{ $numbers ->
        [empty] { "" }
       *[some] : { $numbers }
    }
agenda-guidelines-done = Leitlinien, die wir wieder anschauen
agenda-guideline = { $number }
agenda-decisions =
    Offene Entscheidungen{ $numbers ->
        [empty] { "" }
       *[some] : { $numbers }
    }
agenda-decisions-done = Offene Entscheidungen
agenda-number = #{ $number }
agenda-added =
    Auf der Tagesordnung von #{ $number } { $title }, { $at }: { $items }

    Alles davon zeigt { CMD("zeig tagesordnung", $number) }
agenda-dropped = „{ $item }“ ist von der Tagesordnung von #{ $number } genommen.
agenda-full = Auf der Tagesordnung ist Platz für { $most } Punkte. So kommt einer herunter: { CMD("thema streichen 3") }
agenda-no-item = Einen Punkt { $place } gibt es nicht. Die Tagesordnung hat { $count }. Sie stehen hier: { CMD("zeig tagesordnung") }
agenda-which-places = Welcher Punkt soll wohin? Zum Beispiel Punkt 3 an die erste Stelle: { CMD("thema verschieben 3 1") }
agenda-which-item = Welcher Punkt? Zum Beispiel { CMD("thema streichen 3") }

## Eine Zeit finden

command-propose-meeting =
    { CMD("treffen vorschlagen \"Filmabend\" Di 19 Uhr | Mi 20 Uhr | Sa 15 Uhr bis Freitag") } fragt, welche Zeit passt. Die Zeit mit den meisten Ja und dann den wenigsten Nein wird das Treffen.
    .names = treffen vorschlagen, zeit finden

times-title = Wie heißt es? Setz den Namen bitte in Anführungszeichen und die Zeiten dahinter: { CMD("treffen vorschlagen \"Filmabend\" Di 19 Uhr | Mi 20 Uhr") }
times-few = Bitte nenne mindestens zwei Zeiten: { CMD("treffen vorschlagen \"Filmabend\" Di 19 Uhr | Mi 20 Uhr") }. Für eine Zeit, die feststeht: { CMD("treffen \"Filmabend\" Sa 15 Uhr") }
times-many = Das sind { $count } Zeiten, und wählen kann man unter { $most }.
times-twice = Eine der Zeiten steht zweimal da. Nenne bitte jede einmal.
times-series = „{ $phrase }“ wiederholt sich. Um eine Zeit zu finden, nenne bitte einzelne Termine: { CMD("treffen vorschlagen \"Filmabend\" Di 19 Uhr | Mi 20 Uhr") }
times-late = Es muss eine Stunde vor der ersten Zeit enden, spätestens am { $latest }. Bitte wähle ein früheres Ende oder spätere Zeiten.
times-soon = Die erste Zeit ist zu nah, als dass alle antworten könnten. Bitte wähle spätere Zeiten.
times-poll = #{ $number } { $title }: Welche Zeiten passen dir? Tipp auf alle, die passen.
times-option = { $letter }) { $at }
times-line =
    { $letter }) { $at }{ $own ->
        [empty] { "" }
       *[set] . { $own }
    }
times-poll-fallback =
    { $question }

    { $times }

    { CMD("stimme", $number, "a ja, b vielleicht") }
times-status =
    {""}**#{ $number } { $title }:** offen bis { $until }. **{ $answered } von { $members }** haben geantwortet. Die Zeiten:

    { $times }

    Tipp auf die, die dir passen, oder schreib { CMD("stimme", $number, "a ja, b vielleicht") }. In deiner eigenen Zeit zeigt sie { CMD("zeig", $number) }
times-unclear = Welche Zeiten passen dir? Nenne sie bitte mit ihren Buchstaben: { CMD("stimme", $number, "a ja, b vielleicht") }
times-said = { $at }: { $choice }
times-counted = Für { $title } hast du gesagt: { $said }.
times-over = #{ $number } ist vorbei. Was daraus wurde, zeigt { CMD("nächstes treffen") }
times-poll-over = #{ $number }: Diese Frage ist vorbei.
times-closed = #{ $number } ist vorbei. Was daraus wurde, steht in einer eigenen Nachricht.
times-count = { $at }: { $yes } ja, { $maybe } vielleicht, { $no } nein
times-result =
    {""}**#{ $number } { $title }:** { $best ->
        [empty] Es fand sich keine Zeit, die jemandem passt.
       *[set] Die Zeit ist { $best }.
    } { $lot ->
        [yes] Andere passen ebenso vielen, deshalb entschied zwischen ihnen das Los.
       *[no] { "" }
    }

    { $counts }

    { $answered } von { $members } haben geantwortet.
times-now =
    #{ $number } { $title }: Welche Zeiten passen dir? Bis { $until }. { $mine ->
        [yes] Du hast geantwortet.
       *[no] { CMD("stimme", $number, "a ja, b vielleicht") }
    }
times-shown =
    {""}**#{ $number } { $title }:** { $person } fragt, welche Zeiten dir passen. { $over ->
        [yes] Das ist vorbei.
       *[no] Offen ist es bis { $until }.
    }

    { $times }

    { $over ->
        [yes] { "" }
       *[no] { CMD("stimme", $number, "a ja, b vielleicht") }
    }

## Einstellungen

word-setting-meeting-reminders = wer vor einem Treffen erinnert wird
    .words = treffenerinnerung, erinnerung an treffen
word-setting-links = wer die Links von Treffen sieht
    .words = links
word-setting-meeting-names = Namen derer, die kommen
    .words = namen der zusagen
setting-meeting-reminders = Einen Tag vor einem Treffen frage ich, wer kommt, und eine Viertelstunde davor erinnere ich den Raum oder nur die, die kommen. Mit `aus` tue ich beides nicht: { CMD("setze treffenerinnerung die kommen") }
setting-links = Der Link eines Treffens ist für alle in diesem Raum oder nur für die, die den Leitlinien zugestimmt haben: { CMD("setze links zugestimmt") }
setting-meeting-names = Vor einem Treffen zeige ich, wie viele kommen. Mit ihren Namen: { CMD("setze namen der zusagen an") }
word-reminded-room = der Raum
    .words = der raum, den raum, raum, alle
word-reminded-coming = die, die kommen
    .words = die kommen, die, die kommen, wer kommt
word-links-everyone = alle im Raum
    .words = alle, jede und jeder
word-links-agreed = die, die den Leitlinien zugestimmt haben
    .words = zugestimmt, wer zugestimmt hat
set-reminded-who = Wer soll erinnert werden? „{ $words }“ kenne ich nicht. Du könntest schreiben: { CMD("setze treffenerinnerung die kommen") }
set-links-who = Wer soll Links sehen? „{ $words }“ kenne ich nicht. Du könntest schreiben: { CMD("setze links zugestimmt") }
board-meeting = #{ $number } { $title }: { $at }. { $where }
