# Was für einen Raum eingestellt ist, und Ruhezeiten.

command-set =
    { CMD("setze ruhezeit 22:00-7:00") } stellt etwas für den ganzen Raum ein. Es gilt sofort, und ich sage es allen. Binnen 72 Stunden genügt ein Einwand, dann ist es wieder wie vorher, und die Gruppe stimmt darüber ab. { CMD("zeig einstellungen") } zeigt, was sich einstellen lässt.
    .names = setze, stelle ein, einstellen
command-set-language =
    { CMD("setze sprache deutsch") } bestimmt die Sprache, in der ich in diesem Raum schreibe. Nur für dich: { CMD("ich sprache deutsch") }
    .names = setze sprache, ändere sprache
command-set-zone =
    { CMD("setze zone Berlin") } bestimmt die Zeitzone dieses Raums. Nur für dich: { CMD("ich zone Berlin") }
    .names = setze zone, setze zeitzone, ändere zeitzone
command-set-quiet-hours =
    { CMD("setze ruhezeit 22:00-7:00") }: In dieser Zeit halte ich zurück, was warten kann. { CMD("setze ruhezeit aus") } beendet das. Nur für dich: { CMD("ich ruhe 22:00-7:00") }
    .names = setze ruhezeit, setze ruhezeiten, ändere ruhezeit
command-show-settings =
    { CMD("zeig einstellungen") } zeigt, was für diesen Raum eingestellt ist, seit wann, und wer darum gebeten hat.
    .names = zeig einstellungen, zeige einstellungen, einstellungen
command-me-quiet =
    { CMD("ich ruhe 22:00-7:00") }: In dieser Zeit schreibe ich dir nicht allein, wenn es warten kann. { CMD("ich ruhe aus") }: Ich schreibe zu jeder Stunde.
    .names = ich ruhe, ich ruhezeit, meine ruhezeit
command-me-notifications =
    { CMD("ich hinweise aus") }: Ich erinnere dich nicht, wenn deine Stimme fehlt. { CMD("ich hinweise an") } stellt es zurück.
    .names = ich hinweise, ich hinweis

word-on = an
    .words = an, ein, ja
word-off = aus
    .words = aus, nein, keine

## Einstellungen: ihre Namen, und wozu sie da sind

word-setting-language = Sprache
    .words = sprache
word-setting-zone = Zeitzone
    .words = zone, zeitzone
word-setting-prefix = Zeichen vor Befehlen
    .words = zeichen, präfix, zeichen vor befehlen
word-setting-quiet-hours = Ruhezeit
    .words = ruhezeit, ruhezeiten, ruhe
word-setting-reactions = Reaktionen als Stimmen, wo der Raum verschlüsselt ist
    .words = reaktionen
word-setting-welcome = Worte zur Begrüßung
    .words = begrüßung, willkommen
word-setting-disclaimer = was ich nicht bin
    .words = hinweis
word-setting-opening = Worte zum Beginn eines Treffens
    .words = beginn, eröffnung
word-setting-closing = Worte zum Ende eines Treffens
    .words = ende, abschluss

setting-language = Die Sprache, in der ich hier schreibe: { CMD("setze sprache deutsch") }
setting-zone = Zeiten zeige ich in dieser Zone: { CMD("setze zone Berlin") }
setting-prefix = Was vor einem Befehl steht, damit ich weiß, dass er für mich ist: { CMD("setze zeichen ?") }
setting-quiet-hours = In dieser Zeit halte ich zurück, was warten kann: { CMD("setze ruhezeit 22:00-7:00") }
setting-reactions = Matrix verschlüsselt Reaktionen nicht, also sieht sie auch in einem verschlüsselten Raum, wer den Server betreibt. Trotzdem als Stimmen zählen: { CMD("setze reaktionen an") }
setting-welcome = Was ich zu Menschen sage, die neu sind: { CMD("setze begrüßung Hallo, gut, dass du da bist.") }
setting-disclaimer = Was ich darüber sage, was diese Gruppe nicht ist: { CMD("setze hinweis Wir sind keine Ärzte.") }
setting-opening = Was gesagt wird, wenn ein Treffen beginnt: { CMD("setze beginn Wir hören einander zu.") }
setting-closing = Was gesagt wird, wenn ein Treffen endet: { CMD("setze abschluss Danke, und kommt gut nach Hause.") }

set-plain = { $value }
set-hours = { $start } bis { $end }
set-days = { $days ->
        [one] ein Tag
       *[other] { $days } Tage
    }
set-words = „{ $words }“
set-whole = { $words }
set-starter-text = der mitgebrachte Text

settings =
    Das ist für den ganzen Raum eingestellt:

    { $settings }

    Etwas ändern: { CMD("setze ruhezeit 22:00-7:00") }
