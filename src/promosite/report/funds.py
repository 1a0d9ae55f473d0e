"""Section IV and Annex V of a report: the lines of the money, and their sums as far as they are known.

A sum over lines of which some have no figure says how many: it is no total.
"""

from collections.abc import Iterable, Iterator

from promosite.lang import number_text
from promosite.report.blocks import AnnexRow, Frame


def fund_rows(frame: Frame) -> Iterator[AnnexRow]:
    """Yield the lines of the money and, where there are any, what they add up to."""
    funds = frame.paper.facts.funds
    for number, line in enumerate(funds, start=1):
        source = line.source.text(frame.lang) if line.source else frame.unknown
        yield AnnexRow(
            (str(number), line.what.text(frame.lang), _money(frame, line.planned), _money(frame, line.spent), source)
        )
    if funds:
        yield AnnexRow(("", frame.t("funds-sum"), *_sums(frame), ""), total=True)


def funds_line(frame: Frame) -> str:
    """Return how many lines there are, what was planned and what was spent."""
    planned, spent = _sums(frame)
    return frame.t("funds-listed", lines=len(frame.paper.facts.funds), planned=planned, spent=spent)


def _sums(frame: Frame) -> tuple[str, str]:
    funds = frame.paper.facts.funds
    return _sum(frame, [line.planned for line in funds]), _sum(frame, [line.spent for line in funds])


def _sum(frame: Frame, amounts: Iterable[int | None]) -> str:
    """Return the sum of the amounts that are known, and how many are not; unknown where none is."""
    amounts = list(amounts)
    known = [one for one in amounts if one is not None]
    if not known or len(known) == len(amounts):
        return _money(frame, sum(known) if known else None)
    return frame.messages.count("report.funds-partly", len(amounts) - len(known), amount=_money(frame, sum(known)))


def _money(frame: Frame, amount: int | None) -> str:
    return frame.unknown_number if amount is None else frame.t("money", amount=number_text(amount, frame.messages))
