"""British spelling: American forms from a short, sure list; names keep theirs."""

import re
from collections.abc import Iterator

from promosite.findings import Finding, finding
from promosite.wording.passages import Passage
from promosite.wording.wordlist import words

IZE = words("""
    advert apolog capital central character civil colon commercial computer critic crystall custom decentral digit
    econom emphas equal familiar fertil final formal general global harmon hybrid immun industrial initial institutional
    ital legal local material maxim mechan memor minim mobil modern national neutral normal optim organ pasteur
    patron personal popular priorit privat public real recogn reorgan revolution sensit social special stabil
    standard steril subsid summar symbol synchron urban util visual
""")
IZE_ENDINGS = words("ize izes ized izing izer izers ization izations izational")
OUR = words("behavior color endeavor favor flavor harbor honor humor labor neighbor odor rumor savor vapor")
OUR_ENDINGS = ("", *words("s ed ing ful fully ite ites able ably er ers hood hoods y al"))
DOUBLED = words("cancel counsel fuel jewel label level marshal model signal travel")
DOUBLED_ENDINGS = ("ed", "ing", "er", "ers")

WORDS = """
    center:centre centers:centres centered:centred centering:centring theater:theatre theaters:theatres
    fiber:fibre fibers:fibres liter:litre liters:litres meter:metre meters:metres
    kilometer:kilometre kilometers:kilometres centimeter:centimetre centimeters:centimetres
    millimeter:millimetre millimeters:millimetres program:programme programs:programmes
    analyze:analyse analyzes:analyses analyzed:analysed analyzing:analysing analyzer:analyser
    catalog:catalogue catalogs:catalogues cataloged:catalogued defense:defence defenses:defences
    offense:offence offenses:offences jewelry:jewellery aluminum:aluminium gray:grey grayish:greyish
    specialty:speciality specialties:specialities enrollment:enrolment fulfill:fulfil fulfillment:fulfilment
    skillful:skilful installment:instalment plow:plough cozy:cosy
"""
"""American form and British form."""


def _american() -> dict[str, str]:
    found = dict(pair.split(":") for pair in words(WORDS))
    found |= {stem + ending: stem + ending.replace("z", "s") for stem in IZE for ending in IZE_ENDINGS}
    found |= {stem + ending: f"{stem[:-2]}our{ending}" for stem in OUR for ending in OUR_ENDINGS}
    found |= {stem + ending: f"{stem}l{ending}" for stem in DOUBLED for ending in DOUBLED_ENDINGS}
    return found


AMERICAN = _american()
WORD = re.compile(r"(?<![\w-])[A-Za-z]{4,}(?!\w)")

MEASURED = re.compile(r"(?:\d[\d.,]*|square|cubic|per|thousand|million|hundred|few)[\s-]+$", re.IGNORECASE)
"""What makes a meter a measure of length and not a device."""
SOFTWARE = re.compile(r"\b(?:computer|software|antivirus|compiled)\s+$", re.IGNORECASE)
NAME_GOES_ON = re.compile(r"\s+(?:(?:of|for|and|on)\s+(?:the\s+)?)?[A-Z]")
BEGINS = re.compile(r"(?:^|[.!?:;]\s+|\n[\s#>*|+-]*|^[\s#>*|+-]+|\|\s*)$")
"""What stands before the first word of a sentence, a heading, a cell or an entry of a list."""


def check_british(passage: Passage) -> Iterator[Finding]:
    """Yield American spellings in running English with their British form."""
    if AMERICAN.keys().isdisjoint(passage.words):
        return
    text = passage.unquoted
    for match in WORD.finditer(text):
        british = AMERICAN.get(match[0].lower())
        if british and not _is_name(text, match) and not _is_right(text, match):
            place = passage.at(match.start())
            yield finding("word-british", place, found=match[0], expected=_in_case(british, match[0]))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """A capital inside a sentence, or at its beginning with more of a name behind it, belongs to a name."""
    if not match[0][0].isupper():
        return False
    before = text[max(0, match.start() - 20) : match.start()]
    return not BEGINS.search(before) or NAME_GOES_ON.match(text, match.end()) is not None


def _is_right(text: str, match: re.Match[str]) -> bool:
    word, before = match[0].lower(), text[max(0, match.start() - 20) : match.start()]
    if word in ("meter", "meters"):
        return MEASURED.search(before) is None
    return word.startswith("program") and SOFTWARE.search(before) is not None


def _in_case(right: str, word: str) -> str:
    if word.isupper():
        return right.upper()
    return right.capitalize() if word[0].isupper() else right
