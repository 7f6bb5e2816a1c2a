# Ein Treffen halten, was ins Protokoll kommt, und das Protokoll.

command-meet-start =
    { CMD("treffen beginnen") } beginnt das nächste Treffen vor seiner Zeit. Zu seiner Zeit beginnt es von selbst.
    .names = treffen beginnen, treffen anfangen
command-meet-end =
    { CMD("treffen beenden") } beendet das Treffen, und das Protokoll kommt sofort.
    .names = treffen beenden, treffen ende
command-here =
    { CMD("da") } sagt während eines Treffens, dass du da bist. Im Protokoll steht, wie viele da waren. { CMD("da mit Namen") } setzt auch deinen Namen hinein. Es antwortet auch, wenn ich frage, ob du noch mitmachst.
    .names = da, bin da, ich bin da, hier, bin hier, ich bin hier
command-note =
    { CMD("notiere Der Saal ist im Mai frei") } schreibt etwas ins Protokoll des Treffens, das gerade läuft. Nichts sonst von dem, was ihr sagt, kommt hinein.
    .names = notiere, notiz
command-note-agreed =
    { CMD("notiere vereinbart Im Sommer treffen wir uns draußen") } hält fest, was ihr vereinbart habt, in deinen Worten. Es entscheidet nichts; zum Entscheiden: { CMD("hier vorschlagen ...") }
    .names = notiere vereinbart, vereinbart
command-note-action =
    { CMD("notiere aufgabe @bo den Saal anrufen bis Freitag") } hält fest, wer was tut. Ich erinnere die Person und führe es auf, bis jemand { CMD("erledigt 1") } schreibt.
    .names = notiere aufgabe, aufgabe
command-note-park =
    { CMD("notiere parken Der Garten") } hebt ein Thema für ein anderes Mal auf. Es kommt auf die nächste Tagesordnung.
    .names = notiere parken, parken
command-note-undo =
    { CMD("notiz zurück") } nimmt deine letzte Notiz zurück.
    .names = notiz zurück, notiz zurueck
command-propose-here =
    { CMD("hier vorschlagen Nehmen wir den Saal?") } fragt die, die gerade im Treffen sind, zehn Minuten lang. Angenommen ist es nur, wenn mehr als die Hälfte aller Mitglieder der Gruppe Ja sagt.
    .names = hier vorschlagen, vorschlagen hier
command-done =
    { CMD("erledigt 1") } sagt, dass Nummer 1 erledigt ist.
    .names = erledigt
command-show-actions =
    { CMD("zeig to-dos") } zeigt, was jemand übernommen hat und noch nicht erledigt ist.
    .names = zeig to-dos, zeige to-dos, to-dos, zeig todos, todos
command-show-minutes =
    { CMD("zeig protokoll") } zeigt das Protokoll des letzten Treffens, { CMD("zeig protokoll 1") } das eines anderen.
    .names = zeig protokoll, zeige protokoll, protokoll
command-minutes-correct =
    { CMD("protokoll ändern 3 Der Saal ist im Juni frei") } gibt Zeile 3 des Protokolls andere Worte, bis es angenommen ist.
    .names = protokoll ändern, protokoll aendern, protokoll berichtigen
command-minutes-approve =
    { CMD("protokoll annehmen") } sagt, dass das Protokoll stimmt. Wenn zwei Mitglieder das sagen, gilt es.
    .names = protokoll annehmen, protokoll stimmt

word-by =
    .words = bis zum, bis
word-by-name =
    .words = mit namen, mit meinem namen

## Beginnen

meet-early = #{ $number } { $title } ist am { $at }. Es kann frühestens { $most } davor beginnen.
meeting-open =
    __Willkommen bei { $title }.__{ $late ->
        [empty] { "" }
       *[set] {" "}Ich war weg und sage das { $late } zu spät.
    } Wir haben Zeit bis { $ends }. { $where } Schreibt bitte { CMD("da", $number) }, damit im Protokoll stehen kann, wie viele wir waren.

    { $roles }

    { $own ->
        [empty] Eine kurze Erinnerung: Was hier gesagt wird, bleibt hier. Du musst nie etwas sagen. Warne bitte vor einer schweren Geschichte. Sprich von deinem eigenen Leben, eine Person nach der anderen.
       *[set] { $own }
    }

    Wir beginnen mit: { $item }.{ $order ->
        [empty] { "" }
       *[some] {" "}Die Reihenfolge, ausgelost: { $order }.
    } Wenn alle dran waren: { CMD("treffen weiter") }
