# Geheime Abstimmungen: was versprochen wird, die Stimme und ihr Beleg, die Siegel, und wer nachzählt.

command-check =
    Im Einzelchat mit mir zeigt { CMD("prüfe 1") } mit deinem Code, ob deine geheime Stimme gezählt wurde.
    .names = prüfe, pruefe, prüfen
command-confirm =
    { CMD("bestätige 1") } ist für die, die eine geheime Abstimmung nachzählen: Sie haben dasselbe gefunden.
    .names = bestätige, bestaetige, bestätigen
command-dispute =
    { CMD("bestreite 1 weil ...") } ist für die, die eine geheime Abstimmung nachzählen: Sie haben etwas anderes gefunden.
    .names = bestreite, bestreiten

word-secret =
    .words = geheim
word-secret-anyway =
    .words = geheim trotzdem
word-own-word =
    .words = wort
word-anyway =
    .words = trotzdem

## Beginn

secret-few =
    Nur { $count } Menschen könnten hier abstimmen. Bei weniger als { $enough } ist ein Geheimnis dünn: Oft lässt sich erraten, wer wie gestimmt hat. Was will die Gruppe?

    - Eine offene Abstimmung: Schreib es noch einmal ohne `geheim`.
    - Trotzdem eine geheime: Schreib es noch einmal mit `| geheim trotzdem` am Ende.
    - Oder bittet jemanden von außen, dem ihr alle vertraut, die Stimmen zu sammeln und zu zählen.
secret-status =
    {""}**#{ $number }** ist eine geheime Abstimmung, offen bis { $closes }. { $eligible } Mitglieder dürfen abstimmen. { $turnout ->
        [0] Wie viele abgestimmt haben, sage ich, sobald es { $first } sind.
       *[other] **Mindestens { $turnout }** haben abgestimmt.
    }

    { $how } { $rule }

    { $few ->
        [yes] Bei so wenigen lässt sich vielleicht erraten, wer wie gestimmt hat.
       *[no] { "" }
    } { $scrutineers ->
        [empty] { "" }
       *[some] Zum Nachzählen ausgelost: { $scrutineers }.
    }

    Siegel des Loses: `{ $seal }`
secret-status-closed = **#{ $number }** ist zu Ende. { $voted } von { $eligible } haben geheim abgestimmt. Das Ergebnis steht in einer eigenen Nachricht.
secret-extended = #{ $number }: Bisher haben zu wenige mitgemacht; { $needed } sind nötig. Die Abstimmung bleibt noch einmal offen, bis { $closes }. Abgegebene Stimmen zählen.
secret-change-new =
    {""}**#{ $number } hat einen neuen Text.**

    Vorher: { $before }

    Jetzt: { $after }

    Alle abgegebenen Stimmen sind ungültig und gelöscht, und die Zeit beginnt von vorn. Wenn du abgestimmt hast, stimm bitte noch einmal ab.
secret-now-line = #{ $number } „{ $question }“ ist eine geheime Abstimmung, offen bis { $closes }. { $mine }
now-secret = Ob du abgestimmt hast, sage ich dir im Einzelchat.
secret-show-open =
    {""}**{ $question }**

    { $status }

## Vor der ersten Stimme

secret-promise =
    {""}**Das ist eine geheime Abstimmung. Das bedeutet es.**

    - Andere Mitglieder sehen nicht, wie du gestimmt hast. Auch die Moderation sieht es nicht.
    - Ich sehe deine Stimme, wenn du sie schickst. Ich zähle sie, und danach bewahre ich sie ohne deinen Namen auf.
    - Wer mich betreibt, könnte nachsehen, wenn er oder sie das Versprechen bricht. Ist dieser Chat nicht verschlüsselt, könnten auch die nachsehen, die den Server betreiben.
    - Sie können sehen, dass du mir geschrieben hast, und wann.
    - Bitte zeig deinen Beleg niemandem. Wenn jemand will, dass du beweist, wie du gestimmt hast, sag es der Moderation.
    - Wenn alle gleich stimmen, wissen alle, wie du gestimmt hast.

    Du bekommst einen Beleg. Am Ende zeige ich eine Liste von Siegeln. Steht dein Siegel darin, dann wurde deine Stimme gezählt. { $scrutineers ->
        [empty] Zum Nachzählen konnte niemand ausgelost werden.
       *[some] { $scrutineers } wurden ausgelost, um nachzuzählen. Sie sehen die Stimmen, aber nicht die Namen.
    }

    Wenn dir das nicht sicher genug ist, bitte die Gruppe um einen anderen Weg.
