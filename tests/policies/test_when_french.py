"""What people type about time in French."""

from __future__ import annotations

import pytest

from tests.policies.when_phrases import meaning, rows

TABLE = """
dans 40 secondes                                   | Fri 2026-03-27 12:00:40
dans 90 minutes                                    | Fri 2026-03-27 13:30
dans 2 heures                                      | Fri 2026-03-27 14:00
dans deux heures et demie                          | Fri 2026-03-27 14:30
dans une heure                                     | Fri 2026-03-27 13:00
dans une demi-heure                                | Fri 2026-03-27 12:30
dans un quart d'heure                              | Fri 2026-03-27 12:15
dans 2 jours                                       | Sun 2026-03-29 12:00
dans 2 jours à 19h                                 | Sun 2026-03-29 19:00
dans une semaine                                   | Fri 2026-04-03 12:00
dans huit jours                                    | ask when-about-days: 2026-04-03 12:00 / 2026-04-04 12:00
dans quinze jours                                  | ask when-about-days: 2026-04-10 12:00 / 2026-04-11 12:00
dans une quinzaine                                 | ask when-about-days: 2026-04-10 12:00 / 2026-04-11 12:00
demain à 9h                                        | Sat 2026-03-28 09:00
demain à 7                                         | ask when-morning-or-evening: 2026-03-28 07:00 / 2026-03-28 19:00
demain matin à 9h                                  | Sat 2026-03-28 09:00
après-demain à 19h                                 | Sun 2026-03-29 19:00
apres demain a 19 h                                | Sun 2026-03-29 19:00
ce soir à 8h                                       | Fri 2026-03-27 20:00
ce soir à 20h                                      | Fri 2026-03-27 20:00
aujourd'hui à 19h30                                | Fri 2026-03-27 19:30
mardi à 19h                                        | Tue 2026-03-31 19:00
mardi 19h                                          | Tue 2026-03-31 19:00
mardi 31 mars à 19h                                | Tue 2026-03-31 19:00
mardi 31 mars 2026 à 19:00                         | Tue 2026-03-31 19:00
le 31 mars à 19h                                   | Tue 2026-03-31 19:00
1er avril à 19h                                    | Wed 2026-04-01 19:00
le 1er avril 2026 à 19h                            | Wed 2026-04-01 19:00
03/04 à 19h                                        | Fri 2026-04-03 19:00
03/04/2026 à 19h                                   | Fri 2026-04-03 19:00
31/03/2026 19:00                                   | Tue 2026-03-31 19:00
mardi à sept heures et demie                       | ask when-morning-or-evening: 2026-03-31 07:30 / 2026-03-31 19:30
mardi à huit heures moins le quart                 | ask when-morning-or-evening: 2026-03-31 07:45 / 2026-03-31 19:45
mardi à sept heures et quart du soir               | Tue 2026-03-31 19:15
mardi à 19 heures 30                               | Tue 2026-03-31 19:30
mardi à sept heures dix du matin                   | Tue 2026-03-31 07:10
mardi prochain à 19h                               | ask when-which-next: 2026-03-31 19:00 / 2026-04-07 19:00
mardi en huit à 19h                                | Tue 2026-04-07 19:00
ce vendredi à 20h                                  | Fri 2026-03-27 20:00
mardi de la semaine prochaine à 19h                | Tue 2026-03-31 19:00
la semaine prochaine mardi à 19h                   | Tue 2026-03-31 19:00
tous les mardis à 19h                              | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
tous les mardi à 19h                               | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
chaque mardi à 19h                                 | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
le mardi à 19h                                     | ask when-once-or-series: every Tue 19:00 / 2026-03-31 19:00
les mardis à 19h                                   | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
le lundi et le jeudi à 18h                         | FREQ=WEEKLY;BYDAY=MO,TH from Mon 2026-03-30 18:00
lundi et jeudi à 18h                               | FREQ=WEEKLY;BYDAY=MO,TH from Mon 2026-03-30 18:00
un mardi sur deux à 19h                            | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
une semaine sur deux le mardi à 19h                | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
toutes les deux semaines le mardi à 19h            | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
toutes les 2 semaines mardi 19h                    | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
tous les 15 jours le mardi à 19h                   | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
tous les quinze jours à 19h                        | ask when-about-days: every 14 days 19:00 from 2026-03-27 / every 15 days 19:00 from 2026-03-27
le premier lundi du mois à 18h                     | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
le dernier vendredi du mois à 18h                  | FREQ=MONTHLY;BYDAY=-1FR from Fri 2026-03-27 18:00
le premier lundi de chaque mois à 18h              | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
tous les premiers lundis du mois à 18h             | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
le 15 de chaque mois à 18h                         | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
tous les mois le 15 à 18h                          | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
tous les ans le 24 décembre à 18h                  | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24 from Thu 2026-12-24 18:00
du lundi au vendredi à 9h                          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
en semaine à 9h                                    | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
jours ouvrables à 9h                               | ask when-saturday-too: every Mon, Tue, Wed, Thu, Fri 09:00 / every Mon, Tue, Wed, Thu, Fri, Sat 09:00
tous les jours à 9h                                | FREQ=DAILY from Sat 2026-03-28 09:00
tous les jours sauf le dimanche à 9h               | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA from Sat 2026-03-28 09:00
tous les soirs à 20h                               | FREQ=DAILY from Fri 2026-03-27 20:00
tous les mardis à 19h jusqu'en juin                | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
tous les mardis à 19h jusqu'au 30 juin             | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
tous les mardis à 19h jusqu'à fin juin             | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
tous les mardis à 19h sauf le 24 décembre          | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00 except 2026-12-24
tous les mardis à 19h 10 fois                      | FREQ=WEEKLY;BYDAY=TU;COUNT=10 from Tue 2026-03-31 19:00
tous les mardis à 19h à partir du 7 avril          | FREQ=WEEKLY;BYDAY=TU from Tue 2026-04-07 19:00
tous les mardis à 19h sauf en août                 | FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=TU from Tue 2026-03-31 19:00
demain midi                                        | Sat 2026-03-28 12:00
demain à midi                                      | Sat 2026-03-28 12:00
à minuit                                           | Sat 2026-03-28 00:00
vendredi à minuit                                  | ask when-which-midnight: 2026-04-03 00:00 / 2026-03-28 00:00
19h heure de Paris                                 | Fri 2026-03-27 19:00
19h heure de New York                              | Sat 2026-03-28 00:00
demain à 19h en Espagne                            | Sat 2026-03-28 19:00
mardi                                              | Tue 2026-03-31
vendredi                                           | ask when-today-or-next-week: 2026-03-27 / 2026-04-03
demain                                             | Sat 2026-03-28
demain soir                                        | ask when-which-hour: 2026-03-28 18:00 / 2026-03-28 19:00 / 2026-03-28 20:00
toutes les 2 heures                                | FREQ=HOURLY;INTERVAL=2 from Fri 2026-03-27 14:00
vendredi 27 mars 2026 à 19:00                      | Fri 2026-03-27 19:00
every 2 weeks Tue 19:00                            | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
2026-03-31 19:00                                   | Tue 2026-03-31 19:00
n'importe quand                                    | ask when-unknown-word
lundi matin à 8h                                   | Mon 2026-03-30 08:00
premier lundi d'avril à 18h                        | Mon 2026-04-06 18:00
samedi midi                                        | Sat 2026-03-28 12:00
le 15 à 18h                                        | Wed 2026-04-15 18:00
hier à 19h                                         | ask when-past: 2026-03-27 19:00
tous les deux jours à 9h                           | FREQ=DAILY;INTERVAL=2 from Sat 2026-03-28 09:00
mar. 31 mars 19h                                   | Tue 2026-03-31 19:00
quotidien à 9h                                     | FREQ=DAILY from Sat 2026-03-28 09:00
le week-end                                        | ask when-which-day
fin du mois à 18h                                  | Tue 2026-03-31 18:00
de 18h à 20h mardi                                 | ask when-from-to
mardi à 19 h 30                                    | Tue 2026-03-31 19:30
le mardi 31 mars à 19 h                            | Tue 2026-03-31 19:00
lundi prochain à 9h                                | ask when-which-next: 2026-03-30 09:00 / 2026-04-06 09:00
dans trois jours à 19h                             | Mon 2026-03-30 19:00
chaque premier lundi du mois à 18h                 | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
les 1er et 3e mardis du mois à 19h                 | FREQ=MONTHLY;BYDAY=1TU,3TU from Tue 2026-04-07 19:00
midi et demi                                       | Fri 2026-03-27 12:30
demain à midi et demi                              | Sat 2026-03-28 12:30
à 7h du matin                                      | Sat 2026-03-28 07:00
7 h du soir                                        | Fri 2026-03-27 19:00
le 1er de chaque mois à 9h                         | FREQ=MONTHLY;BYMONTHDAY=1 from Wed 2026-04-01 09:00
le dernier jour du mois à 18h                      | FREQ=MONTHLY;BYMONTHDAY=-1 from Tue 2026-03-31 18:00
tous les lundis à 9h sauf le 6 avril               | FREQ=WEEKLY;BYDAY=MO from Mon 2026-03-30 09:00 except 2026-04-06
une fois par semaine le mardi à 19h                | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
deux fois par semaine                              | ask when-unknown-word
tous les lundis et jeudis à 18h                    | FREQ=WEEKLY;BYDAY=MO,TH from Mon 2026-03-30 18:00
le lundi de 18h à 20h                              | ask when-from-to
mardi à 19h jusqu'au 30/06                         | ask when-no-series
tous les mardis à 19h jusqu'au 15                  | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260415T215959Z from Tue 2026-03-31 19:00
le premier mardi de chaque mois à 19h sauf en août | FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=1TU from Tue 2026-04-07 19:00
le mois prochain                                   | ask when-which-day
le 15 du mois prochain à 19h                       | Wed 2026-04-15 19:00
samedi à 10h                                       | Sat 2026-03-28 10:00
chaque jour à 8h                                   | FREQ=DAILY from Sat 2026-03-28 08:00
dix-neuf heures trente mardi                       | Tue 2026-03-31 19:30
vingt heures                                       | Fri 2026-03-27 20:00
à vingt et une heures                              | Fri 2026-03-27 21:00
mardi soir                                         | ask when-which-hour: 2026-03-31 18:00 / 2026-03-31 19:00 / 2026-03-31 20:00
14 juillet                                         | Tue 2026-07-14
toutes les semaines le mardi à 19h                 | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
tous les deux mardis à 19h                         | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
le week-end prochain                               | ask when-which-day
"""


@pytest.mark.parametrize(("typed", "meant"), rows(TABLE))
def test_french_phrases_mean_what_their_speakers_mean(typed: str, meant: str) -> None:
    """A phrase is read as people who speak French mean it; where they differ, it is asked."""
    assert meaning(typed, "fr") == meant
