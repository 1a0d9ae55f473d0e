"""Certificates: 36 months from the day of issue, the last day included, and what is shown of them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.generate.certificates import clock
from promosite.model.certificates import add_months, certificate_state, next_change
from promosite.model.items import Certificate
from tests.worlds import glance, product


def decided(day: str) -> Certificate:
    return Certificate.model_validate({"stars": 4, "status": "decision", "source": "a", "certified_on": day})


@pytest.mark.parametrize(
    ("issued", "day", "state"),
    [
        # 36 months end on 2027-05-02; the last 90 days begin on 2027-02-01.
        ("2024-05-02", "2024-05-02", "valid"),
        ("2024-05-02", "2027-01-31", "valid"),
        ("2024-05-02", "2027-02-01", "ending"),
        ("2024-05-02", "2027-05-01", "ending"),
        ("2024-05-02", "2027-05-02", "ending"),
        ("2024-05-02", "2027-05-03", "ended"),
        ("2024-05-02", "2030-01-01", "ended"),
        # A leap day has no like in the third year after it.
        ("2024-02-29", "2026-11-29", "valid"),
        ("2024-02-29", "2026-11-30", "ending"),
        ("2024-02-29", "2027-02-28", "ending"),
        ("2024-02-29", "2027-03-01", "ended"),
        ("2021-02-28", "2024-02-28", "ending"),
        ("2021-02-28", "2024-02-29", "ended"),
    ],
)
def test_states(issued: str, day: str, state: str) -> None:
    assert certificate_state(decided(issued), date.fromisoformat(day)) == state


@pytest.mark.parametrize(
    ("day", "change"),
    [
        ("2024-05-02", "2027-02-01"),
        ("2027-01-31", "2027-02-01"),
        ("2027-02-01", "2027-05-03"),
        ("2027-05-02", "2027-05-03"),
        ("2027-05-03", None),
    ],
)
def test_when_a_state_changes(day: str, change: str | None) -> None:
    found = next_change(decided("2024-05-02"), date.fromisoformat(day))
    assert found == (date.fromisoformat(change) if change else None)
    if found:
        before, after = found - timedelta(days=1), found
        certificate = decided("2024-05-02")
        assert certificate_state(certificate, before) == certificate_state(certificate, date.fromisoformat(day))
        assert certificate_state(certificate, before) != certificate_state(certificate, after)


def test_what_is_unknown_does_not_change() -> None:
    reported = Certificate.model_validate({"stars": 3, "status": "reported", "source": "a", "year": 2025})
    assert next_change(reported, date(2025, 6, 1)) is None


@pytest.mark.parametrize(
    ("day", "now"), [("2020-01-01", 0), ("2024-05-02", 0), ("2027-05-02", 360), ("2040-01-01", 360)]
)
def test_the_bar_has_two_ends(tmp_path: Path, day: str, now: int) -> None:
    site = replace(glance(tmp_path).site, moment=datetime.fromisoformat(f"{day}T12:00+07:00"))
    shown = clock(site, decided("2024-05-02"), "vi")
    assert shown and (shown["now"], shown["ending"], shown["length"]) == (now, 330, 360)


def test_without_a_day_nothing_is_said() -> None:
    reported = Certificate.model_validate({"stars": 3, "status": "reported", "source": "a", "year": 2025})
    assert certificate_state(reported, date(2025, 6, 1)) == "unknown"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-05-02", 36, "2027-05-02"),
        ("2024-02-29", 36, "2027-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2024-12-01", 1, "2025-01-01"),
        ("2024-05-02", 0, "2024-05-02"),
    ],
)
def test_months_on(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == expected


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 600))
def test_months_on_stay_in_their_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


SOURCE = {"id": "bao-mau", "number": 1}
DECIDED = (
    '{stars: 4, status: decision, source: bao-mau, decision_no: "1/QĐ", '
    "authority: {vi: UBND tỉnh, en: People's Committee}, certified_on: 2024-05-02}"
)


@pytest.mark.parametrize(
    ("certificate", "lang", "expected"),
    [
        (None, "en", None),
        (
            "{stars: 3, status: reported, year: 2025, source: bao-mau}",
            "en",
            {
                "text": "3-star (as reported in 2025; decision not on record)",
                "state": "unknown",
                "decision": None,
                "authority": None,
                "clock": None,
                "source": SOURCE,
            },
        ),
        (
            DECIDED,
            "en",
            {
                "text": "OCOP 4-star",
                "state": "valid",
                "decision": "1/QĐ",
                "authority": "People's Committee",
                "clock": {
                    "from": {"iso": "2024-05-02", "text": "2 May 2024"},
                    "until": {"iso": "2027-05-02", "text": "2 May 2027"},
                    "built": "2026-11-22",
                    "as_of": "22 November 2026",
                    "ending_days": 90,
                    "now": 307,
                    "ending": 330,
                    "length": 360,
                },
                "source": SOURCE,
            },
        ),
        (
            DECIDED,
            "vi",
            {
                "text": "OCOP 4 sao",
                "state": "valid",
                "decision": "1/QĐ",
                "authority": "UBND tỉnh",
                "clock": {
                    "from": {"iso": "2024-05-02", "text": "ngày 02 tháng 5 năm 2024"},
                    "until": {"iso": "2027-05-02", "text": "ngày 02 tháng 5 năm 2027"},
                    "built": "2026-11-22",
                    "as_of": "ngày 22 tháng 11 năm 2026",
                    "ending_days": 90,
                    "now": 307,
                    "ending": 330,
                    "length": 360,
                },
                "source": SOURCE,
            },
        ),
    ],
)
def test_what_is_shown(tmp_path: Path, certificate: str | None, lang: str, expected: Any) -> None:
    own = {"content/vi/products/muoi-mau.md": product(certificate=certificate)}
    view = glance(tmp_path, own).page(lang, "products/muoi-mau/").header["view"]
    shown = view["passport"]["certificate"]
    assert (expected is None) is (shown is None)
    assert expected is None or {key: shown[key] for key in expected} == expected


def test_a_passport_shows_its_gaps(tmp_path: Path) -> None:
    own = {
        "content/vi/products/muoi-mau.md": product(
            group="I.4.b",
            group_basis="inferred",
            producer="{name: HTX Mẫu, type: htx, place: tinh-mau, source: bao-mau}",
            protection='[{type: gi, name: Mẫu, number: "00064", date: 2018-02, source: bao-mau}]',
            trade="{season: {vi: Tháng 3, en: March, source: bao-mau, as_of: 2020}, pack: {vi: Túi, source: bao-mau}}",
        )
    }
    shown = glance(tmp_path, own).page("en", "products/muoi-mau/").header["view"]["passport"]
    assert shown["group"] == {"code": "I.4.b", "name": "Food: other condiments and spices", "inferred": True}
    assert shown["producer"]["type"] == "cooperative"
    place = {"id": "tinh-mau", "then": "Sample Province", "until": "30 June 2025", "now": None}
    assert shown["producer"]["place"] == place | {"address": "en/places/", "in_use": False, "within": None}
    assert shown["protection"] == [
        {
            "type": "Geographical indication",
            "name": "Mẫu",
            "number": "00064",
            "decision": None,
            "date": "February 2018",
            "source": SOURCE,
        }
    ]
    answers = {row["label"]: row["value"] for row in shown["trade"]}
    assert answers == {
        "Packaging": {"text": "Túi", "lang": "vi"},
        "Shelf life": None,
        "Storage": None,
        "Ingredients": None,
        "Season": {"text": "March", "lang": None},
        "Capacity": None,
        "Standards": None,
        "Markets": None,
    }
    assert next(row for row in shown["trade"] if row["label"] == "Season")["as_of"] == "2020"
