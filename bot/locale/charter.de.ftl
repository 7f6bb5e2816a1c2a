# Leitlinien, Regeln der Entscheidung, und was eine Gruppe an sich selbst ändert.

change-nothing = #{ $number } lässt sich nicht ändern. Was es ist: { CMD("zeig", $number) }
propose-looser-than-rule = Diese Gruppe entscheidet solche Fragen strenger. Bitte lass diese Worte weg, oder schreib { CMD("zeig regeln") }
propose-shorter-than-rule = Die Regeln der Gruppe geben einer solchen Frage mindestens { $least }. Bitte wähle ein späteres Ende oder keines.

## Anträge

motion-open-already = Darüber stimmt die Gruppe schon ab, als #{ $number }. Bitte warte, bis das zu Ende ist.
motion-not-reworded = #{ $number } hat keine Worte, die sich ändern lassen. Zurücknehmen: { CMD("stopp", $number) }
motion-fallback = In { $rounds } Runden gab es Einwände, deshalb wird über #{ $number } abgestimmt: Es braucht { $share } von Ja und Nein, und die Hälfte der Mitglieder muss teilnehmen.
motion-blocked =
    Es gab Einwände, deshalb ändert sich nichts. { $more ->
        [yes] Mit anderen Worten kann es noch einmal vorgeschlagen werden. Nach zwei Runden mit Einwänden entscheidet eine große Mehrheit.
       *[no] Wird es noch einmal vorgeschlagen, entscheidet eine große Mehrheit.
    }

## Arten von Fragen

kind-everyday = Alltagsfragen
kind-guidelines = Leitlinien
kind-rules = Regeln der Entscheidung
kind-roles = Aufgaben
kind-person = Fragen zu einer Person
kind-spending = Ausgaben
kind-commitments = Zusagen nach außen

## Eine Regel, die nicht geht

rule-delegates-few = Bevor Delegierte entscheiden können, müssen mindestens zwei gewählt sein. Jemanden wählen: { CMD("vorschlag delegierte @bo") }
rule-delegates-not-here = Über Leitlinien, Regeln und Fragen zu einer Person entscheiden alle Mitglieder.
rule-share-range = Ein größerer Anteil ist mehr als die Hälfte und weniger als alle: zum Beispiel 2/3.
rule-quorum-range = Wie viele teilnehmen müssen, ist ein Anteil zwischen niemandem und allen: zum Beispiel die Hälfte.
rule-quorum-many = { $least } Menschen könnten nie teilnehmen: { $members } sind stimmberechtigt. Eine Regel, die nicht zu erfüllen ist, würde die Gruppe lähmen.
rule-length-range = Eine Abstimmung läuft mindestens { $least } und höchstens { $most }.
rule-effect-range = Ein Beschluss gilt sofort oder bis zu { $most } später.
rule-days-range = Bitte nenne höchstens { $most } Tage.
rule-lock-unanimity = Müsste jede einzelne Stimme einer Regeländerung zustimmen, könnte ein Mensch die Regeln für immer festhalten. Bitte wählt etwas, das die Gruppe erfüllen kann.
rule-lock-quorum = Müssten mehr als { $most } teilnehmen, um eine Regel zu ändern, wäre die Gruppe gelähmt, sobald einige fehlen. Bitte wählt weniger.
rule-person-secret = Was einen Menschen betrifft, wird immer geheim abgestimmt.
rule-person-consent = Was einen Menschen betrifft, wird geheim abgestimmt, und im Konsent muss ein Einwand gehört werden. Bitte wählt einen Anteil: zum Beispiel 3/4.

## Befehle

command-show-guidelines =
    { CMD("zeig leitlinien") } zeigt die Leitlinien der Gruppe, seit wann jede gilt, und durch welchen Beschluss.
    .names = zeig leitlinien, zeige leitlinien, leitlinien
command-show-guideline =
    { CMD("zeig leitlinie 4") } zeigt eine Leitlinie.
    .names = zeig leitlinie, zeige leitlinie, leitlinie
command-propose-guideline =
    { CMD("vorschlag leitlinie Wir fangen pünktlich an") } fragt die Gruppe nach einer neuen Leitlinie. { CMD("vorschlag leitlinie 4 Wir fangen pünktlich an") } fragt nach anderen Worten für Leitlinie 4.
    .names = vorschlag leitlinie, leitlinie vorschlagen, vorschlagen leitlinie
command-propose-without-guideline =
    { CMD("vorschlag ohne leitlinie 4") } fragt die Gruppe, ob eine Leitlinie wegfallen soll.
    .names = vorschlag ohne leitlinie, vorschlagen ohne leitlinie
