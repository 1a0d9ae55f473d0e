"""Figures, pages for readers and maps beside the rest: every finding with its place and what it tells."""

from pathlib import Path

import pytest

from promosite.findings import as_lines
from promosite.messages import load_messages
from tests.worlds import BRIEFINGS, MAPS, READERS, Files, figure, glance, news, product

FIGURES = "content/data/figures.yml"
PAGES = "content/data/briefings.yml"
DRAWN = "content/data/maps.yml"
NEWS = "content/vi/news/a.md"
Told = tuple[str, str, dict[str, str]]


def unknown(place: str, field: str, found: str, expected: str) -> Told:
    return ("reference-unknown", place, {"field": field, "found": found, "expected": expected})


CASES: list[tuple[str, Files, list[Told]]] = [
    ("all is well", {}, []),
    (
        "a place that nobody wrote",
        {FIGURES: figure(place="huyen-mao")},
        [unknown(f"{FIGURES}:6:10", "place", "huyen-mao", "huyen-mau")],
    ),
    (
        "an item that nobody wrote",
        {FIGURES: figure(item="product/muoi")},
        [unknown(f"{FIGURES}:7:9", "item", "product/muoi", "product/muoi-mau")],
    ),
    (
        "a page that nobody wrote",
        {FIGURES: figure(briefings="[trade, traders]")},
        [unknown(f"{FIGURES}:8:22", "briefings", "traders", "trade")],
    ),
    (
        "of tomorrow",
        {FIGURES: figure(as_of="2026-11-23")},
        [
            (
                "figure-in-future",
                f"{FIGURES}:5:10",
                {"id": "san-pham", "as_of": "2026-11-23", "day": "2026-11-22"},
            )
        ],
    ),
    (
        "later than its source",
        {FIGURES: figure(as_of="2025")},
        [("figure-after-source", f"{FIGURES}:5:10", {"id": "san-pham", "as_of": "2025", "date": "2024-06"})],
    ),
    (
        "a source that says nothing and lies nowhere",
        {FIGURES: figure(source="{id: a, publisher: A}")},
        [
            ("figure-source-address", f"{FIGURES}:9:11", {"id": "a"}),
            ("source-without-title", f"{FIGURES}:9:11", {"id": "a"}),
        ],
    ),
    (
        "the same figure under another id, in capitals",
        {FIGURES: figure() + figure(id="khac", label="{vi: SẢN PHẨM MẪU, en: Other products}")},
        [("figure-twice", f"{FIGURES}:11:10", {"found": "SẢN PHẨM MẪU", "id": "san-pham"})],
    ),
    ("the same label of another place", {FIGURES: figure() + figure(id="khac", place="huyen-mau")}, []),
    (
        "numbers that differ",
        {FIGURES: figure(value="{vi: 'hơn 6.772', en: 'more than 6.772'}")},
        [("words-differ", f"{FIGURES}:3:32", {"expected": "6.772 (6772)", "found": "6.772", "lang": "en"})],
    ),
    (
        "a number that is not there",
        {FIGURES: figure(note="{vi: Gồm 12 xã., en: Several communes.}")},
        [("words-differ", f"{FIGURES}:10:30", {"expected": "12", "found": "–", "lang": "en"})],
    ),
    (
        "a number too many, in a text of a page",
        {PAGES: BRIEFINGS.replace("en: Sample prices", "en: Prices of 2024")},
        [("words-differ", f"{PAGES}:6:28", {"expected": "–", "found": "2024", "lang": "en"})],
    ),
    (
        "an audience that the plan does not have",
        {PAGES: BRIEFINGS.replace("[nationwide]\n  gaps", "[nationwide, world]\n  gaps")},
        [unknown(f"{PAGES}:5:27", "audiences", "world", "nationwide")],
    ),
    (
        "half a translation",
        {PAGES: BRIEFINGS.replace(", en: For those who buy.", "")},
        [("briefing-half-written", f"{PAGES}:4:8", {"field": "who", "lang": "en"})],
    ),
    (
        "a place on the map that nobody wrote",
        {DRAWN: MAPS.replace("place: huyen-mau", "place: huyen-mao")},
        [unknown(f"{DRAWN}:8:15", "points", "huyen-mao", "huyen-mau")],
    ),
    (
        "a point twice and one off the map",
        {DRAWN: MAPS.replace("place: huyen-mau", "place: tinh-mau").replace("y: 60", "y: 301")},
        [
            ("map-outside", f"{DRAWN}:9:7", {"found": "tinh-mau", "expected": "400 × 300"}),
            ("map-place-twice", f"{DRAWN}:9:7", {"found": "tinh-mau"}),
        ],
    ),
    (
        "an item for readers who are none of its own",
        {NEWS: news(briefings="[investors, trade]")},
        [
            ("briefing-audience", f"{NEWS}:9:13", {"found": "investors", "expected": "nationwide"}),
            ("briefing-audience", f"{NEWS}:9:24", {"found": "trade", "expected": "nationwide"}),
        ],
    ),
    (
        "a page whose id is gone",
        {NEWS: news(audiences="[nationwide]", briefings="[buyers]")},
        [unknown(f"{NEWS}:10:13", "briefings", "buyers", "investors, trade")],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_what_does_not_fit(tmp_path: Path, files: Files, expected: list[Told]) -> None:
    assert glance(tmp_path, {**READERS, **files}).told == expected


def test_a_draft_may_be_named(tmp_path: Path) -> None:
    draft = product(audiences="[nationwide]", briefings="[trade]", draft="true")
    tiny = glance(tmp_path, {**READERS, "content/vi/products/muoi-mau.md": draft})
    assert (tiny.told, tiny.page("en", "for/trade/").header["view"]["groups"]) == ([], [])


def test_a_figure_without_a_source_is_left_out_and_the_others_stand(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {**READERS, FIGURES: figure(id="trống", source=None) + figure()})
    assert list(tiny.site.catalogue.figures) == ["san-pham"]
    assert {code for code, _, _ in tiny.told} == {"field-missing", "value-form"}


def test_sentences_name_the_way_out(tmp_path: Path) -> None:
    files = {**READERS, FIGURES: figure(as_of="2026-12", value="{vi: hơn 40, en: more than 50}")}
    lines = as_lines(glance(tmp_path, files).judged, [load_messages("vi"), load_messages("en")])
    assert lines == [
        f"{FIGURES}:3:27: error words-differ  Hai ngôn ngữ nói khác nhau: tiếng Việt có “40”, bản en có “50”. "
        "Hãy sửa cho khớp: cùng ghi hoặc cùng không ghi.",
        "    The two languages say different things: the Vietnamese has “40”, the text in en has “50”. "
        "Make them agree: say it in both or in neither.",
        f"{FIGURES}:5:10: error figure-in-future  Số liệu “san-pham” ghi thời điểm 2026-12, ở sau hôm nay "
        "(2026-11-22). Hãy sửa as_of.",
        "    The figure “san-pham” is as of 2026-12, which is after today (2026-11-22). Correct as_of.",
    ]
