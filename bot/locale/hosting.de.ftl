## Wofür Platz ist, und wenn die Person, die den Bot betreibt, möchte, dass er geht

declined-full = Ich bin schon in so vielen Gruppen, wie hier Platz haben, und kann deshalb nicht in diese kommen. Bitte frag die Person, die mich betreibt, ob sie Platz schafft, oder sucht euch einen anderen Ort für mich.
declined-crowd = Dieser Raum hat { $members } Mitglieder, und hier ist Platz für Gruppen mit höchstens { $most }. Bitte frag die Person, die mich betreibt, ob sie Platz schafft, oder sucht euch einen anderen Ort für mich.
outgrown =
    Ihr seid jetzt { $members }. Die Person, die mich betreibt, hat Platz für Gruppen mit { $most }.

    Für euch ändert sich nichts: Alle werden gezählt, und jede Entscheidung geht weiter. Wenn ihr sicher bleiben wollt, fragt die Person, die mich betreibt, nach mehr Platz. Ihr könnt auch mit eurer ganzen Aufzeichnung an einen anderen Ort ziehen: { CMD("zeig aufzeichnung mitnehmen") }
departure =
    Die Person, die mich betreibt, möchte, dass ich diese Gruppe am { $at } verlasse. Bis dahin geht alles weiter wie bisher.

    Was euch gehört, behalte ich bis { $until }, und dann lösche ich es. Wenn ihr mich vorher wieder einladet, findet ihr alles, wie es war. Wenn ich bleiben soll, fragt die Person, die mich betreibt, nach dem Grund. So nehmt ihr eure Aufzeichnung mit: { CMD("zeig aufzeichnung mitnehmen") }
departure-now = Die Person, die mich betreibt, möchte, dass ich diese Gruppe jetzt verlasse. Was euch gehört, behalte ich bis { $until }, und dann lösche ich es. Bis dahin könnt ihr sie um alles in einer Datei bitten, mit der ihr an einen anderen Ort ziehen könnt.
departure-reason = Die Person, die mich betreibt, wollte, dass ich gehe, wie ich euch gesagt habe. Was euch gehört, bleibt von jetzt an noch { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } erhalten.
departure-withdrawn = Ich bleibe. Die Person, die mich betreibt, möchte nicht mehr, dass ich diese Gruppe verlasse.
