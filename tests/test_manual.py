"""The handbook: its generated pages are current and complete, its examples are true, its links lead somewhere."""

import re
import shutil
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, RootModel, TypeAdapter

from promosite.config import SiteConfig
from promosite.findings import has_errors
from promosite.load.nodes import parse_yaml
from promosite.manual import SECTIONS, field_keys, manual_pages
from promosite.messages import Messages, load_messages
from promosite.model.items import FACTS, Headline
from promosite.model.notices import Notice
from promosite.model.pages import PageHeader
from promosite.model.plan import Plan
from promosite.model.reference import Picture, SearchWords
from promosite.pipeline import prepare
from promosite.reporting import as_text
from promosite.validate.code import without_code
from promosite.validate.reference import LISTS
from tests.worlds import english, news, product

ROOT = Path(__file__).resolve().parent.parent
HANDBOOK = ROOT / "docs" / "handbook"
LANGUAGES = ("vi", "en")
TABLES = {lang: load_messages(lang) for lang in LANGUAGES}
FIELDS = sorted(field_keys())
PARTS = ("meaning", "example", "who")
MOMENT = datetime(2026, 11, 22, 5, tzinfo=UTC)
NEWS = "news-in-ten-minutes.md"
WRITTEN = sorted(path.name for path in (HANDBOOK / "vi").glob("*.md"))


def read(lang: str, name: str) -> str:
    return (HANDBOOK / lang / name).read_text(encoding="utf-8")


# ---- Generated pages ----


def test_the_generated_pages_are_current() -> None:
    stale = [
        path
        for path, text in manual_pages(TABLES.values()).items()
        if not (ROOT / path).is_file() or (ROOT / path).read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run python3 scripts/manual.py"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_has_its_words_and_no_other_has(lang: str) -> None:
    wanted = {f"field.{name}.{part}" for name in FIELDS for part in PARTS}
    assert {key for key in TABLES[lang].table if key.startswith("field.")} == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_not_empty_and_composed(lang: str) -> None:
    words = {key: text for key, text in TABLES[lang].table.items() if key.startswith(("field.", "manual.", "why."))}
    assert {key for key, text in words.items() if not text or not unicodedata.is_normalized("NFC", text)} == set()


def test_who_fills_a_field_does_not_depend_on_the_language() -> None:
    who = {lang: {name: table.text(f"field.{name}.who") for name in FIELDS} for lang, table in TABLES.items()}
    assert who["vi"] == who["en"]
    assert set(who["vi"].values()) == {"editor", "publisher", "computed"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FIELDS)
def test_examples_would_be_accepted(name: str, lang: str) -> None:
    section, field = field_keys()[name], name.split(".", 1)[1]
    example = parse_yaml(TABLES[lang].text(f"field.{name}.example")).plain()
    adapter: TypeAdapter[Any] = TypeAdapter(section.type_of(field))
    assert adapter.validate_python(example) is not None or example is None


def records_in(hint: Any) -> Iterator[type[BaseModel]]:
    """Yield the records that a type is made of, at any depth; texts in several languages are no records."""
    if isinstance(hint, type) and issubclass(hint, BaseModel) and not issubclass(hint, RootModel):
        yield hint
    for inner in get_args(hint):
        yield from records_in(inner)


def reachable(models: list[type[BaseModel]]) -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    waiting = list(models)
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [one for info in model.model_fields.values() for one in records_in(info.annotation)]
    return found


def test_every_record_that_people_write_has_its_table() -> None:
    roots = [Headline, *FACTS.values(), PageHeader, Plan, *(model for _, model, _ in LISTS.values()), SiteConfig]
    shown = {section.model for section in SECTIONS}
    assert reachable(roots) - shown == set()
    assert len({section.key for section in SECTIONS}) == len(SECTIONS)


def test_inherited_fields_stand_in_one_table_only() -> None:
    own = {section.key: set(section.fields()) for section in SECTIONS}
    assert own["news"] == {"date"}
    assert "published" in own["common"]
    assert "published" not in own["product"] | own["event"] | own["press"]


def test_a_row_says_type_requiredness_and_default() -> None:
    page = manual_pages([TABLES["en"]])["docs/handbook/en/content-model.md"]
    assert "| `start` | full date | yes | First day. | `2024-12-27` | editor |" in page
    assert "| `draft` | `true` or `false` | no; left out it is `false` |" in page
    assert "| `page_size` | whole number from 5 to 100 | no; left out it is `20` |" in page
    assert "| `sources` | list ([Source](#source)) | no |" in page
    assert "| `from` | full date | yes | First day, included. |" in page


def findings_page(lang: str) -> str:
    return manual_pages([TABLES[lang]])[f"docs/handbook/{lang}/findings.md"]


def finding_entry(lang: str, code: str) -> str:
    """Return what the page says of one finding, from its anchor on."""
    return findings_page(lang).split(f'<a id="{code}"></a>\n\n')[1].split("\n\n<a id=")[0]


DATE_FULL = """\
### `date-full`

**Lỗi**: phải sửa thì mới xuất bản được.

> Trường “‹tên trường›”: “‹giá trị›” không phải ngày. Viết theo dạng 2024-05-21.

Tùy chỗ sai, thông báo cũng có thể là:

- Không có ngày “‹giá trị›” trong lịch.

Viết trong phần đầu của `content/vi/news/tin-mau.md`:

**Sai**:

```yaml
published: 22/11/2024
```

**Đúng**:

```yaml
published: 2024-11-22
```"""


def test_a_finding_stands_with_weight_sentence_and_examples() -> None:
    assert finding_entry("vi", "date-full") == DATE_FULL


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("publisher-missing", "**Warning**: worth a look, but it holds nothing back."),
        ("file-misplaced", "content/&lt;language&gt;/&lt;kind&gt;/"),
        ("source-not-cited", r"Add \[^‹the id›\] after the fact"),
        ("source-not-cited", "Where the header of `content/vi/news/tin-mau.md` has:"),
        ("text-not-utf8", "**Wrong** (the file is saved in UTF-16):"),
        ("text-control", 'title: "Hội chợ⟨U+202C⟩ mẫu"'),
        ("text-long", "In the wrong example, … stands for 501 characters."),
        ("site-picture-missing", "At the same time the check says [`site-picture-size`](#site-picture-size)."),
        ("picture-animated", "**Wrong**: `content/media/muoi-mau.webp`, a WebP picture inside, 24 frames"),
        ("picture-too-large", "a JPEG picture inside, 2000 × 1500 pixels, 18 MB"),
        ("site-sitemap-twice", "The program makes `sitemap.xml` from its list of pages"),
    ],
)
def test_a_finding_says_what_its_example_needs(code: str, text: str) -> None:
    assert text in finding_entry("en", code)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_has_its_anchor_and_stands_in_the_contents(lang: str) -> None:
    codes = [key.removeprefix("finding.") for key in TABLES[lang].table if key.startswith("finding.")]
    page = findings_page(lang)
    assert [code for code in codes if page.count(f'<a id="{code}"></a>\n\n### `{code}`\n') != 1] == []
    assert [code for code in codes if f"[`{code}`](#{code})" not in page.split("\n## ")[0]] == []


