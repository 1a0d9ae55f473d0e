"""Tiny worlds: a whole valid project of a few files, and ways to change it. Nothing here knows the checkout."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from promosite.clock import VIETNAM
from promosite.findings import Finding
from promosite.generate import made_files
from promosite.generate.site import Site
from promosite.model.outputs import FileOutput, Outputs, PageOutput
from promosite.pipeline import prepare

MOMENT = datetime(2026, 11, 22, 12, tzinfo=VIETNAM)
"""The moment at which every world is looked at, unless a test says otherwise."""

ELSEWHERE = re.compile(r"(?:parity|word|wording|waiver|placeholder)-.*|translation-(?:short|stale|unrecorded)")
"""Findings about what texts say, in one language or in two: the stages that make them have tests of their own."""

Files = Mapping[str, str | bytes | None]
"""Text or bytes by path below the project's root; None for a file that is not there."""

CONFIG = """\
site_url: https://example.org/mau/
extra:
  promosite:
    publisher: {name: {vi: "Sở Mẫu", en: "Sample Department"}, url: "https://example.org/"}
    contact: {email: mau@example.org}
    page_size: 5
markdown_extensions: [tables, sane_lists, abbr, def_list]
plugins:
  - i18n:
      languages:
        - {locale: vi, name: Tiếng Việt, site_name: Tỉnh Mẫu, site_description: Trang mẫu, default: true}
        - {locale: en, name: English, site_name: Sample Province, site_description: A sample site}
theme: {name: material, custom_dir: src/promosite/theme}
hooks: [hooks/build_site.py]
"""

UNITS = """\
- {id: centre, name: {vi: Trung tâm Mẫu, en: Sample Centre}, short: {vi: TT Mẫu, en: Centre}}
- {id: all-units, name: {vi: Các đơn vị, en: All units}, short: {vi: Các đơn vị, en: Units}, collective: true}
"""

PLACES = """\
- {id: tinh-mau, kind_then: province, name_then: {vi: Tỉnh Mẫu, en: Sample Province}, to: 2025-06-30}
- {id: huyen-mau, kind_then: district, name_then: {vi: Huyện Mẫu, en: Sample District}, parent: tinh-mau}
"""

CHANNELS = """\
- {id: websites, number: 2, name: {vi: Trang thông tin, en: Websites}, text: {vi: Đăng tin mẫu., en: Sample news.}}
"""

AUDIENCES = """\
- {id: nationwide, number: 4, name: {vi: Cả nước, en: Nationwide}, text: {vi: Người dân., en: The public.}}
"""

AGENCIES = """\
- {id: noip, name_then: {vi: Cục Mẫu, en: Sample Office}, portal: "https://mau.vn/"}
"""

GLOSSARY = """\
- {vi: hồ tiêu, en: pepper, origin: C, group: ocop}
"""

PLAN = """\
id: "2023-2025"
title: {vi: Kế hoạch mẫu, en: Sample plan}
message: {vi: Thông điệp mẫu, en: Sample message}
period: {from: 2023-01-01, to: 2025-12-31}
quarters: {from: "2023-Q4", to: "2025-Q4"}
report: {due: "11-15"}
tasks:
  - id: t1
    text: {vi: Nhiệm vụ một., en: Task one.}
    title: {vi: Một, en: One}
    schedule: ongoing
    schedule_text: {vi: Thường xuyên, en: Ongoing}
    lead: [{unit: centre}]
    cooperating: [{unit: all-units}]
  - id: t2
    text: {vi: Nhiệm vụ hai., en: Task two.}
    title: {vi: Hai, en: Two}
    schedule: {quarter: "2024-Q1"}
    schedule_text: {vi: Quý I/2024, en: Q1 2024}
    lead: [{unit: all-units}]
"""

BRIEFINGS = """\
- id: trade
  title: {vi: Dành cho bạn hàng, en: For buyers}
  summary: {vi: Hàng mẫu., en: Sample goods.}
  who: {vi: Dành cho người mua., en: For those who buy.}
  audiences: [nationwide]
  gaps: [{vi: Giá mẫu, en: Sample prices}]
- id: investors
  title: Đầu tư
  summary: {vi: Đầu tư mẫu.}
  who: {vi: Dành cho nhà đầu tư.}
  audiences: [nationwide]
"""

FIGURE = {
    "id": "san-pham",
    "label": "{vi: Sản phẩm mẫu, en: Sample products}",
    "value": "1250",
    "unit": "{vi: sản phẩm, en: products}",
    "as_of": "2024-05",
    "place": "tinh-mau",
    "item": "product/muoi-mau",
    "briefings": "[trade]",
    "source": '{id: bao-mau, publisher: "Báo Mẫu", about: {vi: Bài mẫu, en: Sample}, site: mau.vn, date: 2024-06}',
}
"""A key figure, each field on a line of its own in the order given: id on line 1, label 2, value 3, and so on."""

