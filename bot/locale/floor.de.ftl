# Den Raum halten: Runden, Meldungen, Zeit, Pausen, behutsames Sprechen.

command-round =
    { CMD("runde Wie war eure Woche?") } gibt allen, die da sind, einmal das Wort, in ausgeloster Reihenfolge. Mit einer Zeit für jede Person: { CMD("runde Wie war eure Woche? je 2 Minuten") }

    Du kannst immer passen: { CMD("passe") }. Wenn du gesprochen hast: { CMD("erledigt") }. Wer gerade nicht da ist, wird am Ende noch einmal gefragt: { CMD("später") }
    .names = runde
command-round-end =
    { CMD("runde beenden") } beendet eine Runde, bevor alle dran waren. Das kann, wer sie begonnen hat, wer auf die Zeit achtet, oder zwei Mitglieder.
    .names = runde beenden, ende der runde
command-later =
    { CMD("später") } ist für eine Runde: Du möchtest am Ende drankommen, oder wer dran ist, ist gerade nicht da.
    .names = später, spaeter, nicht jetzt
command-hand =
    { CMD("hand") } sagt, dass du etwas sagen möchtest. Wer in diesem Treffen noch nicht gesprochen hat, kommt zuerst. Eine Frage zu dem, was gesagt wurde, geht vor: { CMD("hand frage") }. Das Wort weitergeben: { CMD("weiter") }
    .names = hand, hand hoch
command-hand-clarify =
    { CMD("hand frage") } sagt, dass du eine Frage zu dem hast, was gesagt wurde. Sie geht vor.
    .names = hand frage, verständnisfrage, verstaendnisfrage
command-hand-down =
    { CMD("hand runter") } nimmt deine Meldung zurück.
    .names = hand runter, hand zurück, hand zurueck
command-show-queue =
    { CMD("zeig meldungen") } zeigt, wer etwas sagen möchte, und in welcher Reihenfolge.
    .names = zeig meldungen, zeige meldungen, meldungen, redeliste
command-timer =
    { CMD("timer 5 Minuten") } sagt leise Bescheid, wenn die Zeit um ist. Vorher beenden: { CMD("timer aus") }
    .names = timer, wecker
command-silence =
    { CMD("stille 2 Minuten") } beginnt eine Stille und sagt leise, wenn sie zu Ende ist. Ich schweige so lange auch.
    .names = stille
command-break =
    { CMD("kaffeepause 10 Minuten") } beginnt eine Unterbrechung und sagt, wenn sie zu Ende ist.
    .names = kaffeepause, unterbrechung
command-timer-stop =
    { CMD("timer aus") } beendet einen Timer, eine Stille oder eine Kaffeepause vor der Zeit.
    .names = timer aus, timer stopp, stille beenden, kaffeepause beenden
command-pause =
    { CMD("atempause 5") } bittet alle um fünf ruhige Minuten, wenn etwas Schweres gesagt wurde oder alles zu viel ist. Das kann die Moderation, oder zwei Mitglieder zusammen. Eine Atempause dauert höchstens zehn Minuten, und in einer Stunde gibt es höchstens eine. Zwei Mitglieder können sie sofort beenden: { CMD("atempause beenden") }
    .names = atempause, ruhe
command-pause-end =
    { CMD("atempause beenden") } beendet eine Atempause. Im Einzelchat mit mir geht das auch.
    .names = atempause beenden, atempause ende, ruhe beenden
command-cw =
    { CMD("warnung Krankenhaus") } ist eine Warnung vor einer schweren Geschichte: Sie sagt, worum es geht, damit alle wählen können, ob sie es lesen. Als Antwort auf eine Nachricht steht sie unter dieser Nachricht.
    .names = warnung, inhaltswarnung, cw
command-care =
    { CMD("beistand") } zeigt allein der Moderation, was in einem schweren Moment hilft. Später frage ich sie, wie es ihr geht.
    .names = beistand, schwerer moment
command-back =
    { CMD("zum thema") } bringt uns zurück zum Thema und zeigt, was wir für ein anderes Mal aufheben.
    .names = zum thema, zurück zum thema, zurueck zum thema

word-each =
    .words = je, jeweils, pro person, für jede person
word-seconds =
    .words = sekunden, sekunde, sek

## Runden

# $person, $question (text, may be empty), $each (length, may be empty)
round-gathering =
    { $person } wünscht sich eine Runde{ $question ->
        [empty] .
       *[set] : { $question }
    } { $each ->
        [empty] { "" }
       *[set] Jede Person hat bis zu { $each }.
    }

    Wer ist da? Bitte schreibt { CMD("da") }. Wenn alle da sind, beginnt sie mit { CMD("weiter") }. Niemand muss etwas sagen.
