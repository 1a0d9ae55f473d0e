"""Structured data of tiny worlds, whole: what stands there, and what never does."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
import pytest

from promosite.generate.datasets import DataFile, dataset
from promosite.generate.structured import as_json, structured
from promosite.model.plan import Period
from tests.worlds import CONFIG, World, english, event, glance, news, press, product

ROOT = "https://example.org/mau/"
ORGANISATION = {
    "@type": "GovernmentOrganization",
    "@id": f"{ROOT}#publisher",
    "name": "Sở Mẫu",
    "url": "https://example.org/",
}
UNPUBLISHED = CONFIG.replace('{name: {vi: "Sở Mẫu", en: "Sample Department"}, url: "https://example.org/"}', "null")
SOURCE = '[{id: bao-mau, publisher: "Báo Mẫu", title: "Bài", about: "Về muối", url: "https://mau.vn/a", date: 2024-05}]'


def graph(tiny: World, lang: str, address: str) -> list[dict[str, Any]]:
    data = tiny.page(lang, address).header["structured"]
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def node(tiny: World, lang: str, address: str, kind: str) -> dict[str, Any]:
    (found,) = [one for one in graph(tiny, lang, address) if one["@type"] == kind]
    return found


def test_a_piece_of_news_whole(tmp_path: Path) -> None:
    own = news(updated="2024-06-03", places="[huyen-mau]", pictures="[drawings/salt.svg]", sources=SOURCE)
    tiny = glance(tmp_path, {"content/vi/news/tin-mau.md": own, "mkdocs.yml": UNPUBLISHED})
    url, days = f"{ROOT}news/tin-mau/", {"datePublished": "2024-06-01", "dateModified": "2024-06-03"}
    assert graph(tiny, "vi", "news/tin-mau/") == [
        {
            "@type": "WebPage",
            "@id": f"{url}#page",
            "url": url,
            "name": "Tin mẫu",
            "description": "Tóm tắt mẫu.",
            "inLanguage": "vi",
            "isPartOf": {"@id": f"{ROOT}#website"},
            **days,
            "mainEntity": {"@id": f"{url}#news"},
            "primaryImageOfPage": {"@id": f"{url}#picture"},
            "citation": [
                {
                    "@type": "CreativeWork",
                    "@id": f"{url}#source-bao-mau",
                    "name": "Bài",
                    "description": "Về muối",
                    "url": "https://mau.vn/a",
                    "datePublished": "2024-05",
                    "sourceOrganization": {"@type": "Organization", "name": "Báo Mẫu"},
                }
            ],
            "workTranslation": [{"@id": f"{ROOT}en/news/tin-mau/#page"}],
            "breadcrumb": {"@id": f"{url}#trail"},
        },
        {
            "@type": "NewsArticle",
            "@id": f"{url}#news",
            "mainEntityOfPage": {"@id": f"{url}#page"},
            "name": "Tin mẫu",
            "headline": "Tin mẫu",
            "description": "Tóm tắt mẫu.",
            "inLanguage": "vi",
            **days,
            "temporalCoverage": "2024-05-21",
            "workTranslation": [{"@id": f"{ROOT}en/news/tin-mau/#news"}],
            "citation": [{"@id": f"{url}#source-bao-mau"}],
            "contentLocation": [{"@type": "Place", "name": "Huyện Mẫu"}],
            "image": {
                "@type": "ImageObject",
                "@id": f"{url}#picture",
                "url": f"{ROOT}assets/drawings/salt.svg",
                "width": 1200,
                "height": 800,
                "description": "Hình muối",
                "caption": "Hình minh họa · Nhóm dự án, CC0-1.0",
            },
        },
        {
            "@type": "BreadcrumbList",
            "@id": f"{url}#trail",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Trang chủ", "item": ROOT},
                {"@type": "ListItem", "position": 2, "name": "Tin tức", "item": f"{ROOT}news/"},
                {"@type": "ListItem", "position": 3, "name": "Tin mẫu", "item": url},
            ],
        },
    ]


def test_a_translation_points_at_its_original_and_back(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    for kind, name in (("WebPage", "page"), ("NewsArticle", "news")):
        there, here = node(tiny, "vi", "news/tin-mau/", kind), node(tiny, "en", "news/tin-mau/", kind)
        assert there["workTranslation"] == [{"@id": here["@id"]}]
        assert here["translationOfWork"] == {"@id": there["@id"]}
        assert here["@id"] == f"{ROOT}en/news/tin-mau/#{name}"
        assert (there["inLanguage"], here["inLanguage"]) == ("vi", "en")


def test_what_nobody_translated_names_no_translation(tmp_path: Path) -> None:
    page = node(glance(tmp_path), "vi", "events/hoi-cho-mau/", "WebPage")
    assert {"workTranslation", "translationOfWork"}.isdisjoint(page)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            {"startDate": "2024-06-07", "endDate": "2024-06-09", "eventStatus": "https://schema.org/EventScheduled"},
        ),
        ({"end": None}, {"startDate": "2024-06-07", "eventStatus": "https://schema.org/EventScheduled"}),
        (
            {"venue": "{vi: Chợ Mẫu, en: Sample Market}", "organisers": "[{vi: Hội Mẫu, en: Sample Union}]"},
            {
                "startDate": "2024-06-07",
                "endDate": "2024-06-09",
                "eventStatus": "https://schema.org/EventScheduled",
                "location": {"@type": "Place", "name": "Chợ Mẫu"},
                "organizer": [{"@type": "Organization", "name": "Hội Mẫu"}],
            },
        ),
    ],
)
def test_an_event(tmp_path: Path, changes: dict[str, Any], expected: dict[str, Any]) -> None:
    tiny = glance(tmp_path, {"content/vi/events/hoi-cho-mau.md": event(**changes)})
    url = f"{ROOT}events/hoi-cho-mau/"
    common = {"@type": "Event", "@id": f"{url}#event", "mainEntityOfPage": {"@id": f"{url}#page"}}
    words = {"name": "Hội chợ mẫu", "description": "Hội chợ mẫu."}
    assert node(tiny, "vi", "events/hoi-cho-mau/", "Event") == common | words | expected


DECISION = (
    "{stars: 4, status: decision, decision_no: 12/QĐ-UBND, authority: {vi: Ủy ban Mẫu, en: Sample Committee},"
    " certified_on: 2024-06-01, source: bao-mau}"
)
CERTIFICATION = {
    "@type": "Certification",
    "name": "OCOP 4 sao",
    "certificationIdentification": "12/QĐ-UBND",
    "issuedBy": {"@type": "Organization", "name": "Ủy ban Mẫu"},
    "validFrom": "2024-06-01",
    "expires": "2027-06-01",
    "certificationStatus": "https://schema.org/CertificationActive",
}


@pytest.mark.parametrize(
    ("certificate", "expected"),
    [
        (DECISION, CERTIFICATION),
        (DECISION.replace("2024-06-01", "2021-06-01"), None),
        ("{stars: 3, status: reported, year: 2025, source: bao-mau}", None),
    ],
    ids=["decision", "ended", "reported"],
)
def test_only_a_decision_that_holds_certifies(tmp_path: Path, certificate: str, expected: Any) -> None:
    tiny = glance(tmp_path, {"content/vi/products/muoi-mau.md": product(certificate=certificate)})
    assert node(tiny, "vi", "products/muoi-mau/", "Product").get("hasCertification") == expected


def test_a_product_says_what_is_shown_and_what_is_inferred(tmp_path: Path) -> None:
    own = product(
        group="I.4.b",
        group_basis="inferred",
        producer="{name: Hợp tác xã Mẫu, type: htx, source: bao-mau}",
        protection="[{type: gi, name: Muối Mẫu, source: bao-mau}]",
        trade="{pack: {vi: Túi 1 kg, en: 1 kg bag, source: bao-mau}}",
    )
    found = node(glance(tmp_path, {"content/vi/products/muoi-mau.md": own}), "en", "products/muoi-mau/", "Product")
    url = f"{ROOT}en/products/muoi-mau/"
    assert found == {
        "@type": "Product",
        "@id": f"{url}#product",
        "mainEntityOfPage": {"@id": f"{url}#page"},
        "name": "Sample",
        "description": "A sample.",
        "category": {
            "@type": "CategoryCode",
            "codeValue": "I.4.b",
            "name": "Food: other condiments and spices",
            "description": "our reading of the list in Decision No. 148/QĐ-TTg; no decision on record",
        },
        "manufacturer": {"@type": "Organization", "name": "Hợp tác xã Mẫu"},
        "additionalProperty": [
            {"@type": "PropertyValue", "name": "Geographical indication", "value": "Muối Mẫu"},
            {"@type": "PropertyValue", "name": "Packaging", "value": "1 kg bag"},
        ],
    }


def test_a_press_mention_is_about_the_work_of_others(tmp_path: Path) -> None:
    own = press(
        article_title='"Bài của họ"', sources=SOURCE.replace('title: "Bài"', 'title: "Bài của họ"'), as_of="2024"
    )
    tiny = glance(tmp_path, {"content/vi/press/bai-bao-mau.md": own, "mkdocs.yml": UNPUBLISHED})
    url = f"{ROOT}press/bai-bao-mau/"
    assert node(tiny, "vi", "press/bai-bao-mau/", "Article") == {
        "@type": "Article",
        "@id": f"{url}#press",
        "mainEntityOfPage": {"@id": f"{url}#page"},
        "headline": "Bài của họ",
        "url": "https://mau.vn/bai",
        "inLanguage": "vi",
        "datePublished": "2024-05-21",
        "sourceOrganization": {"@type": "Organization", "name": "Báo Mẫu"},
    }
    assert node(tiny, "vi", "press/bai-bao-mau/", "WebPage")["mainEntity"] == {"@id": f"{url}#press"}


def test_the_picture_of_a_press_mention_is_of_its_page_alone(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/vi/press/bai-bao-mau.md": press(pictures="[drawings/salt.svg]")})
    picture = node(tiny, "vi", "press/bai-bao-mau/", "WebPage")["primaryImageOfPage"]
    assert (picture["@type"], picture["@id"]) == ("ImageObject", f"{ROOT}press/bai-bao-mau/#picture")
    assert "image" not in node(tiny, "vi", "press/bai-bao-mau/", "Article")


def test_the_home_page_can_be_searched(tmp_path: Path) -> None:
    site = node(glance(tmp_path), "en", "", "WebSite")
    assert site["name"] == "Sample Province"
    assert site["potentialAction"] == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{ROOT}en/search/?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    assert site["translationOfWork"] == {"@id": f"{ROOT}#website"}


def test_a_listing_counts_on_from_page_to_page(tmp_path: Path) -> None:
    more = {f"content/vi/news/tin-{number}.md": news() for number in range(6)}
    tiny = glance(tmp_path, more)
    first, second = (node(tiny, "en", address, "ItemList") for address in ("news/", "news/page/2/"))
    assert (first["numberOfItems"], second["numberOfItems"]) == (7, 7)
    places = [row["position"] for one in (first, second) for row in one["itemListElement"]]
    assert places == [1, 2, 3, 4, 5, 6, 7]
    rows = {row["url"]: row["name"] for one in (first, second) for row in one["itemListElement"]}
    assert rows[f"{ROOT}en/news/tin-mau/"] == "Sample"
    assert rows[f"{ROOT}news/tin-1/"] == "Tin mẫu"


def test_results_and_background_are_two_lists_and_zero_is_told(tmp_path: Path) -> None:
    lists = [one for one in graph(glance(tmp_path), "vi", "plan/2023-2025/t1/") if one["@type"] == "ItemList"]
    assert [(one["name"], one["numberOfItems"], len(one["itemListElement"])) for one in lists] == [
        ("Kết quả của Sở", 0, 0),
        ("Tư liệu nền", 4, 4),
    ]


@pytest.mark.parametrize(
    ("address", "kind"),
    [("about/", "AboutPage"), ("contact/", "ContactPage"), ("news/", "CollectionPage"), ("plan/2023-2025/", "WebPage")],
)
def test_types_of_pages(tmp_path: Path, address: str, kind: str) -> None:
    assert graph(glance(tmp_path), "vi", address)[0]["@type"] == kind


def test_contact_details_stand_where_the_page_shows_them(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    assert node(tiny, "vi", "contact/", "GovernmentOrganization") == ORGANISATION | {"email": "mau@example.org"}
    assert node(tiny, "vi", "about/", "GovernmentOrganization") == ORGANISATION
    assert node(tiny, "vi", "about/", "AboutPage")["publisher"] == {"@id": ORGANISATION["@id"]}


def test_without_a_publisher_no_page_names_one(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"mkdocs.yml": UNPUBLISHED})
    text = as_json([page.header["structured"] for page in tiny.outputs.pages if page.header["canonical"] is None])
    assert [word for word in ("publisher", "GovernmentOrganization", "author") if word in text] == []


def test_a_data_set_stands_in_the_graph_of_the_page_that_shows_it(tmp_path: Path) -> None:
    site = glance(tmp_path).site
    period = Period.model_validate({"from": date(2023, 1, 1), "to": date(2025, 12, 31)})
    files = (DataFile("data/coverage.json", "application/json"), DataFile("data/coverage.csv", "text/csv"))
    found = dataset(
        site, "en", "data/", "coverage", name="Coverage", description="By row", files=files, period=period,
        modified=date(2024, 6, 1),
    )  # fmt: skip
    assert found == {
        "@type": "Dataset",
        "@id": f"{ROOT}en/data/#coverage",
        "url": f"{ROOT}en/data/",
        "name": "Coverage",
        "description": "By row",
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": f"{ROOT}data/coverage.json",
                "encodingFormat": "application/json",
            },
            {"@type": "DataDownload", "contentUrl": f"{ROOT}data/coverage.csv", "encodingFormat": "text/csv"},
        ],
        "temporalCoverage": "2023-01-01/2025-12-31",
        "dateModified": "2024-06-01",
    }
    page = glance(tmp_path).page("en", "about/")
    page = replace(page, header={**page.header, "view": {**page.header["view"], "datasets": [found]}})
    assert found in structured(site, page)["@graph"]


def ids_of(nodes: list[dict[str, Any]]) -> tuple[list[str], set[str]]:
    """Return the ids of all nodes that say something, and those that nodes point at."""
    told, named, waiting = list[str](), set[str](), list[Any](nodes)
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            told += [one["@id"]] if "@id" in one and len(one) > 1 else []
            named |= {one["@id"]} if one.keys() == {"@id"} else set()
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return told, named


def test_whatever_a_node_points_at_is_there(sample: World) -> None:
    told_of = {key: page.header["structured"] for key, page in sample.pages.items() if "structured" in page.header}
    pages = {key: ids_of(one["@graph"]) for key, one in told_of.items()}
    everywhere = {one for told, _ in pages.values() for one in told}
    for (lang, address), (told, named) in pages.items():
        url = sample.site.config.absolute(lang, address)
        assert len(told) == len(set(told))
        assert named <= everywhere
        assert {one for one in named if one.startswith(f"{url}#")} <= set(told)


def test_what_people_write_cannot_end_the_script() -> None:
    environment = jinja2.Environment(autoescape=True)
    environment.policies["json.dumps_function"] = as_json
    written = environment.from_string("{{ value | tojson }}").render(
        value={"b": "</script><!-- & 'Ế Ậ'", "a": "x\u2028y\u2029z"}
    )
    assert written == ('{"a":"x\\u2028y\\u2029z","b":"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u0027Ế Ậ\\u0027"}')


def test_english_words_stand_on_english_pages(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/en/events/hoi-cho-mau.md": english("Text.")})
    assert node(tiny, "en", "events/hoi-cho-mau/", "Event")["name"] == "Sample"