secret-now-vote =
    { $typed ->
        [yes] Gezählt habe ich noch nichts. Wenn das für dich in Ordnung ist, schick deine Stimme noch einmal.
       *[no] Wenn das für dich in Ordnung ist, schick deine Stimme.
    } Zum Beispiel: { $vote }. Du kannst ein eigenes Wort anhängen: { CMD("stimme", $number, "... wort pflaume") }. Damit beweist dein Beleg mehr.
secret-plain =
    {""}**Dieser Chat ist nicht verschlüsselt.** Wer den Server betreibt, könnte deine Stimme lesen. { $typed ->
        [yes] Darum habe ich sie nicht gezählt.
       *[no] { "" }
    } Besser ist es, du beginnst einen verschlüsselten Chat mit mir und stimmst dort ab. Willst du trotzdem hier abstimmen, häng `trotzdem` an: { CMD("stimme", $number, "... trotzdem") }

## Die Stimme

secret-in-room =
    { $person }, die Abstimmung #{ $number } ist geheim, darum zählt diese Stimme nicht. { $removed ->
        [yes] Ich habe sie aus dem Raum entfernt.
       *[no] Ich darf hier keine Nachrichten entfernen. Bitte entferne sie selbst.
    } Bitte stimm im Einzelchat mit mir ab.
secret-removed = Eine geheime Stimme bleibt nirgends länger als nötig.
secret-remove-yours = Ich darf in diesem Chat keine Nachrichten entfernen. Bitte entferne deine selbst, damit sie hier niemand findet.
secret-receipt =
    { $changed ->
        [yes] {""}**Deine Stimme zu #{ $number } ist geändert: { $choice }.**
       *[no] {""}**Gezählt für #{ $number }: { $choice }.**
    }

    Dein Code: `{ $code }`

    Dein Siegel beginnt mit: `{ $seal }`

    { $word ->
        [empty] Du hast kein Wort gewählt, darum beweist dieser Beleg weniger: Ich allein habe alle seine Teile gemacht.
       *[set] Dein Wort ist { $word }. Den Rest des Codes habe ich durch Zufall gemacht.
    } Bewahr den Code so auf, dass ihn sonst niemand sieht. Ich bewahre ihn nicht auf. Ohne ihn kannst du deine Stimme nicht ändern. { $reasoned ->
        [yes] Deine Begründung lesen am Ende alle, ohne deinen Namen.
       *[no] { "" }
    }

    Ändern: { CMD("stimme", $number, "...", $code) }. Zurücknehmen: { CMD("stimme", $number, "nichts", $code) }. Nach dem Ende ({ $closes }) kannst du nachsehen, ob sie gezählt wurde: { CMD("prüfe", $number, $code) }

    { $removed ->
        [yes] Deine Nachricht entferne ich jetzt aus diesem Chat.
       *[no] Ich darf in diesem Chat keine Nachrichten entfernen. Bitte entferne deine Stimme selbst, damit sie hier niemand findet.
    }
secret-withdrawn =
    Deine Stimme zu #{ $number } ist zurückgenommen. Bewahr den Code auf: Mit ihm kannst du bis zum Ende wieder abstimmen. { $removed ->
        [yes] Deine Nachricht entferne ich jetzt aus diesem Chat.
       *[no] Ich darf in diesem Chat keine Nachrichten entfernen. Bitte entferne deine selbst, damit sie hier niemand findet.
    }
