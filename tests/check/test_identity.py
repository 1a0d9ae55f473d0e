"""Whose site a folder is: from the options, from its project, from its pages."""

from pathlib import Path

import pytest

from promosite.check.identity import address_from, languages_from
from promosite.site_check import Identity, identify
from tests.check.tiny import LANGUAGES, URL, drop, lay, swap, tiny_site
from tests.worlds import CONFIG

TINY = Identity(URL, LANGUAGES)


def test_the_pages_say_address_and_languages(tmp_path: Path) -> None:
    folder = lay(tmp_path / "site", tiny_site())
    assert (address_from(folder), languages_from(folder)) == (URL, LANGUAGES)
    assert identify(folder) == TINY


def test_one_wrong_page_does_not_change_whose_site_it_is(tmp_path: Path) -> None:
    files = tiny_site()
    swap("about/index.html", f"{URL}about/", "https://elsewhere.example/about/")(files)
    assert identify(lay(tmp_path / "site", files)) == TINY


def test_pages_that_stand_for_others_have_no_say(tmp_path: Path) -> None:
    page = "<!doctype html><html lang='vi'><title>x</title><link rel='canonical' href='{}'>"
    places = {"": "", "a/": "c/", "b/": "c/"}
    files = {f"{own}index.html": page.format(URL + of).encode() for own, of in places.items()}
    assert address_from(lay(tmp_path, files)) == URL


def test_what_is_given_goes_before_all(tmp_path: Path) -> None:
    folder = lay(tmp_path / "site", tiny_site())
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    assert identify(folder, "https://example.com/", ["fr"]) == Identity("https://example.com/", ("fr",))


def test_the_project_goes_before_the_pages(tmp_path: Path) -> None:
    folder = lay(tmp_path / "site", tiny_site())
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    assert identify(folder) == Identity("https://example.org/mau/", ("vi", "en"))


def test_a_folder_of_two_letters_is_a_language_only_if_its_home_says_so(tmp_path: Path) -> None:
    files = tiny_site() | {"ab/index.html": b"<html lang='vi'><title>x</title>", "cd/x.html": b"<html lang='cd'>"}
    assert languages_from(lay(tmp_path, files)) == LANGUAGES


@pytest.mark.parametrize("lost", ["index.html", "lang"])
def test_without_a_home_that_says_its_language_nothing_is_guessed(tmp_path: Path, lost: str) -> None:
    files = tiny_site()
    (drop("index.html") if lost == "index.html" else swap("index.html", ' lang="vi"', ""))(files)
    assert identify(lay(tmp_path, files)) is None


def test_without_any_canonical_nothing_is_guessed(tmp_path: Path) -> None:
    page = b"<!doctype html><html lang='vi'><title>x</title><link rel='canonical' href='/x/'>"
    assert identify(lay(tmp_path, {"index.html": page})) is None


def test_an_empty_folder_is_nobodys(tmp_path: Path) -> None:
    assert identify(tmp_path) is None
