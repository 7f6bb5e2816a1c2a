## Befehle

command-show-record =
    { CMD("zeig aufzeichnung") } zeigt die neuesten Einträge der Aufzeichnung dieser Gruppe. Niemand kann unbemerkt einen Eintrag ändern oder entfernen.

    - Eine Art: { CMD("zeig aufzeichnung entscheidungen") }, oder leitlinien, regeln, aufgaben, treffen, abstimmungen
    - Eine Zeit: { CMD("zeig aufzeichnung Mai 2026") }, { CMD("zeig aufzeichnung seit Montag") }
    - Mit einem Wort: { CMD("zeig aufzeichnung über Küche") }
    .names = zeig aufzeichnung, zeige aufzeichnung, zeig die aufzeichnung, zeige die aufzeichnung, aufzeichnung
command-show-record-verify =
    { CMD("zeig aufzeichnung prüfen") } prüft, dass nichts in der Aufzeichnung geändert wurde, zählt die offenen Abstimmungen noch einmal und vergleicht mit dem, was ich im Raum gesagt habe.
    .names = zeig aufzeichnung prüfen, prüfe aufzeichnung, aufzeichnung prüfen
command-show-record-export =
    { CMD("zeig aufzeichnung mitnehmen") } schickt die ganze Aufzeichnung als eine Datei, für jedes Mitglied. Geheimes und Persönliches ist nicht dabei.
    .names = zeig aufzeichnung mitnehmen, aufzeichnung mitnehmen, export aufzeichnung
command-show-record-drill =
    { CMD("zeig aufzeichnung probe") } probiert aus, ob die Gruppe mit allem gehen könnte, was ihr gehört.
    .names = zeig aufzeichnung probe, aufzeichnung probe
command-me-data =
    { CMD("ich daten") } sagt dir, was ich in dieser Gruppe über dich gespeichert habe. Es geht in unserem Einzelchat.
    .names = ich daten
command-me-export =
    { CMD("ich mitnehmen") } schickt dir alles, was ich in dieser Gruppe über dich gespeichert habe, als Datei. Es geht in unserem Einzelchat.
    .names = ich mitnehmen, ich export
command-me-forget =
    { CMD("ich vergessen") } macht dich zu einem früheren Mitglied in allem, was ich von dieser Gruppe aufbewahre. Vorher sage ich, was geht und was bleibt, und warum. Es geht in unserem Einzelchat.
    .names = ich vergessen, vergiss mich

## Wörter, die man schreibt

word-record-about =
    .words = über, mit
word-record-since =
    .words = seit, ab
word-record-page =
    .words = seite
word-record-decisions =
    .words = entscheidungen, entscheidung, ergebnisse, beschlüsse
word-record-guidelines =
    .words = leitlinien, leitlinie
word-record-rules =
    .words = regeln, regel
word-record-roles =
    .words = aufgaben, aufgabe, rollen
word-record-meetings =
    .words = treffen, protokolle
word-record-votes =
    .words = abstimmungen, vorschläge
word-forget-yes =
    .words = ja, ja vergiss mich
word-forget-words =
    .words = worte, worte auch, alles, ja worte

## Lesen

show-over =
    {""}**#{ $number } { $question ->
        [empty] (der Text wurde entfernt)
       *[set] { $question }
    }**

    { $history }

    { $how ->
        [empty] { "" }
       *[set] { $how }
    }

    { $reasons ->
        [empty] { "" }
       *[set] Gründe:
    }

    { $reasons }

    { $asked ->
        [empty] { "" }
       *[set] Die Frage im Raum: { $asked }
    }

    { $told ->
        [empty] { "" }
       *[set] Das Ergebnis im Raum: { $told }
    }
story-how =
    So wurde entschieden: { $method } { $quorum ->
        [empty] { $people ->
            [0] { "" }
            [one] Mindestens ein Mitglied musste teilnehmen.
           *[other] Mindestens { $people } Mitglieder mussten teilnehmen.
        }
       *[set] Mindestens { $quorum } derer, die abstimmen können, musste teilnehmen.
    } { $secret ->
        [yes] Die Abstimmung war geheim.
       *[no] { "" }
    }
