"""The handbook does not lie: each wrong example gives its finding where it stands, and each right one gives none.

Examples of findings about the finished site are built for real, in tests/builds/test_examples.py.
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from promosite.findings import WARNINGS, Finding
from promosite.messages import TABLES as TABLES_FOLDER
from promosite.messages import load_messages
from promosite.messages.examples import Example, Place, Shown, load_examples, read_examples
from promosite.pipeline import prepare
from promosite.site_settings import load_config
from promosite.translations import accept, choose, load_pairs
from tests.examples.laying import BASE, Laid, laid, remove, write
from tests.worlds import MOMENT, lay

LANGUAGES = ("vi", "en")
TABLES = {lang: load_messages(lang) for lang in LANGUAGES}
CODES = sorted(key.removeprefix("finding.") for key in TABLES["vi"].table if key.startswith("finding."))
EXAMPLES = load_examples()
GROUPS = ", ".join(dict.fromkeys(one.group for one in EXAMPLES.values()))
PLACES = ", ".join(tomllib.loads((TABLES_FOLDER / "examples.toml").read_text(encoding="utf-8"))["place"])
SHOWN = [one for one in EXAMPLES.values() if one.place]
CHECKED = [one for one in SHOWN if not one.code.startswith("site-")]

ALWAYS = {"contact-missing", "publisher-missing", "translation-unrecorded"}
"""Warnings that say nothing about an example unless it is theirs: what it leaves out of the small project."""

AT_THE_TOP = {"file-too-large", "text-not-utf8", "translation-long", "translation-short", "word-name-missing"}
"""Findings about a whole text: they stand at its beginning, wherever the example stands."""

ENTRY = """\
The finding {code} has no example for the handbook. Add to src/promosite/messages/examples.toml, in its group:

[<group>.{code}]
in = "<place>"
wrong = '…'
right = '…'

or, where nobody can write such a fault, the heading alone and why.{code} in messages/vi.toml and messages/en.toml.
Then run: python3 scripts/manual.py
Groups: {groups}. Places: {places}. The head of examples.toml says what else there is."""


# ---- The table ----


@pytest.mark.parametrize("code", CODES)
def test_every_finding_is_explained(code: str) -> None:
    one, how = EXAMPLES.get(code), ENTRY.format(code=code, groups=GROUPS, places=PLACES)
    assert one is not None, how
    if one.place is None:
        unsaid = [f"why.{one.why} in {lang}.toml" for lang in LANGUAGES if not TABLES[lang].get(f"why.{one.why}")]
        assert unsaid == [], how
    else:
        assert one.wrong, f"{code}: wrong is missing in examples.toml"
        assert one.right, f"{code}: right is missing in examples.toml"
        assert one.wrong != one.right or one.saved


def test_nothing_is_explained_that_is_never_said() -> None:
    assert set(EXAMPLES) - set(CODES) == set()
    explained = {key.removeprefix("why.") for key in TABLES["vi"].table if key.startswith("why.")}
    assert explained - {one.why for one in EXAMPLES.values()} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_group_has_its_words_and_no_other_has(lang: str) -> None:
    groups = {one.group for one in EXAMPLES.values()} | {"others"}
    wanted = {f"manual.group.{name}.{part}" for name in groups for part in ("title", "about")}
    assert {key for key in TABLES[lang].table if key.startswith("manual.group.")} == wanted


def test_an_example_is_a_few_lines() -> None:
    long = [one.code for one in SHOWN for text in (one.wrong, one.right) if str(text).count("\n") > 8]
    assert long == []


PLACE = '[place]\nnews = {path = "a.md", part = "header"}\n'
FAULTS = {
    "a place that is not listed": ('[dates.a]\nin = "new"', KeyError),
    "a word that no entry has": ('[dates.a]\nin = "news"\nwrnog = "x"', TypeError),
    "a code in two groups": ("[dates.a]\n[texts.a]", ValueError),
    "no TOML": ("[dates.a", ValueError),
}


@pytest.mark.parametrize(("text", "error"), FAULTS.values(), ids=FAULTS.keys())
def test_a_slip_in_the_table_is_told(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_examples(PLACE + text)


def test_an_entry_is_read_whole() -> None:
    news = Place("news", "header", "a.md")
    text = (
        "[dates.a]\nin = 'news'\nwrong = '''\nx: 1\n'''\nright = 'x: 2'\ngiven.news = 'y: 3'\nalso = ['b']\nstretch = 5"
    )
    assert read_examples(PLACE + text) == {
        "a": Example("a", "dates", "a", news, "x: 1", "x: 2", given=((news, "y: 3"),), also=("b",), stretch=5)
    }


# ---- What the check says of the examples ----


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, laid once; each test puts back what it changed."""
    return lay(tmp_path_factory.mktemp("examples"), {}, BASE)


@contextmanager
def changed(root: Path, project: Laid) -> Iterator[None]:
    """Lay what differs, and put the small project back afterwards."""
    write(root, project)
    try:
        yield
    finally:
        remove(root, project)


@pytest.fixture(autouse=True)
def _without_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Schemas and the editor's settings take most of the time of a small project, and find nothing."""
    monkeypatch.setattr("promosite.generate.editing_files", lambda *_: ())


def said(root: Path, example: Example, shown: Shown) -> list[Finding]:
    """Return what the command says that an editor would use: `check.py`, or `translation.py accept`."""
    config, _ = load_config(root)
    _, _, findings = prepare(root, MOMENT)
    if config is None or not example.code.startswith("translation-"):
        return findings
    command = example.place is not None and example.place.part == "command"
    pairs, unknown = choose(load_pairs(config), [], [str(shown).rpartition(" ")[2]] if command else [], config)
    return [*findings, *unknown, *accept(pairs, config, date(2026, 11, 22))[1]]


@pytest.mark.parametrize("example", CHECKED, ids=lambda example: example.code)
def test_the_wrong_example_gives_its_finding_where_it_stands(example: Example, base: Path) -> None:
    project = laid(example, example.wrong, example.right)
    with changed(base, project):
        found = [
            one for one in said(base, example, example.wrong) if one.code == example.code or one.code not in ALWAYS
        ]
    assert {one.code for one in found} == {example.code, *example.also}
    assert [one for one in found if not stands(one, project, example)] == []


def stands(one: Finding, project: Laid, example: Example) -> bool:
    """Tell whether a finding stands on a line that is shown, or names the file where it has no line."""
    assert example.place is not None
    whole = one.source.line is None or example.place.part in ("name", "picture", "command") or one.code in AT_THE_TOP
    return one.source.path in project.paths if whole else (one.source.path, one.source.line) in project.lines


@pytest.mark.parametrize("example", CHECKED, ids=lambda example: example.code)
def test_the_right_example_gives_none(example: Example, base: Path) -> None:
    with changed(base, laid(example, example.right, example.wrong)):
        found = [one.code for one in said(base, example, example.right)]
    assert [code for code in found if code == example.code or code not in ALWAYS] == []


def test_the_small_project_is_sound_and_was_put_back(base: Path) -> None:
    assert {path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file()} == set(BASE)
    assert prepare(base, MOMENT)[2] == []
    assert ALWAYS <= WARNINGS