command-agree =
    { CMD("zustimmen") } sagt, dass du den Leitlinien zustimmst, wie sie jetzt sind. Wenn sie sich ändern, wirst du noch einmal gefragt.
    .names = zustimmen, ich stimme zu
command-why-guideline =
    { CMD("warum leitlinie 4") } erzählt, wie eine Leitlinie entstanden ist.
    .names = warum leitlinie
command-why =
    { CMD("warum 4") } erzählt, wie Leitlinie 4 entstanden ist: wann, wie entschieden wurde, und welcher Einwand ihre Worte geändert hat. Du kannst auch auf eine Leitlinie oder ein Ergebnis mit `warum` antworten.
    .names = warum, wieso
command-translate-guideline =
    { CMD("übersetze leitlinie 4 englisch: We begin on time") } gibt eine Leitlinie in einer anderen Sprache wieder, als Hilfe beim Lesen. Verbindlich bleiben die beschlossenen Worte.
    .names = übersetze leitlinie, uebersetze leitlinie
command-show-rules =
    { CMD("zeig regeln") } sagt, wie diese Gruppe worüber entscheidet.
    .names = zeig regeln, zeige regeln, regeln
command-propose-rule =
    { CMD("vorschlag regel leitlinien: quorum hälfte") } fragt die Gruppe nach einer anderen Regel der Entscheidung.

    - Arten von Fragen: Alltag, Leitlinien, Regeln, Aufgaben, Person, Ausgaben, Zusagen.
    - Was sich ändern lässt: { CMD("vorschlag regel ausgaben: braucht 2/3") }, { CMD("vorschlag regel aufgaben: im konsent") }, { CMD("vorschlag regel alltag: offen 5 tage") }, { CMD("vorschlag regel leitlinien: quorum hälfte") }, { CMD("vorschlag regel leitlinien: gilt sofort") }, { CMD("vorschlag regel leitlinien: wer zählt 14 tage") }, { CMD("vorschlag regel aufgaben: nach zwei runden 3/4") }, { CMD("vorschlag regel alltag: wieder nach 60 tagen") }, { CMD("vorschlag regel alltag: auswahl durch paarvergleich") }.
    - Entschieden wird so streng, wie es die alte und die neue Regel verlangen, je nachdem, welche mehr verlangt.
    .names = vorschlag regel, vorschlagen regel, regel vorschlagen

word-why =
    .words = warum, wieso
word-kind-everyday =
    .words = alltag, alltagsfragen, fragen
word-kind-guidelines =
    .words = leitlinien, leitlinie
word-kind-rules =
    .words = regeln, regel
word-kind-roles =
    .words = aufgaben, aufgabe, rollen
word-kind-person =
    .words = person, personen
word-kind-spending =
    .words = ausgaben, geld
word-kind-commitments =
    .words = zusagen, zusage
word-rule-method =
    .words = entschieden, durch
word-rule-length =
    .words = offen für, offen, dauer, wie lange
word-rule-quorum =
    .words = quorum, mindestens
word-rule-effect =
    .words = gilt nach, gilt, wirksam nach
word-rule-voters =
    .words = wer zählt, wer entscheidet, wer stimmt, mitglied seit
word-rule-again =
    .words = wieder nach, wieder
word-rule-fallback =
    .words = nach zwei runden, ersatz
word-rule-consent =
    .words = konsent
word-rule-majority =
    .words = mehrheit, mehr ja als nein, einfache mehrheit
word-rule-at-once =
    .words = sofort, gleich
word-rule-delegates =
    .words = delegierte, die delegierten
word-rule-everybody =
    .words = alle mitglieder, jeder
word-rule-choice =
    .words = auswahl durch, auswahl
word-choice-approval =
    .words = zustimmung, alles was passt
word-choice-plurality =
    .words = mehrheitswahl, eine stimme
word-choice-irv =
    .words = rangfolge, stichwahlverfahren
word-choice-schulze =
    .words = paarvergleich
word-choice-borda =
    .words = rangpunkte
word-choice-score =
    .words = punkte, bewertung
word-choice-star =
    .words = punkte mit stichwahl
word-choice-dots =
    .words = klebepunkte
word-rule-none =
    .words = keiner, keine, nichts
word-unit-hours =
    .words = stunden, stunde, std
word-unit-days =
    .words = tage, tagen, tag
word-unit-weeks =
    .words = wochen, woche
share-1-2 =
    .words = hälfte, die hälfte, haelfte
share-1-3 =
    .words = ein drittel, drittel
share-1-4 =
    .words = ein viertel, viertel
ballot-keep = behalten
    .words = behalten, so lassen
