"""Tables of a text: each in a frame that scrolls sideways on a small screen and that a keyboard can reach."""

from html import escape


def framed_tables(html: str, label: str) -> str:
    """Return the HTML of a page's body with its tables framed; `label` is what a screen reader calls one.

    Only a bare `<table>` is framed, as the Markdown of the body yields it.
    """
    frame = f'<div class="ps-scroll" role="group" aria-label="{escape(label)}" tabindex="0"><table class="ps-table">'
    before, *tables = html.split("<table>")
    return before + "".join(frame + one.replace("</table>", "</table></div>", 1) for one in tables)
