"""What `scripts/bench.py` measures is what it says: the commands that people start, on texts as dear as real ones."""

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from promosite.coverage import Report
from promosite.model.plan import Plan
from promosite.parity.blocks import read_body
from promosite.parity.notations import facts_of_blocks
from promosite.pipeline import examine
from promosite.report import figures_of, find_report
from tests.parity.test_content import pairs
from tests.projects import ROOT, lay_project
from tests.worlds import MOMENT


def test_checks_are_measured_against_a_plain_read() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench.py"), "check", "--items", "4"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    head, columns, *rows = result.stdout.splitlines()
    assert head.startswith("4 pairs, ")
    assert columns.split() == ["wall", "s", "CPU", "s", "peak", "MB", "x", "read,", "wall", "x", "read,", "CPU"]
    names = [re.split(r"\s{2,}", row.strip())[0] for row in rows]
    assert names == ["plain read", "from nothing", "unchanged", "one file changed"]
    assert rows[0].split()[-2:] == ["1.0", "1.0"]


def test_builds_are_measured_as_people_start_them() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench.py"), "build", "--alone", "--items", "6"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    head, columns, *rows = result.stdout.splitlines()
    assert head.startswith("6 items x 2 languages, seed 1; moment 1795348800")
    assert re.split(r"\s{2,}", columns.strip())[0] == "wall s"
    found = {re.split(r"\s{2,}", row.strip())[0]: row.split() for row in rows}
    cold = "ours, cold"
    assert list(found) == [cold, *(f"ours, {step}" for step in ("unchanged", "one edit", *APART))]
    assert found[cold][-2:] == ["1.00", "1.00"]
    assert float(found["ours, unchanged"][-1]) < 0.5


APART = ("its search index", "preview of one edit")
"""Parts of a build, measured alone."""


def test_reports_are_measured_from_nothing_and_again() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench.py"), "report", "--items", "20"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    head, columns, *rows, size = result.stdout.splitlines()
    assert head.startswith("report of 2024 over 2 and 20 results")
    assert columns.split() == ["items", "wall", "s", "CPU", "s", "peak", "MB"]
    names = [tuple(re.split(r"\s{2,}", row.strip())[:2]) for row in rows]
    assert names == [(name, count) for name in ("from nothing", "unchanged") for count in ("2", "20", "ratio")]
    assert size.startswith("Word files: ")


def test_all_items_of_a_measured_report_stand_in_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from benchmarks.report import lay

    site, findings = examine(lay(tmp_path / "project", 40, 1), MOMENT)
    assert site
    assert {one.code for one in findings} <= {"translation-unrecorded", "publisher-missing", "contact-missing"}
    plan = site.catalogue.plans["2023-2025"]
    figures = figures_of(site.catalogue, *found_report(plan), site.day)
    assert sum(len(row.results) for row in figures.rows) == len(site.catalogue.items) == 40


def found_report(plan: Plan) -> tuple[Plan, Report]:
    found = find_report([plan], 2024)
    assert found
    return found


def density(lang: str, bodies: list[str]) -> float:
    """Facts for each hundred words."""
    facts = sum(len(found) for body in bodies for found in facts_of_blocks(read_body(body, 1).blocks, lang))
    return 100 * facts / sum(len(body.split()) for body in bodies)


def test_made_up_pairs_say_as_much_as_real_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from benchmarks.pairs import bodies

    rng = random.Random(1)
    made = [bodies(rng, "../news/a.md") for _ in range(30)]
    for index, lang in enumerate(("vi", "en")):
        ours = density(lang, [pair[index].text.body for pair in pairs("content")])
        assert ours < density(lang, [pair[index] for pair in made]) < 1.5 * ours
    assert 450 < sum(len(en.split()) for _, en in made) / len(made) < 600


def test_made_up_items_have_no_errors(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from benchmarks.pairs import write_pairs
    from make_items import write_items

    for name, write in (("items", write_items), ("pairs", write_pairs)):
        write(tmp_path / name, 40, 1)
        project = lay_project(tmp_path / f"project of {name}", tmp_path / name / "content")
        _, findings = examine(project, MOMENT)
        assert {one.code for one in findings} <= {"translation-unrecorded", "publisher-missing", "contact-missing"}


def test_the_same_seed_lays_the_same_pairs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from benchmarks.pairs import write_pairs

    for name in ("one", "two"):
        write_pairs(tmp_path / name, 3, 7)
    laid = [
        {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in (tmp_path / name).rglob("*.md")}
        for name in ("one", "two")
    ]
    assert laid[0] == laid[1]
    assert len(laid[0]) == 6