story-reason =
    { $person ->
        [empty] { $choice ->
            [empty] { $words }
           *[set] ({ $choice }) { $words }
        }
       *[set] { $person } ({ $choice }): { $words }
    }
method-majority = Mehr Ja als Nein.
method-supermajority = Von Ja und Nein mussten { $share } Ja sein.
method-unanimity = Niemand durfte Nein sagen.
method-consent = Im Konsent, wenn niemand widerspricht.
method-sense = Ein Stimmungsbild, das nichts entscheidet.
method-review = Ein Blick auf das, was wir haben; die meisten Antworten sagen, was folgt.
method-plurality = Eine Stimme für jede Person, und die meisten gewinnen.
method-approval = Jede Person nennt alles, was passt, und das Meistgenannte gewinnt.
method-score = Punkte, zusammengezählt.
method-star = Punkte, und eine Stichwahl zwischen den beiden höchsten (STAR).
method-dots = Punkte zum Verteilen, und die meisten gewinnen.
method-borda = Eine Rangfolge, die Punkte gibt (Borda).
method-irv = Eine Rangfolge mit sofortiger Stichwahl.
method-schulze = Eine Rangfolge, paarweise verglichen (Schulze).
method-debian = Eine Rangfolge mit „nichts davon“ (Debian).
method-stv = Eine Rangfolge für mehrere Plätze (Schottische STV).
method-stv_meek = Eine Rangfolge für mehrere Plätze (STV, Meek).
method-third_legacy = Ein Name in jeder Runde, zwei Drittel wählen, dann der Hut (Third Legacy).
method-apache_majority = Mindestens drei Ja, und mehr Ja als Nein (Apache).
method-apache_consensus = Mindestens drei Ja, und kein begründetes Veto (Apache).
method-lazy_consensus = Es gilt, wenn niemand widerspricht (stiller Konsens).
method-consensus = Konsens: Niemand blockiert, und wenige stehen beiseite.
record =
    { $wanted ->
        [empty] { $page ->
            [1] Die neuesten { $shown } von { $length } Einträgen, der letzte zuletzt:
           *[other] Seite { $page }: { $shown } von { $length } Einträgen, der letzte zuletzt:
        }
       *[set] { $page ->
            [1] „{ $wanted }“: { $shown } von { $length ->
                [one] einem Eintrag, der letzte zuletzt:
               *[other] { $length } Einträgen, der letzte zuletzt:
            }
           *[other] „{ $wanted }“, Seite { $page }: { $shown } von { $length } Einträgen, der letzte zuletzt:
        }
    }

    { $entries }

    { $older ->
        [empty] { "" }
       *[set] Ältere siehst du mit { $older }
    }

    Das Kennzeichen der Aufzeichnung ist { $head }. Es ändert sich, wenn jemand einen Eintrag ändert.
record-none = In der Aufzeichnung passt nichts zu „{ $words }“. Die neuesten Einträge: { CMD("zeig aufzeichnung") }
record-page-none = So eine Seite gibt es nicht. Die neuesten Einträge: { CMD("zeig aufzeichnung") }
record-page-which = „{ $words }“ ist keine Seite. Zum Beispiel: { CMD("zeig aufzeichnung seite 2") }
record-what = Ich weiß nicht, welcher Teil der Aufzeichnung „{ $words }“ ist. Zum Beispiel: { CMD("zeig aufzeichnung entscheidungen") }, { CMD("zeig aufzeichnung Mai 2026") } oder { CMD("zeig aufzeichnung über Küche") }
former-member = jemand von früher

## Prüfen

