"""The handbook's page of all records and their fields.

Names, types and requiredness are read from the records; what a field means stands in the tables under `field.`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from promosite import config
from promosite.manual.markdown import code, head, plain, table
from promosite.messages import Messages
from promosite.model import checks, dates, figures, items, maps, notices, pages, papers, plan, record, reference


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the page: a record, less the fields of a record that has a table of its own."""

    key: str
    model: type[BaseModel]
    less: type[BaseModel] | None = None

    def fields(self) -> dict[str, FieldInfo]:
        """Return the fields to show, by the name under which an editor writes them."""
        left_out = self.less.model_fields if self.less else {}
        return {info.alias or name: info for name, info in self.model.model_fields.items() if name not in left_out}

    def type_of(self, written: str) -> Any:
        """Return the annotation of a field, with all that is said in `Annotated`."""
        name = next(name for name, info in self.model.model_fields.items() if (info.alias or name) == written)
        return get_type_hints(self.model, include_extras=True)[name]


SECTIONS = (
    Section("headline", items.Headline),
    Section("translation", items.TranslationHeadline, less=items.Headline),
    Section("waiver", items.Waiver),
    Section("common", items.ItemFacts),
    Section("news", items.NewsFacts, less=items.ItemFacts),
    Section("product", items.ProductFacts, less=items.ItemFacts),
    Section("event", items.EventFacts, less=items.ItemFacts),
    Section("press", items.PressFacts, less=items.ItemFacts),
    Section("source", items.Citation),
    Section("fact", items.Fact),
    Section("producer", items.Producer),
    Section("certificate", items.Certificate),
    Section("protection", items.Protection),
    Section("trade", items.Trade),
    Section("answer", items.TradeFact),
    Section("page", pages.PageHeader),
    Section("picture", reference.Picture),
    Section("plan", plan.Plan),
    Section("period", plan.Period),
    Section("quarters", plan.Quarters),
    Section("report", plan.ReportDuty),
    Section("window", plan.Window),
    Section("letterhead", papers.Letterhead),
    Section("paper", papers.PaperFacts),
    Section("signer", papers.Signer),
    Section("fund-line", papers.FundLine),
    Section("signature", plan.Signature),
    Section("task", plan.Task),
    Section("involvement", plan.Involvement),
    Section("in-quarter", plan.InQuarter),
    Section("document", plan.LegalText),
    Section("correction", plan.Correction),
    Section("block", plan.Block),
    Section("unit", reference.Unit),
    Section("place", reference.Place),
    Section("channel", reference.Channel),
    Section("audience", reference.Audience),
    Section("agency", reference.Agency),
    Section("briefing", reference.Briefing),
    Section("figure", figures.Figure),
    Section("map", maps.AreaMap),
    Section("map-point", maps.MapPoint),
    Section("map-inset", maps.MapInset),
    Section("term", reference.Term),
    Section("notice", notices.Notice),
    Section("search-words", reference.SearchWords),
    Section("filed-products", reference.FiledProducts),
    Section("machine-check", checks.MachineCheck),
    Section("site", config.SiteConfig),
    Section("language", config.Language),
    Section("publisher", config.Publisher),
    Section("contact", config.Contact),
    Section("area", config.Area),
    Section("successor", config.Successor),
)
"""The records in the order of the page."""

NAMED: tuple[tuple[Any, str], ...] = (
    (record.Slug, "slug"),
    (record.WebAddress, "web-address"),
    (record.Host, "host"),
    (record.ItemKey, "item-key"),
    (record.Words, "words"),
    (items.TaskRef, "task-ref"),
    (dates.PartialDate, "partial-date"),
    (dates.Day, "day"),
    (dates.Quarter, "quarter"),
    (Path, "folder"),
    (bool, "yes-no"),
    (int, "whole-number"),
    (str, "plain-text"),
)
"""Types that have a name of their own in the tables, under `manual.type.`."""


