# Offene Wahl: Wahl ohne Kandidaturen.

command-elect =
    { CMD("wählt Wer hat den Schlüssel?") } findet jemanden für eine Aufgabe, ohne dass sich jemand bewerben muss. Alle nominieren jemanden und sagen warum, in einem Einzelchat mit mir; ich zeige alles zusammen. Nach den Änderungen schlägt jemand, der nicht nominiert ist, eine Person vor, und die Gruppe wird um Konsent gefragt. Niemand zählt Nominierungen: Die Gründe zählen.
    .names = wählt, offene wahl, waehlt
command-nominate =
    { CMD("nominiere 1 Bo weil er immer als Erster da ist") } nominiert ein Mitglied in Wahl 1. Schreib es in einem Einzelchat mit mir; während der Änderungen schreib es in der Gruppe.
    .names = nominiere, nominieren
command-next =
    { CMD("weiter 1") } geht in Wahl 1 weiter, bevor die Zeit um ist, wenn alle gehört wurden. Das kann nur, wer die Wahl begleitet.
    .names = weiter
command-suggest =
    { CMD("empfiehl 1 Bo weil ...") } schlägt in Wahl 1 eine Person vor, für die die Gründe sprechen. Das kann nur, wer die Wahl begleitet.
    .names = empfiehl, empfehle
command-accept =
    { CMD("annehmen 1") } übernimmt, worum die Gruppe dich in Wahl 1 bittet.
    .names = annehmen, nehme an
command-decline =
    { CMD("ablehnen 1") } sagt, dass du es nicht übernimmst. Niemand fragt nach dem Grund. Du kannst es in einem Einzelchat mit mir schreiben.
    .names = ablehnen, lehne ab

elect-next-in-meeting = Gerade möchte niemand sprechen. So geht es in der Tagesordnung weiter: { CMD("treffen weiter") }
elect-none-open = Gerade läuft keine Wahl. So beginnt eine: { CMD("wählt Wer hat den Schlüssel?") }
elect-is-none = #{ $number } ist keine Wahl. Was es ist, zeigt { CMD("zeig", $number) }
elect-announce =
    {""}**#{ $number } Wahl ohne Kandidaturen: { $question }**\
    Begonnen von { $person }.

    Wen siehst du in dieser Aufgabe, und warum? Schreib es mir bitte in einem Einzelchat: { CMD("nominiere", $number, "Bo weil ...") }. Du kannst auch dich selbst nominieren. Wenn dir niemand einfällt: { CMD("passe", $number) }

    { $until ->
        [empty] Dafür ist Zeit: { $length }.
       *[set] Dafür ist Zeit bis { $until }.
    } Ich halte alles versiegelt und zeige es dann zusammen. Ich zähle nie: Die Gründe zählen.

    Wenn { $person } nominiert wird, entscheidet das Los, wer die Wahl begleitet. Sein Siegel: { $seal }
elect-not-open-yet = #{ $number } ist unterwegs. Nominiere bitte, wenn die Wahl im Raum steht.
elect-nominations-over = Die Zeit für Nominierungen in #{ $number } ist vorbei. Den nächsten Schritt zeigt { CMD("zeig", $number) }
elect-not-yours = Dabei sind die, die Mitglied waren, als #{ $number } begann. Bei allem, was von jetzt an beginnt, kannst du mitmachen.
elect-in-direct = Nominierungen für #{ $number } kommen in einem Einzelchat zu mir, damit sich niemand nach anderen richtet. Diese ist nicht angenommen.
elect-in-room = Alle Nominierungen für #{ $number } sind jetzt offen. Sag eine Änderung bitte in der Gruppe, wo alle sie hören.
elect-not-a-member = Nominieren kann man nur, wer Mitglied war, als #{ $number } begann.
elect-has-declined = Diese Person hat gesagt, dass sie #{ $number } nicht übernimmt. Denk bitte an jemand anderen.
elect-needs-reason = Sag bitte, warum: { CMD("nominiere", $number, "Bo weil ...") }. Auf die Gründe hört die Gruppe.
elect-long-reason = Dein Grund hat { $length } Zeichen, und ich kann { $most } nehmen. Sag es bitte kürzer.
elect-who = Ich weiß nicht, wer „{ $name }“ in dieser Gruppe ist. Erwähne die Person bitte, oder schreib den Namen so, wie er angezeigt wird: { CMD("nominiere", $number, "Bo weil ...") }
elect-nominated-nominating = Für #{ $number } nominierst du { $nominee }: { $reason }\
    Ich halte es versiegelt, bis alle zusammen geöffnet werden. Zum Ändern nominiere noch einmal.
