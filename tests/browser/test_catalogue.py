"""Filters of the product listing in Chromium: address, Back, keyboard, speech, several pages, failure, no script."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from promosite.clock import VIETNAM
from promosite.local_server import serve_site
from tests.browser.visits import visited
from tests.projects import SAMPLE_EPOCH, lay_sample_year, mkdocs


@pytest.fixture(scope="module")
def paged_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample year with five entries on a page, so that its twelve products stand on three."""
    project = lay_sample_year(tmp_path_factory.mktemp("paged") / "project")
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["extra"]["promosite"]["page_size"] = 5
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    result = mkdocs(project, "build", "--strict", "--quiet", epoch=SAMPLE_EPOCH)
    assert result.returncode == 0, result.stderr
    with serve_site(project / "site") as url:
        yield url


def titles(page: Page) -> list[str]:
    return [one.strip() for one in page.locator(".ps-card__title").locator("visible=true").all_inner_texts()]


def box(page: Page, label: str) -> None:
    page.locator(".ps-filters label", has_text=label).locator("input").click()


def counts(page: Page, facet: str) -> dict[str, int]:
    boxes = page.locator(f".ps-filters input[name={facet}]")
    return {
        one.get_attribute("value") or "": int(one.locator("xpath=..").locator("[data-ps-count]").inner_text())
        for one in boxes.all()
    }


def query(page: Page) -> str:
    return page.url.partition("?")[2]


THREE = ["Du lịch vườn Mẫu", "Mật ong Mẫu", "Muối hạt Mẫu", "Nước mắm Mẫu"]


def test_a_filter_finds_products_of_all_pages(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}products/") as (page, noise):
        assert len(titles(page)) == 5
        assert page.locator(".ps-pager").is_visible()
        box(page, "OCOP 3 sao, có quyết định")
        expect(page.locator("[data-ps-status]")).to_have_text("4 trong 12 sản phẩm phù hợp")
        assert titles(page) == THREE
        assert not page.locator(".ps-pager").is_visible()
        assert query(page) == "stars=3"
        box(page, "3 sao, theo báo chí")
        expect(page.locator("[data-ps-status]")).to_have_text("5 trong 12 sản phẩm phù hợp")
        assert query(page) == "stars=3&stars=3-reported"
        assert titles(page) == ["Bánh tráng Mẫu", *THREE]
        assert noise == []


def test_cards_from_other_pages_lead_where_they_led(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}en/products/?group=IV.1") as (page, noise):
        expect(page.locator("[data-ps-status]")).to_have_text("1 of 12 products match")
        card = page.locator("[data-ps-found] .ps-card")
        assert card.locator("a").get_attribute("href") == f"{paged_url}en/products/gom-mau/"
        assert card.locator("img").evaluate("(one) => one.decode().then(() => one.naturalWidth > 0)")
        card.locator("a").click()
        page.wait_for_url(f"{paged_url}en/products/gom-mau/")
        page.go_back()
        expect(page.locator("[data-ps-status]")).to_have_text("1 of 12 products match")
        assert query(page) == "group=IV.1"
        assert noise == []


def test_an_address_can_be_shared_and_unknown_values_are_passed_over(browser: Browser, paged_url: str) -> None:
    address = "products/?place=nowhere&stars=3-reported&stars=9&colour=red&place=sample-district-2"
    with visited(browser, paged_url + address) as (page, noise):
        expect(page.locator("[data-ps-status]")).to_have_text("1 trong 12 sản phẩm phù hợp")
        assert titles(page) == ["Bánh tráng Mẫu"]
        assert page.locator(".ps-filters input:checked").evaluate_all("(all) => all.map((one) => one.value)") == [
            "3-reported",
            "sample-district-2",
        ]
        box(page, "3 sao, theo báo chí")
        page.wait_for_url("**/products/?colour=red&place=sample-district-2")
        assert noise == []


def test_the_count_of_the_whole_list_is_not_shown_over_a_part_of_it(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}en/products/") as (page, _):
        whole, boxes = page.locator(".ps-count"), page.locator(".ps-filters")
        assert (whole.inner_text(), whole.is_visible()) == ("12 entries", True)
        place = boxes.bounding_box()
        box(page, "OCOP 5-star")
        expect(page.locator("[data-ps-status]")).to_have_text("1 of 12 products match")
        assert not whole.is_visible()
        assert boxes.bounding_box() == place
        page.locator(".ps-catalogue__state").get_by_role("button").click()
        expect(whole).to_be_visible()


