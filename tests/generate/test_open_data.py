"""Open data: what the files hold, recounted by hand, and that every count has its list."""

import csv
import io
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from promosite.generate.open_records import LATEST
from promosite.generate.open_tables import TABLES
from promosite.ledger.records import Ledger
from promosite.model.certificates import certificate_state
from promosite.model.items import Kind, ProductFacts
from promosite.status import status_of, status_record
from tests.projects import ROOT
from tests.worlds import World, glance, lay, look, product

ROWS = {"t1": (13, 2), "t2": (4, 2), "t3": (13, 7), "t4": (8, 1), "t5": (0, 6), "t6": (6, 6)}
"""Results and background of each row of the sample year, from EXPECTED.md."""


def file_of(world: World, uri: str) -> bytes:
    return next(file.content for file in world.files if file.uri == uri)


def json_of(world: World, uri: str) -> Any:
    return json.loads(file_of(world, uri))


def test_the_plan_is_given_as_agreed(sample: World) -> None:
    plan = json_of(sample, "data/plan.json")
    assert list(plan) == ["id", "period", "units", "tasks"]
    assert (plan["id"], plan["period"]) == ("2024-2026", {"from": "2024-01-01", "to": "2026-12-31"})
    assert all(set(names) == {"vi", "en"} for names in plan["units"].values())
    assert [list(task) for task in plan["tasks"]] == [["id", "text", "schedule", "lead", "cooperating"]] * 6
    assert {task["id"]: task["schedule"] for task in plan["tasks"]}["t2"] == {"quarter": "2024-Q1"}
    assert {unit for task in plan["tasks"] for unit in (*task["lead"], *task["cooperating"])} == set(plan["units"])


def test_coverage_counts_what_was_counted_by_hand(sample: World) -> None:
    coverage = json_of(sample, "data/coverage.json")
    assert coverage["as_of"] == "2025-03-31"
    (plan,) = coverage["plans"]
    assert {row["id"]: (len(row["results"]), len(row["background"])) for row in plan["tasks"]} == ROWS
    assert len(coverage["no_task"]) == 4