def test_a_finding_without_an_entry_is_shown_all_the_same() -> None:
    words = Messages("en", {**TABLES["en"].table, "finding.made-up": "Made up: {nothing}."})
    page = manual_pages([words])["docs/handbook/en/findings.md"]
    assert page.endswith(
        "### `made-up`\n\n**Error**: nothing can be published until it is mended.\n\n> Made up: ‹…›.\n"
    )


def test_nothing_in_a_cell_breaks_its_table() -> None:
    pages = [re.sub(r"(?ms)^(`{3,}).*?^\1$", "", text) for text in manual_pages(TABLES.values()).values()]
    tables = [line for text in pages for line in text.splitlines() if line[:1] == "|"]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} == {7}


# ---- Hand-written pages ----


def test_both_handbooks_have_the_same_pages_and_headings() -> None:
    assert sorted(path.name for path in (HANDBOOK / "en").glob("*.md")) == WRITTEN
    for name in WRITTEN:
        shapes = {
            lang: re.findall(r"^(#+) |^(```\w*)|^(\|)|^(- )|^(\d+\. )|^ *(!\[)", read(lang, name), re.M)
            for lang in LANGUAGES
        }
        assert shapes["vi"] == shapes["en"], name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_handbook_is_composed_text(lang: str) -> None:
    assert [name for name in WRITTEN if not unicodedata.is_normalized("NFC", read(lang, name))] == []


def examples(lang: str) -> dict[str, str]:
    return dict(re.findall(r"\*\*(content/\S+\.md)\*\*\n\n```markdown\n(.*?)```", read(lang, NEWS), re.S))


NAMING_ITEMS = ("figures.yml", "notices.yml")
"""Data that leads to items, or changes with the days: no business of an example."""
LINKED = {
    "content/vi/products/muoi-ba-ria.md": product(tasks=None),
    "content/en/products/muoi-ba-ria.md": english("Sample text.[^bao-mau]"),
}
"""What the example leads to."""


def lay(target: Path, files: dict[str, str]) -> Path:
    """Lay a project with the real data and pictures, but none of the items that editors commit."""
    shutil.copytree(ROOT / "content" / "data", target / "content" / "data", ignore=lambda *_: NAMING_ITEMS)
    for name in ("content/media", "docs"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    for path, text in (LINKED | files).items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text, encoding="utf-8")
    return target


def test_the_pair_to_copy_is_whole_and_accepted(tmp_path: Path) -> None:
    assert examples("vi") == examples("en")
    assert len(examples("vi")) == 2
    site, _, findings = prepare(lay(tmp_path / "project", examples("vi")), MOMENT)
    assert [one.code for one in findings if one.source.path in examples("vi")] == ["translation-unrecorded"]
    assert not has_errors(findings)
    assert site is not None
    assert set(site.catalogue.items["news/huyen-long-dat-2025"].texts) == {"vi", "en"}


