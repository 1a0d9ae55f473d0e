"""The browser editor, end to end: a folder on this computer is edited, and the check takes what was saved."""

import base64
import difflib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from promosite.clock import VIETNAM
from promosite.editor.papers import paper_forms
from promosite.findings import has_errors
from promosite.form import document, item_shape, listed, notices_shape
from promosite.load.header import split_header
from promosite.local_server import serve_site
from promosite.messages import load_messages
from promosite.pipeline import prepare
from tests.browser.desk import Desk, lay_admin, read_files
from tests.projects import ROOT, lay_project

ITEM = "content/vi/news/234-san-pham-ocop.md"
REGISTER = "content/media/media.yml"
NEW = "dac-san-ba-ria-muoi-ot-nhan-2026"
MOMENT = datetime(2100, 1, 1, tzinfo=VIETNAM)
"""Later than any day on which an item is written: the editor takes the day from the machine."""


@pytest.fixture(scope="module")
def admin_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The editor with the settings of the real site."""
    folder = tmp_path_factory.mktemp("editor")
    lay_admin(lay_project(folder / "project"), MOMENT, folder / "site")
    with serve_site(folder / "site") as url:
        yield f"{url}admin/"


@pytest.fixture
def desk(browser: Browser, admin_url: str) -> Iterator[Desk]:
    found = Desk(browser, admin_url, read_files(ROOT, "content/??/news/*.md", REGISTER))
    yield found
    found.context.close()


def difference(old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.split("\n"), new.split("\n"), lineterm="", n=0)
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def lines_of(old: str, word: str, new_word: str) -> list[str]:
    """The one line of a file that holds a word, before and after."""
    (line,) = [one for one in old.split("\n") if word in one]
    return [f"-{line}", f"+{line.replace(word, new_word)}"]


def formed(page: Page, script: str, given: list[Any]) -> Any:
    """Return what a script makes with the form's own functions; `given` must be plain data."""
    code = base64.b64encode((ROOT / "editor" / "form.js").read_bytes()).decode()
    loaded = f"async ([code, given]) => ({script})(await import(`data:text/javascript;base64,${{code}}`), given)"
    return page.evaluate(loaded, [code, given])


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


def test_both_writers_write_the_same_lists(browser: Browser) -> None:
    notices = [
        {"id": "nghi-mau", "from": "2027-02-05", "until": "2027-02-12", "text": {"vi": "Nghỉ mẫu.", "en": "Closed."}},
        {"id": "mot", "from": "2027-03-01", "until": "2027-03-01", "text": {"vi": "Chỉ tiếng Việt."}},
    ]
    page = browser.new_page()
    for records in (notices, []):
        written = formed(
            page,
            "(form, [records, shape, locales]) =>"
            " form.writeList(form.readList('', shape, locales, () => records), shape)",
            [records, notices_shape(), ["vi", "en"]],
        )
        assert written == listed(records, notices_shape())
    page.close()


def test_both_writers_write_the_same(browser: Browser) -> None:
    """The editor's JavaScript and the site's Python, on every item of the repository."""
    cases: list[dict[str, Any]] = []
    for path in sorted((ROOT).glob("content/??/*/*.md")) + sorted(ROOT.glob("tests/sites/*/content/??/*/*.md")):
        text = path.read_text(encoding="utf-8")
        header, body, _ = split_header(text)
        cases.append({"text": text, "header": header.plain(), "expected": document(header.plain(), body)})
    page = browser.new_page()
    wrong = formed(
        page,
        """(form, [cases, shape, locales]) => {
          const written = ({ text, header }) =>
            form.writeItem(form.readItem(text, shape, locales, () => header), shape);
          return cases.filter((one) => written(one) !== one.expected).map((one) => [written(one), one.expected]);
        }""",
        [cases, item_shape(), ["vi", "en"]],
    )
    page.close()
    assert len(cases) > 150
    assert wrong == []


# ---- Yearly reports ----

SAMPLE = ROOT / "tests" / "sites" / "sample-year"
PAPERS = sorted(SAMPLE.glob("content/reports/*.md"))
LOST = """---
---
Đoạn đứng trước mọi mục.

## CÔNG TÁC chỉ đạo, triển khai ##

Đoạn thứ nhất.

## Nguyên nhân

Đoạn mẫu.

## Mục lạ

Đoạn dưới mục lạ.

## Nguyên nhân

Đoạn thứ hai.
"""
KEPT = """---
---

## Công tác chỉ đạo, triển khai

Đoạn đứng trước mọi mục.


Đoạn thứ nhất.

## Nguyên nhân

Đoạn mẫu.

## Mục lạ

Đoạn dưới mục lạ.

## Nguyên nhân

Đoạn thứ hai.
"""


def test_reports_are_written_as_python_writes_them_and_nothing_is_lost(browser: Browser) -> None:
    kinds = paper_forms({lang: load_messages(lang) for lang in ("vi", "en")})
    cases: list[dict[str, Any]] = [{"text": LOST, "header": {}, "lang": "vi", "expected": KEPT}]
    for path in PAPERS:
        text, lang = path.read_text(encoding="utf-8"), "en" if path.stem.endswith("-en") else "vi"
        header, body, _ = split_header(text)
        expected = document(header.plain(), body, kinds[lang]["shape"])
        cases.append({"text": text, "header": header.plain(), "lang": lang, "expected": expected})
    page = browser.new_page()
    written = formed(
        page,
        """(form, [cases, kinds, locales]) => cases.map(({ text, header, lang }) =>
          form.writePaper(form.readPaper(text, kinds[lang], locales, () => header), kinds[lang]))""",
        [cases, kinds, ["vi", "en"]],
    )
    page.close()
    assert len(cases) == 3
    assert written == [one["expected"] for one in cases]


def test_a_report_is_written_in_the_editor_and_passes_the_check(
    browser: Browser, admin_url: str, tmp_path: Path
) -> None:
    desk = Desk(browser, admin_url, read_files(ROOT, "content/??/news/*.md", REGISTER))
    desk.go("reports/entries/bao-cao-2024")
    desk.fill("number", "5")
    desk.fill("achieved", "Đoạn mẫu thứ nhất.\n\n- Dòng mẫu.")
    desk.page.wait_for_timeout(500)
    desk.save()
    files = {path: data.decode() for path, data in desk.changed().items()}
    desk.context.close()
    wanted = "---\nnumber: 5\n---\n\n## Kết quả đạt được\n\nĐoạn mẫu thứ nhất.\n\n- Dòng mẫu.\n"
    assert files == {"content/reports/bao-cao-2024.md": wanted}
    project = lay_project(tmp_path / "project")
    (project / "content" / "reports").mkdir(exist_ok=True)
    (project / "content" / "reports" / "bao-cao-2024.md").write_text(wanted, encoding="utf-8")
    site, _, findings = prepare(project, MOMENT)
    assert site and not has_errors(findings)
    assert [piece.text for piece in site.papers[2024].section("vi", "achieved")] == ["Đoạn mẫu thứ nhất.", "Dòng mẫu."]