record-sound =
    Die Aufzeichnung ist ganz: { $length ->
        [one] Ihr einer Eintrag ist, wie er geschrieben wurde
       *[other] Ihre { $length } Einträge folgen aufeinander
    }, und nichts wurde geändert. Ihr Kennzeichen ist { $head }.

    { $recounted ->
        [0] { "" }
        [one] Ich habe eine offene Abstimmung noch einmal gezählt, und das Ergebnis ist dasselbe.
       *[other] Ich habe { $recounted } offene Abstimmungen noch einmal gezählt, und die Ergebnisse sind dieselben.
    }

    { $secret ->
        [0] { "" }
        [one] In einer geheimen Abstimmung stimmen Siegel, Beteiligung und Zahlen überein; wer wie gestimmt hat, ist da nicht zu sehen.
       *[other] In { $secret } geheimen Abstimmungen stimmen Siegel, Beteiligung und Zahlen überein; wer wie gestimmt hat, ist da nicht zu sehen.
    }

    { $witnessed ->
        [0] Im Raum habe ich noch kein Kennzeichen gesagt, also lässt sich nichts vergleichen.
        [one] Ein Kennzeichen, das ich im Raum gesagt habe, ist dasselbe wie hier.
       *[other] { $witnessed } Kennzeichen, die ich im Raum gesagt habe, sind dieselben wie hier.
    } Auch du kannst vergleichen: Jedes Ergebnis im Raum endet mit „In der Aufzeichnung“ und einem Kennzeichen.

    { $removed ->
        [0] { "" }
        [one] Ein Text wurde mit Absicht entfernt. Die Kette braucht ihn nicht.
       *[other] { $removed } Texte wurden mit Absicht entfernt. Die Kette braucht sie nicht.
    }
record-broken =
    Mit der Aufzeichnung stimmt etwas nicht. Bitte sag es der Gruppe und wer mich betreibt. { $count ->
        [one] Das habe ich gefunden:
       *[other] Das Erste, was ich gefunden habe:
    }

    { $faults }
fault-changed = Eintrag { $seq } wurde geändert: Er ist nicht, was sein Kennzeichen sagt.
fault-form = Eintrag { $seq } ist nicht lesbar.
fault-order = Eintrag { $seq } steht an einer anderen Stelle, als er geschrieben wurde.
fault-link = Eintrag { $seq } folgt nicht auf den Eintrag davor. Einer der beiden wurde geändert.
fault-witness = Eintrag { $seq } ist nicht der, dessen Kennzeichen ich im Raum gesagt habe.
fault-text = Ein Text von Eintrag { $seq } ist nicht der, der aufgezeichnet wurde.
fault-count = Eintrag { $seq } nennt ein anderes Ergebnis, als seine Stimmen ergeben.
fault-senseless = Eintrag { $seq } ergibt keinen Sinn: Was darin steht, kann in so einem Eintrag nicht stehen.
fault-version = Eintrag { $seq } stammt von einer anderen Fassung des Programms, die diese nicht kennt. Bitte aktualisieren und noch einmal versuchen.
fault-electorate = Eintrag { $seq } nennt eine andere Zahl derer, die abstimmen können, als bei der Eröffnung.
fault-seed = Eintrag { $seq } zeigt eine andere Zahl für das Los, als vorher versiegelt wurde.
fault-seals = In Eintrag { $seq } passen die Siegel der geheimen Abstimmung nicht zu ihren Zahlen.
fault-length = Einträge fehlen, oder es sind zu viele.
fault-head = Die Aufzeichnung endet mit einem anderen Eintrag, als gesagt ist.
fault-witness-beyond = Ein Kennzeichen, das ich im Raum gesagt habe, gehört zu einem Eintrag, der fehlt.
fault-file = Die Datei wurde geändert, nachdem sie gemacht war.
fault-truncated = Die Datei hat kein Ende: Ein Teil fehlt.

## Mitnehmen

record-export =
    Hier kommt die Aufzeichnung als eine Datei. Darin sind: ein Buch zum Lesen und Drucken, die Entscheidungen als Text und als Tabellen, die Leitlinien und Regeln, und die Aufzeichnung selbst, die jede Person ohne mich prüfen kann. Geheimes und Persönliches ist nicht dabei, und keine Stimmen zu dem, was noch offen ist. { $private ->
        [yes] { "" }
       *[no] Alle in diesem Raum können sie öffnen.
    }
