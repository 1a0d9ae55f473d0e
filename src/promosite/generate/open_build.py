"""What a build was made with and from, as open data: versions of the packages and the digest of the content."""

from importlib.metadata import PackageNotFoundError, version

from promosite.generate.site import Site, View

ENGINE = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pagefind_bin", "pillow", "pydantic", "python-frontmatter")
"""Packages, pinned by the lock file, on which the pages depend. Neither the machine nor Python's version is told."""


def build_record(site: Site) -> View:
    """Return versions and digest; equal for two builds of one tree on one day, wherever they are made."""
    return {
        "as_of": site.day.isoformat(),
        "generator": {"name": "promosite", "version": version("promosite")},
        "engine": {name: found for name in ENGINE if (found := _version(name))},
        "content": {"digest": f"sha256:{site.origin.digest}", "files": site.origin.files},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
