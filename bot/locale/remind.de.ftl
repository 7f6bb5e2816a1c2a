# Erinnerungen: für mich, für uns, für jemanden, der es erlaubt hat.

command-remind-me =
    { CMD("erinnere mich in 2 Stunden, die Klinik anzurufen") } erinnert dich in unserem Einzelchat. Antworte { CMD("erinnere mich Freitag") } auf eine Nachricht, dann führe ich dich zu ihr zurück. In einem Einzelchat mit mir sieht niemand sonst, worum du bittest.

    - Immer wieder: { CMD("erinnere mich montags bis freitags um 8:00 bis Juni an den Spaziergang") }
    - Später noch einmal: antworte `schlummern 1 Tag` auf eine Erinnerung.
    - Deine ansehen: { CMD("zeig erinnerungen") }
    .names = erinnere mich, erinner mich
command-remind =
    { CMD("erinnere @ana morgen 9:00 an die Schlüssel") } erinnert jemanden in einem Einzelchat. Das geht nur bei Menschen, die es erlaubt haben: { CMD("ich erinnerungen von allen") }.
    .names = erinnere, erinner
command-remind-us =
    { CMD("erinnere uns jeden Dienstag 18:00, dass der Kreis um 19:00 beginnt") } erinnert die Gruppe in ihrem Raum. Antworte { CMD("erinnere uns in 3 Monaten") } auf ein Ergebnis, oder schreib { CMD("erinnere uns 1 in 3 Monaten") }: Dann bitte ich die Gruppe, es sich noch einmal anzusehen.

    Antworte `ich auch`, dann nenne ich dich dabei. Zwei Mitglieder können sie beenden: { CMD("stopp 1") }.
    .names = erinnere uns, erinner uns
command-show-reminders =
    { CMD("zeig erinnerungen") } zeigt deine Erinnerungen und die der Gruppe.
    .names = zeig erinnerungen, zeige erinnerungen, erinnerungen, meine erinnerungen
command-snooze =
    Antworte { CMD("schlummern 1 Tag") } auf eine Erinnerung, die gekommen ist, dann kommt sie noch einmal.
    .names = schlummern, schlummer
command-skip =
    { CMD("auslassen 7") } lässt bei einer Erinnerung, die sich wiederholt, das nächste Mal aus.
    .names = auslassen, überspringen, ueberspringen
command-me-too =
    Antworte { CMD("ich auch") } oder ein 👍 auf eine Erinnerung, die jemand im Raum gemacht hat: Dann erinnere ich dich auch.
    .names = ich auch, mich auch
command-me-reminders =
    { CMD("ich erinnerungen von allen") } erlaubt den Mitgliedern dieser Gruppe, dich durch mich in unserem Einzelchat zu erinnern. { CMD("ich erinnerungen von @bo") } erlaubt es einer Person, { CMD("ich erinnerungen von niemandem") } niemandem. Am Anfang darf es niemand.
    .names = ich erinnerungen

## Wörter, die Menschen schreiben

word-mine =
    .words = mein, meine, meins
word-ours =
    .words = unser, unsere, unseres
word-from =
    .words = von
word-everyone =
    .words = allen, alle, jedem
word-nobody =
    .words = niemandem, niemand, keinem
word-remind-left-out =
    .words = daran
word-remind-kept =
    .words = dass, an, zu, nicht
number-mine-or-ours = Du hast hier selbst eine #{ $number }, und die Gruppe hat auch eine. Welche meinst du? { $mine } oder { $ours }

## Eine machen

