"""Texts that Markdown is slow or deep with, and the most of each that passes as light."""

from collections.abc import Iterator

from promosite.trial import LENGTH, is_demanding

SIZE = 20_000


def _bomb(piece: str, size: int = SIZE) -> str:
    return piece * (size // len(piece))


BOMBS = {
    "opening brackets": _bomb("["),
    "nested brackets": "[" * 10_000 + "]" * 10_000,
    "pictures": _bomb("!["),
    "links": _bomb("[a]("),
    "links in angle brackets": _bomb("[a](<"),
    "references": _bomb("[a]["),
    "citations": _bomb("[^"),
    "titles": _bomb('[a](b "'),
    "marked sections": _bomb("<![CDATA["),
    "tags": _bomb("<a "),
    "addresses": _bomb("<http://"),
    "comments": _bomb("<!--"),
    "instructions": _bomb("<?"),
    "elements": _bomb("<div>\n"),
    "stars": _bomb("*a "),
    "underscores": _bomb("__a "),
    "ticks": "".join("`" * number + " " for number in range(1, 200)),
    "backslashes": _bomb("\\*"),
    "entities": _bomb("&#"),
    "quotations": _bomb("> "),
    "lists in a line": _bomb("- "),
    "numbers in a line": _bomb("1. "),
    "lists in lists": "\n".join(" " * 4 * depth + "- a" for depth in range(100)),
    "lists in quotations": _bomb("> - "),
    "headings": _bomb("# a\n"),
    "underlined headings": _bomb("a\n=\n"),
    "rules": _bomb("---\n"),
    "wide tables": "|".join("a" * 3_000) + "\n" + "|".join("-" * 3_000) + "\n" + "a|\n" * 3_000,
    "abbreviations": "".join(f"*[A{number}]: x\n" for number in range(1_600)) + "A1 " * 1_600,
    "definitions": _bomb("a\n: b\n"),
    "definitions of one": "a\n" + _bomb(": b\n"),
    "fences": _bomb("~~~ a\n"),
    "link targets": "".join(f"[a{number}]: x\n" for number in range(2_000)),
}


def _lightest() -> Iterator[tuple[str, str]]:
    for name, text in BOMBS.items():
        while is_demanding(text):
            text = text[: len(text) * 97 // 100]
        filling = "mẫu " * ((LENGTH - len(text)) // 4)
        yield f"{name} behind words", filling + text
        yield f"{name} before words", text + filling


LIGHT_ENOUGH = {name: text for name, text in _lightest() if not is_demanding(text)}
"""Where words and bomb together are too much, the other order stands."""
