# Wie eine Gruppe anfängt: das Gespräch über ihre Charta, und die Charta als Ganzes.

command-start =
    { CMD("start") } beginnt ein kurzes Gespräch darüber, wie eure Gruppe arbeiten möchte. Am Ende stimmt ihr alle über eine Charta ab, und bis dahin gilt nichts davon.

    - Jedes Mitglied darf antworten: antworte auf meine Frage, oder schreib { CMD("start") } und deine Antwort.
    - `weiter` lässt eine Frage aus, `zurück` geht zur Frage davor.
    - Hört ihr mittendrin auf, dann macht { CMD("start") } dort weiter.
    .names = start, anfangen, beginnen
command-propose-charter =
    { CMD("vorschlag charta") } und darunter eine ganze Charta, geschrieben wie in einer Datei, macht diese zum Entwurf. Alle lesen ihn, bevor ihr abstimmt.
    .names = vorschlag charta, charta vorschlagen
command-show-charter =
    { CMD("zeig charta") } zeigt, was sich die Gruppe gegeben hat: für wen sie da ist, ihre Aufgaben, und wie ihre Treffen ablaufen.
    .names = zeig charta, zeige charta, zeig die charta, charta

word-start-skip =
    .words = weiter, überspringen, auslassen, später
word-start-back =
    .words = zurück, zurueck
word-start-stop =
    .words = stopp, stop, abbrechen, aufhören, ende
word-start-vote =
    .words = abstimmen, abstimmung, stimmen wir ab
word-start-without =
    .words = ohne
word-start-new =
    .words = neu
word-start-today =
    .words = heute, gerade eben
word-start-yesterday =
    .words = gestern

emergency-number-unset = { -no-number }
own-words = { $words }

## Das Gespräch

start-begun = Lasst uns eure Charta entwerfen: wie ihr miteinander umgeht und wie ihr entscheidet. Ich stelle ein paar kurze Fragen. Jedes Mitglied darf antworten, mit einer Antwort auf meine Frage. Ihr könnt jederzeit `weiter` oder `zurück` antworten. Am Ende stimmt ihr alle ab, und bis dahin gilt nichts davon.
start-again = Hier ist noch einmal der Entwurf, mit allem, was ihr geantwortet habt. `zurück` geht zu den Fragen davor.
start-goes-on = Machen wir weiter, wo ihr wart.
start-skipped = Gut, das lasse ich, wie es ist.
start-went-back = Zurück zur Frage davor.
start-noted-about = Ich habe notiert: { $words }
start-noted-charter = Ihr beginnt mit „{ $name }“. Alles darin könnt ihr ändern.
start-noted-language = Gut: { $language }.
start-noted-zone = Gut: { $zone }.
start-noted-emergency = Ich habe notiert: { $number }
start-noted-helplines =
    { $count ->
        [one] Ich habe eine Zeile notiert.
       *[other] Ich habe { $count } Zeilen notiert.
    }
start-noted-checked = Ich habe notiert, wann sie zuletzt geprüft wurden: { $day }
start-noted-file = { $person } hat eine Charta mitgebracht: „{ $name }“.
start-reworded = Leitlinie { $number } im Entwurf lautet jetzt: { $words }
start-left-out =
    Leitlinie { $number } steht nicht mehr im Entwurf. { $count ->
        [0] Es ist keine mehr übrig.
       *[other] Die danach sind nachgerückt.
    }
start-added = Der Entwurf hat eine neue Leitlinie { $number }: { $words }
start-draft-changed =
    { $said }

    Alles ansehen: { CMD("start") }. Zur Abstimmung bringen: antwortet `abstimmen`.
start-not-adopted = Die Charta ist nicht angenommen, und nichts geht verloren. Den Entwurf gemeinsam ändern und noch einmal abstimmen: { CMD("start") }