elect-nominated-changing = Für #{ $number } nominiert { $person } jetzt { $nominee }: { $reason }
elect-nominated-nobody = Für #{ $number } nominierst du niemanden. Zum Ändern: { CMD("nominiere", $number, "Bo weil ...") }
elect-nomination = { $person } nominiert { $nominee }: { $reason ->
        [empty] (der Text wurde entfernt)
       *[set] { $reason }
    }
elect-nomination-nobody = { $person } nominiert niemanden
elect-unsealed =
    {""}**#{ $number } { $question }** Das sind alle Nominierungen:

    { $nominations }

    Hat dich ein Grund umgestimmt? Sag es hier bis { $due }: { CMD("nominiere", $number, "Bo weil ...") }
elect-call =
    { $because ->
        [empty] { "" }
       *[set] { $because }
    }

    {""}**#{ $number } { $question }** { $person }, schlag bitte eine Person vor, für die die Gründe sprechen, und sag warum, vor { $due }: { CMD("empfiehl", $number, "Bo weil ...") }

    { $seed ->
        [empty] { "" }
       *[set] Das Los hat bestimmt, wer vorschlägt. Seine Zahl war { $seed }.
    }
elect-next-not-yours = Nur wer #{ $number } begleitet, kann weitergehen. Wenn die Zeit um ist, geht es von selbst weiter.
elect-next-waits =
    { $missing ->
        [one] In #{ $number } wurde ein Mitglied noch nicht gehört. Es geht weiter, wenn es geantwortet hat oder die Zeit um ist.
       *[other] In #{ $number } wurden { $missing } Mitglieder noch nicht gehört. Es geht weiter, wenn sie geantwortet haben oder die Zeit um ist.
    }
elect-next-nothing = #{ $number } wartet auf das Wort einer Person. Auf wessen, zeigt { CMD("zeig", $number) }
elect-suggest-not-now = In #{ $number } ist gerade nicht die Zeit, jemanden vorzuschlagen. Den nächsten Schritt zeigt { CMD("zeig", $number) }
elect-suggest-not-yours = Nur wer #{ $number } begleitet, schlägt eine Person vor. Wer das ist, zeigt { CMD("zeig", $number) }
elect-suggest-not-nominated = Diese Person hat in #{ $number } niemand nominiert. Schlag bitte jemanden vor, für den andere Gründe genannt haben.
elect-suggest-needs-reason = Sag bitte, welche Gründe für diese Person sprechen: { CMD("empfiehl", $number, "Bo weil ...") }
elect-suggested =
    {""}**#{ $number }** { $person } schlägt { $nominee } vor: { $reason }\
    Siehst du einen Schaden darin? Die Umfrage, die folgt, fragt alle anderen um Konsent; { $nominee } wird zuletzt gefragt.
elect-round = { $question } { $nominee }
elect-nominee-last = Du wirst in #{ $number } zuletzt gefragt: Wenn die anderen Konsent geben, schreibe ich dir. Wenn du jetzt schon weißt, dass du lieber nicht möchtest: { CMD("ablehnen", $number) }
elect-asked = **#{ $number }** Niemand hat einen Einwand. Ich habe { $person } gefragt; Zeit für die Antwort ist bis { $due }.
elect-ask = { $group } gibt Konsent, dass du #{ $number } übernimmst: { $question }\
    Möchtest du? Bis { $due }: { CMD("annehmen", $number) } oder { CMD("ablehnen", $number) }. Zum Ablehnen brauchst du keinen Grund.
