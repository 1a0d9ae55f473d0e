"""Strict YAML: what it takes, where each value stands, and what it refuses."""

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from promosite.load.nodes import Node, parse_yaml
from promosite.load.refusal import RefusedError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Only these words are more than text.
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("''", ""),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("True", "True"),
        ("NULL", "NULL"),
        # Numbers as anyone writes them; everything else that YAML 1.1 took for a number is text.
        ("0", 0),
        ("-12", -12),
        ("+12", 12),
        ("2024", 2024),
        ("1.50", 1.5),
        ("-0.5", -0.5),
        ("00064", "00064"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("1e5", "1e5"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("9" * 19, "9" * 19),
        # Dates are text.
        ("2024-05-21", "2024-05-21"),
        ("2024-05", "2024-05"),
        ("2024-05-21T10:00:00Z", "2024-05-21T10:00:00Z"),
        # Quoted is text.
        ('"true"', "true"),
        ("'12'", "12"),
        ('"null"', "null"),
        ("|\n  true\n", "true"),
        (">-\n  a\n  b\n", "a b"),
        ('"\\u0110\\n"', "Đ"),
        ('" Đ\\t"', "Đ"),
        ("=", "="),
        ("<<", "<<"),
        # Collections
        ("[]", []),
        ("{}", {}),
        ("[a, [b, 1]]", ["a", ["b", 1]]),
        ("{a: {b: ~}, c: }", {"a": {"b": None}, "c": None}),
        ("a: b # lời nhắn", {"a": "b"}),
        ("- a\n- b: c\n  d: e", ["a", {"b": "c", "d": "e"}]),
        ("---\na: b\n", {"a": "b"}),
    ],
)
def test_values(text: str, value: object) -> None:
    found = parse_yaml(text).plain()
    assert (found, type(found)) == (value, type(value))


def places(node: Node, name: str = "") -> dict[str, tuple[int, int, int, int]]:
    """Return line, column, line of key, column of key of every node below one, by path."""
    found = {name or ".": (node.line, node.column, node.key_line, node.key_column)}
    inner = node.value
    pairs = inner.items() if isinstance(inner, dict) else enumerate(inner) if isinstance(inner, list) else ()
    for step, child in pairs:
        found |= places(child, f"{name}/{step}")
    return found


PLACED = """\
# đầu
title: "Đặc sản"
tasks: [t1,  t2]
sources:
  - id: a
    publisher: {vi: "Báo", en: Paper}

  - id: b
body: |
  một
  hai
ẩm thực: ngon
empty:
last: x
"""


def test_every_node_knows_its_place() -> None:
    assert places(parse_yaml(PLACED)) == {
        ".": (2, 1, 0, 0),
        "/title": (2, 8, 2, 1),
        "/tasks": (3, 8, 3, 1),
        "/tasks/0": (3, 9, 0, 0),
        "/tasks/1": (3, 14, 0, 0),
        "/sources": (5, 3, 4, 1),
        "/sources/0": (5, 5, 0, 0),
        "/sources/0/id": (5, 9, 5, 5),
        "/sources/0/publisher": (6, 16, 6, 5),
        "/sources/0/publisher/vi": (6, 21, 6, 17),
        "/sources/0/publisher/en": (6, 32, 6, 28),
        "/sources/1": (8, 5, 0, 0),
        "/sources/1/id": (8, 9, 8, 5),
        "/body": (9, 7, 9, 1),
        "/ẩm thực": (12, 10, 12, 1),
        "/empty": (13, 7, 13, 1),
        "/last": (14, 7, 14, 1),
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("sources", 1, "id"), "b"),
        (("sources", 1, "url"), {"id": "b"}),
        (("sources", 9), [{"id": "a", "publisher": {"vi": "Báo", "en": "Paper"}}, {"id": "b"}]),
        (("title", "vi"), "Đặc sản"),
        (("tasks", "x"), ["t1", "t2"]),
    ],
)
def test_what_is_not_there_is_placed_at_the_nearest_that_is(path: tuple[int | str, ...], value: object) -> None:
    assert parse_yaml(PLACED).find(path).plain() == value