record-drill =
    Ich habe es ausprobiert: Alles, was dieser Gruppe gehört, { $length ->
        [one] ein Eintrag
       *[other] { $length } Einträge
    } der Aufzeichnung mit dem Kennzeichen { $head }, ihre Leitlinien, Regeln und was im Gange ist, kam in einen leeren Speicher und wieder gleich heraus. Ihr könntet jederzeit gehen und alles mitnehmen: { CMD("zeig aufzeichnung mitnehmen") }
record-drill-failed =
    Ich habe versucht, alles, was dieser Gruppe gehört, in einen leeren Speicher zu bringen, und es kam nicht gleich wieder heraus. Bitte sagt es der Person, die mich betreibt.

    { $faults }
record-drill-told = Ich habe der Gruppe gesagt, was dabei herauskam.
record-exported = Wer mich betreibt, hat alles mitgenommen, was dieser Gruppe gehört, womit sie an einen anderen Ort umziehen kann. Wenn ihr nicht darum gebeten habt, fragt nach, warum.
record-arrived =
    Die Aufzeichnung dieser Gruppe ist hier angekommen: { $length ->
        [one] ein Eintrag
       *[other] { $length } Einträge
    } mit dem Kennzeichen { $head }, und mit ihr eure Leitlinien, Regeln, Aufgaben, Einstellungen und was die Datei von dem enthält, was im Gange war.

    Die Aufzeichnung ist durch ihre Kennzeichen belegt. Aufgaben, Einstellungen und offene Abstimmungen stehen nicht darin; seht bitte nach, ob sie so sind, wie ihr sie kennt. Die Aufzeichnung prüfen: { CMD("zeig aufzeichnung prüfen") }

## Über eine Person

data-direct = Das ist nur für dich. Bitte schreib { $command } in unserem Einzelchat.
data-nothing = Ich habe nichts über dich gespeichert{ $group ->
        [empty] {"."}
       *[set] {" "}in { $group }.
    }
data =
    { $group ->
        [empty] Das habe ich über dich gespeichert:
       *[set] Das habe ich in { $group } über dich gespeichert:
    }

    { $held }

    Was du im Raum sagst, bewahre ich nicht auf. Alles als Datei: { CMD("ich mitnehmen") }
data-export = Hier kommt alles, was ich in dieser Gruppe über dich gespeichert habe, als eine Datei.
data-room = Dieser Einzelchat, oder deine Rechte im Raum
data-invited = Eine Einladung, die du mir geschickt hast
data-member = Dass du im Raum bist, seit wann, und wie du dort heißt
data-person = Was du für dich eingestellt hast: Sprache, Zeitzone, Ruhezeiten, wie ich deine Stimmen bestätige
data-waiting = { $count ->
        [one] Eine Nachricht von dir
       *[other] { $count } Nachrichten von dir
    }, die ich noch nicht lesen konnte: nur, dass es sie gibt
data-outbox = { $count ->
        [one] Eine Nachricht, die ich gleich schicke und die dich nennt
       *[other] { $count } Nachrichten, die ich gleich schicke und die dich nennen
    }
data-decision = { $count ->
        [one] Ein Vorschlag von dir
       *[other] { $count } Vorschläge von dir
    }
data-matter = { $count ->
        [one] Eine Sache, die dich nennt, wie eine Wahl, ein Los oder eine Bitte
       *[other] { $count } Sachen, die dich nennen, wie Wahlen, Lose oder Anfragen
    }
data-elector = Dass du abstimmen konntest, in { $count ->
        [one] einer Abstimmung
       *[other] { $count } Abstimmungen
    }
data-act = { $count ->
        [one] Eine Stimme von dir in einer offenen Abstimmung
       *[other] { $count } Stimmen von dir in offenen Abstimmungen
    }
data-part = Dass du teilgenommen hast, an { $count ->
        [one] einer geheimen Abstimmung
       *[other] { $count } geheimen Abstimmungen
    }; nicht wie
data-promised = Dass ich dir gesagt habe, was eine geheime Abstimmung versprechen kann
data-entry_person = Die Nummer, unter der dich die Aufzeichnung kennt, und dein Name dazu
data-charter = { $count ->
       *[other] Dein Name in den Leitlinien, Regeln und Aufgaben der Gruppe
    }
