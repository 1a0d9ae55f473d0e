"""Bodies of items: citations become numbers, links to items that exist elsewhere say in which language they lead."""

import posixpath
import re
from collections.abc import Sequence
from html import escape

from promosite.generate.cards import picture
from promosite.generate.site import Site, View, item_address
from promosite.lang import short_date
from promosite.model.items import Citation, Item, ItemId, ItemText, Kind
from promosite.validate.rules import CITATION, PICTURE


def source_list(site: Site, sources: Sequence[Citation], lang: str) -> list[View]:
    """Return the list of sources for a page in `lang`; a source without complete address says so."""
    return [
        {
            "id": source.id,
            "number": number,
            "publisher": source.publisher.text(lang),
            "title": source.title,
            "title_lang": source.language if source.language != lang else None,
            "about": source.about.text(lang) if source.about else None,
            "url": source.url,
            "site": source.site,
            "date": short_date(source.date, site.messages[lang]) if source.date else None,
        }
        for number, source in enumerate(sources, start=1)
    ]


ITEM_TARGET = re.compile(r"\]\((?:\.\./([a-z]+)/)?([a-z0-9-]+)\.md(#[^)\s]{0,500})?\)")
ITEM_LINK = re.compile(rf"(?<!!)\[([^\[\]\n]+){ITEM_TARGET.pattern}")
SIZES = "(min-width: 60em) 34rem, 100vw"
BEFORE_CITATION = re.compile(rf"(?<![ \t])[ \t]+(?={CITATION.pattern})")
"""Looked for only where blanks begin: else many blanks would be read once for each of them."""
VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_NAMED = r"(),“”\[\]<>\n"
NAMED_ONCE = re.compile(
    r"!\[(?:[^\]\n!]|!(?!\[))*\]"
    rf"|(?<=[(“])(?=[^{_NAMED}{VIETNAMESE}]*[{VIETNAMESE}])[^{_NAMED}]+(?=[)”])"
)
"""A Vietnamese name in brackets or quotation marks, as translations give it at first mention; or what a picture shows,
which takes no markup."""
KINDS = {kind.folder: kind for kind in Kind}


def page_body(site: Site, item: Item, text: ItemText) -> str:
    """Return an item's Markdown as it goes to the engine: sources numbered, foreign links marked."""
    source = site.config.source_lang
    body = text.body if text.lang == source else mark_names(text.body, source)
    body = inline_pictures(site, body, text.lang, item_address(item))
    body = cited_body(body, item.facts.sources, site.messages[text.lang].text("item.source"))
    return ITEM_LINK.sub(lambda match: _link(site, item, text.lang, match), body)


def _link(site: Site, item: Item, lang: str, match: re.Match[str]) -> str:
    """Leave a link as it is unless its target lacks this language; then lead to where it exists, and say so."""
    label, _, _, anchor = match.groups()
    target = site.catalogue.items.get(_target(item, *match.group(2, 3)))
    if target is None:
        return str(label)
    if lang in target.texts:
        return match[0]
    here = site.path(lang, item_address(item))
    there = site.path(target.source_lang, item_address(target))
    way = posixpath.relpath(there, here) + "/" + (anchor or "")
    return f'<a href="{escape(way)}" hreflang="{target.source_lang}">{label}</a>'


def linked_items(item: Item) -> set[ItemId]:
    """Return the items, existing or not, to which an item's bodies link."""
    bodies = (text.body for text in item.texts.values())
    return {_target(item, *match.group(1, 2)) for body in bodies for match in ITEM_TARGET.finditer(body)}


def _target(item: Item, folder: str | None, slug: str) -> ItemId:
    return ItemId(f"{KINDS.get(folder) if folder else item.kind}/{slug}")


def pictures_of(item: Item) -> set[str]:
    """Return the names of all pictures that an item shows, beside its text and inside it."""
    inside = {match[2] for text in item.texts.values() for match in PICTURE.finditer(text.body)}
    return {*item.facts.pictures, *inside}


def inline_pictures(site: Site, body: str, lang: str, address: str) -> str:
    """Return a body in which pictures of `content/media/` stand in all their widths, with size and description."""

    def replace(match: re.Match[str]) -> str:
        name = match[2]
        if name not in site.catalogue.pictures or name not in site.catalogue.picture_files:
            return match[0]
        return _picture_html(picture(site, name, lang), match[1], posixpath.relpath(".", site.path(lang, address)))

    return PICTURE.sub(replace, body)


def _picture_html(view: View, alt: str, root: str) -> str:
    def srcset(part: str) -> str:
        return ", ".join(f"{root}/{one['uri']} {one['width']}w" for one in view[part])

    source = f'<source type="image/webp" srcset="{srcset("webp")}" sizes="{SIZES}">' if view["webp"] else ""
    fallback = f' srcset="{srcset("jpeg")}" sizes="{SIZES}"' if view["jpeg"] else ""
    size = f'width="{view["width"]}" height="{view["height"]}" loading="lazy"'
    words = escape(alt or view["alt"])
    return f'<picture>{source}<img src="{root}/{view["src"]}"{fallback} alt="{words}" {size}></picture>'


def mark_names(body: str, lang: str) -> str:
    """Return a translation in which Vietnamese names in brackets or quotes tell screen readers their language."""
    return NAMED_ONCE.sub(
        lambda match: match[0] if match[0].startswith("![") else f'<span lang="{lang}">{match[0]}</span>', body
    )


def cited_body(body: str, sources: Sequence[Citation], label: str) -> str:
    """Return a body in which each `[^id]` is a numbered link to the list of sources; `label` names it aloud."""
    numbers = {source.id: number for number, source in enumerate(sources, start=1)}
    return CITATION.sub(
        lambda match: (
            f'<sup class="ps-cite"><a href="#source-{match[1]}" aria-label="{label} {numbers[match[1]]}">'
            f"{numbers[match[1]]}</a></sup>"
        ),
        BEFORE_CITATION.sub("", body),
    )