ballot-change = ändern
    .words = ändern, aendern
ballot-drop = weglassen
    .words = weglassen, streichen
option-keep = behalten
option-change = ändern
option-drop = weglassen
way-keep = { CMD("stimme", $number, "behalten") }
way-change = { CMD("stimme", $number, "ändern") }
way-drop = { CMD("stimme", $number, "weglassen") }

## Leitlinien

guidelines-none = Diese Gruppe hat noch keine Leitlinien. Die erste vorschlagen: { CMD("vorschlag leitlinie Was hier gesagt wird, bleibt hier") }
guidelines-draft =
    Das ist ein Entwurf. Er gilt, wenn die Gruppe ja dazu gesagt hat.

    { $guidelines }
guideline-drafted = { $guideline }. { $words }
guidelines =
    Das sind unsere Leitlinien:

    { $guidelines }

    { $agreed }
guideline =
    {""}**{ $guideline }.** { $words } (Fassung { $version }, { $coming ->
        [yes] ab { $since }
       *[no] seit { $since }
    }, durch #{ $decision }{ $numbers }{ $review ->
        [empty] {""}
       *[set] ; wir sehen sie wieder an am { $review }
    }){ $before ->
        [empty] {""}
       *[set] {" "}Bis dahin: { $before }
    }{ $translation ->
        [empty] {""}
       *[set] {" "}In deiner Sprache: { $translation }{ $outdated ->
            [yes] {" "}(zu einer älteren Fassung)
           *[no] {""}
        }
    }
guideline-numbers =
    { $counts ->
        [empty] {""}
       *[set] {": "}{ $counts }
    }
guideline-unknown = Eine Leitlinie { $number } gibt es nicht. Alle sehen: { CMD("zeig leitlinien") }
guideline-which = Welche Leitlinie ist gemeint? Schreib ihre Nummer hinter { $command }. Alle sehen: { CMD("zeig leitlinien") }
guideline-empty = Was soll die Leitlinie sagen? Zum Beispiel: { CMD("vorschlag leitlinie Wir fangen pünktlich an") }
guideline-too-long = Das sind { $length } Buchstaben, und eine Leitlinie kann { $most } haben. Bitte sag es mit weniger Worten.
guideline-same = Leitlinie { $number } sagt genau das schon.
guideline-difference = { $gone ->
        [empty] Neu: „{ $come }“
       *[set] { $come ->
            [empty] Weg: „{ $gone }“
           *[set] Vorher: „{ $gone }“. Jetzt: „{ $come }“
        }
    }
guideline-changed =
    { $gone ->
        [yes] Leitlinie { $guideline } fällt weg ab { $at }.
       *[no] { $new ->
            [yes] Neu ab { $at }: Leitlinie { $guideline }: { $words }
           *[no] Ab { $at } lautet Leitlinie { $guideline }: { $words }
        }
    }

    { $changes }

    { $agreed ->
        [0] {""}
       *[some] Wer den Leitlinien schon zugestimmt hat, kann es wieder tun: { CMD("zustimmen") }
    }
assent =
    { $state ->
        [yes] Du hast ihnen zugestimmt.
        [before] Du hast einer früheren Fassung zugestimmt. Dieser zustimmen: { CMD("zustimmen") }
       *[no] Wenn du damit einverstanden bist: { CMD("zustimmen") }
    }
agree-nothing = Diese Gruppe hat noch keine Leitlinien beschlossen, also gibt es noch nichts zuzustimmen.
agreed = Danke. Ich habe notiert, dass du den Leitlinien zustimmst, wie sie jetzt sind. Wenn sie sich ändern, frage ich dich noch einmal.
agree-already = Das habe ich schon notiert. Danke.
translate-language = Welche Sprache ist das? Ich kann { $known } behalten. Zum Beispiel: { CMD("übersetze leitlinie 4 englisch: We begin on time") }
translate-binding = Die Leitlinien dieser Gruppe sind auf { $language } verbindlich. Ihre Worte ändern: { CMD("vorschlag leitlinie 4 ...") }
translated = { $person } hat Leitlinie { $guideline } in { $language } wiedergegeben: „{ $words }“. Das hilft beim Lesen; verbindlich bleiben die beschlossenen Worte.
translated-thanks = Danke. Ich habe es der Gruppe gesagt.

motion-guideline-new = Neue Leitlinie: { $words ->
        [empty] (der Text wurde entfernt)
       *[set] { $words }
    }
motion-guideline-words = Leitlinie { $guideline } lautet dann: { $words ->
        [empty] (der Text wurde entfernt)
       *[set] { $words }
    }
