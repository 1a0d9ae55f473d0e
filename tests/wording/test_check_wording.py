"""All checks over whole files: places, pairs, the real content, speed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from promosite.findings import Finding, Severity, as_lines, sentence
from promosite.load import load_content
from promosite.load.documents import load_documents
from promosite.load.files import DataFile, SourceFile
from promosite.load.header import split_header
from promosite.load.nodes import parse_yaml
from promosite.messages import load_messages
from promosite.model.items import ItemFacts, Kind, NewsFacts
from promosite.validate import validate_item, validate_reference
from promosite.wording import House, check_data, check_wording, groups_of, house_of
from promosite.wording.checks import ItemFile
from tests.wording.tiny import ROOT, real_reference

LANGUAGES = ("vi", "en")


@dataclass(frozen=True)
class Item:
    kind: Kind
    slug: str
    facts: ItemFacts | None
    file: SourceFile


def file(lang: str, text: str, folder: str = "news", stem: str = "x") -> SourceFile:
    header, body, line = split_header(text)
    return SourceFile(f"content/{lang}/{folder}/{stem}.md", lang, folder, stem, header, body, line, "")


def found(items: Iterable[Item], pages: Iterable[SourceFile] = (), publisher_set: bool = False) -> list[Finding]:
    return all_found(items, pages, house_of(real_reference(), LANGUAGES, publisher_set=publisher_set))


def all_found(items: Iterable[ItemFile], pages: Iterable[SourceFile], house: House) -> list[Finding]:
    return [one for group in groups_of(items, pages) for one in check_wording(group, house)]


def news(vi: str, en: str, facts: NewsFacts | None = None) -> list[Item]:
    own = facts or NewsFacts(published=date(2024, 1, 2), date="2024-01-01")  # type: ignore[arg-type]
    return [Item(Kind.NEWS, "x", own, file("vi", vi)), Item(Kind.NEWS, "x", None, file("en", en))]


VI = """---
title: "Tuyên truyền về Hoà Long"
summary: "Tóm tắt."
facts:
  - label: {vi: "Sức khoẻ", en: "The center"}
    value: "3"
sources:
  - id: a
    publisher: "Ðài Mẫu"
    title: "Hoà bình là nhất"
    about: {vi: "Bài viết", en: "Bài viết in English"}
---

Đoạn một.

Đoạn hai về tuyên truyền.
"""
EN = """---
title: "Propaganda in Hoa Long"
summary: "Bà Rịa-Vũng Tàu Province"
---

Paragraph one, with a program.

