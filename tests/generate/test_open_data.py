"""Open data: what the files hold, recounted by hand, and that every count has its list."""

import csv
import io
import json
from typing import Any

from tests.worlds import World

ROWS = {"t1": (13, 2), "t2": (4, 2), "t3": (13, 7), "t4": (8, 1), "t5": (0, 6), "t6": (6, 6)}
"""Results and background of each row of the sample year, from EXPECTED.md."""


def file_of(world: World, uri: str) -> bytes:
    return next(file.content for file in world.outputs.files if file.uri == uri)


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
    uris = [file["uri"] for one in page.header["view"]["sets"] for file in one["files"]]
    assert uris == ["data/plan.json", "data/coverage.json", "data/coverage.csv"]
    nodes = [one for one in page.header["structured"]["@graph"] if one["@type"] == "Dataset"]
    assert [one["name"] for one in nodes] == ["The plan", "Coverage of the plan"]
    assert all("license" not in one for one in nodes)