meeting-open-short =
    __{ $title } beginnt.__{ $late ->
        [empty] { "" }
       *[set] {" "}Ich war weg und sage das { $late } zu spät.
    } Wir haben Zeit bis { $ends }. { $where } Schreibt bitte { CMD("da", $number) }. Was hier gesagt wird, bleibt hier, und du musst nie etwas sagen.

    { $roles }

    Wir beginnen mit: { $item }.{ $order ->
        [empty] { "" }
       *[some] {" "}Die Reihenfolge, ausgelost: { $order }.
    } Danach: { CMD("treffen weiter") }
role-tonight-facilitator =
    { $person } begleitet das Treffen{ $lot ->
        [yes] , per Los
       *[no] { "" }
    }. Wenn du lieber nicht möchtest, antworte hierauf mit { CMD("passe") }
role-tonight-timekeeper =
    { $person } achtet auf die Zeit{ $lot ->
        [yes] , per Los
       *[no] { "" }
    }.
role-tonight-notes =
    { $person } schreibt mit{ $lot ->
        [yes] , per Los
       *[no] { "" }
    }: { CMD("notiere ...") }
meeting-role-gone =
    Jemand mit einer Aufgabe in diesem Treffen hat die Gruppe verlassen.

    { $roles ->
        [empty] Niemand ist mehr dafür da, teilt sie euch bitte auf.
       *[some] Von jetzt an gilt:
    }

    { $roles }
meeting-role-passed =
    { $person } lehnt ab. { $roles ->
        [empty] Niemand ist mehr dafür da, teilt es euch bitte auf.
       *[some] Von jetzt an gilt:
    }

    { $roles }
meeting-missed =
    Ich war weg, als #{ $number } { $title } beginnen sollte, { $at }, und kam erst nach seinem Ende zurück. Für ein Protokoll habe ich nichts. { $next ->
        [empty] Es war der letzte Termin.
       *[set] Das nächste ist am { $next }.
    }
here-counted =
    { $named ->
        [yes] Du bist da, und das Protokoll nennt dich.
       *[no] Du bist da. Das Protokoll zählt dich und nennt dich nicht.
    }

## Währenddessen

meeting-item-check-in =
    {""}**{ $item }** Alle sagen in ein paar Worten, wie es ihnen heute geht. In dieser Runde antwortet niemand darauf. Wenn du nichts sagen möchtest, sag einfach „weiter“.
meeting-item-check-out =
    {""}**{ $item }** Alle können eins sagen: etwas, das ich mitnehme, oder etwas, das ich jetzt brauche, oder einfach „danke“. Wenn alle dran waren: { CMD("treffen beenden") }
meeting-item-own =
    {""}**{ $item }** { $left ->
        [empty] Die Zeit ist um.
       *[set] Es bleiben { $left }
    }{ $left ->
        [empty] { "" }
       *[set] { $ahead ->
            [0] , und das ist der letzte Punkt.
            [one] {" "}für diesen und einen weiteren Punkt.
           *[other] {" "}für diesen und { $ahead } weitere Punkte.
        }
    } Wer noch nicht gesprochen hat, kommt zuerst dran. Wenn etwas anderes aufkommt: { CMD("notiere parken ...") }
meet-agenda-done = Das war der letzte Punkt der Tagesordnung. So endet das Treffen: { CMD("treffen beenden", $number) }
note-empty = Danach steht nichts. Bitte schreib deine Worte dazu.
note-too-long = Das hat { $length } Buchstaben, und ich kann { $most } aufheben. Sag es bitte kürzer oder in zwei Teilen.
note-many = Im Protokoll stehen { $most } Notizen, und mehr kann ich nicht aufheben.
note-not-yours = Ich kann nur eine Nachricht von dir selbst notieren, die ich lesen kann. Schreib sie bitte: { CMD("notiere", "...") }
note-kept = Es steht im Protokoll von { $title }.
note-parked = Es ist geparkt und kommt auf die nächste Tagesordnung.
note-agreed-kept = Im Protokoll, in den Worten von { $person }: { $words }. So steht es da, bis das Protokoll angenommen ist, und es entscheidet nichts.
note-undone = Zurückgenommen: { $words }
note-nothing-to-undo = In diesem Treffen gibt es keine Notiz von dir.
here-no-options = In einem Treffen kann ich eine Frage mit Ja und Nein stellen. Eine Wahl zwischen Möglichkeiten braucht mehr Zeit: { CMD("vorschlagen Welcher Tag? | Dienstag | Donnerstag") }
here-too-long = Eine Frage in einem Treffen kann höchstens { $most } offen sein. Um alle und länger zu fragen: { CMD("vorschlagen ...") }
here-not-yours = #{ $number } wurde in einem Treffen gefragt. Darüber stimmen die ab, die { CMD("da") } geschrieben hatten, als es begann.
here-result =
    Das wurde in { $title } gefragt. { $present ->
        [one] Eine Person war da und konnte abstimmen
       *[other] { $present } waren da und konnten abstimmen
    }.
