"""Where a finding stands: at the line of the translation, with the line of the source beside it."""

from promosite.findings import Finding, Source
from promosite.parity import parity_findings
from tests.parity.texts import EN, VI, compared, written

VI_BODY = """\
Mở đầu có 5 xã,
trong đó ngày 15/11/2024
có 7 huyện.

## Mục

- một
- giá 279 triệu đồng

| Năm | Số |
| --- | --- |
| 2024 | 8 |

Cuối.[^a]"""
EN_BODY = """\
The beginning has 5 communes, of which on 15 November 2024 there were
7 districts.

## Section

- one
- a price of VND 279 million

| Year | Number |
| --- | --- |
| 2024 | 8 |

End.[^a]"""


def found(**changes: str) -> list[Finding]:
    """Compare the bodies above after some changes to the English one, `old=new`."""
    body = EN_BODY
    for old, new in changes.items():
        body = body.replace(old.replace("_", " "), new)
    return compared(VI_BODY, body)


def changed(expected: str, value: str, got: str, got_value: str, place: tuple[int, int], line: int) -> Finding:
    params = {"expected": expected, "expected_value": value, "found": got, "found_value": got_value}
    return Finding("parity-fact-changed", Source(EN, *place), params | {"path": VI, "line": str(line)})


def test_the_pair_is_alike() -> None:
    assert found() == []


def test_in_the_middle_of_a_paragraph() -> None:
    assert found(**{"15_November_2024": "16 November 2024"}) == [
        changed("ngày 15/11/2024", "2024-11-15", "16 November 2024", "2024-11-16", (10, 43), 11)
    ]
    assert found(**{"7_districts": "8 districts"}) == [changed("7", "7", "8", "8", (11, 1), 12)]


def test_in_a_list_and_a_table() -> None:
    assert found(**{"279_million": "297 million"}) == [
        changed("279 triệu đồng", "279000000 VND", "VND 297 million", "297000000 VND", (16, 14), 17)
    ]
    assert found(**{"2024_|_8": "2024 | 9"}) == [changed("8", "8", "9", "9", (20, 10), 21)]


def test_one_of_several_equal_facts_is_the_one_in_its_place() -> None:
    vi, en = "Năm 2024.\n\nNăm 2024.\n\nNăm 2024.", "In 2024.\n\nIn 2025.\n\nIn 2024."
    assert compared(vi, en) == [changed("Năm 2024", "2024", "2025", "2025", (12, 4), 12)]


def test_a_missing_fact_is_told_where_it_should_stand_with_the_line_of_the_source() -> None:
    params = {"expected": "5", "expected_value": "5", "path": VI, "line": "10"}
    assert found(**{"5_communes": "communes"}) == [Finding("parity-fact-missing", Source(EN, 10, 1), params)]


def test_an_added_fact_is_told_at_its_line_with_the_place_in_the_source() -> None:
    params = {"found": "3", "found_value": "3", "path": VI, "line": "16"}
    assert found(**{"-_one": "- one of 3"}) == [Finding("parity-fact-added", Source(EN, 15, 10), params)]


def test_title_and_summary() -> None:
    source = written("vi", "", "Có 234 sản phẩm", "Năm 2024.")
    translation = written("en", "", "There are 243 products", "In 2025.")
    assert parity_findings(source, translation) == [
        changed("234", "234", "243", "243", (2, 1), 2),
        changed("Năm 2024", "2024", "2025", "2025", (3, 1), 3),
    ]


def test_a_summary_owes_nothing_to_the_body() -> None:
    source = written("vi", VI_BODY, "Có 234 sản phẩm", "Năm 2024.")
    assert parity_findings(source, written("en", " \n", "There are 234 products", "In 2024.")) == []


def test_a_fact_may_move_to_another_sentence_or_paragraph() -> None:
    assert compared("Có 5 xã.\n\nCó 7 huyện.", "7 districts.\n\n5 communes.") == []
    source = written("vi", "Có 5 xã.", "Tin", "Có 7 huyện.")
    assert parity_findings(source, written("en", "There are 5 communes and 7 districts.", "News", "Districts.")) == []


def test_paragraphs_may_be_joined() -> None:
    vi, en = "Có 5 xã.\n\nCó 7 huyện.\n\n## A\n\nNăm 2024.", "5 communes. 7 districts.\n\n## A\n\nIn 2025."
    assert compared(vi, en) == [changed("Năm 2024", "2024", "2025", "2025", (14, 4), 16)]


def built(part: str, expected: str, got: str, place: tuple[int, int], line: int) -> Finding:
    params = {"case": part, "part": part, "expected": expected, "found": got, "path": VI, "line": str(line)}
    return Finding("parity-structure", Source(EN, *place), params)


def test_build() -> None:
    assert found(**{"##_Section": "### Section"}) == [
        built("headings", "“Mục” (##)", "“Section” (###)", (13, 1), 14),
    ]
    assert found(**{"-_one": "- one\n- one"}) == [built("lists", "- × 2", "- × 3", (15, 1), 16)]
    table = "| Year | Number |\n| --- | --- |\n| 2024 | 8 |"
    assert found(**{table: "In 2024, 8."}) == [built("tables", "2 × 2", "–", (18, 1), 19)]
    assert found(**{"End.": "End.\n[^b]"}) == [built("citations", "–", "b", (23, 1), 23)]


def test_what_has_no_equal_anywhere_is_told_at_the_title() -> None:
    assert compared("", "## A") == [built("headings", "–", "“A” (##)", (10, 1), 2)]
    assert compared("Mở đầu.", "Words.\n\n## A") == [built("headings", "–", "“A” (##)", (12, 1), 10)]


def test_each_part_of_the_build_is_told_once() -> None:
    vi = "## A\n\n- a\n\n| a |\n|---|\n\n[a](a.md) ![a](a.jpg)[^a]"
    codes = [(one.code, one.params["part"]) for one in compared(vi, "Words.")]
    parts = ("headings", "lists", "tables", "links", "pictures", "citations")
    assert codes == [("parity-structure", part) for part in parts]


def test_a_third_language_is_held_to_the_build_only() -> None:
    source, translation = written("vi", "## A\n\nCó 5 xã.[^a]"), written("ja", "## A\n\n5.000 村")
    assert [(one.code, one.params["part"]) for one in parity_findings(source, translation)] == [
        ("parity-structure", "citations")
    ]
