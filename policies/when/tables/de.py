"""How German says time."""

from __future__ import annotations

from policies.when.language import language

_UNDER_TWENTY = (  # noqa: SIM905 - so many words read better in a row
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
).split()
_TENS = {
    20: "zwanzig",
    30: "dreißig",
    40: "vierzig",
    50: "fünfzig",
    60: "sechzig",
    70: "siebzig",
    80: "achtzig",
    90: "neunzig",
}
_NUMBERS = {
    **{name: value for value, name in enumerate(_UNDER_TWENTY)},
    **{name: value for value, name in _TENS.items()},
    **{
        f"{'ein' if one == 1 else _UNDER_TWENTY[one]}und{name}": ten + one
        for ten, name in _TENS.items()
        for one in range(1, 10)
    },
    **dict.fromkeys(("ein", "eine", "einem", "einer", "einen", "eines"), 1),
    "zwo": 2,
}
_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_PARTS = {
    "morgen": "morning",
    "früh": "morning",
    "vormittag": "morning",
    "mittag": "noon",
    "nachmittag": "afternoon",
    "abend": "evening",
    "nacht": "night",
}
_ENDINGS = ("e", "er", "en", "es", "em")
_ORDINALS = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "fünft": 5,
    "sechst": 6,
    "siebt": 7,
    "acht": 8,
    "neunt": 9,
    "zehnt": 10,
    "letzt": -1,
}

# ISO 3166 codes and names; other names are parted by |.
_COUNTRIES = """
AD Andorra; AE Vereinigte Arabische Emirate; AF Afghanistan; AG Antigua und Barbuda; AI Anguilla; AL Albanien; AM
Armenien; AO Angola; AR Argentinien; AS Amerikanisch-Samoa; AT Österreich; AU Australien; AW Aruba; AX Ålandinseln;
AZ Aserbaidschan; BA Bosnien und Herzegowina|Bosnien; BB Barbados; BD Bangladesch; BE Belgien; BF Burkina Faso; BG
Bulgarien; BH Bahrain; BI Burundi; BJ Benin; BL St. Barthélemy; BM Bermuda; BN Brunei Darussalam; BO Bolivien; BQ
Karibische Niederlande; BR Brasilien; BS Bahamas; BT Bhutan; BW Botsuana; BY Belarus|Weißrussland; BZ Belize; CA
Kanada; CC Kokosinseln; CD Kongo-Kinshasa; CF Zentralafrikanische Republik; CG Kongo-Brazzaville|Kongo; CH Schweiz;
CI Côte d'Ivoire; CK Cookinseln; CL Chile; CM Kamerun; CN China; CO Kolumbien; CR Costa Rica; CU Kuba; CV Cabo
Verde; CW Curaçao; CX Weihnachtsinsel; CY Zypern; CZ Tschechien|Tschechische Republik; DE Deutschland; DJ Dschibuti;
DK Dänemark; DM Dominica; DO Dominikanische Republik; DZ Algerien; EC Ecuador; EE Estland; EG Ägypten; EH
Westsahara; ER Eritrea; ES Spanien; ET Äthiopien; FI Finnland; FJ Fidschi; FK Falklandinseln; FM Mikronesien; FO
Färöer; FR Frankreich; GA Gabun; GB Vereinigtes Königreich|Großbritannien|UK; GD Grenada; GE Georgien; GF
Französisch-Guayana; GG Guernsey; GH Ghana; GI Gibraltar; GL Grönland; GM Gambia; GN Guinea; GP Guadeloupe; GQ
Äquatorialguinea; GR Griechenland; GS Südgeorgien und die Südlichen Sandwichinseln; GT Guatemala; GU Guam; GW
Guinea-Bissau; GY Guyana; HK Hongkong; HN Honduras; HR Kroatien; HT Haiti; HU Ungarn; ID Indonesien; IE Irland; IL
Israel; IM Isle of Man; IN Indien; IO Britisches Territorium im Indischen Ozean; IQ Irak; IR Iran; IS Island; IT
Italien; JE Jersey; JM Jamaika; JO Jordanien; JP Japan; KE Kenia; KG Kirgisistan; KH Kambodscha; KI Kiribati; KM
Komoren; KN St. Kitts und Nevis; KP Nordkorea; KR Südkorea|Korea; KW Kuwait; KY Kaimaninseln; KZ Kasachstan; LA
Laos; LB Libanon; LC St. Lucia; LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesotho; LT Litauen; LU Luxemburg; LV
Lettland; LY Libyen; MA Marokko; MC Monaco; MD Republik Moldau; ME Montenegro; MF St. Martin; MG Madagaskar; MH
Marshallinseln; MK Nordmazedonien; ML Mali; MM Myanmar; MN Mongolei; MO Macau; MP Nördliche Marianen; MQ Martinique;
MR Mauretanien; MS Montserrat; MT Malta; MU Mauritius; MV Malediven; MW Malawi; MX Mexiko; MY Malaysia; MZ Mosambik;
NA Namibia; NC Neukaledonien; NE Niger; NF Norfolkinsel; NG Nigeria; NI Nicaragua; NL Niederlande|Holland; NO
Norwegen; NP Nepal; NR Nauru; NU Niue; NZ Neuseeland; OM Oman; PA Panama; PE Peru; PF Französisch-Polynesien; PG
Papua-Neuguinea; PH Philippinen; PK Pakistan; PL Polen; PM St. Pierre und Miquelon; PN Pitcairninseln; PR Puerto
Rico; PS Palästinensische Autonomiegebiete|Palästina; PT Portugal; PW Palau; PY Paraguay; QA Katar; RE Réunion; RO
Rumänien; RS Serbien; RU Russland; RW Ruanda; SA Saudi-Arabien; SB Salomonen; SC Seychellen; SD Sudan; SE Schweden;
SG Singapur; SH St. Helena; SI Slowenien; SJ Spitzbergen und Jan Mayen; SK Slowakei; SL Sierra Leone; SM San Marino;
SN Senegal; SO Somalia; SR Suriname; SS Südsudan; ST São Tomé und Príncipe; SV El Salvador; SX Sint Maarten; SY
Syrien; SZ Eswatini; TC Turks- und Caicosinseln; TD Tschad; TF Französische Süd- und Antarktisgebiete; TG Togo; TH
Thailand; TJ Tadschikistan; TK Tokelau; TL Timor-Leste; TM Turkmenistan; TN Tunesien; TO Tonga; TR Türkei; TT
Trinidad und Tobago; TV Tuvalu; TW Taiwan; TZ Tansania; UA Ukraine; UG Uganda; US Vereinigte
Staaten|USA|Amerika|Vereinigte Staaten von Amerika; UY Uruguay; UZ Usbekistan; VA Vatikanstadt; VC St. Vincent und
die Grenadinen; VE Venezuela; VG Britische Jungferninseln; VI Amerikanische Jungferninseln; VN Vietnam; VU Vanuatu;
WF Wallis und Futuna; WS Samoa; YE Jemen; YT Mayotte; ZA Südafrika; ZM Sambia; ZW Simbabwe
"""

