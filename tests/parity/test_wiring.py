"""From the files to the site: the header's waivers, the findings of the link stage, and what is not shown."""

from pathlib import Path

from promosite.findings import Finding, sentence
from promosite.messages import load_messages
from promosite.pipeline import prepare
from tests.worlds import MOMENT, lay, news

PATH = "content/en/news/tin-mau.md"
VI = news("Có 234 sản phẩm.[^bao-mau]")


def en(body: str, header: str = "") -> str:
    return f'---\ntitle: "Sample item"\nsummary: "Sample summary."\n{header}---\n{body}\n'


def look(root: Path, english: str, vietnamese: str = VI) -> tuple[list[Finding], set[str]]:
    """Return what is told of a world with one pair of news, and the languages in which the item is read."""
    project = lay(root / "world", {"content/vi/news/tin-mau.md": vietnamese, PATH: english})
    site, _, findings = prepare(project, MOMENT)
    assert site is not None
    item = site.catalogue.items.get("news/tin-mau")  # type: ignore[call-overload]
    ours = [one for one in findings if one.source.path == PATH and not one.code.startswith(("translation-", "word"))]
    return ours, set(item.texts) if item else set()


def codes(findings: list[Finding]) -> list[tuple[str, int | None]]:
    return [(one.code, one.source.line) for one in findings]


def test_a_pair_that_agrees(tmp_path: Path) -> None:
    assert look(tmp_path, en("There are 234 products.[^bao-mau]")) == ([], {"vi", "en"})


def test_a_text_that_says_something_else_reaches_no_reader(tmp_path: Path) -> None:
    findings, languages = look(tmp_path, en("There are 243 products.[^bao-mau]"))
    assert codes(findings) == [("parity-fact-changed", 5)]
    assert [one.severity for one in findings] == ["error"]
    assert languages == {"vi"}


def test_a_draft_is_not_held_to_it(tmp_path: Path) -> None:
    draft = VI.replace("\n---\n", "\ndraft: true\n---\n", 1)
    assert look(tmp_path, en("There are 243 products.[^bao-mau]"), draft)[0] == []


def test_a_waiver_with_its_reason(tmp_path: Path) -> None:
    header = (
        'waivers:\n  - {fact: "234", reason: {en: "Counted again."}}\n  - {fact: "243", reason: "Counted again."}\n'
    )
    assert look(tmp_path, en("There are 243 products.[^bao-mau]", header)) == ([], {"vi", "en"})


def test_an_unused_waiver_stands_at_its_line_and_holds_nothing_back(tmp_path: Path) -> None:
    header = "waivers:\n  - {structure: tables, reason: No table.}\n"
    findings, languages = look(tmp_path, en("There are 234 products.[^bao-mau]", header))
    assert codes(findings) == [("parity-waiver-unused", 5)]
    assert languages == {"vi", "en"}


def test_a_waiver_needs_a_reason_and_one_thing(tmp_path: Path) -> None:
    for waiver, code in (
        ('{fact: "5"}', "field-missing"),
        ('{fact: "5", reason: ""}', "text-empty"),
        ('{fact: "5", reason: {}}', "text-empty"),
        ("{reason: Why}", "waiver-form"),
        ('{fact: "5", structure: tables, reason: Why}', "waiver-form"),
        ("{structure: words, reason: Why}", "value-unknown"),
    ):
        findings, _ = look(tmp_path / code / str(len(waiver)), en("Text.", f"waivers:\n  - {waiver}\n"))
        assert codes(findings) == [(code, 5)]


def test_the_source_carries_no_waivers(tmp_path: Path) -> None:
    vietnamese = VI.replace("\n---\n", "\nwaivers: []\n---\n", 1)
    project = lay(tmp_path, {"content/vi/news/tin-mau.md": vietnamese})
    assert "field-unknown" in {one.code for one in prepare(project, MOMENT)[2]}


def test_sentences_say_what_where_and_the_way_out(tmp_path: Path) -> None:
    (one,), _ = look(tmp_path, en("There are 243 products.[^bao-mau]"))
    assert sentence(one, load_messages("en")) == (
        "The translation says “243” (read as 243), but the Vietnamese (content/vi/news/tin-mau.md:10) says “234” "
        "(read as 234). Make them agree; if the difference is meant, name both in waivers with the reason."
    )
    assert sentence(one, load_messages("vi")) == (
        "Bản dịch ghi “243” (hiểu là 243), còn bản tiếng Việt (content/vi/news/tin-mau.md:10) ghi “234” "
        "(hiểu là 234). Hãy sửa cho khớp; nếu cố ý, hãy ghi cả hai vào waivers kèm lý do."
    )
