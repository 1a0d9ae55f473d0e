"""The small documents that the search engine reads in place of the finished pages.

Pagefind folds marks by decomposing letters, and đ does not decompose. So its copy, and every query in the browser, has
ḏ (U+1E0F) for đ: Vietnamese never uses that letter, and it decomposes to d. It also takes 4-star for 4star and star,
and lets 4 go. So compounds with a part of one letter are laid apart by a sign and a space. The browser turns both back
for the eye.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from promosite.model.search import SearchEntry
from promosite.render.whole_names import as_written

MARKED = re.compile(r"<!--search-->(.*?)<!--/search-->", re.DOTALL)
"""What templates mark as a page's own words; a page may have several such parts."""
REFERENCES = re.compile(r"&#(?:x0*11([01])|0*27([23]));", re.IGNORECASE)
"""Đ and đ as numeric character references (U+0110 and U+0111)."""
CITED = re.compile(r"<sup class=[\"']ps-cite[\"'].*?</sup>", re.DOTALL)
CELL = re.compile(r"(?P<inner></(?:[a-z]+>\s*</){0,20})(?P<name>dt|dd|th|td)>(?P<row>\s*</tr>)?")
"""The end of a cell with the tags that end there, and whether a row ends as well."""


SIGNS = "-‑–/.,:"
JOINED = re.compile(rf"[{SIGNS}<](?:(?<=<)[^<>]*>|(?<=[^\W_][{SIGNS}])(?=[^\W_]))")
"""A tag, or a sign that joins what stands around it, as in `4-star`, `1.026` or `06/7/2025`. Both begin with a sign, of
which a page has few: looking for words would take four times as long."""
REST = re.compile(rf"(?:[{SIGNS}][^\W_]+)+")
JOINT = re.compile(rf"[{SIGNS}]")
APART = "\N{INVISIBLE SEPARATOR} "
"""What parts a compound. Texts have no use for the sign; if one has it, nobody sees that it goes."""


NO_MARK_AFTER = frozenset((*".:;!?…<>", ""))
"""Signs that part two cells by themselves, and what shows that a cell is empty."""


def mapped(text: str) -> str:
    """Return text or markup with ḏ for đ and Ḏ for Đ, also where they are written as references."""
    plain = REFERENCES.sub(lambda match: "Đ" if (match[1] or match[2]) in "02" else "đ", text)
    return plain.replace("đ", "\u1e0f").replace("Đ", "\u1e0e")


def own_words(page: str) -> str:
    """Return the parts of a finished page that search is to read, as markup."""
    return separated(as_written("\n".join(MARKED.findall(page))))


def separated(markup: str) -> str:
    """Return markup in which no cell is glued to the next: the engine puts nothing between them, not even a space."""
    return CELL.sub(_cell_end, CITED.sub("", markup)).replace("<br>", " <br>")


def _cell_end(match: re.Match[str]) -> str:
    last, ends_row = _last_sign(match.string, match.start()), match["row"] is not None
    sign = ":" if match["name"] in ("dt", "th") and not ends_row else "."
    mark = "" if last in NO_MARK_AFTER else sign
    return f"{match['inner'][:-2]}{mark} </{match['name']}>{match['row'] or ''}"


def _last_sign(markup: str, end: int) -> str:
    """Return the last sign before a place that is no white space; empty where there is none."""
    while end and markup[end - 1].isspace():
        end -= 1
    return markup[end - 1 : end]


def compounds(markup: str) -> Iterator[tuple[int, int]]:
    """Yield where the compounds of a text are of which the engine would let a part go, as it has but one letter."""
    end = 0
    for match in JOINED.finditer(markup):
        start = match.start()
        if start < end or markup[start] == "<":
            continue
        rest = REST.match(markup, start)
        end = rest.end() if rest else end
        while start and markup[start - 1].isalnum():
            start -= 1
        if min(map(len, JOINT.split(markup[start:end]))) == 1:
            yield start, end


def parted(markup: str) -> tuple[str, list[str]]:
    """Return markup in which the engine sees each part of such compounds, and the compounds as they are written."""
    parts, last, found = list[str](), 0, list[str]()
    for start, end in compounds(markup):
        found.append(markup[start:end])
        parts += [markup[last:start], JOINT.sub(rf"\g<0>{APART}", found[-1])]
        last = end
    return "".join([*parts, markup[last:]]), found


def in_one_piece(found: Iterable[str]) -> str:
    """Return compounds as people type them without their signs: 4star, 1026; dates and times never are."""
    return " ".join(dict.fromkeys(JOINT.sub("", one) for one in found if not {"/", ":"} & set(one)))


def document(entry: SearchEntry, page: str) -> str:
    """Return what the engine reads of a page: its own words, its title and its other names, nothing around them."""
    words, compound = parted(own_words(page))
    told = {name: parted(value) for name, value in _metas(entry)}
    metas = "".join(_meta(name, text) for name, (text, _) in told.items())
    metas += _meta("joined", in_one_piece([*told["title"][1], *compound]))
    head = f'<head><meta charset="utf-8"><title></title>{metas}</head>'
    body = f"<body data-pagefind-body>{words}</body>"
    return mapped(f'<!doctype html><html lang="{entry.lang}">{head}{body}</html>\n')


def _meta(name: str, value: str) -> str:
    return f'<meta data-pagefind-meta="{name}[content]" content="{value}">' if value else ""


def _metas(entry: SearchEntry) -> Iterator[tuple[str, str]]:
    values = {
        "title": entry.title,
        "names": " · ".join(entry.names),
        "also": " · ".join(entry.also),
        "date": entry.date,
        "stars": entry.stars_text,
    }
    return ((name, escape(value)) for name, value in values.items() if value)
