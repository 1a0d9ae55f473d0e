"""Markdown as the engine renders it, for those who want to know beforehand what becomes of a text."""

from collections.abc import Iterable

import markdown

from promosite.lang import slug_of
from promosite.render.sanitise import is_of_frame

ALWAYS = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs adds to those of `mkdocs.yml`."""


def anchor_of(text: str, separator: str = "-") -> str:
    """Return the anchor of a heading: its words in ASCII, and never one that the frame of the page has."""
    anchor = slug_of(text)
    return f"text{separator}{anchor}" if is_of_frame(anchor) else anchor


def rendered(text: str, extensions: Iterable[str] = ()) -> str:
    """Return the HTML of a Markdown text, with the `extensions` that the site names."""
    settings = {"toc": {"slugify": anchor_of}}
    html: str = markdown.markdown(text, extensions=[*dict.fromkeys((*ALWAYS, *extensions))], extension_configs=settings)
    return html