settings-line = { $name }: { $value }{ $how ->
        [asked] , seit { $since } von { $person } (#{ $number })
        [decided] , seit { $since } durch eine Entscheidung der Gruppe (#{ $number })
       *[default] { "" }
    }
set-now =
    { $name }: { $value }

    { $about }
set-same = Das ist schon so eingestellt: { $name }, { $value }.
set-unknown = „{ $words }“ kann ich nicht einstellen. Was sich einstellen lässt: { CMD("zeig einstellungen") }
set-on-or-off = Bitte schreib `an` oder `aus`.
set-language-unknown = „{ $words }“ spreche ich noch nicht. Ich kann { $known }. Zum Beispiel: { CMD("setze sprache deutsch") }
set-zone-unknown = Eine Zeitzone „{ $words }“ kenne ich nicht. Bitte schreib eine große Stadt in eurer Nähe, zum Beispiel { CMD("setze zone Berlin") }
set-zone-which = Es gibt mehrere Orte mit diesem Namen. Welchen meinst du? { $choices }
set-prefix-unclear = Das Zeichen vor Befehlen besteht aus ein bis drei von diesen: { $signs }. Zum Beispiel: { CMD("setze zeichen ?") }
set-words-long = Das hat { $length } Zeichen, und ich kann { $most } aufheben. Sag es bitte kürzer.
quiet-unclear = Von wann bis wann? Ich lese „{ $words }“. Zum Beispiel 22:00-7:00.
quiet-all-day = Eine Ruhezeit, die beginnt, wenn sie endet, wäre der ganze Tag. Zum Beispiel 22:00-7:00.

set-changed =
    {""}**#{ $number } { $name }: { $after }**\
    Darum hat { $person } gebeten; vorher war es { $before }.

    { $back ->
        [yes] Es gilt ab sofort. So ist es wieder, wie es war, bevor es jemand geändert hat.
       *[no] Es gilt ab sofort. Passt es dir nicht? Bis { $at } genügt ein Einwand, dann ist es wieder wie vorher: { CMD("einwand", $number, "weil ...") }
    }
set-taken =
    Ich habe es { $group ->
        [empty] deiner Gruppe
       *[set] { $group }
    } gesagt, als #{ $number }.
set-undone =
    {""}**#{ $number } { $name }: wieder { $value }** { $person } hat einen Einwand: { $reason }

    { $next }
set-stopped = #{ $number } { $name }: wieder { $value }. { $person } hat die Änderung zurückgenommen.
set-superseded = #{ $number } wurde seither noch einmal geändert, als #{ $later }. Wenn du dagegen bist: { CMD("einwand", $later, "weil ...") }
set-back = #{ $number } hat nur zurückgebracht, was vorher eingestellt war, also gibt es nichts rückgängig zu machen. Etwas ändern: { CMD("zeig einstellungen") }
set-shown =
    {""}**#{ $number } { $name }: { $after }**\
    Darum hat { $person } gebeten; vorher war es { $before }. { $open ->
        [yes] Bis { $at } genügt ein Einwand, dann ist es wieder wie vorher: { CMD("einwand", $number, "weil ...") }
       *[no] { "" }
    }

    { $history }
motion-setting = { $name }: { $words }

record-setting = { $seq }. { $at }: #{ $number } { $person } hat eingestellt: { $name }, { $after ->
        [empty] nicht mehr bekannt
       *[set] { $after }
    }.
record-setting-undone =
    { $seq }. { $at }: { $person } hat einen Einwand gegen #{ $number } ({ $name }). Also ist es wieder wie vorher{ $follows }
record-setting-stopped = { $seq }. { $at }: { $person } hat #{ $number } zurückgenommen ({ $name }).

## Was ein Mitglied für die ganze Gruppe tut

provisional-newcomer = Was für die ganze Gruppe gilt, kann ändern, wer seit { $days } Tagen dabei ist. Bis dahin kann es jemand anderes für dich tun.
provisional-under-vote = Darüber stimmt die Gruppe gerade ab, als #{ $number }. Bitte warte, bis das zu Ende ist, dann hat die Gruppe entschieden.
provisional-refused = Die Gruppe hat sich dagegen entschieden, als #{ $number }. Ab { $at } lässt es sich wieder fragen, oder mit { CMD("nochmal vorschlagen", $number) }
provisional-not-yours = { $what ->
        [added] #{ $number } ist neu auf der Liste, und nur wer es aufgenommen hat, kann das zurücknehmen.
        [removed] #{ $number } wurde gerade erst von der Liste genommen, und nur wer das getan hat, kann es zurücknehmen.
       *[set] Nur wer um #{ $number } gebeten hat, kann es zurücknehmen.
    } Wenn du dagegen bist: { CMD("einwand", $number, "weil ...") }
provisional-undone-already = #{ $number } ist schon rückgängig gemacht. Was daraus wurde, zeigt { CMD("zeig", $number) }
provisional-stopped-already = #{ $number } ist schon zurückgenommen.
provisional-stands = { $what ->
        [added] #{ $number } bleibt auf der Liste, denn niemand hatte rechtzeitig einen Einwand. Von der Liste nehmen: { CMD("zurückziehen", $number) }
        [removed] #{ $number } steht weiter nicht auf der Liste, denn niemand hatte rechtzeitig einen Einwand. Wieder aufnehmen: { CMD("hilfsangebot Schlaf | Ambulanz in der Eichenstraße | https://example.org") }
       *[set] #{ $number } steht seit { $at } fest, denn niemand hatte einen Einwand. Du kannst es neu einstellen; { CMD("zeig einstellungen") } zeigt, wie es ist.
    }
provisional-next = { $second ->
        [0] Die Gruppe stimmt noch nicht darüber ab, denn { $proposer } hat schon zwei offene Vorschläge. Wenn einer zu Ende ist, geht es noch einmal.
       *[number] Die Gruppe stimmt darüber ab, was { $proposer } möchte, als #{ $second }.
    }
record-provisional = { $second ->
        [0] { "" }
       *[number] , und die Gruppe stimmt darüber ab, als #{ $second }
    }{ $reason ->
        [empty] {"."}
       *[set] . Der Grund: { $reason }
    }

## Eigene Ruhezeit und Hinweise

me-quiet-saved =
    { $hours ->
        [off] Gut. Ich schreibe dir zu jeder Stunde.
       *[set] Gut. Von { $start } bis { $end } schreibe ich dir nicht allein, wenn es warten kann.
    }
me-notifications-saved =
    { $on ->
        [yes] Gut. Ich erinnere dich, wenn deine Stimme fehlt.
       *[no] Gut. Ich erinnere dich nicht mehr, wenn deine Stimme fehlt.
    }
