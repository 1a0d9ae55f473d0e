"""Headers of items: every finding that one file alone can give, where it stands and what it says."""

from pathlib import Path

import pytest

from promosite.messages import load_messages
from promosite.model.items import EventFacts, NewsFacts, PressFacts, ProductFacts
from tests.worlds import event, glance, news, press, product

Told = tuple[str, str, dict[str, str]]
VI = load_messages("vi")
SOME = "title, summary, published, tasks, unit, channel, audiences, briefings, …"
"""What is named where a field is like none that a piece of news has."""
SOURCE = 'id: bao-mau, publisher: "Báo Mẫu", about: "Bài mẫu"'
REPORTED = "stars: 3, status: reported, year: 2025, source: bao-mau"
DECIDED = 'stars: 4, status: decision, source: bao-mau, decision_no: "1/QĐ", authority: UBND, certified_on: 2024-05-02'


def field(code: str, place: str, field: str, found: str = "", expected: str = "", limit: str = "", **more: str) -> Told:
    """Return what pydantic's refusal of a field is told as."""
    return (code, place, {"field": field, "found": found, "expected": expected, "limit": limit, **more})


def told(tmp_path: Path, path: str, text: str) -> list[Told]:
    tiny = glance(tmp_path, {path: text})
    assert {source.removeprefix(path)[:1] for _, source, _ in tiny.told} <= {":", ""}
    return [(code, source.removeprefix(f"{path}:"), params) for code, source, params in tiny.told]