remind-set =
    {""}**#{ $number }** { $whom ->
        [me] { $where ->
            [here] Ich erinnere dich:
           *[direct] Ich erinnere dich in unserem Einzelchat:
        }
        [person] Ich erinnere { $person } in einem Einzelchat:
        [look] Ich bitte die Gruppe, noch einmal darauf zu schauen:
       *[us] Ich erinnere die Gruppe:
    } { $about }

    { $repeats ->
        [yes] Die nächsten Male:
       *[no] Sie kommt am { $times }.
    }

    { $list }

    { $last ->
        [empty] { "" }
       *[set] Das letzte Mal: { $last }.
    }

    { $without ->
        [empty] { "" }
       *[some] Nicht am { $without }.
    }

    { $clock ->
        [empty] { "" }
       *[set] Auf der Uhr von { $zone } ist das { $clock }.
    }

    Beenden: { CMD("stopp", $number) }. Eine andere Zeit: { CMD("ändern", $number, "morgen 9:00") }
remind-changed =
    {""}**#{ $number }** hat eine andere Zeit: { $about }

    { $repeats ->
        [yes] Die nächsten Male:
       *[no] Sie kommt am { $times }.
    }

    { $list }

    { $last ->
        [empty] { "" }
       *[set] Das letzte Mal: { $last }.
    }

    { $without ->
        [empty] { "" }
       *[some] Nicht am { $without }.
    }

    { $clock ->
        [empty] { "" }
       *[set] Auf der Uhr von { $zone } ist das { $clock }.
    }
remind-changed-hidden =
    {""}**#{ $number }** hat eine andere Zeit.

    { $repeats ->
        [yes] Die nächsten Male:
       *[no] Sie kommt am { $times }.
    }

    { $list }
remind-announced =
    { $person }, in einem Einzelchat mit mir:

    { $arranged }
remind-about =
    { $about ->
        [empty] diese Nachricht
       *[set] { $about }
    }{ $link ->
        [empty] { "" }
       *[set] {" "}{ $link }
    }
remind-about-number = #{ $number } { $question }
remind-example-me = { CMD("erinnere mich morgen 9:00 an den Anruf in der Klinik") }
remind-example-us = { CMD("erinnere uns morgen 9:00 an den Kuchen") }
remind-example-number = { CMD("erinnere uns", $lead, "in 3 Monaten") }
remind-example-person = { CMD("erinnere", $lead, "morgen 9:00 an die Schlüssel") }
remind-example-change = { CMD("ändern", $lead, "morgen 9:00") }
remind-example-snooze = { CMD("schlummern 1 Tag") }
remind-no-time = Darin habe ich keine Zeit gefunden und deshalb nichts getan. Zum Beispiel: { $example }
remind-no-time-direct = Darin habe ich keine Zeit gefunden und deshalb nichts davon behalten. Zum Beispiel: { $example }. Ich bin ein Programm. Wenn dir jemand aus deiner Gruppe schreiben soll, antworte `person`.
remind-which-part =
    Das lässt sich auf zwei Arten lesen. Welche meinst du?

    { $choices }
remind-unclear =
    Wann soll das sein? Ich lese „{ $phrase }“. { $why } { $choices ->
        [empty] Zum Beispiel: { $example }
       *[some] Du könntest schreiben:
    }

    { $choices }
