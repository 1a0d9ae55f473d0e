"""The plan's own words for its page: its text and papers, and its period."""

from collections.abc import Sequence

from promosite.coverage import Coverage
from promosite.generate.matrix import matrix_row
from promosite.generate.reports import report_links
from promosite.generate.site import Site, View
from promosite.lang import long_date
from promosite.model.plan import Block, Correction, Plan, Signature


def period_text(site: Site, plan: Plan, lang: str) -> str:
    """Return the plan's period; whole years stand as years, since the plan names no day."""
    start, end = plan.period.from_, plan.period.to
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    messages = site.messages[lang]
    first, last = (start.year, end.year) if whole else (long_date(start, messages), long_date(end, messages))
    return messages.text("plan.period-years" if whole else "plan.period-value", start=first, end=last)


def plan_view(site: Site, plan: Plan, coverages: Sequence[Coverage], lang: str) -> View:
    """Return the plan itself: its text, what it rests on, and one line of the matrix for each row."""
    messages = site.messages[lang]
    return {
        "title": plan.title.text(lang),
        "message": plan.message.text(lang),
        "messages": [{"lang": one, "text": text} for one, text in plan.message.root.items()],
        "number": plan.number,
        "issued": long_date(plan.issued, messages) if plan.issued else None,
        "period": period_text(site, plan, lang),
        "quarters_note": plan.quarters.note.text(lang) if plan.quarters.note else None,
        "rows": [matrix_row(site, coverage, lang) for coverage in coverages],
        "text": [_block(site, block, lang) for block in plan.text],
        "signed_by": _signature(plan.signed_by, lang) if plan.signed_by else None,
        "documents": [
            {
                "symbol": one.symbol,
                "date": long_date(one.date, messages),
                "title": site.words(one.title, lang),
                "found": one.found,
                "note": one.note.text(lang) if one.note else None,
            }
            for one in plan.documents
        ],
        "corrections": [_correction(one, lang) for one in plan.corrections if one.printed != one.found],
        "kept": [_correction(one, lang) for one in plan.corrections if one.printed == one.found],
        "reports": report_links(site, plan, lang),
        "translated": lang != site.config.source_lang,
    }


def _correction(one: Correction, lang: str) -> View:
    note = one.note.text(lang) if one.note else None
    return {"where": one.where.text(lang), "found": one.found, "printed": one.printed, "note": note}


def _signature(signed: Signature, lang: str) -> View:
    return {"role": signed.role.text(lang), "name": signed.name.text(lang)}


def _block(site: Site, block: Block, lang: str) -> View:
    return {
        "kind": block.kind,
        "level": block.level,
        "words": site.words(block.words, lang) if block.words else None,
        "items": [site.words(item, lang) for item in block.items],
    }