why-here = Mehr als die Hälfte aller Mitglieder der Gruppe musste Ja sagen, also { $needed }.

## Aufgaben

action-noted =
    { $action }{ $owner ->
        [empty] {" "}Noch hat es niemand übernommen.
       *[set] { "" }
    } Wenn es erledigt ist: { CMD("erledigt", $number) }
action-line =
    #{ $number } { $owner ->
        [empty] { $words }
       *[set] { $owner }: { $words }
    }{ $due ->
        [empty] { "" }
       *[set] , bis { $due }
    }.
action-due =
    #{ $number }{ $group ->
        [empty] { "" }
       *[set] {" "}in { $group }
    }: Das hast du übernommen: { $words }. Wenn es erledigt ist: { CMD("erledigt", $number) }
action-done = #{ $number } { $words }: { $person } sagt, dass es erledigt ist.
action-stopped = #{ $number } { $words }: { $person } hat es von der Liste genommen.
action-not-yours = Von der Liste nehmen kann #{ $number } nur, wer es übernommen oder notiert hat. Wenn es erledigt ist: { CMD("erledigt", $number) }
action-done-already = #{ $number } war schon erledigt.
action-shown =
    { $action } Aus Treffen #{ $meeting }. { $done ->
        [yes] Es ist von der Liste.
       *[no] Es ist noch zu tun.
    }
actions =
    Das ist noch zu tun:

    { $actions }
actions-none = Es ist nichts mehr zu tun. So hältst du in einem Treffen etwas fest: { CMD("notiere aufgabe @bo den Saal anrufen bis Freitag") }
done-nothing = #{ $number } ist nichts, was jemand erledigt. Was es ist, zeigt { CMD("zeig", $number) }

## Beenden

meeting-empty =
    Noch hat niemand gesagt, bei { $title } da zu sein. Wenn du da bist, schreib einfach { CMD("da", $number) }. Wenn nicht, ist das in Ordnung. Vielleicht passt eine andere Zeit mehr Leuten: { CMD("ändern", $series, "jeden Mittwoch 19 Uhr") }
meeting-last =
    {""}**Wir haben noch { $left }.** Alle können eins sagen: etwas, das ich mitnehme, oder etwas, das ich jetzt brauche, oder einfach „danke“. Wenn alle dran waren: { CMD("treffen beenden", $number) }
meet-end-not-yours = { $person } begleitet dieses Treffen und beendet es. Nach { $ends } können es alle.
meeting-was-empty =
    #{ $number } { $title }: Niemand hat gesagt, da zu sein, also gibt es kein Protokoll. { $next ->
        [empty] Es war der letzte Termin.
       *[set] Das nächste ist am { $next }.
    }
meeting-closed =
    __{ $title } ist zu Ende.__

    { $own ->
        [empty] Was hier gesagt wurde, bleibt hier. Wenn heute schwer für dich war, bleib damit bitte nicht allein: { CMD("dringend") } zeigt, wo es Hilfe gibt, auch nachts.
       *[set] { $own }
    }

    { $open ->
        [empty] { "" }
       *[some] Das bleibt offen und kommt auf die nächste Tagesordnung:
    }

    { $open }

    { $actions ->
        [empty] { "" }
       *[some] Das ist noch zu tun:
    }

    { $actions }

    { $next ->
        [empty] Es war der letzte Termin.
       *[set] Das nächste Treffen ist am { $next }. { $facilitator ->
            [empty] Wer es begleitet, entscheidet das Los.
           *[set] { $facilitator } begleitet es.
        }
    }

## Protokoll

minutes =
    {""}**Protokoll von #{ $number } { $title }:** { $head }

    { $agenda ->
        [empty] { "" }
       *[some] Worüber wir sprachen:
    }

    { $agenda }

    { $decisions ->
        [empty] { "" }
       *[some] Entscheidungen:
    }

    { $decisions }

    { $agreed ->
        [empty] { "" }
       *[some] Vereinbart, in den Worten einer Person:
    }

    { $agreed }

    { $notes ->
        [empty] { "" }
       *[some] Notizen:
    }

    { $notes }

    { $actions ->
        [empty] { "" }
       *[some] Aufgaben:
    }

    { $actions }

    { $parked ->
        [empty] { "" }
       *[some] Geparkt:
    }

    { $parked }

    { $status }
