# What a room hears after a backup was put back.
put-back =
    { $direct ->
        [yes] Mein Gedächtnis für diesen Chat wurde aus einer Kopie vom { $made } wiederhergestellt. Was seitdem hier geschrieben wurde, habe ich noch einmal gelesen.
       *[no] Mein Gedächtnis für diese Gruppe wurde aus einer Kopie vom { $made } wiederhergestellt. Was seitdem hier geschah, habe ich noch einmal gelesen, und nichts, was ich damals sagte, sage ich noch einmal.
    }{ $unread ->
        [0] { "" }
        [one] { " " }Eine Nachricht von seitdem kann ich nicht lesen. Wenn sie für mich war, schreib sie bitte noch einmal.
       *[other] { " " }{ $unread } Nachrichten von seitdem kann ich nicht lesen. Was darin für mich war, schreibt bitte noch einmal.
    }{ $lost ->
        [0] { "" }
        [one] { " " }Ein Kennzeichen der Aufzeichnung, das ich danach hier genannt habe, ist nicht in meiner Aufzeichnung. Was ich noch einmal lesen konnte, steht dort neu, mit einem anderen Kennzeichen. Bitte vergleicht beides.
       *[other] { " " }{ $lost } Kennzeichen der Aufzeichnung, die ich danach hier genannt habe, sind nicht in meiner Aufzeichnung. Was ich noch einmal lesen konnte, steht dort neu, mit anderen Kennzeichen. Bitte vergleicht beides.
    }{ $stays ->
        [yes] { " " }Ich sollte diese Gruppe verlassen. Jetzt bleibe ich, bis die Person, die mich betreibt, es noch einmal sagt.
       *[no] { "" }
    }
secret-put-back =
    __Die geheime Abstimmung #{ $number } beginnt von vorn.__ Mein Gedächtnis wurde aus einer Kopie wiederhergestellt, und keine Kopie enthält geheime Stimmen. Alle Stimmen dazu sind also verloren, und wenn ich inzwischen ein Ergebnis genannt habe, steht es nicht in meiner Aufzeichnung. Bitte stimmt noch einmal ab.
