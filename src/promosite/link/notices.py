"""Notices end after they begin, and speak to the readers of every language."""

from collections.abc import Iterable, Iterator, Mapping

from promosite.findings import Finding, finding
from promosite.load.files import DataFile
from promosite.model.notices import Notice

AT_ONCE = 3
"""Notices of a day: each stands above every page."""


def notice_findings(
    file: DataFile | None, notices: Mapping[str, Notice], languages: Iterable[str]
) -> Iterator[Finding]:
    """Yield what is wrong with the notices that `file` holds."""
    nodes = file.root.value if file else None
    for node in nodes if isinstance(nodes, list) else ():
        notice = notices.get(str(node.find(("id",)).value))
        if file is None or notice is None:
            continue
        if notice.until < notice.from_:
            yield finding("notice-dates", file.at(node.find(("until",))), until=notice.until, start=notice.from_)
        elif sum(one.holds(notice.from_) for one in notices.values()) > AT_ONCE:
            yield finding("notices-many", file.at(node.find(("from",))), start=notice.from_, limit=AT_ONCE)
        for lang in languages:
            if notice.text.language(lang) not in (lang, None):
                yield finding("notice-untranslated", file.at(node.find(("text",))), id=notice.id, lang=lang)
