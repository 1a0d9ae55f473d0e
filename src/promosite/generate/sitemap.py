"""`sitemap.xml` (sitemaps.org 0.9, with xhtml alternates) and `robots.txt`: only pages that exist."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from promosite.generate.site import Site
from promosite.model.outputs import FileOutput, PageOutput

LIMIT = 40_000
"""Addresses in one file. The format allows 50,000 and 50 MB (sitemaps.org); an entry has about 500 bytes."""

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(site: Site, pages: Iterable[PageOutput]) -> Iterator[FileOutput]:
    """Yield the sitemap of all pages that stand for themselves; one too large for a file as an index and its parts.

    Real day of change, absolute alternates, `x-default` on the source language.
    """
    kept = [page for page in pages if page.header["canonical"] is None]
    kept.sort(key=lambda one: (one.address, site.config.locales.index(one.lang)))
    parts = [kept[at : at + LIMIT] for at in range(0, len(kept), LIMIT)] or [[]]
    if len(parts) == 1:
        yield FileOutput("sitemap.xml", _sitemap(site, kept).encode())
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield FileOutput("sitemap.xml", _index(site, names).encode())
    for name, part in zip(names, parts, strict=True):
        yield FileOutput(name, _sitemap(site, part).encode())


def _index(site: Site, names: Iterable[str]) -> str:
    home = site.config.absolute(site.config.source_lang)
    lines = [f"<sitemap><loc>{escape(home + name)}</loc></sitemap>" for name in names]
    return "\n".join([HEAD, f'<sitemapindex xmlns="{SPACE}">', *lines, "</sitemapindex>", ""])


def _sitemap(site: Site, pages: Iterable[PageOutput]) -> str:
    lines = [HEAD, f'<urlset xmlns="{SPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">']
    for page in pages:
        lines += _entry(site, page)
    return "\n".join([*lines, "</urlset>", ""])


def _entry(site: Site, page: PageOutput) -> list[str]:
    alternates = {lang: site.config.absolute(lang, page.address) for lang in page.header["alternates"]}
    links = [*alternates.items(), ("x-default", next(iter(alternates.values())))]
    return [
        "<url>",
        f"<loc>{escape(site.config.absolute(page.lang, page.address))}</loc>",
        f"<lastmod>{page.header['modified']}</lastmod>",
        *(f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(url)}/>' for lang, url in links),
        "</url>",
    ]


def robots(site: Site) -> str:
    """Return `robots.txt`: everything may be read, and here is the map."""
    return f"User-agent: *\nAllow: /\nDisallow: /admin/\nSitemap: {site.config.site_url.rstrip('/')}/sitemap.xml\n"
