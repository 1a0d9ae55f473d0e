"""The pictures of README and handbook: what each shows, how it is taken, and what it was taken from.

A picture ages when its screen changes. So beside the pictures stand two digests of each screen, as far as the picture
reaches: of the words that could be read, and of their looks, which is how they and what holds them are set. Pixels and
places are left out, because two machines draw the same page a little differently; and another Chromium may word a look
differently, so looks are compared only by the one that took the pictures.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TypedDict

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from tests.browser.desk import Desk, read_files
from tests.browser.visits import until
from tests.projects import ROOT

FOLDER = ROOT / "docs" / "screenshots"
RECORD = "pictures.json"
COMMAND = "python3 scripts/screenshots.py"
SAMPLE = ROOT / "tests" / "sites" / "sample-year"

COLOURS = 256
SHADES = 16
"""Levels of grey, of 256, by which two takes of one screen may differ where a colour was fading."""
WIDTH, HEIGHT = 1000, 800
"""Pixels: narrow enough to be read in the column of a handbook page, wide enough for the layout of a desk."""
EDITOR = (1100, 740)


@dataclass(frozen=True)
class View:
    """The upper part of a page, at most `height` pixels, cut where a section ends.

    `words` is false for pages of the real content: what editors write there may change, the picture does not age by it.
    """

    site: str
    address: str
    height: int = HEIGHT
    width: int = WIDTH
    words: bool = True


ITEM = "news/tuong-thuat-ngay-hoi-san-pham-mau-2024/"
PRODUCT = "products/muoi-hat-mau/"
PLAN = "plan/2024-2026/"
VIEWS = {
    "home-vi": View("real", "", 1250, width=1280, words=False),
    "home-en": View("real", "en/", 1250, width=1280, words=False),
    "item-vi": View("sample", ITEM, 1100),
    "item-en": View("sample", f"en/{ITEM}", 1100),
    "plan-vi": View("sample", PLAN, 900, width=1280),
    "plan-en": View("sample", f"en/{PLAN}", 900, width=1280),
    "row-vi": View("sample", f"{PLAN}t2/", 1500),
    "row-en": View("sample", f"en/{PLAN}t2/", 1500),
    "product-vi": View("sample", PRODUCT, 1400),
    "product-en": View("sample", f"en/{PRODUCT}", 1400),
    "translation-stale": View("sample", "en/products/hat-tieu-mau/", 850),
    "translation-summary": View("sample", "en/news/tinh-mau-va-vung-mau-y-ky-bien-ban-ghi-nho/"),
    "translation-list": View("sample", "en/news/"),
    "editor-start": View("editor", "admin/"),
}


# ---- Screens of the editor ----

NEWEST = "Giới thiệu Ngày hội Sản phẩm Mẫu 2025"
"""The item that stands first in the list of news."""


def _list(desk: Desk) -> None:
    desk.page.goto(f"{desk.url}#/collections/news")
    desk.page.get_by_text(NEWEST).wait_for()


def _item(desk: Desk) -> None:
    desk.go(f"news/entries/{Path(ITEM).name}")
    desk.page.locator("[data-locale=en] [contenteditable=true]").wait_for()


def _pictures(desk: Desk) -> None:
    _item(desk)
    field = desk.box("pictures")
    field.get_by_text("press.svg").click()
    field.evaluate("(one) => one.scrollIntoView({ block: 'start' })")


def _saved(desk: Desk) -> None:
    desk.go("news/entries/ban-tin-mau-so-5-diem-lai-quy-i-2025")
    desk.fill("summary", "Bản tin mẫu điểm lại Quý I/2025.")
    desk.save()
    desk.page.get_by_text(NEWEST).wait_for()


def _register(desk: Desk) -> None:
    """Enter a picture into the register; a drawing of the project stands for a photograph."""
    desk.page.set_viewport_size({"width": EDITOR[0], "height": EDITOR[1] + 30})
    desk.go("media/entries/register")
    desk.page.get_by_role("button", name="Thêm").last.click()
    row = f"pictures.{desk.before['content/media/media.yml'].count('- file: ')}"
    file = {"name": "vuon-uom-mau.png", "mimeType": "image/png", "buffer": _photograph(desk)}
    desk.box(f"{row}.file").locator("input[type=file]").first.set_input_files(file)
    desk.box(f"{row}.file").get_by_text("vuon-uom-mau").first.wait_for()
    desk.fill(f"{row}.author.vi", "Nhóm dự án")
    desk.box(f"{row}.file")


def _photograph(desk: Desk) -> bytes:
    page = desk.context.new_page()
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto((ROOT / "docs" / "assets" / "drawings" / "startup.svg").as_uri())
    shot = page.screenshot()
    page.close()
    return shot


SCENES: Mapping[str, Callable[[Desk], None]] = {
    "editor-list": _list,
    "editor-item": _item,
    "editor-register": _register,
    "editor-pictures": _pictures,
    "editor-saved": _saved,
}


# ---- Taking them ----

READY = """() => document.body.innerText.trim() && document.fonts.status === 'loaded' &&
  [...document.images].every((one) => one.complete || one.getBoundingClientRect().top > innerHeight)"""
"""There is something to see, in its own typeface and with its pictures."""

CUT = """([limit, slack]) => {
  const filled = [[limit, limit]];
  const add = (box) => box.width && box.height && filled.push([box.top + scrollY, box.bottom + scrollY]);
  const range = document.createRange();
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    if (!words.currentNode.data.trim()) continue;
    range.selectNodeContents(words.currentNode);
    [...range.getClientRects()].forEach(add);
  }
  for (const one of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const drawn = style.boxShadow !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)' ||
      style.borderTopStyle !== 'none' || style.borderBottomStyle !== 'none';
    if (one.matches('img, svg, input, hr') || (drawn && box.height < limit / 2)) add(box);
  }
  const gaps = [];
  let end = 0;
  for (const [top, bottom] of filled.sort((one, other) => one[0] - other[0])) {
    if (end > limit) break;
    if (top > end && end > limit - slack) gaps.push([end, Math.min(top, limit)]);
    end = Math.max(end, bottom);
  }
  const widest = Math.max(0, ...gaps.map(([top, bottom]) => bottom - top));
  const [top, bottom] = gaps.find(([top, bottom]) => bottom - top >= widest - 2) ?? [limit, limit];
  return Math.round(top + Math.min((bottom - top) / 2, 24));
}"""
"""Where to cut a page: in the widest gap between lines and boxes that lies less than `slack` pixels above `limit`."""

SEEN = """([width, height, words]) => {
  const inside = ({ left, right, top, bottom }) =>
    right > left && bottom > top && right > 0 && left < width && top + bottom > 0 && top + bottom < 2 * height;
  const range = document.createRange();
  const textOf = (one) => [...one.childNodes].filter((node) => {
    if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) return false;
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(inside);
  }).map((node) => node.data.trim().replace(/\\s+/g, ' ')).join(' ');
  const seen = new Map();
  for (const one of document.body.querySelectorAll('*')) {
    const box = one.matches('input, textarea, img') && inside(one.getBoundingClientRect());
    const text = textOf(one) + (box ? [one.value ?? '', one.checked ?? '', one.alt ?? ''].join('|') : '');
    if (!text || !one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    for (let held = one; held && !seen.has(held); held = held.parentElement) seen.set(held, '');
    seen.set(one, text);
  }
  const looks = ['display', 'color', 'backgroundColor', 'fontSize', 'fontWeight', 'lineHeight', 'textAlign',
    'textTransform', 'padding', 'marginTop', 'marginBottom', 'gap', 'flexDirection', 'maxWidth', 'borderWidth',
    'borderColor', 'borderRadius', 'boxShadow'];
  const found = [...document.body.querySelectorAll('*')].filter((one) => seen.has(one)).map((one) => {
    const style = getComputedStyle(one);
    const columns = style.gridTemplateColumns.split(' ').length;
    return [seen.get(one), [one.localName, columns, ...looks.map((name) => style[name])].join(' ')];
  });
  if (words) return [found.map(([text]) => text).filter(Boolean), found.map(([, look]) => look)];
  return [[], [...new Set(found.map(([, look]) => look))].sort()];
}"""
"""What can be seen in the upper left of a page: the words, and the looks of words, boxes and what holds them.

