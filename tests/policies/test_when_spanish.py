"""What people type about time in Spanish."""

from __future__ import annotations

import pytest

from tests.policies.when_phrases import meaning, rows

TABLE = """
en 40 segundos                                     | Fri 2026-03-27 12:00:40
en 90 minutos                                      | Fri 2026-03-27 13:30
dentro de 2 horas                                  | Fri 2026-03-27 14:00
dentro de 2 días                                   | Sun 2026-03-29 12:00
dentro de 2 dias a las 19                          | Sun 2026-03-29 19:00
en una hora                                        | Fri 2026-03-27 13:00
en una hora y media                                | Fri 2026-03-27 13:30
en media hora                                      | Fri 2026-03-27 12:30
en un cuarto de hora                               | Fri 2026-03-27 12:15
en una semana                                      | Fri 2026-04-03 12:00
dentro de 15 días                                  | ask when-about-days: 2026-04-10 12:00 / 2026-04-11 12:00
mañana a las 9                                     | Sat 2026-03-28 09:00
mañana a las 7                                     | ask when-morning-or-evening: 2026-03-28 07:00 / 2026-03-28 19:00
mañana por la mañana a las 9                       | Sat 2026-03-28 09:00
mañana por la tarde a las 6                        | Sat 2026-03-28 18:00
mañana por la noche                                | ask when-which-hour: 2026-03-28 21:00 / 2026-03-28 22:00 / 2026-03-28 23:00
pasado mañana a las 19                             | Sun 2026-03-29 19:00
pasado manana a las 19:00                          | Sun 2026-03-29 19:00
hoy a las 20                                       | Fri 2026-03-27 20:00
hoy a las 8 de la tarde                            | Fri 2026-03-27 20:00
esta noche a las 9                                 | Fri 2026-03-27 21:00
esta tarde a las 6                                 | Fri 2026-03-27 18:00
el martes a las 19                                 | Tue 2026-03-31 19:00
el martes a las 7                                  | ask when-morning-or-evening: 2026-03-31 07:00 / 2026-03-31 19:00
martes 19:00                                       | Tue 2026-03-31 19:00
martes 19 h                                        | Tue 2026-03-31 19:00
el martes a las siete y media de la tarde          | Tue 2026-03-31 19:30
el martes a las ocho menos cuarto de la tarde      | Tue 2026-03-31 19:45
el martes a las siete y cuarto                     | ask when-morning-or-evening: 2026-03-31 07:15 / 2026-03-31 19:15
el martes a las siete y diez de la tarde           | Tue 2026-03-31 19:10
el martes a la una de la tarde                     | Tue 2026-03-31 13:00
el próximo martes a las 19                         | ask when-which-next: 2026-03-31 19:00 / 2026-04-07 19:00
el martes que viene a las 19                       | ask when-which-next: 2026-03-31 19:00 / 2026-04-07 19:00
este viernes a las 20                              | Fri 2026-03-27 20:00
el martes de la semana que viene a las 19          | Tue 2026-03-31 19:00
la próxima semana el martes a las 19               | Tue 2026-03-31 19:00
31 de marzo a las 19                               | Tue 2026-03-31 19:00
el 31 de marzo de 2026 a las 19:00                 | Tue 2026-03-31 19:00
martes 31 de marzo a las 19:00                     | Tue 2026-03-31 19:00
1 de abril a las 19                                | Wed 2026-04-01 19:00
1º de abril a las 19                               | Wed 2026-04-01 19:00
31/03/2026 19:00                                   | Tue 2026-03-31 19:00
3/4 a las 19                                       | Fri 2026-04-03 19:00
todos los martes a las 19                          | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
cada martes a las 19:00                            | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
los martes a las 19                                | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
los martes y jueves a las 19                       | FREQ=WEEKLY;BYDAY=TU,TH from Tue 2026-03-31 19:00
lunes y jueves a las 18                            | FREQ=WEEKLY;BYDAY=MO,TH from Mon 2026-03-30 18:00
cada dos semanas los martes a las 19               | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
cada 2 semanas martes 19:00                        | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
cada quince días los martes a las 19               | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
un martes sí y otro no a las 19                    | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
cada dos martes a las 19                           | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
el primer lunes del mes a las 18                   | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
el primer lunes de cada mes a las 18               | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
el último viernes del mes a las 18                 | FREQ=MONTHLY;BYDAY=-1FR from Fri 2026-03-27 18:00
el cuarto martes de cada mes a las 18              | FREQ=MONTHLY;BYDAY=4TU from Tue 2026-04-28 18:00
el 15 de cada mes a las 18                         | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
cada mes el 15 a las 18                            | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
cada mes el día 15 a las 18                        | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
cada año el 24 de diciembre a las 18               | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24 from Thu 2026-12-24 18:00
de lunes a viernes a las 9                         | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
entre semana a las 9                               | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
días laborables a las 9                            | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
todos los días a las 9                             | FREQ=DAILY from Sat 2026-03-28 09:00
todos los días excepto los domingos a las 9        | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA from Sat 2026-03-28 09:00
cada día a las 9:00 menos el 24 de diciembre       | FREQ=DAILY from Sat 2026-03-28 09:00 except 2026-12-24
todas las noches a las 10                          | FREQ=DAILY from Fri 2026-03-27 22:00
todos los martes a las 19 hasta junio              | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
todos los martes a las 19 hasta el 30 de junio     | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
todos los martes a las 19 hasta finales de junio   | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
todos los martes a las 19 excepto el 24 de diciembre | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00 except 2026-12-24
todos los martes a las 19 10 veces                 | FREQ=WEEKLY;BYDAY=TU;COUNT=10 from Tue 2026-03-31 19:00
todos los martes a las 19 a partir del 7 de abril  | FREQ=WEEKLY;BYDAY=TU from Tue 2026-04-07 19:00
mañana a mediodía                                  | Sat 2026-03-28 12:00
a medianoche                                       | Sat 2026-03-28 00:00
las 12 de la noche                                 | Sat 2026-03-28 00:00
19:00 hora de Madrid                               | Fri 2026-03-27 19:00
19:00 hora de Nueva York                           | Sat 2026-03-28 00:00
mañana a las 19 en México                          | ask when-which-zone: 2026-03-28 19:00 America/Mexico_City / 2026-03-28 19:00 America/Cancun / 2026-03-28 19:00 America/Hermosillo / 2026-03-28 19:00 America/Tijuana
mañana a las 19:00 en España                       | Sat 2026-03-28 19:00
martes                                             | Tue 2026-03-31
viernes                                            | ask when-today-or-next-week: 2026-03-27 / 2026-04-03
mañana                                             | Sat 2026-03-28
cada 2 horas                                       | FREQ=HOURLY;INTERVAL=2 from Fri 2026-03-27 14:00
viernes 27 de marzo de 2026 a las 19:00            | Fri 2026-03-27 19:00
every 2 weeks Tue 19:00                            | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
lo que sea                                         | ask when-unknown-word
el lunes por la mañana a las 8                     | Mon 2026-03-30 08:00
primer lunes de abril a las 18                     | Mon 2026-04-06 18:00
el 15 a las 18                                     | Wed 2026-04-15 18:00
ayer a las 19                                      | ask when-past: 2026-03-27 19:00
a las 3 de la madrugada                            | Sat 2026-03-28 03:00
mañana a las 7 pm                                  | Sat 2026-03-28 19:00
mañana a las 7 p. m.                               | Sat 2026-03-28 19:00
el fin de semana                                   | ask when-which-day
el sábado a las 10                                 | Sat 2026-03-28 10:00
fin de mes a las 18                                | Tue 2026-03-31 18:00
quincenal los martes a las 19                      | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
todos los sábados a las 10                         | FREQ=WEEKLY;BYDAY=SA from Sat 2026-03-28 10:00
dos veces por semana                               | ask when-unclear
segundo martes de cada mes a las 19                | FREQ=MONTHLY;BYDAY=2TU from Tue 2026-04-14 19:00
de 18 a 20                                         | ask when-from-to
el 1 de cada mes a las 9                           | FREQ=MONTHLY;BYMONTHDAY=1 from Wed 2026-04-01 09:00
todos los lunes y miércoles a las 19               | FREQ=WEEKLY;BYDAY=MO,WE from Mon 2026-03-30 19:00
cada lunes a las 7 de la tarde                     | FREQ=WEEKLY;BYDAY=MO from Mon 2026-03-30 19:00
a las 19:30 h                                      | Fri 2026-03-27 19:30
el lunes próximo a las 9                           | ask when-which-next: 2026-03-30 09:00 / 2026-04-06 09:00
en ocho días                                       | ask when-about-days: 2026-04-03 12:00 / 2026-04-04 12:00
el martes a las 19 horas                           | Tue 2026-03-31 19:00
martes y jueves 19 h                               | FREQ=WEEKLY;BYDAY=TU,TH from Tue 2026-03-31 19:00
primer y tercer martes de cada mes a las 19        | FREQ=MONTHLY;BYDAY=1TU,3TU from Tue 2026-04-07 19:00
a las doce del mediodía                            | Sat 2026-03-28 12:00
mañana al mediodía                                 | Sat 2026-03-28 12:00
el último día del mes a las 18                     | FREQ=MONTHLY;BYMONTHDAY=-1 from Tue 2026-03-31 18:00
una vez por semana los martes a las 19             | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
el 15 del próximo mes a las 19                     | Wed 2026-04-15 19:00
el martes por la tarde                             | ask when-which-hour: 2026-03-31 16:00 / 2026-03-31 17:00 / 2026-03-31 18:00
los lunes de 18:00 a 20:00                         | ask when-from-to
cada tres días a las 9                             | FREQ=DAILY;INTERVAL=3 from Sat 2026-03-28 09:00
todas las semanas el martes a las 19               | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
los fines de semana a las 10                       | FREQ=WEEKLY;BYDAY=SA,SU from Sat 2026-03-28 10:00
diecinueve horas                                   | Fri 2026-03-27 19:00
a las veinte treinta                               | Fri 2026-03-27 20:30
a las ocho y media de la noche                     | Fri 2026-03-27 20:30
el 24 de diciembre                                 | Thu 2026-12-24
1/4/2026 19:00                                     | Wed 2026-04-01 19:00
a la una                                           | ask when-morning-or-evening: 2026-03-28 01:00 / 2026-03-27 13:00
dentro de un mes                                   | Mon 2026-04-27 12:00
hoy a las 7 y media de la tarde                    | Fri 2026-03-27 19:30
todos los meses el último viernes a las 18         | FREQ=MONTHLY;BYDAY=-1FR from Fri 2026-03-27 18:00
miércoles 1 de abril, 19:00                        | Wed 2026-04-01 19:00
"""


@pytest.mark.parametrize(("typed", "meant"), rows(TABLE))
def test_spanish_phrases_mean_what_their_speakers_mean(typed: str, meant: str) -> None:
    """A phrase is read as people who speak Spanish mean it; where they differ, it is asked."""
    assert meaning(typed, "es") == meant
