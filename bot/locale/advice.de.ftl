# Beratung und Stimmungsbild: was die Gruppe sagt, wo nicht die Gruppe entscheidet.

command-advice =
    { CMD("beratung Soll ich die neuen Stühle bestellen?") } bittet um Rat zu etwas, das du selbst entscheidest. Frag bitte die, die es betrifft, und die, die sich auskennen. Rat ist keine Stimme. Nach 72 Stunden frage ich dich, was du entschieden hast und was du mit dem Rat gemacht hast. Ein anderes Ende: { CMD("beratung Soll ich die neuen Stühle bestellen? bis Freitag 20:00") }
    .names = beratung, bitte um rat
command-advise =
    { CMD("rate 1 Nimm bitte die blauen") } gibt Rat zu Nummer 1; oder antworte `rate` und deine Worte. Alle in der Gruppe können ihn mit { CMD("zeig 1") } lesen. { CMD("rate 1 nichts") } nimmt deinen zurück.
    .names = rate, rat, mein rat
command-sense =
    { CMD("stimmungsbild Passt uns die neue Zeit noch?") } fragt, wie es euch mit etwas geht: sieht gut aus, unsicher oder besorgt. Nach 48 Stunden zeige ich das Bild. Es entscheidet nichts, und nichts davon kommt in die Aufzeichnung.
    .names = stimmungsbild, stimmung

## Beratung

advice-announce =
    {""}**#{ $number } Beratung: { $question }** { $person } entscheidet das und bittet euch vorher um Rat.

    Betrifft es dich, oder kennst du dich damit aus? Dann sag bitte, was zu bedenken ist: { CMD("rate", $number, "...") }, oder antworte `rate` und deine Worte. Ich bewahre deine Worte auf, und alle in der Gruppe können sie lesen. Das ist keine Abstimmung, ich zähle also nichts.

    { $until ->
        [empty] Zeit für Rat: { $length }.
       *[set] Zeit für Rat ist bis { $until }.
    } Danach sagt { $person }, was entschieden ist und was mit dem Rat geschah.
advise-none-open = Gerade bittet niemand um Rat. So bittest du selbst darum: { CMD("beratung Soll ich die neuen Stühle bestellen?") }
advise-is-none = #{ $number } bittet nicht um Rat. Was es ist, zeigt { CMD("zeig", $number) }
advise-not-open-yet = #{ $number } ist unterwegs. Gib deinen Rat bitte, wenn die Frage im Raum steht.
advise-over = Die Zeit für Rat zu #{ $number } ist vorbei. Du kannst ihn der Person, die gefragt hat, noch selbst sagen. Wie es steht, zeigt { CMD("zeig", $number) }
advise-own = Über #{ $number } entscheidest du selbst, der Rat kommt also von den anderen. Wenn die Zeit um ist, frage ich dich, was du entschieden hast.
advise-empty = Schreib deinen Rat bitte hinter die Nummer: { CMD("rate", $number, "...") }
advise-too-long = Das hat { $length } Zeichen, und ich kann { $most } aufheben. Sag es bitte kürzer, oder in zwei Teilen.
advise-many = Du hast zu #{ $number } schon { $most }-mal Rat gegeben, mehr kann ich nicht aufheben. Neu beginnen: { CMD("rate", $number, "nichts") }
advise-none-yours = Von dir gibt es keinen Rat zu #{ $number }.
advise-kept = Dein Rat zu #{ $number } ist für { $person } aufgehoben. Alle in der Gruppe können ihn lesen: { CMD("zeig", $number) }
advise-withdrawn = Dein Rat zu #{ $number } ist ganz zurückgenommen.
advice-over =
    {""}**#{ $number } { $question }** Die Zeit für Rat ist vorbei. { $late ->
        [empty] { "" }
       *[set] Ich war weg und sage das { $late } zu spät.
    } { $unread ->
        [0] { "" }
        [one] Eine Nachricht aus dieser Zeit konnte ich nicht lesen.
       *[other] { $unread } Nachrichten aus dieser Zeit konnte ich nicht lesen.
    }

    { $advisers ->
        [empty] Niemand hat Rat gegeben. { $person }, hast du die gefragt, die es betrifft? Dann sag der Gruppe bitte, was du entschieden hast: { CMD("notiere ergebnis", $number, "...") }
       *[some] Rat kam von { $advisers }. Zum Lesen: { CMD("zeig", $number) }. { $person }, sag der Gruppe bitte, was du entschieden und was du mit dem Rat gemacht hast: { CMD("notiere ergebnis", $number, "...") }
    }
advice-reminder =
    {""}**#{ $number } { $question }** { $person }, was hast du entschieden{ $advisers ->
        [empty] {"?"}
       *[some] , und was hast du mit dem Rat von { $advisers } gemacht?
    } Sag es bitte der Gruppe: { CMD("notiere ergebnis", $number, "...") }. Wenn es nicht mehr nötig ist: { CMD("zurückziehen", $number) }
advice-not-yours = Nur die Person, die bei #{ $number } um Rat gebeten hat, kann sagen, was sie entschieden hat. Danach kannst du notieren, was daraus wurde.
advice-stop-not-yours = Nur wer #{ $number } gefragt hat, kann es zurücknehmen.
advice-answered =
    {""}**#{ $number } { $question }**

    { $person } hat entschieden: { $outcome }

    { $count ->
        [0] Niemand hatte Rat gegeben.
        [one] Einmal wurde Rat gegeben. Zum Lesen: { CMD("zeig", $number) }
       *[other] { $count }-mal wurde Rat gegeben. Zum Lesen: { CMD("zeig", $number) }
    }

    In der Aufzeichnung: { $head }.