secret-not-an-answer =
    Das ist keine Antwort auf #{ $number }, die ich verstehe. Gezählt ist nichts. Du könntest schreiben: { $choices }. Dahinter kann ein eigenes Wort stehen (`wort pflaume`) oder der Code einer Stimme, die du ändern willst.
secret-voted = Du hast zu #{ $number } schon abgestimmt. Zum Ändern brauche ich den Code von deinem Beleg, denn ich weiß nicht, welche Stimme deine ist: { $vote } und der Code. Ist der Code verloren, bleibt deine erste Stimme. Es tut mir leid, dass ich das nicht ändern kann.
secret-needs-code = Um eine geheime Stimme zurückzunehmen, brauche ich den Code von deinem Beleg, denn ich weiß nicht, welche deine ist: { CMD("stimme", $number, "nichts") } und der Code. Ist der Code verloren, bleibt deine Stimme. Es tut mir leid, dass ich das nicht ändern kann.
secret-no-such-code = Mit diesem Code habe ich keine Stimme zu #{ $number }. Bitte sieh noch einmal auf deinen Beleg. Ohne den richtigen Code kann ich keine Stimme ändern, denn ich weiß nicht, welche deine ist.
secret-word-long = Dieses Wort ist zu lang. Bitte nimm höchstens { $most } Buchstaben.
secret-word-strange = Bitte nimm für dein eigenes Wort nur Buchstaben und Ziffern.
secret-nudge =
    Eine geheime Abstimmung wartet auf dich: #{ $number } { $question } Sie ist offen bis { $closes }. Zum Abstimmen schreib hier: { $vote }

## Das Ergebnis

secret-result =
    {""}**#{ $number } { $question }**

    {""}**{ $verdict }** { $why }

    { $counts }

    { $turnout } von { $eligible } haben geheim abgestimmt.

    { $steps }

    { $reasons ->
        [empty] { "" }
       *[some] Begründungen:
    }

    { $reasons }

    { $notes }

    { $final ->
        [empty] Das ist endgültig.
       *[set] Endgültig wird es, wenn { $scrutineers } nachgezählt haben und eine Person davon es bestätigt, oder am { $final }.
    } In der Aufzeichnung: { $head }. Zum Ansehen: { CMD("zeig", $number) }
secret-reason = ({ $choice }) { $reason }
secret-seals =
    {""}**Die Siegel von #{ $number }**{ $parts ->
        [one] { "" }
       *[other] {" "}({ $part } von { $parts })
    }: { $count ->
        [one] eine Stimme, ein Siegel.
       *[other] { $count } Stimmen, { $count } Siegel.
    } Steht deins in der Liste? Dann wurde deine Stimme gezählt.

    { $seals }

    Startwert des Loses: `{ $seed }`. Name dieser Abstimmung: `{ $poll }`
secret-seal = `{ $seal }`
secret-scrutiny =
    Du wurdest ausgelost, um die geheime Abstimmung #{ $number } nachzuzählen: { $question }

    Ich schicke dir alle { $count } Stimmen, ohne Namen. Jede Zeile ist ein Schlüssel und eine Stimme. Bitte zähl sie und vergleich sie mit den Zahlen und den Siegeln im Raum. Jeder Computer kann das: Kopier die Zeilen in diesen Befehl und schließ mit Strg-D.

    `{ $command }`

    Ist es dasselbe? Schreib { CMD("bestätige", $number) }. Wenn nicht: { CMD("bestreite", $number, "weil ...") }. Bitte lösch die Zeilen danach und zeig sie niemandem.
secret-pairs =
    {""}**Stimmen zu #{ $number }**{ $parts ->
        [one] { "" }
       *[other] {" "}({ $part } von { $parts })
    }

    { $pairs }
secret-pair = `{ $key } { $choice }`
secret-confirmed = { $person } hat #{ $number } nachgezählt und dasselbe gefunden.
secret-disputed =
    {""}**{ $person } hat #{ $number } nachgezählt und etwas anderes gefunden:** { $reason }

    Ich bewahre die Stimmen, ohne Namen, bis { $until } auf, damit ihr es gemeinsam ansehen könnt. Ihr könnt auch neu abstimmen.
