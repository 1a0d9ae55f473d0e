"""Tables of a text: each in a frame that scrolls sideways on a small screen and that a keyboard can reach."""

import re
from html import escape

ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|center|right);"')
"""How Markdown aligns a column. A style in an attribute would need a hole in the content security policy."""


def framed_tables(html: str, label: str) -> str:
    """Return the HTML of a page's body with its tables framed; `label` is what a screen reader calls one.

    Only a bare `<table>` is framed, as the Markdown of the body yields it.
    """
    frame = f'<div class="ps-scroll" role="group" aria-label="{escape(label)}" tabindex="0"><table class="ps-table">'
    before, *tables = html.split("<table>")
    return before + "".join(frame + _aligned(one).replace("</table>", "</table></div>", 1) for one in tables)


def _aligned(html: str) -> str:
    return ALIGNED.sub(r'<\1 class="ps-\2"', html)
