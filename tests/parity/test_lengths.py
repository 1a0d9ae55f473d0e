"""A translation that leaves most of a text out is none of the whole."""

from datetime import date

import pytest

from promosite.model.items import Item, ItemText, Kind, NewsFacts, Tier, Waiver
from tests.parity.texts import compared

VI = "Hội chợ mẫu mở cửa từ sáng tới chiều, người xem được nếm muối mẫu và xem cách làm muối trên ruộng."
EN = "The sample fair was open from morning to afternoon; visitors tasted salt and saw how it is made."
FIVE, WHOLE = "\n\n".join([VI] * 5), "\n\n".join([EN] * 5)
TABLE = "\n\n" + "\n".join(["| a | b |", "|---|---|", *["| muối mẫu | muối của ruộng |"] * 20])
LENGTHS = [
    ("the whole text", FIVE, WHOLE, Tier.FULL, []),
    ("in fewer paragraphs", FIVE, " ".join([EN] * 5), Tier.FULL, []),
    ("one sentence of five paragraphs", FIVE, EN, Tier.SUMMARY, [(10, "494", "96", "")]),
    ("half of it", FIVE, "\n\n".join([EN] * 2), Tier.SUMMARY, [(10, "494", "193", "")]),
    ("a short text", "Muối mẫu được bán tại hội chợ.", "Salt.", Tier.FULL, []),
    ("nothing said but in a remark", FIVE, f"{EN}\n\n<!-- {WHOLE} -->", Tier.SUMMARY, [(10, "494", "96", "")]),
    ("a table that is left out", VI + TABLE, EN, Tier.FULL, []),
    (
        "an introduction that is left out",
        f"{VI} {VI}\n\n## Hai\n\n{FIVE}",
        f"Later.\n\n## Two\n\n{WHOLE}",
        Tier.FULL,
        [(10, "197", "6", "")],
    ),
    (
        "a section that is left out",
        f"## Một\n\n{FIVE}\n\n## Hai\n\n{VI} {VI}",
        f"## One\n\n{WHOLE}\n\n## Two\n\nLater.",
        Tier.FULL,
        [(22, "200", "9", "Two")],
    ),
]


def tier(vi: str, other: str, lang: str = "en") -> Tier:
    texts = {
        one: ItemText(lang=one, title="–", summary="–", body=body, path=f"{one}.md", body_line=10)
        for one, body in (("vi", vi), (lang, other))
    }
    return Item(kind=Kind.NEWS, slug="x", facts=NewsFacts(published=date(2024, 1, 2)), texts=texts).tier(lang)


@pytest.mark.parametrize(
    ("vi", "en", "expected", "found"), [one[1:] for one in LENGTHS], ids=[one[0] for one in LENGTHS]
)
def test_lengths(vi: str, en: str, expected: Tier, found: list[tuple[int, str, str, str]]) -> None:
    told = [one for one in compared(vi, en) if one.code == "translation-short"]
    said = [(one.source.line, one.params["expected"], one.params["found"], one.params.get("part", "")) for one in told]
    assert (tier(vi, en), said) == (expected, found)
    assert {one.severity for one in told} <= {"warning"}


@pytest.mark.parametrize(
    ("vi", "en", "found"),
    [
        (VI, f"{EN} {EN}", []),
        (VI, WHOLE, [("98", "484")]),
        ("", EN, []),
        ("", f"{EN} {EN}", [("0", "193")]),
        ("Muối.", "Sample salt was sold.", []),
    ],
)
def test_a_translation_that_says_much_more(vi: str, en: str, found: list[tuple[str, str]]) -> None:
    told = [one for one in compared(vi, en) if one.code == "translation-long"]
    assert [(one.params["expected"], one.params["found"]) for one in told] == found
    assert {one.severity for one in told} <= {"warning"}


def test_a_language_that_was_not_measured_is_not_judged_by_its_length() -> None:
    assert tier(FIVE, EN, "zh") is Tier.FULL


def test_a_waiver_with_its_reason() -> None:
    waiver = Waiver.model_validate({"structure": "length", "reason": "The rest is for staff."})
    assert compared(FIVE, EN, [waiver]) == []
    assert [one.code for one in compared(FIVE, WHOLE, [waiver])] == ["parity-waiver-unused"]