MAPS = """\
- id: so-do
  title: {vi: Tỉnh Mẫu, en: Sample Province}
  description: {vi: Bờ biển mẫu., en: A sample coast.}
  width: 400
  height: 300
  land: [M0 0H400V100L0 200Z]
  points:
    - {place: huyen-mau, x: 100, y: 80}
    - {place: tinh-mau, x: 300, y: 60, label: above}
  insets:
    - {x: 300, y: 200, width: 80, height: 80, caption: {vi: Đảo mẫu., en: Sample island.}, pointer: M200 200V280}
"""

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"></svg>\n'

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000020000000108020000007b40e8dd"
    "0000000f49444154789c633c9162c4c0c00000077a0160941659320000000049454e44ae426082"
)
"""A PNG of two pixels."""

MEDIA = """\
- file: drawings/salt.svg
  illustration: true
  author: {vi: Nhóm dự án, en: Project team}
  licence: CC0-1.0
  source: {vi: Tự vẽ, en: Own drawing}
  alt: {vi: Hình muối, en: Salt}
"""

NEWS = {
    "title": '"Tin mẫu"',
    "summary": '"Tóm tắt mẫu."',
    "date": "2024-05-21",
    "published": "2024-06-01",
    "tasks": "[t1]",
    "sources": '[{id: bao-mau, publisher: "Báo Mẫu", about: "Bài mẫu", site: mau.vn}]',
    "as_of": "2024-05-21",
}
"""A piece of news: title on line 2, summary 3, date 4, published 5, tasks 6, sources 7, as_of 8, more from 9 on."""

PRODUCT = {
    "title": '"Muối mẫu"',
    "summary": '"Muối mẫu."',
    "published": "2024-06-01",
    "tasks": "[t1]",
    "sources": '[{id: bao-mau, publisher: "Báo Mẫu", about: "Bài mẫu", site: mau.vn}]',
    "as_of": "2024-05-21",
}
"""A product: title on line 2, summary 3, published 4, tasks 5, sources 6, as_of 7, more from 8 on."""

EVENT = {
    "title": '"Hội chợ mẫu"',
    "summary": '"Hội chợ mẫu."',
    "start": "2024-06-07",
    "end": "2024-06-09",
    "role": "reported",
    "published": "2024-06-10",
    "tasks": "[t1]",
}
"""An event: title on line 2, summary 3, start 4, end 5, role 6, published 7, tasks 8, more from 9 on."""

PRESS = {
    "title": '"Bài báo mẫu"',
    "summary": '"Bài báo mẫu."',
    "date": "2024-05-21",
    "outlet": '"Báo Mẫu"',
    "url": '"https://mau.vn/bai"',
    "article_language": "vi",
    "published": "2024-06-01",
    "tasks": "[t1]",
}
"""A press mention: title on line 2, summary 3, date 4, outlet 5, url 6, article_language 7, published 8, tasks 9."""

ENGLISH = {"title": '"Sample"', "summary": '"A sample."'}
"""A translation: title on line 2, summary on line 3."""


def figure(**changes: str | None) -> str:
    """Return an entry of the register that is valid but for the changes."""
    fields = {key: value for key, value in {**FIGURE, **changes}.items() if value is not None}
    return "- " + "  ".join(f"{key}: {value}\n" for key, value in fields.items())


CITED = "Nội dung mẫu.[^bao-mau]"


def item(fields: Mapping[str, str], body: str = "Nội dung mẫu.", **changes: str | None) -> str:
    """Return a file: one line for each field, changed or left out (None), new ones last, then the body."""
    header = {key: value for key, value in {**fields, **changes}.items() if value is not None}
    return "\n".join(["---", *(f"{key}: {value}" for key, value in header.items()), "---", body, ""])


def news(body: str = CITED, **changes: str | None) -> str:
    """Return a piece of news that is valid but for the changes."""
    return item(NEWS, body, **changes)


def product(body: str = CITED, **changes: str | None) -> str:
    """Return a product that is valid but for the changes."""
    return item(PRODUCT, body, **changes)


def event(body: str = "Nội dung mẫu.", **changes: str | None) -> str:
    """Return an event that is valid but for the changes."""
    return item(EVENT, body, **changes)


def press(body: str = "Nội dung mẫu.", **changes: str | None) -> str:
    """Return a press mention that is valid but for the changes."""
    return item(PRESS, body, **changes)


