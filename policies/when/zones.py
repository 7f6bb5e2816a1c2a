"""Places and their zones: IANA names, their cities, countries and abbreviations that mean more than one zone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from policies.when.folding import fold

if TYPE_CHECKING:
    from policies.when.language import Language

_CITIES = """
Africa: Abidjan Accra Addis_Ababa Algiers Asmara Bamako Bangui Banjul Bissau Blantyre Brazzaville Bujumbura
  Cairo Casablanca Ceuta Conakry Dakar Dar_es_Salaam Djibouti Douala El_Aaiun Freetown Gaborone Harare
  Johannesburg Juba Kampala Khartoum Kigali Kinshasa Lagos Libreville Lome Luanda Lubumbashi Lusaka Malabo
  Maputo Maseru Mbabane Mogadishu Monrovia Nairobi Ndjamena Niamey Nouakchott Ouagadougou Porto-Novo Sao_Tome
  Tripoli Tunis Windhoek
America: Adak Anchorage Anguilla Antigua Araguaina Aruba Asuncion Atikokan Bahia Bahia_Banderas Barbados Belem
  Belize Blanc-Sablon Boa_Vista Bogota Boise Cambridge_Bay Campo_Grande Cancun Caracas Cayenne Cayman Chicago
  Chihuahua Ciudad_Juarez Costa_Rica Coyhaique Creston Cuiaba Curacao Danmarkshavn Dawson Dawson_Creek Denver
  Detroit Dominica Edmonton Eirunepe El_Salvador Fort_Nelson Fortaleza Glace_Bay Goose_Bay Grand_Turk Grenada
  Guadeloupe Guatemala Guayaquil Guyana Halifax Havana Hermosillo Inuvik Iqaluit Jamaica Juneau Kralendijk
  La_Paz Lima Los_Angeles Lower_Princes Maceio Managua Manaus Marigot Martinique Matamoros Mazatlan Menominee
  Merida Metlakatla Mexico_City Miquelon Moncton Monterrey Montevideo Montserrat Nassau New_York Nome Noronha
  Nuuk Ojinaga Panama Paramaribo Phoenix Port-au-Prince Port_of_Spain Porto_Velho Puerto_Rico Punta_Arenas
  Rankin_Inlet Recife Regina Resolute Rio_Branco Santarem Santiago Santo_Domingo Sao_Paulo Scoresbysund Sitka
  St_Barthelemy St_Johns St_Kitts St_Lucia St_Thomas St_Vincent Swift_Current Tegucigalpa Thule Tijuana Toronto
  Tortola Vancouver Whitehorse Winnipeg Yakutat
America/Argentina: Buenos_Aires Catamarca Cordoba Jujuy La_Rioja Mendoza Rio_Gallegos Salta San_Juan San_Luis
  Tucuman Ushuaia
America/Indiana: Indianapolis Knox Marengo Petersburg Tell_City Vevay Vincennes Winamac
America/Kentucky: Louisville Monticello
America/North_Dakota: Beulah Center New_Salem
Antarctica: Casey Davis DumontDUrville Macquarie Mawson McMurdo Palmer Rothera Syowa Troll Vostok
Arctic: Longyearbyen
Asia: Aden Almaty Amman Anadyr Aqtau Aqtobe Ashgabat Atyrau Baghdad Bahrain Baku Bangkok Barnaul Beirut Bishkek
  Brunei Chita Colombo Damascus Dhaka Dili Dubai Dushanbe Famagusta Gaza Hebron Ho_Chi_Minh Hong_Kong Hovd
  Irkutsk Jakarta Jayapura Jerusalem Kabul Kamchatka Karachi Kathmandu Khandyga Kolkata Krasnoyarsk Kuala_Lumpur
  Kuching Kuwait Macau Magadan Makassar Manila Muscat Nicosia Novokuznetsk Novosibirsk Omsk Oral Phnom_Penh
  Pontianak Pyongyang Qatar Qostanay Qyzylorda Riyadh Sakhalin Samarkand Seoul Shanghai Singapore Srednekolymsk
  Taipei Tashkent Tbilisi Tehran Thimphu Tokyo Tomsk Ulaanbaatar Urumqi Ust-Nera Vientiane Vladivostok Yakutsk
  Yangon Yekaterinburg Yerevan