def test_choosing_adds_nothing_to_the_history(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}products/") as (page, _):
        before = page.evaluate("history.length")
        box(page, "Chỉ dẫn địa lý")
        box(page, "Nhãn hiệu tập thể")
        expect(page.locator("[data-ps-status]")).to_have_text("4 trong 12 sản phẩm phù hợp")
        assert page.evaluate("history.length") == before
        page.reload()
        expect(page.locator("[data-ps-status]")).to_have_text("4 trong 12 sản phẩm phù hợp")


def test_counts_follow_what_is_chosen_elsewhere(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}products/") as (page, _):
        assert counts(page, "stars") == {"5": 1, "4": 1, "3": 4, "4-reported": 1, "3-reported": 1, "none": 4}
        box(page, "Chỉ dẫn địa lý")
        expect(page.locator("[data-ps-status]")).to_have_text("2 trong 12 sản phẩm phù hợp")
        assert counts(page, "stars") == {"5": 0, "4": 1, "3": 0, "4-reported": 0, "3-reported": 0, "none": 1}
        assert counts(page, "protection") == {
            "gi": 2,
            "collective-mark": 2,
            "certification-mark": 0,
            "trademark": 1,
            "none": 7,
        }
        disabled = page.locator(".ps-filters input[name=stars]:disabled")
        assert disabled.evaluate_all("(all) => all.map((one) => one.value)") == ["5", "3", "4-reported", "3-reported"]


def test_validity_is_that_of_today_and_not_of_the_build(browser: Browser, paged_url: str) -> None:
    later = datetime(2026, 8, 11, 1, tzinfo=VIETNAM)  # the day after the last one of Nước mắm Mẫu
    with visited(browser, f"{paged_url}products/?certificate=ended", now=later) as (page, _):
        expect(page.locator("[data-ps-status]")).to_have_text("4 trong 12 sản phẩm phù hợp")
        assert titles(page) == THREE
        assert counts(page, "certificate") == {"valid": 2, "ending": 0, "ended": 4, "unknown": 2, "none": 4}


def test_counts_that_no_longer_hold_are_made_anew_at_once(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}products/", now=datetime(2025, 5, 20, tzinfo=VIETNAM)) as (page, _):
        page.wait_for_timeout(200)
        assert counts(page, "certificate") == {"valid": 3, "ending": 2, "ended": 1, "unknown": 2, "none": 4}
    with visited(browser, f"{paged_url}products/", now=datetime(2025, 5, 21, tzinfo=VIETNAM)) as (page, _):
        label = page.locator(".ps-filters label").filter(has=page.locator("input[value=ended]"))
        expect(label.locator("[data-ps-count]")).to_have_text("2")
        assert counts(page, "certificate") == {"valid": 3, "ending": 1, "ended": 2, "unknown": 2, "none": 4}


def test_a_page_full_is_shown_and_the_rest_on_demand(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}products/?protection=none") as (page, _):
        expect(page.locator("[data-ps-status]")).to_have_text("7 trong 12 sản phẩm phù hợp")
        assert len(titles(page)) == 5
        page.get_by_role("button", name="Xem thêm 2 sản phẩm").click()
        expect(page.locator("[data-ps-found] .ps-card")).to_have_count(7)
        assert not page.locator("[data-ps-more]").is_visible()
        assert page.evaluate("document.activeElement.textContent") == titles(page)[5]


def test_nothing_found_is_said_and_undone(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}en/products/?stars=5&protection=gi") as (page, noise):
        expect(page.locator("[data-ps-none] h2")).to_be_visible()
        assert page.locator("[data-ps-none] h2").inner_text() == "No product matches"
        assert page.locator("[data-ps-status]").inner_text() == "0 of 12 products match"
        page.locator("[data-ps-none]").get_by_role("button", name="Clear all choices").click()
        expect(page.locator("[data-ps-none]")).to_be_hidden()
        assert len(titles(page)) == 5
        assert page.locator("[data-ps-status]").inner_text() == "12 of 12 products match"
        assert query(page) == ""
        assert page.evaluate("document.activeElement.type") == "checkbox"
        assert noise == []


def test_filters_answer_to_keyboard_and_are_named(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}en/products/") as (page, _):
        stars = page.get_by_role("group", name="OCOP stars")
        assert stars.get_by_role("checkbox").count() == 6
        first = stars.get_by_role("checkbox", name="3-star, as reported")
        first.focus()
        page.keyboard.press("Space")
        expect(page.get_by_role("status")).to_have_text("1 of 12 products match")
        assert first.is_checked()
        page.keyboard.press("Enter")
        assert first.is_checked()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.value") == "none"