advice-stopped = #{ $number } { $question }: { $person } hat die Frage zurückgenommen.
advice-who =
    #{ $number }: { $advisers ->
        [empty] Noch niemand hat Rat gegeben.
       *[some] Rat gaben { $advisers }.
    } Niemand muss, also fehlt auch niemand.
advice-line = #{ $number } Beratung zu „{ $question }“. { $step }
advice-step-announced = Sie ist unterwegs.
advice-step-open = { $person } entscheidet. Rat bis { $ends }: { CMD("rate", $number, "...") }
advice-step-deciding = Die Zeit für Rat ist vorbei. Jetzt sagt { $person }, was entschieden ist: { CMD("notiere ergebnis", $number, "...") }
advice-step-decided = Es ist entschieden.
advice-step-stopped = Die Frage wurde zurückgenommen.
advice-shown =
    {""}**#{ $number } Beratung: { $question ->
        [empty] (der Text wurde entfernt)
       *[set] { $question }
    }** Gefragt von { $person }.

    { $step }

    { $advice ->
        [empty] Es gibt keinen Rat.
       *[some] Dieser Rat wurde gegeben:
    }

    { $advice }

    { $history }
advice-shown-more =
    Weiterer Rat zu #{ $number }:

    { $advice }
advice-given = { $person }: { $words }
record-advice-opened =
    { $seq }. { $at }: { $person } bat um Rat, als #{ $number }{ $known ->
        [yes] , „{ $question }“
       *[no] { "" }
    }, bis { $ends }.
record-advice-answered =
    { $seq }. { $at }: { $person } hat #{ $number } { $count ->
        [0] ohne Rat
        [one] nach einem Rat
       *[other] nach { $count }-mal Rat
    } entschieden{ $outcome ->
        [empty] {"."}
       *[set] : { $outcome }
    }
record-advice-stopped = { $seq }. { $at }: { $person } hat #{ $number }, eine Bitte um Rat, zurückgenommen.

## Stimmungsbild

ballot-looks_good = sieht gut aus
    .words = sieht gut aus, gut, passt, ja, j, +1, 👍, ✅, ✔
ballot-not_sure = unsicher
    .words = unsicher, nicht sicher, weiß nicht, vielleicht, 🤷, 😐
ballot-concerned = besorgt
    .words = besorgt, ich bin besorgt, sorge, 👎, 😟
option-looks_good = sieht gut aus
option-not_sure = unsicher
option-concerned = besorgt
way-looks_good = { CMD("stimme", $number, "sieht gut aus") }
way-not_sure = { CMD("stimme", $number, "unsicher") }
way-concerned = { CMD("stimme", $number, "besorgt weil ...") }
poll-sense = #{ $number } Stimmungsbild: { $question }
how-sense =
    { $polled ->
        [yes] Tipp auf eine Antwort, antworte mit { "`sieht gut aus`" } oder { "`unsicher`" }, oder schreib { CMD("stimme", $number, "besorgt weil ...") }.
       *[no] Schreib mir im Einzelchat { CMD("stimme", $number, "sieht gut aus") } oder { CMD("stimme", $number, "besorgt weil ...") }.
    }
needs-sense = Es entscheidet nichts: Ich zeige nur, wie es euch damit geht und welche Gründe ihr nennt.
sense-status =
    {""}**#{ $number }** ist offen bis { $closes }. **{ $voted } von { $eligible }** haben geantwortet.

    { $how } { $rule } { $privacy }
sense-status-closed = **#{ $number }** ist vorbei. Das Bild steht in einer eigenen Nachricht.
sense-poll-ended = #{ $number } ist vorbei. Das Bild folgt.
sense-count-looks_good = { $count }-mal sieht gut aus
sense-count-not_sure = { $count }-mal unsicher
sense-count-concerned = { $count }-mal besorgt
sense-picture =
    {""}**#{ $number } Stimmungsbild: { $question }**

    { $picture ->
        [empty] Niemand hat geantwortet.
       *[some] { $picture }. { $turnout } von { $eligible } haben geantwortet.
    }

    { $reasons ->
        [empty] { "" }
       *[some] Genannte Gründe:
    }

    { $reasons }

    { $notes }

    Das ist ein Bild und keine Entscheidung. Entscheiden könnt ihr mit { CMD("vorschlagen ...") }
sense-line =
    #{ $number } Das Stimmungsbild „{ $question }“ ist offen bis { $closes }. { $mine ->
        [answered] Du hast geantwortet.
        [waiting] Du kannst antworten: { $ways }
       *[other] Du kamst dazu, nachdem es begonnen hatte.
    }
sense-shown =
    {""}**#{ $number } Stimmungsbild: { $question ->
        [empty] (der Text wurde entfernt)
       *[set] { $question }
    }** Gefragt von { $person }.

    { $status ->
        [announced] Die Umfrage ist unterwegs.
        [open] Offen bis { $closes }. { $turnout } von { $eligible } haben geantwortet. Antworten: { $ways }
       *[stopped] Die Frage wurde zurückgenommen.
    }
sense-no-decision = #{ $number } ist ein Stimmungsbild und entscheidet nichts. Entscheiden könnt ihr mit { CMD("vorschlagen ...") }
outcome-nothing = #{ $number } entscheidet nichts, also gibt es kein Ergebnis zu notieren. Zum Nachsehen: { CMD("zeig", $number) }