# $order (list of people), $first (mention)
round-begun =
    { $question ->
        [empty] Eine Runde: Wie geht es euch?
       *[set] Eine Runde: { $question }
    }

    Die Reihenfolge, ausgelost: { $order }. { $each ->
        [empty] { "" }
       *[set] Jede Person hat bis zu { $each }.
    } Wir hören zu und antworten nicht. Du kannst immer passen.

    { $first }, du kannst anfangen. Wenn du fertig bist: { CMD("erledigt") }
# $person (mention), $next (person, may be empty), $again: they were not there before
round-turn =
    { $again ->
        [yes] { $person }, vorhin warst du nicht da: Möchtest du jetzt? { CMD("passe") } ist auch gut.
       *[no] { $person }, du bist dran, wenn du magst.
    } { $next ->
        [empty] { "" }
       *[set] Danach: { $next }.
    }
round-over =
    Danke. Alle, die wollten, sind drangekommen.{ $meeting ->
        [yes] {" "}So geht es weiter: { CMD("treffen weiter") }
       *[no] { "" }
    }
round-ended = Die Runde endet hier. Danke, dass ihr einander zugehört habt.
round-forgotten = In der Runde ist es lange still, darum beende ich sie. Wer noch etwas sagen möchte, kann das tun.
round-time = { $person }, die verabredete Zeit ist um. Sprich in Ruhe zu Ende.
round-passed = Du passt. Das ist immer gut.
round-in = Du bist dabei. Du kommst noch dran.
round-was-in = Du warst in dieser Runde schon dran. Wenn du noch etwas sagen möchtest: { CMD("hand") }
round-one-more = Dafür braucht es noch jemanden, damit niemand von einer einzigen Person unterbrochen wird. Wenn noch jemand dasselbe schreibt, geht es weiter.
round-end-one-more = Wenn noch ein Mitglied { CMD("runde beenden") } schreibt, endet die Runde.
round-on = Es läuft eine Runde. So endet sie: { CMD("runde beenden") }
round-none = Es läuft keine Runde. So beginnt eine: { CMD("runde Wie geht es euch?") }
round-has-begun = Die Runde hat schon begonnen.
round-not-begun = Die Runde hat noch nicht begonnen. Wenn alle da sind: { CMD("weiter") }
round-few = Eine Runde braucht mindestens zwei Menschen. Wer da ist, schreibt { CMD("da") }
round-not-your-turn = In der Runde ist jemand anderes dran. Ist die Person fertig, geht es mit { CMD("weiter") } weiter.
round-no-turn = Du kommst in dieser Runde nicht mehr dran, also gibt es nichts zu passen.
round-not-in = Du hast nicht gesagt, dass du da bist, also frage ich dich in dieser Runde nicht.
round-long = Eine Frage für eine Runde kann { $most } Buchstaben haben. Diese hat { $length }.
round-each = Für jede Person sind zwischen { $least } und { $most } möglich.

## Meldungen

hand-up = Du bist gemeldet. Dein Platz: { $place }.
hand-down = Deine Meldung ist zurückgenommen.
hand-none = Du bist nicht gemeldet. So meldest du dich: { CMD("hand") }
# $person (mention), $next (person, may be empty)
queue-turn =
    { $person }, bitte. { $next ->
        [empty] { "" }
       *[set] Danach: { $next }.
    }
queue-done = Sonst hat sich niemand gemeldet.
queue-empty = Niemand hat sich gemeldet. So meldest du dich: { CMD("hand") }
queue-none = Niemand hat sich gemeldet. So meldest du dich: { CMD("hand") }
queue =
    { $speaking ->
        [empty] Gerade spricht niemand.
       *[set] { $speaking } hat das Wort.
    } { $people ->
        [empty] Sonst hat sich niemand gemeldet.
       *[set] Diese möchten etwas sagen:
    }

    { $people }
queue-hand =
    { $person }{ $clarify ->
        [yes] , mit einer Frage
       *[no] { "" }
    }

## Zeit

