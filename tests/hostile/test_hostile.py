"""Broken content never brings the lint down, never hides another fault, and is never shown."""

import re
from collections import Counter
from pathlib import Path
from unittest.mock import patch

import pytest

from promosite.findings import Severity, as_lines
from promosite.messages import load_messages
from promosite.model.outputs import FileOutput
from promosite.trial import apart
from promosite.validate.problems import CODES
from tests.hostile.cases import CASES, GROUPS, Case, Told, laid, together
from tests.projects import ROOT
from tests.worlds import ELSEWHERE as STAGES_ELSEWHERE
from tests.worlds import FILES, World, lay, look

SOURCE = ROOT / "src" / "promosite"
TABLES = [load_messages(lang) for lang in ("vi", "en")]
VALID = {"event/hoi-cho-mau", "news/tin-mau", "press/bai-bao-mau", "product/muoi-mau"}


FOUND_LAST = {"address-twice", "alias-language", "alias-reserved", "alias-taken", "link-page", "words-differ"}
"""What pages that are sound themselves want of others, or of words for other pages: nothing is published, but they are
made."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """One second for a body instead of five."""
    monkeypatch.setattr(apart, "SECONDS", 1)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The valid world, laid once; each test puts back what it changed."""
    return lay(tmp_path_factory.mktemp("hostile"))


def ordered(found: list[Told]) -> list[Told]:
    return sorted(found, key=lambda one: (one[1], one[2] or 0, one[0]))


def shown_though_refused(tiny: World) -> set[str]:
    faulty = [one for one in tiny.judged if one.severity is Severity.ERROR and one.code not in FOUND_LAST]
    return {one.source.path for one in faulty} & {page.origin or "" for page in tiny.outputs.pages}


def made_files(tiny: World) -> tuple[FileOutput, ...]:
    """Make the files beside the pages, without schemas and the editor's settings, which take most of the time."""
    with patch("promosite.generate.editing_files", return_value=()):
        return tiny.files


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_everything_is_said_and_nothing_else(base: Path, case: Case) -> None:
    with laid(base, [case]):
        tiny = look(base)
        assert made_files(tiny)
    assert tiny.places == ordered(list(case.expected))
    assert shown_though_refused(tiny) == set()
    assert all(as_lines(tiny.judged, TABLES))
    if not case.alone:
        assert set(tiny.site.catalogue.items) >= VALID


def test_no_fault_hides_another(base: Path) -> None:
    cases = list(together())
    with laid(base, cases):
        tiny = look(base)
        assert made_files(tiny)
    assert tiny.places == ordered([one for case in cases for one in case.expected])
    assert shown_though_refused(tiny) == set()
    assert set(tiny.site.catalogue.items) >= VALID


def test_the_valid_world_was_put_back(base: Path) -> None:
    laid_now = {path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_symlink() or path.is_file()}
    assert laid_now == set(FILES)
    assert look(base).places == []


def test_the_corpus_is_large_and_each_case_its_own() -> None:
    assert len(CASES) >= 300
    assert {group: len(cases) for group, cases in GROUPS.items() if len(cases) < 15} == {}
    assert [one for one, count in Counter(case.id for case in CASES).items() if count > 1] == []
    files = Counter(path for case in together() for path in case.files)
    assert [path for path, count in files.items() if count > 1 or path in FILES] == []


def test_the_document_names_cases_for_every_danger() -> None:
    text = (ROOT / "docs" / "dev" / "security.md").read_text(encoding="utf-8")
    rows = [line for line in text.split("## What was tried")[1].splitlines() if line.startswith("| ")][2:]
    named = [set(re.findall(r"`([a-z]-[a-z0-9-]+)`", row)) for row in rows]
    assert len(rows) >= 30
    assert [row for row, cases in zip(rows, named, strict=True) if not cases] == []
    assert set().union(*named) - {case.id for case in CASES} == set()


def test_every_refusal_names_file_and_line() -> None:
    assert [case.id for case in CASES if not all(path and line for _, path, line in case.expected)] == []


ELSEWHERE = {
    "file-unreadable",
    "folder-missing",
    "picture-too-large",
    "translation-header-form",
    "value-refused",
    "waiver-form",
}
"""Too large to lay here, last resorts, or about what texts say; each has a test of its own."""

MAKES = re.compile(r"""(?:finding|RefusedError)\(\s*"([a-z0-9-]+)"|_at\(file, "[a-z_]+", "([a-z0-9-]+)\"""")


def test_every_finding_about_content_has_a_case() -> None:
    """Whoever adds a finding to these stages adds a case to this corpus."""
    parts = ["load", "trial", "render/sanitise.py", "validate", "link"]
    modules = [path for part in parts for path in [SOURCE / part, *(SOURCE / part).glob("*.py")] if path.is_file()]
    made = {code for path in modules for found in MAKES.findall(path.read_text(encoding="utf-8")) for code in found}
    wanted = {code for code in {*made, *CODES.values()} - ELSEWHERE - {""} if not STAGES_ELSEWHERE.fullmatch(code)}
    assert wanted - {code for case in CASES for code, _, _ in case.expected} == set()
