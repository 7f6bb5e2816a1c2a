"""How Spanish says time."""

from __future__ import annotations

from policies.when.language import language

_UNDER_THIRTY = (  # noqa: SIM905 - so many words read better in a row
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis "
    "veintisiete veintiocho veintinueve"
).split()
_TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 90: "noventa"}
_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_PLURALS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábados", "domingos")

# ISO 3166 codes and names; other names are parted by |.
_COUNTRIES = """
AD Andorra; AE Emiratos Árabes Unidos; AF Afganistán; AG Antigua y Barbuda; AI Anguila; AL Albania; AM Armenia; AO
Angola; AR Argentina; AS Samoa Americana; AT Austria; AU Australia; AW Aruba; AX Islas Aland; AZ Azerbaiyán; BA
Bosnia y Herzegovina|Bosnia; BB Barbados; BD Bangladés; BE Bélgica; BF Burkina Faso; BG Bulgaria; BH Baréin; BI
Burundi; BJ Benín; BL San Bartolomé; BM Bermudas; BN Brunéi; BO Bolivia; BQ Caribe neerlandés; BR Brasil; BS
Bahamas; BT Bután; BW Botsuana; BY Bielorrusia; BZ Belice; CA Canadá; CC Islas Cocos; CD República Democrática del
Congo; CF República Centroafricana; CG Congo; CH Suiza; CI Côte d'Ivoire; CK Islas Cook; CL Chile; CM Camerún; CN
China; CO Colombia; CR Costa Rica; CU Cuba; CV Cabo Verde; CW Curazao; CX Isla de Navidad; CY Chipre; CZ
Chequia|República Checa; DE Alemania; DJ Yibuti; DK Dinamarca; DM Dominica; DO República Dominicana; DZ Argelia; EC
Ecuador; EE Estonia; EG Egipto; EH Sáhara Occidental; ER Eritrea; ES España; ET Etiopía; FI Finlandia; FJ Fiyi; FK
Islas Malvinas; FM Micronesia; FO Islas Feroe; FR Francia; GA Gabón; GB Reino Unido|Gran Bretaña|Inglaterra; GD
Granada; GE Georgia; GF Guayana Francesa; GG Guernesey; GH Ghana; GI Gibraltar; GL Groenlandia; GM Gambia; GN
Guinea; GP Guadalupe; GQ Guinea Ecuatorial; GR Grecia; GS Islas Georgia del Sur y Sandwich del Sur; GT Guatemala; GU
Guam; GW Guinea-Bisáu; GY Guyana; HK Hong Kong; HN Honduras; HR Croacia; HT Haití; HU Hungría; ID Indonesia; IE
Irlanda; IL Israel; IM Isla de Man; IN India; IO Territorio Británico del Océano Índico; IQ Irak; IR Irán; IS
Islandia; IT Italia; JE Jersey; JM Jamaica; JO Jordania; JP Japón; KE Kenia; KG Kirguistán; KH Camboya; KI Kiribati;
KM Comoras; KN San Cristóbal y Nieves; KP Corea del Norte; KR Corea del Sur|Corea; KW Kuwait; KY Islas Caimán; KZ
Kazajistán; LA Laos; LB Líbano; LC Santa Lucía; LI Liechtenstein; LK Sri Lanka; LR Liberia; LS Lesoto; LT Lituania;
LU Luxemburgo; LV Letonia; LY Libia; MA Marruecos; MC Mónaco; MD Moldavia; ME Montenegro; MF San Martín; MG
Madagascar; MH Islas Marshall; MK Macedonia del Norte; ML Mali; MM Myanmar; MN Mongolia; MO Macao; MP Islas Marianas
del Norte; MQ Martinica; MR Mauritania; MS Montserrat; MT Malta; MU Mauricio; MV Maldivas; MW Malaui; MX México; MY
Malasia; MZ Mozambique; NA Namibia; NC Nueva Caledonia; NE Níger; NF Isla Norfolk; NG Nigeria; NI Nicaragua; NL
Países Bajos|Holanda; NO Noruega; NP Nepal; NR Nauru; NU Niue; NZ Nueva Zelanda; OM Omán; PA Panamá; PE Perú; PF
Polinesia Francesa; PG Papúa Nueva Guinea; PH Filipinas; PK Pakistán; PL Polonia; PM San Pedro y Miquelón; PN Islas
Pitcairn; PR Puerto Rico; PS Territorios Palestinos|Palestina; PT Portugal; PW Palaos; PY Paraguay; QA Catar; RE
Reunión; RO Rumanía; RS Serbia; RU Rusia; RW Ruanda; SA Arabia Saudí; SB Islas Salomón; SC Seychelles; SD Sudán; SE
Suecia; SG Singapur; SH Santa Elena; SI Eslovenia; SJ Svalbard y Jan Mayen; SK Eslovaquia; SL Sierra Leona; SM San
Marino; SN Senegal; SO Somalia; SR Surinam; SS Sudán del Sur; ST Santo Tomé y Príncipe; SV El Salvador; SX Sint
Maarten; SY Siria; SZ Esuatini; TC Islas Turcas y Caicos; TD Chad; TF Territorios Australes Franceses; TG Togo; TH
Tailandia; TJ Tayikistán; TK Tokelau; TL Timor-Leste; TM Turkmenistán; TN Túnez; TO Tonga; TR Turquía; TT Trinidad y
Tobago; TV Tuvalu; TW Taiwán; TZ Tanzania; UA Ucrania; UG Uganda; US Estados Unidos|EEUU|USA|Estados Unidos de
América; UY Uruguay; UZ Uzbekistán; VA Ciudad del Vaticano; VC San Vicente y las Granadinas; VE Venezuela; VG Islas
Vírgenes Británicas; VI Islas Vírgenes de EE. UU.; VN Vietnam; VU Vanuatu; WF Wallis y Futuna; WS Samoa; YE Yemen;
YT Mayotte; ZA Sudáfrica; ZM Zambia; ZW Zimbabue
"""