start-ask-about =
    { $said }

    {""}**Frage { $place } von { $count }: Für wen ist diese Gruppe da?** Ein Satz genügt, zum Beispiel: Menschen, die mit Diabetes leben, und ihre Familien.

    { $have ->
        [empty] { "" }
       *[set] Bisher: { $have }
    }
start-ask-charter =
    { $said }

    {""}**Frage { $place } von { $count }: Mit welcher Charta möchtet ihr anfangen?** Antwortet mit der Nummer oder dem Namen.

    { $charters }

    { $have ->
        [empty] { "" }
       *[set] Bisher: { $have }
    }
start-charter = { $name }: { $suits }
start-ask-language =
    { $said }

    {""}**Frage { $place } von { $count }: Welche Sprache spricht die Gruppe?** In ihr steht die Charta, und ich spreche sie hier, sobald die Charta angenommen ist.

    { $languages }

    { $have ->
        [empty] { "" }
       *[set] Bisher: { $have }
    }
start-ask-zone =
    { $said }

    {""}**Frage { $place } von { $count }: In welcher Zeitzone trefft ihr euch?** Antwortet mit einer großen Stadt in eurer Nähe, zum Beispiel Berlin. { $have ->
        [empty] Lasst ihr das aus, dann bleibt es { $zone }.
       *[set] Bisher: { $have }
    }
start-ask-emergency =
    { $said }

    {""}**Frage { $place } von { $count }: Welche Nummer rufen Menschen an, wenn ein Leben in Gefahr ist?** Zum Beispiel 112. { $have ->
        [empty] { $known ->
            [empty] Lasst ihr das aus, dann sage ich „deine örtliche Notrufnummer“.
           *[set] Lasst ihr das aus, dann bleibt es bei { $known }.
        }
       *[set] Bisher: { $have }
    }
start-ask-helplines =
    { $said }

    {""}**Frage { $place } von { $count }: Wo finden Menschen heute Hilfe außerhalb der Gruppe?** Antwortet mit einer Hilfe in jeder Zeile, mit Nummer und Zeiten.

    { $have ->
        [empty] { "" }
       *[set] Bisher:
    }

    { $have }
start-ask-checked =
    { $said }

    {""}**Frage { $place } von { $count }: Wann hat zuletzt jemand diese Nummern geprüft?** Antwortet `heute`, wenn ihr es gerade getan habt, oder mit einem Tag wie 27.11.2026. { $have ->
        [empty] { "" }
       *[set] Bisher: { $have }
    }
start-ask-draft =
    { $said }

    {""}**Frage { $place } von { $count }: Das ist der Entwurf. Soll die Gruppe darüber abstimmen?** Noch gilt nichts davon.

    {""}**{ $name }**

    { $about ->
        [empty] { "" }
       *[set] Wer wir sind: { $about }
    }

    { $guidelines ->
        [empty] Leitlinien stehen noch keine darin.
       *[some] Leitlinien (Entwurf):
    }

    { $guidelines }

    { $roles ->
        [empty] Aufgaben stehen keine darin.
       *[some] Aufgaben, auf Zeit und nie für immer: { $roles }
    }

    { $rules ->
        [empty] Entschieden wird nach den üblichen Regeln.
       *[some] Entschieden wird nach den üblichen Regeln, mit eigenen Regeln für { $rules }.
    }

    { $language ->
        [empty] { "" }
       *[set] Sprache: { $language }
    }

    { $zone ->
        [empty] { "" }
       *[set] Zeitzone: { $zone }
    }

    { $emergency ->
        [empty] { "" }
       *[set] Im Notfall: { $emergency }
    }

    { $helplines }

    { $checked ->
        [empty] { "" }
       *[set] Zuletzt geprüft: { $checked }
    }

    Antwortet `abstimmen`, dann kommt er zur Abstimmung. Vorher eine Leitlinie ändern: { CMD("start 4 ...") } mit den neuen Worten, { CMD("start ohne 4") } oder { CMD("start neu ...") }.