Without words it is the different looks only, so that one more item in a list changes nothing.
"""


@dataclass(frozen=True)
class Shot:
    """A picture as taken: PNG, and the digests of the screen that it shows."""

    png: bytes
    words: str
    looks: str


class Entry(TypedDict):
    """What the record says of a picture: digests of its screen and of its file."""

    words: str
    looks: str
    file: str


class Record(TypedDict):
    """The first number of the version of the Chromium that took the pictures, and what is known of each, by name."""

    chromium: str
    pictures: dict[str, Entry]


def look(browser: Browser, urls: Mapping[str, str], view: View) -> Shot:
    """Take a page of a site."""
    size = {"width": view.width, "height": view.height}
    page = browser.new_page(viewport=size, color_scheme="light", reduced_motion="reduce", locale="vi-VN")
    page.goto(f"{urls[view.site]}{view.address}")
    until(page, READY)
    shot = _take(page, view.width, page.evaluate(CUT, [view.height, view.height // 3]), words=view.words)
    page.close()
    return shot


def sit_down(browser: Browser, url: str) -> Desk:
    """Open the editor with the content of the sample year."""
    return Desk(browser, url, read_files(SAMPLE, "content/??/*/*.md", "content/media/media.yml"), EDITOR)


def watch(desk: Desk, name: str) -> Shot:
    """Take a screen of the editor."""
    desk.page.goto("about:blank")  # leaves what another scene did not save
    desk.page.set_viewport_size({"width": EDITOR[0], "height": EDITOR[1]})
    SCENES[name](desk)
    width, height = desk.page.evaluate("[innerWidth, innerHeight]")
    desk.page.mouse.move(width - 1, height - 1)
    return _take(desk.page, width, height)


def _take(page: Page, width: int, height: int, *, words: bool = True) -> Shot:
    """Take the upper part of a page as soon as it has come to rest."""
    before, now = None, page.evaluate(SEEN, [width, height, words])
    while before != now:
        page.wait_for_timeout(150)
        before, now = now, page.evaluate(SEEN, [width, height, words])
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    words_seen, looks_seen = (digest(json.dumps(part).encode()) for part in now)
    return Shot(page.screenshot(clip=clip, animations="disabled"), words_seen, looks_seen)


# ---- Keeping them ----


def digest(data: bytes) -> str:
    """Return sixteen digits that change with the data."""
    return hashlib.sha256(data).hexdigest()[:16]


def recorded(folder: Path = FOLDER) -> Record:
    """Return the record that stands beside the pictures of a folder; an empty one where there is none."""
    if not (folder / RECORD).is_file():
        return {"chromium": "", "pictures": {}}
    found: Record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    return found


def version(browser: Browser) -> str:
    """Return the first number of a browser's version."""
    return browser.version.split(".")[0]


