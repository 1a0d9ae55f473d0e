"""No pattern and no reader takes more time over a text than grows with its length, whatever stands in it."""

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from types import ModuleType

import pytest

import promosite
from promosite.load.files import SourceFile
from promosite.load.header import split_header
from promosite.load.nodes import Node
from promosite.parity.blocks import read_body, words_of
from promosite.parity.notations import facts_of
from promosite.trial import is_demanding, is_marked
from promosite.validate.rules import check_body
from promosite.wording import markup
from promosite.wording.sentences import sentences

SHORT, LONG = 1_500, 6_000
"""Characters of a text and of one four times as long, over which a reader may take `GROWTH` times as long.

A reader that goes back at each character takes 16 times as long, one that does so twice takes 64 times.
"""
GROWTH = 9
FAST = 0.001
"""Seconds of processor time for a short text within which nothing goes back at each character."""
TRIES = 3
"""How often what looks slow is measured again: the machine may have been busy, and only the best time counts."""

HEADS = ("", "## 1")
UNITS = (
    *" \u00a0\t\n-–.,:;!?|()[]{}<>`'\"“”‘’«#*_~=+/\\@&%^$a1Ađ",
    *(
        "a ",
        "a-",
        "a.",
        "a|",
        "a/",
        "a,",
        "a\n",
        "A ",
        "đ ",
        "1.",
        "1,",
        "1 ",
        "1-",
        "1/",
        "\n ",
        "- ",
        "# ",
        "> ",
        "| ",
    ),
    *(
        "![",
        "[^",
        "[^a",
        "](",
        "[a",
        "[a](",
        "[a](b.md#",
        "](../a",
        "![](media/a",
        "(a",
        "(đ",
        "“đ",
        "‘a",
        "<a ",
        "</b>",
        "<!--",
    ),
    *("```\n", "~~~\n", "www.", "http://", "url(a", "/*", "@import", "@namespace", "/A", "-A", "&a", "{#", "[a]: "),
)
OPENERS = ("```", "~~~", "- ", "> ", "|", "-", "[", "](", "<", "1.")
TEXTS = (*product(HEADS, UNITS), *product(OPENERS, " \ta-"))
"""What a text begins with, and what is repeated behind it."""
TAIL = "x\x00"
"""What no repetition goes on with."""

WINDOWED = {
    "wording.glossary.NOT_MEANT",
    "wording.spelling.BEGINS",
    "wording.spelling.MEASURED",
    "wording.tense.NOW_AFTER['en']",
    "wording.tense.NOW_AFTER['vi']",
}
"""Looked for in the few characters before or behind a word only."""
FINISHED = {"render.foreign_words.TAG"}
"""Looked for in finished pages only, in which each tag is closed."""
FROM_STARTS = ("parity.dates", "parity.english", "parity.vietnamese")
"""Modules whose patterns are tried at the words with which they begin, on texts that `words_of` has made."""

USES = {
    "search": lambda pattern, text: pattern.search(text),
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "finditer": lambda pattern, text: sum(1 for _ in pattern.finditer(text)),
}
SAME_AS_FINDITER = dict.fromkeys(("findall", "sub", "subn", "split"), "finditer")

Patterns = dict["re.Pattern[str]", tuple[str, set[str]]]


def modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(promosite.__path__, "promosite."):
        if not one.name.endswith("__main__"):
            yield importlib.import_module(one.name)


