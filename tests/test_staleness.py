"""Staleness: a mere touch changes nothing, every change of words is named, and acceptance touches two fields only."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promosite.findings import Source, as_lines
from promosite.generate.items import stale_notice
from promosite.load.header import split_header
from promosite.load.refusal import RefusedError
from promosite.messages import load_messages
from promosite.model.items import ItemId, ItemText, Tier
from promosite.staleness import State, compare, parts_of, record_of, stale_finding
from promosite.staleness.acceptance import accepted
from promosite.staleness.sections import normalised
from promosite.staleness.side_by_side import side_by_side
from tests.worlds import Files, english, glance, news

DAY = date(2026, 11, 22)
VI, EN = load_messages("vi"), load_messages("en")
NO_RECORD: tuple[str, ...] = ()


def text(body: str, lang: str = "vi", title: str = "Muối", summary: str = "Về muối.", **more: object) -> ItemText:
    fields = {"lang": lang, "title": title, "summary": summary, "body": body}
    return ItemText.model_validate({**fields, "path": f"content/{lang}/news/muoi.md", "body_line": 6, **more})


def translated(source: ItemText, body: str = "Text.", **more: object) -> ItemText:
    """Return a translation that was accepted when its source said what it says here."""
    tier = Tier.FULL if body.strip() else Tier.SUMMARY
    record = record_of(source, tier)
    return text(body, "en", "Salt", "On salt.", translated_from=record, translated_on=DAY, **more)


# ---- Parts ----

FOUR = "Mở đầu.\n\n## Giờ mở cửa\nSáng.\n\n## Giá\nMột.\n\n### Vé trẻ em\nNửa.\n\n## Đường đi\nXe.\n"
FOUR_EN = "Opening.\n\n## Hours\nMorning.\n\n## Price\nOne.\n\n### Children\nHalf.\n\n## Way\nBus.\n"
KEYS = ["title", "summary", "intro", "1-gio-mo-cua", "2-gia", "3-duong-di"]


@pytest.mark.parametrize(
    ("body", "keys"),
    [
        ("", []),
        ("\n\n", []),
        ("Chữ.", ["intro"]),
        ("## Một\nA", ["1-mot"]),
        ("A\n\n## Một\nB\n\n## Một\nC", ["intro", "1-mot", "2-mot"]),
        ("A\n### Nhỏ\nB", ["intro"]),
        ("##Không cách\nB", ["1-khong-cach"]),
        ("## Có dấu thăng ##\nB", ["1-co-dau-thang"]),
        ("## …\nB", ["1"]),
        ("A\n```\n## trong mã\n```\n## Ngoài\nB", ["intro", "1-ngoai"]),
        ("A\n~~~~\n## trong\n~~~\n## vẫn trong\n~~~~\n## Ngoài", ["intro", "1-ngoai"]),
        ("A\n ## thụt vào", ["intro"]),
        (FOUR, KEYS[2:]),
    ],
)
def test_a_text_is_cut_at_its_second_level_headings(body: str, keys: list[str]) -> None:
    assert [part.key for part in parts_of(text(body))] == ["title", "summary", *keys]


def test_a_part_holds_everything_below_its_heading() -> None:
    parts = {part.key: (part.heading, part.text.strip()) for part in parts_of(text(FOUR))}
    assert parts["2-gia"] == ("Giá", "Một.\n\n### Vé trẻ em\nNửa.")
    assert parts["intro"] == ("", "Mở đầu.")


def test_the_record_is_one_string_for_each_part() -> None:
    record = record_of(text("Muối trắng.\n\n## Nơi làm\nLong Điền."), Tier.FULL)
    assert record == ("title:a9248fbe", "summary:354b3075", "intro:2f65024f", "1-noi-lam:da287660")
    assert record_of(text("Muối trắng."), Tier.SUMMARY) == record[:2]


def test_a_header_stays_of_a_size_to_read() -> None:
    parts = parts_of(text("## Tiêu đề rất dài của một mục nào đó trong bài\n" * 1000))
    assert len(parts) == 202
    assert parts[2].key == "1-tieu-de-rat-dai-cua-mot-muc-nao-do-trong"
    assert parts[-1].text.count("##") == 800


# ---- A touch ----

TOUCHES = {
    "spaces": ("Một hai  ba.", " Một  hai ba. "),
    "hard space": ("Điều 5", "Điều\u00a05"),
    "wrapped lines": ("Một hai ba bốn.", "Một hai\nba bốn."),
    "blank lines": ("Một.\n\nHai.", "Một.\n\n\n\nHai."),
    "line ends with blanks": ("Một.  \nHai.", "Một.\nHai."),
    "composed and separate marks": ("Muối ở Bà Rịa", unicodedata.normalize("NFD", "Muối ở Bà Rịa")),
    "soft hyphen": ("nông nghiệp", "nông\u00ad nghiệp"),
    "space before a mark": ("Có muối , có tiêu .", "Có muối, có tiêu."),
    "space before a citation": ("Có muối. [^a]", "Có muối.[^a]"),
    "bullets": ("* một\n* hai", "- một\n- hai"),
    "wrapped quotation": ("> một hai\n> ba", "> một\n> hai ba"),
    "rule of a table": ("| a | b |\n|:--|--:|\n| 1 | 2 |", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
    "cells of a table": ("| a | b |", "|  a  |  b  |"),
    "path of a picture": ("![Muối](../a.jpg)", "![Muối](/media/b.webp)"),
}


@pytest.mark.parametrize(("before", "after"), TOUCHES.values(), ids=TOUCHES.keys())
def test_a_mere_touch_changes_nothing(before: str, after: str) -> None:
    assert compare(text(after), translated(text(before))).state is State.CURRENT


CHANGES = {
    "a word": ("Một hai.", "Một ba."),
    "a tone": ("Muối", "Muỗi"),
    "a digit": ("Có 123 sản phẩm.", "Có 132 sản phẩm."),
    "a capital": ("tỉnh", "Tỉnh"),
    "a mark": ("Có.", "Có?"),
    "a joined word": ("nông dân", "nôngdân"),
    "what a picture shows": ("![Muối](a.jpg)", "![Tiêu](a.jpg)"),
    "where a link leads": ("[Muối](muoi.md)", "[Muối](tieu.md)"),
    "a citation": ("Có.[^a]", "Có.[^b]"),
    "a cell": ("| a | b |", "| a | c |"),
    "a subheading": ("### Một\nA", "### Hai\nA"),
}


@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES.keys())
def test_a_change_of_words_is_seen(before: str, after: str) -> None:
    assert compare(text(after), translated(text(before))).state is State.STALE


@given(st.text("ab >*-|:![](),.^\n\u00ad\u0301"))
def test_normalising_twice_is_normalising_once(said: str) -> None:
    once = normalised(said)
    assert normalised(once) == once


@pytest.mark.parametrize("piece", ["![", "![a](", "- ", "> ", "## a\n", "## a\nb\n", "```\n", " ", " ,", "|-", "<!--"])
def test_hostile_texts_are_compared_quickly(piece: str) -> None:
    body = piece * (400_000 // len(piece))
    begin = process_time()
    compare(text(body), text("Text.", "en", translated_from=("title:00000000",)))
    assert process_time() - begin < 2


# ---- What changed ----

HOURS, PRICE, WAY = "## Giờ mở cửa\nSáng.\n\n", "## Giá\nMột.\n\n", "## Đường đi\nXe.\n\n"
THREE = HOURS + PRICE + WAY
THREE_EN = "## Hours\nMorning.\n\n## Price\nOne.\n\n## Way\nBus.\n"

Told = list[tuple[str, str, tuple[str | None, str | None]]]
COMPARISONS: dict[str, tuple[str, str, Told]] = {
    "nothing": (THREE, THREE, []),
    "one section": (THREE, HOURS + PRICE.replace("Một", "Hai") + WAY, [("changed", "2-gia", ("Giá", "Price"))]),
    "an inserted section": (
        THREE,
        "## Mới\nChữ.\n\n" + THREE,
        [("added", "1-moi", ("Mới", None))],
    ),
    "a removed section": (THREE, HOURS + WAY, [("removed", "2-gia", (None, "Price"))]),
    "inserted before a changed one": (
        THREE,
        "## Mới\nChữ.\n\n" + HOURS + PRICE.replace("Một", "Hai") + WAY,
        [("added", "1-moi", ("Mới", None)), ("changed", "3-gia", ("Giá", "Price"))],
    ),
    "a new heading": (THREE, THREE.replace("## Giá", "## Giá vé"), [("changed", "2-gia-ve", ("Giá vé", "Price"))]),
    "moved to the front": (THREE, WAY + HOURS + PRICE, [("changed", "1-duong-di", ("Đường đi", "Way"))]),
    "two of the same name": (
        THREE + PRICE,
        HOURS + PRICE + WAY + PRICE.replace("Một", "Hai"),
        [("changed", "4-gia", ("Giá", None))],
    ),
    "an introduction": (THREE, "Mở đầu.\n\n" + THREE, [("added", "intro", (None, None))]),
    "no introduction any more": ("Mở đầu.\n\n" + THREE, THREE, [("removed", "intro", (None, None))]),
    "everything else": (
        THREE,
        "## Khác\nChữ.",
        [
            ("changed", "1-khac", ("Khác", "Hours")),
            ("removed", "2-gia", (None, "Price")),
            ("removed", "3-duong-di", (None, "Way")),
        ],
    ),
}


@pytest.mark.parametrize(("before", "after", "told"), COMPARISONS.values(), ids=COMPARISONS.keys())
def test_changes_are_named_by_heading_in_both_languages(before: str, after: str, told: Told) -> None:
    found = compare(text(after), translated(text(before), THREE_EN))
    assert [(row.kind, row.key, row.headings) for row in found.changes] == told
    assert found.state is (State.STALE if told else State.CURRENT)


def test_title_and_summary_count() -> None:
    found = compare(text("Chữ.", title="Tiêu", summary="Về tiêu."), translated(text("Chữ.")))
    assert [(row.kind, row.key) for row in found.changes] == [("changed", "title"), ("changed", "summary")]


@pytest.mark.parametrize(
    ("recorded", "now", "state"),
    [("Chữ.", "Khác.", State.CURRENT), ("", "Chữ.", State.CURRENT)],
)
def test_a_summary_owes_nothing_to_the_body(recorded: str, now: str, state: State) -> None:
    assert compare(text(now), translated(text(recorded), "")).state is state


def test_a_summary_that_grew_a_body_is_compared_with_the_whole() -> None:
    grown = translated(text(FOUR), "").model_copy(update={"body": FOUR_EN})
    assert [(row.kind, row.key) for row in compare(text(FOUR), grown).changes] == [("added", key) for key in KEYS[2:]]


def test_without_a_record_nothing_is_known() -> None:
    found = compare(text(FOUR), text(FOUR_EN, "en"))
    assert found.state is State.UNRECORDED
    assert found.changes == ()
    assert [(row.kind, row.key, row.headings) for row in found.rows] == [
        *(("unknown", key, (None, None)) for key in KEYS[:3]),
        ("unknown", "1-gio-mo-cua", ("Giờ mở cửa", "Hours")),
        ("unknown", "2-gia", ("Giá", "Price")),
        ("unknown", "3-duong-di", ("Đường đi", "Way")),
    ]


# ---- Findings and the notice on the page ----

PATHS = {lang: f"content/{lang}/news/a.md" for lang in ("vi", "en")}
CITED = "Nội dung mẫu.[^bao-mau]"


def recorded(body: str, **changes: str) -> str:
    """Return the header line for a translation of a piece of news with some body."""
    names = {"title": "Tin mẫu", "summary": "Tóm tắt mẫu."} | changes
    return "[" + ", ".join(f'"{one}"' for one in record_of(text(body, **names), Tier.FULL)) + "]"


def pair(body: str, translation: str, **facts: str) -> Files:
    return {PATHS["vi"]: news(body, **facts), PATHS["en"]: translation}


def owed(files: Files, folder: Path) -> list[str]:
    found = [one for one in glance(folder, files).findings if one.source.path in PATHS.values()]
    return as_lines([one for one in found if one.code.startswith("translation-")], [EN])


def test_a_stale_translation_is_named_where_its_record_stands(tmp_path: Path) -> None:
    header = english("Text.[^bao-mau]", translated_from=recorded(CITED, title="Tin cũ"))
    assert owed(pair(CITED, header), tmp_path) == [
        "content/en/news/a.md:4:1: warning translation-stale  The Vietnamese text has changed since it was translated. "
        "Changed: title. Bring this file up to date, then run: "
        "python3 scripts/translation.py accept content/en/news/a.md"
    ]


def test_the_sentence_names_every_section() -> None:
    now = text("## Giá\nĐắt.\n\n## Mới\nĐẹp.\n\n## Nữa\nSạch.", title="Tiêu")
    old = translated(text("## Giá\nRẻ.\n\n## Bỏ\nCũ."), "## Price\nCheap.\n\n## Gone\nOld.")
    found = stale_finding(compare(now, old), Source("a.md", 4, 1), Source("a.md", 2, 1))
    assert found
    assert as_lines([found], [VI]) == [
        "a.md:4:1: warning translation-stale  Bản tiếng Việt đã đổi sau khi dịch. Đã sửa: tiêu đề, “Giá” / “Price”, "
        "“Mới” / “Gone”. Thêm mới: “Nữa”. Hãy sửa bản dịch cho khớp, rồi chạy: "
        "python3 scripts/translation.py accept a.md"
    ]


def test_an_unrecorded_translation_is_named(tmp_path: Path) -> None:
    assert owed(pair(CITED, english("Text.[^bao-mau]")), tmp_path) == [
        "content/en/news/a.md:2:1: warning translation-unrecorded  Nothing says what this file was translated from, so "
        "nobody can tell whether it is current. Read both texts, then run: "
        "python3 scripts/translation.py accept content/en/news/a.md"
    ]


FACTS: list[dict[str, str]] = [
    {},
    {"tasks": "[]"},
    {"date": "2024-05-20"},
    {"audiences": "[nationwide]"},
    {"updated": "2024-07-01"},
]


@pytest.mark.parametrize("facts", FACTS, ids=str)
def test_facts_in_the_header_do_not_count(facts: Mapping[str, str], tmp_path: Path) -> None:
    assert owed(pair(CITED, english("Text.[^bao-mau]", translated_from=recorded(CITED)), **facts), tmp_path) == []


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"draft": "true"}, []),
        ({"expires_on": "2025-01-01"}, []),
        ({"published": "2027-01-01", "publish_on": "2027-01-01"}, ["translation-unrecorded"]),
    ],
)
def test_only_what_is_shown_or_will_be_owes_a_translation(
    facts: Mapping[str, str], codes: list[str], tmp_path: Path
) -> None:
    found = glance(tmp_path, pair(CITED, english("Text.[^bao-mau]"), **facts)).findings
    assert [one.code for one in found if one.source.path == PATHS["en"]] == codes


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("translated_from", "title:3fa8c1d2", "type-list"),
        ("translated_from", '["title"]', "value-form"),
        ("translated_on", "2024-05", "date-full"),
    ],
)
def test_a_record_of_the_wrong_form_is_refused(field: str, value: str, code: str, tmp_path: Path) -> None:
    found = glance(tmp_path, pair(CITED, english(**{field: value}))).findings
    assert code in [one.code for one in found if one.source.path == PATHS["en"]]


def test_the_source_has_no_record(tmp_path: Path) -> None:
    found = glance(tmp_path, {PATHS["vi"]: news(translated_on="2024-05-21")}).judged
    assert [(one.code, one.params["field"]) for one in found] == [("field-unknown", "translated_on")]


def test_the_page_says_what_has_changed(tmp_path: Path) -> None:
    site = glance(tmp_path).site
    old = translated(text("## Giá\nRẻ.\n\n## Bỏ\nCũ."), "## Price\nCheap.\n\n## Gone\nOld.")
    texts = {"vi": text("Mở đầu.\n\n## Mới\nĐẹp.\n\n## Giá\nĐắt.", title="Tiêu"), "en": old}
    one = site.catalogue.items[ItemId("news/tin-mau")].model_copy(update={"texts": texts})
    names = ["the title", "the introduction", "Mới", "Price", "Gone"]
    sections = [{"text": name, "lang": "vi" if name == "Mới" else None} for name in names]
    assert stale_notice(site, one, "en") == {"sections": sections, "since": "22 November 2026"}
    assert stale_notice(site, one, "vi") is None
    undated = one.model_copy(update={"texts": {**texts, "en": old.model_copy(update={"translated_on": None})}})
    assert stale_notice(site, undated, "en") == {"sections": sections, "since": None}


def test_a_section_of_which_no_words_are_left_is_named_as_such(tmp_path: Path) -> None:
    site = glance(tmp_path).site
    texts = {"vi": text("A."), "en": translated(text("A.\n\n## Bỏ\nCũ."))}
    one = site.catalogue.items[ItemId("news/tin-mau")].model_copy(update={"texts": texts})
    assert stale_notice(site, one, "en") == {
        "sections": [{"text": "a section that was removed", "lang": None}],
        "since": "22 November 2026",
    }


def test_a_current_page_says_nothing(tmp_path: Path) -> None:
    site = glance(tmp_path, pair(CITED, english("Text.[^bao-mau]", translated_from=recorded(CITED))))
    assert site.page("en", "news/a/").header["view"]["stale"] is None
    assert site.page("en", "news/tin-mau/").header["view"]["stale"] is None


# ---- Acceptance, byte for byte ----

RECORD = ("title:3fa8c1d2", "intro:9c01ab77")
NEW = "translated_from:\n  - title:3fa8c1d2\n  - intro:9c01ab77\ntranslated_on: 2026-11-22\n"
ACCEPTED = {
    "appended": ("---\ntitle: A\nsummary: B\n---\nText.\n", f"---\ntitle: A\nsummary: B\n{NEW}---\nText.\n"),
    "no line end at the end": ("---\ntitle: A\nsummary: B\n---\nText", f"---\ntitle: A\nsummary: B\n{NEW}---\nText"),
    "no body": ("---\ntitle: A\nsummary: B\n---", f"---\ntitle: A\nsummary: B\n{NEW}---"),
    "odd spacing and comments": (
        "--- \n# note\ntitle:   'A'   # why\n\nsummary: >\n  B\n  C\n\n----\n\n\nText.  \n\n---\n",
        f"--- \n# note\ntitle:   'A'   # why\n\nsummary: >\n  B\n  C\n\n{NEW}----\n\n\nText.  \n\n---\n",
    ),
    "byte order mark": ("\ufeff---\ntitle: A\n---\nText.\n", f"\ufeff---\ntitle: A\n{NEW}---\nText.\n"),
    "lines as on Windows": (
        "---\r\ntitle: A\r\n---\r\nText.\r\n",
        f"---\ntitle: A\n{NEW}---\nText.\n".replace("\n", "\r\n"),
    ),
    "lines as on old Macs": ("---\rtitle: A\r---\rText.\r", f"---\ntitle: A\n{NEW}---\nText.\n".replace("\n", "\r")),
    "replaced in its place": (
        '---\ntitle: A\ntranslated_from: ["title:00000000"]\ntranslated_on: 2020-01-01\nsummary: B\n---\nText.\n',
        f"---\ntitle: A\n{NEW}summary: B\n---\nText.\n",
    ),
    "replaced as the browser editor lays it out": (
        "---\ntranslated_from:\n  - title:00000000\n  - intro:00000000\ntitle: A\ntranslated_on: 2020-01-01\n---\n",
        f"---\n{NEW}title: A\n---\n",
    ),
    "a list without indent, a comment behind": (
        "---\ntitle: A\ntranslated_from:\n- title:00000000\n# of the summary\n\nsummary: B\n---\nT\n",
        f"---\ntitle: A\n{NEW}# of the summary\n\nsummary: B\n---\nT\n",
    ),
    "only the day was there": (
        "---\ntranslated_on: 2020-01-01\ntitle: A\n---\nT\n",
        f"---\n{NEW}title: A\n---\nT\n",
    ),
    "the words in a text": (
        '---\ntitle: "translated_from: x"\nsummary: |\n  translated_on: y\n---\ntranslated_from: z\n',
        f'---\ntitle: "translated_from: x"\nsummary: |\n  translated_on: y\n{NEW}---\ntranslated_from: z\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), ACCEPTED.values(), ids=ACCEPTED.keys())
def test_acceptance_changes_its_two_fields_only(before: str, after: str) -> None:
    assert accepted(before.encode(), RECORD, DAY) == after.encode()
    assert accepted(after.encode(), RECORD, DAY) == after.encode()


@pytest.mark.parametrize(
    "refused",
    [
        b"---\n{title: A, summary: B}\n---\nText.\n",
        b"---\n{title: A, translated_on: 2020-01-01,\nsummary: B}\n---\nText.\n",
        b"---\ntitle: A\n---\nM\xf4t\n",
        b"---\ntitle: [\n---\nText.\n",
        b"no header\n",
        b"---\ntitle: A\n",
        b"",
    ],
)
def test_acceptance_refuses_what_it_cannot_extend(refused: bytes) -> None:
    assert accepted(refused, RECORD, DAY) is None


KEYS_OF_HEADERS = st.sampled_from(["title", "summary", "translated_from", "translated_on", "waivers", "x"])
VALUES = st.sampled_from(["A", '"B: # c"', "[1, 2]", "\n  - a\n  - b", "|\n  a\n\n  b", ">-\n  a", "{a: b}", "", "# c"])


@given(st.dictionaries(KEYS_OF_HEADERS, VALUES), st.text("ab\n-: #", max_size=30), st.sampled_from(["\n", "\r\n"]))
def test_acceptance_keeps_everything_else(fields: dict[str, str], body: str, ending: str) -> None:
    raw = "\n".join(["---", *(f"{key}: {value}" for key, value in fields.items()), "---", body])
    content = accepted(raw.replace("\n", ending).encode(), RECORD, DAY)
    try:
        before, old_body, _ = split_header(raw)
    except RefusedError:
        assert content is None
        return
    assert content is not None
    after, new_body, _ = split_header(content.decode().replace(ending, "\n"))
    ours = {"translated_from": list(RECORD), "translated_on": "2026-11-22"}
    assert after.plain() == before.plain() | ours
    assert new_body == old_body
    assert content.decode().endswith(body.replace("\n", ending))


# ---- Side by side ----


def test_both_texts_stand_side_by_side() -> None:
    translation = translated(text(THREE), THREE_EN)
    now = text("## Mới\nChữ.\n\n" + HOURS + PRICE.replace("Một", "Hai") + WAY)
    assert side_by_side(compare(now, translation), translation, [EN], 53) == [
        "content/en/news/muoi.md",
        "  older than the Vietnamese text; confirmed on 2026-11-22",
        "",
        "+ added: “Mới”",
        "  ## Mới                   │ (nothing)",
        "  Chữ.                     │",
        "",
        "≠ changed: “Giá” / “Price”",
        "  ## Giá                   │ ## Price",
        "  Hai.                     │ One.",
        "",
        "= unchanged: title, summary, “Giờ mở cửa” / “Hours”, “Đường đi” / “Way”",
    ]


def test_words_stand_in_both_languages_and_long_lines_are_folded() -> None:
    translation = translated(text("Một.", summary="Về muối."), "One.")
    now = text("Một.", summary="Về muối và tiêu của vùng đất ven biển phía đông.")
    assert side_by_side(compare(now, translation), translation, [VI, EN], 20) == [
        "content/en/news/muoi.md",
        "  cũ hơn bản tiếng Việt / older than the Vietnamese text; xác nhận ngày 2026-11-22 / confirmed on 2026-11-22",
        "",
        "≠ đã sửa / changed: tóm tắt / summary",
        "  Về muối và tiêu của vùng │ On salt.",
        "  đất ven biển phía đông.  │",
        "",
        "= không đổi / unchanged: tiêu đề / title, phần mở đầu / introduction",
    ]


def test_without_a_record_everything_is_shown() -> None:
    translation = text("One.", "en")
    lines = side_by_side(compare(text("Một."), translation), translation, [EN], 60)
    assert lines[1] == "  not recorded what it was translated from"
    assert [line for line in lines if re.match(r"\? ", line)] == [
        "? not known: title",
        "? not known: summary",
        "? not known: introduction",
    ]
