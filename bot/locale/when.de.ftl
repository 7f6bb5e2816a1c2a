# Was nachgefragt wird, wenn eine Zeit nicht klar ist. Was man stattdessen tippen kann, steht jeweils darunter.

when-nothing = Bitte nenne mir einen Tag und eine Uhrzeit.
when-too-long = Das ist zu lang für eine Zeit. Bitte schreib nur, wann es ist.
# $word (str): was getippt wurde
when-unknown-word = Das Wort „{ $word }“ kenne ich in einer Zeitangabe nicht.
# $word (str): was getippt wurde
when-unclear = „{ $word }“ kann ich in keine Zeit einordnen.
when-two-readings = Diese Worte passen nicht zu einer einzigen Zeit zusammen.
when-languages-differ = Je nach Sprache bedeutet das etwas anderes. Was meinst du?

when-past = Diese Zeit ist schon vorbei. Wann soll es sein?
when-too-far = Das ist zu weit weg. Bitte wähle eine Zeit in den nächsten 20 Jahren.
# $date (str): das Datum, wie es getippt wurde
when-no-such-date = Den Tag { $date } gibt es im Kalender nicht.
# $time (str): die Uhrzeit, wie sie getippt wurde
when-no-such-time = Die Uhrzeit { $time } gibt es nicht.
# $time (str): eine Uhrzeit
when-skipped = Da wird die Uhr vorgestellt, und { $time } gibt es an diesem Tag nicht. Welche Zeit meinst du?
# $time (str): eine Uhrzeit
when-twice = Da wird die Uhr zurückgestellt, und { $time } kommt an diesem Tag zweimal. Welche Zeit meinst du?

when-ambiguous-date = Manche lesen hier zuerst den Tag, andere den Monat. Was meinst du?
when-date-or-time = Das kann ein Datum oder eine Uhrzeit sein. Was meinst du?
when-hour-or-day = Ist die Zahl die Stunde oder der Tag im Monat?
when-morning-or-evening = Morgens oder abends?
when-regional-time = Diese Uhrzeit wird je nach Gegend anders verstanden. Welche meinst du?
when-which-midnight = Mitternacht am Anfang dieses Tages oder an seinem Ende?
when-which-hour = Um wie viel Uhr an diesem Tag?
when-no-time = Um wie viel Uhr?
# $time (str): eine Uhrzeit
when-part-differs = { $time } passt nicht zu dieser Tageszeit. Welche Zeit meinst du?
# $time (str): die Uhrzeit, zu der es beginnt
when-from-to = Ich kann mir den Beginn merken, { $time }, aber keine Dauer. Bitte schreib nur, wann es beginnt.
when-half-day = Bitte nimm ganze Tage oder sag es in Stunden.

when-which-next = Manche meinen den kommenden Tag, andere den eine Woche später. Welchen meinst du?
when-whose-day = Dort ist es schon oder noch ein anderer Tag. Welchen Tag meinst du?
when-today-or-next-week = Heute oder in einer Woche?
when-which-day = Welchen Tag meinst du?
when-which-month = In welchem Monat, oder jeden Monat?
when-several-days = Das sind mehrere Tage. Bitte nenne einen, oder schreib „jeden“ davor.
# $date (date): das Datum, das getippt wurde
when-weekday-differs = { $date } ist ein anderer Wochentag. Was meinst du?
when-about-days = Manche meinen damit ganze Wochen, andere zählen die Tage. Was meinst du?
when-which-zone = Mehrere Orte nennen ihre Zeit so. Welchen meinst du?

when-once-or-series = Nur einmal oder jede Woche?
when-no-series = Bitte sag, wie oft, zum Beispiel „jeden Dienstag 19 Uhr“.
when-every-nth = Alle paar Wochen oder einmal im Monat? Beides wird so gesagt.
# $word (str): was getippt wurde
when-two-meanings = „{ $word }“ heißt für manche doppelt so oft und für andere halb so oft. Bitte sag es anders, zum Beispiel „alle 2 Wochen“.
when-saturday-too = Auch am Samstag oder nur Montag bis Freitag?
when-which-weekday = An welchem Wochentag?
when-which-week = In welcher Woche des Monats?
when-short-month = Manche Monate haben diesen Tag nicht. Welchen Tag meinst du?
when-leap-day = Den 29. Februar gibt es nur in Schaltjahren. Welchen Tag meinst du?
when-ends-before = Es würde enden, bevor es beginnt. Wann soll es enden?
when-ends-at-a-time = Bitte nenne den Tag, an dem es endet.
when-too-often = Öfter als einmal in der Minute kann ich nicht.
when-series-needs-zone = Für etwas, das sich wiederholt, nenne bitte einen Ort für die Uhrzeit, zum Beispiel „Berlin“.