NEWS: list[tuple[str, str, list[Told]]] = [
    # Words
    ("no title", news(title=None), [field("field-missing", "2:1", "title")]),
    (
        "title a number",
        news(title="2026"),
        [field("type-text", "2:8", "title", "2026", case="unquoted", written='title: "2026"')],
    ),
    (
        "title a truth",
        news(title="true"),
        [field("type-text", "2:8", "title", "true", case="unquoted", written='title: "true"')],
    ),
    ("title a list", news(title="[a, b]"), [field("type-text", "2:8", "title", "[a, b]")]),
    ("title nothing", news(title=""), [field("text-empty", "2:7", "title", "(trống / empty)")]),
    ("title empty", news(title='""'), [field("text-empty", "2:8", "title", "(trống / empty)")]),
    ("title blank", news(title='"  "'), [field("text-empty", "2:8", "title", "(trống / empty)")]),
    (
        "title too long",
        news(title="a" * 301),
        [field("text-long", "2:8", "title", "a" * 59 + "…", limit="300")],
    ),
    (
        "summary too long",
        news(summary="a" * 501),
        [field("text-long", "3:10", "summary", "a" * 59 + "…", limit="500")],
    ),
    (
        "markup",
        news(title='"<script>alert(1)</script>"'),
        [field("text-markup", "2:8", "title", "<script>alert(1)</script>")],
    ),
    ("control by escape", news(title='"a\\u202eb"'), [field("text-control", "2:8", "title", "U+202E")]),
    ("marks by escape", news(title='"o\\u0301"'), [field("text-nfd", "2:8", "title", "o\u0301")]),
    # Fields
    ("no published", news(published=None), [field("field-missing", "2:1", "published")]),
    ("unknown near title", news(titel="x"), [field("field-unknown", "9:1", "titel", "x", "title")]),
    (
        "unknown near fact",
        news(audience="[nationwide]"),
        [field("field-unknown", "9:1", "audience", "[nationwide]", "audiences")],
    ),
    ("unknown", news(xyz="x"), [field("field-unknown", "9:1", "xyz", "x", SOME, case="far")]),
    ("field of another kind", news(stars="3"), [field("field-unknown", "9:1", "stars", "3", SOME, case="far")]),
    (
        "template",
        news(template="sitemap.xml"),
        [field("field-unknown", "9:1", "template", "sitemap.xml", SOME, case="far")],
    ),
    # Dates
    (
        "day that never was",
        news(published="2026-02-30"),
        [field("date-full", "5:12", "published", "2026-02-30", case="calendar")],
    ),
    (
        "partial day that never was",
        news(date="2025-02-31"),
        [field("date-partial", "4:7", "date", "2025-02-31", case="calendar")],
    ),
    ("day in words", news(published="31/12/2026"), [field("date-full", "5:12", "published", "31/12/2026")]),
    ("only a month", news(published="2024-06"), [field("date-full", "5:12", "published", "2024-06")]),
    ("only a year", news(published="2024"), [field("date-full", "5:12", "published", "2024")]),
    ("no day", news(published=""), [field("text-empty", "5:11", "published", "(trống / empty)")]),
    ("partial in words", news(date="tháng 5"), [field("date-partial", "4:7", "date", "tháng 5")]),
    ("month 13", news(as_of="2024-13"), [field("date-partial", "8:8", "as_of", "2024-13")]),
    ("quarter for a date", news(date="2024-Q1"), [field("date-partial", "4:7", "date", "2024-Q1")]),
    # Forms and types
    ("tasks as text", news(tasks="t1"), [field("type-list", "6:8", "tasks", "t1")]),
    (
        "task form",
        news(tasks="[1, T1]"),
        [
            field("type-text", "6:9", "tasks[1]", "1", case="unquoted", written='"1"'),
            field("value-form", "6:12", "tasks[2]", "T1", case="task"),
        ],
    ),
    (
        "unit form",
        news(unit="Trung tâm", channel="websites"),
        [field("value-form", "9:7", "unit", "Trung tâm", case="id")],
    ),
    ("draft as text", news(draft="có"), [field("type-yes-no", "9:8", "draft", "có")]),
    ("draft as list", news(draft="[]"), [field("type-yes-no", "9:8", "draft", "[]")]),
    (
        "related form",
        news(related="[tin-mau]"),
        [
            field("value-form", "9:11", "related[1]", "tin-mau", case="item"),
        ],
    ),
    (
        "alias form",
        news(aliases="[http://mau.vn/]"),
        [field("value-form", "9:11", "aliases[1]", "http://mau.vn/", case="alias")],
    ),
    ("sources as text", news(sources="bao-mau"), [field("type-list", "7:10", "sources", "bao-mau")]),
    ("source as text", news(sources="[bao-mau]"), [field("type-mapping", "7:11", "sources[1]", "bao-mau")]),
    (
        "source unknown field",
        news(sources=f"[{{{SOURCE}, titel: x}}]"),
        [field("field-unknown", "7:65", "sources[1].titel", "x", "title")],
    ),
    (
        "source address",
        news(sources=f'[{{{SOURCE}, url: "javascript:alert(1)"}}]'),
        [
            field(
                "value-form",
                "7:70",
                "sources[1].url",
                "javascript:alert(1)",
                case="url",
            )
        ],
    ),
    (
        "source without publisher",
        news(sources="[{id: bao-mau, about: x}]"),
        [field("field-missing", "7:11", "sources[1].publisher")],
    ),
    (
        "words in no language",
        news(facts='[{label: {vi: "a", eng: "b"}, value: {}, source: bao-mau}]'),
        [
            field("value-form", "9:27", "facts[1].label.eng", "eng", case="language-key"),
            field("text-empty", "9:45", "facts[1].value", "{}"),
        ],
    ),
    (
        "words a number",
        news(facts="[{label: 12, value: {vi: 3}, source: bao-mau}]"),
        [
            field("type-text", "9:17", "facts[1].label", "12", case="unquoted", written='label: "12"'),
            field("type-text", "9:33", "facts[1].value.vi", "3", case="unquoted", written='vi: "3"'),
        ],
    ),
    # Rules between fields
    ("unit alone", news(unit="centre"), [("channel-missing", "9:7", {"field": "unit", "unit": "centre"})]),
    (
        "channel alone",
        news(channel="websites"),
        [("channel-without-unit", "9:10", {"field": "channel", "channel": "websites"})],
    ),
    (
        "published too early",
        news(date="2024-06-02"),
        [("published-before-fact", "5:12", {"field": "published", "published": "2024-06-01", "date": "2024-06-02"})],
    ),
    ("published in the month", news(date="2024-06"), []),
    (
        "published before the month",
        news(date="2024-07"),
        [("published-before-fact", "5:12", {"field": "published", "published": "2024-06-01", "date": "2024-07"})],
    ),
    (
        "updated too early",
        news(updated="2024-05-31"),
        [
            (
                "updated-before-published",
                "9:10",
                {"field": "updated", "updated": "2024-05-31", "published": "2024-06-01"},
            )
        ],
    ),
    ("updated the same day", news(updated="2024-06-01"), []),
    (
        "gone before it comes",
        news(publish_on="2024-07-01", expires_on="2024-06-30"),
        [
            (
                "expires-before-publish",
                "10:13",
                {"field": "expires_on", "expires": "2024-06-30", "publish": "2024-07-01"},
            )
        ],
    ),
    (
        "gone before published",
        news(expires_on="2024-05-31"),
        [("expires-before-publish", "9:13", {"field": "expires_on", "expires": "2024-05-31", "publish": "2024-06-01"})],
    ),
    ("gone on the day of its publication: withdrawn at once", news(expires_on="2024-06-01"), []),
    ("gone a day later", news(publish_on="2024-07-01", expires_on="2024-07-02"), []),
    ("sources without a day", news(as_of=None), [("as-of-missing", "7:10", {"field": "sources"})]),
    (
        "source without words",
        news(sources='[{id: bao-mau, publisher: "Báo Mẫu"}]'),
        [("source-without-title", "7:11", {"id": "bao-mau"})],
    ),
    (
        "source twice",
        news(sources=f"[{{{SOURCE}}}, {{{SOURCE}}}]"),
        [("source-twice", "7:66", {"id": "bao-mau"})],
    ),
    (
        "fact of an unknown source",
        news(facts="[{label: a, value: b, source: nowhere}]"),
        [("source-unknown", "9:38", {"found": "nowhere", "expected": "bao-mau"})],
    ),
    (
        "fact without sources",
        news("Bài.", sources=None, as_of=None, facts="[{label: a, value: b, source: nowhere}]"),
        [("source-unknown", "7:38", {"found": "nowhere", "expected": "–"})],
    ),
    # Body
    ("heading of the title's level", news("Một.[^bao-mau]\n\n# Hai\n"), [("heading-level", "12:1", {})]),
    ("heading without a blank", news("#Một\n\nHai.[^bao-mau]"), [("heading-level", "10:1", {})]),
    ("sound headings", news("## Một\n\n### Hai\n\n#### Ba[^bao-mau]"), []),
    (
        "several at once",
        news("# Một[^bao-mau]", title="12", as_of="x", foo="bar"),
        [
            field("type-text", "2:8", "title", "12", case="unquoted", written='title: "12"'),
            field("date-partial", "8:8", "as_of", "x"),
            field("field-unknown", "9:1", "foo", "bar", SOME, case="far"),
            ("heading-level", "11:1", {}),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [one[1:] for one in NEWS], ids=[one[0] for one in NEWS])
def test_news(tmp_path: Path, text: str, expected: list[Told]) -> None:
    assert told(tmp_path, "content/vi/news/a.md", text) == expected


GROUPS = sorted(key.removeprefix("group.").replace("-", ".") for key in VI.table if key.startswith("group."))
"""Codes of the OCOP table, as the sentences name them."""

EVENTS: list[tuple[str, str, list[Told]]] = [
    ("no start", event(start=None), [field("field-missing", "2:1", "start")]),
    ("start a month", event(start="2024-06", end=None), [field("date-full", "4:8", "start", "2024-06")]),
    ("no role", event(role=None), [field("field-missing", "2:1", "role")]),
    (
        "unknown role",
        event(role="guest"),
        [field("value-unknown", "6:7", "role", "guest", "organiser, co-organiser, attended, reported")],
    ),
    (
        "role as list",
        event(role="[organiser]"),
        [field("value-unknown", "6:7", "role", "[organiser]", "organiser, co-organiser, attended, reported")],
    ),
    ("a date", event(date="2024-06-07"), [field("field-unknown", "9:1", "date", "2024-06-07", "start")]),
    ("organisers as text", event(organisers="Sở Mẫu"), [field("type-list", "9:13", "organisers", "Sở Mẫu")]),
    (
        "ends before it starts",
        event(end="2024-06-06"),
        [("event-ends-before-start", "5:6", {"field": "end", "start": "2024-06-07", "end": "2024-06-06"})],
    ),
    ("ends the day it starts", event(end="2024-06-07"), []),
    ("announced before it begins", event(published="2024-01-01"), []),
]


@pytest.mark.parametrize(("text", "expected"), [one[1:] for one in EVENTS], ids=[one[0] for one in EVENTS])
def test_events(tmp_path: Path, text: str, expected: list[Told]) -> None:
    assert told(tmp_path, "content/vi/events/a.md", text) == expected


PRESS_ITEMS: list[tuple[str, str, list[Told]]] = [
    ("no outlet", press(outlet=None), [field("field-missing", "2:1", "outlet")]),
    ("no language", press(article_language=None), [field("field-missing", "2:1", "article_language")]),
    (
        "language in words",
        press(article_language="tiếng Việt"),
        [field("value-form", "7:19", "article_language", "tiếng Việt", case="language")],
    ),
    ("no address", press(url=None), [("source-without-address", "5:9", {"field": "outlet", "id": "url"})]),
    ("a host for an address", press(url=None, site="mau.vn"), []),
    (
        "a host with a path",
        press(url=None, site="mau.vn/bai"),
        [field("value-form", "9:7", "site", "mau.vn/bai", case="site")],
    ),
    (
        "published before the article",
        press(date="2024-06-02"),
        [("published-before-fact", "8:12", {"field": "published", "published": "2024-06-01", "date": "2024-06-02"})],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [one[1:] for one in PRESS_ITEMS], ids=[one[0] for one in PRESS_ITEMS])
def test_press(tmp_path: Path, text: str, expected: list[Told]) -> None:
    assert told(tmp_path, "content/vi/press/a.md", text) == expected


PRODUCTS: list[tuple[str, str, list[Told]]] = [
    ("reported", product(certificate=f"{{{REPORTED}}}"), []),
    ("decided", product(certificate=f"{{{DECIDED}}}"), []),
    (
        "five stars of a province",
        product(certificate=f"{{{DECIDED}}}".replace("stars: 4", "stars: 5")),
        [("certificate-authority", "8:92", {"found": "UBND"})],
    ),
    (
        "five stars of a ministry that names the programme",
        product(
            certificate=f"{{{DECIDED}}}".replace("stars: 4", "stars: 5").replace("UBND", "Bộ Mẫu (Mỗi xã một sản phẩm)")
        ),
        [],
    ),
    (
        "two stars",
        product(certificate="{stars: 2, status: reported, year: 2025, source: bao-mau}"),
        [field("value-unknown", "8:22", "certificate.stars", "2", "3, 4, 5")],
    ),
    (
        "stars as text",
        product(certificate='{stars: "3", status: reported, year: 2025, source: bao-mau}'),
        [field("value-unknown", "8:22", "certificate.stars", "3", "3, 4, 5")],
    ),
    (
        "unknown status",
        product(certificate="{stars: 3, status: pending, year: 2025, source: bao-mau}"),
        [field("value-unknown", "8:33", "certificate.status", "pending", "decision, reported")],
    ),
    (
        "year too early",
        product(certificate="{stars: 3, status: reported, year: 2017, source: bao-mau}"),
        [field("value-range", "8:49", "certificate.year", "2017", "2018", case="ge")],
    ),
    (
        "year too late",
        product(certificate="{stars: 3, status: reported, year: 2101, source: bao-mau}"),
        [field("value-range", "8:49", "certificate.year", "2101", "2100", case="le")],
    ),
    (
        "year in words",
        product(certificate="{stars: 3, status: reported, year: hai, source: bao-mau}"),
        [field("type-number", "8:49", "certificate.year", "hai")],
    ),
    (
        "half a year",
        product(certificate="{stars: 3, status: reported, year: 2025.5, source: bao-mau}"),
        [field("type-number", "8:49", "certificate.year", "2025.5")],
    ),
    (
        "year as list",
        product(certificate="{stars: 3, status: reported, year: [], source: bao-mau}"),
        [field("type-number", "8:49", "certificate.year", "[]")],
    ),
    ("certificate as text", product(certificate="3 sao"), [field("type-mapping", "8:14", "certificate", "3 sao")]),
    (
        "no source",
        product(certificate="{stars: 3, status: reported, year: 2025}"),
        [field("field-missing", "8:14", "certificate.source")],
    ),
    (
        "decision without proof",
        product(certificate="{stars: 4, status: decision, source: bao-mau}"),
        [("certificate-incomplete", "8:14", {"missing": "decision_no, authority, certified_on"})],
    ),
    (
        "decision without a day",
        product(certificate='{stars: 4, status: decision, source: bao-mau, decision_no: "1", authority: UBND}'),
        [("certificate-incomplete", "8:14", {"missing": "certified_on"})],
    ),
    (
        "report with a decision",
        product(certificate=f'{{{REPORTED}, decision_no: "1/QĐ"}}'),
        [("certificate-reported-with-decision", "8:14", {"found": "decision_no"})],
    ),
    (
        "report with a day",
        product(certificate=f"{{{REPORTED}, certified_on: 2024-05-02}}"),
        [("certificate-reported-with-decision", "8:14", {"found": "certified_on"})],
    ),
    (
        "report without a year",
        product(certificate="{stars: 3, status: reported, source: bao-mau}"),
        [("certificate-year-missing", "8:14", {})],
    ),
    (
        "certificate of an unknown source",
        product(certificate="{stars: 3, status: reported, year: 2025, source: nowhere}"),
        [("source-unknown", "8:63", {"found": "nowhere", "expected": "bao-mau"})],
    ),
    (
        "group in words",
        product(group="thực phẩm"),
        [field("value-unknown", "8:8", "group", "thực phẩm", ", ".join(GROUPS))],
    ),
    (
        "unknown basis",
        product(group="I.1.a", group_basis="guess"),
        [field("value-unknown", "9:14", "group_basis", "guess", "inferred, decision")],
    ),
    (
        "unknown producer",
        product(producer="{name: HTX, type: coop, source: bao-mau}"),
        [field("value-unknown", "8:29", "producer.type", "coop", "htx, tht, dn, ho, trang_trai, khac")],
    ),
    (
        "producer of an unknown source",
        product(producer="{name: HTX, type: htx, source: nowhere}"),
        [("source-unknown", "8:42", {"found": "nowhere", "expected": "bao-mau"})],
    ),
    (
        "unknown right",
        product(protection="[{type: patent, name: a, source: bao-mau}]"),
        [
            field(
                "value-unknown",
                "8:21",
                "protection[1].type",
                "patent",
                "gi, collective-mark, certification-mark, trademark",
            )
        ],
    ),
    (
        "right of an unknown source",
        product(protection="[{type: gi, name: a, source: nowhere}]"),
        [("source-unknown", "8:42", {"found": "nowhere", "expected": "bao-mau"})],
    ),
    (
        "trade of an unknown source",
        product(trade="{season: {vi: a, en: b, source: nowhere}}"),
        [("source-unknown", "8:40", {"found": "nowhere", "expected": "bao-mau"})],
    ),
    (
        "trade without words",
        product(trade="{season: {source: bao-mau}}"),
        [field("text-empty", "8:17", "trade.season", "{source: bao-mau}")],
    ),
    ("trade as text", product(trade="{season: tháng 3}"), [field("type-mapping", "8:17", "trade.season", "tháng 3")]),
    (
        "trade with a slip",
        product(trade="{season: {vi: a, en: b, source: bao-mau, as_off: 2020}}"),
        [
            field("value-form", "8:49", "trade.season.as_off", "as_off", case="language-key"),
        ],
    ),
    (
        "unknown question",
        product(trade="{price: {vi: a, source: bao-mau}}"),
        [
            field(
                "field-unknown",
                "8:9",
                "trade.price",
                "{vi: a, source: bao-mau}",
                "pack, shelf_life, storage, ingredients, season, capacity, standards, markets",
                case="far",
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [one[1:] for one in PRODUCTS], ids=[one[0] for one in PRODUCTS])
def test_products(tmp_path: Path, text: str, expected: list[Told]) -> None:
    assert told(tmp_path, "content/vi/products/a.md", text) == expected


KINDS = "events, news, press, products"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/vi/tin/a.md", ("folder-unknown", "content/vi/tin/a.md:2:1", {"found": "tin", "expected": KINDS})),
        (
            "content/vi/product/a.md",
            ("folder-unknown", "content/vi/product/a.md:2:1", {"found": "product", "expected": KINDS}),
        ),
        ("content/vi/news/page.md", ("slug-refused", "content/vi/news/page.md:1", {"found": "page", "expected": ""})),
        (
            "content/vi/news/index.md",
            ("slug-refused", "content/vi/news/index.md:1", {"found": "index", "expected": ""}),
        ),
        (
            "content/vi/news/calendar.md",
            ("slug-refused", "content/vi/news/calendar.md:1", {"found": "calendar", "expected": ""}),
        ),
        ("content/vi/news/2024.md", ("slug-refused", "content/vi/news/2024.md:1", {"found": "2024", "expected": ""})),
        ("content/vi/news/a.b.md", ("slug-refused", "content/vi/news/a.b.md:1", {"found": "a.b", "expected": "a-b"})),
        ("content/vi/news/a_b.md", ("slug-refused", "content/vi/news/a_b.md:1", {"found": "a_b", "expected": "a-b"})),
        (
            f"content/vi/news/{'a' * 61}.md",
            ("slug-refused", f"content/vi/news/{'a' * 61}.md:1", {"found": "a" * 61, "expected": "a" * 60}),
        ),
    ],
)
def test_where_an_item_may_not_stand(tmp_path: Path, path: str, expected: Told) -> None:
    assert glance(tmp_path, {path: news()}).told == [expected]


@pytest.mark.parametrize("slug", ["a", "2024-tin", "20245", "page-1", "tin-2024", "a" * 60])
def test_where_an_item_may_stand(tmp_path: Path, slug: str) -> None:
    tiny = glance(tmp_path, {f"content/vi/news/{slug}.md": news()})
    assert tiny.told == []
    assert ("vi", f"news/{slug}/") in tiny.pages


FULL = """\
---
title: "Hạt tiêu mẫu"
summary: "Một sản phẩm có đủ mọi trường."
published: 2024-06-01
tasks: [t1, 2023-2025/t2]
unit: centre
channel: websites
audiences: [nationwide]
places: [huyen-mau]
agencies: [noip]
pictures: [drawings/salt.svg]
related: [news/tin-mau]
group: I.4.b
group_basis: decision
producer: {name: {vi: HTX Mẫu, en: Sample Cooperative}, type: htx, place: huyen-mau, source: so-1}
certificate: {stars: 4, status: decision, decision_no: "1/QĐ", authority: UBND, certified_on: 2024-05-02, source: so-1}
protection: [{type: gi, name: Mẫu, number: "00064", decision: "2/QĐ", date: 2018-02, source: so-2}]
trade:
  pack: {vi: "Hũ", en: "Jar", source: so-1, as_of: 2024}
facts: [{label: Cỡ, value: {vi: "3,2 mm", en: "3.2 mm"}, as_of: 2018, source: so-2}]
sources:
  - {id: so-1, publisher: Sở Mẫu, title: Quyết định, url: "https://mau.vn/1", date: 2024-05-02, language: vi}
  - {id: so-2, publisher: {vi: Cục Mẫu, en: Sample Office}, about: {vi: Thông báo, en: Notice}, site: mau.vn}
as_of: 2024-05
updated: 2024-07-01
draft: false
publish_on: 2024-06-02
expires_on: 2030-01-01
aliases: [/cu/tieu/]
---
Bài.[^so-1]
"""


def test_every_field_that_is_written_is_kept(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/vi/products/a.md": FULL})
    assert tiny.told == []
    facts = next(item.facts for key, item in tiny.site.catalogue.items.items() if key == "product/a")
    kept = facts.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    assert kept == {
        "published": "2024-06-01",
        "tasks": ["t1", "2023-2025/t2"],
        "unit": "centre",
        "channel": "websites",
        "audiences": ["nationwide"],
        "places": ["huyen-mau"],
        "agencies": ["noip"],
        "pictures": ["drawings/salt.svg"],
        "related": ["news/tin-mau"],
        "group": "I.4.b",
        "group_basis": "decision",
        "producer": {
            "name": {"vi": "HTX Mẫu", "en": "Sample Cooperative"},
            "type": "htx",
            "place": "huyen-mau",
            "source": "so-1",
        },
        "certificate": {
            "stars": 4,
            "status": "decision",
            "decision_no": "1/QĐ",
            "authority": {"*": "UBND"},
            "certified_on": "2024-05-02",
            "source": "so-1",
        },
        "protection": [
            {
                "type": "gi",
                "name": {"*": "Mẫu"},
                "number": "00064",
                "decision": "2/QĐ",
                "date": "2018-02",
                "source": "so-2",
            }
        ],
        "trade": {"pack": {"words": {"vi": "Hũ", "en": "Jar"}, "source": "so-1", "as_of": "2024"}},
        "facts": [{"label": {"*": "Cỡ"}, "value": {"vi": "3,2 mm", "en": "3.2 mm"}, "as_of": "2018", "source": "so-2"}],
        "sources": [
            {
                "id": "so-1",
                "publisher": {"*": "Sở Mẫu"},
                "title": "Quyết định",
                "url": "https://mau.vn/1",
                "date": "2024-05-02",
                "language": "vi",
            },
            {
                "id": "so-2",
                "publisher": {"vi": "Cục Mẫu", "en": "Sample Office"},
                "about": {"vi": "Thông báo", "en": "Notice"},
                "site": "mau.vn",
            },
        ],
        "as_of": "2024-05",
        "updated": "2024-07-01",
        "publish_on": "2024-06-02",
        "expires_on": "2030-01-01",
        "aliases": ["/cu/tieu/"],
    }


def test_each_folder_has_its_record(tmp_path: Path) -> None:
    items = glance(tmp_path).site.catalogue.items
    assert {key: type(item.facts) for key, item in items.items()} == {
        "news/tin-mau": NewsFacts,
        "product/muoi-mau": ProductFacts,
        "event/hoi-cho-mau": EventFacts,
        "press/bai-bao-mau": PressFacts,
    }


@pytest.mark.parametrize(
    ("value", "hidden"), [("true", True), ("false", False), ("yes", True), ("no", False), ("", None)]
)
def test_a_draft_is_one_however_it_is_written(tmp_path: Path, value: str, hidden: bool | None) -> None:
    tiny = glance(tmp_path, {"content/vi/news/a.md": news(draft=value)})
    if hidden is None:
        assert [code for code, _, _ in tiny.told] == ["text-empty"]
    else:
        assert tiny.told == []
    assert ("news/a" in tiny.site.catalogue.items) is (hidden is False)


@pytest.mark.parametrize("group", ["VII", "IIV", "I.9", "II.1.d", "VI.1"])
def test_a_group_stands_in_the_table(tmp_path: Path, group: str) -> None:
    found = told(tmp_path, "content/vi/products/a.md", product(group=group))
    assert [(code, place) for code, place, _ in found] == [("value-unknown", "8:8")]
