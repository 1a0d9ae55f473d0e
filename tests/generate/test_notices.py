"""Notices and the successor: on every page of every language from the first day to the last, and on no other day."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from promosite.clock import VIETNAM
from promosite.config import Successor
from promosite.generate.frame import frame
from tests.worlds import World, glance

NOTICES = "content/data/notices.yml"
TEXT = "text: {vi: Nghỉ mẫu., en: Sample closure.}"


def on(tmp_path: Path, day: str, text: str) -> World:
    moment = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=VIETNAM)
    return glance(tmp_path, {NOTICES: text}, moment)


@pytest.mark.parametrize(
    ("day", "shown"),
    [("2026-11-24", False), ("2026-11-25", True), ("2026-11-28", True), ("2026-11-30", True), ("2026-12-01", False)],
)
def test_a_notice_stands_from_its_first_day_to_the_end_of_its_last(tmp_path: Path, day: str, shown: bool) -> None:
    tiny = on(tmp_path, day, f"- {{id: nghi, from: 2026-11-25, until: 2026-11-30, {TEXT}}}\n")
    for lang, text in (("vi", "Nghỉ mẫu."), ("en", "Sample closure.")):
        assert frame(tiny.site, lang)["notices"] == ([{"text": text, "lang": None}] if shown else [])


def test_a_notice_without_english_is_shown_as_what_it_is(tmp_path: Path) -> None:
    tiny = on(tmp_path, "2026-11-25", "- {id: nghi, from: 2026-11-25, until: 2026-11-30, text: {vi: Nghỉ mẫu.}}\n")
    assert frame(tiny.site, "en")["notices"] == [{"text": "Nghỉ mẫu.", "lang": "vi"}]
    assert [one[:2] for one in tiny.told if one[0].startswith("notice")] == [("notice-untranslated", f"{NOTICES}:1:57")]


def test_a_notice_that_ends_before_it_begins_is_refused(tmp_path: Path) -> None:
    tiny = on(tmp_path, "2026-11-25", f"- {{id: nghi, from: 2026-11-30, until: 2026-11-25, {TEXT}}}\n")
    told = [one for one in tiny.told if one[0].startswith("notice")]
    assert told == [("notice-dates", f"{NOTICES}:1:39", {"until": "2026-11-25", "start": "2026-11-30"})]


def test_no_notices_is_an_empty_list(tmp_path: Path) -> None:
    tiny = on(tmp_path, "2026-11-25", "[]\n")
    assert (frame(tiny.site, "vi")["notices"], tiny.told) == ([], [])


# ---- Handing over ----

SUCCESSOR: dict[str, Any] = {
    "name": {"vi": "Sở Mẫu Mới", "en": "New Sample Department"},
    "url": "https://example.com/",
    "since": "2026-11-25",
    "contact": {"email": "moi@example.com"},
}


@pytest.mark.parametrize(("day", "shown"), [("2026-11-24", False), ("2026-11-25", True)])
def test_a_successor_is_named_from_its_day_on(tmp_path: Path, day: str, shown: bool) -> None:
    site = on(tmp_path, day, "[]\n").site
    handed = replace(site, config=site.config.model_copy(update={"successor": Successor.model_validate(SUCCESSOR)}))
    expected = {
        "name": "New Sample Department",
        "url": "https://example.com/",
        "text": "Since 25 November 2026, the New Sample Department has been responsible for the work "
        "that this site serves.",
        "contact": [{"key": "email", "label": "E-mail", "value": "moi@example.com"}],
    }
    assert frame(handed, "en")["successor"] == (expected if shown else None)
    assert frame(site, "en")["successor"] is None
