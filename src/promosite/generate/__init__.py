"""Generate: a `Site` becomes outputs. Pure: nothing is written, logged or asked of the clock."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from promosite.findings import Finding, Source, finding
from promosite.generate.bodies import pictures_of
from promosite.generate.briefings import briefing_pages
from promosite.generate.claims import claim_findings
from promosite.generate.deferred import deferred_items, deferred_sheets
from promosite.generate.documents import written_pages
from promosite.generate.editing import editing_files
from promosite.generate.event_listings import event_pages
from promosite.generate.figures import figure_pages
from promosite.generate.headers import claim_of
from promosite.generate.items import item_outlines
from promosite.generate.listings import filter_files, listing_pages
from promosite.generate.maps import place_pages
from promosite.generate.moved import moved_claims, moved_pages
from promosite.generate.open_data import data_files, data_pages
from promosite.generate.plans import plan_pages
from promosite.generate.reports import report_pages
from promosite.generate.search import search_entries
from promosite.generate.search_page import search_pages
from promosite.generate.security import PLACE, security_text
from promosite.generate.sharing import shared
from promosite.generate.sheet import sheet_claims
from promosite.generate.site import Site
from promosite.generate.sitemap import robots, sitemap_files
from promosite.generate.structured import described
from promosite.model.items import Kind
from promosite.model.outputs import FileOutput, Outputs, PageOutput, PictureOutput
from promosite.model.search import SearchEntry

ENGLISH_DUTIES = ("about/", "contact/")
"""Pages that Decree 42/2022/NĐ-CP wants in English; their absence is an error, not a missing nicety."""


def generate(site: Site, *, with_files: bool = True) -> tuple[Outputs, list[Finding]]:
    """Return everything the site consists of, and what the configuration leaves open.

    Pages of items are outlined, and made when somebody needs them. Without files, only pages, cards and pictures are
    made: `made_files` gives the files later.
    """
    found = tuple(search_entries(site))
    drawn, cards = shared(site, described(site, _shared_pages(site, deferred_items(site), found)))
    pages = (*drawn, *deferred_sheets(site), *moved_pages(site))
    outputs = Outputs(pages, (), _pictures(site), _navigation(site), found, tuple(cards))
    if with_files:
        outputs = replace(outputs, files=made_files(site, outputs))
    return outputs, gaps(site, drawn)


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
    return _shared_pages(site, item_outlines(site), ())


def gaps(site: Site, pages: Iterable[PageOutput] | None = None) -> list[Finding]:
    """Return what the configuration leaves open, and addresses that two pages want; `pages` are those with a card."""
    drawn = outlines(site) if pages is None else pages
    claims = [*map(claim_of, drawn), *sheet_claims(site), *moved_claims(site)]
    return [*claim_findings(site, claims), *_owner_findings(site), *_duty_findings(site)]


def _shared_pages(site: Site, items: Iterable[PageOutput], found: Sequence[SearchEntry]) -> list[PageOutput]:
    """Return every page that has a card: all but the sheets, which are other forms of pages."""
    pages = [*written_pages(site), *listing_pages(site), *event_pages(site), *items, *plan_pages(site)]
    pages += [*briefing_pages(site), *figure_pages(site), *place_pages(site), *report_pages(site), *data_pages(site)]
    return [*pages, *search_pages(site, found)]


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