TABLE = language(
    "es",
    weekdays=("lunes|lun", "martes|mar", "miércoles|mié", "jueves|jue", "viernes|vie", "sábado|sáb", "domingo|dom"),
    weekdays_each=(*(f"los {day}" for day in _DAYS[:5]), "sábados|los sábados", "domingos|los domingos"),
    months=(
        "enero|ene",
        "febrero|feb",
        "marzo",
        "abril|abr",
        "mayo|may",
        "junio|jun",
        "julio|jul",
        "agosto|ago",
        "septiembre|setiembre|sept|sep|set",
        "octubre|oct",
        "noviembre|nov",
        "diciembre|dic",
    ),
    numbers={
        **{name: value for value, name in enumerate(_UNDER_THIRTY)},
        "un|una": 1,
        "veintiuna|veintiún": 21,
        **{name: value for value, name in _TENS.items()},
        **{f"{name} y {_UNDER_THIRTY[one]}": ten + one for ten, name in _TENS.items() for one in range(1, 10)},
    },
    ordinals={
        "primer|primero|primera|primeros": 1,
        "segundo|segunda": 2,
        "tercer|tercero|tercera": 3,
        "cuarta": 4,
        "quinto|quinta": 5,
        "sexto": 6,
        "séptimo": 7,
        "octavo": 8,
        "décimo": 10,
        "último|última|últimos": -1,
    },
    units={
        "segundos|seg": "second",
        "minuto|minutos|min": "minute",
        "día|días": "day",
        "semana|semanas": "week",
        "mes|meses": "month",
        "año|años": "year",
        "media hora": "half-hour",
        "cuarto de hora": "quarter-hour",
        "tres cuartos de hora": "three-quarter-hour",
    },
    words={
        "el|la|las|los|al|el día|en punto": [("_", "_")],
        "un segundo|1 segundo": [("n", 1), ("u", "second")],
        "hora|horas|h|hrs|hs": "h",
        "a|a las|a la|sobre las": "@",
        "en|dentro de": "i",
        "a partir de ahora": "g",
        "media|y media": "H",
        "cuarto": "Q",
        "menos": "I",
        "menos cuarto": [("I", "I"), ("Q", "Q")],
        # "Cuarto" is a quarter of an hour, and the fourth before a weekday.
        **{f"cuarto {day}": [("o", 4), ("w", index)] for index, day in enumerate(_DAYS)},
        "mediodía|a mediodía|al mediodía": [("M", 12)],
        "medianoche|a medianoche|a la medianoche": [("M", 0)],
        "del mediodía": [("p", "noon")],
        "hoy": [("d", 0)],
        "mañana": [("d", 1)],
        "pasado mañana|pasado": [("d", 2)],
        "ayer": [("d", -1)],
        "ahora|ya": [("i", "i"), ("n", 0), ("u", "minute")],
        "por la mañana|de la mañana|en la mañana|a la mañana": [("p", "morning")],
        "por la tarde|de la tarde|en la tarde|a la tarde|tarde": [("p", "afternoon or evening")],
        "por la noche|de la noche|en la noche|a la noche|noche": [("p", "night")],
        "de la madrugada|por la madrugada|de madrugada|madrugada": [("p", "small hours")],
        "esta mañana": [("d", 0), ("p", "morning")],
        "esta tarde": [("d", 0), ("p", "afternoon or evening")],
        "esta noche": [("d", 0), ("p", "night")],
        "este mediodía": [("d", 0), ("M", 12)],
        "cada|todos los|todas las|todos|todas": "e",
        "de cada dos": "x",
        "todas las noches|cada noche": [("e", "e"), ("p", "night")],
        "todas las mañanas|cada mañana": [("e", "e"), ("p", "morning")],
        "todas las tardes|cada tarde": [("e", "e"), ("p", "afternoon or evening")],
        **{f"un {day} si y otro no": [("e", "e"), ("x", "x"), ("w", index)] for index, day in enumerate(_DAYS)},
        "un día sí y otro no": [("e", "e"), ("x", "x"), ("u", "day")],
        "a diario|diario|diariamente|una vez al día": [("f", ("day", 1))],
        "semanal|semanalmente|una vez por semana|una vez a la semana": [("f", ("week", 1))],
        "quincenal|quincenalmente": [("f", ("week", 2))],
        "mensual|mensualmente|una vez al mes|una vez por mes": [("f", ("month", 1))],
        "trimestral": [("f", ("month", 3))],
        "anual|anualmente|una vez al año": [("f", ("year", 1))],
        "bimensual|bimestral|bisemanal": "q",
        "entre semana|día laborable|días laborables|laborables|día de trabajo|días de trabajo": [("k", 5)],
        # By law a día hábil may be a Saturday; many people do not mean it.
        "día hábil|días hábiles": [("k", 6)],
        "fin de semana": "E",
        "fines de semana": [("E", "each")],
        "próximo|próxima|que viene|siguiente": "N",
        "este|esta": "T",
        "de|del": "O",
        "y|e": "&",
        "fin de|fines de|final de|finales de|finales del|final del": "A",
        "hasta|hasta el|hasta la|hasta las": "U",
        "excepto|salvo|menos el|menos los|menos en|excepto en|salvo en|a excepción de": "X",
        "a partir de|a partir del|desde|desde el|empezando|empezando el": "S",
        "durante|por": "F",
        "veces|vez": "t",
        **{
            f"{de}{a} a {b}": [("W", i), ("-", "-"), ("W", j)]
            for i, a in enumerate(_PLURALS)
            for j, b in enumerate(_PLURALS)
            for de in ("de ", "")
        },
        **{f"de {a} a {b}": [("W", i), ("-", "-"), ("W", j)] for i, a in enumerate(_DAYS) for j, b in enumerate(_DAYS)},
        # "El 15" is the fifteenth.
        **{f"el {day}": [("o", day)] for day in range(1, 32)},
        **{f"hasta el {day}": [("U", "U"), ("o", day)] for day in range(1, 32)},
        **{
            f"{words} {day}": [("S", "S"), ("o", day)] for day in range(1, 32) for words in ("desde el", "a partir del")
        },
        **{f"{words} {day}": [("X", "X"), ("o", day)] for day in range(1, 32) for words in ("menos el",)},
        "am": [("a", "am")],
        "pm": [("a", "pm")],
        "hora de|hora local|horas de": "l",
    },
    suffixes="o|a|er|ro|º|ª",
    day_first=True,
    idioms={8: 7, 15: 14},
    countries=_COUNTRIES,
    moment="{weekday} {day} de {month} de {year} a las {time}",
)