Told = tuple[str, int, int, dict[str, str]]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("a: 1\nb: 2\na: 3", ("yaml-duplicate-key", 3, 1, {"key": "a", "first": "1"})),
        ("x:\n  - {a: 1, 'a': 2}", ("yaml-duplicate-key", 2, 12, {"key": "a", "first": "2"})),
        ("a: &x b", ("yaml-anchor", 1, 4, {})),
        ("&x a: b", ("yaml-anchor", 1, 1, {})),
        ("a: &x [b]", ("yaml-anchor", 1, 4, {})),
        ("a: *x", ("yaml-anchor", 1, 4, {})),
        ("a: &x b\nc: *x", ("yaml-anchor", 1, 4, {})),
        ("a: !!str b", ("yaml-tag", 1, 4, {"found": "tag:yaml.org,2002:str"})),
        ("a: ! 12", ("yaml-tag", 1, 4, {"found": "!"})),
        ("a: !own {b: c}", ("yaml-tag", 1, 4, {"found": "!own"})),
        (
            "a:\n- !!python/object/apply:os.system [ls]",
            ("yaml-tag", 2, 3, {"found": "tag:yaml.org,2002:python/object/apply:os.system"}),
        ),
        ("<<: {a: b}", ("yaml-key", 1, 1, {"found": "<<"})),
        ("a: 1\n<<: [b]", ("yaml-key", 2, 1, {"found": "<<"})),
        ("1: a", ("yaml-key", 1, 1, {"found": "1"})),
        ("true: a", ("yaml-key", 1, 1, {"found": "True"})),
        ("~: a", ("yaml-key", 1, 1, {"found": "None"})),
        ("? [a, b]\n: c", ("yaml-key", 1, 3, {"found": "['a', 'b']"})),
        ("", ("yaml-documents", 1, 1, {"found": "0"})),
        ("# nothing\n", ("yaml-documents", 1, 1, {"found": "0"})),
        ("a: 1\n---\nb: 2", ("yaml-documents", 1, 1, {"found": "2"})),
        ("[" * 13 + "]" * 13, ("yaml-too-deep", 1, 13, {"limit": "12"})),
        ('a: "\\ud800"', ("yaml-syntax", 1, 7, {"case": "escape"})),
        ("a: b\x00", ("yaml-syntax", 1, 1, {})),
        ("a: \ud800", ("yaml-syntax", 1, 1, {})),
        ("a: b\n} x", ("yaml-syntax", 2, 1, {"case": "indent"})),
    ],
)
def test_what_is_refused_and_where(text: str, refusal: Told) -> None:
    with pytest.raises(RefusedError) as error:
        parse_yaml(text)
    problem = error.value
    assert (problem.code, problem.line, problem.column, problem.params) == refusal


