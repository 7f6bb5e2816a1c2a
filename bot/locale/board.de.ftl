# Der Aushang, die Zeile im Thema des Raums, und Rat von außen.

command-show-board =
    { CMD("zeig aushang") } zeigt den Aushang: was offen ist, was als Nächstes kommt, wer Dienst hat.
    .names = zeig aushang, zeige aushang, zeig den aushang, aushang
command-note-advice =
    { CMD("notiere rat 1 Teehaus: Wir haben es versucht, es war gut") } hält fest, was jemand von außen zu Nummer 1 sagt. Ohne Nummer ist es für die Gruppe. Es ist Rat und nie eine Stimme. { CMD("zeig 1") } zeigt ihn.
    .names = notiere rat, notiere rat von außen
word-setting-noticeboard = Aushang
    .words = aushang
word-setting-topic-line = Zeile im Thema des Raums
    .words = themenzeile, thema
setting-noticeboard = Eine angeheftete Nachricht mit dem, was offen ist, was als Nächstes kommt, und wer Dienst hat: { CMD("setze aushang an") }
setting-topic-line = Eine Zeile am Ende des Themas sagt, welche Abstimmungen offen sind, nur mit Nummern, denn Matrix verschlüsselt das Thema nicht: { CMD("setze themenzeile an") }

board =
    {""}**Aushang**{ $group ->
        [empty] { "" }
       *[set] {" "}von { $group }
    }

    { $parts ->
        [empty] Gerade wartet nichts.
       *[some] { "" }
    }

    { $parts }

    Was auf dich wartet: { CMD("jetzt") }. Was ich kann: { CMD("hilfe") }. In Not: { CMD("dringend") }
board-vote = #{ $number } „{ $question }“ ist offen bis { $closes }.
board-duty = Dienst: { $people }
board-off = Dieser Aushang wird nicht mehr weitergeführt. Was auf dich wartet: { CMD("jetzt") }
board-to-pin = Damit er im Raum angeheftet ist: { CMD("setze aushang an") }
board-may-not-pin = Ich darf hier keinen Aushang anheften. Jemand mit mehr Rechten in diesem Raum kann mich zur Moderation machen, dann hefte ich ihn an. Bis dahin: { CMD("zeig aushang") }
board-may-not-topic = Ich darf hier das Thema nicht ändern. Jemand mit mehr Rechten in diesem Raum kann mich zur Moderation machen, dann hänge ich meine Zeile an. Bis dahin: { CMD("zeig aushang") }
topic-line =
    { $numbers ->
        [empty] Gerade ist nichts zu entscheiden. Hilfe: { CMD("hilfe") }
       *[some] Zu entscheiden: { $numbers }. Mehr: { CMD("jetzt") }
    }
topic-number = #{ $number }

## Rat von außen

outside-unclear = Wer sagt es, und was? Zum Beispiel: { CMD("notiere rat 1 Teehaus: Wir haben es versucht, es war gut") }
outside-too-long = Das hat { $length } Zeichen, und ich kann { $most } aufheben. Sag es bitte kürzer.
outside-told = Rat von außen zu #{ $number }, notiert von { $person }. { $source }: { $words } Das ist Rat und keine Stimme.
outside-noted = Der Rat von { $source } ist bei #{ $number } aufgehoben.
outside-noted-group = Der Rat von { $source } ist als #{ $number } aufgehoben.
outside-stays = #{ $number } ist Rat von außen und bleibt, wie er notiert wurde.
outside-shown =
    {""}**#{ $number } Rat von außen** { $source }: { $words ->
        [empty] (der Text wurde entfernt)
       *[set] { $words }
    }

    { $history }
outside-with = Rat von außen: { $advice }
outside-line = { $source }: { $words }
record-outside-advice =
    { $seq }. { $at }: { $person } hat Rat von außen zu #{ $number } notiert{ $words ->
        [empty] {"."}
       *[set] . { $source }: { $words }
    }
