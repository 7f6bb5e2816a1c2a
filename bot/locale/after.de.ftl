# Was auf eine Entscheidung folgt, und was für alles gilt, das eine Nummer hat.

command-object =
    { CMD("einwand 1 weil es zu weit ist") } erhebt einen Einwand gegen eine Entscheidung im Konsent, bevor sie gilt. Wenn genug Mitglieder das tun, wird einmal neu abgestimmt.
    .names = einwand, einwand gegen
command-propose-again =
    { CMD("nochmal vorschlagen 1") } bittet darum, eine entschiedene Frage noch einmal zu stellen. Hast du so gestimmt, wie es ausging, geschieht das gleich; sonst, wenn ein Drittel der Mitglieder darum bittet. Nach 30 Tagen können alle sie neu vorschlagen.
    .names = nochmal vorschlagen, noch einmal vorschlagen
command-note-outcome =
    { CMD("notiere ergebnis 1 Wir haben uns zweimal getroffen, es war gut") } hält fest, was aus einer Entscheidung wurde. { CMD("zeig 1") } zeigt es.
    .names = notiere ergebnis, ergebnis notieren

number-no-vote = #{ $number } ist keine Frage, über die man abstimmt. Was es ist, zeigt { CMD("zeig", $number) }
now-under-way =
    Das läuft gerade:

    { $matters }
who-nobody-asked = #{ $number } fragt niemanden, also fehlt auch niemand.
after-which = Um welche Nummer geht es? Schreib sie hinter den Befehl, oder antworte auf das Ergebnis.

## Bevor sie gilt

effect-later = Die Entscheidung gilt ab { $at }. Wer einen Schaden darin sieht, kann bis dahin einen Einwand erheben: { CMD("einwand", $number, "weil ...") }. Wenn { $needed } von denen, die abstimmen konnten, das tun, wird einmal neu abgestimmt.
effect-now = **#{ $number }** { $question }: Diese Entscheidung gilt seit { $at }.
object-heard =
    Dein Einwand gegen #{ $number } ist notiert: { $count } von { $needed }. Wenn { $needed } Mitglieder vor { $at } einen Einwand erheben, wird neu abgestimmt.
object-enough = { $count } Mitglieder haben einen Einwand gegen #{ $number }, also gilt die Entscheidung nicht. Es wird einmal neu abgestimmt, als #{ $second }.
object-needs-reason = Sag bitte, warum, damit die anderen es verstehen: { CMD("einwand", $number, "weil ...") }
object-vote-no = #{ $number } ist noch offen, und es entscheidet, ob mehr Ja als Nein sagen. Wenn du dagegen bist, stimm mit Nein.
object-no-decision = #{ $number } ist keine Entscheidung, gegen die man einen Einwand erheben kann. Was es ist, zeigt { CMD("zeig", $number) }
object-nothing-decided = #{ $number } hat nichts entschieden, das gelten könnte. Also gibt es nichts, wogegen man einen Einwand erheben kann.
object-in-effect-at-once = #{ $number } galt, sobald es entschieden war. Wenn die Gruppe es sich noch einmal überlegen soll: { CMD("nochmal vorschlagen", $number) }
object-too-late = #{ $number } gilt seit { $at }. Wenn die Gruppe es sich noch einmal überlegen soll: { CMD("nochmal vorschlagen", $number) }
object-enough-already = Genug Mitglieder haben schon einen Einwand gegen #{ $number } erhoben, und es wird neu abgestimmt.
object-heard-already = Deinen Einwand gegen #{ $number } habe ich schon notiert.
object-not-yours = Einen Einwand erheben können die, die am { $opened } Mitglied waren, als #{ $number } begann. Wenn dir etwas Sorgen macht, sag es bitte jemandem von ihnen.

## Dieselbe Frage noch einmal

