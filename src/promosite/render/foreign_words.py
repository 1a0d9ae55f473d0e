"""Vietnamese words on a page in another language are marked as such (WCAG 2.2, 3.1.2 Language of Parts)."""

import re
from collections.abc import Iterator
from functools import lru_cache

TAG = re.compile(r"(<!--.*?(?:-->|\Z)|<[^>]*>)", re.DOTALL)
NAME = re.compile(r"</?([a-zA-Z0-9]+)")
LANG = re.compile(r"""\slang=["']?([A-Za-z-]+)""")
EMPTY = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
UNSPOKEN = frozenset({"head", "option", "script", "style", "svg", "textarea", "title"})
"""Elements whose text takes no marks: `svg` has a language of its own, the others hold plain text."""

OWN = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ"
"""Letters that hardly any language but Vietnamese has."""
WORD = r"[A-Za-zÀ-ỹ]*[À-ỹ][A-Za-zÀ-ỹ]*"
QUOTED = re.compile(r"(?<=“)[^“”<>]+(?=”)|(?<=\()[^()<>]+(?=\))")
RUN = re.compile(rf"(?<![A-Za-zÀ-ỹ]){WORD}(?:(?: | - |-){WORD})*")
OF_A_SYMBOL = frozenset("/-0123456789")
"""What stands right beside a part of a document's symbol, such as 148/QĐ-TTg: the same in every language."""


def marked_vietnamese(html: str, lang: str) -> str:
    """Return a page in `lang` with its Vietnamese words in `<span lang="vi">`; what is marked already stays."""
    if lang == "vi":
        return html
    return "".join(_pieces(html, lang))


def _pieces(html: str, lang: str) -> Iterator[str]:
    """Yield tags as they are and texts with marks, keeping the language and kind of what is open."""
    opened = [("", lang, True)]
    for piece in TAG.split(html):
        if piece[:1] == "<":
            name, own = _named(piece)
            if name[:1] == "/":
                while len(opened) > 1 and opened.pop()[0] != name[1:]:
                    pass
            elif name:
                _, here, spoken = opened[-1]
                opened.append((name, own or here, spoken and name not in UNSPOKEN))
            yield piece
        elif piece.isascii() or not opened[-1][2] or opened[-1][1] != lang:
            yield piece
        else:
            yield _marked(piece)


@lru_cache(maxsize=4096)
def _named(tag: str) -> tuple[str, str]:
    """Return the name of a tag, with its slash where it closes, and its own language; empty for what opens nothing."""
    name = NAME.match(tag)
    if not name or name[1].lower() in EMPTY or tag.endswith("/>"):
        return "", ""
    if tag.startswith("</"):
        return f"/{name[1].lower()}", ""
    own = LANG.search(tag)
    return name[1].lower(), own[1] if own else ""


def _marked(text: str) -> str:
    if not any(char in OWN for char in text.lower()):
        return text
    whole = QUOTED.sub(lambda match: _span(match[0]) if _is_vietnamese(match[0]) else match[0], text)
    parts = re.split(r'(<span lang="vi">.*?</span>)', whole)
    return "".join(part if part.startswith("<") else RUN.sub(_run, part) for part in parts)


def _is_vietnamese(text: str) -> bool:
    """Tell whether most words of a quotation carry Vietnamese marks."""
    words = re.findall(r"[A-Za-zÀ-ỹ]+", text)
    marked = sum(1 for word in words if re.fullmatch(WORD, word))
    return _has_own(text) and marked * 2 > len(words)


def _run(match: re.Match[str]) -> str:
    beside = {*match.string[max(0, match.start() - 1) : match.start()], *match.string[match.end() : match.end() + 1]}
    return _span(match[0]) if _has_own(match[0]) and not beside & OF_A_SYMBOL else match[0]


def _has_own(text: str) -> bool:
    return any(char in OWN for char in text.lower())


def _span(text: str) -> str:
    return f'<span lang="vi">{text}</span>'