start-in-room =
    Das Gespräch geht { $group ->
        [empty] im Raum deiner Gruppe
       *[set] im Raum { $group }
    } weiter, wo alle es lesen können.
start-alone = Eine Charta braucht die anderen. Noch bist du hier allein. Bitte lade sie ein, und schreib dann noch einmal { CMD("start") }.
start-voting = Die Gruppe stimmt schon über ihre Charta ab, als #{ $number }. Zum Ansehen: { CMD("zeig", $number) }
start-adopted-already = Diese Gruppe hat in #{ $number } eine Charta angenommen. Von hier an ändert ihr sie Stück für Stück, zum Beispiel mit { CMD("vorschlag leitlinie ...") }
start-answered-already = Jemand war einen Augenblick schneller, und diese Frage ist beantwortet. Wenn du eine andere Antwort möchtest, antworte `zurück` auf meine neueste Frage.
start-about-long = Das hat { $length } Zeichen, und ein Satz mit höchstens { $most } genügt. Bitte sag es mit weniger Worten.
start-charter-unknown = Eine Charta „{ $words }“ kenne ich nicht. Bitte antworte mit einer Nummer von 1 bis { $count } oder mit einem Namen: { $names }
start-language-unknown = „{ $words }“ spreche ich noch nicht. Ich kann { $known }.
start-zone-unknown = Eine Zeitzone „{ $words }“ kenne ich nicht. Bitte antworte mit einer großen Stadt in eurer Nähe, zum Beispiel Berlin.
start-zone-which = Es gibt mehrere Orte mit diesem Namen. Welcher ist es? { $choices }
start-no-number = In „{ $words }“ sehe ich keine Telefonnummer. Bitte antworte nur mit der Nummer, zum Beispiel 112, oder mit `weiter`.
start-helplines-many = Bitte nenn höchstens { $most } Hilfen, jede in einer Zeile mit höchstens { $longest } Zeichen.
start-day-unclear = Welcher Tag ist „{ $words }“? Bitte antworte `heute`, oder nenn den Tag so: { $today }.
start-day-ahead = { $day } kommt erst noch. Bitte antworte mit dem Tag, an dem jemand die Nummern geprüft hat.
start-guideline-unknown =
    { $count ->
        [0] Eine Leitlinie { $number } gibt es im Entwurf nicht, denn er hat noch keine. Eine hinzufügen: { CMD("start neu ...") }
       *[other] Eine Leitlinie { $number } gibt es im Entwurf nicht. Sie haben die Nummern 1 bis { $count }.
    }
start-guidelines-many = Eine Charta kann { $most } Leitlinien haben. Bitte lass eine weg, bevor du eine hinzufügst.
start-draft-long = Alle Leitlinien zusammen hätten { $length } Zeichen, und { $most } lassen sich in einer Nachricht zeigen. Bitte fasst sie kürzer, oder lasst einige weg.
start-draft-unclear = Bitte antworte `abstimmen`, dann kommt der Entwurf zur Abstimmung, oder `zurück`. Eine Leitlinie darin ändern: { CMD("start 4 ...") } mit den neuen Worten.
start-stop-not-yours = Nur wer das begonnen hat, kann es zur Seite legen. Du kannst es auch einfach lassen: Ich frage nicht noch einmal.
start-stop-how = Wenn ihr gerade nicht weitermachen wollt, antwortet einfach nicht: Ich behalte, was ihr habt, und frage nicht noch einmal. Wer es begonnen hat, kann es zur Seite legen: { CMD("stopp", $number) }
start-put-aside = { $person } hat das Gespräch über die Charta zur Seite gelegt. Weitermachen: { CMD("start") }
start-line = #{ $number } Das Gespräch über eure Charta wartet auf eine Antwort zu Frage { $place } von { $count }. Zum Ansehen: { CMD("start") }
start-shown =
    #{ $number } ist das Gespräch über eure Charta. { $state ->
        [put] Es hat mit einer Abstimmung geendet.
        [rests] Es ruht bei Frage { $place } von { $count }. Weitermachen: { CMD("start") }
       *[talking] Es wartet auf eine Antwort zu Frage { $place } von { $count }. Zum Ansehen: { CMD("start") }
    }