motion-guideline-dropped = Ohne Leitlinie { $guideline }: { $words }
motion-review = Leitlinie { $guideline }: { $words }

motion-review-several = Leitlinien { $places }
review-all-kept = Diese Leitlinien bleiben, wie sie sind. Wir sehen sie wieder an am { $review }.
review-some =
    { $drop ->
        [yes] Die Gruppe möchte einige davon weglassen. Welche? { CMD("vorschlag ohne leitlinie 4") }
       *[no] Die Gruppe wünscht sich für einige davon andere Worte. Wer hat welche? { CMD("vorschlag leitlinie 4 ...") }
    }

poll-review = #{ $number } Behalten wir das? { $question }
how-review =
    { $polled ->
        [yes] Tipp auf eine Antwort, antworte mit { "`behalten`, `ändern` oder `weglassen`" }, oder schreib { $vote }.
       *[no] Schreib mir im Einzelchat { $vote }.
    }
needs-review = Die Antwort mit den meisten Stimmen sagt, was wir tun. Sie allein ändert nichts.
review-kept = Leitlinie { $guideline } bleibt, wie sie ist. Wir sehen sie wieder an am { $review }.
review-change = Die Gruppe wünscht sich andere Worte für Leitlinie { $guideline }. Wer hat welche? { CMD("vorschlag leitlinie", $guideline, "...") }
review-drop = Die Gruppe möchte Leitlinie { $guideline } weglassen. Das braucht einen Beschluss nach der Regel für Leitlinien; er folgt.

## Warum

why-which = Was möchtest du wissen? { CMD("warum 4") } erzählt, wie Leitlinie 4 entstanden ist; oder antworte auf eine Leitlinie oder ein Ergebnis mit `warum`.
why-other = Wenn du #{ $number } meinst und nicht Leitlinie { $number }: { CMD("zeig", $number) }
why-guideline =
    So ist Leitlinie { $guideline } entstanden:

    { $versions }
why-version =
    Fassung { $version }, { $coming ->
        [yes] ab { $since }
       *[no] seit { $since }
    }: { $words ->
        [empty] weggefallen
       *[set] „{ $words }“
    }. { $proposer ->
        [empty] Beschlossen
       *[set] Vorgeschlagen von { $proposer }, beschlossen
    } durch #{ $decision }{ $numbers }. { $concerns }
why-concern = Ein Einwand von { $person } hat die Worte geändert{ $reason ->
        [empty] {""}
       *[set] : „{ $reason }“
    }. Vorher: „{ $words }“.

## Regeln

rules =
    { $adopted ->
        [yes] So entscheiden wir:
       *[no] Wir haben keine Charta beschlossen, deshalb gelten die üblichen Regeln:
    }

    { $rules }

    Alle Mitglieder können vorschlagen, und alle haben eine Stimme. Eine entschiedene Frage ruht 30 Tage, wenn ihre Regel nichts anderes sagt. Eine andere Regel: { CMD("vorschlag regel leitlinien: quorum hälfte") }
rule-line =
    {""}**Für { $kinds }:** { $rule }{ $decision ->
        [0] {""}
       *[some] {" "}{ $coming ->
            [empty] Beschlossen durch #{ $decision }.
           *[set] Ab { $coming }, durch #{ $decision }: { $next }
        }
    }
rule-words =
    { $method ->
        [empty] {""}
       *[set] { $method }{" "}
    }{ $quorum ->
        [empty] {""}
       *[set] { $quorum }{" "}
    }{ $length ->
        [empty] {""}
       *[set] { $length }{" "}
    }{ $fallback ->
        [empty] {""}
       *[set] { $fallback }{" "}
    }{ $effect ->
        [empty] {""}
       *[set] { $effect }{" "}
    }{ $secret ->
        [empty] {""}
       *[set] { $secret }{" "}
    }{ $settled ->
        [empty] {""}
       *[set] { $settled }{" "}
    }{ $voters ->
        [empty] {""}
       *[set] { $voters }{" "}
    }{ $again ->
        [empty] {""}
       *[set] { $again }{" "}
    }{ $choice ->
        [empty] {""}
       *[set] { $choice }{" "}
    }
rule-method-majority = Es braucht mehr Ja als Nein.
rule-method-supermajority = Es braucht { $share } Ja unter Ja und Nein.
rule-method-consent = Es wird im Konsent angenommen, wenn niemand einen Einwand hat.
rule-method-unanimity = Niemand darf Nein sagen.
rule-method-choice = Das beste Ergebnis gewinnt, bei Gleichstand folgt eine Stichwahl.
rule-quorum =
    { $everyone ->
        [yes] Alle Mitglieder müssen teilnehmen.
       *[no] { $share ->
            [empty] Mindestbeteiligung: { $least } Mitglieder.
           *[set] { $least ->
                [0] Mindestbeteiligung: { $share } der Mitglieder.
               *[some] Mindestbeteiligung: { $share } der Mitglieder, und { $least } Menschen.
            }
        }
    }
