"""What comes after the engine: lay what it did not render, index the site for search, and check it as a whole."""

from pathlib import Path

from promosite.check import check_site
from promosite.config import SiteConfig
from promosite.findings import Finding
from promosite.model.outputs import PROGRAMS
from promosite.render.assembly import Assembly
from promosite.render.search import index_site


def finish(site: Path, assembly: Assembly, cache: Path) -> list[Finding]:
    """Bring the folder of a site, in which the engine has rendered its pages, to its end; return what is wrong."""
    assembly.lay(site)
    return index_site(site, assembly.outputs.search, cache / "search", assembly.finished.digests())


def check(site: Path, config: SiteConfig, cache: Path) -> list[Finding]:
    """Return everything wrong with a finished site; pages that were read before are not read again."""
    return check_site(site, config.site_url, config.locales, PROGRAMS, cache / "read-pages.json")[1]