start-adopted =
    {""}**Ihr habt eine Charta: „{ $name }“.** { $later ->
        [empty] Sie gilt von jetzt an.
       *[set] Ihre Leitlinien und Regeln gelten ab { $later }, wenn nicht vorher genug von euch Einwand gegen #{ $number } erheben.
    }

    { $elects ->
        [yes] Noch hat niemand eine Aufgabe. Der nächste Schritt: Wählt jemanden für die Moderation der ersten Treffen: { CMD("vorschlag moderation") }
       *[no] Zum Lesen: { CMD("zeig charta") }
    }
motion-charter =
    { $guidelines ->
        [0] Die Charta „{ $words }“, noch ohne Leitlinien
        [one] Die Charta „{ $words }“ mit einer Leitlinie
       *[other] Die Charta „{ $words }“ mit { $guidelines } Leitlinien
    }
record-charter-adopted =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] Die Charta „{ $question }“ wurde angenommen,
       *[no] Die Charta wurde angenommen,
    } { $count ->
        [0] ohne Leitlinien
        [one] mit einer Leitlinie
       *[other] mit { $count } Leitlinien
    }. Sie gilt ab { $from }.

## Die Charta als Ganzes

charter-none = Diese Gruppe hat noch keine Charta. Gemeinsam eine entwerfen: { CMD("start") }
charter =
    {""}**{ $name ->
        [empty] Die Charta
       *[set] { $name }
    }** { $adopted ->
        [empty] (ein Entwurf: noch gilt nichts davon)
       *[other] (angenommen in #{ $adopted })
    }

    { $about ->
        [empty] { "" }
       *[set] Wer wir sind: { $about }
    }

    { $count ->
        [0] Leitlinien gibt es noch keine.
        [one] Es gibt eine Leitlinie. Zum Lesen: { CMD("zeig leitlinien") }
       *[other] Es gibt { $count } Leitlinien. Zum Lesen: { CMD("zeig leitlinien") }
    }

    { $rules ->
        [empty] { "" }
       *[some] Eigene Regeln gibt es für { $rules }.
    }

    { $roles ->
        [empty] Aufgaben gibt es keine.
       *[some] Aufgaben:
    }

    { $roles }

    { $format ->
        [empty] { "" }
       *[some] So läuft ein Treffen ab: { $format }.
    }
charter-wrong =
    Das kann ich nicht als Charta lesen. Geändert hat sich nichts. Diese Zeilen brauchen eine Änderung (die Wörter einer Datei sind englisch):

    { $problems }

    { $more ->
        [0] { "" }
       *[other] Und noch { $more } mehr.
    }

    Ohne Datei ist es einfacher: { CMD("start") }
charter-wrong-line =
    { $line ->
        [0] { $advice }
       *[other] Zeile { $line }: { $advice }
    }
charter-role =
    {""}**{ $name }**{ $does ->
        [empty] { "" }
       *[set] : { $does }
    }
charter-role-auditor = Kassenprüfung
charter-role-cofacilitator = zweite Moderation
charter-role-delegate = Delegierte
charter-role-duty = Dienst
charter-role-facilitator = Moderation
charter-role-guest = Gast
charter-role-notes = Protokoll
charter-role-scrutineer = Wahlprüfung
charter-role-timekeeper = Zeit
charter-role-treasurer = Kasse
charter-role-welcomer = Begrüßung
charter-item-check-in = Ankommen
charter-item-check-out = Abschluss
charter-item-decisions = offene Entscheidungen
charter-item-guidelines = Leitlinien lesen
