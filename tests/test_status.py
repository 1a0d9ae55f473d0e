"""The state of things: the sample year against what was worked out by hand, and the edges of each count."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from promosite.clock import VIETNAM
from promosite.generate.site import Site
from promosite.messages import load_messages
from promosite.model.items import Tier
from promosite.pipeline import prepare
from promosite.staleness import record_of
from promosite.status import Status, status_lines, status_of, status_record
from tests.projects import ROOT, lay_sample_year
from tests.worlds import Files, english, glance, product

EXPECTED: dict[str, Any] = json.loads(
    (ROOT / "tests" / "sites" / "sample-year" / "expected.json").read_text(encoding="utf-8")
)
STALE = {
    "news/hoi-dap-mau-4-cau-hoi-thuong-gap-ve-chuong-trinh-mau": ["“Nộp hồ sơ ở đâu?” / “Where are files handed in?”"],
    "product/hat-tieu-mau": ["summary", "intro"],
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = lay_sample_year(tmp_path_factory.mktemp("sample") / "project")
    site, _, findings = prepare(root, datetime(2025, 3, 31, 12, tzinfo=VIETNAM))
    assert site is not None, findings
    return site


@pytest.fixture(scope="module")
def status(sample: Site) -> Status:
    return status_of(sample)


def in_language(lang: str, tier: str) -> list[str]:
    return [key for key, languages in EXPECTED["languages"].items() if languages[lang] == tier]


# ---- The sample year ----


def test_each_item_is_counted_once_in_a_language(status: Status) -> None:
    (english_state,) = status.translations
    assert {state: sorted(ids) for state, ids in english_state.items.items()} == {
        "current": sorted(set(in_language("en", "full")) - set(STALE)),
        "stale": sorted(STALE),
        "unrecorded": [],
        "summary": sorted(in_language("en", "summary")),
        "missing": sorted(in_language("en", "none")),
    }
    assert sum(len(ids) for ids in english_state.items.values()) == len(EXPECTED["visible"])


def test_stale_translations_name_their_changes(status: Status) -> None:
    assert {key: list(parts) for key, parts in status.translations[0].changes.items()} == STALE


def test_rows_have_results_and_background_apart(status: Status) -> None:
    found = {row.task.id: (row.status.value, len(row.results), len(row.background)) for row in status.rows}
    assert found == {
        task: (row["status"], len(row["results"]), len(row["background"])) for task, row in EXPECTED["tasks"].items()
    }


def test_old_figures(status: Status) -> None:
    assert [(due.id, due.last_day) for due in status.old_figures] == [("sample-buyers", date(2025, 3, 30))]


def test_items_tied_to_no_row(status: Status) -> None:
    assert list(status.no_task) == sorted(EXPECTED["no_task"])


@pytest.mark.parametrize("state", ["ending", "ended"])
def test_certificates(state: str, status: Status) -> None:
    wanted = {key: one["ends"] for key, one in EXPECTED["certificates"].items() if one["status"] == state}
    assert {due.id: due.last_day.isoformat() for due in getattr(status, state)} == wanted


def test_events_without_coverage(status: Status) -> None:
    assert sorted(due.id for due in status.without_coverage) == sorted(EXPECTED["events"]["uncovered"])


def test_the_record_says_all_of_it_and_is_plain_data(status: Status) -> None:
    record = status_record(status)
    assert json.loads(json.dumps(record)) == record
    assert record["as_of"] == EXPECTED["as_of"]
    assert record["translation"]["en"]["counts"] == {
        "current": 37,
        "stale": 2,
        "unrecorded": 0,
        "summary": 11,
        "missing": 10,
    }
    assert "current" not in record["translation"]["en"]["items"]
    row = {"plan": "2024-2026", "task": "t1", "status": "every-quarter", "results": 13, "background": 2}
    assert record["plan"][0] == row
    assert record["due"] == EXPECTED["due"]
    assert record["certificates"]["ended"] == [{"id": "product/mat-ong-mau", "last_day": "2024-12-20"}]


def test_lines_in_both_languages(status: Status) -> None:
    lines = status_lines(status, [load_messages("vi"), load_messages("en")])
    assert lines[:6] == [
        "Tình hình ngày 2025-03-31 / As of 2025-03-31",
        "",
        "Bản dịch: Tiếng Anh / Translation: English",
        "  đủ và khớp / complete and current: 37",
        "  cũ hơn bản gốc / older than the source: 2",
        "    news/hoi-dap-mau-4-cau-hoi-thuong-gap-ve-chuong-trinh-mau: "
        "“Nộp hồ sơ ở đâu?” / “Where are files handed in?”",
    ]
    assert (
        "  T1: Từng quý đều có kết quả / Results in every quarter; "
        "13 kết quả, 2 tư liệu nền / 13 results, 2 background" in lines
    )


def test_lines_in_one_language(status: Status) -> None:
    lines = status_lines(status, [load_messages("en")])
    start = lines.index("Missing and coming due: 12")
    assert lines[start : start + 19] == [
        "Missing and coming due: 12",
        "  Quarters that passed without a result: 3",
        "    2024-03-31  T6  [centre]  Q1 2024",
        "    2025-03-31  T3  [all-units]  Q1 2024, Q3 2024, Q1 2025",
        "    2025-03-31  T5  [division-b]  Q1 2024 – Q1 2025",
        "  Past events of the Department without coverage: 3",
        "    2024-02-13  event/hoi-nghi-pho-bien-ke-hoach-truyen-thong-mau-2024-2026  [centre]",
        "    2024-05-01  event/lop-tap-huan-mau-ve-ke-cau-chuyen-san-pham  [division-b]",
        "    2024-11-08  event/tuan-le-mo-cua-phong-thu-nghiem-mau  [centre]",
        "  Certificates that end within 90 days: 2",
        "    2025-05-20  product/muoi-hat-mau  [centre]",
        "    2025-06-29  product/du-lich-vuon-mau  [centre]",
        "  Results without a translation: 2",
        "    news/can-bo-phong-mau-b-huong-dan-thu-tuc-tai-xa-mau-3  [division-b]  English",
        "    news/hop-thu-gop-y-cua-so-mau-sau-3-thang-hoat-dong  [centre]  English",
        "  Results whose translation is older than the source: 2",
        "    news/hoi-dap-mau-4-cau-hoi-thuong-gap-ve-chuong-trinh-mau  [division-b]  English",
        "    product/hat-tieu-mau  [centre]  English",
        "",
    ]
    assert lines[-7:] == [
        "Certificates that have expired: 1",
        "  2024-12-20  product/mat-ong-mau",
        "",
        "Figures that are old and need a newer one (last day on which each was current): 1",
        "  2025-03-30  sample-buyers",
        "",
        "Changes in the next 14 days; build and publish on the day: 0",
    ]


# ---- Edges ----

P = "content/vi/products/a.md"


def on_the_day(folder: Path, files: Files) -> Status:
    """Return the state of a tiny world on 22 November 2026."""
    return status_of(glance(folder, files).site)


def certificate(certified_on: str) -> Files:
    words = "status: decision, decision_no: 1/QĐ, authority: Mẫu, source: bao-mau"
    return {P: product(certificate=f"{{stars: 3, {words}, certified_on: {certified_on}}}")}


@pytest.mark.parametrize(
    ("certified_on", "ending", "ended"),
    [
        ("2024-02-21", [], []),
        ("2024-02-20", [date(2027, 2, 20)], []),
        ("2023-11-22", [date(2026, 11, 22)], []),
        ("2023-11-21", [], [date(2026, 11, 21)]),
    ],
)
def test_a_certificate_ends(certified_on: str, ending: list[date], ended: list[date], tmp_path: Path) -> None:
    status = on_the_day(tmp_path, certificate(certified_on))
    assert ([one.last_day for one in status.ending], [one.last_day for one in status.ended]) == (ending, ended)


def test_a_reported_certificate_has_no_end(tmp_path: Path) -> None:
    reported = product(certificate="{stars: 3, status: reported, year: 2019, source: bao-mau}")
    status = on_the_day(tmp_path, {P: reported})
    assert (status.ending, status.ended) == ((), ())


def test_a_stale_summary_counts_as_stale(tmp_path: Path) -> None:
    record = record_of(glance(tmp_path / "before").site.catalogue.items["press/bai-bao-mau"].texts["vi"], Tier.SUMMARY)
    stale = english("", translated_from=json.dumps([record[0], "summary:00000000"]))
    current = english("", translated_from=json.dumps(record))
    path = "content/en/press/bai-bao-mau.md"
    states = [on_the_day(tmp_path / name, {path: text}) for name, text in (("stale", stale), ("current", current))]
    assert [one.translations[0].items["stale"] for one in states] == [("press/bai-bao-mau",), ()]
    assert [one.translations[0].items["summary"] for one in states] == [(), ("press/bai-bao-mau",)]
    assert states[1].translations[0].items["unrecorded"] == ("news/tin-mau", "product/muoi-mau")
    assert states[1].translations[0].items["missing"] == ("event/hoi-cho-mau",)
