"""What the next fortnight brings, and no day more."""

from datetime import date
from pathlib import Path

import pytest

from promosite.messages import load_messages
from promosite.status import status_lines, status_of, status_record
from promosite.upcoming import upcoming
from tests.worlds import glance, news

A, B = "content/vi/news/a.md", "content/vi/news/b.md"
NOTICES = "content/data/notices.yml"


def notice(first: str, last: str) -> str:
    return f"- {{id: nghi-mau, from: {first}, until: {last}, text: {{vi: Nghỉ mẫu., en: Sample closure.}}}}\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({A: news(publish_on="2026-11-23")}, [("2026-11-23", "news/a", "appears")]),
        ({A: news(publish_on="2026-12-06")}, [("2026-12-06", "news/a", "appears")]),
        ({A: news(publish_on="2026-12-07")}, []),
        ({A: news(publish_on="2026-11-22")}, []),
        ({A: news(publish_on="2026-11-23", draft="true")}, []),
        ({A: news(expires_on="2026-11-23")}, [("2026-11-23", "news/a", "ends")]),
        ({A: news(expires_on="2026-11-22")}, []),
        (
            {NOTICES: notice("2026-11-25", "2026-11-30")},
            [("2026-11-25", "notice/nghi-mau", "appears"), ("2026-12-01", "notice/nghi-mau", "ends")],
        ),
        ({NOTICES: notice("2026-11-22", "2027-01-31")}, []),
        ({NOTICES: notice("2026-11-01", "2026-11-22")}, [("2026-11-23", "notice/nghi-mau", "ends")]),
        (
            {A: news(expires_on="2026-12-01"), B: news(publish_on="2026-11-30")},
            [("2026-11-30", "news/b", "appears"), ("2026-12-01", "news/a", "ends")],
        ),
    ],
)
def test_what_the_next_days_bring(
    tmp_path: Path, files: dict[str, str | None], expected: list[tuple[str, str, str]]
) -> None:
    found = upcoming(glance(tmp_path, files).site.catalogue, date(2026, 11, 22))
    assert [(one.day.isoformat(), one.id, one.turn.value) for one in found] == expected


def test_the_state_names_them_in_words_and_as_data(tmp_path: Path) -> None:
    status = status_of(glance(tmp_path, {A: news(publish_on="2026-11-23")}).site)
    assert status_record(status)["upcoming"] == [{"day": "2026-11-23", "id": "news/a", "turn": "appears"}]
    lines = status_lines(status, [load_messages("vi"), load_messages("en")])
    assert lines[-1] == "  2026-11-23  news/a: bắt đầu hiện / appears"
