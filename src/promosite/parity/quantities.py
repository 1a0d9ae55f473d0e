"""Numbers with scale, unit and denominator, and what neighbours in a range or list lend each other."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from promosite.parity.amounts import CURRENCIES, amount, number_key
from promosite.parity.facts import Reading, Sighting
from promosite.parity.scan import BREAK, Places, matches

LENDABLE = 1000
"""A number without scale takes that of its neighbour only below this: `500.000 đến 2 triệu` says both in full."""
YEARS = range(1900, 2101)
WRITTEN = {
    group: re.compile(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{decimal}\d+)?|\d+(?:\{decimal}\d+)?")
    for group, decimal in ((".", ","), (",", "."))
}
"""Digits by what parts their thousands."""
MINUS = re.compile(r"(?<!\w)(?:[Mm]inus|[Ââ]m)\s$")
HYPHEN = re.compile(r"(.?)\s?-$")


def written(writings: Iterable[str]) -> str:
    """Return a pattern for any of some writings, the longest first; a word must end where it ends."""
    ordered = sorted(writings, key=lambda writing: (-len(writing), writing))
    words = "|".join(re.escape(writing).replace(r"\ ", r"\s+") for writing in ordered if writing[-1].isalnum())
    signs = "|".join(re.escape(writing) for writing in ordered if not writing[-1].isalnum())
    return rf"(?:(?:{words})(?!\w)|{signs})" if signs else rf"(?:(?:{words})(?!\w))"


@dataclass(slots=True)
class Number:
    """A number on the way to its reading."""

    start: int
    end: int
    value: Decimal
    scale: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    in_words: bool = False
    claims: bool = True
    raw: str = ""
    four_digits: bool = False
    scale_borrowed: bool = False
    unit_borrowed: bool = False

    @property
    def total(self) -> Decimal:
        """Return the value with its scale."""
        return self.value * (self.scale or 1)

    @property
    def may_be_year(self) -> bool:
        """Tell whether this may be a year, which takes no unit from a neighbour."""
        return self.four_digits and self.scale is None and self.value in YEARS

    def reading(self, also_currency: str | None) -> Reading:
        """Return the finished reading."""
        if self.raw:
            return Reading(f"number:{self.raw}")
        also = []
        if also_currency and self.scale and not self.unit:
            also.append(number_key(self.total, also_currency))
        if self.scale_borrowed:
            also += [number_key(self.value, self.unit), number_key(self.value), number_key(self.total)]
        return amount(self.total, self.unit, self.per, borrowed=self.unit_borrowed, claims=self.claims, also=also)


@dataclass(frozen=True)
class Notation:
    """How one language writes quantities."""

    pattern: "re.Pattern[str]"
    """Groups `digits` or `words`, then `scale`, `half`, `unit` and `per`."""
    starts: frozenset[str]
    group: str
    decimal: str
    forgiving: bool
    """Whether `12.5` where a comma is due is still read: it cannot be a group of thousands."""
    words: Callable[["re.Match[str]"], tuple[Decimal, bool] | None]
    """Value of the number in words of a match, and whether it claims; None where it is no number."""
    scales: Mapping[str, Decimal]
    units: Mapping[str, str]
    prefixes: tuple[str, ...]
    """The currencies that may stand before the number."""
    million: str
    """What stands for a million behind a number that has a currency: `m` in English."""
    span: "re.Pattern[str]"
    """What stands between the two ends of a range."""
    either: "re.Pattern[str]"
    """What stands between the ends of a range or the members of a list."""
    implied: str | None = None
    """The currency that a large number without unit may be about."""

    @cached_property
    def prefix(self) -> "re.Pattern[str]":
        """A currency at the end of what stands before a number."""
        return re.compile(rf"({'|'.join(map(re.escape, self.prefixes))})\s?$")

    @cached_property
    def prefix_ends(self) -> frozenset[str]:
        """The last signs of the currencies."""
        return frozenset(prefix[-1] for prefix in self.prefixes)

    def scan(self, text: str, places: Places) -> Iterator[Sighting]:
        """Yield every number of a text."""
        found = matches(self.pattern, self.starts, text, places)
        numbers = [one for match in found if (one := self._number(match, text))]
        numbers = self._joined(numbers, text)
        self._lend(numbers, text)
        for one in numbers:
            yield Sighting(one.start, one.end, one.reading(self.implied))

    def _number(self, match: "re.Match[str]", text: str) -> Number | None:
        digits, scale, unit, per, half = match.group("digits", "scale", "unit", "per", "half")
        number = self._in_digits(match, digits) if digits else self._in_words(match)
        if number is None:
            return None
        number.scale = self.scales[" ".join(scale.lower().split())] if scale else None
        number.unit = self._known(unit) if unit else None
        number.per = self._known(per) if per else None
        if half:
            number.value += Decimal("0.5")
        before = _before(text, number.start)
        if sign := _sign(before, number.unit):
            number.value, number.start = -number.value, number.start - len(sign)
            before = _before(text, number.start)
        if before.rstrip()[-1:] in self.prefix_ends and (currency := self.prefix.search(before)):
            number.start -= len(before) - currency.start()
            self._give_currency(number, currency[1], unit)
        return number

    def _give_currency(self, number: Number, currency: str, unit: str | None) -> None:
        if unit == self.million:
            number.scale, number.unit = Decimal(10**6), None
        number.unit = number.unit or self._known(currency)

    def _known(self, unit: str) -> str:
        words = " ".join(unit.split())
        return self.units.get(words) or self.units[words.lower()]

    def _in_digits(self, match: "re.Match[str]", written: str) -> Number:
        value = self.value_of(written)
        four_digits = len(written) == 4 and written.isdecimal()
        number = Number(match.start(), match.end(), value or Decimal(0), four_digits=four_digits)
        if value is None:
            number.raw = f"{written} (?)"
        elif len(written) > 2 and written[0] == "0" and written.isdecimal():
            number.raw = written
        return number

    def value_of(self, written: str) -> Decimal | None:
        """Return the value of digits in this notation; None for what is not written in it."""
        if written.isdecimal():
            return Decimal(written)
        if WRITTEN[self.group].fullmatch(written):
            return Decimal(written.replace(self.group, "").replace(self.decimal, "."))
        if self.forgiving and written.count(self.group) == 1 and self.decimal not in written:
            return Decimal(written)
        return None

    def _in_words(self, match: "re.Match[str]") -> Number | None:
        found = self.words(match)
        if found is None:
            return None
        value, claims = found
        return Number(match.start(), match.end(), value, in_words=True, claims=claims)

    def _joined(self, numbers: list[Number], text: str) -> list[Number]:
        """Add what belongs together: `1 tỷ 200 triệu` is one number."""
        joined: list[Number] = []
        for number in numbers:
            before = joined[-1] if joined else None
            if before and _continues(before, number, text):
                before.value, before.scale = before.total + number.total, Decimal(1)
                before.unit, before.per, before.end = number.unit, number.per, number.end
            else:
                joined.append(number)
        return joined

    def _lend(self, numbers: list[Number], text: str) -> None:
        """Let the ends of a range and the members of a list share unit and scale: `3,2-5,8 mm`."""
        pairs = list(pairwise(numbers))
        for left, right in reversed(pairs):
            joiner = self.span if right.unit in CURRENCIES else self.either
            if joiner.fullmatch(text, left.end, right.start):
                _share(left, right)
        for left, right in pairs:
            if left.unit in CURRENCIES and self.span.fullmatch(text, left.end, right.start):
                _share(right, left)


def _continues(before: Number, number: Number, text: str) -> bool:
    if before.unit or before.raw or not before.scale or text[before.end : number.start].strip():
        return False
    smaller = number.scale is not None and number.scale < before.scale
    return smaller or (before.in_words and number.in_words and number.scale is None and number.value < before.scale)


def _before(text: str, start: int) -> str:
    """Return the few signs before a place in which a currency or a minus may stand."""
    return text[max(0, start - 8) : start].rpartition(BREAK)[2]


def _sign(before: str, unit: str | None) -> str:
    """Return the sign of a number below zero behind some text; most hyphens before a number are no sign."""
    if before[-1:].isspace() and (minus := MINUS.search(before)):
        return minus[0]
    hyphen = HYPHEN.search(before) if "-" in before[-2:] else None
    if hyphen is None:
        return ""
    cold = unit in ("°C", "°") and not re.match(r"[\d\x01%C°]", hyphen[1])
    return "-" if cold or hyphen[1] in ("", "(", ":") else ""


def _share(poor: Number, rich: Number) -> None:
    """Give `poor` the unit and scale of `rich` where it has none of its own."""
    if poor.raw or rich.raw or (poor.may_be_year and not rich.scale):
        return
    if rich.scale and not poor.scale and abs(poor.value) < LENDABLE and (not poor.unit or poor.unit in CURRENCIES):
        poor.scale = rich.scale
        poor.scale_borrowed = True
    if rich.unit and not poor.unit:
        poor.unit, poor.per = rich.unit, poor.per or rich.per
        poor.unit_borrowed = True
