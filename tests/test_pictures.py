"""The pictures of README and handbook: each is there, shown, described, and the one that the script wrote.

Whether they show the screens of today is for the browser to say: tests/browser/test_pictures.py.
"""

import re
from pathlib import Path

from PIL import Image

from tests.browser.pictures import COMMAND, FOLDER, SCENES, VIEWS, digest, recorded
from tests.browser.prints import PRINTS
from tests.projects import ROOT

HANDBOOK = ROOT / "docs" / "handbook"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+\.png)\)")


def pictures(page: Path) -> list[tuple[str, Path]]:
    """Return the description and the file of each picture that a page shows."""
    return [(alt, (page.parent / uri).resolve()) for alt, uri in PICTURE.findall(page.read_text(encoding="utf-8"))]


def test_every_picture_is_there_and_none_is_left_over() -> None:
    shown = {path for page in PAGES for _, path in pictures(page)}
    assert shown == {FOLDER / f"{name}.png" for name in (*VIEWS, *SCENES, *PRINTS)}
    assert shown == set(FOLDER.glob("*.png"))


def test_every_picture_is_the_one_that_the_script_wrote() -> None:
    found = {path.stem: digest(path.read_bytes()) for path in FOLDER.glob("*.png")}
    assert {name: entry["file"] for name, entry in recorded()["pictures"].items()} == found, f"run: {COMMAND}"


def test_descriptions_say_what_is_seen_in_the_language_of_the_page() -> None:
    for page in sorted((HANDBOOK / "vi").glob("*.md")):
        vi, en = ([alt for alt, _ in pictures(HANDBOOK / lang / page.name)] for lang in ("vi", "en"))
        assert [alt for alt in vi + en if not 60 < len(alt) < 260] == [], page.name
        assert set(vi) & set(en) == set(), page.name


def test_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < 2_000_000
    for path in FOLDER.glob("*.png"):
        with Image.open(path) as picture:
            assert picture.width <= 1280 and picture.height <= 1600, path.name