data-assent = Dass du den Leitlinien zugestimmt hast
data-leadership = Welche Aufgaben du hast oder hattest, wann du dran bist und wann du weg bist
data-roll_call = Ob du gesagt hast, dass du noch teilnimmst
data-reminder = { $count ->
        [one] Eine Erinnerung, die du angelegt hast oder die für dich ist
       *[other] { $count } Erinnerungen, die du angelegt hast oder die für dich sind
    }
data-reminded_by = Wer dich durch mich erinnern lassen darf, oder wen du
data-greeted = Dass ich dich begrüßt habe
data-newcomer = Dass du neu bist, seit wann, und ob dir jemand geschrieben hat
data-newcomer_event = Welche Nachrichten deiner ersten Woche von dir sind; nicht, was darin steht
data-knock = Dass du hereinwolltest
data-reachable = Dass dich eine Bitte auch in deiner Ruhezeit erreichen darf
data-setting = { $count ->
        [one] Eine Einstellung der Gruppe, die dich nennt
       *[other] { $count } Einstellungen der Gruppe, die dich nennen
    }
forget-open = #{ $number }
forget =
    { $typed ->
        [empty] { "" }
       *[set] „{ $typed }“ habe ich nicht verstanden.
    }

    Wenn ich dich in dieser Gruppe vergessen soll, passiert das:

    - Dein Name geht: In der Aufzeichnung und überall sonst wirst du „jemand von früher“.
    - Deine Anfragen, deine eigenen Erinnerungen, deine Aufgaben und was du für dich eingestellt hast, werden gelöscht, auch in unserem Einzelchat. Was du dort eingestellt hast und deine eigenen Erinnerungen sind für alle Gruppen dieselben.
    - Stimmen, die du abgegeben hast, zählen weiter, aber nichts sagt mehr, dass es deine sind. Sonst würden sich Ergebnisse im Nachhinein ändern.
    - Was du vorgeschlagen hast, und Gründe und Rat von dir, bleiben ohne deinen Namen, weil die Gruppe damit entschieden hat. Sie können auch gehen: dann sag das. Gründe in einer geheimen Abstimmung tragen keinen Namen, deshalb finde ich deine nicht.
    - Leitlinien, Namen von Aufgaben, Einstellungen, Protokolle, und was die Gruppe an Treffen, Erinnerungen, Aufgaben und Listen hat, bleiben ohne deinen Namen. Sie gehören der Gruppe. Was andere geschrieben haben, bleibt, wie sie es geschrieben haben, auch wo sie dich nennen.
    - Die Aufzeichnung behält auf die Sekunde, wann jede offene Stimme abgegeben wurde. Wer die Nachrichten des Raums noch hat, könnte daran erkennen, welche deine war.
    - Dass du im Raum bist, und welche Rechte du dort hast, bleibt, solange der Server es mir sagt. Eine Runde oder eine Uhr, die gerade läuft, wird vergessen, wenn sie vorbei ist.
    - Nachrichten im Raum, auf fremden Geräten und auf Servern kann ich nicht zurückholen, und auch nicht, was in Sicherungen liegt, bis sie ersetzt sind.

    { $open ->
        [empty] { "" }
       *[set] Es laufen Abstimmungen, in denen du abstimmen kannst: { $open }. Darin könntest du nicht mehr abstimmen und keine Stimme mehr ändern.
    }

    { $kept ->
        [empty] { "" }
       *[set] In dem, was noch offen ist, stehen Worte von dir: { $kept }. Die Gruppe macht damit ohne deinen Namen weiter. Deine Worte bleiben darin, bis es vorbei ist, und gehen dann auch, wenn du es willst. Was du selbst begonnen hast, kannst du vorher zurücknehmen: { CMD("stopp") }
    }

    Es lässt sich nicht rückgängig machen. Wenn du es willst: { CMD("ich vergessen ja") }, oder mit dem, was du geschrieben hast: { CMD("ich vergessen worte") }
