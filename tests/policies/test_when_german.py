"""What people type about time in German."""

from __future__ import annotations

import pytest

from tests.policies.when_phrases import meaning, rows

TABLE = """
in 40 Sekunden                                     | Fri 2026-03-27 12:00:40
in 90 Minuten                                      | Fri 2026-03-27 13:30
in 2 Tagen                                         | Sun 2026-03-29 12:00
in einer Woche                                     | Fri 2026-04-03 12:00
in zwei Stunden                                    | Fri 2026-03-27 14:00
in anderthalb Stunden                              | Fri 2026-03-27 13:30
in einer halben Stunde                             | Fri 2026-03-27 12:30
in einer Stunde und 30 Minuten                     | Fri 2026-03-27 13:30
in 1,5 Stunden                                     | Fri 2026-03-27 13:30
morgen um 9                                        | Sat 2026-03-28 09:00
morgen um 7                                        | ask when-morning-or-evening: 2026-03-28 07:00 / 2026-03-28 19:00
morgen früh um 8                                   | Sat 2026-03-28 08:00
morgen Abend um halb acht                          | Sat 2026-03-28 19:30
übermorgen 19 Uhr                                  | Sun 2026-03-29 19:00
uebermorgen 19 uhr                                 | Sun 2026-03-29 19:00
heute Abend um 8                                   | Fri 2026-03-27 20:00
heute um 19:30                                     | Fri 2026-03-27 19:30
Dienstag 19 Uhr                                    | Tue 2026-03-31 19:00
Dienstag, 19 Uhr                                   | Tue 2026-03-31 19:00
Dienstag 19 Uhr 30                                 | Tue 2026-03-31 19:30
1. April um 19 Uhr                                 | Wed 2026-04-01 19:00
1. April 2026 19 Uhr                               | Wed 2026-04-01 19:00
1.4. 19 Uhr                                        | Wed 2026-04-01 19:00
1.4.2026 19:00                                     | Wed 2026-04-01 19:00
1.4.26 19:00                                       | Wed 2026-04-01 19:00
am 3.4. um 19.30 Uhr                               | Fri 2026-04-03 19:30
Di. 31.3. 19:00                                    | Tue 2026-03-31 19:00
Dienstag um halb acht                              | ask when-morning-or-evening: 2026-03-31 07:30 / 2026-03-31 19:30
Viertel nach sieben abends                         | Fri 2026-03-27 19:15
Viertel vor acht abends                            | Fri 2026-03-27 19:45
zehn nach sieben abends                            | Fri 2026-03-27 19:10
20 nach 7 abends                                   | Fri 2026-03-27 19:20
morgen um fünf vor halb acht abends                | Sat 2026-03-28 19:25
dreiviertel acht                                   | ask when-morning-or-evening: 2026-03-28 07:45 / 2026-03-27 19:45
Viertel acht                                       | ask when-regional-time: 2026-03-28 07:15 / 2026-03-27 19:15 / 2026-03-28 08:15 / 2026-03-27 20:15
nächsten Freitag 20 Uhr                            | ask when-which-next: 2026-04-03 20:00 / 2026-04-10 20:00
kommenden Freitag 20 Uhr                           | Fri 2026-03-27 20:00
diesen Freitag 20 Uhr                              | Fri 2026-03-27 20:00
jeden Dienstag 19 Uhr                              | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
jeden Morgen um 8                                  | FREQ=DAILY from Sat 2026-03-28 08:00
jeden Abend um 8                                   | FREQ=DAILY from Fri 2026-03-27 20:00
dienstags 19 Uhr                                   | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
dienstags und donnerstags um 19 Uhr                | FREQ=WEEKLY;BYDAY=TU,TH from Tue 2026-03-31 19:00
alle 2 Wochen dienstags 19 Uhr                     | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
alle zwei Wochen Dienstag um 19 Uhr                | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
alle 14 Tage dienstags um 19 Uhr                   | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
14-tägig dienstags 19 Uhr                          | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
jeden zweiten Dienstag im Monat 19 Uhr             | FREQ=MONTHLY;BYDAY=2TU from Tue 2026-04-14 19:00
jeden zweiten Dienstag 19 Uhr                      | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
jeden dritten Dienstag 19 Uhr                      | ask when-every-nth: every 3 weeks Tue 19:00 from 2026-03-31 / monthly 3rd Tue 19:00
letzter Freitag im Monat 18 Uhr                    | FREQ=MONTHLY;BYDAY=-1FR from Fri 2026-03-27 18:00
am letzten Freitag des Monats um 18 Uhr            | FREQ=MONTHLY;BYDAY=-1FR from Fri 2026-03-27 18:00
jeden ersten Montag im Monat um 18 Uhr             | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
erster Montag im April 18 Uhr                      | Mon 2026-04-06 18:00
am 15. jeden Monats um 18 Uhr                      | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
am 15. um 18 Uhr                                   | Wed 2026-04-15 18:00
monatlich am 15. um 18 Uhr                         | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
jährlich am 24. Dezember um 18 Uhr                 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24 from Thu 2026-12-24 18:00
werktags 9 Uhr                                     | ask when-saturday-too: every Mon, Tue, Wed, Thu, Fri 09:00 / every Mon, Tue, Wed, Thu, Fri, Sat 09:00
montags bis freitags 9 Uhr                         | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
Montag bis Freitag 9 Uhr                           | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
Mo-Fr 9:00                                         | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
Montag und Donnerstag 18 Uhr                       | FREQ=WEEKLY;BYDAY=MO,TH from Mon 2026-03-30 18:00
jeden Dienstag 19 Uhr bis Juni                     | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
jeden Dienstag 19 Uhr bis Ende Juni                | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
jeden Dienstag 19 Uhr bis 30.6.                    | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
jeden Dienstag 19 Uhr bis zum 30. Juni             | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
jeden Dienstag 19 Uhr außer am 24. Dezember        | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00 except 2026-12-24
jeden Dienstag 19 Uhr außer im August              | FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=TU from Tue 2026-03-31 19:00
täglich 9 Uhr außer sonntags                       | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA from Sat 2026-03-28 09:00
jeden Dienstag 19 Uhr 10 Mal                       | FREQ=WEEKLY;BYDAY=TU;COUNT=10 from Tue 2026-03-31 19:00
jeden Dienstag 19 Uhr zehnmal                      | FREQ=WEEKLY;BYDAY=TU;COUNT=10 from Tue 2026-03-31 19:00
jeden Dienstag 19 Uhr ab 7. April                  | FREQ=WEEKLY;BYDAY=TU from Tue 2026-04-07 19:00
Dienstagabend um 8                                 | Tue 2026-03-31 20:00
Dienstag Abend                                     | ask when-which-hour: 2026-03-31 18:00 / 2026-03-31 19:00 / 2026-03-31 20:00
Dienstag morgen um 9                               | Tue 2026-03-31 09:00
nächste Woche Dienstag 19 Uhr                      | Tue 2026-03-31 19:00
Dienstag nächster Woche 19 Uhr                     | Tue 2026-03-31 19:00
in 14 Tagen um 19 Uhr                              | Fri 2026-04-10 19:00
in acht Tagen                                      | ask when-about-days: 2026-04-03 12:00 / 2026-04-04 12:00
Freitag, 27. März 2026, 19:00 Uhr                  | Fri 2026-03-27 19:00
Freitag 8 Uhr                                      | Fri 2026-04-03 08:00
19 Uhr Berliner Zeit                               | Fri 2026-03-27 19:00
19 Uhr in Japan                                    | Sat 2026-03-28 11:00
bis Freitag 20 Uhr                                 | Fri 2026-03-27 20:00
every 2 weeks Tue 19:00                            | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
12 Uhr mittags                                     | Sat 2026-03-28 12:00
morgen Mittag                                      | ask when-which-hour: 2026-03-28 12:00 / 2026-03-28 13:00
um Mitternacht                                     | Sat 2026-03-28 00:00
jeden Tag um Mitternacht                           | FREQ=DAILY from Sat 2026-03-28 00:00
täglich um 8 Uhr                                   | FREQ=DAILY from Sat 2026-03-28 08:00
alle 3 Stunden                                     | FREQ=HOURLY;INTERVAL=3 from Fri 2026-03-27 15:00
jede halbe Stunde                                  | FREQ=MINUTELY;INTERVAL=30 from Fri 2026-03-27 12:30
heute                                              | Fri 2026-03-27
morgen                                             | Sat 2026-03-28
Freitag                                            | ask when-today-or-next-week: 2026-03-27 / 2026-04-03
Dienstag                                           | Tue 2026-03-31
31. April 19 Uhr                                   | ask when-no-such-date
Dienstag von 18 bis 20 Uhr                         | ask when-from-to
irgendwann                                         | ask when-unknown-word
Freitag 20 uhr mitteleuropäische Zeit              | ask when-unknown-word
am Wochenende                                      | ask when-which-day
jeden Werktag 9 Uhr                                | ask when-saturday-too: every Mon, Tue, Wed, Thu, Fri 09:00 / every Mon, Tue, Wed, Thu, Fri, Sat 09:00
ende des Monats 18 Uhr                             | Tue 2026-03-31 18:00
12 uhr                                             | Sat 2026-03-28 12:00
jeden 2. Dienstag 19 Uhr                           | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
jeden 1. Montag im Monat 18 Uhr                    | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
am 1. und 3. Dienstag im Monat 19 Uhr              | FREQ=MONTHLY;BYDAY=1TU,3TU from Tue 2026-04-07 19:00
alle zwei Wochen am Dienstag um 19 Uhr             | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
immer dienstags um 19 Uhr                          | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
Di 19h                                             | Tue 2026-03-31 19:00
Di, 31.03., 19:00                                  | Tue 2026-03-31 19:00
31.03.26, 19 Uhr                                   | Tue 2026-03-31 19:00
31. 3. 2026                                        | Tue 2026-03-31
heute in einer Woche                               | Fri 2026-04-03 12:00
in einem Monat                                     | Mon 2026-04-27 12:00
in drei Tagen um 19 Uhr                            | Mon 2026-03-30 19:00
übernächsten Dienstag 19 Uhr                       | ask when-unknown-word
nächsten Monat am 15. um 19 Uhr                    | ask when-which-day
am 15. nächsten Monats um 19 Uhr                   | Wed 2026-04-15 19:00
ab 19 Uhr                                          | Fri 2026-03-27 19:00
um 19 Uhr am Dienstag                              | Tue 2026-03-31 19:00
von Montag bis Freitag 9 Uhr                       | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
täglich außer Sonntag 9 Uhr                        | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA from Sat 2026-03-28 09:00
jeden Monat am letzten Tag um 18 Uhr               | FREQ=MONTHLY;BYMONTHDAY=-1 from Tue 2026-03-31 18:00
jedes Jahr am 24.12. um 18 Uhr                     | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24 from Thu 2026-12-24 18:00
in der Früh um 7                                   | Sat 2026-03-28 07:00
mittags um 12                                      | Sat 2026-03-28 12:00
um 12 Uhr nachts                                   | Sat 2026-03-28 00:00
heute Nacht um 2                                   | ask when-past: 2026-03-28 02:00
einmal pro Woche dienstags 19 Uhr                  | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
zweimal pro Woche                                  | ask when-unknown-word
jeden Dienstag und Donnerstag 19 Uhr bis 30.06.    | FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
Dienstag in einer Woche 19 Uhr                     | Tue 2026-04-07 19:00
Freitags 18:30                                     | FREQ=WEEKLY;BYDAY=FR from Fri 2026-03-27 18:30
heute 18:00                                        | Fri 2026-03-27 18:00
1. Mai 10 Uhr                                      | Fri 2026-05-01 10:00
10.12.                                             | Thu 2026-12-10
10.12                                              | ask when-date-or-time: 2026-12-10 / 2026-03-28 10:12
Samstag 10-12 Uhr                                  | ask when-from-to
jeden Samstag 10 Uhr im Mai                        | ask when-unclear
jeden 15. 18 Uhr                                   | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
Mittwoch um 12                                     | Wed 2026-04-01 12:00
dienstagabends um 8                                | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 20:00
7 uhr morgens                                      | Sat 2026-03-28 07:00
19:30 Uhr am 3. April                              | Fri 2026-04-03 19:30
in 2 std                                           | Fri 2026-03-27 14:00
19 uhr 30 dienstag                                 | Tue 2026-03-31 19:30
"""


@pytest.mark.parametrize(("typed", "meant"), rows(TABLE))
def test_german_phrases_mean_what_their_speakers_mean(typed: str, meant: str) -> None:
    """A phrase is read as people who speak German mean it; where they differ, it is asked."""
    assert meaning(typed, "de") == meant
