"""Two formats of one feed: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org)."""

import json
import re
from datetime import date, datetime
from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed

from promosite.clock import noon
from promosite.model.feeds import Entry, Feed

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) cannot hold, not even escaped."""

JSON_FEED = "https://jsonfeed.org/version/1.1"


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """The library's Atom with plain text for words, labels for categories, and a day of change that is given."""

    def latest_post_date(self) -> datetime:
        """Return when the feed changed; the library would take the present moment for an empty one."""
        updated: datetime = self.feed["updated"]
        return updated

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write an entry. The library marks summaries as HTML, in which `&lt;` would be read as `<`."""
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        handler.addQuickElement("summary", _xml(entry.summary), {"type": "text"})
        for one in entry.categories:
            scheme = {"scheme": one.scheme} if one.scheme else {}
            handler.addQuickElement("category", "", {"term": one.term, "label": _xml(one.label), **scheme})


def atom(feed: Feed) -> bytes:
    """Return a feed as Atom; its id is its own address, an entry's id the address of its page."""
    address = f"{feed.page}feed.xml"
    writer = _Atom(
        title=_xml(feed.title),
        link=feed.page,
        description=None,
        subtitle=_xml(feed.about),
        language=feed.lang,
        author_name=_xml(feed.author),
        author_link=feed.author_page,
        feed_url=address,
        feed_guid=address,
        feed_copyright=_xml(feed.rights),
        updated=noon(feed.updated),
    )
    for entry in feed.entries:
        writer.add_item(
            title=_xml(entry.title),
            link=entry.url,
            description=None,
            unique_id=entry.url,
            pubdate=noon(entry.published),
            updateddate=noon(entry.updated),
            entry=entry,
        )
    text = StringIO()
    writer.write(text, "utf-8")
    return f"{text.getvalue()}\n".encode()


def _xml(text: str) -> str:
    return NOT_XML.sub("", text)


def json_feed(feed: Feed) -> bytes:
    """Return a feed as JSON Feed 1.1."""
    author = {"name": feed.author} | ({"url": feed.author_page} if feed.author_page else {})
    record = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": f"{feed.page}feed.json",
        "description": feed.about,
        "language": feed.lang,
        "authors": [author],
        "items": [_item(entry) for entry in feed.entries],
    }
    return f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode()


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.summary,
        "summary": entry.summary,
        "date_published": _moment(entry.published),
        "date_modified": _moment(entry.updated),
        "tags": [one.label for one in entry.categories],
    }


def _moment(day: date) -> str:
    return noon(day).isoformat()