forgotten = Erledigt. In allem, was ich von dieser Gruppe aufbewahre, bist du jetzt ein früheres Mitglied. Wenn du wieder mitmachst, fängst du neu an.
forgotten-words = Erledigt. In allem, was ich von dieser Gruppe aufbewahre, bist du jetzt ein früheres Mitglied, und was du in Vorschlägen, Gründen und Rat geschrieben hast, ist gelöscht{ $kept ->
        [empty] { "" }
       *[set] , aber noch nicht in dem, was offen ist: { $kept }. Dort geht es, wenn es vorbei ist
    }. Wenn du wieder mitmachst, fängst du neu an.

## Das Buch der Aufzeichnung, und die Dateien daneben

book-title = { $group ->
        [empty] Die Aufzeichnung unserer Gruppe
       *[set] Die Aufzeichnung von { $group }
    }
book-whole = { $length ->
        [one] Ein Eintrag
       *[other] { $length } Einträge
    }, der neueste vom { $at }. Das Kennzeichen der Aufzeichnung ist { $head }.
book-left-out = { $count ->
        [one] Eine geheime oder persönliche Sache ist
       *[other] { $count } geheime oder persönliche Sachen sind
    } nicht dabei. Die Kette der Aufzeichnung ist auch ohne sie ganz.
book-minutes = { $group ->
        [empty] Protokolle unserer Treffen
       *[set] Protokolle von { $group }
    }
book-removed = (der Text wurde entfernt)
book-proposer = Begonnen von { $person }.
book-reasons = Gründe
book-history = Was geschah
book-notes = Notizen:
book-note = { $kind ->
        [agreed] Vereinbart:
        [action] Zu tun:
        [parked] Für später:
       *[note] Notiz:
    } { $words }{ $owner ->
        [empty] { "" }
       *[set] {" "}({ $owner })
    }{ $due ->
        [empty] { "" }
       *[set] {" "}bis { $due }
    }
book-skip = Zum Inhalt
book-contents = Inhalt
book-guidelines = Unsere Leitlinien
book-no-guidelines = Die Gruppe hat noch keine eigenen Leitlinien.
book-guideline = { $coming ->
        [yes] Gilt ab { $since }, Fassung { $version }, durch #{ $number }.
       *[no] Gilt seit { $since }, Fassung { $version }, durch #{ $number }.
    }
book-versions = Andere Fassungen
book-version = Ab { $since }, durch #{ $number }: { $words }
book-rules = Wie wir entscheiden
book-rules-changed = Wie sich die Regeln geändert haben
book-rules-never = Es sind die, mit denen jede Gruppe anfängt.
book-decisions = Was wir entschieden haben
book-turnout = { $turnout } von { $eligible } haben teilgenommen.
book-check = So lässt sich das prüfen
book-check-how = Wer das Programm hat, kann die Aufzeichnung ohne den Bot prüfen, mit „folkmoot verify“ und dem Namen der Datei „record.jsonl“. Jeder Eintrag enthält die SHA-256 des Eintrags davor. Die Ergebnisse im Raum enden mit den ersten Zeichen des damaligen Kennzeichens.
book-check-mark = Das Kennzeichen des neuesten Eintrags:
book-check-begin = Die Aufzeichnung begann mit:
book-footer = Dieses Buch wurde aus der Aufzeichnung allein gemacht. Es gehört der Gruppe.
box-book-html = die Aufzeichnung zum Lesen und Drucken
box-decisions-md = die Entscheidungen als Text
box-minutes-md = die Protokolle als Text
box-decisions-csv = die Ergebnisse als Tabelle
box-ballots-csv = die Stimmen offener Abstimmungen als Tabelle
box-meetings-csv = die Treffen, die stattgefunden haben, als Tabelle
box-actions-csv = was jemand tun wollte, als Tabelle
box-meetings-ics = die geplanten Treffen, für Kalender
box-charter-yaml = Leitlinien, Regeln, Aufgaben und Texte, für dieses Programm
box-record-jsonl = die Aufzeichnung selbst, Zeile für Zeile
box-room-jsonl = was ein anderer Bot sonst noch braucht, um weiterzumachen
box-common = Geheimes und Persönliches ist nicht dabei, und keine Stimmen zu dem, was noch offen ist.
box-whole = Alles ist dabei, auch Geheimes und Persönliches. Bewahre es sicher auf und gib es nur dem neuen Betreiber der Gruppe.
box-check = Prüfen: folkmoot verify DATEI. Mit einem anderen Bot weitermachen: folkmoot import DATEI.
data-title = Was ich über dich gespeichert habe

