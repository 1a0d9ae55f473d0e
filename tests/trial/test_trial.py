"""Bodies that Markdown cannot be done with are refused with a line, soon; all others are not held up."""

import pytest

from promosite import trial as module
from promosite.load.files import SourceFile
from promosite.load.nodes import Node
from promosite.render.body import ALWAYS
from promosite.render.sanitise import Written
from promosite.trial import apart, is_demanding, is_marked, tried
from promosite.trial.marks import weight_of
from tests.projects import ROOT
from tests.trial.bombs import BOMBS, LIGHT_ENOUGH

EXTENSIONS = ("sane_lists", "abbr", "def_list")


def file(path: str, body: str, line: int = 5) -> SourceFile:
    return SourceFile(path, "vi", "news", "a", Node({}, 1, 1), body, line, "")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1)


def test_ordinary_texts_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_refused", None)
    files = [file(str(number), text) for number, text in enumerate(["", "Một **hai** [ba](../a.md) `b`", "a: b & c"])]
    assert tried(files, EXTENSIONS) == (files, [])


def test_our_own_texts_are_ordinary() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "content").rglob("*.md")}
    bodies = {path: text.split("\n---\n", 1)[-1] for path, text in texts.items()}
    assert [path for path, body in bodies.items() if is_demanding(body) or is_marked(body)] == []


def test_markup_is_found_before_a_build() -> None:
    files = [file("a.md", "Một\n\n<iframe></iframe>"), file("b.md", "[a](javascript:b)"), file("c.md", "<u>a</u>")]
    seen, findings = tried(files, EXTENSIONS)
    assert seen == files
    told = [(one.code, str(one.source), one.params["found"]) for one in findings]
    assert told == [("markup-removed", "a.md:7:1", "<iframe>"), ("markup-removed", "b.md:5:5", 'href="javascript:b"')]


def test_what_takes_too_long_is_refused_alone_and_its_body_never_looked_at_again() -> None:
    files = [file("a.md", "Một\n\n" + "[" * 20_000), file("b.md", "a " * 20_000), file("c.md", "1. " * 400)]
    seen, findings = tried(files, EXTENSIONS)
    assert [(one.code, str(one.source)) for one in findings] == [
        ("markup-endless", "a.md:7:1"),
        ("markup-endless", "c.md:5:1"),
    ]
    assert [one.body for one in seen] == ["", files[1].body, ""]


def test_a_heavy_text_is_also_sanitised() -> None:
    body = "*a* " * 400 + "<iframe></iframe>"
    assert [one.code for one in tried([file("a.md", body)], EXTENSIONS)[1]] == ["markup-removed"]


def test_where_no_processor_time_is_counted_the_clock_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 60)
    monkeypatch.setattr(apart, "PATIENCE", 2)
    bodies = [Written("a.md", "[" * 20_000), Written("b.md", "*a* " * 400)]
    assert [one.source.path for one in apart.trials_apart(bodies, EXTENSIONS)] == ["a.md"]


def test_where_memory_is_short_the_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MEMORY", 1)
    assert [one.code for one in apart.trials_apart([Written("a.md", "*a* " * 40_000)], EXTENSIONS)] == [
        "markup-endless"
    ]


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_demanding(text: str) -> None:
    assert is_demanding(text)


def test_what_is_not_demanding_is_laid_out_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """This bound makes it safe to render all others without a limit; each takes less than a second (measured)."""
    monkeypatch.setattr(apart, "SECONDS", 5)
    bodies = [Written(name, text) for name, text in LIGHT_ENOUGH.items()]
    assert len(bodies) >= 50
    assert [one for one in apart.trials_apart(bodies, EXTENSIONS) if one.code == "markup-endless"] == []


def test_marks_are_counted() -> None:
    assert weight_of("Một **hai** [ba](c) 1 < 2\n") == 9


def test_the_engine_renders_with_the_same_extensions(real_settings: dict[str, list[str]]) -> None:
    assert set(real_settings["engine"]) == {*ALWAYS, *real_settings["site"]}
