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


def test_what_is_being_laid_is_not_looked_at(tmp_path: Path) -> None:
    site, memory = lay(tmp_path / "site", with_links_to("index/x.css")), tmp_path / "memory"
    before = look_ahead(site, URL, LANGUAGES, memory=memory, later=("index/",))
    remembered = (memory / check.SOUND).read_bytes()
    lay(site, {"index/x.css": b"a{}"})
    assert look_ahead(site, URL, LANGUAGES, memory=memory, later=("index/",)) == before
    assert (memory / check.SOUND).read_bytes() == remembered
    assert check_site(site, URL, LANGUAGES, seen=before) == check_site(site, URL, LANGUAGES)


def test_what_never_comes_is_missed(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", with_links_to(LATE))
    seen = look_ahead(site, URL, LANGUAGES)
    found = check_site(site, URL, LANGUAGES, seen=seen)
    assert found == check_site(site, URL, LANGUAGES)
    assert [one.code for one in found[1]] == ["site-resource-missing"]


def test_a_copy_that_looks_at_half_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, memory = lay(tmp_path / "site", with_links_to(LATE)), tmp_path / "memory"
    alone = look_ahead(site, URL, LANGUAGES, memory=memory)
    remembered = (memory / check.SOUND).read_bytes()
    (memory / check.SOUND).unlink()
    monkeypatch.setattr(check, "WORTH_SHARING", 2)
    assert look_ahead(site, URL, LANGUAGES, memory=memory) == alone
    assert (memory / check.SOUND).read_bytes() == remembered
    assert 2 < len(alone.sound) < len(alone.pages)


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


def test_pages_that_were_sound_are_not_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, memory = lay(tmp_path / "site", tiny_site()), tmp_path / "memory"
    judged: list[str] = []
    judge = check._page_findings

    def noted(built: check.BuiltSite, page: Page) -> object:
        judged.append(page.path)
        return judge(built, page)

    def look() -> list[str]:
        judged.clear()
        assert look_ahead(site, URL, LANGUAGES, memory=memory).sound == look_ahead(site, URL, LANGUAGES).sound
        return judged[: len(judged) - len(list(site.rglob("*.html")))]

    monkeypatch.setattr(check, "_page_findings", noted)
    everything = look()
    assert sorted(everything) == sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert look() == []
    about = site / "about" / "index.html"
    about.write_text(about.read_text(encoding="utf-8").replace("</p>", " More.</p>", 1), encoding="utf-8")
    assert look() == ["about/index.html"]
    about.write_text(about.read_text(encoding="utf-8").replace("</p>", '</p><i id="new"></i>', 1), encoding="utf-8")
    assert look() == everything
    (site / "assets" / "logo.png").unlink()
    assert look() == everything
    (memory / check.SOUND).write_bytes(b"[")
    assert look() == everything


def test_a_page_that_others_break_is_found_although_it_was_sound(tmp_path: Path) -> None:
    site, memory = lay(tmp_path / "site", tiny_site()), tmp_path / "memory"
    page, other = site / "about" / "index.html", site / "news" / "a" / "index.html"
    for one, words in ((page, '<a href="../news/a/#part">x</a></p>'), (other, '</p><i id="part"></i>')):
        one.write_text(one.read_text(encoding="utf-8").replace("</p>", words, 1), encoding="utf-8")
    assert check_site(site, URL, LANGUAGES, seen=look_ahead(site, URL, LANGUAGES, memory=memory))[1] == []
    other.write_text(other.read_text(encoding="utf-8").replace(' id="part"', ""), encoding="utf-8")
    found = check_site(site, URL, LANGUAGES, seen=look_ahead(site, URL, LANGUAGES, memory=memory))[1]
    assert [(one.code, one.source.path) for one in found] == [("site-anchor-broken", "about/index.html")]