Atlantic: Azores Bermuda Canary Cape_Verde Faroe Madeira Reykjavik South_Georgia St_Helena Stanley
Australia: Adelaide Brisbane Broken_Hill Darwin Eucla Hobart Lindeman Lord_Howe Melbourne Perth Sydney
Europe: Amsterdam Andorra Astrakhan Athens Belgrade Berlin Bratislava Brussels Bucharest Budapest Busingen
  Chisinau Copenhagen Dublin Gibraltar Guernsey Helsinki Isle_of_Man Istanbul Jersey Kaliningrad Kirov Kyiv
  Lisbon Ljubljana London Luxembourg Madrid Malta Mariehamn Minsk Monaco Moscow Oslo Paris Podgorica Prague Riga
  Rome Samara San_Marino Sarajevo Saratov Simferopol Skopje Sofia Stockholm Tallinn Tirane Ulyanovsk Vaduz
  Vatican Vienna Vilnius Volgograd Warsaw Zagreb Zurich
Indian: Antananarivo Chagos Christmas Cocos Comoro Kerguelen Mahe Maldives Mauritius Mayotte Reunion
Pacific: Apia Auckland Bougainville Chatham Chuuk Easter Efate Fakaofo Fiji Funafuti Galapagos Gambier
  Guadalcanal Guam Honolulu Kanton Kiritimati Kosrae Kwajalein Majuro Marquesas Midway Nauru Niue Norfolk Noumea
  Pago_Pago Palau Pitcairn Pohnpei Port_Moresby Rarotonga Saipan Tahiti Tarawa Tongatapu Wake Wallis
