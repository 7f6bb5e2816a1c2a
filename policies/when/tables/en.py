"""How English says time."""

from __future__ import annotations

from policies.when.language import language

_UNDER_TWENTY = (  # noqa: SIM905 - so many words read better in a row
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
_WEEKDAYS = (
    "Monday|mon",
    "Tuesday|tue|tues",
    "Wednesday|wed|weds",
    "Thursday|thu|thur|thurs",
    "Friday|fri",
    "Saturday|sat",
    "Sunday|sun",
)

# ISO 3166 codes and names; other names are parted by |.
_COUNTRIES = """
AD Andorra; AE United Arab Emirates; AF Afghanistan; AG Antigua & Barbuda; AI Anguilla; AL Albania; AM Armenia; AO
Angola; AR Argentina; AS American Samoa; AT Austria; AU Australia; AW Aruba; AX Åland Islands; AZ Azerbaijan; BA
Bosnia & Herzegovina|Bosnia; BB Barbados; BD Bangladesh; BE Belgium; BF Burkina Faso; BG Bulgaria; BH Bahrain; BI
Burundi; BJ Benin; BL St. Barthélemy; BM Bermuda; BN Brunei; BO Bolivia; BQ Caribbean Netherlands; BR Brazil; BS
Bahamas; BT Bhutan; BW Botswana; BY Belarus; BZ Belize; CA Canada; CC Cocos Islands; CD Congo - Kinshasa|DR Congo;
CF Central African Republic; CG Congo - Brazzaville|Congo; CH Switzerland; CI Côte d'Ivoire|Ivory Coast; CK Cook
Islands; CL Chile; CM Cameroon; CN China; CO Colombia; CR Costa Rica; CU Cuba; CV Cape Verde; CW Curaçao; CX
Christmas Island; CY Cyprus; CZ Czechia|Czech Republic; DE Germany; DJ Djibouti; DK Denmark; DM Dominica; DO
Dominican Republic; DZ Algeria; EC Ecuador; EE Estonia; EG Egypt; EH Western Sahara; ER Eritrea; ES Spain; ET
Ethiopia; FI Finland; FJ Fiji; FK Falkland Islands; FM Micronesia; FO Faroe Islands; FR France; GA Gabon; GB United
Kingdom|UK|Britain|Great Britain; GD Grenada; GE Georgia; GF French Guiana; GG Guernsey; GH Ghana; GI Gibraltar; GL
Greenland; GM Gambia; GN Guinea; GP Guadeloupe; GQ Equatorial Guinea; GR Greece; GS South Georgia & South Sandwich
Islands; GT Guatemala; GU Guam; GW Guinea-Bissau; GY Guyana; HK Hong Kong; HN Honduras; HR Croatia; HT Haiti; HU
Hungary; ID Indonesia; IE Ireland; IL Israel; IM Isle of Man; IN India; IO British Indian Ocean Territory; IQ Iraq;
IR Iran; IS Iceland; IT Italy; JE Jersey; JM Jamaica; JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia; KI
Kiribati; KM Comoros; KN St. Kitts & Nevis; KP North Korea; KR South Korea|Korea; KW Kuwait; KY Cayman Islands; KZ
Kazakhstan; LA Laos; LB Lebanon; LC St. Lucia; LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania;
LU Luxembourg; LV Latvia; LY Libya; MA Morocco; MC Monaco; MD Moldova; ME Montenegro; MF St. Martin; MG Madagascar;
MH Marshall Islands; MK North Macedonia; ML Mali; MM Myanmar|Burma; MN Mongolia; MO Macao; MP Northern Mariana
Islands; MQ Martinique; MR Mauritania; MS Montserrat; MT Malta; MU Mauritius; MV Maldives; MW Malawi; MX Mexico; MY
Malaysia; MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger; NF Norfolk Island; NG Nigeria; NI Nicaragua; NL
Netherlands|Holland|the Netherlands; NO Norway; NP Nepal; NR Nauru; NU Niue; NZ New Zealand; OM Oman; PA Panama; PE
Peru; PF French Polynesia; PG Papua New Guinea; PH Philippines; PK Pakistan; PL Poland; PM St. Pierre & Miquelon; PN
Pitcairn Islands; PR Puerto Rico; PS Palestinian Territories|Palestine; PT Portugal; PW Palau; PY Paraguay; QA
Qatar; RE Réunion; RO Romania; RS Serbia; RU Russia; RW Rwanda; SA Saudi Arabia; SB Solomon Islands; SC Seychelles;
SD Sudan; SE Sweden; SG Singapore; SH St. Helena; SI Slovenia; SJ Svalbard & Jan Mayen; SK Slovakia; SL Sierra
Leone; SM San Marino; SN Senegal; SO Somalia; SR Suriname; SS South Sudan; ST São Tomé & Príncipe; SV El Salvador;
SX Sint Maarten; SY Syria; SZ Eswatini; TC Turks & Caicos Islands; TD Chad; TF French Southern Territories; TG Togo;
TH Thailand; TJ Tajikistan; TK Tokelau; TL Timor-Leste; TM Turkmenistan; TN Tunisia; TO Tonga; TR Türkiye|Turkey; TT
Trinidad & Tobago; TV Tuvalu; TW Taiwan; TZ Tanzania; UA Ukraine; UG Uganda; US United States|USA|America|the United
States|United States of America; UY Uruguay; UZ Uzbekistan; VA Vatican City; VC St. Vincent & Grenadines; VE
Venezuela; VG British Virgin Islands; VI U.S. Virgin Islands; VN Vietnam; VU Vanuatu; WF Wallis & Futuna; WS Samoa;
YE Yemen; YT Mayotte; ZA South Africa; ZM Zambia; ZW Zimbabwe
"""

TABLE = language(
    "en",
    weekdays=_WEEKDAYS,
    weekdays_each=(
        "Mondays|mons",
        "Tuesdays|tues's",
        "Wednesdays",
        "Thursdays",
        "Fridays|fris",
        "Saturdays|sats",
        "Sundays|suns",
    ),
    months=(
        "January|jan",
        "February|feb",
        "March|mar",
        "April|apr",
        "May",
        "June|jun",
        "July|jul",
        "August|aug",
        "September|sep|sept",
        "October|oct",
        "November|nov",
        "December|dec",
    ),
    numbers={
        **{name: value for value, name in enumerate(_UNDER_TWENTY)},
        **{name: value for value, name in _TENS.items()},
        **{f"{name}-{_UNDER_TWENTY[one]}": ten + one for ten, name in _TENS.items() for one in range(1, 10)},
        "a|an": 1,
    },
    ordinals={
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "eleventh": 11,
        "twelfth": 12,
        "fifteenth": 15,
        "twentieth": 20,
        "last|final": -1,
    },
    units={
        "seconds|sec|secs": "second",
        "minute|minutes|min|mins": "minute",
        "hour|hours|hr|hrs": "hour",
        "day|days": "day",
        "week|weeks|wk|wks": "week",
        "month|months": "month",
        "year|years|yr|yrs": "year",
        "fortnight|fortnights": "fortnight",
        "half an hour|half hour|half-hour|half a hour": "half-hour",
        "quarter of an hour|quarter hour|quarter-hour": "quarter-hour",
        "three quarters of an hour": "three-quarter-hour",
    },
    words={
        "the|on|sharp|exactly|local": [("_", "_")],
        "1 second|one second|a second": [("n", 1), ("u", "second")],
        "h": "h",
        "o'clock|oclock": [("h", "spoken")],
        "hours time|days time|weeks time": "l",
        "at": "@",
        "in|after|within": "i",
        "from now|from today": "g",
        "am": [("a", "am")],
        "pm": [("a", "pm")],
        "half": "H",
        "quarter|a quarter": "Q",
        "past": "P",
        "to|till|til|before|through|thru": "B",
        "and a half": [("&", "&"), ("H", "H")],
        "half past": [("H", "H"), ("P", "P")],
        "noon|midday|mid-day|noontime": [("M", 12)],
        "midnight": [("M", 0)],
        "today": [("d", 0)],
        "tomorrow|tmrw|tomorow|tommorow|tommorrow": [("d", 1)],
        "day after tomorrow|overmorrow": [("d", 2)],
        "yesterday": [("d", -1)],
        "tonight": [("d", 0), ("p", "tonight")],
        "now|right now": [("i", "i"), ("n", 0), ("u", "minute")],
        "morning|in the morning|mornings": [("p", "morning")],
        "afternoon|in the afternoon|afternoons": [("p", "afternoon")],
        "evening|in the evening|evenings": [("p", "evening")],
        "night|at night|nights|in the night": [("p", "night")],
        "this morning": [("d", 0), ("p", "morning")],
        "this afternoon": [("d", 0), ("p", "afternoon")],
        "this evening": [("d", 0), ("p", "evening")],
        "every|each|any": "e",
        "other|alternate": "x",
        "every other": [("e", "e"), ("x", "x")],
        "daily|everyday|once a day": [("f", ("day", 1))],
        "hourly": [("f", ("hour", 1))],
        "weekly|once a week|once per week|once a week on": [("f", ("week", 1))],
        "fortnightly": [("f", ("week", 2))],
        "monthly|once a month|once per month": [("f", ("month", 1))],
        "quarterly": [("f", ("month", 3))],
        "yearly|annually|annual|once a year": [("f", ("year", 1))],
        "biweekly|bi-weekly|bimonthly|bi-monthly": "q",
        "weekday|weekdays|workday|workdays|working day|working days|work day|work days|business day|business days": [
            ("k", 5)
        ],
        "weekend": "E",
        "weekends": [("E", "each")],
        "next": "N",
        "this": "T",
        "coming|upcoming|this coming": "C",
        "a week from today": [("i", "i"), ("n", 1), ("u", "week")],
        "a week from tomorrow": [("d", 8)],
        "a week on|a week from": "G",
        **{
            f"{name} week": [("w", index), ("G", "G")]
            for index, names in enumerate(_WEEKDAYS)
            for name in names.split("|")
        },
        "of|in the|of the": "O",
        "and|plus|as well as": "&",
        "end of|the end of|end of the|end of the": "A",
        "until|till the|up to|up until|ending|ends": "U",
        "until end of|until the end of": [("U", "U"), ("A", "A")],
        "except|except on|except for|except in|excluding|but not|but not on|not on|without": "X",
        "starting|starting on|starting from|starting in|from|beginning|as of|since|starts": "S",
        "for": "F",
        "times|x|occurrences": "t",
        "once": [("n", 1), ("t", "t")],
        "twice": [("n", 2), ("t", "t")],
        "time|local time": "l",
    },
    suffixes="st|nd|rd|th",
    day_first=False,
    countries=_COUNTRIES,
    moment="{weekday} {day} {month} {year} {time}",
)
