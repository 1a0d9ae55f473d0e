"""A new item: the pair of files with what is known already, and a visible place for all that is not."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from promosite.findings import Finding, Source, finding
from promosite.generate.site import Site
from promosite.lang import MAX_SLUG, language_name, slug_of
from promosite.load.files import SourceFile
from promosite.load.header import split_header
from promosite.load.refusal import RefusedError
from promosite.messages import Messages
from promosite.model.catalogue import Catalogue
from promosite.model.items import Kind
from promosite.model.plan import plan_of
from promosite.validate import validate_item
from promosite.validate.placeholders import placeholder
from promosite.validate.problems import nearest
from promosite.validate.rules import is_slug, slug_refused

SOURCE_ID = "nguon-1"

KIND_FIELDS: Mapping[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Kind.NEWS: (("date",), ()),
    Kind.PRODUCT: ((), ()),
    Kind.EVENT: (("start", "end", "role"), ()),
    Kind.PRESS: (("date",), ("outlet", "url", "article_language")),
}
"""Fields that a person must fill, before and after `published`, in the order of the house."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an editor asked for."""

    kind: Kind
    title: str
    slug: str
    tasks: tuple[str, ...] = ()
    unit: str | None = None
    channel: str | None = None


def tidy(title: str) -> str:
    """Return a title as it was typed, without what keyboards and pasting leave behind."""
    return " ".join(unicodedata.normalize("NFC", title).split())


def free_slug(title: str, kind: Kind, taken: Iterable[str]) -> str:
    """Return the public name for a title; where that is in use or reserved, the first of `…-2`, `…-3` that is not."""
    taken, base = set(taken), slug_of(title) or kind.value
    name, number = base, 1
    while name in taken or not is_slug(name):
        number += 1
        name = f"{base[: MAX_SLUG - len(f'-{number}')].rstrip('-')}-{number}"
    return name


def wish_findings(wish: Wish, catalogue: Catalogue, day: date) -> list[Finding]:
    """Return what is wrong with a wish before anything is written: ids that name nothing, half a result."""
    plan = plan_of(day, catalogue.plans)
    tasks = [task.id for task in plan.tasks] if plan else []
    found = [
        finding(
            "reference-unknown", Source(f"--{option}"), field=option, found=one, expected=nearest(one, known) or "–"
        )
        for option, used, known in (
            ("task", wish.tasks, tasks),
            ("unit", [wish.unit] if wish.unit else [], list(catalogue.units)),
            ("channel", [wish.channel] if wish.channel else [], list(catalogue.channels)),
        )
        for one in used
        if one not in known
    ]
    if not is_slug(wish.slug):
        found.append(slug_refused(wish.slug, Source("--slug")))
    if wish.unit and not wish.channel:
        found.append(finding("channel-missing", Source("--channel"), unit=wish.unit))
    if wish.channel and not wish.unit:
        found.append(finding("channel-without-unit", Source("--channel"), channel=wish.channel))
    return found


def scaffold(wish: Wish, site: Site) -> tuple[dict[str, str], list[Finding]]:
    """Return the texts of the new files by path, in the source language and the next, and what the wish got wrong.

    Unfilled places are no fault; anything else is, and then there are no texts.
    """
    problems = wish_findings(wish, site.catalogue, site.day)
    if problems:
        return {}, problems
    texts = {}
    for lang in site.config.locales[:2]:
        is_source = lang == site.config.source_lang
        text = _source_text(wish, site, lang) if is_source else _translation_text(wish, site.messages[lang], lang)
        path = f"content/{lang}/{wish.kind.folder}/{wish.slug}.md"
        texts[path] = text
        problems += _problems(text, path, lang, site.config.source_lang)
    return ({} if problems else texts), problems


def _problems(text: str, path: str, lang: str, source_lang: str) -> Iterator[Finding]:
    """Yield what the lint would say about a new file, except that it is not filled in."""
    folder, name = path.split("/")[-2:]
    try:
        header, body, body_line = split_header(text)
    except RefusedError as problem:
        yield finding(problem.code, Source(path, problem.line, problem.column), **problem.params)
        return
    file = SourceFile(path, lang, folder, name.removesuffix(".md"), header, body, body_line, "")
    yield from (one for one in validate_item(file, source_lang)[1] if one.code != "placeholder-left")


def _source_text(wish: Wish, site: Site, lang: str) -> str:
    messages = site.messages[lang]
    before, after = KIND_FIELDS[wish.kind]
    lines = [
        f"title: {_quoted(wish.title)}",
        _unfilled("summary", messages),
        *(_unfilled(name, messages) for name in before),
        f"published: {site.day.isoformat()}",
        *(_unfilled(name, messages) for name in after),
        f"tasks: [{', '.join(wish.tasks)}]",
    ]
    if wish.unit:
        lines += [f"unit: {wish.unit}", f"channel: {wish.channel}"]
    else:
        lines += _sources(site, messages)
    return _file(lines, messages, cite=not wish.unit)


def _translation_text(wish: Wish, messages: Messages, lang: str) -> str:
    return _file([_unfilled(name, messages) for name in ("title", "summary")], messages, cite=not wish.unit)


def _file(header: Iterable[str], messages: Messages, *, cite: bool) -> str:
    body = _place("body", messages) + (f"[^{SOURCE_ID}]" if cite else "")
    return "\n".join(["---", *header, "---", "", body, ""])


def _sources(site: Site, messages: Messages) -> list[str]:
    """Return the head of a list of sources: background states where its facts come from."""
    languages = {lang: language_name(lang, messages) for lang in site.config.locales[:2]}
    about = ", ".join(
        f"{lang}: {_quoted(_place('about', messages, language=name))}" for lang, name in languages.items()
    )
    return [
        "sources:",
        f"  - id: {SOURCE_ID}",
        f"    {_unfilled('publisher', messages)}",
        f"    about: {{{about}}}",
        f"    {_unfilled('url', messages)}",
        f"    {_unfilled('date', messages)}",
        _unfilled("as_of", messages),
    ]


def _unfilled(field: str, messages: Messages) -> str:
    return f"{field}: {_quoted(_place(field.replace('_', '-'), messages))}"


def _place(name: str, messages: Messages, **params: object) -> str:
    return placeholder(messages.text(f"new.hint.{name}", **params), messages.lang)


def _quoted(text: str) -> str:
    """Return a text in double quotes; JSON's way of writing one is also YAML's."""
    return json.dumps(text, ensure_ascii=False)
