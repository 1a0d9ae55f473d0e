"""Made-up pairs that are as dear to check as real ones: both languages say the same dates, sums and names."""

import random
from datetime import date, timedelta
from pathlib import Path

from make_items import pair, sentences, write_items

SECTIONS, STATEMENTS_EACH = 2, 8
"""Together a body of about 500 words, with as many numbers, dates and sums as the texts of this project have."""
STATEMENTS = (
    ("Ngày {day}, {number} hộ đã tham gia.", "On {day}, {number} households took part."),
    (
        "Sản lượng đạt {amount} tấn trên {area} ha, tăng {share}% so với năm {year}.",
        "Output reached {amount} tonnes on {area} ha, up {share}% on {year}.",
    ),
    (
        "Kinh phí là {number} triệu đồng, trong đó {share}% từ ngân sách.",
        "The budget was VND {number} million, of which {share}% came from public funds.",
    ),
    (
        "Quyết định số {few}/QĐ-UBND ngày {day} ghi {some} sản phẩm 3 sao.",
        "Decision {few}/QĐ-UBND of {day} lists {some} 3-star products.",
    ),
    (
        "Khi đó, {few} xã của tỉnh Bà Rịa - Vũng Tàu có {number} hộ.",
        "At that time, {few} communes of Ba Ria - Vung Tau Province had {number} households.",
    ),
    (
        "Từ {few} đến {some} huyện gửi báo cáo trong quý I/{year}.",
        "Between {few} and {some} districts sent a report in Q1 {year}.",
    ),
)
"""Sentences in Vietnamese and in English, with the same values in each language's notation."""


def values(rng: random.Random) -> tuple[dict[str, str], dict[str, str]]:
    """Return one set of values as Vietnamese and as English writes them."""
    day = date(2019, 1, 1) + timedelta(days=rng.randint(0, 2300))
    few = rng.randint(2, 40)
    english = {
        "number": f"{rng.randint(100, 99_999):,}",
        "amount": f"{rng.randint(1_000, 999_999) / 10:,.1f}",
        "area": f"{rng.randint(100, 9_999) / 10:,.1f}",
        "share": f"{rng.randint(11, 989) / 10:.1f}",
    }
    turned = str.maketrans(",.", ".,")
    vietnamese = {name: text.translate(turned) for name, text in english.items()}
    same = {"few": str(few), "some": str(few + rng.randint(1, 40)), "year": str(day.year)}
    days = f"{day:%d/%m/%Y}", f"{day.day} {day:%B} {day.year}"
    return {**same, **vietnamese, "day": days[0]}, {**same, **english, "day": days[1]}


def statement(rng: random.Random) -> tuple[str, str]:
    """Return a statement in both languages, with sentences of made-up words behind it."""
    template, written, more = rng.choice(STATEMENTS), values(rng), rng.randint(9, 18)
    vi, en = (
        f"{words.format(**of_lang)} {' '.join(sentences(lang, rng, more))}"
        for lang, words, of_lang in zip(("vi", "en"), template, written, strict=True)
    )
    return vi, en


def bodies(rng: random.Random, link: str) -> tuple[str, str]:
    """Return a body in both languages: sections with paragraph, list, table and citation, and a link at the end."""
    vi, en = list[str](), list[str]()
    for number in range(1, SECTIONS + 1):
        said = [statement(rng) for _ in range(STATEMENTS_EACH)]
        vi.append(section(f"Phần mẫu {number}", [one for one, _ in said]))
        en.append(section(f"Sample part {number}", [one for _, one in said]))
    return "\n\n".join([*vi, f"[Xem thêm]({link})\n"]), "\n\n".join([*en, f"[See also]({link})\n"])


def section(heading: str, said: list[str]) -> str:
    """Return a section in which everything that is said stands somewhere."""
    rows = "\n".join(f"| {left} | {right} |" for left, right in (said[4:6], ("---", "---"), said[6:8]))
    return f"## {heading}\n\n{said[0]}[^nguon] {said[1]}\n\n- {said[2]}\n- {said[3]}\n\n{rows}"


def write_pairs(target: Path, count: int, seed: int) -> None:
    """Lay `count` pairs and the records that they point at into `target/content`."""
    write_items(target, 0, seed)
    rng, link = random.Random(seed), ""
    for number in range(1, count + 1):
        folder, slug, texts = pair(number, rng, [])
        link = link or f"../{folder}/{slug}.md"
        for (lang, text), body in zip(texts.items(), bodies(rng, link), strict=True):
            path = target / "content" / lang / folder / f"{slug}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            header = text.split("---\n", 2)[1]
            path.write_text(f"---\n{header}---\n\n{body}", encoding="utf-8")
