"""The pictures of README and handbook show the screens of today; with `--pictures DIR` they are taken anew."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from promosite.local_server import serve_site
from tests.browser.desk import Desk, lay_admin
from tests.browser.pictures import COMMAND, SCENES, VIEWS, Shot, is_current, look, sit_down, watch, write
from tests.browser.prints import PRINTS, papers, printed, unprinted
from tests.projects import SAMPLE_EPOCH

Album = dict[str, Shot]
Judge = Callable[[str, Shot], None]


@pytest.fixture(scope="module")
def editor_url(sample_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The editor with the settings of the sample year."""
    site = tmp_path_factory.mktemp("sample-editor") / "site"
    lay_admin(sample_project, datetime.fromtimestamp(int(SAMPLE_EPOCH), UTC), site)
    with serve_site(site) as url:
        yield url


@pytest.fixture(scope="module")
def desk(browser: Browser, editor_url: str) -> Iterator[Desk]:
    found = sit_down(browser, f"{editor_url}admin/")
    yield found
    found.context.close()


@pytest.fixture(scope="module")
def album(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Album]:
    """The pictures taken so far; written at the end where that was asked for and none is missing."""
    found: Album = {}
    yield found
    folder = request.config.getoption("--pictures", None)
    if folder and set(found) == {*VIEWS, *SCENES, *PRINTS}:
        write(Path(folder), found, browser)


@pytest.fixture
def judge(request: pytest.FixtureRequest, browser: Browser, album: Album) -> Judge:
    """Keep a picture, and compare its screen with the recorded one unless pictures are taken anew."""

    def keep_and_compare(name: str, shot: Shot) -> None:
        album[name] = shot
        if not request.config.getoption("--pictures", None):
            assert is_current(shot, name, browser), f"the screen of {name}.png has changed; run: {COMMAND}"

    return keep_and_compare


@pytest.fixture(scope="module")
def urls(real_url: str, sample_url: str, editor_url: str) -> dict[str, str]:
    return {"real": real_url, "sample": sample_url, "editor": editor_url}


@pytest.mark.parametrize("name", VIEWS)
def test_picture_of_a_page(browser: Browser, urls: dict[str, str], judge: Judge, name: str) -> None:
    judge(name, look(browser, urls, VIEWS[name]))


@pytest.fixture(scope="module")
def drafts(sample_project: Path) -> dict[str, bytes]:
    """The papers of which there are pictures."""
    return papers(sample_project)


@pytest.mark.parametrize("name", PRINTS)
def test_picture_of_a_paper(
    request: pytest.FixtureRequest, drafts: dict[str, bytes], tmp_path: Path, judge: Judge, name: str
) -> None:
    wanted = request.config.getoption("--pictures", None)
    judge(name, printed(drafts[name], tmp_path) if wanted else unprinted(drafts[name]))


@pytest.mark.parametrize("name", SCENES)
def test_picture_of_the_editor(desk: Desk, judge: Judge, name: str) -> None:
    judge(name, watch(desk, name))