## Dateien, die gelesen werden

unreadable-no-file = Diese Datei lässt sich nicht lesen.
unreadable-no-record = Das ist keine Aufzeichnung einer Gruppe.
unreadable-no-room = In dieser Datei fehlt, was die Gruppe braucht, um weiterzumachen.
unreadable-version = Diese Datei kommt von einer anderen Fassung des Programms, die diese nicht kennt. Bitte aktualisieren und noch einmal versuchen.
unreadable-damaged = Diese Datei ist beschädigt.
unreadable-mixed = Die Teile dieser Datei gehören nicht zusammen: Sie sind nicht zur selben Zeit für dieselbe Gruppe gemacht.
unreadable-truncated = Diese Datei hat kein Ende: Ein Teil fehlt.
unreadable-too-large = Diese Datei ist größer, als es eine Mitnahme sein kann.
unreadable-names = Diese Datei enthält etwas, das keine Mitnahme enthält.
differs-record = Dieser Raum hat schon eine eigene Aufzeichnung, und es ist eine andere. Nichts wurde geändert.
differs-elsewhere = Ein anderer Raum hier hat diese Aufzeichnung schon. Wenn der Bot in ihm noch nie war, lösche, was dorthin gekommen ist, und versuche es noch einmal: folkmoot rooms list, dann folkmoot rooms delete RAUM. Nichts wurde geändert.
differs-begun = In diesem Raum hat schon etwas begonnen. Bitte nimm einen Raum, in dem noch nichts vorgeschlagen wurde. Nichts wurde geändert.
differs-direct = Dieser Raum ist ein Einzelchat mit einer Person, darin kann keine Gruppe leben. Nichts wurde geändert.
differs-no-room = So einen Raum kenne ich nicht. Die Räume mit ihren Nummern zeigt: folkmoot rooms list
differs-several = Mehr als ein Raum heißt so. Nimm seine Nummer: folkmoot rooms list
differs-no-id = Ein Raum, in dem der Bot noch nicht war, wird mit seiner Matrix-Id genannt, die mit einem Ausrufezeichen beginnt. Nichts wurde geändert.

## Was aufbewahrt wird, und wie lange

word-setting-keep-reasons = wie lange Gründe bleiben
    .words = gründe aufbewahren, wie lange gründe bleiben
word-setting-keep-votes = wie lange einzelne Stimmen bleiben
    .words = stimmen aufbewahren, wie lange einzelne stimmen bleiben
word-setting-keep-requests = wie lange erledigte Anfragen bleiben
    .words = anfragen aufbewahren, bitten aufbewahren, wie lange erledigte anfragen bleiben
word-setting-keep-reminders = wie lange vergangene Erinnerungen bleiben
    .words = erinnerungen aufbewahren, wie lange vergangene erinnerungen bleiben
setting-keep-reasons = Nach dieser Zeit werden die Gründe gelöscht, die zu Stimmen gegeben wurden, auch in der Aufzeichnung: { CMD("setze gründe aufbewahren 365 Tage") }
setting-keep-votes = Nach dieser Zeit wird gelöscht, wer wie gestimmt hat, neben der Aufzeichnung, die die Ergebnisse behält: { CMD("setze stimmen aufbewahren 365 Tage") }
setting-keep-requests = Nach dieser Zeit werden erledigte Anfragen und Anliegen gelöscht: { CMD("setze anfragen aufbewahren 90 Tage") }
setting-keep-reminders = Nach dieser Zeit werden Erinnerungen gelöscht, die vorbei sind: { CMD("setze erinnerungen aufbewahren 90 Tage") }
set-kept-on = solange ich in dieser Gruppe bin
set-keep-unclear = „{ $words }“ ist keine Dauer, die ich verstehe. Zum Beispiel: { CMD("setze gründe aufbewahren 365 Tage") }
set-keep-range = Das können { $least } bis { $most } Tage sein.
