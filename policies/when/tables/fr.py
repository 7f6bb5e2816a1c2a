"""How French says time."""

from __future__ import annotations

from policies.when.language import language

_UNDER_SIXTEEN = (  # noqa: SIM905 - so many words read better in a row
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_RANGES = ("de {} à {}", "du {} au {}", "{} au {}", "{} à {}")

# ISO 3166 codes and names; other names are parted by |.
_COUNTRIES = """
AD Andorre; AE Émirats arabes unis; AF Afghanistan; AG Antigua-et-Barbuda; AI Anguilla; AL Albanie; AM Arménie; AO
Angola; AR Argentine; AS Samoa américaines; AT Autriche; AU Australie; AW Aruba; AX Îles Åland; AZ Azerbaïdjan; BA
Bosnie-Herzégovine|Bosnie; BB Barbade; BD Bangladesh; BE Belgique; BF Burkina Faso; BG Bulgarie; BH Bahreïn; BI
Burundi; BJ Bénin; BL Saint-Barthélemy; BM Bermudes; BN Brunei; BO Bolivie; BQ Pays-Bas caribéens; BR Brésil; BS
Bahamas; BT Bhoutan; BW Botswana; BY Biélorussie; BZ Belize; CA Canada; CC Îles Cocos; CD Congo-Kinshasa; CF
République centrafricaine; CG Congo-Brazzaville|Congo; CH Suisse; CI Côte d'Ivoire; CK Îles Cook; CL Chili; CM
Cameroun; CN Chine; CO Colombie; CR Costa Rica; CU Cuba; CV Cap-Vert; CW Curaçao; CX Île Christmas; CY Chypre; CZ
Tchéquie|République tchèque; DE Allemagne; DJ Djibouti; DK Danemark; DM Dominique; DO République dominicaine; DZ
Algérie; EC Équateur; EE Estonie; EG Égypte; EH Sahara occidental; ER Érythrée; ES Espagne; ET Éthiopie; FI
Finlande; FJ Fidji; FK Îles Malouines; FM Micronésie; FO Îles Féroé; FR France; GA Gabon; GB
Royaume-Uni|Grande-Bretagne; GD Grenade; GE Géorgie; GF Guyane française; GG Guernesey; GH Ghana; GI Gibraltar; GL
Groenland; GM Gambie; GN Guinée; GP Guadeloupe; GQ Guinée équatoriale; GR Grèce; GS Géorgie du Sud-et-les Îles
Sandwich du Sud; GT Guatemala; GU Guam; GW Guinée-Bissau; GY Guyana; HK Hong Kong; HN Honduras; HR Croatie; HT
Haïti; HU Hongrie; ID Indonésie; IE Irlande; IL Israël; IM Île de Man; IN Inde; IO Territoire britannique de l'océan
Indien; IQ Irak; IR Iran; IS Islande; IT Italie; JE Jersey; JM Jamaïque; JO Jordanie; JP Japon; KE Kenya; KG
Kirghizstan; KH Cambodge; KI Kiribati; KM Comores; KN Saint-Christophe-et-Niévès; KP Corée du Nord; KR Corée du
Sud|Corée; KW Koweït; KY Îles Caïmans; KZ Kazakhstan; LA Laos; LB Liban; LC Sainte-Lucie; LI Liechtenstein; LK Sri
Lanka; LR Liberia; LS Lesotho; LT Lituanie; LU Luxembourg; LV Lettonie; LY Libye; MA Maroc; MC Monaco; MD Moldavie;
ME Monténégro; MF Saint-Martin; MG Madagascar; MH Îles Marshall; MK Macédoine du Nord; ML Mali; MM Myanmar; MN
Mongolie; MO Macao; MP Îles Mariannes du Nord; MQ Martinique; MR Mauritanie; MS Montserrat; MT Malte; MU Maurice; MV
Maldives; MW Malawi; MX Mexique; MY Malaisie; MZ Mozambique; NA Namibie; NC Nouvelle-Calédonie; NE Niger; NF Île
Norfolk; NG Nigeria; NI Nicaragua; NL Pays-Bas|Hollande; NO Norvège; NP Népal; NR Nauru; NU Niue; NZ
Nouvelle-Zélande; OM Oman; PA Panama; PE Pérou; PF Polynésie française; PG Papouasie-Nouvelle-Guinée; PH
Philippines; PK Pakistan; PL Pologne; PM Saint-Pierre-et-Miquelon; PN Îles Pitcairn; PR Porto Rico; PS Territoires
palestiniens|Palestine; PT Portugal; PW Palaos; PY Paraguay; QA Qatar; RE La Réunion; RO Roumanie; RS Serbie; RU
Russie; RW Rwanda; SA Arabie saoudite; SB Îles Salomon; SC Seychelles; SD Soudan; SE Suède; SG Singapour; SH
Sainte-Hélène; SI Slovénie; SJ Svalbard et Jan Mayen; SK Slovaquie; SL Sierra Leone; SM Saint-Marin; SN Sénégal; SO
Somalie; SR Suriname; SS Soudan du Sud; ST Sao Tomé-et-Principe; SV Salvador; SX Saint-Martin; SY Syrie; SZ
Eswatini; TC Îles Turques-et-Caïques; TD Tchad; TF Terres australes françaises; TG Togo; TH Thaïlande; TJ
Tadjikistan; TK Tokelau; TL Timor oriental; TM Turkménistan; TN Tunisie; TO Tonga; TR Turquie; TT Trinité-et-Tobago;
TV Tuvalu; TW Taïwan; TZ Tanzanie; UA Ukraine; UG Ouganda; US États-Unis|USA|Etats-Unis d'Amérique|Amérique; UY
Uruguay; UZ Ouzbékistan; VA État de la Cité du Vatican; VC Saint-Vincent-et-les Grenadines; VE Venezuela; VG Îles
Vierges britanniques; VI Îles Vierges des États-Unis; VN Viêt Nam; VU Vanuatu; WF Wallis-et-Futuna; WS Samoa; YE
Yémen; YT Mayotte; ZA Afrique du Sud; ZM Zambie; ZW Zimbabwe
"""

TABLE = language(
    "fr",
    weekdays=("lundi|lun", "mardi|mar", "mercredi|mer", "jeudi|jeu", "vendredi|ven", "samedi|sam", "dimanche|dim"),
    weekdays_each=tuple(f"{day}s|les {day}|les {day}s" for day in _DAYS),
    weekdays_maybe_each=tuple(f"le {day}" for day in _DAYS),
    months=(
        "janvier|janv|jan",
        "février|févr|fév",
        "mars",
        "avril|avr",
        "mai",
        "juin",
        "juillet|juil",
        "août",
        "septembre|sept|sep",
        "octobre|oct",
        "novembre|nov",
        "décembre|déc",
    ),
    numbers={
        **{name: value for value, name in enumerate(_UNDER_SIXTEEN)},
        "dix-sept": 17,
        "dix-huit": 18,
        "dix-neuf": 19,
        "une": 1,
        "soixante": 60,
        "quatre-vingt-dix": 90,
        **{name: value for value, name in _TENS.items()},
        **{f"{name} et un": ten + 1 for ten, name in _TENS.items()},
        **{f"{name} et une": ten + 1 for ten, name in _TENS.items()},
        **{f"{name}-{_UNDER_SIXTEEN[one]}": ten + one for ten, name in _TENS.items() for one in range(2, 10)},
    },
    ordinals={
        "premier|première|premiers|premières": 1,
        "deuxième|second|deuxièmes": 2,
        "troisième|troisièmes": 3,
        "quatrième|quatrièmes": 4,
        "cinquième": 5,
        "sixième": 6,
        "septième": 7,
        "huitième": 8,
        "dixième": 10,
        "dernier|dernière|derniers|dernières": -1,
    },
    units={
        "seconde|secondes|sec": "second",
        "minute|minutes|min|mn": "minute",
        "jour|jours": "day",
        "semaine|semaines": "week",
        "mois": "month",
        "an|ans|année|années": "year",
        "demi-heure": "half-hour",
        "quart d'heure|un quart d'heure": "quarter-hour",
        "trois quarts d'heure": "three-quarter-hour",
    },
    words={
        "le|la|les|l|au|aux|pile|précises": [("_", "_")],
        "une quinzaine|une quinzaine de jours": [("n", 15), ("u", "day")],
        "heure|heures|h": "h",
        "à|dès": "@",
        "dans|d'ici|en": "i",
        "à partir de maintenant": "g",
        "demie|demi|et demie|et demi": "H",
        "quart|le quart|un quart": "Q",
        "moins": "I",
        "midi": [("M", 12)],
        "minuit": [("M", 0)],
        "aujourd'hui": [("d", 0)],
        "demain": [("d", 1)],
        "après-demain": [("d", 2)],
        "hier": [("d", -1)],
        "maintenant|tout de suite": [("i", "i"), ("n", 0), ("u", "minute")],
        "matin|du matin|le matin|au matin|matinée": [("p", "morning")],
        "après-midi|de l'après-midi|l'après-midi": [("p", "afternoon")],
        "soir|du soir|le soir|au soir|soirée": [("p", "evening")],
        "nuit|de la nuit|la nuit": [("p", "night")],
        "ce matin": [("d", 0), ("p", "morning")],
        "cet après-midi|cette après-midi": [("d", 0), ("p", "afternoon")],
        "ce soir": [("d", 0), ("p", "evening")],
        "cette nuit": [("d", 0), ("p", "night")],
        "ce midi": [("d", 0), ("M", 12)],
        "tous les|toutes les|tous|toutes|chaque": "e",
        "sur deux": "x",
        "tous les soirs": [("e", "e"), ("p", "evening")],
        "tous les matins": [("e", "e"), ("p", "morning")],
        "tous les après-midi|tous les après-midis": [("e", "e"), ("p", "afternoon")],
        "toutes les nuits": [("e", "e"), ("p", "night")],
        "tous les midis": [("e", "e"), ("M", 12)],
        "quotidien|quotidiennement|une fois par jour": [("f", ("day", 1))],
        "une fois par semaine|hebdomadaire": [("f", ("week", 1))],
        "mensuel|mensuellement|une fois par mois": [("f", ("month", 1))],
        "trimestriel": [("f", ("month", 3))],
        "annuel|annuellement|une fois par an": [("f", ("year", 1))],
        # In law "bimensuel" is twice a month and "bimestriel" every two months; in speech they are mixed up.
        "bimensuel|bimestriel|bihebdomadaire": "q",
        "en semaine|jour ouvré|jours ouvrés": [("k", 5)],
        "jour ouvrable|jours ouvrables": [("k", 6)],
        "week-end": "E",
        "week-ends": [("E", "each")],
        "prochain|prochaine|prochains": "N",
        "ce|cet|cette": "T",
        "qui vient": "C",
        "en huit": "G",
        "de|du|d|des": "O",
        "et": "&",
        "fin|la fin|fin de|la fin de|la fin du|fin du": "A",
        "jusqu'au|jusqu'à|jusqu'en|jusque|jusqu'à la": "U",
        "sauf|sauf en|excepté|hormis|hors|à l'exception de": "X",
        "à partir du|à partir de|à partir d'|à compter du|depuis|dès le": "S",
        "pendant|durant|pour": "F",
        "fois": "t",
        **{
            form.format(a, b): [("W", i), ("-", "-"), ("W", j)]
            for i, a in enumerate(_DAYS)
            for j, b in enumerate(_DAYS)
            for form in _RANGES
        },
        # "Le 15" is the fifteenth.
        **{f"le {day}": [("o", day)] for day in range(1, 32)},
        **{f"jusqu'au {day}": [("U", "U"), ("o", day)] for day in range(1, 32)},
        **{f"à partir du {day}": [("S", "S"), ("o", day)] for day in range(1, 32)},
        "am": [("a", "am")],
        "pm": [("a", "pm")],
        "heure de|l'heure de|heures de|heure locale": "l",
    },
    suffixes="er|re|ère|eme|ème|e",
    day_first=True,
    idioms={8: 7, 15: 14},
    countries=_COUNTRIES,
    moment="{weekday} {day} {month} {year} à {time}",
)