secret-final =
    #{ $number } ist endgültig. { $confirmed ->
        [0] Niemand hat die Zählung rechtzeitig bestätigt.
        [one] Eine Person hat die Zählung bestätigt.
       *[other] { $confirmed } Personen haben die Zählung bestätigt.
    } { $disputed ->
        [0] { "" }
        [one] Eine Person hat sie bestritten; das steht in der Aufzeichnung.
       *[other] { $disputed } Personen haben sie bestritten; das steht in der Aufzeichnung.
    } Die Stimmen habe ich gelöscht; Siegel und Zahlen bleiben.
secret-thanks = Danke. Ich habe es der Gruppe gesagt.
secret-not-closed = #{ $number } ist noch offen. Zu zählen gibt es noch nichts.
secret-not-scrutineer =
    { $scrutineers ->
        [empty] Zum Nachzählen von #{ $number } wurde niemand ausgelost.
       *[some] Zum Nachzählen von #{ $number } wurden nur { $scrutineers } ausgelost.
    } Wenn du meinst, dass etwas nicht stimmt, sag es bitte im Raum.
secret-final-already = #{ $number } ist schon endgültig, und die Stimmen sind gelöscht.
secret-counted-already = Was du bei #{ $number } gefunden hast, hast du mir schon gesagt.
secret-dispute-because = Was hast du gefunden? { CMD("bestreite", $number, "weil ...") }

## Prüfen

secret-check-open = #{ $number } ist keine geheime Abstimmung. Zum Ansehen: { CMD("zeig", $number) }
secret-check-direct = Bitte prüf deine Stimme im Einzelchat mit mir, damit sonst niemand deinen Code sieht.
secret-check-code = Bitte schreib deinen Code dahinter, wie er auf dem Beleg steht: { CMD("prüfe", $number, "...") }
secret-check-early =
    #{ $number } ist offen bis { $closes }. Dann kommt die Liste der Siegel. { $kept ->
        [yes] Eine Stimme mit diesem Code habe ich.
       *[no] Eine Stimme mit diesem Code habe ich nicht. Bitte sieh noch einmal auf deinen Beleg.
    }
secret-check-found =
    {""}**Deine Stimme wurde gezählt: { $choice }.** Ihr Siegel steht in der Liste: `{ $seal }`

    Du musst mir nicht glauben. Auf einem eigenen Computer zeigt das hier dasselbe Siegel:

    `{ $command }`
secret-check-missing =
    Zu diesem Code { $choice ->
        [empty] { "" }
       *[set] und der Stimme { $choice }
    } finde ich kein Siegel in der Liste von #{ $number }. { $single ->
        [yes] Bitte sieh noch einmal auf deinen Beleg.
       *[no] Bitte sieh noch einmal auf deinen Beleg, und schreib deine Stimme vor den Code: { CMD("prüfe", $number, "a, b ...") }
    } Wenn alles stimmt, sag es einer Person, die nachzählt. Auf einem eigenen Computer zeigt das hier das Siegel, das da sein müsste:

    `{ $command }`

## Die Aufzeichnung

record-closed-secret =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] „{ $question }“
       *[no] (der Text wurde entfernt)
    }: { $verdict } { $counts ->
        [empty] { "" }
       *[some] { $counts };
    } { $turnout } von { $eligible } haben geheim abgestimmt; { $seals ->
        [one] ein Siegel
       *[other] { $seals } Siegel
    }.
record-confirmed =
    { $seq }. { $at }: { $person } hat die geheime Abstimmung #{ $number } nachgezählt und dasselbe gefunden.
record-disputed =
    { $seq }. { $at }: { $person } hat die geheime Abstimmung #{ $number } nachgezählt und etwas anderes gefunden: { $reason ->
        [empty] (der Text wurde entfernt)
       *[set] { $reason }
    }
record-final =
    { $seq }. { $at }: #{ $number } wurde endgültig. Bestätigt: { $confirmed }, bestritten: { $disputed }.
