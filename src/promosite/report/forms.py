"""Part III of a report: results by form of communication, by language, and products by stars and validity."""

from collections.abc import Iterator

from promosite.lang import language_name
from promosite.model.certificates import certificate_state
from promosite.model.items import Item, Kind, ProductFacts, Tier
from promosite.report.blocks import Block, Frame
from promosite.report.events import counted_results


def forms(frame: Frame) -> Iterator[Block]:
    """Yield the whole of part III."""
    yield Block("heading", f"1. {frame.t('forms.by-form')}")
    yield from _by_form(frame)
    yield Block("heading", f"2. {frame.t('forms.by-language')}")
    yield from _by_language(frame)
    yield Block("heading", f"3. {frame.t('forms.by-product')}")
    yield from _products(frame)


def _by_form(frame: Frame) -> Iterator[Block]:
    for channel in sorted(frame.catalogue.channels.values(), key=lambda one: one.number):
        found = [item for item in frame.figures.results if item.facts.channel == channel.id]
        name, counted = channel.name.text(frame.lang), counted_results(frame, found)
        yield Block("item", frame.t("forms.line", number=channel.number, name=name, results=counted))


def _by_language(frame: Frame) -> Iterator[Block]:
    """Yield for each further language how many results are there in full, as a summary, and not at all."""
    results, counted = frame.figures.results, frame.references.counted
    source = frame.messages.text(f"language.{frame.languages[0]}")
    yield Block("item", frame.t("forms.source", language=source, results=counted(results)))
    for lang in frame.languages[1:]:
        words = {
            tier.value: counted(item for item in results if item.tier(lang) is tier)
            for tier in (Tier.FULL, Tier.SUMMARY, Tier.NONE)
        }
        name = language_name(lang, frame.messages)
        yield Block("item", frame.t("forms.language", language=name, **words))


def _products(frame: Frame) -> Iterator[Block]:
    """Yield the products among the results by stars together with what they rest on and whether it still holds."""
    groups: dict[str, list[Item]] = {}
    products = frame.figures.of_kinds(frame.figures.results, Kind.PRODUCT)
    for item in sorted(products, key=_by_stars):
        groups.setdefault(_class(frame, item), []).append(item)
    if not groups:
        yield Block("item", frame.t("forms.products-none"))
    for name, items in groups.items():
        yield Block("item", frame.t("forms.product", name=name, results=frame.references.counted(items)))


def _by_stars(item: Item) -> tuple[int, str]:
    facts = item.facts
    return (-facts.certificate.stars if isinstance(facts, ProductFacts) and facts.certificate else 0), item.id


def _class(frame: Frame, item: Item) -> str:
    facts = item.facts
    certificate = facts.certificate if isinstance(facts, ProductFacts) else None
    if certificate is None:
        return frame.t("forms.no-stars")
    stars = frame.messages.text(
        f"product.stars-{certificate.status}", stars=certificate.stars, year=certificate.year or ""
    )
    if certificate.status == "reported":
        return stars
    state = frame.messages.text(f"certificate.{certificate_state(certificate, frame.figures.day)}")
    return f"{stars}, {state[0].lower()}{state[1:]}"
