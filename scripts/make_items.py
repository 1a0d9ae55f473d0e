#!/usr/bin/env python3
"""Write made-up items in two languages, for measuring: same seed, same files. Never for a real site."""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("news", "products", "events", "press")
SHARES = (60, 15, 15, 10)
"""Percent of items of each kind."""
DRAWINGS = ("pepper", "longan", "salt", "pomelo")
"""Pictures of the register; every third item shows one."""
SYLLABLES = {
    "vi": [
        "mẫu",
        "thử",
        "số",
        "liệu",
        "biển",
        "muối",
        "tiêu",
        "nhãn",
        "cảng",
        "xã",
        "vùng",
        "khoa",
        "học",
        "đo",
        "gió",
    ],
    "en": [
        "sample",
        "trial",
        "figure",
        "sea",
        "salt",
        "pepper",
        "longan",
        "port",
        "area",
        "science",
        "station",
        "wind",
    ],
}
KIND_FACTS = {
    "news": "date: {day}\n",
    "products": "group: I.4.b\ngroup_basis: inferred\n",
    "events": "start: {day}\nrole: reported\n",
    "press": "date: {day}\noutlet: {{vi: Báo Mẫu, en: Sample Newspaper}}\nsite: example.org\narticle_language: vi\n",
}


def sentences(lang: str, rng: random.Random, words: int) -> Iterator[str]:
    """Yield sentences of made-up words until about so many words are written."""
    while words > 0:
        length = rng.randint(8, 18)
        yield " ".join(rng.choices(SYLLABLES[lang], k=length)).capitalize() + "."
        words -= length


def body(lang: str, rng: random.Random, other: tuple[str, str] | None) -> str:
    """Return a body of 400 to 600 words with headings, a citation and a link to another item."""
    parts = []
    for number in range(1, 4):
        parts.append(f"## {'Phần mẫu' if lang == 'vi' else 'Sample part'} {number}\n")
        parts.append(" ".join(sentences(lang, rng, rng.randint(130, 200))) + "[^nguon]\n")
    if other:
        parts.append(f"[{'Xem thêm' if lang == 'vi' else 'See also'}](../{other[0]}/{other[1]}.md)\n")
    return "\n".join(parts)


def pair(number: int, rng: random.Random, earlier: list[tuple[str, str]]) -> tuple[str, str, dict[str, str]]:
    """Return folder, slug and the text in each language of one made-up item."""
    folder = rng.choices(FOLDERS, weights=SHARES)[0]
    day = date(2019, 1, 1) + timedelta(days=rng.randint(0, 2400))
    facts = KIND_FACTS[folder].format(day=day)
    pictures = f"pictures: [drawings/{rng.choice(DRAWINGS)}.svg]\n" if number % 3 == 0 else ""
    source = "sources:\n  - {id: nguon, publisher: Mẫu, about: {vi: Nguồn mẫu, en: Sample source}, site: example.org}\n"
    shared = f"published: {day}\ntasks: [t{rng.randint(1, 6)}]\n{facts}{pictures}{source}as_of: {day}\n"
    texts, other = {}, rng.choice(earlier) if earlier else None
    for lang, kind, own in (("vi", "Mục mẫu", shared), ("en", "Sample item", "")):
        summary = next(sentences(lang, rng, 1))
        texts[lang] = f'---\ntitle: "{kind} {number}"\nsummary: "{summary}"\n{own}---\n{body(lang, rng, other)}'
    return folder, f"muc-mau-{number}", texts


def write_items(target: Path, count: int, seed: int) -> None:
    """Lay `count` items in two languages, and the reference data they point at, into `target/content`."""
    own = shutil.ignore_patterns("figures.yml")  # key figures point at real items
    shutil.copytree(ROOT / "content" / "data", target / "content" / "data", ignore=own, dirs_exist_ok=True)
    (target / "content" / "media").mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "content" / "media" / "media.yml", target / "content" / "media")
    rng, earlier = random.Random(seed), []
    for number in range(1, count + 1):
        folder, slug, texts = pair(number, rng, earlier[-50:])
        for lang, text in texts.items():
            path = target / "content" / lang / folder / f"{slug}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        earlier.append((folder, slug))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path, help="folder of a project; its content/ is written")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write_items(arguments.target, arguments.count, arguments.seed)