propose-decided-already = Das hat die Gruppe am { $ended } entschieden, als #{ $number }. Neu vorgeschlagen werden kann es ab { $free }. Wenn du es früher möchtest: { CMD("nochmal vorschlagen", $number) }
again-still-open = #{ $number } ist noch offen, du kannst jetzt darüber abstimmen.
again-done = #{ $number } wurde schon noch einmal gestellt. Was offen ist, zeigt { CMD("jetzt") }
again-no-words = Die Worte von #{ $number } sind gelöscht, weil die Person es wollte, die sie geschrieben hat. Du kannst es in eigenen Worten fragen: { CMD("vorschlagen ...") }
again-not-yours = Darum bitten können die, die über #{ $number } abstimmen konnten: die Mitglieder am { $opened }.
again-asked = Ich habe notiert, dass du #{ $number } noch einmal stellen möchtest: { $count } von { $needed }. Wenn { $needed } Mitglieder darum bitten, tue ich es.
again-asked-already = Das habe ich schon notiert: { $count } von { $needed } Mitgliedern möchten #{ $number } noch einmal stellen.
again-put = { $person } bittet die Gruppe, sich #{ $number } noch einmal zu überlegen. Ich stelle die Frage noch einmal, als #{ $second }.

## Was daraus wurde, und noch einmal ansehen

outcome-noted = Ich habe notiert, was aus #{ $number } wurde. Zum Nachsehen: { CMD("zeig", $number) }
outcome-still-open = #{ $number } ist noch nicht zu Ende. Notiere bitte danach, was daraus wurde.
outcome-too-long = Das hat { $length } Zeichen, und ich kann { $most } aufheben. Sag es bitte kürzer.

## In der Aufzeichnung

record-effective =
    { $seq }. { $at }: #{ $number } { $known ->
        [yes] „{ $question }“
       *[no] (der Text wurde entfernt)
    } gilt jetzt.
record-objected =
    { $seq }. { $at }: { $person } hat einen Einwand gegen #{ $number } erhoben{ $reason ->
        [empty] {"."}
       *[set] : { $reason }
    }
record-asked-again = { $seq }. { $at }: { $person } möchte #{ $number } noch einmal stellen.
record-outcome =
    { $seq }. { $at }: { $person } hat notiert, was aus #{ $number } wurde{ $outcome ->
        [empty] {"."}
       *[set] : { $outcome }
    }
record-put-again = { $seq }. { $at }: #{ $number } wurde noch einmal gestellt, als #{ $second }.
record-second-vote = { $seq }. { $at }: #{ $number } stellt die Frage von #{ $of } noch einmal.

## Um eine geheime Abstimmung bitten

command-secret =
    { CMD("geheim 1") } bittet darum, dass eine offene Abstimmung geheim wird. Wenn ein Fünftel der Stimmberechtigten darum bittet, und mindestens zwei, beginnt sie geheim von vorn.
    .names = geheim
ask-secret-is = #{ $number } ist schon geheim.
ask-secret-not-here = #{ $number } kann keine geheime Abstimmung werden.
ask-secret-few = Über #{ $number } können nur { $count } abstimmen. Bei weniger als { $enough } würde eine geheime Abstimmung wenig verbergen.
ask-secret-already = Das habe ich schon notiert: { $count } von { $needed } bitten um eine geheime Abstimmung über #{ $number }.
ask-secret-heard = Ich habe notiert, dass #{ $number } für dich geheim sein soll: { $count } von { $needed }. Wenn { $needed } Mitglieder darum bitten, beginnt sie geheim von vorn.
ask-secret-done =
    { $count } Mitglieder bitten darum, dass #{ $number } geheim ist, deshalb beginnt sie geheim von vorn. { $void ->
        [0] {""}
        [one] Die abgegebene Stimme ist verfallen.
       *[other] Die { $void } abgegebenen Stimmen sind verfallen.
    }
record-asked-secret = { $seq }. { $at }: { $person } bat darum, dass #{ $number } geheim ist.
