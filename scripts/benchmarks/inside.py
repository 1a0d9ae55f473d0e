"""Parts of a build, measured inside a process of their own: `index` alone, a `preview` of an edit; and `cards`.

Prints wall seconds, CPU seconds and peak memory in MB.
"""

import logging
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import IN_A_MEGABYTE, change_one

PAUSE = 6
"""Seconds between the edits of a preview: time for what no page waits for."""


def measured(do: Callable[[], object]) -> None:
    """Do something and print what it took, with the processes that it started."""
    begin, used = time.monotonic(), _cpu()
    do()
    wall, cpu = time.monotonic() - begin, _cpu() - used
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(wall, cpu, peak / IN_A_MEGABYTE)


def _cpu() -> float:
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in both)


def cards() -> None:
    """Put one drawing in the place of every share card: pictures are not what is measured."""
    from promosite.cache import CACHE, kept_at
    from promosite.clock import build_moment
    from promosite.pipeline import prepare
    from promosite.render.cards import card_key, draw_card

    made = CACHE / "made"
    _, outputs, _ = prepare(Path(), build_moment())
    drawing = draw_card(outputs.cards[0], made)
    for card in outputs.cards:
        path = kept_at(made, card_key(card))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(drawing)
    measured(lambda: None)


def index() -> None:
    """Index the finished site in `site/` for search, as if for the first time."""
    from promosite.clock import build_moment
    from promosite.generate.search import named_entries
    from promosite.pipeline import examine
    from promosite.render.search import index_site

    site, _ = examine(Path(), build_moment())
    assert site is not None
    measured(lambda: index_site(Path("site"), named_entries(site), Path(".cache/benchmark-search")))


def preview() -> None:
    """Build as `mkdocs serve` does, save an item, and measure the second build after that: the first is still warm."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    address, started = "http://127.0.0.1:8000/brvt/", False

    def again() -> None:
        nonlocal started
        config = load_config("mkdocs.yml", site_dir=str(Path("preview").resolve()))
        if not started:
            config.plugins.on_startup(command="serve", dirty=False)
        started, config.site_url = True, address
        build(config, serve_url=address)

    again()
    for do in (lambda do: do(), measured):
        time.sleep(PAUSE)
        change_one(Path(sys.argv[2]))
        do(again)


if __name__ == "__main__":
    {"cards": cards, "index": index, "preview": preview}[sys.argv[1]]()