SLIPS: list[tuple[str, int, int, dict[str, str]]] = [
    # Tabs
    ("\ta: b", 1, 1, {"case": "tab"}),
    ("a: b\n\tc: d", 2, 1, {"case": "tab"}),
    ("a:\n\t- b", 2, 1, {"case": "tab"}),
    # Quotation marks: where they opened, however far below the parser gave up
    ('a: "b', 1, 4, {"case": "quotes", "sign": '"'}),
    ('a: "b\nc: d\ne: f\n', 1, 4, {"case": "quotes", "sign": '"'}),
    ('a: "b\nc: "d"\n', 1, 4, {"case": "quotes", "sign": '"'}),
    ('x: y\na: "Nói "vâng" đi"\nc: d', 2, 4, {"case": "quotes", "sign": '"'}),
    ("a: 'Nói 'vâng' đi'", 1, 4, {"case": "quotes", "sign": "'"}),
    ('a: {vi: "A "b" c", en: d}', 1, 9, {"case": "quotes", "sign": '"'}),
    ('a: "b" c', 1, 4, {"case": "quotes", "sign": '"'}),
    ('a: "\\q"', 1, 5, {"case": "escape"}),
    # Colons
    ("a: Hội chợ: ngày 1", 1, 11, {"case": "colon"}),
    ("a: {vi: Hội chợ: ngày 1, en: b}", 1, 16, {"case": "colon"}),
    ("a: 1\ntasks:[]\nb: 2", 2, 1, {"case": "colon-blank", "found": "tasks:"}),
    ("a: 1\ntasks:[]", 2, 1, {"case": "colon-blank", "found": "tasks:"}),
    ("title:Tin mẫu\nsummary: x", 1, 1, {"case": "colon-blank", "found": "title:"}),
    ('- id: a\n  name:"B"\n  c: d', 2, 3, {"case": "colon-blank", "found": "name:"}),
    ('a: "1"\ntitle\nb: 2', 2, 1, {"case": "colon-missing"}),
    ("a: b\ndate:\u00a02024-05-21\nc: d", 2, 6, {"case": "hard-space"}),
    ("a: b\ntitle\uff1aMuối\nc: d", 2, 6, {"case": "wide-colon"}),
    # Lists
    ("- id: a\n-id: b", 2, 1, {"case": "dash-blank"}),
    ("-id: a\n  name: b", 1, 1, {"case": "dash-blank"}),
    ("[]\n- id: x", 1, 1, {"case": "empty-list"}),
    ("# lời nhắn\n[]\n\n# nữa\n- id: x", 2, 1, {"case": "empty-list"}),
    ("a: []\n  - x", 1, 4, {"case": "empty-list"}),
    ("a: - b\nc: d", 1, 4, {"case": "list-in-line"}),
    ("a: [b", 1, 4, {"case": "bracket", "found": "["}),
    ("a: [b\nc: d", 1, 4, {"case": "bracket", "found": "["}),
    ("a: {vi: x, en: y\nb: 1", 1, 4, {"case": "bracket", "found": "{"}),
    ("a: [{b: c}, {d: e]", 1, 13, {"case": "bracket", "found": "{"}),
    # Levels
    ("a: b\n  c: d", 2, 3, {"case": "indent"}),
    ("a:\n    b: 1\n  c: 2", 3, 3, {"case": "indent"}),
    ("a:\n  - x\n - y", 3, 2, {"case": "indent"}),
    ("- id: a\n name: b\n- id: c", 2, 2, {"case": "indent"}),
    # Signs
    ("a: @b", 1, 4, {"case": "sign", "found": "@"}),
    ("a: %b", 1, 4, {"case": "sign", "found": "%"}),
]


@pytest.mark.parametrize(("text", "line", "column", "params"), SLIPS)
def test_what_an_editor_did_is_told_where_it_was_done(
    text: str, line: int, column: int, params: dict[str, str]
) -> None:
    with pytest.raises(RefusedError) as error:
        parse_yaml(text)
    problem = error.value
    assert (problem.code, problem.line, problem.column, problem.params) == ("yaml-syntax", line, column, params)


