"""Structured data of open data: what a set of data files says of itself to search engines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from promosite.generate.site import Site, View
from promosite.model.plan import Period


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data: `uri` below the site's root, `media_type` such as `text/csv`."""

    uri: str
    media_type: str


def dataset(
    site: Site,
    lang: str,
    address: str,
    key: str,
    *,
    name: str,
    description: str,
    files: Iterable[DataFile],
    period: Period | None = None,
    modified: date | None = None,
) -> View:
    """Return a `Dataset` for the page at `address`, to be put into the list `datasets` of that page's view.

    `key` tells data sets of one page apart. The page must show `name`, `description`, a link to each file and, where
    they are given, the period and the day of change. No licence is named: the owner has not chosen one.
    """
    url, root = site.config.absolute(lang, address), site.config.absolute(site.config.source_lang)
    node: View = {
        "@type": "Dataset",
        "@id": f"{url}#{key}",
        "url": url,
        "name": name,
        "description": description,
        "inLanguage": lang,
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{root}{one.uri}", "encodingFormat": one.media_type}
            for one in files
        ],
    }
    if period:
        node["temporalCoverage"] = f"{period.from_.isoformat()}/{period.to.isoformat()}"
    if modified:
        node["dateModified"] = modified.isoformat()
    return node
