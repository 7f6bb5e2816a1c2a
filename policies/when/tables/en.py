"""How English says time."""

from __future__ import annotations

from policies.when.tokens import language

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
_NUMBERS = {name: value for value, name in enumerate(_ONES)}
_NUMBERS |= {name: value for value, name in _TENS.items()}
_NUMBERS |= {f"{ten}-{_ONES[one]}": value + one for value, ten in _TENS.items() for one in range(1, 10)}
_NUMBERS |= {"a|an": 1, "a couple of|couple of": 2, "dozen|a dozen": 12}
_WEEKDAYS = ("Monday|mon", "Tuesday|tue|tues", "Wednesday|wed|weds", "Thursday|thu|thur|thurs", "Friday|fri", "Saturday|sat", "Sunday|sun")
_MORNING, _AFTERNOON, _EVENING, _NIGHT = ("p", "morning"), ("p", "afternoon"), ("p", "evening"), ("p", "night")

TABLE = language(
    "en",
    weekdays=_WEEKDAYS,
    weekdays_each=("Mondays|mons", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"),
    months=(
        "January|jan", "February|feb", "March|mar", "April|apr", "May", "June|jun", "July|jul", "August|aug",
        "September|sep|sept", "October|oct", "November|nov", "December|dec",
    ),
    numbers=_NUMBERS,
    ordinals={
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last|final": -1,
        "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "fifteenth": 15, "twentieth": 20,
    },
    units={
        "seconds|sec|secs": "second", "minute|minutes|min|mins": "minute", "hour|hours|hr|hrs": "hour",
        "day|days": "day", "week|weeks|wk|wks": "week", "month|months": "month", "year|years|yr|yrs": "year",
        "fortnight|fortnights": "fortnight", "half an hour|half hour|half-hour": "half-hour",
        "quarter of an hour|quarter hour": "quarter-hour", "three quarters of an hour": "three-quarter-hour",
        "hour and a half|hours and a half": "hour-and-half",
    },
    words={
        "the|on|o": [("_", "_")],
        "1 second|one second|a second": [("n", 1), ("u", "second")],
        "h": "h", "o'clock|oclock": [("h", "spoken")],
        "at": "@", "in|after|within": "i", "from now|from today": "g", "am": [("a", "am")], "pm": [("a", "pm")],
        "half": "H", "quarter|a quarter": "Q", "past": "P", "to|til|till|through|thru": "B", "before": "B",
        "noon|midday|mid-day|noontime": [("M", 12)], "midnight": [("M", 0)],
        "today": [("d", 0)], "tonight": [("d", 0), _NIGHT], "tomorrow|tmrw|tomorow|tommorow|tommorrow": [("d", 1)],
        "day after tomorrow|overmorrow": [("d", 2)], "yesterday": [("d", -1)], "now": [("i", "i"), ("n", 0), ("u", "minute")],
        "morning|in the morning|mornings": [_MORNING], "afternoon|in the afternoon|afternoons": [_AFTERNOON],
        "evening|in the evening|evenings": [_EVENING], "night|at night|nights|in the night": [_NIGHT],
        "this morning": [("d", 0), _MORNING], "this afternoon": [("d", 0), _AFTERNOON], "this evening": [("d", 0), _EVENING],
        "every|each|any": "e", "other|alternate": "x",
        "daily": [("f", ("day", 1))], "hourly": [("f", ("hour", 1))], "weekly": [("f", ("week", 1))],
        "fortnightly": [("f", ("week", 2))], "monthly": [("f", ("month", 1))], "quarterly": [("f", ("month", 3))],
        "yearly|annually|annual": [("f", ("year", 1))],
        "biweekly|bi-weekly": [("q", (("week", 2), ("week", 0)))], "bimonthly|bi-monthly": [("q", (("month", 2), ("month", 0)))],
        "weekday|weekdays|workday|workdays|working day|working days|work day|work days|business day|business days": [("k", 5)],
        "weekend|weekends": "E", "next": "N", "this": "T", "coming|upcoming|this coming": "C",
        "of|in the|of the": "O", "and|plus|as well as": "&", "end of|the end of|end of the": "A",
        "until|till the|up to|up until|ending|ends": "U", "except|except on|except for|excluding|but not|not on|without|except in": "X",
        "starting|starting on|starting from|from|beginning|as of|since|starts": "S", "for": "F", "times|time only|x|occurrences": "t",
        "time|local time": "l", "once": [("n", 1), ("t", "t")], "twice": [("n", 2), ("t", "t")],
    },
    suffixes="st|nd|rd|th",
    day_first=False,
    moment="{weekday} {day} {month} {year} {time}",
)
