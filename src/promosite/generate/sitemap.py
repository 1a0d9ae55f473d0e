"""`sitemap.xml` (sitemaps.org 0.9, with xhtml alternates) and `robots.txt`: only pages that exist."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from promosite.generate.site import Site
from promosite.model.outputs import PageOutput


def sitemap(site: Site, pages: Iterable[PageOutput]) -> str:
    """Return the sitemap of all pages that stand for themselves.

    Real day of change, absolute alternates, `x-default` on the source language.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    kept = (page for page in pages if page.header["canonical"] is None)
    for page in sorted(kept, key=lambda one: (one.address, site.config.locales.index(one.lang))):
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
