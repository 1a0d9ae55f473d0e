"""Amounts: a number with its unit, brought to one unit for each dimension, so that 50 tạ and 5 tonnes are equal."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from promosite.parity.facts import Reading

UNITS: Mapping[str, tuple[str, Decimal]] = {
    name: (base, Decimal(factor))
    for base, members in {
        "%": {"%": "1"},
        "pp": {"pp": "1"},
        "m": {"nm": "1e-9", "µm": "1e-6", "mm": "0.001", "cm": "0.01", "dm": "0.1", "m": "1", "km": "1000"},
        "nmi": {"nmi": "1"},
        "mile": {"mile": "1"},
        "m²": {"cm²": "0.0001", "m²": "1", "ha": "10000", "km²": "1000000"},
        "acre": {"acre": "1"},
        "l": {"ml": "0.001", "l": "1", "m³": "1000"},
        "kg": {"mg": "0.000001", "g": "0.001", "kg": "1", "quintal": "100", "t": "1000"},
        "s": {"s": "1"},
        "min": {"min": "1", "h": "60"},
        "day": {"day": "1", "week": "7"},
        "month": {"month": "1", "year": "12", "decade": "120", "century": "1200"},
        "W": {"W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000"},
        "Wp": {"kWp": "1000", "MWp": "1000000"},
        "Wh": {"kWh": "1000", "MWh": "1000000", "GWh": "1000000000"},
        "°C": {"°C": "1"},
        "°": {"°": "1"},
        "star": {"star": "1"},
    }.items()
    for name, factor in members.items()
}
"""Unit → unit of its dimension, and how many of those it is."""

CURRENCIES = frozenset({"VND", "USD", "EUR", "JPY", "GBP", "KRW", "CNY", "SGD", "AUD", "THB"})
LOOSE = frozenset({"s", "min", "day", "month"})
"""Spans of time. Languages leave their unit unsaid or say it differently (`aged 25`, `từ 20 xuống 15 ngày`, `10th`), so
a span also stands for its bare number; two different spans are never equal."""


@lru_cache(maxsize=10_000)
def plain(number: Decimal) -> str:
    """Return a number without exponent and closing zeros; 4.0 and 4 are one number."""
    text = f"{number.normalize():f}"
    return "0" if text == "-0" else text


@lru_cache(maxsize=10_000)
def number_key(number: Decimal, unit: str | None = None, per: str | None = None) -> str:
    """Return the key of an amount, its unit brought to the one of its dimension."""
    base, factor = UNITS.get(unit or "", (unit, Decimal(1)))
    tail = "".join([f" {base}" if base else "", f"/{per}" if per else ""])
    return f"number:{plain(number * factor)}{tail}"


def amount(
    number: Decimal,
    unit: str | None = None,
    per: str | None = None,
    *,
    borrowed: bool = False,
    claims: bool = True,
    also: Iterable[str] = (),
) -> Reading:
    """Return the reading of an amount.

    An amount per something also stands for the amount alone, since only some writings attach it; one whose unit is
    `borrowed` from its neighbour in a range or list also stands for the bare number.
    """
    others = set(also)
    if per:
        others.add(number_key(number, unit))
    if unit and (borrowed or UNITS.get(unit, (unit, 1))[0] in LOOSE):
        others.add(number_key(number))
    return Reading(number_key(number, unit, per), tuple(sorted(others)), claims)