# $length (length), $ends (moment)
time-timer = Ein Timer ab jetzt: { $length }.
time-silence = Wir sind still: { $length }. Niemand muss schreiben oder lesen.
time-break = Kaffeepause: { $length }, bis { $ends }.
time-over-timer = { $length }: Die Zeit ist um.
time-over-silence = Die Stille ist zu Ende. Danke.
time-over-break = Die Kaffeepause ist zu Ende. Willkommen zurück.
time-stopped =
    { $kind ->
        [silence] Die Stille endet hier.
        [break] Die Kaffeepause endet hier.
       *[timer] Der Timer ist aus.
    }
time-one-more = Wenn noch ein Mitglied dasselbe schreibt, beginnt es.
time-stop-one-more = Wenn noch ein Mitglied { CMD("timer aus") } schreibt, ist es zu Ende.
time-on =
    { $kind ->
        [silence] Es ist eine Stille
        [break] Es ist Kaffeepause
       *[timer] Es läuft ein Timer
    } bis { $ends }. Vorher beenden: { CMD("timer aus") }
time-none = Es läuft kein Timer.
time-range = Das kann zwischen { $least } und { $most } dauern.
# $command: what to type
time-unclear =
    { $words ->
        [empty] Wie lange?
       *[set] Wie lange? „{ $words }“ kann ich nicht lesen.
    } Zum Beispiel { $command }

## Eine Atempause

# $length (length), $ends (moment)
pause-begun =
    Atmen wir alle einmal durch. Hier ist es jetzt still, { $length } lang, bis { $ends }.

    { $closed ->
        [yes] Bis dahin kann in diesem Raum niemand schreiben oder reagieren. Abstimmungen laufen weiter: Du kannst abstimmen, indem du mir allein schreibst.
        [no-power] Die Gruppe möchte, dass so lange niemand schreiben kann. Dafür habe ich hier nicht die Rechte, darum schreibt und reagiert bitte bis dahin nicht.
       *[no] Bitte schreibt und reagiert bis dahin nicht.
    } Niemand hat etwas falsch gemacht. Wenn du jetzt jemanden brauchst: { CMD("dringend") } zeigt, wo es Hilfe gibt, und du kannst mir allein schreiben.
# $topic (text, may be empty), $person (may be empty): who had the floor
pause-over =
    Die Atempause ist zu Ende. Danke fürs Warten. { $topic ->
        [empty] { "" }
       *[set] Hier waren wir: { $topic }
    } { $person ->
        [empty] { "" }
       *[set] In der Runde ist { $person } dran.
    }
pause-one-more = Für eine Atempause braucht es die Moderation oder zwei Mitglieder. Wenn in den nächsten zehn Minuten noch ein Mitglied { CMD("atempause") } schreibt, beginnt sie.
pause-end-one-more = Wenn noch ein Mitglied { CMD("atempause beenden") } schreibt, endet sie sofort.
pause-on = Hier ist es bis { $ends } still. Gleich beenden: { CMD("atempause beenden") }
pause-none = Gerade ist keine Atempause.
pause-late = Ich lese das erst jetzt. Die Zeit für diese Atempause wäre schon um, darum habe ich sie nicht begonnen.
pause-range = Eine Atempause kann höchstens zehn Minuten dauern: { CMD("atempause 5") }
pause-again = Vor Kurzem war schon eine Atempause. Die nächste ist ab { $at } möglich. Wenn jemand jetzt Hilfe braucht: { CMD("dringend") }

pause-not-closed = Der Server lässt mich den Raum nicht schließen. Wartet also bitte einfach, bis die Atempause zu Ende ist.
pause-not-opened =
    Ich darf den Raum{ $group ->
        [empty] { "" }
       *[set] {" "}von { $group }
    } nicht wieder öffnen, weil meine Rechte hier geändert wurden. Bitte lasst jemanden, der den Raum verwaltet, die Stufe für das Senden von Nachrichten zurückstellen oder mir meine Rechte wiedergeben. Ich versuche es weiter.

word-setting-pause-raises-levels = den Raum in einer Atempause schließen
    .words = atempause schließt, atempause schliesst, atempause geschlossen
setting-pause-raises-levels = Ob während einer { CMD("atempause") } nur die Moderation des Raums schreiben und reagieren kann. Einzelchats und laufende Abstimmungen gehen weiter, und danach ist alles wie vorher. Dafür brauche ich das Recht, Berechtigungen zu ändern. { CMD("setze atempause schließt an") }

## Behutsames Sprechen