def test_the_table_has_a_line_for_each_item_of_each_row_and_opens_in_a_spreadsheet(sample: World) -> None:
    raw = file_of(sample, "data/coverage.csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *lines = csv.reader(io.StringIO(raw.decode("utf-8-sig")))
    assert head == ["plan", "task", "counted_as", "key", "published", "languages", "url"]
    found = {
        row: tuple(sum(one[1:3] == [row, half] for one in lines) for half in ("result", "background")) for row in ROWS
    }
    assert found == ROWS
    assert lines == sorted(lines, key=lambda one: (one[1], one[2] != "result", one[3]))


def test_each_row_has_a_file_of_its_own(sample: World) -> None:
    whole = json_of(sample, "data/coverage.json")["plans"][0]
    for row in whole["tasks"]:
        own = json_of(sample, f"plan/2024-2026/{row['id']}/coverage.json")
        assert own == {"as_of": "2025-03-31", "plan": "2024-2026", **row}


def test_the_page_names_every_file_and_describes_itself(sample: World) -> None:
    page = sample.page("en", "data/")
    sets = page.header["view"]["sets"]
    made = {file.uri for file in sample.files}
    rows = [f"plan/2024-2026/t{row}/{name}.json" for row in range(1, 7) for name in ("coverage", "embed")]
    named = [file["uri"] for one in sets for file in one["files"]]
    assert named == [
        "data/plan.json",
        "data/coverage.json",
        "data/coverage.csv",
        *rows,
        "data/products.json",
        "data/products.csv",
        "data/events.json",
        "data/status.json",
        "data/build.json",
    ]
    assert {*named, *(schema["uri"] for one in sets for schema in one["schemas"])} <= made
    nodes = [one for one in page.header["structured"]["@graph"] if one["@type"] == "Dataset"]
    assert [one["name"] for one in nodes] == [one["name"] for one in sets]
    told = [each["contentUrl"] for one in nodes for each in one["distribution"]]
    assert told == [sample.site.config.absolute("vi", uri) for uri in named]
    assert all("license" not in one and one["dateModified"] == "2025-03-31" for one in nodes)


def test_the_page_tells_of_the_ledger_without_a_file_of_it(sample: World) -> None:
    view = sample.page("vi", "data/").header["view"]
    assert view["ledger"]["files"] == ["data/ledger.json", "data/schema/ledger.json"]
    assert view["ledger"]["fields"] == list(Ledger.model_json_schema()["$defs"]["Line"]["properties"])
    for messages in sample.site.messages.values():
        assert all(messages.text(f"ledger.{name}") for name in view["ledger"]["fields"])
    assert not {file.uri for file in sample.files} & set(view["ledger"]["files"])


def test_every_column_is_told_on_the_page(sample: World) -> None:
    for lang in ("vi", "en"):
        view = sample.page(lang, "data/").header["view"]
        told = {one["key"]: one["columns"] for one in view["sets"] if one["columns"]}
        assert {key: tuple(one["name"] for one in columns) for key, columns in told.items()} == dict(TABLES)
        assert all(one["what"].endswith(".") for columns in told.values() for one in columns)


# ---- Products and events ----


def product_of(world: World, key: str) -> Any:
    return next(one for one in json_of(world, "data/products.json")["products"] if one["key"] == key)


def test_stars_that_were_only_reported_are_never_valid(sample: World) -> None:
    found = {
        one["key"]: tuple(one["certificate"][key] for key in ("stars", "reported_stars", "state"))
        for one in json_of(sample, "data/products.json")["products"]
        if one["certificate"]
    }
    expected = {
        item.id: (
            (None, item.facts.certificate.stars, "unknown")
            if item.facts.certificate.status == "reported"
            else (item.facts.certificate.stars, None, certificate_state(item.facts.certificate, sample.site.day))
        )
        for item in sample.site.catalogue.of_kind(Kind.PRODUCT)
        if isinstance(item.facts, ProductFacts) and item.facts.certificate
    }
    assert found == expected
    assert {state for _, reported, state in found.values() if reported} == {"unknown"}


def test_languages_are_those_in_which_someone_wrote(sample: World) -> None:
    for name in ("products", "events"):
        for one in json_of(sample, f"data/{name}.json")[name]:
            item = sample.site.catalogue.items[one["key"]]
            assert one["languages"] == list(item.texts) == list(one["title"]) == list(one["url"])
            assert set(one["url"].values()) == {
                sample.site.config.absolute(lang, f"{item.kind.folder}/{item.slug}/") for lang in item.texts
            }


def test_what_is_not_on_record_is_null_and_an_empty_cell(tmp_path: Path) -> None:
    bare = glance(tmp_path)
    product = product_of(bare, "product/muoi-mau")
    unknown = [key for key, value in product.items() if value is None]
    assert unknown == ["updated", "unit", "channel", "group", "group_basis", "producer", "certificate"]
    assert set(product["trade"].values()) == {None}
    head, line = csv.reader(io.StringIO(file_of(bare, "data/products.csv").decode("utf-8-sig")))
    cells = dict(zip(head, line, strict=True))
    assert [name for name, cell in cells.items() if not cell] == [
        "group",
        "producer_vi",
        "producer_en",
        "producer_type",
        "stars",
        "reported_stars",
        "decision_no",
        "certified_on",
        "last_day",
        "certificate_state",
    ]


@pytest.mark.parametrize("title", ["=1+1", "+84 mẫu", "-mẫu", "@mẫu", "＝mẫu"])
def test_no_cell_is_run_as_a_formula(tmp_path: Path, title: str) -> None:
    files = {"content/vi/products/muoi-mau.md": product(title=f'"{title}"')}
    _, line = csv.reader(io.StringIO(file_of(glance(tmp_path, files), "data/products.csv").decode("utf-8-sig")))
    assert line[1] == f"'{title}"


def test_the_table_of_products_opens_in_a_spreadsheet(sample: World) -> None:
    raw = file_of(sample, "data/products.csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *lines = csv.reader(io.StringIO(raw.decode("utf-8-sig")))
    products = json_of(sample, "data/products.json")["products"]
    assert [line[head.index("title_vi")] for line in lines] == [one["title"]["vi"] for one in products]
    assert [line[0] for line in lines] == sorted(one["key"] for one in products)


# ---- Status, rows, build ----


def test_the_state_of_things_is_what_the_command_prints(sample: World) -> None:
    said = status_record(status_of(sample.site))
    assert said.pop("upcoming") is not None  # what waits for its day is not published before
    assert json_of(sample, "data/status.json") == said


def test_what_others_show_of_a_row_stays_small(sample: World) -> None:
    for row, (results, background) in ROWS.items():
        own = json_of(sample, f"plan/2024-2026/{row}/embed.json")
        assert (own["results"], own["background"]) == (results, background)
        assert [one["key"] for one in own["latest"]] == [
            item.id for item in sample.site.catalogue.results("2024-2026", row)[:LATEST]
        ]
        page = sample.page("en", f"plan/2024-2026/{row}/")
        assert own["status_text"]["en"] == page.header["view"]["status"]["text"]


def test_a_build_says_what_it_was_made_with_and_from(tmp_path: Path) -> None:
    root = lay(tmp_path)
    build = json_of(look(root), "data/build.json")
    pins = dict(re.findall(r"^([a-z0-9_-]+)==(\S+) ", (ROOT / "requirements.lock").read_text(), flags=re.MULTILINE))
    assert build["engine"] == {name: pins[name.replace("_", "-")] for name in build["engine"]}
    assert {"mkdocs", "mkdocs-material", "mkdocs-static-i18n"} <= set(build["engine"])
    read = [*(root / "content").rglob("*.*"), *(root / "docs").rglob("*.*")]
    lines = [f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(root).as_posix()}\n" for path in read]
    whole = "".join(sorted(lines, key=lambda line: line.split()[1]))
    assert build["content"] == {"digest": f"sha256:{sha256(whole.encode()).hexdigest()}", "files": len(read)}
    assert build["as_of"] == "2026-11-22"


def test_a_site_without_a_plan_still_has_its_open_data(tmp_path: Path) -> None:
    bare = glance(tmp_path, {"content/data/plan-2023-2025.yml": None})
    keys = [one["key"] for one in bare.page("vi", "data/").header["view"]["sets"]]
    assert keys == ["products", "events", "status", "build"]