@pytest.mark.parametrize(
    ("text", "line", "column", "found"),
    [
        ("a: “Huyện đảo”", 1, 4, "“"),
        ("a: “Huyện “đảo” xanh”", 1, 4, "“"),
        ("a: “Huyện đảo", 1, 4, "“"),
        ('a: “Huyện đảo"', 1, 4, "“"),
        ("a: ”Huyện đảo”", 1, 4, "”"),
        ("a: „Huyện đảo“", 1, 4, "„"),
        ("a: ‘It’s late’", 1, 4, "‘"),
        ("a: “Huyện: đảo”", 1, 4, "“"),
        ("x: y\na: {vi: “A, B”, en: “C”}", 2, 9, "“"),
        ("- “A”", 1, 3, "“"),
    ],
)
def test_curved_quotes_round_a_value_are_refused(text: str, line: int, column: int, found: str) -> None:
    with pytest.raises(RefusedError) as error:
        parse_yaml(text)
    problem = error.value
    assert (problem.code, problem.line, problem.column, problem.params) == (
        "yaml-curved-quotes",
        line,
        column,
        {"found": found},
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('a: "“Huyện đảo”"', "“Huyện đảo”"),
        ("a: “Huyện” và “đảo”", "“Huyện” và “đảo”"),
        ("a: “Huyện đảo” đón khách", "“Huyện đảo” đón khách"),
        ("a: Hội chợ “Mẫu”", "Hội chợ “Mẫu”"),
        ("a: ‘A’ and ‘B’", "‘A’ and ‘B’"),
        ("a: |-\n  “Huyện đảo”", "“Huyện đảo”"),
    ],
)
def test_curved_quotes_inside_a_value_are_text(text: str, value: str) -> None:
    assert parse_yaml(text).plain() == {"a": value}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: Huyện #1 của tỉnh", 1, 10),
        ("a: Muối\n  mẫu # nữa\nb: c", 2, 7),
        ("a: # lời nhắn\nb: c", 1, 4),
        ("a: {vi: Muối #1, en: Salt}", 1, 14),
        ("- Muối\t#1", 1, 8),
    ],
)
def test_words_behind_a_hash_are_not_lost_in_a_header(text: str, line: int, column: int) -> None:
    with pytest.raises(RefusedError) as error:
        parse_yaml(text, of_words=True)
    assert (error.value.code, error.value.line, error.value.column) == ("yaml-comment-after-value", line, column)


@pytest.mark.parametrize(
    "text",
    [
        "# một dòng riêng\na: b\n# nữa",
        'a: "Huyện #1"',
        'a: "Huyện" # lời nhắn',
        "a: Huyện#1",
        "a: |\n  Huyện #1",
        "a: 2024-05-21 # ngày họp",
        "a: true # đợi duyệt",
        "a: 12 # lần",
        "a: # các nguồn\n  - b",
        "a: [b] # lời nhắn",
    ],
)
def test_remarks_that_cost_no_words_may_stand_in_a_header(text: str) -> None:
    assert parse_yaml(text, of_words=True).plain() == parse_yaml(text).plain()


def test_twelve_levels_are_enough() -> None:
    assert parse_yaml("[" * 12 + "]" * 12).value != []


@pytest.mark.parametrize(
    "text",
    ["[" * 490_000, "{a: " * 120_000, "- " * 240_000, "? " * 240_000, "a: &a [" + "*a, " * 100_000, "a:\n " * 100_000],
    ids=["brackets", "braces", "dashes", "question marks", "aliases", "keys"],
)
def test_attacks_end_at_once(text: str) -> None:
    with pytest.raises(RefusedError):
        parse_yaml(text)


SIGNS = (
    "- |? |: |[|]|{|}|,|&x |*x|!t |'|\"|>|#|%|@|a|b: |1|đ|\\|<<: "
    "|---\n|...\n|\n|\n  |\n\t|\r|\u2028|\ufeff|\x00|\U0001f40b"
)
YAML_LIKE = st.lists(st.sampled_from([*SIGNS.split("|"), "|"])).map("".join)


@given(st.one_of(st.text(), YAML_LIKE))
@example("[")
@example("a: 'b\n\n\n")
def test_any_text_gives_a_tree_or_a_refusal_with_a_place(text: str) -> None:
    try:
        parse_yaml(text)
    except RefusedError as problem:
        breaks = text.replace("\r\n", "\n").replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
        assert 1 <= problem.line <= breaks.replace("\r", "\n").count("\n") + 1
        assert problem.column >= 1


TEXT = st.text().map(str.strip)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | TEXT,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXT.filter(lambda key: key != "<<"), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(PLAIN)
def test_plain_data_is_read_as_it_was_written(data: Any) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"') if isinstance(data, str) else dumped(data)
    assert parse_yaml(text).plain() == data


def dumped(data: Any) -> str:
    """Return YAML in which every string is quoted, so that nothing depends on what plain words mean."""

    class Quoting(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
    return yaml.dump(data, Dumper=Quoting, allow_unicode=True)
