# Was der Raum derer erfährt, die das Programm betreiben: nie etwas über Menschen, Räume oder was sie sagen.

introduction-operators = Hallo, ich bin Folkmoot. Hier sage ich euch, wenn mit mir etwas nicht stimmt, und wenn es wieder gut ist: der Homeserver, meine Schlüssel, die Platte, die Sicherungen, eine Aufzeichnung, die nicht stimmt. Solange ich nichts sage, weiß ich von nichts.
watch = { $lines }
watch-outage = Ich habe den Homeserver von { $since } bis { $until } nicht erreicht, darum sage ich es erst jetzt. Ich bin wieder da und hole nach, was inzwischen fällig war.
watch-keys =
    { $count ->
        [0] Der Homeserver hat keine Einmalschlüssel mehr von mir
        [one] Der Homeserver hat nur noch einen Einmalschlüssel von mir
       *[other] Der Homeserver hat nur noch { $count } Einmalschlüssel von mir
    }. Ohne sie können neue Geräte mir nicht so schreiben, dass ich es lesen kann. Warum ich keine neuen hinterlegen kann, steht in meinem Protokoll.
watch-keys-well = Es gibt wieder genug Einmalschlüssel.
watch-disk = Die Platte mit meinen Daten ist zu { $percent } % voll. Ist sie ganz voll, kann ich nichts mehr behalten. Bitte schafft Platz.
watch-disk-well = Auf der Platte ist wieder Platz.
watch-backup = Meine letzte Sicherung ist von { $since }. Bitte seht nach, warum es keine neuere gibt.
watch-backup-none = Es gibt noch keine Sicherung von mir. Bitte seht nach, warum.
watch-backup-well = Es gibt eine neue Sicherung.
watch-record = Die Aufzeichnung des Raums Nummer { $room } stimmt nicht: Jemand oder etwas hat sie an mir vorbei verändert. Bitte bewahrt die letzten Sicherungen auf, und seht nach, bevor dort mehr entschieden wird.
watch-record-well = Die Aufzeichnung des Raums Nummer { $room } stimmt wieder.
