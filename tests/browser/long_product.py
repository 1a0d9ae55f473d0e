"""The longest product that the content model allows, in both languages, for the sheet that must stay one page."""

from pathlib import Path

LINE = "Sản phẩm mẫu dài để thử, phơi ở sân gạch có mái che ở một xã mẫu. "
ENGLISH = "A long sample product for a trial, dried on a roofed brick yard in a sample commune. "


def words(count: int, lang: str = "vi") -> str:
    """Return a text of so many characters."""
    line = LINE if lang == "vi" else ENGLISH
    return (line * (count // len(line) + 1))[: count - 1].rstrip() + "."


def both(count: int) -> str:
    return f'{{vi: "{words(count)}", en: "{words(count, "en")}"}}'


SOURCES = "\n".join(
    f"  - {{id: nguon-{one}, publisher: {both(120)}, about: {both(200)}, site: example.org, date: 2024-05-02}}"
    for one in range(1, 10)
)
TRADE = "\n".join(
    f'  {name}: {{vi: "{words(400)}", en: "{words(400, "en")}", source: nguon-{place}, as_of: 2024-05-02}}'
    for place, name in enumerate(
        ("pack", "shelf_life", "storage", "ingredients", "season", "capacity", "standards", "markets"), start=1
    )
)
FACTS = "\n".join(
    f"  - {{label: {both(120)}, value: {both(300)}, as_of: 2024-05-02, source: nguon-9}}" for _ in range(6)
)
RIGHTS = "\n".join(
    f"  - {{type: {kind}, name: {both(150)}, number: MAU-{kind}, decision: 11/QĐ, date: 2019-08-15, source: nguon-9}}"
    for kind in ("gi", "collective-mark", "certification-mark", "trademark")
)

VIETNAMESE = f"""\
---
title: "{words(300)}"
summary: "{words(500)}"
published: 2024-05-24
tasks: [t3]
places: [sample-town-4, sample-commune-3, sample-district-1, sample-district-2, sample-province]
pictures: [drawings/pepper.svg]
group: I.3.d
group_basis: inferred
producer: {{name: {both(300)}, type: tht, source: nguon-1}}
certificate:
  stars: 5
  status: decision
  decision_no: "04/QĐ-MẪU-RẤT-DÀI-ĐỂ-THỬ"
  authority: {both(300)}
  certified_on: 2022-01-02
  source: nguon-1
protection:
{RIGHTS}
trade:
{TRADE}
facts:
{FACTS}
sources:
{SOURCES}
as_of: 2024-05-24
---
Nội dung mẫu.{"".join(f"[^nguon-{one}]" for one in range(1, 10))}
"""
TRANSLATION = f"""\
---
title: "{words(300, "en")}"
summary: "{words(500, "en")}"
---
Sample text.{"".join(f"[^nguon-{one}]" for one in range(1, 10))}
"""


def add_long_product(project: Path) -> None:
    """Write the product into a project of the sample year, as `products/dai-nhat/`."""
    for lang, text in (("vi", VIETNAMESE), ("en", TRANSLATION)):
        (project / "content" / lang / "products" / "dai-nhat.md").write_text(text, encoding="utf-8")