def test_a_picture_in_the_text_is_accepted_and_described_by_the_register(tmp_path: Path) -> None:
    shown = {lang: re.search(r"```markdown\n(!\[\]\(.*?\))\n```", read(lang, NEWS)) for lang in LANGUAGES}
    assert shown["vi"] and shown["en"]
    assert shown["vi"][1] == shown["en"][1]
    files = {path: f"{text}\n{shown['vi'][1]}\n" for path, text in examples("vi").items()}
    site, outputs, findings = prepare(lay(tmp_path / "project", files), MOMENT)
    assert [one.code for one in findings if one.source.path in files] == ["translation-unrecorded"]
    assert site is not None
    alt = site.catalogue.pictures["drawings/document.svg"].alt
    pages = {one.lang: one.whole().body for one in outputs.pages if one.address == "news/huyen-long-dat-2025/"}
    assert [f'alt="{alt.text(lang)}"' in pages[lang] for lang in LANGUAGES] == [True, True]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_to_copy_is_accepted_though_the_year_has_no_results(lang: str, tmp_path: Path) -> None:
    shown = re.search(r"```\n(---\n.*?)```", read(lang, "annual-report.md"), re.S)
    assert shown
    _, _, findings = prepare(lay(tmp_path / "project", {"content/reports/bao-cao-2024.md": shown[1]}), MOMENT)
    assert [one.code for one in findings if one.source.path.startswith("content/reports/")] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_finding_in_the_handbook_is_what_the_check_says(lang: str, tmp_path: Path) -> None:
    broken = {
        path: text.replace("published: 2026-11-22", "published: 22/11/2026") for path, text in examples(lang).items()
    }
    _, _, findings = prepare(lay(tmp_path / "project", broken), MOMENT)
    shown = re.search(r"```text\n(.*?)\n```", read(lang, NEWS), re.S)
    assert shown
    assert shown[1] in "\n".join(as_text(findings, [TABLES[lang]], tmp_path / "project"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_marks_in_the_handbook_are_laid_out_as_meant(lang: str, tmp_path: Path) -> None:
    shown = re.search(r"\n## 6\. .*?```markdown\n(.*?)\n```", read(lang, NEWS), re.S)
    assert shown
    body = f"Nội dung mẫu.[^bao-mau]\n\n{shown[1]}"
    _, _, findings = prepare(lay(tmp_path / "project", {"content/vi/news/a.md": news(body)}), MOMENT)
    assert [one.code for one in findings if one.code.startswith(("body-", "heading-"))] == []


def yaml_examples() -> list[tuple[str, str, Any]]:
    """Return the fragments of the hand-written pages; tests/examples/ looks after those of the findings."""
    return [
        (lang, name, parse_yaml(block).plain())
        for lang in LANGUAGES
        for name in WRITTEN
        if name != "findings.md"
        for block in re.findall(r"```yaml\n(.*?)```", read(lang, name), re.S)
    ]


def typed(example: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each value of an example with the type that it must have."""
    if isinstance(example, list):
        told = {"words": list[SearchWords], "until": list[Notice]}
        yield next((hint for key, hint in told.items() if key in example[0]), list[Picture]), example
        return
    own = example.get("extra", {}).get("promosite", {})
    values = {key: value for key, value in example.items() if key != "extra"} | own
    known = {name: section for section in SECTIONS if section.key in KINDS for name in section.fields()}
    for key, value in values.items():
        yield known[key].type_of(key), value


KINDS = ("site", "translation", "common", "news", "product", "event", "press")


@pytest.mark.parametrize(("lang", "name", "example"), yaml_examples())
def test_fragments_in_the_handbook_would_be_accepted(lang: str, name: str, example: Any) -> None:
    for hint, value in typed(example):
        adapter: TypeAdapter[Any] = TypeAdapter(hint)
        assert adapter.validate_python(value) is not None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_handbook_knows_all_rows_units_channels_and_audiences(lang: str) -> None:
    text = read(lang, "the-plan-and-results.md")
    named = set(re.findall(r"`([a-z0-9-]+)`", text))
    site, _, _ = prepare(ROOT, MOMENT)
    assert site is not None
    catalogue = site.catalogue
    plan = site.current_plan
    assert plan is not None
    for ids in ({task.id for task in plan.tasks}, catalogue.units, catalogue.channels, catalogue.audiences):
        assert set(ids) <= named
    for task in plan.tasks:
        assert task.title.text(lang).replace("'", "’") in text


# ---- Links of all documents ----


def documents() -> list[Path]:
    return [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        *sorted((ROOT / "docs" / "dev").rglob("*.md")),
        *sorted(HANDBOOK.rglob("*.md")),
    ]


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = without_code(path.read_text(encoding="utf-8"))
    targets = re.findall(r"(?<![!\\])\[[^\]]*\]\(([^)\s]+)\)", text)
    inside = [one for one in targets if not one.startswith(("http", "#"))]
    assert [one for one in inside if not (path.parent / one.split("#")[0]).exists()] == []
    anchors = [one[1:] for one in targets if one.startswith("#")]
    assert [one for one in anchors if f'<a id="{one}">' not in text] == []