remind-of-what = Woran soll ich dich erinnern? Schreib es bitte ans Ende: { $example }. Oder antworte auf eine Nachricht.
remind-us-of-what = Woran soll ich die Gruppe erinnern? Schreib es bitte ans Ende: { $example }. Oder antworte auf eine Nachricht.
remind-whom = Wen soll ich erinnern? { CMD("erinnere mich morgen 9:00 an den Anruf") } ist für dich, { CMD("erinnere uns morgen 9:00 an den Kuchen") } für die Gruppe, und { CMD("erinnere @ana morgen 9:00 an den Kuchen") } für ein Mitglied, das es erlaubt hat.
remind-whom-direct = Wen soll ich erinnern? Dich selbst so: { CMD("erinnere mich morgen 9:00 an den Anruf") }. Ich bin ein Programm. Wenn dir jemand aus deiner Gruppe schreiben soll, antworte `person`.
remind-not-allowed = { $person } hat das noch nicht erlaubt, deshalb habe ich nichts getan. Erlauben kann es nur { $person } selbst, mit { CMD("ich erinnerungen von", $sender) }.
remind-left-chat = Du hast unseren Einzelchat verlassen, deshalb erreiche ich dich nicht allein. Öffne bitte zuerst einen Chat mit mir und bitte mich dann noch einmal.
remind-left-chat-other = { $person } hat keinen Einzelchat mehr mit mir, deshalb kann ich dort niemanden erreichen.
remind-three-open = Du hast schon { $most } Erinnerungen für die Gruppe. Beende bitte zuerst eine: { CMD("zeig erinnerungen") }
remind-fifty-open = Du hast schon { $most } Erinnerungen, mehr kann ich nicht behalten. Beende bitte zuerst eine: { CMD("zeig erinnerungen") }
remind-too-often = Öfter als einmal in der Minute geht es nicht. Lass bitte mehr Zeit dazwischen.
remind-too-often-for-group = Eine Gruppe erinnere ich höchstens einmal am Tag. Für dich selbst darf es öfter sein: { CMD("erinnere mich alle 2 Stunden an ein Glas Wasser") }
remind-too-long = Das hat { $length } Zeichen, und ich kann { $most } behalten. Sag es bitte kürzer.
remind-past = Diese Zeit ist schon vorbei. Nenne bitte eine spätere.
remind-too-far = Das ist mehr als zehn Jahre hin. Nenne bitte eine frühere Zeit.

## Wenn die Zeit gekommen ist

remind-now =
    {""}**Erinnerung #{ $number }:** { $about }{ $by ->
        [empty] { "" }
       *[set] {" "}({ $by } hat mich gebeten, dich zu erinnern.)
    } { $meant ->
        [empty] { "" }
       *[set] { $count ->
            [one] Sie war für { $meant } gedacht, aber ich war weg.
           *[other] Sie war { $count }-mal fällig, während ich weg war, zuletzt am { $meant }. Ich sage sie einmal.
        }
    }

    { $more ->
        [yes] Sie kommt wieder. Beenden: { CMD("stopp", $number) }
       *[no] Später noch einmal? Antworte `schlummern 1 Tag`.
    }
remind-now-us =
    {""}**Erinnerung #{ $number }:** { $people ->
        [empty] { $about }
       *[some] { $people }, { $about }
    } { $meant ->
        [empty] { "" }
       *[set] { $count ->
            [one] Sie war für { $meant } gedacht, aber ich war weg.
           *[other] Sie war { $count }-mal fällig, während ich weg war, zuletzt am { $meant }. Ich sage sie einmal.
        }
    }
look-again =
    { $people ->
        [empty] Seht euch bitte **#{ $number }** noch einmal an: { $question }
       *[some] { $people }, seht euch bitte **#{ $number }** noch einmal an: { $question }
    }\
    Passt es noch für euch? Was daraus wurde, könnt ihr notieren: { CMD("notiere ergebnis", $number, "...") } { $meant ->
        [empty] { "" }
       *[set] { $count ->
            [one] Das war für { $meant } gedacht, aber ich war weg.
           *[other] Das war { $count }-mal fällig, während ich weg war, zuletzt am { $meant }. Ich sage es einmal.
        }
    }

## Was man mit einer tun kann

reminders-none = Es gibt keine Erinnerungen. Eine machen: { CMD("erinnere mich in 2 Stunden, die Klinik anzurufen") }
reminders =
    { $mine ->
        [empty] Du hast keine Erinnerungen.
       *[some] Deine Erinnerungen:
    }

    { $mine }

    { $ours ->
        [empty] { "" }
       *[some] { $group ->
            [empty] Erinnerungen für die Gruppe:
           *[set] Erinnerungen für { $group }:
        }
    }

    { $ours }

    { $more ->
        [0] { "" }
        [one] Es gibt noch eine weitere.
       *[other] Es gibt noch { $more } weitere.
    }
reminder-line =
    #{ $number } { $repeats ->
        [yes] das nächste Mal am { $next }:
       *[no] { $next }:
    } { $about ->
        [empty] davon rede ich nur in einem Einzelchat
       *[set] { $about }
    }{ $person ->
        [empty] { "" }
       *[set] {" "}(für { $person })
    }
