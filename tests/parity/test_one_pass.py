"""All blocks of a body are read in one pass: each says what it says alone, whatever stands beside it."""

from itertools import product

import pytest

from promosite.parity.blocks import Block, read_body
from promosite.parity.notations import facts_of_blocks
from tests.parity.test_content import SITES, pairs

ENDS = {
    "vi": ("Từ 5", "ngày 15", "Giá 3,5", "Tổng hai", "https://example.vn/a", "so@example", "15/11 và", "âm ", "(-", ""),
    "en": ("From 5", "on 15", "in May", "USD", "www.example.com/", "15 November and", "minus ", "to the", "half", ""),
}
BEGINNINGS = {
    "vi": (
        "-5 °C",
        "-5 kg",
        "đến 10 kg",
        "tháng 5 năm 2024",
        "triệu đồng",
        ".vn/b",
        "Bốn vùng trồng",
        "/2024",
        "hai.",
        "%",
        " 7",
    ),
    "en": (
        "-5 °C",
        "-5 kg",
        "to 10 kg",
        "May 2024",
        "5 million",
        "May 20 booths",
        "an hour",
        "th of June",
        "one",
        "%",
        " 7",
    ),
}
"""What would say more than its two parts if the end of a block did not stand between them."""


def told(blocks: list[Block], lang: str) -> list[list[tuple[str, str, int]]]:
    return [[(str(fact.reading), fact.written, fact.line) for fact in found] for found in facts_of_blocks(blocks, lang)]


def alone(blocks: list[Block], lang: str) -> list[list[tuple[str, str, int]]]:
    return [found for one in blocks for found in told([one], lang)]


@pytest.mark.parametrize("lang", ENDS)
def test_nothing_is_read_across_the_end_of_a_block(lang: str) -> None:
    for end, beginning in product(ENDS[lang], BEGINNINGS[lang]):
        blocks = [Block("paragraph", 3, end), Block("paragraph", 5, f"{beginning}\n2 ha")]
        assert told(blocks, lang) == alone(blocks, lang), (end, beginning)


@pytest.mark.parametrize("site", SITES)
def test_blocks_of_real_texts(site: str) -> None:
    for pair in pairs(site):
        for one in pair:
            blocks = read_body(one.text.body, one.text.body_line).blocks
            assert told(blocks, one.text.lang) == alone(blocks, one.text.lang)


def test_a_letter_that_grows_when_small_disturbs_its_own_block_only() -> None:
    blocks = [Block("paragraph", 1, "İzmir"), Block("paragraph", 2, "On 5 May 2024.")]
    assert [[fact.reading.key for fact in found] for found in facts_of_blocks(blocks, "en")] == [
        [],
        ["date:2024-05-05"],
    ]
