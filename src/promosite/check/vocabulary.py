"""Names of HTML, SVG and MathML that decide what browsers do: what they fetch, where they lead, what they open."""

READ_AS = {
    "html": "html", "base": "base", "title": "title", "meta": "meta", "anchor": "a area", "link": "link",
    "style": "style", "img": "img", "source": "source", "video": "video", "script": "script", "src": "audio track",
    "frame": "iframe frame embed object", "form": "form", "button": "button", "input": "input", "image": "image",
    "drawn": "use feimage filter pattern lineargradient radialgradient textpath mpath", "heading": "h1",
}  # fmt: skip
"""Elements that say something, by what reads them."""
LINKING = frozenset(name for kind in ("base", "anchor", "link", "drawn", "image") for name in READ_AS[kind].split())
"""Elements whose addresses are read whatever else they say."""
ICONS = frozenset(
    {"icon", "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image", "mask-icon"}
)
FETCHING_RELS = (
    ICONS
    | {"stylesheet", "manifest", "search", "compression-dictionary"}
    | {"preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch"}
)
"""Relations whose addresses browsers fetch, or get ready to."""
SHARED = frozenset({"og:image", "og:image:url", "twitter:image"})
"""What networks show of a page: fetched by them, and as much this site's own as any picture."""
DATA_BLOCKS = frozenset({"application/json"})
"""Kinds of `script` that browsers never run, beside structured data."""
FETCHED = frozenset({"ping", "attributionsrc", "background"})
"""Attributes that fetch or send, on whatever element browsers heed them."""
SAME_WINDOW = frozenset({"", "_self", "_parent", "_top"})
"""Targets that open no new window; any other name does, and what is opened may steer this one."""
PAINTED = frozenset({"clip-path", "cursor", "fill", "filter", "mask", "stroke", "from", "to", "by", "values"}) | {
    f"marker{where}" for where in ("", "-start", "-mid", "-end")
}
"""Attributes of drawings whose values are style rules, now or when they are animated."""
HREFS = ("href", "xlink:href")
NOTABLE = FETCHED | PAINTED | {"id", "style", "target", "formtarget", "attributename"}
"""Attributes that may matter on every element."""