def content_model(words: Messages) -> str:
    """Return the page of all records and their fields."""
    parts = [*head(words, "content-model"), *_contents(words)]
    for section in SECTIONS:
        parts += _section(section, words)
    return "\n\n".join(parts) + "\n"


def _contents(words: Messages) -> Iterator[str]:
    yield "\n".join(f"- [{_title(section, words)}](#{section.key})" for section in SECTIONS)


def _title(section: Section, words: Messages) -> str:
    return words.text(f"manual.record.{section.key}.title")


def _section(section: Section, words: Messages) -> Iterator[str]:
    yield f'<a id="{section.key}"></a>\n\n## {_title(section, words)}'
    yield words.text(f"manual.record.{section.key}.where")
    columns = ("field", "type", "required", "meaning", "example", "who")
    rows = [_row(section, name, info, words) for name, info in section.fields().items()]
    yield table([words.text(f"manual.column.{name}") for name in columns], rows)


def _row(section: Section, name: str, info: FieldInfo, words: Messages) -> tuple[str, ...]:
    key = f"field.{section.key}.{name}"
    return (
        f"`{name}`",
        type_words(section.type_of(name), words),
        _required(info, words),
        plain(words.text(f"{key}.meaning")),
        code(words.text(f"{key}.example")),
        words.text(f"manual.who.{words.text(f'{key}.who')}"),
    )


def _required(info: FieldInfo, words: Messages) -> str:
    """Return whether a field must be there, and what holds where it is left out."""
    if info.is_required():
        return words.text("manual.required.yes")
    if info.default in (None, ()) or isinstance(info.default, BaseModel):
        return words.text("manual.required.no")
    return words.text("manual.required.default", value=code(_yaml(info.default)))


def _yaml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def type_words(hint: Any, words: Messages) -> str:
    """Return the words for a field's type, as an editor would say it."""
    for known, name in NAMED:
        if hint is known or hint == known:
            return words.text(f"manual.type.{name}")
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _constrained(arguments[0], arguments[1:], words)
    if origin in (Union, UnionType):
        kinds = [type_words(one, words) for one in arguments if one is not NoneType]
        return words.text("manual.type.or").join(kinds)
    if origin is tuple:
        return words.text("manual.type.list", kind=type_words(arguments[0], words))
    if origin is Literal:
        return words.text("manual.type.choice", values=", ".join(code(str(one)) for one in arguments))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return words.text("manual.type.choice", values=", ".join(code(str(one.value)) for one in hint))
    section = next(one for one in SECTIONS if one.model is hint)
    return f"[{_title(section, words)}](#{section.key})"


def _constrained(base: Any, metadata: Iterable[Any], words: Messages) -> str:
    """Return the words for a type with bounds; bounds of a list say nothing that its type does not."""
    bounds = bounds_of(metadata)
    if base is int:
        low = bounds["gt"] + 1 if "gt" in bounds else bounds.get("ge", 0)
        return words.text("manual.type.number" if "le" in bounds else "manual.type.number-from", low=low, **bounds)
    if base is str and "pattern" in bounds:
        return words.text("manual.type.form", pattern=code(bounds["pattern"].strip("^$")))
    if base is str and "max_length" in bounds:
        return words.text("manual.type.text", limit=bounds["max_length"])
    return type_words(base, words)


def bounds_of(metadata: Iterable[Any]) -> dict[str, Any]:
    """Return what `Field(…)` demands of a value: `pattern`, `max_length`, `ge`, `gt`, `le`."""
    names = ("pattern", "max_length", "ge", "gt", "le")
    parts = [part for field in metadata if isinstance(field, FieldInfo) for part in field.metadata]
    return {name: value for part in parts for name in names if (value := getattr(part, name, None)) is not None}


def field_keys() -> Mapping[str, Section]:
    """Return `record.field` for every field that the page shows, with its section."""
    return {f"{section.key}.{name}": section for section in SECTIONS for name in section.fields()}
