"""Texts of headers and of data that stand in both languages beside each other: they say the same facts."""

from pathlib import Path

import pytest

from promosite.findings import sentence
from promosite.messages import load_messages
from tests.worlds import UNITS, english, event, glance, product

ITEM, TRANSLATION = "content/vi/products/muoi-mau.md", "content/en/products/muoi-mau.md"
FAIR, DATA, REGISTER = "content/vi/events/hoi-cho-mau.md", "content/data/units.yml", "content/media/media.yml"
ENGLISH = english("Sample text.[^bao-mau]")
FACTS = '[{label: {vi: "Sản lượng năm 2024", en: "%s"}, value: {vi: "600 tấn", en: "%s"}, source: bao-mau}]'
SEASON = '\n  season: {vi: "Tháng 4 đến tháng 6", en: "%s", source: bao-mau}'
VENUE = '{vi: "Hội trường tầng 2", en: "%s"}'
ABOUT = '[{id: bao-mau, publisher: Báo Mẫu, about: {vi: "Bài ngày 21/5/2024", en: "%s"}, site: mau.vn}]'


def differ(place: str, expected: str, found: str) -> tuple[str, str, dict[str, str]]:
    """Return what is told of a field where nothing can be waived."""
    return "words-differ", place, {"expected": expected, "found": found, "lang": "en"}


def item(place: str, expected: str, found: str) -> tuple[str, str, dict[str, str]]:
    """Return what is told of a field of an item with a translation, in whose header facts are waived."""
    code, where, params = differ(place, expected, found)
    return code, where, {"case": "item"} | params


CASES = {
    "facts that agree": ({ITEM: product(facts=FACTS % ("Output in 2024", "600 tonnes")), TRANSLATION: ENGLISH}, []),
    "label and value of a fact": (
        {ITEM: product(facts=FACTS % ("Output in 2023", "700 tonnes")), TRANSLATION: ENGLISH},
        [
            item(f"{ITEM}:8:48", "năm 2024 (2024)", "2023"),
            item(f"{ITEM}:8:94", "600 tấn (600000 kg)", "700 tonnes (700000 kg)"),
        ],
    ),
    "an answer to a buyer": (
        {ITEM: product(trade=SEASON % "April to July"), TRANSLATION: ENGLISH},
        [item(f"{ITEM}:9:43", "tháng 6 (*-06)", "July (*-07)")],
    ),
    "what a source is about": (
        {ITEM: product(sources=ABOUT % "Article of 12 May 2024"), TRANSLATION: ENGLISH},
        [item(f"{ITEM}:6:83", "ngày 21/5/2024 (2024-05-21)", "12 May 2024 (2024-05-12)")],
    ),
    "an item without translation": (
        {FAIR: event(venue=VENUE % "Hall on floor 3")}, [differ(f"{FAIR}:9:38", "2", "3")]
    ),
    "a draft, which is held to nothing": ({FAIR: event(venue=VENUE % "Hall on floor 3", draft="true")}, []),
    "data": (
        {DATA: UNITS.replace("en: Sample Centre", "en: Sample Centre 2")}, [differ(f"{DATA}:1:46", "–", "2")]
    ),
    "a waiver in the translation": (
        {
            ITEM: product(facts=FACTS % ("Output", "600 tonnes")),
            TRANSLATION: english("Sample text.[^bao-mau]", waivers='[{fact: "2024", reason: Of no use abroad.}]'),
        },
        [],
    ),
    "a waiver that waives nothing": (
        {
            ITEM: product(facts=FACTS % ("Output in 2024", "600 tonnes")),
            TRANSLATION: english("Sample text.[^bao-mau]", waivers='[{fact: "2024", reason: Of no use abroad.}]'),
        },
        [("parity-waiver-unused", f"{TRANSLATION}:4:11", {"found": "2024"})],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_fields(files: dict[str, str], expected: list[object], tmp_path: Path) -> None:
    ours = ("words-differ", "parity-waiver-unused")
    found = [one for one in glance(tmp_path, files).findings if one.code in ours]
    assert [(one.code, str(one.source), dict(one.params)) for one in found] == expected


def test_sentences_name_the_waiver(tmp_path: Path) -> None:
    (one, *_) = glance(tmp_path, CASES["label and value of a fact"][0]).judged
    assert [sentence(one, load_messages(lang)) for lang in ("vi", "en")] == [
        "Hai ngôn ngữ nói khác nhau: tiếng Việt có “năm 2024 (2024)”, bản en có “2023”. Hãy sửa cho khớp; nếu cố ý, "
        "hãy ghi dữ kiện đó vào waivers của tệp dịch kèm lý do.",
        "The two languages say different things: the Vietnamese has “năm 2024 (2024)”, the text in en has “2023”. Make "
        "them agree; if the difference is meant, name it in waivers of the translation with the reason.",
    ]
