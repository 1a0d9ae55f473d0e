"""Waivers: a difference that is meant, with its reason."""

from promosite.findings import Finding, Source
from promosite.model.items import Waiver
from tests.parity.texts import EN, compared, told


def fact(text: str) -> Waiver:
    return Waiver.model_validate({"fact": text, "reason": {"en": "Of no use abroad."}})


def build(part: str) -> Waiver:
    return Waiver.model_validate({"structure": part, "reason": "Of no use abroad."})


def unused(name: str, line: int = 5) -> Finding:
    return Finding("parity-waiver-unused", Source(EN, line, 5), {"found": name})


def test_a_fact_that_is_left_out() -> None:
    vi, en = "Báo cáo trước ngày 15/11 hằng năm.", "Reports each year."
    assert told(compared(vi, en)) == [("parity-fact-missing", "ngày 15/11", "")]
    for name in ("ngày 15/11", "15/11", "15 November", "*-11-15"):
        assert compared(vi, en, [fact(name)]) == []


def test_a_fact_that_is_added() -> None:
    assert compared("Một xã.", "A commune of 20 km².", [fact("20 km²")]) == []


def test_a_fact_that_is_changed_needs_both() -> None:
    vi, en = "Giá 279 triệu đồng.", "A price of USD 11,000."
    assert told(compared(vi, en, [fact("279 triệu đồng")])) == [("parity-fact-added", "", "USD 11,000")]
    assert compared(vi, en, [fact("279 triệu đồng"), fact("USD 11,000")]) == []


def test_a_waiver_covers_no_other_fact() -> None:
    vi, en = "Có 5 xã, 7 huyện.", "Communes and districts."
    assert told(compared(vi, en, [fact("5")])) == [("parity-fact-missing", "7", "")]


def test_both_ends_of_a_range_by_its_words() -> None:
    assert compared("Từ ngày 27 đến ngày 29/12/2024.", "At that time.", [fact("ngày 27 đến ngày 29/12/2024")]) == []


def test_a_part_of_the_build() -> None:
    vi, en = "| a |\n|---|\n| b |\n\n[a](a.md)", "b [a](a.md)"
    assert compared(vi, en, [build("tables")]) == []
    assert [one.params["part"] for one in compared(vi, en, [build("links")]) if one.params.get("part")] == ["tables"]


def test_a_waiver_that_waives_nothing_is_a_warning() -> None:
    found = compared("Có 5 xã.", "5 communes.", [fact("5"), build("tables")])
    assert found == [unused("5"), unused("tables", 6)]
    assert {one.severity for one in found} == {"warning"}