reminder-shown =
    {""}**Erinnerung #{ $number }:** { $about }\
    Gemacht von { $person }.

    { $times ->
        [empty] Sie ist vorbei.
       *[some] Die nächsten Male:
    }

    { $times }

    { $joined ->
        [empty] { "" }
       *[some] Auch erinnert werden: { $joined }
    }
remind-none = #{ $number } ist keine Erinnerung. Was es ist, zeigt { CMD("zeig", $number) }
remind-over = #{ $number } ist vorbei.
remind-not-yours = #{ $number } ist die eigene Erinnerung von jemandem. Nur diese Person kann sie sehen, ändern oder beenden.
remind-only-owner = Das kann nur die Person, die #{ $number } gemacht hat. Beenden können sie zwei Mitglieder zusammen: { CMD("stopp", $number) }
remind-only-direct = Von #{ $number } rede ich nur in dem Einzelchat, in dem sie gemacht wurde.
remind-which = Um welche Nummer geht es? Antworte bitte auf eine Erinnerung, oder schreib ihre Nummer. Alle ansehen: { CMD("zeig erinnerungen") }
remind-change-when = Auf welche Zeit? Zum Beispiel: { $example }
remind-stopped = #{ $number } ist beendet. Ich behalte nichts davon.
remind-stopped-us = Erinnerung #{ $number } ist beendet, von { $people }: { $about }
remind-stop-one-more =
    { $person } möchte Erinnerung #{ $number } beenden: { $about }

    Dazu braucht es noch ein Mitglied: { CMD("stopp", $number) }
remind-stop-passed-on = Ich habe es der Gruppe gesagt. Wenn noch ein Mitglied es möchte, beende ich #{ $number }.
remind-left = An #{ $number } wirst du nicht mehr erinnert. Für die anderen geht sie weiter.
remind-skip-last = #{ $number } kommt nach dem nächsten Mal nicht wieder. Beenden: { CMD("stopp", $number) }
remind-skipped = #{ $number } fällt am { $skipped } aus. Das nächste Mal ist am { $next }.
remind-joined = Ich erinnere dich auch an #{ $number }. Willst du das nicht mehr: { CMD("stopp", $number) }
remind-joined-already = An #{ $number } erinnere ich dich schon.
snooze-reply = Antworte bitte `schlummern 1 Tag` auf eine Erinnerung, die von mir kam.
snooze-when = Bis wann? Antworte zum Beispiel `schlummern 1 Tag` oder `schlummern morgen 9:00`.
snooze-once = Ich kann es noch einmal sagen. Immer wieder geht so: { CMD("erinnere mich jeden Montag 9:00, die Pflanzen zu gießen") }
me-reminders =
    { $everyone ->
        [yes] Alle in dieser Gruppe dürfen dich durch mich in unserem Einzelchat erinnern. Willst du das ändern: { CMD("ich erinnerungen von niemandem") }
       *[no] { $people ->
            [empty] Niemand außer dir darf dich durch mich erinnern. Erlauben: { CMD("ich erinnerungen von allen") }
           *[some] Erinnern in unserem Einzelchat dürfen dich durch mich: { $people }. Zurücknehmen: { CMD("ich erinnerungen von niemandem") }
        }
    }
me-reminders-saved =
    { $everyone ->
        [yes] Gut. Ab jetzt dürfen dich alle in dieser Gruppe durch mich in unserem Einzelchat erinnern.
       *[no] { $people ->
            [empty] Gut. Ab jetzt darf dich niemand außer dir durch mich erinnern.
           *[some] Gut. Ab jetzt dürfen dich durch mich in unserem Einzelchat erinnern: { $people }.
        }
    }
me-reminders-who = In dieser Gruppe kenne ich niemanden, der „{ $name }“ heißt. Du könntest schreiben: { CMD("ich erinnerungen von allen") } oder { CMD("ich erinnerungen von niemandem") }.