TABLE = language(
    "de",
    weekdays=(
        "Montag|mo",
        "Dienstag|di",
        "Mittwoch|mi",
        "Donnerstag|do",
        "Freitag|fr",
        "Samstag|sa|Sonnabend",
        "Sonntag|so",
    ),
    weekdays_each=(*(f"{day}s" for day in _DAYS[:5]), "samstags|sonnabends", "sonntags"),
    months=(
        "Januar|jan|jänner",
        "Februar|feb|feber",
        "März|mrz|mär",
        "April|apr",
        "Mai",
        "Juni|jun|juno",
        "Juli|jul|julei",
        "August|aug",
        "September|sep|sept",
        "Oktober|okt",
        "November|nov",
        "Dezember|dez",
    ),
    numbers=_NUMBERS,
    ordinals={"|".join(stem + end for end in _ENDINGS): value for stem, value in _ORDINALS.items()},
    units={
        "sekunde|sekunden|sek": "second",
        "minute|minuten|min": "minute",
        "stunde|stunden|std": "hour",
        "tag|tage|tagen|tages": "day",
        "woche|wochen": "week",
        "monat|monate|monaten|monats": "month",
        "jahr|jahre|jahren|jahres": "year",
        "halbe stunde|halben stunde": "half-hour",
        "viertelstunde": "quarter-hour",
        "dreiviertelstunde": "three-quarter-hour",
    },
    words={
        "am|an|der|die|das|den|dem|jeweils|immer|punkt|genau": [("_", "_")],
        "uhr|h": "h",
        "um": "@",
        "in|nach": "i",
        "ab jetzt|von jetzt an": "g",
        "halb": "H",
        "viertel": "Q",
        "dreiviertel|drei viertel": "R",
        "vor": "B",
        "viertel nach": [("Q", "Q"), ("P", "P")],
        # "Nach" is "past" only between a number of minutes and an hour.
        **{f"{name} nach": [("n", value), ("P", "P")] for name, value in _NUMBERS.items()},
        **{f"{value} nach": [("n", value), ("P", "P")] for value in range(1, 30)},
        "anderthalb stunden|eineinhalb stunden": [("n", 1), ("u", "hour"), ("&", "&"), ("H", "H")],
        "zweieinhalb stunden": [("n", 2), ("u", "hour"), ("&", "&"), ("H", "H")],
        "mittag|12 uhr mittags": [("M", 12)],
        "mitternacht": [("M", 0)],
        "heute": [("d", 0)],
        "morgen": [("d", 1)],
        "übermorgen": [("d", 2)],
        "gestern": [("d", -1)],
        "jetzt|sofort": [("i", "i"), ("n", 0), ("u", "minute")],
        "heute in einer woche": [("i", "i"), ("n", 1), ("u", "week")],
        "heute morgen|heute früh": [("d", 0), ("p", "morning")],
        "heute mittag": [("d", 0), ("p", "noon")],
        "morgen mittag": [("d", 1), ("p", "noon")],
        "übermorgen mittag": [("d", 2), ("p", "noon")],
        "früh|morgens|am morgen|vormittag|vormittags|am vormittag|in der früh": [("p", "morning")],
        "mittags|am mittag": [("p", "noon")],
        "nachmittag|nachmittags|am nachmittag": [("p", "afternoon")],
        "abend|abends|am abend": [("p", "evening")],
        "nacht|nachts|in der nacht": [("p", "night")],
        **{f"{day} in einer woche": [("w", index), ("G", "G")] for index, day in enumerate(_DAYS)},
        # "Dienstagabend", "Dienstag Abend", and "Dienstag morgen": after a weekday "morgen" is the morning.
        **{
            f"{day}{gap}{part}": [("w", index), ("p", value)]
            for index, day in enumerate(_DAYS)
            for part, value in _PARTS.items()
            for gap in ("", " ")
        },
        **{
            f"{day}{part}s": [("W", index), ("p", value)]
            for index, day in enumerate(_DAYS)
            for part, value in _PARTS.items()
        },
        "jeden|jede|jedes|jeder|jedem|alle|allen": "e",
        "jeden morgen": [("e", "e"), ("p", "morning")],
        "täglich|einmal am tag|einmal pro tag": [("f", ("day", 1))],
        "stündlich": [("f", ("hour", 1))],
        "wöchentlich|einmal pro woche|einmal die woche|einmal in der woche": [("f", ("week", 1))],
        "zweiwöchentlich|14-täglich|14-tägig|vierzehntägig|vierzehntäglich|zweiwöchig": [("f", ("week", 2))],
        "monatlich|einmal im monat|einmal pro monat": [("f", ("month", 1))],
        "vierteljährlich": [("f", ("month", 3))],
        "jährlich|einmal im jahr|einmal pro jahr": [("f", ("year", 1))],
        "wochentags|wochentag|wochentage|wochentagen|arbeitstag|arbeitstage|arbeitstagen|arbeitstags|unter der woche": [
            ("k", 5)
        ],
        # By law a Werktag may be a Saturday; many people do not mean it.
        "werktags|werktag|werktage|werktagen": [("k", 6)],
        "wochenende": "E",
        "wochenenden": [("E", "each")],
        "nächsten|nächste|nächster|nächstes|nächstem": "N",
        "diesen|diese|dieser|dieses|diesem": "T",
        "kommenden|kommende|kommender|kommendes": "C",
        "im|des|vom": "O",
        "und|sowie": "&",
        "ende": "A",
        "bis|bis zum|bis zur|bis einschließlich|bis inklusive": "U",
        "bis ende": [("U", "U"), ("A", "A")],
        "außer|außer im|ausser|ausgenommen|ohne|aber nicht|nicht": "X",
        "ab|beginnend|von|seit|ab dem|erstmals|zuerst": "S",
        "für|lang": "F",
        "mal|x": "t",
        "einmal": [("n", 1), ("t", "t")],
        **{f"{name}mal": [("n", value), ("t", "t")] for name, value in _NUMBERS.items()},
        **{
            f"{a}{gap}{b}": [("W", i), ("-", "-"), ("W", j)]
            for i, a in enumerate(_DAYS)
            for j, b in enumerate(_DAYS)
            for gap in (" bis ",)
        },
        **{
            f"{a}s bis {b}s": [("W", i), ("-", "-"), ("W", j)] for i, a in enumerate(_DAYS) for j, b in enumerate(_DAYS)
        },
        "zeit|ortszeit": "l",
        "pm": [("a", "pm")],
    },
    suffixes=r"\.|ter|ten|te",
    day_first=True,
    half_is_before=True,
    idioms={8: 7},
    city_endings=("", "er"),
    countries=_COUNTRIES,
    moment="{weekday}, {day}. {month} {year}, {time} Uhr",
)
