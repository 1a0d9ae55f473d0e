"""What does not fit together: every finding of the link stage, and that one item's fault is no other's."""

from datetime import date, datetime
from pathlib import Path

import pytest

from promosite.clock import VIETNAM
from promosite.link import items_of
from promosite.model.plan import plan_of
from tests.worlds import CITED, FILES, MEDIA, PICTURE, PLAN, Files, english, event, glance, news, press, product

Told = tuple[str, str, dict[str, str]]
ITEMS = "event/hoi-cho-mau, news/a, news/tin-mau, press/bai-bao-mau, product/muoi-mau"
A = "content/vi/news/a.md"
EN = "content/en/news/a.md"
REGISTER = "content/media/media.yml"
P = "content/vi/products/a.md"


def reference(place: str, field: str, found: str, expected: str, path: str = A) -> Told:
    return ("reference-unknown", f"{path}:{place}", {"field": field, "found": found, "expected": expected})


CASES: list[tuple[str, Files, list[Told]]] = [
    # References of the header
    ("unit", {A: news(unit="center", channel="websites")}, [reference("9:7", "unit", "center", "centre")]),
    ("channel", {A: news(unit="centre", channel="website")}, [reference("10:10", "channel", "website", "websites")]),
    ("audiences", {A: news(audiences="[nationwide, xyz]")}, [reference("9:25", "audiences", "xyz", "nationwide")]),
    (
        "places",
        {A: news(places="[huyen-mao, huyen-mau]")},
        [reference("9:10", "places", "huyen-mao", "huyen-mau")],
    ),
    ("agencies", {A: news(agencies="[noip, ip-viet-nam]")}, [reference("9:18", "agencies", "ip-viet-nam", "noip")]),
    ("tasks", {A: news(tasks="[t1, t3]")}, [reference("6:13", "tasks", "t3", "t1, t2")]),
    ("a row of a plan by name", {A: news(tasks="[2023-2025/t2]")}, []),
    ("a row of no plan", {A: news(tasks="[2026-2030/t1]")}, [reference("6:9", "tasks", "2026-2030/t1", "–")]),
    (
        "related",
        {A: news(related="[news/tin-mao]")},
        [reference("9:11", "related", "news/tin-mao", "news/tin-mau, news/a")],
    ),
    (
        "related to nothing like it",
        {A: news(related="[product/zzzzzzzzzzzz]")},
        [
            reference(
                "9:11",
                "related",
                "product/zzzzzzzzzzzz",
                "event/hoi-cho-mau, news/a, news/tin-mau, press/bai-bao-mau, product/muoi-mau",
            )
        ],
    ),
    ("related to itself", {A: news(related="[news/a]")}, []),
    (
        "place of the producer",
        {P: product(producer="{name: HTX, type: htx, place: huyen-mao, source: bao-mau}")},
        [reference("8:41", "producer.place", "huyen-mao", "huyen-mau", P)],
    ),
    (
        "several",
        {A: news(tasks="[t9]", places="[x]", agencies="[y]")},
        [
            reference("6:9", "tasks", "t9", "t1, t2"),
            reference("9:10", "places", "x", "huyen-mau, tinh-mau"),
            reference("10:12", "agencies", "y", "noip"),
        ],
    ),
    # Sources
    (
        "cited but unknown",
        {A: news("Một.[^bao-mau]\n\nHai.[^nowhere] Ba.[^gone]")},
        [
            ("source-unknown", f"{A}:12:5", {"found": "nowhere", "expected": "bao-mau"}),
            ("source-unknown", f"{A}:12:19", {"found": "gone", "expected": "bao-mau"}),
        ],
    ),
    ("known but not cited", {A: news("Bài.")}, [("source-not-cited", f"{A}:7:11", {"id": "bao-mau"})]),
    ("no body to cite in", {A: news("")}, []),
    ("cited by a fact", {A: news("Bài.", facts="[{label: a, value: b, source: bao-mau}]")}, []),
    (
        "cited by a certificate",
        {P: product("Bài.", certificate="{stars: 3, status: reported, year: 2025, source: bao-mau}")},
        [],
    ),
    ("cited by a producer", {P: product("Bài.", producer="{name: HTX, type: htx, source: bao-mau}")}, []),
    ("cited by a right", {P: product("Bài.", protection="[{type: gi, name: a, source: bao-mau}]")}, []),
    ("cited by an answer", {P: product("Bài.", trade="{season: {vi: a, en: b, source: bao-mau}}")}, []),
    (
        "cited in English but unknown",
        {A: news(), EN: english("Text.[^bao-mau][^x]")},
        [("source-unknown", f"{EN}:5:16", {"found": "x", "expected": "bao-mau"})],
    ),
    (
        "cited with nothing to cite",
        {A: news("Một.[^x]", sources=None, as_of=None)},
        [("source-unknown", f"{A}:8:5", {"found": "x", "expected": "–"})],
    ),
    (
        "not quite cited",
        {A: news("Một [bao-mau]. Hai (^bao-mau).\n\nBa ^[bao-mau].")},
        [
            ("body-citation-form", f"{A}:10:5", {"found": "[bao-mau]", "id": "bao-mau"}),
            ("body-citation-form", f"{A}:10:20", {"found": "(^bao-mau)", "id": "bao-mau"}),
            ("body-citation-form", f"{A}:12:4", {"found": "^[bao-mau]", "id": "bao-mau"}),
        ],
    ),
    (
        "not quite cited in English",
        {A: news(), EN: english("Text [bao-mau] and [ ^bao-mau ].")},
        [
            ("body-citation-form", f"{EN}:5:6", {"found": "[bao-mau]", "id": "bao-mau"}),
            ("body-citation-form", f"{EN}:5:20", {"found": "[ ^bao-mau ]", "id": "bao-mau"}),
        ],
    ),
    (
        "no citation is meant",
        {A: news(CITED + " [khac], `[bao-mau]`, “[bao-mau]”, [bao-mau](https://mau.vn/), \\[bao-mau]")},
        [],
    ),
    ("a link of that name", {A: news(CITED + " Xem [bao-mau].\n\n[bao-mau]: https://mau.vn/")}, []),
    # Links
    ("a link", {A: news("[Muối](../products/muoi-mau.md)[^bao-mau]")}, []),
    ("a link to a part", {A: news("[Muối](../products/muoi-mau.md#hai)[^bao-mau]")}, []),
    ("a link within the folder", {A: news("[Tin](tin-mau.md)[^bao-mau]")}, []),
    ("a link elsewhere", {A: news("[Web](https://mau.vn/a.md) [Thư](mailto:a@mau.vn)[^bao-mau]")}, []),
    (
        "a link to nothing",
        {A: news("Xem [Muối](../products/muoi.md).[^bao-mau]")},
        [("link-unknown", f"{A}:10:12", {"found": "../products/muoi.md", "expected": "../products/muoi-mau.md"})],
    ),
    (
        "a link to no kind",
        {A: news("[Muối](../product/muoi-mau.md)[^bao-mau]")},
        [("link-unknown", f"{A}:10:8", {"found": "../product/muoi-mau.md", "expected": "../products/muoi-mau.md"})],
    ),
    (
        "a link one folder too high",
        {A: news("[Tin](../tin-mau.md)[^bao-mau]")},
        [("link-unknown", f"{A}:10:7", {"found": "../tin-mau.md", "expected": "../news/tin-mau.md"})],
    ),
    (
        "a link two folders too high",
        {A: news("[Tin](../../vi/news/tin-mau.md)[^bao-mau]")},
        [("link-unknown", f"{A}:10:7", {"found": "../../vi/news/tin-mau.md", "expected": "../news/tin-mau.md"})],
    ),
    (
        "a link to the finished address",
        {A: news("[Muối](../products/muoi-mau/)[^bao-mau]")},
        [("link-unknown", f"{A}:10:8", {"found": "../products/muoi-mau/", "expected": "../products/muoi-mau.md"})],
    ),
    (
        "a link without the ending of the file",
        {A: news("[Muối](../products/muoi-mau)[^bao-mau]")},
        [("link-unknown", f"{A}:10:8", {"found": "../products/muoi-mau", "expected": "../products/muoi-mau.md"})],
    ),
    (
        "a link in English",
        {A: news(), EN: english("Text.[^bao-mau]\n\n[Salt](../products/salt.md)")},
        [("link-unknown", f"{EN}:7:8", {"found": "../products/salt.md", "expected": ""})],
    ),
    (
        "two links in a line",
        {A: news("[a](x.md) [b](../news/y.md)[^bao-mau]")},
        [
            ("link-unknown", f"{A}:10:5", {"found": "x.md", "expected": ""}),
            ("link-unknown", f"{A}:10:15", {"found": "../news/y.md", "expected": ""}),
        ],
    ),
    # Pictures
    (
        "picture nowhere",
        {A: news(pictures="[drawings/sal.svg]")},
        [
            ("picture-missing", f"{A}:9:12", {"found": "drawings/sal.svg", "expected": "drawings/salt.svg"}),
        ],
    ),
    (
        "picture without its papers",
        {A: news(pictures="[drawings/salt.svg, anh/a.png]"), "content/media/anh/a.png": PICTURE},
        [("picture-not-registered", f"{A}:9:31", {"found": "anh/a.png"})],
    ),
    (
        "picture without English words",
        {
            A: news(pictures="[drawings/salt.svg]"),
            "content/media/media.yml": MEDIA.replace(", en: Salt", ""),
            "content/vi/products/muoi-mau.md": product(),
        },
        [("alt-missing", f"{REGISTER}:6:8", {"found": "drawings/salt.svg", "missing": "en"})],
    ),
    (
        "picture with words for all",
        {
            A: news(pictures="[drawings/salt.svg]"),
            "content/media/media.yml": MEDIA.replace("{vi: Hình muối, en: Salt}", "NaCl"),
        },
        [("alt-for-all", f"{REGISTER}:6:8", {"found": "drawings/salt.svg", "expected": '{vi: "…", en: "…"}'})],
    ),
    (
        "picture described by the name of its file",
        {
            "content/media/media.yml": MEDIA.replace("Hình muối", "IMG 2034.JPG").replace(
                "en: Salt", "en: salt 2034.svg"
            )
        },
        [
            ("alt-file-name", f"{REGISTER}:6:13", {"found": "IMG 2034.JPG"}),
            ("alt-file-name", f"{REGISTER}:6:31", {"found": "salt 2034.svg"}),
        ],
    ),
    (
        "picture described by its number",
        {"content/media/media.yml": MEDIA.replace("Hình muối", "Ảnh 5").replace("en: Salt", "en: Photo no. 5")},
        [("alt-says-nothing", f"{REGISTER}:6:13", {"found": "Ảnh 5"})],
    ),
    # Translations
    ("translation of nothing", {EN: english()}, [("translation-without-source", f"{EN}:1", {})]),
    (
        "translation of another kind",
        {"content/en/events/tin-mau.md": english()},
        [("translation-without-source", "content/en/events/tin-mau.md:1", {})],
    ),
    # Days
    (
        "published tomorrow",
        {A: news(published="2026-11-23")},
        [("published-in-future", f"{A}:5:12", {"published": "2026-11-23", "day": "2026-11-22"})],
    ),
    ("published today", {A: news(published="2026-11-22")}, []),
    ("published tomorrow and scheduled", {A: news(published="2026-11-23", publish_on="2026-11-23")}, []),
    ("published tomorrow and a draft", {A: news(published="2026-11-23", draft="true")}, []),
    # Old addresses
    (
        "alias in use",
        {A: news(aliases="[/products/muoi-mau/]")},
        [("alias-taken", f"{A}:9:11", {"found": "/products/muoi-mau/", "by": "product/muoi-mau"})],
    ),
    (
        "alias twice",
        {A: news(aliases="[/cu/]"), "content/vi/news/b.md": news(aliases="[/cu/]")},
        [("alias-taken", "content/vi/news/b.md:9:11", {"found": "/cu/", "by": "news/a"})],
    ),
    (
        "alias in use in English",
        {A: news(aliases="[/cu/, /en/news/tin-mau/]"), EN: english("Text.[^bao-mau]")},
        [("alias-taken", f"{A}:9:17", {"found": "/en/news/tin-mau/", "by": "news/tin-mau"})],
    ),
    (
        "alias in a language that the item lacks",
        {A: news(aliases="[/en/news/cu/]")},
        [("alias-language", f"{A}:9:11", {"found": "/en/news/cu/", "lang": "en"})],
    ),
    (
        "alias where programs are",
        {A: news(aliases="[/admin/]")},
        [("alias-reserved", f"{A}:9:11", {"found": "/admin/", "expected": "admin, assets, pagefind"})],
    ),
    (
        "alias of what was withdrawn",
        {A: news(aliases="[/en/cu/]", expires_on="2025-01-01")},
        [("alias-language", f"{A}:9:11", {"found": "/en/cu/", "lang": "en"})],
    ),
    ("alias of a draft", {A: news(aliases="[/en/cu/, /admin/]", draft="true")}, []),
    (
        "updated tomorrow",
        {A: news(updated="2026-11-23")},
        [("updated-in-future", f"{A}:9:10", {"updated": "2026-11-23", "day": "2026-11-22"})],
    ),
    (
        "as of tomorrow",
        {A: news(as_of="2026-11-23")},
        [("as-of-in-future", f"{A}:8:8", {"as_of": "2026-11-23", "day": "2026-11-22"})],
    ),
    (
        "alias of its own",
        {A: news(aliases="[/cu/, /news/a/]")},
        [("alias-taken", f"{A}:9:17", {"found": "/news/a/", "by": "news/a", "case": "own"})],
    ),
    (
        "alias of its own in English",
        {A: news(aliases="[/en/news/a/]"), EN: english("Text.[^bao-mau]")},
        [("alias-taken", f"{A}:9:11", {"found": "/en/news/a/", "by": "news/a", "case": "own"})],
    ),
    (
        "alias of its own, withdrawn",
        {A: news(aliases="[/news/a/]", expires_on="2025-01-01")},
        [("alias-taken", f"{A}:9:11", {"found": "/news/a/", "by": "news/a", "case": "own"})],
    ),
    (
        "alias of its own in another section",
        {A: news(aliases="[/events/a/, /news/a/a/]")},
        [],
    ),
]