minutes-head =
    { $began }, { $length }. { $count ->
        [one] Eine Person war da
       *[other] { $count } waren da
    }{ $names ->
        [empty] { "" }
       *[some] , darunter { $names }
    }.
minutes-status =
    { $approved ->
        [empty] So berichtigst du eine Zeile: { CMD("protokoll ändern 3 ...") }. Wenn alles stimmt: { CMD("protokoll annehmen", $number) }
       *[set] Angenommen von { $count ->
            [one] einem Mitglied
           *[other] { $count } Mitgliedern
        } am { $approved }.
    }
minutes-title = Protokoll von { $title }, { $day }
minutes-heading-agenda = Worüber wir sprachen
minutes-heading-decisions = Entscheidungen
minutes-heading-agreed = Vereinbart, in den Worten einer Person
minutes-heading-note = Notizen
minutes-heading-action = Aufgaben
minutes-heading-parked = Geparkt
minutes-item = { $words }
minutes-note =
    { $place }: { $words }{ $corrected ->
        [yes] {" "}(berichtigt)
       *[no] { "" }
    }
minutes-parked =
    { $place }: { $words }{ $corrected ->
        [yes] {" "}(berichtigt)
       *[no] { "" }
    }
minutes-agreed =
    { $place }: { $words } (in den Worten von { $by ->
        [empty] jemandem, der vergessen werden wollte
       *[set] { $by }
    }{ $corrected ->
        [yes] , berichtigt
       *[no] { "" }
    })
minutes-action =
    { $place }: #{ $number } { $owner ->
        [empty] { $words }
       *[set] { $owner }: { $words }
    }{ $due ->
        [empty] { "" }
       *[set] , bis { $due }
    }{ $corrected ->
        [yes] {" "}(berichtigt)
       *[no] { "" }
    }
minutes-decision = #{ $number } { $question ->
        [empty] (der Text wurde entfernt)
       *[set] { $question }
    } { $verdict } { $counts } ({ $turnout } von { $eligible } nahmen teil)
minutes-decision-open =
    #{ $number } { $question ->
        [empty] (der Text wurde entfernt)
       *[set] { $question }
    } { $status ->
        [stopped] Es wurde zurückgenommen.
       *[open] Es war noch offen, als das Treffen endete.
    }
minutes-foot =
    { $approved ->
        [empty] Aus dem, was für das Protokoll gegeben wurde. Noch nicht angenommen.
       *[set] Angenommen von { $count ->
            [one] einem Mitglied
           *[other] { $count } Mitgliedern
        } am { $approved }.
    }
minutes-none = #{ $number } hat kein Protokoll.
minutes-none-yet = Kein Protokoll wartet darauf, angenommen zu werden. Das letzte zeigt { CMD("zeig protokoll") }
minutes-which = Welches Treffen? Zum Beispiel { CMD("zeig protokoll 1") }
minutes-no-line = Welche Zeile? Das Protokoll von #{ $number } hat { $count }. Zum Beispiel { CMD("protokoll ändern 3 Der Saal ist im Juni frei") }
minutes-stand = Das Protokoll von #{ $number } kann nicht mehr geändert werden.
minutes-approved-by-you = Du hast das Protokoll von #{ $number } schon angenommen. Es braucht noch ein Mitglied.
minutes-corrected =
    Protokoll von #{ $number } { $title }: { $person } hat Zeile { $place } berichtigt.

    - Vorher: { $before }
    - Jetzt: { $words }
minutes-approval = { $person } nimmt das Protokoll von #{ $number } { $title } an. Wenn { $needed } Mitglieder das tun, gilt es: { CMD("protokoll annehmen", $number) }
minutes-approved = Das Protokoll von #{ $number } { $title } ist angenommen und steht in der Aufzeichnung: { $head }.
record-meeting-held =
    { $seq }. { $at }: #{ $number } { $title } wurde gehalten, mit { $count ->
        [one] einer Person
       *[other] { $count } Personen
    }, { $decisions ->
        [0] keiner Entscheidung
        [one] einer Entscheidung
       *[other] { $decisions } Entscheidungen
    } und { $notes ->
        [0] keiner Notiz
        [one] einer Notiz
       *[other] { $notes } Notizen
    }.
record-minutes-corrected = { $seq }. { $at }: { $person } hat Zeile { $place } des Protokolls von #{ $number } berichtigt: { $words }
record-minutes-approved = { $seq }. { $at }: { $people } nahmen das Protokoll von #{ $number } { $title } an.
