"""Letters that the typeface lacks: replaced where they have a plain form, else left out and told."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from promosite.clock import VIETNAM
from promosite.findings import as_lines
from promosite.legible import TEXTS, legible_cards, missing, plain
from promosite.messages import load_messages
from promosite.model.outputs import CardOutput
from promosite.pipeline import prepare
from promosite.typeface import COMMON, letters
from tests.projects import ROOT, lay_sample_year
from tests.worlds import CONFIG, english, glance, news

CARD = CardOutput(uri="x.png", scene="news", title="Tin", site_name="Tỉnh Mẫu", lang="vi")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ế Ậ Ỗ Ứ “Đặc sản” – 279 triệu ₫ · 12 m²", "Ế Ậ Ỗ Ứ “Đặc sản” – 279 triệu ₫ · 12 m²"),
        ("2023‑2025 và 2023‐2025", "2023-2025 và 2023-2025"),
        ("ﬁrst 1\u202f000\u2009kg № 5", "first 1 000 kg No 5"),
        (" hai\n dòng\tvà  cách ", "hai dòng và cách"),
        ("giữ\u00a0liền", "giữ\u00a0liền"),
    ],
)
def test_plain_forms(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert missing(plain(text)) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("★★★ Muối", "Muối"),
        ("Cá voi 🐋 và 👩‍🌾 ở đây", "Cá voi và ở đây"),
        ("見本", ""),
        ("Đoàn 泉大津 thăm tỉnh", ""),
        ("A → B", ""),
    ],
)
def test_what_has_no_plain_form_is_left_out_and_told(text: str, left: str) -> None:
    card = replace(CARD, title=text, origin="content/vi/news/a.md", title_at=(2, 8))
    (shown,), (found,) = legible_cards([card])
    assert shown == replace(card, title=left)
    assert (found.code, str(found.source), found.severity) == ("card-letter", "content/vi/news/a.md:2:8", "warning")


def test_common_letters_can_be_drawn_in_every_style() -> None:
    assert set(map(ord, COMMON)) <= letters()


def test_each_text_is_told_where_it_is_written() -> None:
    card = replace(CARD, **dict.fromkeys(TEXTS, "★"), origin="content/vi/news/a.md", title_at=(2, 8))
    _, found = legible_cards([card])
    places = [str(one.source) for one in found]
    page, config = "content/vi/news/a.md", "mkdocs.yml"
    assert places == [page, f"{page}:2:8", config, config, config, page, page]
    _, (nobody,) = legible_cards([replace(CARD, title="★")])
    assert str(nobody.source) == "content/data/"


def test_a_title_with_a_star_is_told_at_its_line(tmp_path: Path) -> None:
    files = {"content/vi/news/tin-mau.md": news(title='"Muối ★"'), "content/en/news/tin-mau.md": english()}
    tiny = glance(tmp_path, files)
    found = [one for one in tiny.findings if one.code == "card-letter"]
    assert as_lines(found, [load_messages("vi"), load_messages("en")]) == [
        "content/vi/news/tin-mau.md:2:8: warning card-letter  Thẻ chia sẻ không ghi được ★ (U+2605) trong “Muối ★”, vì"
        " phông chữ của thẻ không có. Thẻ bỏ ký hiệu ấy; nếu đó là chữ thì bỏ cả dòng. Hãy thay bằng chữ hoặc dấu"
        " thông thường, hoặc bỏ đi.",
        "    The share card cannot show ★ (U+2605) in “Muối ★”: its typeface does not have it. The card leaves the sign"
        " out; if it is a letter, the whole line. Use ordinary letters or signs instead, or remove it.",
    ]
    cards = {card.uri: card for card in tiny.outputs.cards}
    assert cards["assets/cards/vi/news/tin-mau.png"].title == "Muối"
    assert tiny.page("vi", "news/tin-mau/").header["share"]["title"] == "Muối ★"


def test_a_name_of_the_site_that_cannot_be_drawn_stops_nothing(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"mkdocs.yml": CONFIG.replace("Sample Province", "見本")})
    assert {str(one.source) for one in tiny.findings if one.code == "card-letter"} == {"mkdocs.yml"}
    assert {card.site_name for card in tiny.outputs.cards} == {"Tỉnh Mẫu", ""}


def test_a_language_of_another_script_is_left_out_quietly() -> None:
    cards = [replace(CARD, title="見本", lang="ja"), replace(CARD, title="見本")]
    shown, found = legible_cards(cards, {"vi": "Tiếng Việt", "ja": "日本語"})
    assert [one.title for one in shown] == ["", ""]
    assert [one.params["text"] for one in found] == ["見本"]


def test_every_word_of_the_real_and_the_sample_content_can_be_drawn(tmp_path: Path) -> None:
    for root, moment in ((ROOT, datetime(2026, 11, 22, 12)), (lay_sample_year(tmp_path / "p"), datetime(2025, 3, 31))):
        _, outputs, findings = prepare(root, moment.replace(tzinfo=VIETNAM))
        assert [one for one in findings if one.code == "card-letter"] == []
        assert len(outputs.cards) == sum(page.header["canonical"] is None for page in outputs.pages) > 100
        assert all(set(map(ord, getattr(card, name))) <= letters() for card in outputs.cards for name in TEXTS)
