"""Pages for readers in finished sites: where they are, what leads to them, and only in the languages written."""

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

PAGES = ("for/investors/", "for/trade/", "for/st-partners/", "figures/", "places/")
MESSAGE = {
    "": "Bà Rịa - Vũng Tàu khẳng định tiềm năng, nâng tầm hội nhập",
    "en/": "Ba Ria-Vung Tau: Unleashing Potential, Deepening Integration",
}


def text_of(project: Path, address: str) -> str:
    return (project / "site" / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_home_and_footer_lead_to_every_page_for_readers(real_project: Path, lang: str) -> None:
    home = text_of(real_project, lang)
    band = home[home.index('class="ps-band ps-for"') :]
    footer = home[home.index('<footer class="ps-footer"') :]
    for address in PAGES:
        assert f'href="{address}"' in footer, address
        assert (f'href="{address}"' in band[: band.index("</section>")]) == address.startswith(("for/", "figures/"))


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("address", PAGES[:3])
def test_a_briefing_has_the_message_as_decreed_and_every_source_it_cites(
    real_project: Path, lang: str, address: str
) -> None:
    page = unescape(text_of(real_project, f"{lang}{address}"))
    assert f"“{MESSAGE[lang]}”" in page
    cited = set(re.findall(r'href="#source-(\d+)"', page))
    listed = re.findall(r'<li id="source-(\d+)"', page)
    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    assert cited == set(listed)


@pytest.mark.parametrize("address", [f"{lang}{page}" for lang in ("", "en/") for page in PAGES if page != "figures/"])
def test_the_map_is_sound_svg_with_words_for_those_who_cannot_see_it(real_project: Path, address: str) -> None:
    page = text_of(real_project, address)
    (svg,) = re.findall(r'<svg class="ps-map__drawing".*?</svg>', page, flags=re.DOTALL)
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    named = {one.get("id"): (one.text or "") for one in root if one.tag in ("title", "desc")}
    assert list(named) == (root.get("aria-labelledby") or "").split()
    assert all(named.values())
    assert {one.tag for one in root.iter()} <= {
        *("svg", "title", "desc", "rect", "path", "marker", "g", "text", "tspan", "circle")
    }


def test_old_figures_and_former_places_are_named_as_such(real_project: Path) -> None:
    page = unescape(text_of(real_project, "en/figures/"))
    figures = dict(re.findall(r'id="figure-([a-z-]+)">(.*?)</div>', page, flags=re.DOTALL))
    assert len(figures) >= 12
    old = {name for name, text in figures.items() if "Old figure: more than 24 months" in text}
    assert old == {
        "japanese-projects",
        "japanese-capital",
        "startup-day-projects",
        "pomelo-codes",
        "pomelo-area",
        "cocoa-area",
    }
    former = {name for name, text in figures.items() if "On the former Ba Ria - Vung Tau Province" in text}
    assert {"japanese-projects", "ocop-province", "marine-hub-cost"} <= former
    assert not former & {"hcmc-area", "ocop-city"}
    assert all("as of" in text and "Source:" in text for text in figures.values())


def test_a_page_in_one_language_has_no_copy_in_the_other(sample_project: Path) -> None:
    site = sample_project / "site"
    page = (site / "for" / "investors" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'hreflang="([^"]+)"', page[: page.index("</head>")]) == ["vi", "x-default"]
    assert not (site / "en" / "for" / "investors").exists()
    assert "for/investors" not in (site / "en" / "index.html").read_text(encoding="utf-8")
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/for/investors/</loc>" in sitemap and "/en/for/investors/" not in sitemap
    assert "/en/for/trade/</loc>" in sitemap