def test_in_dark_colours_a_box_shows_how_it_stands(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}en/products/") as (page, _):
        page.emulate_media(color_scheme="dark")
        page.wait_for_selector("[data-md-color-scheme=slate]")
        first = page.get_by_role("checkbox", name="3-star, as reported")
        look = "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).borderStyle]"
        plain, off = first.evaluate(look), page.locator(".ps-filters input:disabled").first.evaluate(look)
        first.click()
        expect(page.get_by_role("status")).to_have_text("1 of 12 products match")
        assert len({str(plain), str(off), str(first.evaluate(look))}) == 3
        assert page.locator(".ps-filters details").evaluate("one => getComputedStyle(one).boxShadow") == "none"


def test_on_a_telephone_the_filters_are_folded(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}products/", 360) as (page, _):
        panel = page.locator(".ps-filters details")
        assert panel.get_attribute("open") is None
        panel.locator("summary").focus()
        page.keyboard.press("Enter")
        box(page, "Chỉ dẫn địa lý")
        expect(panel.locator("summary")).to_contain_text("(đã chọn 1)")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="Xem kết quả").click()
        assert panel.get_attribute("open") is None
        assert page.locator("[data-ps-status]").evaluate("(one) => one === document.activeElement")


def test_the_index_is_loaded_at_the_first_touch(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}products/") as (page, _):
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url) if one.resource_type == "fetch" else None)
        page.wait_for_timeout(200)
        assert asked == []
        page.locator(".ps-filters input:enabled").first.focus()
        page.wait_for_timeout(200)
        box(page, "OCOP 5 sao")
        expect(page.locator("[data-ps-status]")).to_have_text("1 trong 12 sản phẩm phù hợp")
        assert asked == [f"{paged_url}assets/catalogue/vi.json"]


@pytest.mark.parametrize("lost", ["**/assets/catalogue/vi.json", "**/products/page/2/"])
def test_what_cannot_be_loaded_is_said_and_the_list_stays(browser: Browser, paged_url: str, lost: str) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="")

    with visited(browser, f"{paged_url}products/") as (page, _):
        page.route(lost, refuse)
        box(page, "OCOP 4 sao, có quyết định")
        expect(page.locator("[data-ps-status]")).to_have_text("Không tải được bộ lọc. Dưới đây là toàn bộ danh sách.")
        assert len(titles(page)) == 5
        page.unroute(lost)
        page.reload()
        expect(page.locator("[data-ps-status]")).to_have_text("1 trong 12 sản phẩm phù hợp")


def test_pages_of_another_build_than_the_index_are_no_answer(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}products/") as (page, _):
        page.route("**/catalogue/vi.json", lambda route: changed(route))
        box(page, "OCOP 5 sao")
        expect(page.locator("[data-ps-status]")).to_have_text("Không tải được bộ lọc. Dưới đây là toàn bộ danh sách.")


def changed(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('"ca-cao-mau"', '"ca-cao-khac"'))


def test_without_a_script_the_paged_list_stands(browser: Browser, paged_url: str) -> None:
    with visited(browser, f"{paged_url}products/?stars=3", script=False) as (page, _):
        assert not page.locator(".ps-filters").is_visible()
        assert len(titles(page)) == 5
        page.get_by_role("link", name="Trang sau").click()
        assert len(titles(page)) == 5
        page.get_by_role("link", name="Lọc toàn bộ sản phẩm").click()
        page.wait_for_url(f"{paged_url}products/")


SHIFTS = """() => new Promise((done) => {
  const moved = [];
  const note = (one) => one.node?.parentElement?.closest(".ps-listing") && moved.push(one.node.className);
  new PerformanceObserver((list) => list.getEntries().forEach((shift) => shift.sources.forEach(note)))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(moved), 300);
})"""
"""What has moved inside the listing since the page was first painted."""


@pytest.mark.parametrize("width", [360, 1280])
def test_the_filters_do_not_push_the_list_aside(browser: Browser, real_url: str, width: int) -> None:
    # Without the typeface: it may arrive late and move lines, which is another matter.
    with visited(browser, f"{real_url}products/", width, without="**/*.woff2") as (page, _):
        assert page.evaluate(SHIFTS) == []


def test_no_place_is_kept_where_the_script_is_off(browser: Browser, real_url: str) -> None:
    with visited(browser, f"{real_url}products/", script=False) as (page, _):
        cards, title = page.locator(".ps-cards").bounding_box(), page.locator("h1").bounding_box()
        assert cards and title and cards["x"] == pytest.approx(title["x"], abs=1)


def test_the_index_of_the_real_site_is_small(real_project: Path) -> None:
    for lang in ("vi", "en"):
        assert (real_project / "site" / "assets" / "catalogue" / f"{lang}.json").stat().st_size < 2500
