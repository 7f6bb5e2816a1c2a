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
