"""The browser editor, end to end: a folder on this computer is edited, and the site's own check takes what was saved.

A native picker of folders cannot be driven, so it is replaced by a handle into the browser's private file system, which
has the same interface.
"""

import base64
import difflib
import importlib
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from promosite.clock import VIETNAM
from promosite.findings import has_errors
from promosite.form import document, item_shape
from promosite.load.header import split_header
from promosite.local_server import serve_site
from promosite.messages import load_messages
from promosite.pipeline import prepare
from tests.projects import ROOT, lay_project

ITEM = "content/vi/news/234-san-pham-ocop.md"
REGISTER = "content/media/media.yml"
NEW = "dac-san-ba-ria-muoi-ot-nhan-2026"
PATIENCE = 15_000
MOMENT = datetime(2100, 1, 1, tzinfo=VIETNAM)
"""Later than any day on which an item is written: the editor takes the day from the machine."""

OPEN_FOLDER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
SEED = """async (files) => {
  for (const [path, text] of Object.entries({ '.git/HEAD': 'ref: refs/heads/main', ...files })) {
    const parts = path.split('/');
    const name = parts.pop();
    let folder = await navigator.storage.getDirectory();
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await out.write(text);
    await out.close();
  }
}"""
DUMP = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === 'directory') await walk(one, `${path}${name}/`);
      else {
        const bytes = new Uint8Array(await (await one.getFile()).arrayBuffer());
        found[path + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""


@pytest.fixture(scope="module")
def admin_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The editor, built from its npm module or taken from the cache, beside the settings of the real site."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        editor = importlib.import_module("editor")
    finally:
        sys.path.pop(0)
    folder = tmp_path_factory.mktemp("editor")
    _, outputs, _ = prepare(lay_project(folder / "project"), MOMENT)
    site = folder / "site"
    (site / "admin").mkdir(parents=True)
    for file in outputs.files:
        if file.uri.startswith("admin/"):
            (site / file.uri).write_bytes(file.content)
    try:
        editor.lay_editor(site)
    except editor.NoEditorError as problem:
        pytest.fail(load_messages("en").text(problem.key, reason=problem.reason))
    with serve_site(site) as url:
        yield f"{url}admin/"


def seed() -> dict[str, str]:
    """Files that the editor reads, by path: the news and the pictures."""
    places = [*sorted(ROOT.glob("content/??/news/*.md")), ROOT / REGISTER]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in places}


class Desk:
    """A person at the editor, with a folder of content."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.url, self.before, self.foreign = url, seed(), list[str]()
        self.context = browser.new_context(viewport={"width": 1400, "height": 1000}, timezone_id="Asia/Ho_Chi_Minh")
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        home = url.split("/brvt/")[0]
        own = (home, "blob:", "data:")
        self.page.on("response", lambda answer: None if answer.url.startswith(own) else self.foreign.append(answer.url))
        self.page.add_init_script(OPEN_FOLDER)
        self.page.goto(f"{url}config.json")
        self.page.evaluate(SEED, self.before)
        self.page.goto(url)
        self.page.get_by_role("button", name="Làm việc với kho mã nguồn cục bộ").click()
        self.page.get_by_text("Tạo mới").wait_for()

    def go(self, place: str) -> None:
        self.page.goto(f"{self.url}#/collections/{place}")
        self.page.locator("[data-key-path]").first.wait_for()

    def box(self, key: str, lang: str = "vi") -> Locator:
        """The part of the form that holds a field; parts below the screen are drawn only when they are scrolled to."""
        pane = self.page.locator(f'[data-locale="{lang}"] ')
        found = (pane if pane.count() else self.page).locator(f'[data-key-path="{key}"]')
        self.page.mouse.move(300, 800)
        for _ in range(60):
            if found.count():
                break
            self.page.mouse.wheel(0, 300)
            self.page.wait_for_timeout(50)
        found.scroll_into_view_if_needed()
        return found

    def fill(self, key: str, text: str, lang: str = "vi") -> None:
        self.box(key, lang).locator("input, textarea").first.fill(text)

    def save(self) -> None:
        done = self.page.get_by_text("Đã lưu bài viết")
        done.wait_for(state="hidden")  # the note of the save before
        self.page.get_by_role("button", name="Lưu", exact=True).click()
        done.wait_for()

    def files(self) -> dict[str, bytes]:
        found: dict[str, str] = self.page.evaluate(DUMP)
        return {path: base64.b64decode(text) for path, text in found.items() if not path.startswith(".git/")}

    def changed(self) -> dict[str, bytes]:
        return {path: data for path, data in self.files().items() if data.decode("latin-1") != self._old(path)}

    def _old(self, path: str) -> str:
        return self.before.get(path, "").encode().decode("latin-1")


@pytest.fixture
def desk(browser: Browser, admin_url: str) -> Iterator[Desk]:
    found = Desk(browser, admin_url)
    yield found
    found.context.close()


def difference(old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.split("\n"), new.split("\n"), lineterm="", n=0)
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def lines_of(old: str, word: str, new_word: str) -> list[str]:
    """The one line of a file that holds a word, before and after."""
    (line,) = [one for one in old.split("\n") if word in one]
    return [f"-{line}", f"+{line.replace(word, new_word)}"]


def test_editing_one_word_changes_one_line(desk: Desk) -> None:
    desk.go(f"news/entries/{Path(ITEM).stem}")
    before = desk.before[ITEM]
    summary = split_header(before)[0].value["summary"].value
    desk.fill("summary", summary.replace("Trước khi sáp nhập", "Trước ngày sáp nhập"))
    desk.save()
    assert list(desk.changed()) == [ITEM]
    found = difference(before, desk.files()[ITEM].decode())
    assert found == lines_of(before, "Trước khi sáp nhập", "Trước ngày sáp nhập")
    assert desk.foreign == []


def test_editing_the_body_changes_one_line_and_keeps_citations(desk: Desk) -> None:
    desk.go(f"news/entries/{Path(ITEM).stem}")
    body = desk.box("body").locator("[contenteditable=true]")
    body.click()
    desk.page.keyboard.press("Control+End")
    desk.page.keyboard.type(" Hết (^tbtc-2025).")
    desk.page.wait_for_timeout(500)  # the editor of formatted text hands its words on a moment later
    desk.save()
    assert list(desk.changed()) == [ITEM]
    last = desk.before[ITEM].rstrip("\n").split("\n")[-1]
    assert difference(desk.before[ITEM], desk.files()[ITEM].decode()) == [f"-{last}", f"+{last} Hết [^tbtc-2025]."]


def add_picture(desk: Desk, photograph: Path, number: int) -> None:
    """Enter a photograph into the register, with all that a picture needs."""
    desk.go("media/entries/register")
    desk.page.get_by_role("button", name="Thêm").last.click()
    row = f"pictures.{number}"
    desk.box(f"{row}.file").locator("input[type=file]").first.set_input_files(photograph)
    desk.box(f"{row}.file").get_by_text("anh-con-dao").first.wait_for()
    desk.fill(f"{row}.author.vi", "Nhóm dự án")
    desk.fill(f"{row}.author.en", "The project team")
    desk.fill(f"{row}.licence", "CC0-1.0")
    desk.fill(f"{row}.source.vi", "Tự chụp")
    desk.fill(f"{row}.source.en", "Own picture")
    desk.fill(f"{row}.alt.vi", "Biển Côn Đảo")
    desk.fill(f"{row}.alt.en", "The sea off Con Dao")
    desk.save()


def choose(desk: Desk, key: str, text: str) -> None:
    """Choose from a list that opens."""
    box = desk.box(key)
    box.get_by_role("combobox").click()
    desk.page.get_by_role("option", name=text).click()


def write_news(desk: Desk) -> None:
    desk.go("news/new")
    desk.fill("title", "Đặc sản Bà Rịa: muối ớt & “nhãn” 2026")
    desk.fill("summary", "Tóm tắt: có dấu “ngoặc”, #thăng và đ.")
    desk.fill("title", "Specialities of Ba Ria: salt & “longan” 2026", "en")
    desk.fill("summary", "Summary: with “quotes”, a #hash and an e.", "en")
    for lang, text in (("vi", "Nội dung mẫu."), ("en", "Sample text.")):
        desk.box("body", lang).locator("[contenteditable=true]").click()
        desk.page.keyboard.type(text)
    desk.fill("date", "2026-10")
    choose(desk, "pictures", "anh-con-dao.webp")
    desk.page.wait_for_timeout(500)
    desk.save()


def test_a_new_item_with_a_picture_passes_the_check(desk: Desk, tmp_path: Path) -> None:
    photograph = tmp_path / "Ảnh Côn Đảo.jpg"
    Image.new("RGB", (2400, 1600), (30, 120, 160)).save(photograph)
    add_picture(desk, photograph, desk.before[REGISTER].count("- file: "))
    write_news(desk)
    files = desk.changed()
    picture, vi, en = "content/media/anh-con-dao.webp", f"content/vi/news/{NEW}.md", f"content/en/news/{NEW}.md"
    assert sorted(files) == sorted([picture, REGISTER, vi, en])
    assert all(line.startswith("+") for line in difference(desk.before[REGISTER], files[REGISTER].decode()))
    assert split_header(files[en].decode())[0].plain().keys() == {"title", "summary"}
    header = split_header(files[vi].decode())[0].plain()
    assert header["pictures"] == ["anh-con-dao.webp"] and header["date"] == "2026-10" and header["tasks"] == []
    project = lay_project(tmp_path / "project")
    for path, data in files.items():
        (project / path).write_bytes(data)
    site, outputs, findings = prepare(project, MOMENT)
    assert site and not has_errors(findings), [one for one in findings if one.severity == "error"]
    assert {page.lang for page in outputs.pages if page.address == f"news/{NEW}/"} == {"vi", "en"}
    with Image.open(project / picture) as saved:
        assert max(saved.size) == 1600


def test_both_writers_write_the_same(browser: Browser) -> None:
    """The editor's JavaScript and the site's Python, on every item of the repository."""
    code = base64.b64encode((ROOT / "editor" / "form.js").read_bytes()).decode()
    cases: list[dict[str, Any]] = []
    for path in sorted((ROOT).glob("content/??/*/*.md")) + sorted(ROOT.glob("tests/sites/*/content/??/*/*.md")):
        text = path.read_text(encoding="utf-8")
        header, body, _ = split_header(text)
        cases.append({"text": text, "header": header.plain(), "expected": document(header.plain(), body)})
    page = browser.new_page()
    wrong = page.evaluate(
        """async ([code, cases, shape, locales]) => {
          const form = await import(`data:text/javascript;base64,${code}`);
          const written = ({ text, header }) =>
            form.writeItem(form.readItem(text, shape, locales, () => header), shape);
          return cases.filter((one) => written(one) !== one.expected).map((one) => [written(one), one.expected]);
        }""",
        [code, cases, item_shape(), ["vi", "en"]],
    )
    page.close()
    assert len(cases) > 150
    assert wrong == []