@pytest.mark.parametrize(("files", "expected"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_findings(tmp_path: Path, files: Files, expected: list[Told]) -> None:
    assert glance(tmp_path, files).told == expected


BAD = news(title="12")


@pytest.mark.parametrize(
    ("files", "places"),
    [
        ({A: BAD, EN: english()}, [("type-text", A, 2)]),
        ({A: BAD, "content/vi/news/b.md": news(related="[news/a]")}, [("type-text", A, 2)]),
        ({A: BAD, "content/vi/news/b.md": news("[A](a.md)[^bao-mau]")}, [("type-text", A, 2)]),
        (
            {A: "không có đầu", "content/vi/events/b.md": event("[A](../news/a.md)", related="[news/a]")},
            [("header-missing", A, 1)],
        ),
        ({A: news(), EN: english(title="12")}, [("type-text", EN, 2)]),
        ({A: news(published="2026-11-23"), EN: english()}, [("published-in-future", A, 5)]),
        ({A: news(draft="true"), "content/vi/news/b.md": news("[A](a.md)[^bao-mau]", related="[news/a]")}, []),
    ],
)
def test_what_points_at_a_refused_item_is_no_second_fault(
    tmp_path: Path, files: Files, places: list[tuple[str, str, int]]
) -> None:
    assert glance(tmp_path, files).places == places


@pytest.mark.parametrize(
    ("files", "places"),
    [
        (
            {
                A: news(
                    "[M](../products/x.md) ![M](../../media/y.png) [^z]", date="2025-06-31", tasks="[t9]", places="[x]"
                )
            },
            [
                ("date-partial", A, 4),
                ("reference-unknown", A, 6),
                ("reference-unknown", A, 9),
                ("link-unknown", A, 11),
                ("picture-missing", A, 11),
                ("source-unknown", A, 11),
            ],
        ),
        # Of a field that is refused itself nothing more is said, nor of what may be right.
        ({A: news(places="huyen-mao", pictures="[1]")}, [("type-list", A, 9), ("type-text", A, 10)]),
        ({A: news(published="2025-06-31", tasks="[t2]")}, [("date-full", A, 5)]),
        ({A: news(published="2025-06-31", tasks="[t9]")}, [("date-full", A, 5), ("reference-unknown", A, 6)]),
        ({A: news("Một.[^x]", sources="[1]")}, [("type-mapping", A, 7)]),
        # A translation is looked at, whether it is refused or its source.
        (
            {A: news(), EN: english("[S](../products/x.md)", title="12")},
            [("type-text", EN, 2), ("link-unknown", EN, 5)],
        ),
        ({A: BAD, EN: english("![S](../../media/y.png)")}, [("picture-missing", EN, 5), ("type-text", A, 2)]),
        (
            {A: news(), EN: english(tasks="[t9]", pictures="[x.png]")},
            [("fact-in-translation", EN, 4), ("fact-in-translation", EN, 5)],
        ),
    ],
)
def test_who_mends_a_refused_file_learns_of_all_its_wrong_names(
    tmp_path: Path, files: Files, places: list[tuple[str, str, int]]
) -> None:
    assert glance(tmp_path, files).places == places


def test_an_item_with_an_error_is_left_out_and_one_with_a_warning_is_not(tmp_path: Path) -> None:
    files = {A: news(tasks="[t9]"), "content/vi/news/b.md": news("Bài."), "content/vi/press/c.md": press(places="[x]")}
    tiny = glance(tmp_path, files)
    assert [(one.code, one.severity) for one in tiny.judged] == [
        ("reference-unknown", "error"),
        ("source-not-cited", "warning"),
        ("reference-unknown", "error"),
    ]
    assert [key for key in tiny.site.catalogue.items if key[-2:] in ("/a", "/b", "/c")] == ["news/b"]


def test_a_row_named_twice_counts_once(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {A: news(tasks="[t2, t1, t2, 2023-2025/t1]")})
    catalogue = tiny.site.catalogue
    assert tiny.told == []
    assert catalogue.tasks_of[next(key for key in catalogue.items if key == "news/a")] == (
        ("2023-2025", "t2"),
        ("2023-2025", "t1"),
    )
    assert [item.id for item in catalogue.of_task("2023-2025", "t2")] == ["news/a"]


@pytest.mark.parametrize(
    ("published", "plan"),
    [
        ("2022-12-31", "2023-2025"),
        ("2025-12-31", "2023-2025"),
        ("2026-01-01", "2026-2030"),
        ("2035-01-01", "2026-2030"),
    ],
)
def test_a_row_without_a_plan_is_of_the_plan_that_runs(tmp_path: Path, published: str, plan: str) -> None:
    later = (
        PLAN.replace("2023-2025", "2026-2030").replace("2023-01-01", "2026-01-01").replace("2025-12-31", "2030-12-31")
    )
    tiny = glance(tmp_path, {"content/data/plan-2026-2030.yml": later})
    found = plan_of(date.fromisoformat(published), tiny.site.catalogue.plans)
    assert found is not None
    assert found.id == plan


def test_no_plan_runs_where_there_is_none(tmp_path: Path) -> None:
    assert plan_of(date(2024, 1, 1), {}) is None
    tiny = glance(tmp_path, {"content/data/plan-2023-2025.yml": None})
    assert {code for code, _, _ in tiny.told} == {"reference-unknown"}
    assert {params["expected"] for _, _, params in tiny.told} == {"–"}


@pytest.mark.parametrize(
    ("field", "place", "plan"),
    [
        ("t2", "20:19", PLAN.replace("lead: [{unit: all-units}]", "lead: [{unit: office}]")),
        ("report.unit", "6:30", PLAN.replace('{due: "11-15"}', '{due: "11-15", unit: office}')),
    ],
)
def test_a_plan_names_units_that_exist(field: str, place: str, plan: str, tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/data/plan-2023-2025.yml": plan})
    expected = {"field": field, "found": "office", "expected": "all-units, centre"}
    assert tiny.told == [("reference-unknown", f"content/data/plan-2023-2025.yml:{place}", expected)]


def test_a_blank_inside_quotes_makes_no_other_id(tmp_path: Path) -> None:
    place = '- {id: "thon-mau ", kind_then: commune, name_then: {vi: Thôn Mẫu, en: Thon Mau}, parent: huyen-mao}\n'
    notice = '- {id: "n ", from: 2025-02-01, until: 2025-01-01, text: {vi: a, en: b}}\n'
    files = {"content/data/notices.yml": notice, PLACES: FILES[PLACES] + place}
    assert {(code, path) for code, path, _ in glance(tmp_path, files).places} == {
        ("notice-dates", "content/data/notices.yml"),
        ("reference-unknown", PLACES),
    }


UNITS, PLACES, ROWS = "content/data/units.yml", "content/data/places.yml", "content/data/plan-2023-2025.yml"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({UNITS: "- {id: centre\n"}, [("yaml-syntax", UNITS)]),
        ({UNITS: "centre: {}\n"}, [("type-list", UNITS)]),
        ({UNITS: None}, [("reference-unknown", ROWS)] * 3),
        (
            {PLACES: "- {id: huyen-mau}\n", A: news(places="[huyen-mau, huyen-khac]")},
            [("field-missing", PLACES), ("field-missing", PLACES), ("reference-unknown", A)],
        ),
        (
            {ROWS: PLAN.replace('"11-15"', '"15/11"'), A: news(tasks="[t1]", unit="nobody", channel="websites")},
            [("value-form", ROWS), ("reference-unknown", A)],
        ),
    ],
    ids=["unreadable", "no list", "no file", "one record", "plan"],
)
def test_what_names_a_record_that_could_not_be_read_is_no_second_fault(
    tmp_path: Path, files: Files, told: list[tuple[str, str]]
) -> None:
    found = [(code, path) for code, path, _ in glance(tmp_path, files).places]
    assert found == told


def test_languages_stand_in_the_order_of_the_site(tmp_path: Path) -> None:
    items = glance(tmp_path).site.catalogue.items
    assert {key: list(item.texts) for key, item in items.items()} == {
        "event/hoi-cho-mau": ["vi"],
        "news/tin-mau": ["vi", "en"],
        "press/bai-bao-mau": ["vi", "en"],
        "product/muoi-mau": ["vi", "en"],
    }


@pytest.mark.parametrize(
    ("hour", "code"),
    [
        (datetime(2026, 11, 22, 23, 59, tzinfo=VIETNAM), "published-in-future"),
        (datetime(2026, 11, 23, 0, 0, tzinfo=VIETNAM), None),
    ],
)
def test_the_day_changes_at_midnight_in_viet_nam(tmp_path: Path, hour: datetime, code: str | None) -> None:
    tiny = glance(tmp_path, {A: news(published="2026-11-23")}, hour)
    assert [one[0] for one in tiny.told] == ([code] if code else [])


def test_items_by_path() -> None:
    paths = [
        "content/vi/news/a.md",
        "content/en/news/b.md",
        "content/vi/tin/c.md",
        "content/vi/products/d.md",
        "content/vi/news/sub/e.md",
        "content/data/units.yml",
        "mkdocs.yml",
    ]
    assert items_of(paths, "vi") == {"news/a", "product/d"}
