"""The names of the world's zones.

Zone names that several countries use are read as the one whose publishers write them in feeds:
    IST India (not Ireland, Israel) · CST, CDT North America (not China, Cuba) · EST, EDT North America (not
    Australia: AEST) · BST British Summer Time (not Bangladesh) · AST Atlantic (not Arabia) · PST Pacific (not
    the Philippines: PHT) · GST Gulf (not South Georgia) · SST Samoa · ECT Ecuador · WST Western Australia.
Names that are shared evenly, or whose country changed its clock and kept the name (AMT, ALMT, PYT), have no
row: a date with one is a date without a zone. A name is taken literally, EST is five hours behind in July
too: a publisher who writes it in summer has a fixed table. ET, PT and their like follow the season.
"""

from collections.abc import Mapping

from feedwatch.refine.date_tables import fold

# Hours and minutes east of Greenwich → names; a low line is a blank.
_ZONES = {
    "-11:00": "SST",
    "-10:00": "HST HAST TAHT CKT",
    "-09:00": "AKST HADT GAMT",
    "-08:00": "PST AKDT HNP PNT Pacific_Standard_Time",
    "-07:00": "MST PDT HNR HAP Mountain_Standard_Time Pacific_Daylight_Time",
    "-06:00": "CST MDT HNC HAR GALT EAST Central_Standard_Time Mountain_Daylight_Time",
    "-05:00": "EST CDT HNE HAC COT PET ECT EASST ACT Eastern_Standard_Time Central_Daylight_Time",
    "-04:00": "AST EDT HNA HAE VET BOT GYT CLT Eastern_Daylight_Time",
    "-03:30": "NST HNT",
    "-03:00": "ADT HAA BRT ART UYT GFT SRT CLST ROTT FKST PMST",
    "-02:30": "NDT HAT",
    "-02:00": "BRST FNT PMDT WGST",
    "-01:00": "AZOT CVT",
    "+00:00": "GMT UTC UT UCT Z WET ZULU غرينتش جرينتش گرینویچ Greenwich_Mean_Time "
    "Coordinated_Universal_Time",
    "+01:00": "CET MET MEZ BST WEST WAT HEC Central_European_Time British_Summer_Time",
    "+02:00": "CEST CEDT CETDST MEST MESZ EET OEZ SAST CAT HNEC Central_European_Summer_Time",
    "+03:00": "EEST EEDT OESZ MSK МСК TRT TSİ EAT IDT SYOT Moscow_Time Moscow_Standard_Time",
    "+03:30": "IRST",
    "+04:00": "MSD GST AZT GET SAMT RET MUT SCT",
    "+04:30": "AFT IRDT",
    "+05:00": "PKT UZT TMT TJT YEKT MVT",
    "+05:30": "IST SLST India_Standard_Time Indian_Standard_Time",
    "+05:45": "NPT",
    "+06:00": "BDT BTT KGT OMST IOT",
    "+06:30": "MMT CCT",
    "+07:00": "ICT WIB KRAT NOVT HOVT CXT",
    "+08:00": "HKT SGT MYT PHT AWST WST WITA IRKT ULAT BNT 北京时间 北京時間 China_Standard_Time "
    "Singapore_Time Hong_Kong_Time",
    "+09:00": "JST KST WIT YAKT TLT PWT AWDT Japan_Standard_Time Korean_Standard_Time",
    "+09:30": "ACST",
    "+10:00": "AEST VLAT PGT CHST",
    "+10:30": "ACDT",
    "+11:00": "AEDT MAGT SAKT SRET NCT VUT SBT",
    "+12:00": "NZST FJT PETT ANAT TVT GILT",
    "+12:45": "CHAST",
    "+13:00": "NZDT TOT PHOT TKT",
    "+13:45": "CHADT",
    "+14:00": "LINT",
}


def _minutes(offset: str) -> int:
    return (-1 if offset[0] == "-" else 1) * (int(offset[1:3]) * 60 + int(offset[4:6]))


# RFC 822 § 5.1 (RSS dates are RFC 822): A to M are west of Greenwich, N to Y east, J is not used.
_LETTER_ZONES = {
    **{letter: -60 * hours for hours, letter in enumerate("abcdefghiklm", 1)},
    **{letter: 60 * hours for hours, letter in enumerate("nopqrstuvwxy", 1)},
}
ZONES: Mapping[str, int] = _LETTER_ZONES | {
    fold(name.replace("_", " ")): _minutes(offset)
    for offset, names in _ZONES.items()
    for name in names.split()
}
"""Folded zone name → minutes east of Greenwich."""

SEASONAL_ZONES: Mapping[str, str] = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "est5edt": "America/New_York",
    "cst6cdt": "America/Chicago",
    "mst7mdt": "America/Denver",
    "pst8pdt": "America/Los_Angeles",
    "nzt": "Pacific/Auckland",
    "aet": "Australia/Sydney",
}
"""Folded zone name whose offset follows the season → IANA name."""
