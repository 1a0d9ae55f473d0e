"""Partial dates, full dates and quarters."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from promosite.model.dates import Day, DayOfYear, PartialDate, Quarter, day_in, quarters_between

DAYS = st.dates(min_value=date(1, 1, 1))
DAY_OF_YEAR: TypeAdapter[str] = TypeAdapter(DayOfYear)


@pytest.mark.parametrize(
    ("text", "expected", "first_day"),
    [
        ("2024-05-21", PartialDate(2024, 5, 21), date(2024, 5, 21)),
        ("2024-02-29", PartialDate(2024, 2, 29), date(2024, 2, 29)),
        ("2024-05", PartialDate(2024, 5), date(2024, 5, 1)),
        ("2024", PartialDate(2024), date(2024, 1, 1)),
        ("0001", PartialDate(1), date(1, 1, 1)),
    ],
)
def test_a_partial_date_keeps_what_is_known(text: str, expected: PartialDate, first_day: date) -> None:
    found = PartialDate.parse(text)
    assert (found, str(found), found.first_day) == (expected, text, first_day)


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("2024-05-21", date(2024, 5, 21)),
        ("2024-02", date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 28)),
        ("2024-12", date(2024, 12, 31)),
        ("2024", date(2024, 12, 31)),
    ],
)
def test_the_last_day_that_it_may_be(text: str, last_day: date) -> None:
    assert PartialDate.parse(text).last_day == last_day


@given(DAYS)
def test_a_full_date_has_one_day(day: date) -> None:
    found = PartialDate(day.year, day.month, day.day)
    assert found.first_day == found.last_day == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-5",
        "2024-05-1",
        "2024-13",
        "2024-00",
        "2024-02-30",
        "2023-02-29",
        "2024-05-00",
        "0000",
        "20240521",
        "2024-05-21T00:00",
        "21/05/2024",
        "2024/05",
        " 2024",
        "2024\n",
        "-2024",
        "2024-",
        "２０２４",
        "٢٠٢٤-٠٥",
    ],
)
def test_what_is_no_partial_date(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(text)


@given(DAYS, st.integers(1, 3))
def test_a_partial_date_is_read_as_it_was_written(day: date, precision: int) -> None:
    known = PartialDate(*(day.year, day.month, day.day)[:precision])
    assert PartialDate.parse(str(known)) == known


@given(st.one_of(st.text(), st.from_regex(r"\d{4}(-\d{2}){0,2}\n?", fullmatch=True)))
def test_any_text_is_a_partial_date_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("value", ["2024-05-21", date(2024, 5, 21)])
def test_a_full_date(value: object) -> None:
    assert TypeAdapter(Day).validate_python(value) == date(2024, 5, 21)


@pytest.mark.parametrize(
    "value", [None, 2024, "2024", "2024-05", "2024-02-30", "21/05/2024", "20240521", "2024-W21-2", "٢٠٢٤-٠٥-٢١", True]
)
def test_what_is_no_full_date(value: object) -> None:
    with pytest.raises(ValidationError) as refusal:
        TypeAdapter(Day).validate_python(value)
    assert [one["type"] for one in refusal.value.errors()] == ["full_date"]


@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_lies_in_its_quarter(month: int) -> None:
    number = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3, 9: 3, 10: 4, 11: 4, 12: 4}[month]
    first, last = date(2024, month, 1), date(2024 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    assert [Quarter.of(first), Quarter.of(last)] == [Quarter(2024, number)] * 2


@pytest.mark.parametrize(
    "text", ["", "2024", "Q1", "2024Q1", "2024-Q0", "2024-Q5", "2024-q1", "2024-1", "24-Q1", "2024-Q1 ", "٢٠٢٤-Q1"]
)
def test_what_is_no_quarter(text: str) -> None:
    with pytest.raises(ValueError):
        Quarter.parse(text)


@given(st.integers(0, 9999), st.integers(1, 4))
def test_a_quarter_is_read_as_it_was_written(year: int, number: int) -> None:
    quarter = Quarter(year, number)
    assert Quarter.parse(str(quarter)) == quarter


@given(DAYS, DAYS)
def test_quarters_are_in_the_order_of_their_days(one: date, other: date) -> None:
    assert (Quarter.of(one) <= Quarter.of(other)) or one > other


@given(DAYS.filter(lambda day: day.year < 9990))
def test_the_next_quarter_begins_when_this_one_ends(day: date) -> None:
    after = Quarter.of(day).next()
    assert after == Quarter.of(date(day.year + (day.month > 9), (day.month + 2) // 3 * 3 % 12 + 1, 1))


@given(DAYS.filter(lambda day: day.year < 9990))
def test_a_quarter_ends_the_day_before_the_next_begins(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.last_day + timedelta(days=1) == quarter.next().first_day
    assert quarter.first_day <= day <= quarter.last_day


@given(st.dates(date(1999, 1, 1), date(2105, 12, 31)))
def test_a_day_of_the_year_is_one_that_every_year_has(day: date) -> None:
    written = f"{day:%m-%d}"
    if written == "02-29":
        with pytest.raises(ValidationError):
            DAY_OF_YEAR.validate_python(written)
    else:
        assert day_in(day.year, DAY_OF_YEAR.validate_python(written)) == day


@pytest.mark.parametrize("text", ["", "11-31", "02-30", "13-01", "00-10", "1-1", "15/11", "2024-11-15", "11-15 "])
def test_what_is_no_day_of_the_year(text: str) -> None:
    with pytest.raises(ValidationError):
        DAY_OF_YEAR.validate_python(text)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-Q4", "2024-Q2", ["2023-Q4", "2024-Q1", "2024-Q2"]),
        ("2024-Q1", "2024-Q1", ["2024-Q1"]),
        ("2024-Q2", "2024-Q1", []),
    ],
)
def test_quarters_between(first: str, last: str, expected: list[str]) -> None:
    assert [str(one) for one in quarters_between(Quarter.parse(first), Quarter.parse(last))] == expected