def english(body: str = "Sample text.", **changes: str | None) -> str:
    """Return a translation that is valid but for the changes."""
    return item(ENGLISH, body, **changes)


def _page(title: str, view: str) -> str:
    return f'---\ntitle: "{title}"\nsummary: "{title}."\nview: {view}\n---\n'


FILES: Mapping[str, str] = {
    "mkdocs.yml": CONFIG,
    "content/data/units.yml": UNITS,
    "content/data/places.yml": PLACES,
    "content/data/channels.yml": CHANNELS,
    "content/data/audiences.yml": AUDIENCES,
    "content/data/agencies.yml": AGENCIES,
    "content/data/glossary.yml": GLOSSARY,
    "content/data/plan-2023-2025.yml": PLAN,
    "content/media/media.yml": MEDIA,
    "docs/assets/drawings/salt.svg": DRAWING,
    "content/vi/news/tin-mau.md": news(),
    "content/en/news/tin-mau.md": english("Sample text.[^bao-mau]"),
    "content/vi/products/muoi-mau.md": product(pictures="[drawings/salt.svg]", places="[huyen-mau]"),
    "content/en/products/muoi-mau.md": english("Sample text.[^bao-mau]"),
    "content/vi/events/hoi-cho-mau.md": event(),
    "content/vi/press/bai-bao-mau.md": press(),
    "content/en/press/bai-bao-mau.md": english(""),
    **{f"docs/vi/{name}.md": _page(name, view) for name, view in (("about", "plain"), ("contact", "contact"))},
    **{f"docs/en/{name}.md": _page(name, view) for name, view in (("about", "plain"), ("contact", "contact"))},
    "docs/vi/index.md": _page("Trang mẫu", "home"),
    "docs/en/index.md": _page("Home of the sample", "home"),
}
"""A valid world. News and product exist in both languages, the press mention as a summary, the event in one."""


READERS: Mapping[str, str] = {
    "content/data/briefings.yml": BRIEFINGS,
    "content/data/figures.yml": figure(),
    "content/data/maps.yml": MAPS,
    "content/vi/products/muoi-mau.md": product(
        pictures="[drawings/salt.svg]", places="[huyen-mau]", audiences="[nationwide]", briefings="[trade]"
    ),
}
"""What a valid world has more, or otherwise, to have pages for readers, a key figure and a map."""


@dataclass(frozen=True)
class World:
    """A project that was looked at, and what was found."""

    root: Path
    site: Site
    outputs: Outputs
    findings: list[Finding]

    def page(self, lang: str, address: str) -> PageOutput:
        """Return the page at an address; KeyError when there is none."""
        return self.pages[(lang, address)]

    @property
    def pages(self) -> dict[tuple[str, str], PageOutput]:
        """Return all pages by language and address."""
        return {(page.lang, page.address): page for page in self.outputs.pages}

    @cached_property
    def files(self) -> tuple[FileOutput, ...]:
        """Return the files that go beside the pages, made when a test asks."""
        return made_files(self.site, self.outputs)

    @property
    def judged(self) -> list[Finding]:
        """Return every finding but those about what texts say, in order."""
        return sorted((one for one in self.findings if not ELSEWHERE.fullmatch(one.code)), key=_order)

    @property
    def places(self) -> list[tuple[str, str, int | None]]:
        """Return code, path and line of every finding, in order."""
        return [(one.code, one.source.path, one.source.line) for one in self.judged]

    @property
    def told(self) -> list[tuple[str, str, dict[str, str]]]:
        """Return code, `path:line:column` and parameters of every finding, in order."""
        return [(one.code, str(one.source), dict(one.params)) for one in self.judged]


def _order(one: Finding) -> tuple[str, int, int, str, str]:
    return (one.source.path, one.source.line or 0, one.source.column or 0, one.code, str(one.params))


def lay(root: Path, files: Files = MappingProxyType({}), base: Files = FILES) -> Path:
    """Write the valid world with some files changed, added or left out, and return its root."""
    for path, content in {**base, **files}.items():
        if content is None:
            continue
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def look(root: Path, moment: datetime = MOMENT) -> World:
    """Look at a project that can be configured."""
    site, outputs, findings = prepare(root, moment)
    assert site is not None, findings
    return World(root, site, whole(outputs), findings)


def whole(outputs: Outputs) -> Outputs:
    """Return outputs whose pages are all made."""
    return replace(outputs, pages=tuple(page.whole() for page in outputs.pages))


def glance(root: Path, files: Files = MappingProxyType({}), moment: datetime = MOMENT) -> World:
    """Lay a world and look at it."""
    return look(lay(root, files), moment)
