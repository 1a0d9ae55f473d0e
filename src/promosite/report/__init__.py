"""The yearly report: figures from the catalogue, words in each language, a Word file and tables. Engine-free and pure.

`figures_of` counts, `text_of` words, `table_bytes` and `document.document_bytes` write down; nothing here asks the
clock or the disk, save for the Word templates that lie beside these modules. `document` is imported by what writes Word
files alone: its libraries take longer to import than most checks take.
"""

from promosite.report.blocks import NAME_AT, Annex, Block, Frame, ReportText
from promosite.report.body import period_line
from promosite.report.figures import Figures, begun_reports, figures_of, find_report
from promosite.report.head import holds, words_of
from promosite.report.references import references_of
from promosite.report.tables import table_bytes
from promosite.report.texts import gaps_of, text_of, unbroken

__all__ = [
    "NAME_AT",
    "Annex",
    "Block",
    "Figures",
    "Frame",
    "ReportText",
    "begun_reports",
    "figures_of",
    "find_report",
    "gaps_of",
    "holds",
    "period_line",
    "references_of",
    "table_bytes",
    "text_of",
    "unbroken",
    "words_of",
]