rule-length = Die Abstimmung ist { $length } offen.
rule-fallback = Nach zwei Runden mit Einwänden braucht es { $share } Ja unter Ja und Nein.
rule-effect = Es gilt { $wait } später, wenn nicht { $share } der Mitglieder, mindestens { $least }, Einwände haben.
rule-secret = Die Abstimmung ist geheim.
rule-settled = Abstimmen kann, wer seit { $days } Tagen dabei ist.
rule-voters = Die Delegierten entscheiden.
rule-again = Dasselbe kann nach { $days } Tagen wieder gefragt werden.
share =
    { $share ->
        [s1-2] die Hälfte
        [s1-3] ein Drittel
        [s2-3] zwei Drittel
        [s1-4] ein Viertel
        [s3-4] drei Viertel
        [s1-5] ein Fünftel
        [s4-5] vier Fünftel
        [s1-1] alles
       *[other] { $plain }
    }
choice-approval = Zustimmung: alle nennen, was ihnen passt, und am meisten gewinnt
choice-plurality = eine Stimme für alle, und am meisten gewinnt
choice-irv = Rangfolge mit sofortiger Stichwahl
choice-schulze = Rangfolge, in Paaren verglichen (Schulze)
choice-borda = Rangfolge, die Punkte gibt (Borda)
choice-score = Punkte von 0 bis 5, zusammengezählt
choice-star = Punkte von 0 bis 5 und eine Stichwahl der beiden höchsten (STAR)
choice-dots = Klebepunkte: alle haben 8 zu verteilen
rule-choice = Eine Auswahl wird so gezählt: { $method }.
rule-choice-unknown =
    So kann ich eine Auswahl zählen. Zum Beispiel: { CMD("vorschlag regel alltag: auswahl durch paarvergleich") }

    { $known }
tally-yes = { $count } ja
tally-no = { $count } nein
tally-abstain = { $count } enthalten
tally-consent = { $count } einverstanden
tally-stand_aside = { $count } beiseite
tally-object = { $count } mit Einwand
tally-keep = { $count } für behalten
tally-change = { $count } für ändern
tally-drop = { $count } für weglassen
tally-looks_good = { $count } gut
tally-not_sure = { $count } unsicher
tally-concerned = { $count } besorgt
needs-rule = { $method } { $quorum } Schweigen ist nie ein Ja.
motion-rule = Regel für { $kind }: { $before ->
        [empty] neu: { $after }
       *[set] { $after ->
            [empty] nicht mehr: { $before }
           *[set] { $after } Vorher: { $before }
        }
    }
rule-which-kind =
    Um welche Art von Fragen geht es? Zum Beispiel: { CMD("vorschlag regel leitlinien: quorum hälfte") }

    { $kinds }
rule-kind-choice = { $kind }
rule-how = Wie soll die Regel sein? Zum Beispiel: { CMD("vorschlag regel ausgaben: braucht 2/3") }. Alles, was sich ändern lässt: { CMD("hilfe vorschlag regel") }
rule-one-part = Bitte eine Änderung nach der anderen, damit man zu einer Ja und zu einer anderen Nein sagen kann. Zum Beispiel: { CMD("vorschlag regel leitlinien: quorum hälfte") }
rule-same = Das ist für { $kind } schon die Regel.
rule-length-unclear = Wie lange ist „{ $words }“? Zum Beispiel: { CMD("vorschlag regel alltag: offen 5 tage") }

## In der Aufzeichnung

record-guideline =
    { $seq }. { $at }: { $gone ->
        [yes] Leitlinie { $guideline } fällt weg ab { $since }, durch #{ $number }.
       *[no] Leitlinie { $guideline }, Fassung { $version }, ab { $since }, durch #{ $number }: { $words ->
            [empty] (der Text wurde entfernt)
           *[set] „{ $words }“
        }
    }
record-undone = { $seq }. { $at }: Was #{ $number } geändert hatte, wurde zurückgenommen, weil genug Mitglieder rechtzeitig Einwände hatten.
record-translated = { $seq }. { $at }: { $person } hat Leitlinie { $guideline } in { $language } wiedergegeben.
record-rule = { $seq }. { $at }: eine Regel durch #{ $number }, ab { $since }, für { $kind }: { $rule }