"""

# A country with several zones is asked about, unless nearly all of its people live in one.
_COUNTRIES = """
AD Europe/Andorra; AE Asia/Dubai; AF Asia/Kabul; AG America/Antigua; AI America/Anguilla; AL Europe/Tirane; AM
Asia/Yerevan; AO Africa/Luanda; AR America/Argentina/Buenos_Aires; AS Pacific/Pago_Pago; AT Europe/Vienna; AU
Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Darwin Australia/Perth Australia/Lord_Howe; AW
America/Aruba; AX Europe/Mariehamn; AZ Asia/Baku; BA Europe/Sarajevo; BB America/Barbados; BD Asia/Dhaka; BE
Europe/Brussels; BF Africa/Ouagadougou; BG Europe/Sofia; BH Asia/Bahrain; BI Africa/Bujumbura; BJ Africa/Porto-Novo;
BL America/St_Barthelemy; BM Atlantic/Bermuda; BN Asia/Brunei; BO America/La_Paz; BQ America/Kralendijk; BR
America/Noronha America/Sao_Paulo America/Manaus America/Rio_Branco; BS America/Nassau; BT Asia/Thimphu; BW
Africa/Gaborone; BY Europe/Minsk; BZ America/Belize; CA America/St_Johns America/Halifax America/Toronto
America/Winnipeg America/Regina America/Edmonton America/Vancouver; CC Indian/Cocos; CD Africa/Kinshasa
Africa/Lubumbashi; CF Africa/Bangui; CG Africa/Brazzaville; CH Europe/Zurich; CI Africa/Abidjan; CK
Pacific/Rarotonga; CL America/Santiago; CM Africa/Douala; CN Asia/Shanghai; CO America/Bogota; CR
America/Costa_Rica; CU America/Havana; CV Atlantic/Cape_Verde; CW America/Curacao; CX Indian/Christmas; CY
Asia/Nicosia; CZ Europe/Prague; DE Europe/Berlin; DJ Africa/Djibouti; DK Europe/Copenhagen; DM America/Dominica; DO
America/Santo_Domingo; DZ Africa/Algiers; EC America/Guayaquil; EE Europe/Tallinn; EG Africa/Cairo; EH
Africa/El_Aaiun; ER Africa/Asmara; ES Europe/Madrid; ET Africa/Addis_Ababa; FI Europe/Helsinki; FJ Pacific/Fiji; FK
Atlantic/Stanley; FM Pacific/Chuuk Pacific/Pohnpei Pacific/Kosrae; FO Atlantic/Faroe; FR Europe/Paris; GA
Africa/Libreville; GB Europe/London; GD America/Grenada; GE Asia/Tbilisi; GF America/Cayenne; GG Europe/Guernsey; GH
Africa/Accra; GI Europe/Gibraltar; GL America/Nuuk America/Danmarkshavn America/Scoresbysund America/Thule; GM
Africa/Banjul; GN Africa/Conakry; GP America/Guadeloupe; GQ Africa/Malabo; GR Europe/Athens; GS
Atlantic/South_Georgia; GT America/Guatemala; GU Pacific/Guam; GW Africa/Bissau; GY America/Guyana; HK
Asia/Hong_Kong; HN America/Tegucigalpa; HR Europe/Zagreb; HT America/Port-au-Prince; HU Europe/Budapest; ID
Asia/Jakarta Asia/Pontianak Asia/Makassar Asia/Jayapura; IE Europe/Dublin; IL Asia/Jerusalem; IM Europe/Isle_of_Man;
IN Asia/Kolkata; IO Indian/Chagos; IQ Asia/Baghdad; IR Asia/Tehran; IS Atlantic/Reykjavik; IT Europe/Rome; JE
Europe/Jersey; JM America/Jamaica; JO Asia/Amman; JP Asia/Tokyo; KE Africa/Nairobi; KG Asia/Bishkek; KH
Asia/Phnom_Penh; KI Pacific/Tarawa Pacific/Kanton Pacific/Kiritimati; KM Indian/Comoro; KN America/St_Kitts; KP
Asia/Pyongyang; KR Asia/Seoul; KW Asia/Kuwait; KY America/Cayman; KZ Asia/Almaty; LA Asia/Vientiane; LB Asia/Beirut;
LC America/St_Lucia; LI Europe/Vaduz; LK Asia/Colombo; LR Africa/Monrovia; LS Africa/Maseru; LT Europe/Vilnius; LU
Europe/Luxembourg; LV Europe/Riga; LY Africa/Tripoli; MA Africa/Casablanca; MC Europe/Monaco; MD Europe/Chisinau; ME
Europe/Podgorica; MF America/Marigot; MG Indian/Antananarivo; MH Pacific/Majuro Pacific/Kwajalein; MK Europe/Skopje;
ML Africa/Bamako; MM Asia/Yangon; MN Asia/Ulaanbaatar Asia/Hovd; MO Asia/Macau; MP Pacific/Saipan; MQ
America/Martinique; MR Africa/Nouakchott; MS America/Montserrat; MT Europe/Malta; MU Indian/Mauritius; MV
Indian/Maldives; MW Africa/Blantyre; MX America/Mexico_City America/Cancun America/Hermosillo America/Tijuana; MY
Asia/Kuala_Lumpur; MZ Africa/Maputo; NA Africa/Windhoek; NC Pacific/Noumea; NE Africa/Niamey; NF Pacific/Norfolk; NG
Africa/Lagos; NI America/Managua; NL Europe/Amsterdam; NO Europe/Oslo; NP Asia/Kathmandu; NR Pacific/Nauru; NU
Pacific/Niue; NZ Pacific/Auckland; OM Asia/Muscat; PA America/Panama; PE America/Lima; PF Pacific/Tahiti
Pacific/Marquesas Pacific/Gambier; PG Pacific/Port_Moresby Pacific/Bougainville; PH Asia/Manila; PK Asia/Karachi; PL
Europe/Warsaw; PM America/Miquelon; PN Pacific/Pitcairn; PR America/Puerto_Rico; PS Asia/Gaza; PT Europe/Lisbon; PW
Pacific/Palau; PY America/Asuncion; QA Asia/Qatar; RE Indian/Reunion; RO Europe/Bucharest; RS Europe/Belgrade; RU
Europe/Kaliningrad Europe/Moscow Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Novosibirsk Asia/Irkutsk
Asia/Yakutsk Asia/Vladivostok Asia/Magadan Asia/Kamchatka; RW Africa/Kigali; SA Asia/Riyadh; SB Pacific/Guadalcanal;
SC Indian/Mahe; SD Africa/Khartoum; SE Europe/Stockholm; SG Asia/Singapore; SH Atlantic/St_Helena; SI
Europe/Ljubljana; SJ Arctic/Longyearbyen; SK Europe/Bratislava; SL Africa/Freetown; SM Europe/San_Marino; SN
Africa/Dakar; SO Africa/Mogadishu; SR America/Paramaribo; SS Africa/Juba; ST Africa/Sao_Tome; SV
America/El_Salvador; SX America/Lower_Princes; SY Asia/Damascus; SZ Africa/Mbabane; TC America/Grand_Turk; TD
Africa/Ndjamena; TF Indian/Kerguelen; TG Africa/Lome; TH Asia/Bangkok; TJ Asia/Dushanbe; TK Pacific/Fakaofo; TL
Asia/Dili; TM Asia/Ashgabat; TN Africa/Tunis; TO Pacific/Tongatapu; TR Europe/Istanbul; TT America/Port_of_Spain; TV
Pacific/Funafuti; TW Asia/Taipei; TZ Africa/Dar_es_Salaam; UA Europe/Kyiv; UG Africa/Kampala; US America/New_York
America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu; UY
America/Montevideo; UZ Asia/Tashkent; VA Europe/Vatican; VC America/St_Vincent; VE America/Caracas; VG
America/Tortola; VI America/St_Thomas; VN Asia/Ho_Chi_Minh; VU Pacific/Efate; WF Pacific/Wallis; WS Pacific/Apia; YE
Asia/Aden; YT Indian/Mayotte; ZA Africa/Johannesburg; ZM Africa/Lusaka; ZW Africa/Harare
"""

# Large cities that the IANA names leave out, and other names for those that it has.
_ALSO = """
Europe/Berlin: Berlín Munich München Múnich Hamburg Hambourg Hamburgo Cologne Köln Colonia Frankfurt Francfort Stuttgart
  Leipzig Dresden Bremen Hannover Hanover Düsseldorf Nürnberg Freiburg; Europe/Vienna: Wien Vienne Viena Graz Linz
  Salzburg Innsbruck; Europe/Zurich: Zürich Bern Berne Berna Basel Bâle Geneva Genève Genf Ginebra Lausanne;