elect-not-asked = In #{ $number } wirst du gerade nicht gefragt. Den nächsten Schritt zeigt { CMD("zeig", $number) }
elected = **#{ $number } { $question }** { $person } übernimmt es, mit dem Konsent der Gruppe.
elect-thanks = Danke. Ich habe es gesagt: { $group }
elect-declined = { $person } übernimmt es nicht und braucht dafür keinen Grund.
elect-decline-noted = Das ist in Ordnung. Ich sage der Gruppe nur, dass du #{ $number } nicht übernimmst.
elect-not-available = **#{ $number }** { $because }
elect-no-answer = { $person } hat nicht geantwortet, also kann jemand anderes vorgeschlagen werden.
elect-round-stopped = #{ $number } Diese Frage wird nicht weiter gestellt.
elect-ended =
    { $because ->
        [empty] { "" }
       *[set] { $because }
    }

    {""}**#{ $number } { $question }** Die Wahl ist vorbei, und niemand ist gewählt. Ihr könnt eine neue beginnen: { CMD("wählt ...") }
elect-heard =
    #{ $number }: { $heard ->
        [empty] Noch niemand wurde gehört.
       *[some] Schon gehört: { $heard }.
    } { $missing ->
        [empty] Niemand fehlt.
       *[some] Noch nicht gehört: { $missing }.
    }

elect-step-announced = Sie ist unterwegs.
elect-step-nominating = Als Nächstes: Nominiere jemanden in einem Einzelchat mit mir bis { $due }: { CMD("nominiere", $number, "Bo weil ...") }
elect-step-changing = Als Nächstes: Lies die Nominierungen, und wenn du deine änderst, sag es in der Gruppe bis { $due }: { CMD("nominiere", $number, "Bo weil ...") }
elect-step-suggesting = Als Nächstes: { $facilitator } schlägt eine Person vor, bis { $due }.
elect-step-consenting = Als Nächstes: Alle außer { $nominee } sagen, ob sie Konsent geben: { $vote }
elect-step-asking = Als Nächstes: { $nominee } sagt bis { $due }, ob es passt.
elect-step-elected = { $nominee } hat es übernommen.
elect-step-ended = Sie ist vorbei, und niemand ist gewählt.
elect-line = #{ $number } Wahl „{ $question }“. { $step }
elect-shown =
    {""}**#{ $number } Wahl ohne Kandidaturen: { $question ->
        [empty] (der Text wurde entfernt)
       *[set] { $question }
    }**\
    Begonnen von { $person }.

    { $step }

    { $history }

record-elect-opened =
    { $seq }. { $at }: { $person } hat eine Wahl ohne Kandidaturen begonnen, #{ $number }{ $known ->
        [yes] , „{ $question }“
       *[no] { "" }
    }. { $eligible } Mitglieder sind dabei.
record-elect-nominations = { $seq }. { $at }: Die Nominierungen von #{ $number } wurden geöffnet: { $nominations }.
record-elect-changed = { $seq }. { $at }: Eine Nominierung von #{ $number } wurde geändert: { $nominations }.
record-elect-suggested =
    { $seq }. { $at }: In #{ $number } hat { $person } { $nominee } vorgeschlagen{ $reason ->
        [empty] {"."}
       *[set] : { $reason }
    }
record-elected = { $seq }. { $at }: { $person } hat #{ $number } übernommen, mit dem Konsent der Gruppe.
record-elect-ended = { $seq }. { $at }: Die Wahl #{ $number } endete, und niemand wurde gewählt.
record-elect-stopped = { $seq }. { $at }: { $person } hat die Wahl #{ $number } zurückgenommen.
