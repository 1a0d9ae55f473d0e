"""A person at the browser editor: opens a folder, fills in boxes, saves.

A native picker of folders cannot be driven, so it is replaced by a handle into the browser's private file system, which
has the same interface.
"""

import base64
import importlib
import sys
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from promosite.messages import load_messages
from tests.projects import ROOT
from tests.worlds import look

PATIENCE = 15_000
"""Milliseconds until the editor must have answered."""

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


def lay_admin(project: Path, moment: datetime, site: Path) -> None:
    """Write the settings of a project into a site, and the editor beside them, built with npm or out of the cache."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        editor = importlib.import_module("editor")
    finally:
        sys.path.pop(0)
    (site / "admin").mkdir(parents=True)
    for file in look(project, moment).files:
        if file.uri.startswith("admin/"):
            (site / file.uri).write_bytes(file.content)
    try:
        editor.lay_editor(site)
    except editor.NodeError as problem:
        pytest.fail(load_messages("en").text(problem.key, reason=problem.reason))


def read_files(root: Path, *patterns: str) -> dict[str, str]:
    """Return files that the editor reads, by their path in a project."""
    places = [path for pattern in patterns for path in sorted(root.glob(pattern))]
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in places}


class Desk:
    """A person at the editor, with a folder of content."""

    def __init__(self, browser: Browser, url: str, files: dict[str, str], size: tuple[int, int] = (1400, 1000)) -> None:
        self.url, self.before, self.foreign = url, files, list[str]()
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            timezone_id="Asia/Ho_Chi_Minh",
            locale="vi-VN",
            reduced_motion="reduce",
        )
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
        self.page.mouse.move(300, 600)
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