Europe/Paris: París Lyon Marseille Marsella Toulouse Bordeaux Lille Nantes Strasbourg Straßburg; Europe/London: Londres
  Edinburgh Édimbourg Edimburgo Glasgow Manchester Birmingham Liverpool Bristol Cardiff Wales Scotland England Schottland
  Écosse Escocia Angleterre Inglaterra; Europe/Dublin: Dublín Cork; Europe/Madrid: Barcelona Barcelone Valencia Sevilla
  Seville Séville Bilbao Málaga Zaragoza; Atlantic/Canary: Canarias Tenerife Las_Palmas; Europe/Rome: Rom Roma Milan
  Milano Mailand Milán Naples Neapel Venice Venedig Turin Florence Florenz; Europe/Prague: Prag Praha Praga;
Europe/Warsaw: Warschau Varsovie Varsovia Kraków Krakau; Europe/Brussels: Brüssel Bruxelles Bruselas Antwerp Antwerpen;
Europe/Amsterdam: Ámsterdam Rotterdam Utrecht; Europe/Moscow: Moskau Moscou Moscú; Europe/Lisbon: Lissabon Lisbonne
  Lisboa Porto; Europe/Athens: Athen Athènes Atenas; Europe/Copenhagen: Kopenhagen Copenhague; Europe/Kyiv: Kiev Kiew;
Europe/Stockholm: Estocolmo Göteborg; Europe/Istanbul: Estambul Ankara; America/New_York: NYC Nueva_York Boston
  Philadelphia Washington Miami Atlanta; America/Chicago: Houston Dallas Austin Minneapolis; America/Los_Angeles:
  San_Francisco Seattle Portland San_Diego Las_Vegas; America/Toronto: Montreal Montréal Ottawa Québec;
