"""How German says time."""

from __future__ import annotations

from policies.when.tokens import language

_ONES = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
_TENS = {20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig", 90: "neunzig"}
_NUMBERS = {name: value for value, name in enumerate(_ONES)}
_NUMBERS |= {name: value for value, name in _TENS.items()}
_NUMBERS |= {f"{'ein' if one == 1 else _ONES[one]}und{ten}": value + one for value, ten in _TENS.items() for one in range(1, 10)}
_NUMBERS |= dict.fromkeys(("ein", "eine", "einem", "einer", "einen", "eines"), 1) | {"zwo": 2}
_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_WEEKDAYS = ("Montag|mo", "Dienstag|di", "Mittwoch|mi", "Donnerstag|do", "Freitag|fr", "Samstag|sa|Sonnabend", "Sonntag|so")
_PARTS = {"morgen": "morning", "früh": "morning", "vormittag": "morning", "mittag": "noon", "nachmittag": "afternoon", "abend": "evening", "nacht": "night"}
# "Dienstagabend", "Dienstag Abend" and "Dienstag morgen": after a weekday "morgen" is the morning, not tomorrow.
_COMPOUNDS = {
    f"{day}{gap}{part}": [("w", index), ("p", value)]
    for index, day in enumerate(_DAYS) for part, value in _PARTS.items() for gap in ("", " ")
} | {f"{day}{part}s": [("W", index), ("p", value)] for index, day in enumerate(_DAYS) for part, value in _PARTS.items()}
_ORDINALS = {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9, "zehnt": 10, "letzt": -1}

TABLE = language(
    "de",
    weekdays=_WEEKDAYS,
    weekdays_each=tuple(f"{day}s" for day in _DAYS[:5]) + ("samstags|sonnabends", "sonntags"),
    months=(
        "Januar|jan|jänner|jaenner", "Februar|feb|feber", "März|mrz|maerz", "April|apr", "Mai", "Juni|jun|juno", "Juli|jul",
        "August|aug", "September|sep|sept", "Oktober|okt", "November|nov", "Dezember|dez",
    ),
    numbers=_NUMBERS,
    ordinals={"|".join(f"{stem}{end}" for end in ("e", "er", "en", "es", "em")): value for stem, value in _ORDINALS.items()},
    units={
        "sekunde|sekunden|sek": "second", "minute|minuten|min": "minute", "stunde|stunden|std": "hour", "tag|tage|tagen|tages": "day",
        "woche|wochen": "week", "monat|monate|monaten|monats": "month", "jahr|jahre|jahren|jahres": "year",
        "halbe stunde|halben stunde": "half-hour", "viertelstunde": "quarter-hour", "dreiviertelstunde": "three-quarter-hour",
        "anderthalb stunden|eineinhalb stunden": "hour-and-half",
    },
    words={
        "am|an|der|die|das|den|dem|zu|jeweils|immer|etwa": [("_", "_")],
        "uhr": "h", "h": "h", "um": "@", "in|nach": "i", "ab jetzt|von jetzt an": "g",
        "halb": "H", "viertel": "Q", "dreiviertel|drei viertel": "R", "viertel nach": [("Q", "Q"), ("P", "P")], "vor": "B",
        **{f"{name} nach": [("n", value), ("P", "P")] for name, value in _NUMBERS.items() if value <= 30},
        "12 uhr mittags": [("M", 12)], "mittag": [("M", 12)], "mitternacht": [("M", 0)],
        "heute": [("d", 0)], "morgen": [("d", 1)], "übermorgen": [("d", 2)], "gestern": [("d", -1)],
        "jetzt|sofort": [("i", "i"), ("n", 0), ("u", "minute")],
        "heute morgen|heute früh": [("d", 0), ("p", "morning")],
        "früh|morgens|am morgen|vormittag|vormittags|am vormittag|in der früh": [("p", "morning")],
        "mittags|am mittag": [("p", "noon")], "nachmittag|nachmittags|am nachmittag": [("p", "afternoon")],
        "abend|abends|am abend": [("p", "evening")], "nacht|nachts|in der nacht": [("p", "night")],
        **_COMPOUNDS,
        "jeden|jede|jedes|jeder|jedem|alle|allen|pro": "e", "jeden morgen": [("e", "e"), ("p", "morning")],
        "täglich": [("f", ("day", 1))], "stündlich": [("f", ("hour", 1))], "wöchentlich": [("f", ("week", 1))],
        "zweiwöchentlich|14-täglich|14-tägig|vierzehntägig|vierzehntäglich|zweiwöchig": [("f", ("week", 2))],
        "monatlich": [("f", ("month", 1))], "vierteljährlich": [("f", ("month", 3))], "jährlich": [("f", ("year", 1))],
        "wochentags|wochentag|wochentage|wochentagen|arbeitstag|arbeitstage|arbeitstagen|arbeitstags": [("k", 5)],
        # By law a Werktag may be a Saturday; many people do not mean it.
        "werktags|werktag|werktage|werktagen": [("k", 6)],
        "wochenende|wochenenden|am wochenende": "E", "nächsten|nächste|nächster|nächstes|nächstem": "N",
        "diesen|diese|dieser|dieses|diesem": "T", "kommenden|kommende|kommender|kommendes": "C",
        "im|des|vom": "O", "und|sowie": "&", "ende": "A",
        **{f"{a}s bis {b}s": [("W", i), ("-", "-"), ("W", j)] for i, a in enumerate(_DAYS) for j, b in enumerate(_DAYS)},
        "bis|bis zum|bis zur|bis einschließlich": "U", "außer|ausser|außer am|ohne|nicht am|außer im": "X",
        "ab|beginnend|beginnend am|von|seit": "S", "für|lang": "F", "mal|x|malig": "t",
        **{f"{name}mal": [("n", value), ("t", "t")] for name, value in _NUMBERS.items()},
        "einmal": [("n", 1), ("t", "t")], "zeit|ortszeit": "l",
    },
    suffixes=r"\.|ter|ten|te",
    day_first=True,
    half_is_before=True,
    idioms={8: 7},
    city_endings=("", "er"),
    moment="{weekday}, {day}. {month} {year}, {time} Uhr",
)
