"""Feeds: what a subscriber's program reads is what stands on the site, in both formats and both languages."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from promosite.clock import VIETNAM
from promosite.generate.feed_formats import atom, json_feed
from promosite.generate.feeds import ENTRIES, feed_files
from promosite.model.feeds import Category, Entry, Feed
from tests.worlds import CONFIG, FILES, World, english, event, glance, news

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ROOT = "https://example.org/mau"
PUBLISHER = 'publisher: {name: {vi: "Sở Mẫu", en: "Sample Department"}, url: "https://example.org/"}'
SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parent / "json-feed-1.1.schema.json").read_text(encoding="utf-8"))
)
NAMES = ("feed.xml", "feed.json")


def files_of(tiny: World) -> dict[str, bytes]:
    return {file.uri: file.content for file in tiny.files if file.uri.endswith(NAMES)}


def judge_atom(content: bytes) -> ElementTree.Element:
    """Hold a feed to the MUSTs of RFC 4287, section 4, and return it."""
    root = ElementTree.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    assert root.get(LANG)
    for one in (root, *root.findall(f"{ATOM}entry")):
        assert [len(one.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert "://" in str(one.findtext(f"{ATOM}id"))
        assert datetime.fromisoformat(str(one.findtext(f"{ATOM}updated"))).tzinfo
        assert len([link for link in one.findall(f"{ATOM}link") if link.get("rel") == "alternate"]) == 1
    assert [str(name.text) for name in root.findall(f"{ATOM}author/{ATOM}name")] != []
    assert [link.get("href") for link in root.findall(f"{ATOM}link[@rel='self']")] == [root.findtext(f"{ATOM}id")]
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    return root


def read(content: bytes) -> Any:
    judge_atom(content)
    found = feedparser.parse(content)
    assert (found.bozo, found.version) == (False, "atom10")
    return found


def read_json(content: bytes) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(content)
    assert [error.message for error in SCHEMA.iter_errors(record)] == []
    ids = [item["id"] for item in record["items"]]
    assert len(set(ids)) == len(ids)
    return record


def atom_entry(entry: Any) -> list[Any]:
    tags = [tag.label for tag in entry.tags]
    return [entry.id, entry.link, entry.title, entry.summary, entry.published, entry.updated, tags]


def json_entry(item: dict[str, Any]) -> list[Any]:
    return [item[key] for key in ("id", "url", "title", "content_text", "date_published", "date_modified", "tags")]


def slugs(found: Any) -> list[str]:
    return [entry.link.rstrip("/").split("/")[-1] for entry in found.entries]


PLACES = [
    "",
    "news/",
    "products/",
    "events/",
    "press/",
    "plan/2023-2025/t1/",
    "plan/2023-2025/t2/",
]


def test_feeds_lie_beside_their_pages_in_each_language(tmp_path: Path) -> None:
    expected = {f"{prefix}{place}{name}" for prefix in ("", "en/") for place in PLACES for name in NAMES}
    tiny = glance(tmp_path)
    assert set(files_of(tiny)) == expected
    assert {f"{tiny.site.path(lang, place)}" for lang in ("vi", "en") for place in PLACES} <= {
        tiny.site.path(*key) for key in tiny.pages
    }


def test_every_feed_of_the_sample_year_is_valid_and_both_formats_agree(sample: World) -> None:
    files = files_of(sample)
    assert len(files) == 2 * 2 * (1 + 4 + 6)
    for uri, content in files.items():
        if uri.endswith(".json"):
            continue
        one, other = read(content), read_json(files[uri.replace(".xml", ".json")])
        assert [atom_entry(entry) for entry in one.entries] == [json_entry(item) for item in other["items"]]
        assert (one.feed.title, one.feed.subtitle, one.feed.language, one.feed.author) == (
            other["title"],
            other["description"],
            other["language"],
            other["authors"][0]["name"],
        )
        assert (one.feed.link, one.feed.id) == (
            other["home_page_url"],
            other["feed_url"].replace(".json", ".xml"),
        )
        assert one.feed.id == sample.site.config.absolute("vi", uri)


def test_entries_are_pages_that_exist_in_the_language_of_the_feed(sample: World) -> None:
    addresses = {
        lang: {sample.site.config.absolute(*key) for key in sample.pages if key[0] == lang} for lang in ("vi", "en")
    }
    for uri, content in files_of(sample).items():
        if uri.endswith(".xml"):
            found = read(content)
            assert {entry.link for entry in found.entries} <= addresses["en" if uri.startswith("en/") else "vi"]
            assert {entry.id == entry.link for entry in found.entries} <= {True}
    assert "dien-dan-doi-moi-sang-tao-mau-cua-vung-mau-y" in slugs(read(files_of(sample)["events/feed.xml"]))
    assert "dien-dan-doi-moi-sang-tao-mau-cua-vung-mau-y" not in slugs(read(files_of(sample)["en/events/feed.xml"]))


def test_hidden_items_are_in_no_feed(sample: World) -> None:
    text = b"".join(files_of(sample).values()).decode()
    for slug in ("tinh-dau-mau", "gioi-thieu-ngay-hoi-san-pham-mau-2025", "moi-dang-ky-gian-hang"):
        assert slug not in text


def test_an_entry_whole(tmp_path: Path) -> None:
    files = {
        "content/vi/events/hoi-cho-mau.md": event(
            venue='"Nhà Mẫu"', updated="2024-06-13", unit="centre", channel="websites", role="organiser"
        )
    }
    made = files_of(glance(tmp_path, files))
    address = f"{ROOT}/events/hoi-cho-mau/"
    assert read_json(made["events/feed.json"]) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Sự kiện · Tỉnh Mẫu",
        "home_page_url": f"{ROOT}/events/",
        "feed_url": f"{ROOT}/events/feed.json",
        "description": "Hội nghị, hội chợ, diễn đàn, kèm vai trò của Sở trong từng sự kiện.",
        "language": "vi",
        "authors": [{"name": "Sở Mẫu", "url": "https://example.org/"}],
        "items": [
            {
                "id": address,
                "url": address,
                "title": "Hội chợ mẫu",
                "content_text": "từ ngày 07 đến ngày 09/6/2024, Nhà Mẫu. Hội chợ mẫu.",
                "summary": "từ ngày 07 đến ngày 09/6/2024, Nhà Mẫu. Hội chợ mẫu.",
                "date_published": "2024-06-10T12:00:00+07:00",
                "date_modified": "2024-06-13T12:00:00+07:00",
                "tags": ["Sự kiện", "T1: Một", "Kết quả của Sở"],
            }
        ],
    }
    found = read(made["events/feed.xml"])
    assert [(tag.term, tag.scheme, tag.label) for tag in found.entries[0].tags] == [
        ("event", None, "Sự kiện"),
        ("t1", f"{ROOT}/plan/2023-2025/", "T1: Một"),
        ("result", None, "Kết quả của Sở"),
    ]
    assert (found.feed.updated, found.feed.rights) == (
        "2024-06-13T12:00:00+07:00",
        "Giấy phép dùng lại: chưa có dữ liệu.",
    )


def test_background_is_marked_and_what_names_no_row_is_neither(tmp_path: Path) -> None:
    made = files_of(glance(tmp_path, {"content/vi/news/b.md": news(tasks=None)}))
    tags = {item["url"].split("/")[-2]: item["tags"] for item in read_json(made["news/feed.json"])["items"]}
    assert tags == {"tin-mau": ["Tin tức", "T1: Một", "Tư liệu nền"], "b": ["Tin tức"]}


@pytest.mark.parametrize(
    ("lang", "author", "notice"),
    [
        (
            "vi",
            "Tỉnh Mẫu (trang chạy thử, chưa phải trang thông tin chính thức)",
            "Trang chạy thử, chưa phải trang thông tin chính thức.",
        ),
        (
            "en",
            "Sample Province (demonstration site, not an official website)",
            "Demonstration site, not an official website.",
        ),
    ],
)
def test_without_a_publisher_a_feed_claims_none(tmp_path: Path, lang: str, author: str, notice: str) -> None:
    tiny = glance(tmp_path, {"mkdocs.yml": CONFIG.replace(PUBLISHER, "")})
    for place in PLACES:
        found = read(files_of(tiny)[tiny.site.path(lang, f"{place}feed.xml")])
        assert (found.feed.author, "href" in found.feed.author_detail) == (author, False)
        assert found.feed.subtitle.endswith(notice)


def test_an_id_outlives_the_title(tmp_path: Path) -> None:
    def ids(tiny: World) -> list[str]:
        return [entry.id for entry in read(files_of(tiny)["news/feed.xml"]).entries]

    other = FILES["content/vi/news/tin-mau.md"].replace("Tin mẫu", "Tên khác hẳn")
    assert ids(glance(tmp_path / "a")) == ids(glance(tmp_path / "b", {"content/vi/news/tin-mau.md": other}))


def test_a_feed_holds_the_newest_and_no_more(tmp_path: Path) -> None:
    files = {
        f"content/vi/news/n{number:02}.md": news(published=f"2025-01-{number % 28 + 1:02}", date=None)
        for number in range(ENTRIES + 5)
    }
    made = files_of(glance(tmp_path, files))
    for uri in ("feed.xml", "news/feed.xml", "plan/2023-2025/t1/feed.xml"):
        days = [entry.published[:10] for entry in read(made[uri]).entries]
        assert len(days) == ENTRIES
        assert days == sorted(days, reverse=True)
    assert "tin-mau" not in slugs(read(made["news/feed.xml"]))
    assert slugs(read(made["en/news/feed.xml"])) == ["tin-mau"]


def test_a_feed_changes_when_its_newest_entry_did(tmp_path: Path) -> None:
    files = {
        "content/vi/news/a.md": news(published="2024-07-01", updated="2024-09-01"),
        "content/vi/news/b.md": news(published="2024-08-01"),
    }
    found = read(files_of(glance(tmp_path, files))["news/feed.xml"])
    assert (slugs(found), found.feed.updated[:10]) == (["b", "a", "tin-mau"], "2024-09-01")


def test_an_empty_feed_has_never_changed(tmp_path: Path) -> None:
    made = files_of(glance(tmp_path))
    found = read(made["plan/2023-2025/t2/feed.xml"])
    assert (found.entries, found.feed.updated) == ([], "1970-01-01T12:00:00+07:00")
    assert found.feed.title == "T2: Hai · Tỉnh Mẫu"
    assert read_json(made["plan/2023-2025/t2/feed.json"])["items"] == []


def test_feeds_are_the_same_whatever_the_day(tmp_path: Path) -> None:
    site = glance(tmp_path).site
    later = replace(site, moment=datetime(2030, 1, 1, tzinfo=VIETNAM))
    assert list(feed_files(site)) == list(feed_files(later))


def test_a_new_item_of_another_section_changes_no_other_feed(tmp_path: Path) -> None:
    before = files_of(glance(tmp_path / "a"))
    files = {"content/vi/news/b.md": news(tasks=None), "content/en/news/b.md": english("Text.[^bao-mau]")}
    after = files_of(glance(tmp_path / "b", files))
    changed = {uri for uri in before if before[uri] != after[uri]}
    assert changed == {f"{prefix}{name}" for prefix in ("", "news/", "en/", "en/news/") for name in NAMES}


def test_pages_name_their_feed(tmp_path: Path) -> None:
    tiny = glance(tmp_path)
    feeds = {key: page.header["feed"] for key, page in tiny.pages.items()}
    for (lang, address), feed in feeds.items():
        if feed:
            assert {feed["atom"], feed["json"]} <= set(files_of(tiny)), (lang, address)
    assert feeds[("en", "")] == {"name": "Sample Province", "atom": "en/feed.xml", "json": "en/feed.json"}
    assert feeds[("vi", "news/2024/")] == {
        "name": "Tin tức",
        "atom": "news/feed.xml",
        "json": "news/feed.json",
    }
    assert feeds[("en", "news/tin-mau/")]["atom"] == "en/news/feed.xml"
    assert feeds[("en", "events/2024/")]["atom"] == "en/events/feed.xml"
    assert feeds[("vi", "plan/2023-2025/t2/")] == {
        "name": "T2: Hai",
        "atom": "plan/2023-2025/t2/feed.xml",
        "json": "plan/2023-2025/t2/feed.json",
    }
    assert [feeds[("vi", address)] for address in ("about/", "plan/2023-2025/")] == [None, None]


# ---- Any text ----

PIECES = ["&", "&amp;", "&lt;b&gt;", "]]>", '"', "'", "đ", "Đ", "🎉", "\ufffe", "\uffff", "\n", "\t", "Tin "]
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<>")
WORDS = st.lists(st.sampled_from(PIECES) | LETTERS, min_size=1, max_size=40).map("".join)
HELD = str.maketrans("", "", "\ufffe\uffff")
"""What XML cannot hold is left out of Atom."""


@given(words=WORDS, published=st.dates(), updated=st.dates())
def test_any_text_and_day_come_back(words: str, published: date, updated: date) -> None:
    url = f"{ROOT}/news/x/"
    entry = Entry(url, words, words, published, updated, (Category("t1", words, ROOT),))
    feed = Feed(
        lang="vi",
        address="news/",
        title=words,
        about=words,
        page=f"{ROOT}/news/",
        author=words,
        author_page=None,
        rights=words,
        updated=updated,
        entries=(entry,),
    )
    item = read_json(json_feed(feed))["items"][0]
    assert (item["title"], item["content_text"], item["tags"]) == (words, words, [words])
    root = judge_atom(atom(feed))
    for way in ("title", "rights", "author/name", "entry/title", "entry/summary"):
        assert root.findtext("/".join(f"{ATOM}{name}" for name in way.split("/"))) == words.translate(HELD)
    assert root.find(f"{ATOM}entry/{ATOM}summary").attrib == {"type": "text"}  # type: ignore[union-attr]
    assert [root.findtext(f"{ATOM}entry/{ATOM}{name}", "")[:10] for name in ("published", "updated")] == [
        published.isoformat(),
        updated.isoformat(),
    ]
