"""Pages may be judged before everything is laid: what comes later mends links and breaks none."""

from pathlib import Path

import pytest

from promosite import check
from promosite.check import check_site, look_ahead
from promosite.check.page import Page
from tests.check.test_check_site import BREAKS
from tests.check.tiny import LANGUAGES, URL, Change, lay, tiny_site

LATE = "late.css"


def with_links_to(name: str) -> dict[str, bytes]:
    files = dict(tiny_site())
    files["index.html"] = files["index.html"].replace(
        b"</head>", f'<link rel="stylesheet" href="{name}"></head>'.encode()
    )
    return files


def test_what_is_laid_later_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = lay(tmp_path / "site", with_links_to(LATE))
    seen = look_ahead(site, URL, LANGUAGES)
    assert seen.pages.keys() - seen.sound == {"index.html"}
    (site / LATE).write_text("a{color:red}")
    judged: list[str] = []
    judge = check._page_findings

    def noted(built: check.BuiltSite, page: Page) -> object:
        judged.append(page.path)
        return judge(built, page)

    monkeypatch.setattr(check, "_page_findings", noted)
    assert check_site(site, URL, LANGUAGES, seen=seen) == check_site(site, URL, LANGUAGES)
    assert judged[0] == "index.html"
    assert judged.count("index.html") == 2
    assert len(judged) == 1 + len(seen.pages)


def test_what_never_comes_is_missed(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", with_links_to(LATE))
    seen = look_ahead(site, URL, LANGUAGES)
    found = check_site(site, URL, LANGUAGES, seen=seen)
    assert found == check_site(site, URL, LANGUAGES)
    assert [one.code for one in found[1]] == ["site-resource-missing"]


def test_pages_that_come_later_are_read(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", tiny_site())
    seen = look_ahead(site, URL, LANGUAGES)
    (site / "more.html").write_bytes((site / "404.html").read_bytes())
    assert check_site(site, URL, LANGUAGES, seen=seen) == check_site(site, URL, LANGUAGES)


@pytest.mark.parametrize(("change", "expected"), BREAKS)
def test_every_fault_is_found_as_by_one_look(tmp_path: Path, change: Change, expected: object) -> None:
    files = tiny_site()
    change(files)
    site = lay(tmp_path, files)
    assert check_site(site, URL, LANGUAGES, seen=look_ahead(site, URL, LANGUAGES)) == check_site(site, URL, LANGUAGES)
