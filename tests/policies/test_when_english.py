"""What people type about time in English."""

from __future__ import annotations

import pytest

from tests.policies.when_phrases import meaning, rows

TABLE = """
2026-03-31 19:00                                   | Tue 2026-03-31 19:00
2026-03-31T19:00+02:00                             | Tue 2026-03-31 19:00
2026-03-31                                         | Tue 2026-03-31
every 2 weeks Tue 19:00                            | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
monthly 1st Mon 18:00                              | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
in 40 seconds                                      | Fri 2026-03-27 12:00:40
in 90 minutes                                      | Fri 2026-03-27 13:30
in 48 hours                                        | Sun 2026-03-29 13:00
in 2 days                                          | Sun 2026-03-29 12:00
in a week                                          | Fri 2026-04-03 12:00
in an hour and a half                              | Fri 2026-03-27 13:30
in 2 hours and 30 minutes                          | Fri 2026-03-27 14:30
in 1h30                                            | Fri 2026-03-27 13:30
in half an hour                                    | Fri 2026-03-27 12:30
in 1.5 hours                                       | Fri 2026-03-27 13:30
2 hours from now                                   | Fri 2026-03-27 14:00
tomorrow at 9                                      | Sat 2026-03-28 09:00
tomorrow at 7                                      | ask when-morning-or-evening: 2026-03-28 07:00 / 2026-03-28 19:00
tomorrow 9:00                                      | Sat 2026-03-28 09:00
Friday 20:00                                       | Fri 2026-03-27 20:00
Friday 11:00                                       | Fri 2026-04-03 11:00
next Friday 20:00                                  | ask when-which-next: 2026-04-03 20:00 / 2026-04-10 20:00
Tuesday                                            | Tue 2026-03-31
Friday                                             | ask when-today-or-next-week: 2026-03-27 / 2026-04-03
Tuesday at 7                                       | ask when-morning-or-evening: 2026-03-31 07:00 / 2026-03-31 19:00
Tuesday 7                                          | ask when-hour-or-day: 2026-03-31 07:00 / 2026-03-31 19:00 / 2026-04-07
Tuesday at 7pm                                     | Tue 2026-03-31 19:00
Tuesday 7 p.m.                                     | Tue 2026-03-31 19:00
tomorrow at quarter to eight pm                    | Sat 2026-03-28 19:45
tomorrow at half past seven pm                     | Sat 2026-03-28 19:30
quarter to one pm tomorrow                         | Sat 2026-03-28 12:45
ten past 9 am on Monday                            | Mon 2026-03-30 09:10
3/4 19:00                                          | ask when-ambiguous-date: 2026-04-03 19:00 / 2027-03-04 19:00
3/4/2026 19:00                                     | ask when-ambiguous-date: 2026-04-03 19:00
13/4 19:00                                         | Mon 2026-04-13 19:00
1 March 19:00                                      | ask when-past: 2027-03-01 19:00
1 January 19:00                                    | Fri 2027-01-01 19:00
today at 9                                         | ask when-past: 2026-03-27 21:00 / 2026-03-28 09:00
today at 7                                         | Fri 2026-03-27 19:00
today 11:00                                        | ask when-past: 2026-03-28 11:00
first Monday of the month 18:00                    | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
first Monday of April 18:00                        | Mon 2026-04-06 18:00
first Monday of next month 18:00                   | Mon 2026-04-06 18:00
last day of the month 18:00                        | FREQ=MONTHLY;BYMONTHDAY=-1 from Tue 2026-03-31 18:00
Mon and Thu 18:00                                  | FREQ=WEEKLY;BYDAY=MO,TH from Mon 2026-03-30 18:00
workdays 9:00                                      | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
every Tuesday 18:00 until June                     | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 18:00
every Tuesday 18:00 until the end of June          | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 18:00
every Tuesday 18:00 10 times                       | FREQ=WEEKLY;BYDAY=TU;COUNT=10 from Tue 2026-03-31 18:00
every Tuesday 18:00 for 10 weeks                   | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260608T215959Z from Tue 2026-03-31 18:00
every Tuesday 18:00 except 31 March                | FREQ=WEEKLY;BYDAY=TU from Tue 2026-04-07 18:00 except 2026-03-31
every day 18:00 except 24 and 31 December          | FREQ=DAILY from Fri 2026-03-27 18:00 except 2026-12-24 except 2026-12-31
every day except Sunday 9:00                       | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA from Sat 2026-03-28 09:00
every day at 02:30                                 | FREQ=DAILY from Sat 2026-03-28 02:30
every day at midnight                              | FREQ=DAILY from Sat 2026-03-28 00:00
every Friday at midnight                           | ask when-which-midnight: every Fri 00:00 / every Sat 00:00
every other Tuesday at 19:00                       | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
every second Tuesday 19:00                         | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
every third Tuesday 19:00                          | ask when-every-nth: every 3 weeks Tue 19:00 from 2026-03-31 / monthly 3rd Tue 19:00
every 2 weeks 19:00                                | ask when-which-weekday: every 2 weeks Mon 19:00 from 2026-03-30 / every 2 weeks Tue 19:00 from 2026-03-31 / every 2 weeks Wed 19:00 from 2026-04-01 / every 2 weeks Thu 19:00 from 2026-04-02 / every 2 weeks Fri 19:00 from 2026-03-27 / every 2 weeks Sat 19:00 from 2026-03-28 / every 2 weeks Sun 19:00 from 2026-03-29
monthly Tue 19:00                                  | ask when-which-week: monthly 1st Tue 19:00 / monthly 2nd Tue 19:00 / monthly 3rd Tue 19:00 / monthly 4th Tue 19:00 / monthly last Tue 19:00
every year on 24 December at 18:00                 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24 from Thu 2026-12-24 18:00
every 24 December 18:00                            | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24 from Thu 2026-12-24 18:00
every 15th at 18:00                                | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
the 15th of every month at 18:00                   | FREQ=MONTHLY;BYMONTHDAY=15 from Wed 2026-04-15 18:00
every 2 hours                                      | FREQ=HOURLY;INTERVAL=2 from Fri 2026-03-27 14:00
every 30 minutes until 18:00                       | FREQ=MINUTELY;INTERVAL=30;UNTIL=20260327T170000Z from Fri 2026-03-27 12:30
every minute                                       | FREQ=MINUTELY from Fri 2026-03-27 12:01
every 30 seconds                                   | ask when-too-often
every morning at 8                                 | FREQ=DAILY from Sat 2026-03-28 08:00
every evening                                      | ask when-no-time: every day 18:00 / every day 19:00 / every day 20:00
biweekly Tue 19:00                                 | ask when-two-meanings
tomorrow noon                                      | Sat 2026-03-28 12:00
Friday midnight                                    | ask when-which-midnight: 2026-04-03 00:00 / 2026-03-28 00:00
tonight at midnight                                | Sat 2026-03-28 00:00
tonight at 8                                       | Fri 2026-03-27 20:00
tomorrow evening                                   | ask when-which-hour: 2026-03-28 18:00 / 2026-03-28 19:00 / 2026-03-28 20:00
tomorrow in the evening at 7                       | Sat 2026-03-28 19:00
until Friday 20:00                                 | Fri 2026-03-27 20:00
19:00 Berlin time                                  | Fri 2026-03-27 19:00
tomorrow 19:00 New York                            | Sun 2026-03-29 00:00
tomorrow 19:00 EST                                 | ask when-which-zone: 2026-03-28 19:00 America/New_York / 2026-03-28 19:00 America/Panama
tomorrow 19:00 CET                                 | ask when-which-zone: 2026-03-28 19:00 / 2026-03-28 19:00 Africa/Algiers
tomorrow 19:00 in Japan                            | Sat 2026-03-28 11:00
tomorrow 19:00 USA                                 | ask when-which-zone: 2026-03-28 19:00 America/New_York / 2026-03-28 19:00 America/Chicago / 2026-03-28 19:00 America/Denver / 2026-03-28 19:00 America/Phoenix / 2026-03-28 19:00 America/Los_Angeles / 2026-03-28 19:00 America/Anchorage / 2026-03-28 19:00 Pacific/Honolulu
tomorrow 19:00 Europe/Lisbon                       | Sat 2026-03-28 20:00
2026-03-29 02:30                                   | ask when-skipped: 2026-03-29 01:30 / 2026-03-29 03:30
2026-10-25 02:30                                   | ask when-twice: 2026-10-25 02:30+02:00 / 2026-10-25 02:30+01:00
2026-10-25 02:30+01:00                             | Sun 2026-10-25 02:30
in 3 days at 19:00                                 | Mon 2026-03-30 19:00
31 March 2026 19:00                                | Tue 2026-03-31 19:00
March 31, 2026 at 7pm                              | Tue 2026-03-31 19:00
March 31st 7pm                                     | Tue 2026-03-31 19:00
Tuesday, March 31 19:00                            | Tue 2026-03-31 19:00
Tuesday 30 March 19:00                             | ask when-weekday-differs: 2026-03-30 19:00 / 2026-03-31 19:00
every                                              | ask when-which-day
half past seven tomorrow morning                   | Sat 2026-03-28 07:30
quarter to eight tomorrow                          | ask when-morning-or-evening: 2026-03-28 07:45 / 2026-03-28 19:45
half seven tomorrow                                | ask when-regional-time: 2026-03-28 07:30 / 2026-03-28 19:30 / 2026-03-28 06:30 / 2026-03-28 18:30
the 15th at 19:00                                  | Wed 2026-04-15 19:00
every month on the 31st at 18:00                   | ask when-short-month: monthly last day 18:00 / monthly 28th 18:00
weekly Tue 19:00                                   | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
Friday 27 March 2026 19:00                         | Fri 2026-03-27 19:00
Tuesday next week 19:00                            | Tue 2026-03-31 19:00
a week on Tuesday 19:00                            | Tue 2026-04-07 19:00
this Friday 20:00                                  | Fri 2026-03-27 20:00
12 am                                              | Sat 2026-03-28 00:00
12pm tomorrow                                      | Sat 2026-03-28 12:00
Tuesday 18:00-20:00                                | ask when-from-to
Tuesday from 18:00 to 20:00                        | ask when-from-to
every Tuesday from 18:00 to 20:00                  | ask when-from-to
yesterday 19:00                                    | ask when-past: 2026-03-27 19:00
now                                                | ask when-past
in 99999999999 days                                | ask when-too-far
29 February 19:00                                  | Tue 2028-02-29 19:00
31 April 19:00                                     | ask when-no-such-date
25:00                                              | ask when-no-such-time
Mon-Fri 9:00                                       | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
every 2 Tuesdays 19:00                             | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
every Tuesday and Thursday at 19:00 starting 7 April | FREQ=WEEKLY;BYDAY=TU,TH from Tue 2026-04-07 19:00
Tuesdays 19:00                                     | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
at 9                                               | ask when-morning-or-evening: 2026-03-28 09:00 / 2026-03-27 21:00
19:00                                              | Fri 2026-03-27 19:00
at noon                                            | Sat 2026-03-28 12:00
10.12                                              | ask when-date-or-time: 2026-12-10 / 2026-03-28 10:12
Tue 7.30pm                                         | Tue 2026-03-31 19:30
every weekend 10:00                                | FREQ=WEEKLY;BYDAY=SA,SU from Sat 2026-03-28 10:00
twice a week                                       | ask when-unclear
in the morning                                     | ask when-which-day
every fortnight on Tuesday 19:00                   | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
in an hour                                         | Fri 2026-03-27 13:00
in ten minutes                                     | Fri 2026-03-27 12:10
in 2h                                              | Fri 2026-03-27 14:00
in 45 min                                          | Fri 2026-03-27 12:45
an hour from now                                   | Fri 2026-03-27 13:00
a week from today                                  | Fri 2026-04-03 12:00
a week from Tuesday 19:00                          | Tue 2026-04-07 19:00
2 weeks from now                                   | Fri 2026-04-10 12:00
this evening at 7                                  | Fri 2026-03-27 19:00
tomorrow morning at 9                              | Sat 2026-03-28 09:00
tomorrow 9am                                       | Sat 2026-03-28 09:00
9am tomorrow                                       | Sat 2026-03-28 09:00
on Monday at 9                                     | Mon 2026-03-30 09:00
next week                                          | ask when-which-day
next month                                         | ask when-which-day
next Monday at 9am                                 | ask when-which-next: 2026-03-30 09:00 / 2026-04-06 09:00
end of the month                                   | Tue 2026-03-31
end of the month 18:00                             | Tue 2026-03-31 18:00
31st of March at 19:00                             | Tue 2026-03-31 19:00
31 Mar 2026 7pm                                    | Tue 2026-03-31 19:00
March 31 2026                                      | Tue 2026-03-31
Mar 31st, 2026 19:00                               | Tue 2026-03-31 19:00
2026/03/31 19:00                                   | Tue 2026-03-31 19:00
31.03.2026 19:00                                   | Tue 2026-03-31 19:00
31-03-2026 19:00                                   | Tue 2026-03-31 19:00
03-04-2026 19:00                                   | ask when-ambiguous-date: 2026-04-03 19:00
2026-03-31 7pm                                     | Tue 2026-03-31 19:00
12/25 6pm                                          | Fri 2026-12-25 18:00
25/12 18:00                                        | Fri 2026-12-25 18:00
noon tomorrow                                      | Sat 2026-03-28 12:00
midnight tomorrow                                  | ask when-which-midnight: 2026-03-28 00:00 / 2026-03-29 00:00
at 12                                              | Sat 2026-03-28 12:00
12:30                                              | Fri 2026-03-27 12:30
every weekday at 9:30                              | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:30
every day at noon                                  | FREQ=DAILY from Sat 2026-03-28 12:00
every Monday and Wednesday at 6pm                  | FREQ=WEEKLY;BYDAY=MO,WE from Mon 2026-03-30 18:00
Mondays and Thursdays at 18:00                     | FREQ=WEEKLY;BYDAY=MO,TH from Mon 2026-03-30 18:00
every Tue, Thu 19:00                               | FREQ=WEEKLY;BYDAY=TU,TH from Tue 2026-03-31 19:00
every other week on Tuesday at 19:00               | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
every two weeks on Tuesday 19:00                   | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
every 3 days at 9:00                               | FREQ=DAILY;INTERVAL=3 from Sat 2026-03-28 09:00
every first Monday 18:00                           | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
on the first Monday of every month at 18:00        | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
first and third Tuesday of the month 19:00         | FREQ=MONTHLY;BYDAY=1TU,3TU from Tue 2026-04-07 19:00
2nd and 4th Tue of every month 19:00               | FREQ=MONTHLY;BYDAY=2TU,4TU from Tue 2026-04-14 19:00
last Friday of every month 18:00                   | FREQ=MONTHLY;BYDAY=-1FR from Fri 2026-03-27 18:00
every month on the 1st at 9:00                     | FREQ=MONTHLY;BYMONTHDAY=1 from Wed 2026-04-01 09:00
1st of every month 9:00                            | FREQ=MONTHLY;BYMONTHDAY=1 from Wed 2026-04-01 09:00
1st and 15th of every month 9:00                   | FREQ=MONTHLY;BYMONTHDAY=1,15 from Wed 2026-04-01 09:00
quarterly on the 1st 9:00                          | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1 from Wed 2026-04-01 09:00
every January 1 at 9:00                            | FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1 from Fri 2027-01-01 09:00
every year on March 31 at 19:00                    | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31 from Tue 2026-03-31 19:00
weekdays at 9 until 30 June                        | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260630T215959Z from Mon 2026-03-30 09:00
Tuesdays 19:00 for 3 months                        | FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z from Tue 2026-03-31 19:00
every Tuesday 18:00 until 24 December except 1 December | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261224T225959Z from Tue 2026-03-31 18:00 except 2026-12-01
daily at 8am except weekends                       | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 08:00
every day except Saturday and Sunday 9:00          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
every weekday except Friday at 9:00                | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH from Mon 2026-03-30 09:00
tomorrow 19:00 UTC                                 | Sat 2026-03-28 20:00
tomorrow 19:00 UTC+2                               | Sat 2026-03-28 18:00
tomorrow 19:00 GMT                                 | ask when-which-zone: 2026-03-28 19:00 UTC / 2026-03-28 19:00 Europe/London
7pm ET                                             | ask when-which-zone: 2026-03-27 19:00 America/New_York
tomorrow at 19:00 Berlin                           | Sat 2026-03-28 19:00
tomorrow 9:00 in Tokyo                             | Sat 2026-03-28 01:00
tomorrow at 19:00 IST                              | ask when-which-zone: 2026-03-28 19:00 Asia/Kolkata / 2026-03-28 19:00 Europe/Dublin / 2026-03-28 19:00 Asia/Jerusalem
every Tuesday 19:00 Europe/London                  | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00 Europe/London
every Tuesday 19:00 London time                    | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00 Europe/London
every Tuesday 19:00 Germany                        | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
tuesday 19:00 (europe/berlin)                      | Tue 2026-03-31 19:00
TUESDAY 19:00                                      | Tue 2026-03-31 19:00
Tuesday at 19                                      | Tue 2026-03-31 19:00
Tuesday 19h                                        | Tue 2026-03-31 19:00
Tuesday at 7 in the morning                        | Tue 2026-03-31 07:00
Tuesday morning at 9                               | Tue 2026-03-31 09:00
Tuesday evening                                    | ask when-which-hour: 2026-03-31 18:00 / 2026-03-31 19:00 / 2026-03-31 20:00
Tuesday the 31st at 19:00                          | Tue 2026-03-31 19:00
Tuesday the 30th at 19:00                          | ask when-weekday-differs: 2026-03-30 19:00 / 2026-03-31 19:00
29 February 2027 19:00                             | ask when-no-such-date
30 February 19:00                                  | ask when-no-such-date
in 25 years                                        | ask when-too-far
in 0 minutes                                       | ask when-past
every 0 days 9:00                                  | ask when-unclear
every other day at 9:00                            | FREQ=DAILY;INTERVAL=2 from Sat 2026-03-28 09:00
the last day of every month at 18:00               | FREQ=MONTHLY;BYMONTHDAY=-1 from Tue 2026-03-31 18:00
every last Friday at 18:00                         | FREQ=MONTHLY;BYDAY=-1FR from Fri 2026-03-27 18:00
last Friday 18:00                                  | ask when-past
24/7                                               | Fri 2026-07-24
remind me                                          | ask when-unknown-word
every day                                          | ask when-no-time: every day 09:00 / every day 18:00 / every day 19:00
every week                                         | ask when-which-weekday: every Mon 18:00 / every Tue 18:00 / every Wed 18:00 / every Thu 18:00 / every Fri 18:00 / every Sat 18:00 / every Sun 18:00
monthly 18:00                                      | ask when-which-day
monthly on the 30th 18:00                          | ask when-short-month: monthly last day 18:00 / monthly 28th 18:00
every 29 February 9:00                             | ask when-leap-day: every year 28 February 09:00 / every year 1 March 09:00
tomorrow 19:00 except Monday                       | ask when-no-series
Tuesday 19:00 or Thursday 19:00                    | ask when-unknown-word
the weekend                                        | ask when-which-day
5 past 7 this evening                              | Fri 2026-03-27 19:05
in half a year                                     | ask when-unclear
in 3 months                                        | Sat 2026-06-27 12:00
in a month at 9:00                                 | Mon 2026-04-27 09:00
Saturday 24:00                                     | Sun 2026-03-29 00:00
12:00 am tomorrow                                  | Sat 2026-03-28 00:00
13pm                                               | Fri 2026-03-27 13:00
every Friday until Friday 18:00                    | FREQ=WEEKLY;BYDAY=FR;UNTIL=20260327T225959Z from Fri 2026-03-27 18:00
every hour                                         | FREQ=HOURLY from Fri 2026-03-27 13:00
every hour from 9:00 until 17:00                   | FREQ=HOURLY;UNTIL=20260328T160000Z from Sat 2026-03-28 09:00
every 90 minutes                                   | FREQ=MINUTELY;INTERVAL=90 from Fri 2026-03-27 13:30
every day at 9:00 and 18:00                        | ask when-two-readings
until June                                         | Tue 2026-06-30
from Monday 9:00                                   | Mon 2026-03-30 09:00
Tuesday week 19:00                                 | Tue 2026-04-07 19:00
every 2 months on the first Monday 18:00           | FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO from Mon 2026-04-06 18:00
every 6 weeks Tue 19:00                            | FREQ=WEEKLY;INTERVAL=6;BYDAY=TU from Tue 2026-03-31 19:00
monthly last day 18:00                             | FREQ=MONTHLY;BYMONTHDAY=-1 from Tue 2026-03-31 18:00
9:5                                                | ask when-unknown-word
tomorrow at 19.30                                  | Sat 2026-03-28 19:30
every tuesday at 19:00 starting next month         | ask when-which-day
31 12 2026 19:00                                   | ask when-unclear
Easter                                             | ask when-unknown-word
Christmas Eve 18:00                                | ask when-unknown-word
monthly 1st and 15th 9:00                          | FREQ=MONTHLY;BYMONTHDAY=1,15 from Wed 2026-04-01 09:00
15th and 1st of every month 9:00                   | FREQ=MONTHLY;BYMONTHDAY=1,15 from Wed 2026-04-01 09:00
a week from tomorrow                               | Sat 2026-04-04
once a week on Tuesday 19:00                       | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
19:00 every Tuesday                                | FREQ=WEEKLY;BYDAY=TU from Tue 2026-03-31 19:00
at 7pm every other Tuesday                         | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from Tue 2026-03-31 19:00
every Tuesday at 7                                 | ask when-morning-or-evening: every Tue 07:00 / every Tue 19:00
first Monday of each month 6pm                     | FREQ=MONTHLY;BYDAY=1MO from Mon 2026-04-06 18:00
Tuesday, 31 March 2026 at 19:00                    | Tue 2026-03-31 19:00
Tue 31 Mar 19:00                                   | Tue 2026-03-31 19:00
tomorrow at 7:30pm                                 | Sat 2026-03-28 19:30
at quarter past 7 in the evening                   | Fri 2026-03-27 19:15
tomorrow at half 7                                 | ask when-regional-time: 2026-03-28 07:30 / 2026-03-28 19:30 / 2026-03-28 06:30 / 2026-03-28 18:30
Thursday noon                                      | Thu 2026-04-02 12:00
on the 1st at 9                                    | Wed 2026-04-01 09:00
next Tuesday                                       | ask when-which-next: 2026-03-31 / 2026-04-07
Sunday next week 10:00                             | Sun 2026-04-05 10:00
every Monday at 9am until 2026-12-31               | FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T225959Z from Mon 2026-03-30 09:00
Sat & Sun 10:00                                    | FREQ=WEEKLY;BYDAY=SA,SU from Sat 2026-03-28 10:00
Mon/Wed 10:00                                      | FREQ=WEEKLY;BYDAY=MO,WE from Mon 2026-03-30 10:00
Mon, Wed & Fri 10:00                               | FREQ=WEEKLY;BYDAY=MO,WE,FR from Mon 2026-03-30 10:00
every 1st and 3rd Tue 19:00                        | FREQ=MONTHLY;BYDAY=1TU,3TU from Tue 2026-04-07 19:00
in 2 days at noon                                  | Sun 2026-03-29 12:00
in one day                                         | Sat 2026-03-28 12:00
in 2 weeks at 19:00                                | Fri 2026-04-10 19:00
20 minutes from now                                | Fri 2026-03-27 12:20
2026-04-01T19:00Z                                  | Wed 2026-04-01 21:00
2026-04-01 19:00:30                                | Wed 2026-04-01 19:00:30
1 April                                            | Wed 2026-04-01
April 1                                            | Wed 2026-04-01
April 1 19:00                                      | Wed 2026-04-01 19:00
Apr. 1, 7 p.m.                                     | Wed 2026-04-01 19:00
the day after tomorrow at 10                       | Sun 2026-03-29 10:00
the first of April 19:00                           | Wed 2026-04-01 19:00
weekdays at 9am                                    | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from Mon 2026-03-30 09:00
every weekday 9-17                                 | ask when-unclear
everyday at 9                                      | FREQ=DAILY from Sat 2026-03-28 09:00
every day at 9                                     | FREQ=DAILY from Sat 2026-03-28 09:00
every saturday morning at 10                       | FREQ=WEEKLY;BYDAY=SA from Sat 2026-03-28 10:00
in 5 minutes and 30 seconds                        | Fri 2026-03-27 12:05:30
at seven thirty tomorrow                           | ask when-morning-or-evening: 2026-03-28 07:30 / 2026-03-28 19:30
"""


@pytest.mark.parametrize(("typed", "meant"), rows(TABLE))
def test_english_phrases_mean_what_their_speakers_mean(typed: str, meant: str) -> None:
    """A phrase is read as people who speak English mean it; where they differ, it is asked."""
    assert meaning(typed, "en") == meant
