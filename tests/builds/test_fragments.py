"""Vietnamese words on a page in English are marked as Vietnamese, so that a screen reader reads them aright."""

import re
from html.parser import HTMLParser

import pytest

VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)
SYMBOL = re.compile(r"\S*[A-ZĐƯẪ]{2,}\S*")
"""The symbol of a document, such as 148/QĐ-TTg: the same in every language."""
EMPTY = frozenset({"meta", "link", "br", "img", "input", "hr", "source", "wbr"})
UNREAD = frozenset({"script", "style"})


class Unmarked(HTMLParser):
    """Collects texts with Vietnamese letters whose nearest `lang` is English."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY:
            inherited = self.open[-1][1] if self.open else ""
            self.open.append((tag, dict(attrs).get("lang") or inherited))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, lang = self.open[-1] if self.open else ("", "")
        if lang == "en" and tag not in UNREAD and VIETNAMESE.search(SYMBOL.sub("", data)):
            self.found.append(data.strip())


def unmarked(html: str) -> list[str]:
    reader = Unmarked()
    reader.feed(html)
    return reader.found


@pytest.mark.parametrize("which", ["real_project", "sample_project"])
def test_every_fragment_is_marked(which: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(which) / "site"
    pages = sorted((site / "en").rglob("*.html"))
    assert len(pages) > 40
    found = {page.relative_to(site).as_posix(): unmarked(page.read_text(encoding="utf-8")) for page in pages}
    assert {page: texts for page, texts in found.items() if texts} == {}


def test_an_unmarked_fragment_is_seen() -> None:
    page = '<html lang="en"><p>Salt <i lang="vi">muối</i><br>from <b>Bà Rịa đây</b></p></html>'
    assert unmarked(page) == ["Bà Rịa đây"]