def held(value: object, name: str, depth: int = 3) -> Iterator[tuple["re.Pattern[str]", str]]:
    """Yield the patterns that a value of a module is or holds, with a name for each."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value, name
    elif depth and isinstance(value, (tuple, list, set, frozenset)):
        for index, one in enumerate(value):
            yield from held(one, f"{name}[{index}]", depth - 1)
    elif depth and isinstance(value, dict):
        for key, one in value.items():
            yield from held(one, f"{name}[{key!r}]", depth - 1)
    elif depth and isinstance(value, type) and value.__module__.startswith("promosite"):
        for key, one in vars(value).items():
            yield from held(one, f"{name}.{key}", depth - 1)


def used(module: ModuleType) -> Iterator[tuple["re.Pattern[str]", str, str]]:
    """Yield the patterns on which a module calls a method, with the method; those written in the call with a name."""
    for call in ast.walk(ast.parse(inspect.getsource(module))):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        method = SAME_AS_FINDITER.get(call.func.attr, call.func.attr)
        of = call.func.value
        if method not in USES:
            continue
        if isinstance(of, ast.Name) and of.id == "re":
            if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
                yield re.compile(call.args[0].value), f"{module.__name__[10:]}:{call.lineno}", method
        elif isinstance(of, ast.Name):
            pattern = vars(module).get(of.id)
            if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                yield pattern, of.id, method


def patterns() -> Patterns:
    """Return every pattern of the package with its name and how it is used, as far as that can be seen."""
    found: Patterns = {}
    loaded = list(modules())
    for module in loaded:
        for key, value in list(vars(module).items()):
            for pattern, name in held(value, f"{module.__name__[10:]}.{key}"):
                found.setdefault(pattern, (name, set()))
    for module in loaded:
        for pattern, name, method in used(module):
            found.setdefault(pattern, (name, set()))[1].add(method)
    return found


def seconds(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


def is_linear(run: Callable[[str], object], head: str, unit: str, prepared: Callable[[str], str] = str) -> bool:
    """Tell whether a text that is four times as long takes a few times as long, and not many times."""
    short = prepared(head + unit * (SHORT // len(unit)) + TAIL)
    if seconds(lambda: run(short)) < FAST:
        return True
    long = prepared(head + unit * (LONG // len(unit)) + TAIL)
    return any(_grows_as_the_text(lambda: run(short), lambda: run(long)) for _ in range(TRIES))


def _grows_as_the_text(short: Callable[[], object], long: Callable[[], object]) -> bool:
    few = min(seconds(short) for _ in range(TRIES))
    return any(seconds(long) < GROWTH * max(few, FAST) for _ in range(TRIES))


def methods_of(name: str, seen: set[str]) -> set[str]:
    if name.startswith(FROM_STARTS):
        return seen or {"match", "fullmatch"}
    return seen or {"match", "finditer"}


ALL = {name: (pattern, methods_of(name, seen)) for pattern, (name, seen) in patterns().items()}


def test_patterns_are_found() -> None:
    assert len(ALL) > 200
    assert {
        "parity.blocks.HEADING",
        "validate.papers.HEADING",
        "wording.markup.LAYERS[0][1]",
        *WINDOWED,
        *FINISHED,
    } <= set(ALL)


@pytest.mark.parametrize("name", sorted(ALL.keys() - WINDOWED - FINISHED))
def test_no_pattern_goes_back_at_each_character(name: str) -> None:
    pattern, methods = ALL[name]
    prepared = words_of if name.startswith(FROM_STARTS) else str
    slow = [
        (method, head, unit)
        for method in methods
        for head, unit in TEXTS
        if not is_linear(lambda text, use=USES[method]: use(pattern, text), head, unit, prepared)  # type: ignore[misc]
    ]
    assert slow == []


EMPTY = SourceFile("a.md", "vi", "news", "a", Node({}, 1, 1), "", 1, "")
READERS: dict[str, Callable[[str], object]] = {
    "build of a body": lambda text: read_body(text, 1),
    "facts in Vietnamese": lambda text: facts_of(text, "vi"),
    "facts in English": lambda text: facts_of(text, "en"),
    "prose": lambda text: markup.running(markup.unquoted(markup.prose(text))),
    "sentences": lambda text: list(sentences(text)),
    "header": lambda text: split_header(f"---\ntitle: a\n---\n{text}"),
    "trial": lambda text: (is_marked(text), is_demanding(text)),
    "rules of a body": lambda text: check_body(replace(EMPTY, body=text)),
}


@pytest.mark.parametrize("name", READERS)
def test_no_reader_goes_back_at_each_character(name: str) -> None:
    slow = [(head, unit) for head, unit in TEXTS if not is_linear(READERS[name], head, unit)]
    assert slow == []