def is_current(shot: Shot, name: str, browser: Browser) -> bool:
    """Tell whether the picture of this name shows the screen that was just taken."""
    record = recorded()
    known = record["pictures"].get(name)
    if known is None or known["words"] != shot.words:
        return False
    return known["looks"] == shot.looks or record["chromium"] != version(browser)


def write(folder: Path, shots: Mapping[str, Shot], browser: Browser) -> None:
    """Write the pictures and the record of them, and remove those of the old record that are taken no more."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in recorded(folder)["pictures"].keys() - shots.keys():
        (folder / f"{name}.png").unlink(missing_ok=True)
    pictures: dict[str, Entry] = {}
    for name, shot in sorted(shots.items()):
        path, png = folder / f"{name}.png", reduced(shot.png)
        if not (path.is_file() and looks_alike(path.read_bytes(), png)):
            path.write_bytes(png)
        pictures[name] = {"words": shot.words, "looks": shot.looks, "file": digest(path.read_bytes())}
    record: Record = {"chromium": version(browser), "pictures": pictures}
    (folder / RECORD).write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def looks_alike(old: bytes, new: bytes) -> bool:
    """Tell whether nobody would see a difference; such a picture is not written again, for git keeps each."""
    with Image.open(BytesIO(old)) as one, Image.open(BytesIO(new)) as other:
        apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).convert("L")
        return one.size == other.size and apart.getextrema()[1] < SHADES


def reduced(png: bytes) -> bytes:
    """Return a picture in 256 colours of its own, which is a third of its bytes and looks the same."""
    out = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(out, "PNG", optimize=True)
    return out.getvalue()
