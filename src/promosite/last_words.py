"""What a build says: its findings, and the sentence with which it ends. Always in Vietnamese and English."""

from collections.abc import Iterable

from promosite.clock import ClockError
from promosite.findings import Finding, Severity, as_lines, harmless, in_order, summary
from promosite.forks import ForkError
from promosite.messages import spoken


def told(findings: list[Finding], before: Iterable[Finding] = ()) -> list[str]:
    """Return findings as lines in Vietnamese and English, whatever the languages of the site.

    A preview tells the same people again at each edit: warnings that were told `before` are counted, errors repeated.
    """
    known = {one.key for one in before if one.severity is Severity.WARNING}
    new = [one for one in findings if one.key not in known]
    lines, left = as_lines(new, spoken()), len(in_order(findings)) - len(in_order(new))
    return [*lines, *(table.text("serve.not-repeated", count=left) for table in spoken())] if left else lines


def renewed(findings: list[Finding]) -> list[str]:
    """Return what a preview says when it is renewed."""
    counts = zip(spoken(), summary(findings, spoken()), strict=True)
    return [f"{table.text('serve.renewed')} {count}" for table, count in counts]


def refusal(why: str = "refused", reason: str = "") -> str:
    """Return the sentence that ends a build."""
    return f"promosite: {' / '.join(table.text(f'build.{why}', reason=harmless(reason)) for table in spoken())}"


def ended_by(error: Exception) -> str | None:
    """Return the sentence for an error that is no fault of the content: of the clock, the disk, or of whoever stops."""
    kinds = ((ForkError, "cut"), (ClockError, "moment"), (OSError, "disk"))
    return next((refusal(why, str(error)) for kind, why in kinds if isinstance(error, kind)), None)