Paragraph two, with propaganda.
"""


def test_every_finding_stands_at_its_place() -> None:
    lines = as_lines(found(news(VI, EN)), [load_messages("en")])
    assert [line.split("  ")[0] for line in lines] == [
        "content/en/news/x.md:2:8: error word-avoided",
        "content/en/news/x.md:3:10: error word-name",
        "content/en/news/x.md:6:23: warning word-british",
        "content/en/news/x.md:8:21: error word-avoided",
        "content/vi/news/x.md:2:8: warning word-tone",
        "content/vi/news/x.md:5:17: warning word-tone",
        "content/vi/news/x.md:5:33: warning word-british",
        "content/vi/news/x.md:9:16: error word-look-alike",
        "content/vi/news/x.md:11:33: error word-left-vietnamese",
    ]


def test_titles_of_sources_are_looked_at_for_letters_only() -> None:
    vi = '---\ntitle: "X"\nsources:\n  - {id: a, title: "Bài của Ðài: Hoà bình, the best program"}\n---\nCâu.\n'
    (one,) = found(news(vi, '---\ntitle: "X"\n---\nSentence.\n'))
    assert (one.code, one.source.line, one.params["found"]) == ("word-look-alike", 4, "Ðài")


def test_a_refused_american_word_is_told_once() -> None:
    vi, en = "---\ntitle: X\n---\nChương trình OCOP.\n", "---\ntitle: X\n---\nThe OCOP program.\n"
    assert [one.code for one in found(news(vi, en))] == ["word-avoided"]


def test_hand_written_pages_are_pairs_too() -> None:
    vi = file("vi", '---\ntitle: "Giới thiệu"\n---\nĐây là trang chính thức.\n', ".", "about")
    en = file("en", '---\ntitle: "About"\n---\nDiscover Ba Ria - Vung Tau Province.\n', ".", "about")
    places = [(one.code, one.source.path, one.source.line, one.source.column) for one in found([], [vi, en])]
    assert places == [
        ("word-tense", "content/en/./about.md", 4, 10),
        ("word-official", "content/vi/./about.md", 4, 8),
    ]


def test_with_a_publisher_a_site_may_be_official() -> None:
    page = file("vi", "---\ntitle: X\n---\nĐây là trang chính thức.\n")
    assert found([], [page], publisher_set=True) == []


def test_a_third_language_is_looked_at_for_letters_and_the_message() -> None:
    page = file("fr", "---\ntitle: X\n---\nLa meilleure organization, cоmmune, Hoà, Vietnam.\n")
    house = house_of(real_reference(), ("vi", "en", "fr"), publisher_set=False)
    assert [one.code for one in all_found([], [page], house)] == ["word-look-alike"]


def test_the_day_of_the_matter_decides_on_tense() -> None:
    vi, en = "---\ntitle: X\n---\nỞ huyện Châu Đức.\n", "---\ntitle: X\n---\nIn Chau Duc District.\n"
    after = NewsFacts(published=date(2026, 1, 2), date="2025-08-01")  # type: ignore[arg-type]
    known = NewsFacts(published=date(2026, 1, 2), as_of="2025-08-01")  # type: ignore[arg-type]
    before = NewsFacts(published=date(2026, 1, 2), date="2025-06", as_of="2025-09")  # type: ignore[arg-type]
    assert [one.code for one in found(news(vi, en, after))] == ["word-tense"] * 2
    assert [one.code for one in found(news(vi, en, known))] == ["word-tense"] * 2
    assert found(news(vi, en, before)) == []


WARN = {"british", "claim", "health", "left-english", "name-missing", "tense", "tone"}
ALL = {*WARN, "look-alike", "invisible", "mark-alone", "message", "avoided", "name", "left-vietnamese", "official"}


@pytest.mark.parametrize("name", sorted(ALL))
def test_severity_and_sentence_of_every_code(name: str) -> None:
    params = dict.fromkeys(("found", "expected", "char", "near", "term", "name", "until"), "«x»")
    one = Finding(
        f"word-{name}", file("vi", "---\ntitle: X\n---\n").at(split_header("---\ntitle: X\n---\n")[0]), params
    )
    assert (one.severity is Severity.WARNING) == (name in WARN)
    for lang in LANGUAGES:
        text = sentence(one, load_messages(lang))
        assert "«x»" in text
        assert "{" not in text
        assert text.endswith(".")


# ---- Content ----

SITES = {"real": ROOT, "sample-year": ROOT / "tests" / "sites" / "sample-year"}


@pytest.mark.parametrize("root", SITES.values(), ids=SITES)
def test_content_has_no_wrong_words(root: Path) -> None:
    content, _ = load_content(root, LANGUAGES)
    reference, _ = validate_reference(content.data)
    valid = [record for one in content.items if (record := validate_item(one, "vi")[0])]
    pages, _ = load_documents(root, LANGUAGES)
    findings = all_found(valid, pages, house_of(reference, LANGUAGES, publisher_set=False))
    assert as_lines(findings, [load_messages("en")]) == []


# ---- Speed ----


def data(name: str, text: str) -> DataFile:
    return DataFile(f"content/data/{name}.yml", name, parse_yaml(text), "")


def test_words_of_data_are_judged_in_both_languages_and_as_pairs() -> None:
    text = """- id: hoa-long
  name: {vi: "Tuyên truyền ở Hoà Long", en: "Propaganda by the center"}
  sources: [{id: a, title: "Hoà bình là nhất", publisher: "Ðài Mẫu"}]
"""
    found = check_data(data("units", text), house_of(real_reference(), LANGUAGES, publisher_set=False))
    assert [(one.code, str(one.source)) for one in found] == [
        ("word-tone", "content/data/units.yml:2:14"),
        ("word-avoided", "content/data/units.yml:2:45"),
        ("word-british", "content/data/units.yml:2:45"),
        ("word-look-alike", "content/data/units.yml:3:59"),
    ]