# $own (passage, may be empty): the group's own words
cw-how =
    { $own ->
        [empty] Schreib { CMD("warnung") } und worum es geht, zum Beispiel { CMD("warnung Krankenhaus, Tod eines Elternteils") }. Danach schreib deine Geschichte in einer Antwort. So können alle wählen, ob sie sie lesen.
       *[set] { $own }
    }

    { $own ->
        [empty] Sag, worum es geht, und lass Einzelheiten, Bilder und Zahlen weg. Vergessen? Das macht nichts: Schreib { CMD("warnung ...") } als Antwort auf deine eigene Nachricht.
       *[set] { "" }
    }
cw-before =
    Ein Wort vor der nächsten Nachricht, damit alle wählen können, ob sie sie jetzt, später oder gar nicht lesen.

    Es geht um: { $topic }
cw-under =
    Ein Wort zu dieser Nachricht, damit alle wählen können, ob sie sie jetzt, später oder gar nicht lesen.

    Es geht um: { $topic }
cw-note =
    Jemand{ $group ->
        [empty] { "" }
       *[set] {" "}in { $group }
    } hat ein Wort der Warnung unter eine Nachricht von dir gesetzt, damit andere wählen können, wann sie sie lesen. Du hast nichts falsch gemacht und kannst alles so lassen. Wenn du lieber mit eigenen Worten sagst, worum es geht: Antworte im Raum auf deine Nachricht mit { CMD("warnung ...") }
cw-direct = Eine Warnung gehört unter die Geschichte oder davor. Bitte schreib sie im Raum der Gruppe.
cw-long = Eine Warnung kann { $most } Buchstaben haben. Ein paar einfache Worte sind am besten: { CMD("warnung Krankenhaus") }

care-told =
    { $own ->
        [yes] Ich habe dir allein geschrieben.
       *[no] Ich habe der Person geschrieben, die gerade nach uns schaut.
    }
# $topic (text, may be empty), $own (passage, may be empty): the group's own words
care-steps =
    (Das siehst nur du.) { $own ->
        [empty] Jemand in der Gruppe findet, dass das ein schwerer Moment ist. Du könntest das tun, mit deinen eigenen Worten:
       *[set] { $own }
    }

    { $own ->
        [empty] { care-four }
       *[set] { "" }
    }

    { $own ->
        [empty] { $topic ->
            [empty] Dann komm zurück: „Atmen wir einmal durch und machen dann zusammen weiter.“
           *[set] Dann komm zurück: „Atmen wir einmal durch und gehen dann zurück zu unserem Thema.“ Es war: { $topic }
        } Sag bitte niemandem, dass er stumm schalten oder gehen soll. Achte auch auf dich: { CMD("dran pause") } gibt deine Aufgaben weiter.
       *[set] { "" }
    }
care-four =
    {"1."} Danke. „Danke, dass du uns das anvertraust. Das klingt sehr schmerzhaft.“

    {"2."} Schütze alle. „Ich möchte die Einzelheiten hier anhalten, weil sie anderen wehtun können.“ { CMD("atempause 5") } gibt dem Raum fünf ruhige Minuten.

    {"3."} Biete Hilfe an. Nenne ein oder zwei Stellen, die sich damit auskennen: { CMD("zeig hilfsangebote") }. Frag die Gruppe, ob sie weitere kennt.

    {"4."} Frag, was gebraucht wird. „Möchtest du, dass dir nach dem Treffen jemand von uns schreibt?“
care-after =
    Vor einer Stunde gab es einen schweren Moment{ $group ->
        [empty] { "" }
       *[set] {" "}in { $group }
    }, und du hast nach den anderen geschaut. Wie geht es dir jetzt? Du musst das nicht allein tragen: Antworte { CMD("person") }, und jemand aus der Gruppe schreibt dir.

# $topic (text), $parked (Lines, may be empty)
back =
    Atmen wir einmal durch und kommen zurück zu unserem Thema: { $topic }

    { $parked ->
        [empty] Was sonst aufkommt, kann auf ein anderes Mal warten: { CMD("notiere parken ...") }
       *[set] Das heben wir für ein anderes Mal auf:
    }

    { $parked }
back-nowhere = Gerade läuft kein Treffen, und die Gruppe hat nicht gesagt, worum es ihr geht. Darum weiß ich nicht, wohin zurück.
back-one-more = Wenn noch ein Mitglied { CMD("zum thema") } schreibt, sage ich es allen.

# $guideline (number), $words (text)
guideline-kindly =
    Eine freundliche Erinnerung an etwas, das wir zusammen vereinbart haben, für uns alle. Leitlinie { $guideline }:

    { $words }

data-floor = Dass du mit einer Runde, Meldungen, einem Timer oder einer Atempause zu tun hast, die gerade läuft; danach ist es weg
