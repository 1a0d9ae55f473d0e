"""What a build says: a preview repeats errors at each edit, and only counts warnings that it has told before."""

import pytest

from promosite.findings import Finding, Source, as_lines, finding
from promosite.last_words import told
from promosite.messages import ASKED, spoken

OLD = finding("source-not-cited", Source("content/vi/news/a.md", 7, 5), id="bao-mau")
OTHER = finding("source-not-cited", Source("content/vi/news/a.md", 7, 5), id="bao-khac")
ERROR = finding("id-twice", Source("content/data/units.yml", 3, 3), found="centre", line=2)


def lines(*findings: Finding) -> list[str]:
    return as_lines(findings, spoken())


def counted(number: int) -> list[str]:
    return [table.text("serve.not-repeated", count=number) for table in spoken()]


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ([OLD], [], lines(OLD)),
        ([OLD, OLD], [], lines(OLD)),
        ([OLD, OTHER], [OTHER], [*lines(OLD), *counted(1)]),
        ([OLD, ERROR], [OLD, ERROR], [*lines(ERROR), *counted(1)]),
        ([OLD, OTHER, OTHER], [OLD, OTHER], counted(2)),
        ([], [OLD], []),
    ],
    ids=["first", "twice", "one is new", "an error is repeated", "nothing new", "mended"],
)
def test_warnings_are_told_once(now: list[Finding], before: list[Finding], said: list[str]) -> None:
    assert told(now, before) == said


@pytest.mark.parametrize(
    ("asked", "variable", "languages"),
    [
        (None, None, ["vi", "en"]),
        (None, "vi", ["vi"]),
        ("en", "vi", ["en"]),
        (None, "xx", ["vi", "en"]),
        (None, "", ["vi", "en"]),
    ],
)
def test_a_command_speaks_as_it_was_asked_itself_or_by_the_one_that_runs_it(
    monkeypatch: pytest.MonkeyPatch, asked: str | None, variable: str | None, languages: list[str]
) -> None:
    monkeypatch.delenv(ASKED, raising=False)
    if variable is not None:
        monkeypatch.setenv(ASKED, variable)
    assert [table.lang for table in spoken(asked)] == languages
