"""Old addresses, withdrawn pages, notices and handing over, as they were built: with and without."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.projects import SAMPLE_EPOCH, lay_sample_year, mkdocs

ALIAS = "tin/chuyen-trang-doi-moi"
NEWS = "news/chuyen-trang-gioi-thieu-chuong-trinh-mau-ve-doi-moi-sang-tao"
GONE = "news/moi-dang-ky-gian-hang-tai-ngay-hoi-san-pham-mau-2024"
NOTICES = """\
- id: nghi-mau
  from: 2025-03-31
  until: 2025-03-31
  text: {vi: "Trang mẫu có thông báo.", en: "The sample site has a notice."}
- id: mai
  from: 2025-04-01
  until: 2025-04-02
  text: {vi: "Thông báo của ngày mai.", en: "Tomorrow’s notice."}
"""


def text_of(project: Path, address: str) -> str:
    return (project / "site" / address / "index.html").read_text(encoding="utf-8")


def pages(project: Path) -> dict[str, str]:
    """Return every page that has the frame of the site, by path."""
    site = project / "site"
    found = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    return {path: text for path, text in found.items() if '<header class="md-header' in text}


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample year with notices, and handed over, by configuration alone."""
    project = lay_sample_year(tmp_path_factory.mktemp("handed-over") / "project")
    (project / "content" / "data" / "notices.yml").write_text(NOTICES, encoding="utf-8")
    config = project / "mkdocs.yml"
    successor = (
        "    successor: {name: {vi: Sở Mẫu Mới, en: New Sample Department}, url: 'https://example.com/moi/', "
        f"since: {date(2025, 3, 1)}, contact: {{email: moi@example.com, phone: '0254'}}}}\n"
    )
    text = re.sub(
        r"^    successor: null\n", lambda _: successor, config.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert successor in text
    config.write_text(text, encoding="utf-8")
    result = mkdocs(project, "build", "--quiet", "--strict", epoch=SAMPLE_EPOCH)
    assert result.returncode == 0, result.stderr
    return project


def test_an_old_address_leads_to_the_page_in_each_language(sample_project: Path) -> None:
    for prefix, words in (("", "Mở trang ở địa chỉ mới"), ("en/", "Open the page at its new address")):
        text = text_of(sample_project, f"{prefix}{ALIAS}")
        refresh = re.findall(r'<meta http-equiv="refresh" content="([^"]*)">', text)
        assert refresh == [f"0; url=../../{NEWS}/"]
        assert f'<link rel="canonical" href="https://example.org/brvt/{prefix}{NEWS}/">' in text
        assert '<meta name="robots" content="noindex">' in text
        assert re.findall(r'<a href="([^"]*)">([^<]*)</a>', text) == [(f"../../{NEWS}/", words)]
        assert "<script" not in text


def test_a_withdrawn_page_says_so_and_nothing_else(sample_project: Path) -> None:
    for prefix in ("", "en/"):
        text = text_of(sample_project, f"{prefix}{GONE}")
        days = re.findall(r'<meta name="promosite-withdrawn" content="(\d{4}-\d\d-\d\d)">', text)
        assert len(days) == 1
        assert '<meta name="robots" content="noindex">' in text
        assert "gian hàng" not in text
        assert "booth" not in text
    files = [path for path in (sample_project / "site").rglob("*") if path.suffix in (".xml", ".json", ".csv", ".ics")]
    assert [path for path in files if GONE in path.read_text(encoding="utf-8")] == []


def test_notices_and_successor_stand_on_every_page_of_every_language(handed_over: Path) -> None:
    for path, text in pages(handed_over).items():
        english = path.startswith("en/")
        if "/sheet/" in path:
            continue  # a sheet is paper, and outlives the days of a notice
        assert ("The sample site has a notice." if english else "Trang mẫu có thông báo.") in text, path
        assert ("New Sample Department" if english else "Sở Mẫu Mới") in text, path
        assert 'href="https://example.com/moi/"' in text, path
        assert "Tomorrow’s notice" not in text and "Thông báo của ngày mai" not in text
    contact = text_of(handed_over, "en/contact")
    assert 'href="mailto:moi@example.com"' in contact and "<dd>0254</dd>" in contact


def test_without_them_no_page_speaks_of_them(sample_project: Path) -> None:
    for path, text in pages(sample_project).items():
        assert "ps-notices" not in text, path
        assert "successor" not in text, path
