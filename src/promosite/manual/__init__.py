"""The generated pages of the editors' handbook: every field from the records, every finding with its examples."""

from collections.abc import Iterable

from promosite.manual.content_model import SECTIONS, Section, bounds_of, content_model, field_keys
from promosite.manual.finding_list import finding_list
from promosite.messages import Messages

__all__ = ["SECTIONS", "Section", "bounds_of", "field_keys", "manual_pages"]


def manual_pages(tables: Iterable[Messages]) -> dict[str, str]:
    """Return the generated pages of the handbook in each language, by their path from the project's root."""
    found = {}
    for words in tables:
        found[f"docs/handbook/{words.lang}/content-model.md"] = content_model(words)
        found[f"docs/handbook/{words.lang}/findings.md"] = finding_list(words)
    return found
