"""Generate: a `Site` becomes outputs. Pure: nothing is written, logged or asked of the clock."""

from collections.abc import Callable, Iterable

from promosite.findings import Finding, Source, finding
from promosite.generate.bodies import pictures_of
from promosite.generate.claims import claim_findings
from promosite.generate.deferred import deferred_items, deferred_sheets
from promosite.generate.editing import editing_files
from promosite.generate.headers import claim_of
from promosite.generate.items import item_outlines
from promosite.generate.listings import filter_files
from promosite.generate.moved import moved_claims, moved_pages
from promosite.generate.open_data import data_files
from promosite.generate.overviews import Overviews, overview_pages, overviews
from promosite.generate.security import PLACE, security_text
from promosite.generate.sharing import shared
from promosite.generate.sheet import sheet_claims
from promosite.generate.site import Site
from promosite.generate.sitemap import robots, sitemap_files
from promosite.generate.written_links import written_link_findings
from promosite.model.items import Kind
from promosite.model.outputs import FileOutput, Outputs, PageOutput, PictureOutput

ENGLISH_DUTIES = ("about/", "contact/")
"""Pages that Decree 42/2022/NĐ-CP wants in English; their absence is an error, not a missing nicety."""


def generate(site: Site, overviews_of: Callable[[Site], Overviews] = overviews) -> tuple[Outputs, list[Finding]]:
    """Return pages, cards and pictures of the site, and what the configuration leaves open.

    Pages of items are outlined, and made when somebody needs them; `overviews_of` gives the others, and may remember
    them. The files beside the pages are made later (`made_files`).
    """
    found = overviews_of(site)
    items, cards = shared(site, deferred_items(site))
    drawn = (*found.pages, *items)
    pages = (*drawn, *deferred_sheets(site), *moved_pages(site))
    shown = _pictures(site), _navigation(site), found.entries, (*found.cards, *cards)
    return Outputs(pages, *shown, site.assets), gaps(site, drawn)


def made_files(site: Site, outputs: Outputs) -> tuple[FileOutput, ...]:
    """Return the files that go beside such pages: sitemap, feeds, calendars, data."""
    # Imported when they are made: the check of the content makes none, and waits for every import.
    from promosite.generate.calendars import calendar_files
    from promosite.generate.deadline_calendars import deadline_files
    from promosite.generate.feeds import feed_files
    from promosite.generate.near import near_files

    files = [
        *sitemap_files(site, outputs.pages),
        FileOutput("robots.txt", robots(site).encode()),
        *filter_files(site),
        *editing_files(site),
        *calendar_files(site),
        *feed_files(site),
        *near_files(site, outputs.search),
        *deadline_files(site),
        *data_files(site),
    ]
    if told := security_text(site):
        files.append(FileOutput(PLACE, told.encode()))
    if site.config.cname:
        files.append(FileOutput("CNAME", f"{site.config.cname}\n".encode()))
    return tuple(files)


def outlines(site: Site) -> list[PageOutput]:
    """Return every page that has a card, with all that `gaps` and cards ask; items, which are many, have no more."""
    return [*overview_pages(site, ()), *item_outlines(site)]


def gaps(site: Site, pages: Iterable[PageOutput] | None = None) -> list[Finding]:
    """Return what the configuration leaves open, addresses that two pages want and links to pages that nobody made.

    `pages` are those with a card.
    """
    drawn = outlines(site) if pages is None else [*pages]
    others = [*sheet_claims(site), *moved_claims(site)]
    claimed = claim_findings(site, [*map(claim_of, drawn), *others])
    return [*claimed, *written_link_findings(site, drawn, others), *_owner_findings(site), *_duty_findings(site)]


def _pictures(site: Site) -> tuple[PictureOutput, ...]:
    """Photographs that visible items show; drawings are copied with the assets."""
    used = {name for item in site.catalogue.items.values() for name in pictures_of(item)}
    files = (site.catalogue.picture_files[name] for name in sorted(used & site.catalogue.picture_files.keys()))
    media = site.config.root / "content" / "media"
    return tuple(PictureOutput(one, media / one.name) for one in files if not one.is_drawing)


def _navigation(site: Site) -> tuple[str, ...]:
    """Sections only: an item in the menu would cost its rendering on every page."""
    plan = site.current_plan
    addresses = ["index.md", *(f"{kind.folder}/index.md" for kind in Kind)]
    about = ["about.md"] if any(one.address == "about/" for one in site.pages) else []
    return (*addresses, *([f"plan/{plan.id}/index.md"] if plan else []), *about)


def _owner_findings(site: Site) -> list[Finding]:
    place = Source("mkdocs.yml")
    found = [] if site.config.publisher else [finding("publisher-missing", place)]
    return found if site.config.contact else [*found, finding("contact-missing", place)]


def _duty_findings(site: Site) -> list[Finding]:
    written = {(page.lang, page.address) for page in site.pages}
    return [
        finding("page-missing", Source(f"docs/{lang}/{address.rstrip('/') or 'index'}.md"))
        for lang in site.config.locales[:2]
        for address in ("", *ENGLISH_DUTIES)
        if (lang, address) not in written
    ]
