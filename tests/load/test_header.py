"""Header and body are split as one reader would, and every line is counted as an editor counts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.load.header import split_header
from promosite.load.refusal import RefusedError

Place = tuple[int, int, int, int]


@pytest.mark.parametrize(
    ("text", "header", "body", "body_line"),
    [
        ("---\na: b\n---\nBài\n", {"a": "b"}, "Bài\n", 4),
        ("--- \t\na: b\n---  \nBài", {"a": "b"}, "Bài", 4),
        ("---\na: b\n---\n\n\nBài\n", {"a": "b"}, "Bài\n", 6),
        ("---\na: b\n---\n  Bài", {"a": "b"}, "  Bài", 4),
        ("---\na: b\n---", {"a": "b"}, "", 3),
        ("---\na: b\n---\n", {"a": "b"}, "", 4),
        ("---\na: b\n-----\nBài", {"a": "b"}, "Bài", 4),
        ("---\na: b\n---\nBài\n\n---\n\nBài", {"a": "b"}, "Bài\n\n---\n\nBài", 4),
        ("---\n---\nBài", {}, "Bài", 3),
        ("---\n\n\n---\nBài", {}, "Bài", 5),
        ("---\n\na: b\n\n---\nBài", {"a": "b"}, "Bài", 6),
        ('---\na: "x --- y"\nb: a---\n---\nBài', {"a": "x --- y", "b": "a---"}, "Bài", 5),
    ],
)
def test_split(text: str, header: object, body: str, body_line: int) -> None:
    tree, found, line = split_header(text)
    assert (tree.plain(), found, line) == (header, body, body_line)


@pytest.mark.parametrize("blank", range(4))
def test_blank_lines_before_the_first_field_are_counted(blank: int) -> None:
    tree, _, body_line = split_header("---\n" + "\n" * blank + "a: b\nc: d\n---\nBài")
    assert [(node.key_line, node.line) for node in tree.value.values()] == [(2 + blank,) * 2, (3 + blank,) * 2]
    assert body_line == 5 + blank


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "header-missing", 1, 1),
        ("Bài không có đầu\n", "header-missing", 1, 1),
        ("title: a\n---\nBài", "header-missing", 1, 1),
        ("# Tiêu đề\n", "header-missing", 1, 1),
        ("\n---\na: b\n---\n", "header-not-first", 1, 1),
        (" ---\na: b\n---\n", "header-not-first", 1, 1),
        ("—\na: b\n—\n", "header-not-first", 1, 1),
        ("———\na: b\n———\n", "header-not-first", 1, 1),
        ("–\na: b\n–\n", "header-not-first", 1, 1),
        ("–––\na: b\n–––\n", "header-not-first", 1, 1),
        ("+++\na = 1\n+++\n", "header-not-first", 1, 1),
        ("```yaml\na: b\n```\n", "header-not-first", 1, 1),
        ("----\na: b\n---\n", "header-not-first", 1, 1),
        ("--- a: b\n---\n", "header-not-first", 1, 1),
        ("---\xa0\na: b\n---\n", "header-not-first", 1, 1),
        ("---\na: b\n", "header-unclosed", 1, 1),
        ("---\na: b\n—\nBài", "header-unclosed", 1, 1),
        ("---\na: b\n ---\nBài", "header-unclosed", 1, 1),
        ("---\na: b\n--\nBài", "header-unclosed", 1, 1),
        ("---\n- a\n---\n", "header-not-mapping", 2, 1),
        ("---\n\nchữ\n---\n", "header-not-mapping", 3, 1),
        ("---\nnull\n---\n", "header-not-mapping", 2, 1),
        ("---\n# lời nhắn\n---\n", "yaml-documents", 1, 1),
        ("---\na: b\n...\nc: d\n---\n", "yaml-syntax", 4, 1),
        ("---\n\n\na: b\na: c\n---\n", "yaml-duplicate-key", 5, 1),
        ("---\na: b: c\n---\n", "yaml-syntax", 2, 5),
        ("---\na: b\nc: Muối #1\n---\n", "yaml-comment-after-value", 3, 9),
        ("---\na: " + "x" * 65_536 + "\n---\n", "header-too-long", 1, 1),
    ],
)
def test_what_is_no_header(text: str, code: str, line: int, column: int) -> None:
    with pytest.raises(RefusedError) as error:
        split_header(text)
    assert (error.value.code, error.value.line, error.value.column) == (code, line, column)


HEADER_LIKE = st.lists(
    st.sampled_from(
        ["---\n", "----\n", "---", "--- \n", "a: b\n", "c: [\n", "\n", "Bài\n", "  ", "—\n", "...\n", "- x\n"]
    )
).map("".join)


@given(st.one_of(st.text(), HEADER_LIKE, HEADER_LIKE.map(lambda text: "---\n" + text)))
def test_any_text_is_split_or_refused_with_a_place(text: str) -> None:
    try:
        tree, body, body_line = split_header(text)
    except RefusedError as problem:
        assert 1 <= problem.line <= text.count("\n") + 1
        return
    assert isinstance(tree.value, dict)
    assert not body or "\n".join(text.split("\n")[body_line - 1 :]) == body
