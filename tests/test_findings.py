"""Findings as text and as data: order, sentences in every language, the weight of a code."""

from pathlib import Path

import pytest

from promosite.findings import (
    Finding,
    Severity,
    Source,
    as_lines,
    as_records,
    below,
    finding,
    has_errors,
    in_order,
    limited,
    sentence,
    summary,
)
from promosite.messages import Messages, load_messages

VI, EN = load_messages("vi"), load_messages("en")

LATE = finding("source-not-cited", Source("b.md", 7, 11), id="x")
EARLY = finding("field-missing", Source("b.md", 2, 1), field="title")
WHOLE = finding("slug-refused", Source("b.md"), found="page", expected="")
FIRST = finding("yaml-duplicate-key", Source("a.md", 3, 1), key="key", first=1)


def test_order_and_each_once() -> None:
    assert in_order([LATE, EARLY, WHOLE, FIRST, EARLY]) == [FIRST, WHOLE, EARLY, LATE]


@pytest.mark.parametrize(("found", "errors"), [([], False), ([LATE], False), ([EARLY], True), ([LATE, EARLY], True)])
def test_only_errors_forbid(found: list[Finding], errors: bool) -> None:
    assert has_errors(found) is errors


def test_weights() -> None:
    assert [one.severity for one in (LATE, EARLY)] == [Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"a": 1}, {"a": "1"}),
        ({"a": ["x", 2]}, {"a": "x, 2"}),
        ({"a": ("x",)}, {"a": "x"}),
        ({"a": []}, {"a": ""}),
        ({"a": None}, {"a": "None"}),
    ],
)
def test_parameters_become_text(params: dict[str, object], expected: dict[str, str]) -> None:
    assert dict(finding("x", Source("a"), **params).params) == expected


def test_lines_in_two_languages() -> None:
    assert as_lines([EARLY, FIRST], [EN, VI]) == [
        "a.md:3:1: error yaml-duplicate-key  The field “key” stands twice (first on line 1). Take one out.",
        f"    {VI.text('finding.yaml-duplicate-key', key='key', first='1')}",
        "b.md:2:1: error field-missing  The field “title” is missing. Add it to the header.",
        f"    {VI.text('finding.field-missing', field='title')}",
    ]


def test_records() -> None:
    assert as_records([EARLY, WHOLE], [EN]) == [
        {
            "code": "slug-refused",
            "severity": "error",
            "path": "b.md",
            "line": None,
            "column": None,
            "params": {"found": "page", "expected": ""},
            "message": {"en": sentence(WHOLE, EN)},
        },
        {
            "code": "field-missing",
            "severity": "error",
            "path": "b.md",
            "line": 2,
            "column": 1,
            "params": {"field": "title"},
            "message": {"en": "The field “title” is missing. Add it to the header."},
        },
    ]


def test_what_was_found_is_never_a_pattern() -> None:
    one = finding("value-refused", Source("a"), field="{x}", found="{0} {found.__class__}")
    assert sentence(one, EN) == "Field “{x}”: “{0} {found.__class__}” is not accepted."


WORDED = Messages(
    "en",
    {
        "finding.a": "No {found}.{near}",
        "case.a.empty": "Nothing in {found}.{near}",
        "clause.a.near": " Near: {near}.",
        "said.a.near.intro": "introduction",
    },
)


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"found": "x", "near": ""}, "No x."),
        ({"found": "x", "near": "y"}, "No x. Near: y."),
        ({"found": "x", "near": ["y", "intro", "“intro”"]}, "No x. Near: y, introduction, “intro”."),
        ({"found": "intro", "near": ""}, "No intro."),
        ({"found": "x", "near": "", "case": "empty"}, "Nothing in x."),
        ({"found": "x", "near": "y", "case": "empty"}, "Nothing in x. Near: y."),
        ({"found": "x", "near": "", "case": "unheard"}, "No x."),
        ({"found": "{near}", "near": "{found}"}, "No {near}. Near: {found}."),
    ],
)
def test_a_finding_is_worded_by_its_case_and_leaves_out_what_is_empty(params: dict[str, object], expected: str) -> None:
    assert sentence(finding("a", Source("a.md"), **params), WORDED) == expected


def test_the_sum_counts_each_once() -> None:
    assert summary([LATE, EARLY, EARLY], [EN]) == ["Errors: 1, warnings: 1."]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([], [FIRST, WHOLE]),
        (["a.md"], [FIRST]),
        (["."], [FIRST, WHOLE]),
        (["c.md"], []),
        (["c.md", "b.md"], [WHOLE]),
        (["b"], []),
    ],
)
def test_findings_of_some_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], expected: list[Finding]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert below([FIRST, WHOLE], paths, tmp_path) == expected


def test_plural_forms() -> None:
    table = Messages("en", {"a.one": "{n} page", "a.other": "{n} pages", "b.other": "{n} trang"})
    assert [table.count("a", n) for n in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]
    assert [table.count("b", n) for n in (0, 1, 2)] == ["0 trang", "1 trang", "2 trang"]


def test_a_site_may_add_and_change_sentences(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text('[ui]\nhome = "Start"\n[language]\nxx = "Xish"\n', encoding="utf-8")
    own = load_messages("en", tmp_path)
    assert (own.text("ui.home"), own.text("language.xx"), own.text("ui.menu")) == ("Start", "Xish", EN.text("ui.menu"))
    assert EN.get("language.xx") is None


def test_a_language_without_a_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"xx\.toml"):
        load_messages("xx", tmp_path)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("\n::error file=README.md::forged", "\\n::error file=README.md::forged"),
        ("a\x1b[2J\u202eb\x85\u2028", "a\\x1b[2J\\u202eb\\x85\\u2028"),
        (["a\r", "Bà Rịa - Vũng Tàu\u00a0🐋"], "a\\r, Bà Rịa - Vũng Tàu\u00a0🐋"),
    ],
)
def test_what_content_says_steers_no_terminal_and_no_ci(given: object, shown: str) -> None:
    assert finding("file-name", Source("a.md"), found=given).params == {"found": shown}
    assert str(Source("a\nb.md", 1)) == "a\\nb.md:1"


def test_a_flood_of_one_kind_in_a_file_is_counted() -> None:
    many = [finding("text-nfd", Source("a.md", line)) for line in range(1, 59_000)]
    others = [finding("text-nfd", Source("b.md", line)) for line in range(1, 51)]
    told = limited([*reversed(many), *others, finding("file-kind", Source("a.md", 1), found="x")])
    assert [one for one in told if one.code == "text-nfd"] == [*many[:50], *others]
    assert told[-1] == finding("findings-more", Source("a.md"), kind="text-nfd", count=58_949)
    assert len(told) == 102