America/Edmonton: Calgary; America/Mexico_City: Ciudad_de_México; America/Sao_Paulo: Rio_de_Janeiro Brasília Brasilia;
America/Havana: La_Habana La_Havane Havanna; America/Bogota: Medellín; Asia/Kolkata: Calcutta Mumbai Delhi New_Delhi
  Neu_Delhi Bangalore Bengaluru Chennai; Asia/Shanghai: Beijing Peking Pékin Pekín Schanghai; Asia/Tokyo: Tokio Osaka
  Kyoto; Asia/Jerusalem: Tel_Aviv Jérusalem; Australia/Sydney: Canberra; Africa/Johannesburg: Cape_Town Kapstadt Le_Cap
  Pretoria Durban; Africa/Cairo: Kairo Le_Caire El_Cairo; Pacific/Auckland: Wellington; UTC: UTC Z Zulu
"""

# What people write is the same in winter and summer, and in several parts of the world.
_ABBREVIATIONS = {
    "cet": ("Europe/Berlin", "Africa/Algiers"),
    "cest": ("Europe/Berlin",),
    "mez": ("Europe/Berlin",),
    "mesz": ("Europe/Berlin",),
    "wet": ("Europe/Lisbon",),
    "eet": ("Europe/Athens", "Africa/Cairo"),
    "gmt": ("UTC", "Europe/London"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "est": ("America/New_York", "America/Panama"),
    "edt": ("America/New_York",),
    "et": ("America/New_York",),
    "cst": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "cdt": ("America/Chicago",),
    "mst": ("America/Denver", "America/Phoenix"),
    "mdt": ("America/Denver",),
    "pst": ("America/Los_Angeles", "Asia/Manila"),
    "pdt": ("America/Los_Angeles",),
    "msk": ("Europe/Moscow",),
    "jst": ("Asia/Tokyo",),
    "aest": ("Australia/Sydney", "Australia/Brisbane"),
    "aedt": ("Australia/Sydney",),
    "eest": ("Europe/Athens",),
    "ast": ("America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"),
    "hst": ("Pacific/Honolulu",),
    "sast": ("Africa/Johannesburg",),
}
# Cities of the IANA names that are plain words; they are understood with their area, as in "Pacific/Easter".
_NOT_ALONE = frozenset(
    ("easter", "christmas", "center", "troll", "wake", "midway", "reunion", "resolute", "knox", "nome", "mahe")
)
LONGEST = 4  # words in a place name


def _key(name: str) -> str:
    return " ".join(fold(word) for word in name.replace("_", " ").replace("-", " ").replace("'", " ").split())


@lru_cache(maxsize=1)
def _places() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Cities by name, and the zones of countries by ISO 3166 code."""
    cities: dict[str, str] = {}
    area = ""
    for word in _CITIES.split():
        if word.endswith(":"):
            area = word[:-1]
        else:
            if _key(word) not in _NOT_ALONE:
                cities[_key(word)] = f"{area}/{word}"
            cities[f"{area}/{word}".casefold()] = f"{area}/{word}"
    for row in _ALSO.split(";"):
        zone, _, names = row.partition(":")
        cities |= {_key(name): zone.strip() for name in names.split()}
    rows = (row.split() for row in _COUNTRIES.split(";"))
    return cities, {row[0]: tuple(row[1:]) for row in rows}


def place(name: str, table: Language) -> tuple[str, ...]:
    """The zones that a place name (folded words, joined by spaces) can mean; none for a name that is not known."""
    cities, countries = _places()
    for ending in table.city_endings:
        stem = name.removesuffix(ending)
        if stem in cities and (name.endswith(ending)):
            return (cities[stem],)
    return countries.get(table.countries.get(name, ""), ()) if name not in _NOT_ALONE else ()


def abbreviation(name: str) -> tuple[str, ...]:
    """The zones that a folded abbreviation such as "cet" can mean."""
    return _ABBREVIATIONS.get(name, ())


@lru_cache(maxsize=1024)
def iana(name: str) -> str | None:
    """The IANA key for a name with a slash in any capitals; None when no such zone is known here."""
    known = _places()[0].get(name.casefold())
    for key in (known, name, "/".join("_".join(w.capitalize() for w in part.split("_")) for part in name.split("/"))):
        if key is not None:
            try:
                ZoneInfo(key)
            except (KeyError, ValueError, OSError):
                continue
            return key
    return None
