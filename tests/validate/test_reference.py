"""Reference data and the plan: a record with a fault is left out, the others stand."""

from pathlib import Path

import pytest

from promosite.load import load_content
from promosite.validate import validate_reference
from tests.worlds import CHANNELS, MEDIA, PLACES, PLAN, UNITS, glance

Told = tuple[str, str, dict[str, str]]


def field(code: str, place: str, field: str, found: str = "", expected: str = "", limit: str = "", **more: str) -> Told:
    return (code, place, {"field": field, "found": found, "expected": expected, "limit": limit, **more})


def edited(text: str, old: str, new: str) -> str:
    """Return a text with one passage changed; it must stand there once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


UNIT = "- {id: third, name: Đơn vị ba, short: ĐV3}\n"

CASES: list[tuple[str, str, str, list[Told]]] = [
    ("units", "units", UNITS + UNIT, []),
    (
        "unit twice",
        "units",
        UNITS + UNIT + UNIT,
        [("id-twice", "content/data/units.yml:4:3", {"found": "third", "line": "3"})],
    ),
    (
        "unit without a name",
        "units",
        UNITS + "- {id: third, short: ĐV3}\n",
        [field("field-missing", "content/data/units.yml:3:3", "name", case="data")],
    ),
    (
        "unit with an unknown field",
        "units",
        UNITS + "- {id: third, name: Ba, short: ĐV3, colective: true}\n",
        [field("field-unknown", "content/data/units.yml:3:37", "colective", "true", "collective")],
    ),
    (
        "unit that is no mapping",
        "units",
        UNITS + "- third\n",
        [field("type-mapping", "content/data/units.yml:3:3", "?", "third", case="entry")],
    ),
    (
        "unit with a wrong id",
        "units",
        UNITS + "- {id: Đơn vị, name: Ba, short: ĐV3}\n",
        [field("value-form", "content/data/units.yml:3:8", "id", "Đơn vị", case="id")],
    ),
    (
        "collective in words",
        "units",
        UNITS + "- {id: third, name: Ba, short: ĐV3, collective: có}\n",
        [field("type-yes-no", "content/data/units.yml:3:49", "collective", "có")],
    ),
    (
        "unknown kind of place",
        "places",
        PLACES + "- {id: a, kind_then: village, name_then: A}\n",
        [
            field(
                "value-unknown",
                "content/data/places.yml:3:22",
                "kind_then",
                "village",
                "province, city, town, district, commune, ward, special-zone, area",
            )
        ],
    ),
    (
        "place with a wrong day",
        "places",
        PLACES + "- {id: a, kind_then: ward, name_then: A, to: cuối 2025}\n",
        [field("date-partial", "content/data/places.yml:3:46", "to", "cuối 2025")],
    ),
    (
        "place in no place",
        "places",
        PLACES + "- {id: a, kind_then: ward, name_then: A, parent: huyen-mao}\n",
        [
            (
                "reference-unknown",
                "content/data/places.yml:3:50",
                {"field": "parent", "found": "huyen-mao", "expected": "huyen-mau"},
            )
        ],
    ),
    (
        "place that became none",
        "places",
        PLACES + "- {id: a, kind_then: ward, name_then: A, successor: b}\n",
        [
            (
                "reference-unknown",
                "content/data/places.yml:3:53",
                {"field": "successor", "found": "b", "expected": "a, huyen-mau, tinh-mau"},
            )
        ],
    ),
    (
        "channel without its number",
        "channels",
        CHANNELS + "- {id: a, number: 0, name: A, text: A.}\n- {id: b, number: hai, name: B, text: B.}\n",
        [
            field("value-range", "content/data/channels.yml:2:19", "number", "0", "1", case="ge"),
            field("type-number", "content/data/channels.yml:3:19", "number", "hai"),
        ],
    ),
    (
        "term of an unknown origin",
        "glossary",
        "- {vi: a, en: b, origin: X, group: ocop}\n- {vi: a, en: b, origin: C, group: ocop}\n",
        [field("value-unknown", "content/data/glossary.yml:1:26", "origin", "X", "C, P, N, K")],
    ),
    (
        "term twice",
        "glossary",
        "- {vi: a, en: b, origin: C, group: ocop}\n- {vi: a, en: c, origin: C, group: ocop}\n",
        [("id-twice", "content/data/glossary.yml:2:3", {"found": "a", "line": "1"})],
    ),
    (
        "portal that is no address",
        "agencies",
        '- {id: noip, name_then: Cục, portal: "mau.vn"}\n',
        [
            field(
                "value-form",
                "content/data/agencies.yml:1:38",
                "portal",
                "mau.vn",
                case="url",
            )
        ],
    ),
    (
        "audiences as a mapping",
        "audiences",
        "nationwide: Cả nước\n",
        [("type-list", "content/data/audiences.yml:1:1", {"field": "audiences", "found": "", "expected": ""})],
    ),
    (
        "an unknown file",
        "partners",
        "[]\n",
        [
            (
                "data-unknown",
                "content/data/partners.yml:1",
                {
                    "found": "partners",
                    "expected": "plan-…, units, places, channels, audiences, agencies, briefings, figures, maps, "
                    "glossary, notices, search-words, machine-checks, media",
                },
            )
        ],
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_lists(tmp_path: Path, name: str, text: str, expected: list[Told]) -> None:
    assert glance(tmp_path, {f"content/data/{name}.yml": text}).told == expected


FILE = "content/data/plan-2023-2025.yml"
PLAN_CASES: list[tuple[str, tuple[str, str], list[Told]]] = [
    (
        "unknown unit",
        ("    lead: [{unit: all-units}]", "    lead: [{unit: center}]"),
        [("reference-unknown", f"{FILE}:20:19", {"field": "t2", "found": "center", "expected": "centre"})],
    ),
    (
        "unknown field in a row",
        ("    schedule_text: {vi: Quý I", "    tile: x\n    schedule_text: {vi: Quý I"),
        [field("field-unknown", f"{FILE}:19:5", "tasks[2].tile", "x", "title")],
    ),
    (
        "row without a text",
        ("    text: {vi: Nhiệm vụ hai., en: Task two.}\n", ""),
        [field("field-missing", f"{FILE}:15:5", "tasks[2].text", case="data")],
    ),
    (
        "schedule in words",
        ("schedule: ongoing", "schedule: sometimes"),
        [
            field("type-mapping", f"{FILE}:11:15", "tasks[1].schedule", "sometimes"),
            field("value-unknown", f"{FILE}:11:15", "tasks[1].schedule", "sometimes", "ongoing"),
        ],
    ),
    (
        "fifth quarter",
        ('quarter: "2024-Q1"', 'quarter: "2024-Q5"'),
        [
            field("value-unknown", f"{FILE}:18:15", "tasks[2].schedule", "{quarter: 2024-Q5}", "ongoing"),
            field("date-quarter", f"{FILE}:18:25", "tasks[2].schedule.quarter", "2024-Q5"),
        ],
    ),
    (
        "a quarter at the end of time",
        ('quarter: "2024-Q1"', 'quarter: "9999-Q4"'),
        [
            field("value-unknown", f"{FILE}:18:15", "tasks[2].schedule", "{quarter: 9999-Q4}", "ongoing"),
            field("value-range", f"{FILE}:18:25", "tasks[2].schedule.quarter", "9999-Q4", "2000–2100"),
        ],
    ),
    (
        "a quarter that the plan does not have",
        ('quarter: "2024-Q1"', 'quarter: "2026-Q1"'),
        [("plan-quarter", f"{FILE}:18:25", {"found": "2026-Q1", "start": "2023-Q4", "end": "2025-Q4"})],
    ),
    (
        "quarters of the plan",
        ('{from: "2023-Q4"', '{from: "2023"'),
        [field("date-quarter", f"{FILE}:5:18", "quarters.from", "2023")],
    ),
    (
        "period without a day",
        ("from: 2023-01-01", "from: 2023-01"),
        [field("date-full", f"{FILE}:4:16", "period.from", "2023-01")],
    ),
    (
        "day of the report",
        ('due: "11-15"', 'due: "15/11"'),
        [field("value-form", f"{FILE}:6:15", "report.due", "15/11", case="day-of-year")],
    ),
    (
        "a day that not every year has",
        ('due: "11-15"', 'due: "02-29"'),
        [field("value-form", f"{FILE}:6:15", "report.due", "02-29", case="day-of-year")],
    ),
    (
        "a period out of reach",
        ("from: 2023-01-01", "from: 1999-01-01"),
        [field("value-range", f"{FILE}:4:16", "period.from", "1999-01-01", "2000–2100")],
    ),
    (
        "another plan's id",
        ('id: "2023-2025"', 'id: "2023-2026"'),
        [("value-unknown", f"{FILE}:1:5", {"field": "id", "found": "2023-2026", "expected": "2023-2025"})],
    ),
    (
        "id that is a sum",
        ('id: "2023-2025"', "id: [2023, 2025]"),
        [field("type-text", f"{FILE}:1:5", "id", "[2023, 2025]")],
    ),
]


@pytest.mark.parametrize(("change", "expected"), [one[1:] for one in PLAN_CASES], ids=[one[0] for one in PLAN_CASES])
def test_the_plan(tmp_path: Path, change: tuple[str, str], expected: list[Told]) -> None:
    """A plan that is refused leaves the items' rows unknown as well; those findings are left out here."""
    tiny = glance(tmp_path, {FILE: edited(PLAN, *change)})
    assert [one for one in tiny.told if one[1].startswith(FILE)] == expected


def test_two_plans_stand_beside_each_other(tmp_path: Path) -> None:
    later = (
        PLAN.replace("2023-2025", "2026-2030").replace("2023-01-01", "2026-01-01").replace("2025-12-31", "2030-12-31")
    )
    later = later.replace("2023-Q4", "2026-Q1").replace("2025-Q4", "2030-Q4").replace("2024-Q1", "2026-Q2")
    tiny = glance(tmp_path, {"content/data/plan-2026-2030.yml": later})
    assert tiny.told == []
    assert list(tiny.site.catalogue.plans) == ["2023-2025", "2026-2030"]
    assert tiny.site.current_plan is tiny.site.catalogue.plans["2026-2030"]


MEDIA_FILE = "content/media/media.yml"
MEDIA_CASES: list[tuple[str, tuple[str, str], list[Told]]] = [
    (
        "no author",
        ("  author: {vi: Nhóm dự án, en: Project team}\n", ""),
        [field("field-missing", f"{MEDIA_FILE}:1:3", "author", case="data")],
    ),
    (
        "no such file",
        ("drawings/salt.svg", "drawings/sal.svg"),
        [
            (
                "picture-missing",
                f"{MEDIA_FILE}:1:9",
                {"found": "drawings/sal.svg", "expected": "drawings/salt.svg"},
            )
        ],
    ),
    (
        "no such file and none like it",
        ("drawings/salt.svg", "cho.jpg"),
        [("picture-missing", f"{MEDIA_FILE}:1:9", {"found": "cho.jpg", "expected": "", "case": "entry"})],
    ),
]


@pytest.mark.parametrize(("change", "expected"), [one[1:] for one in MEDIA_CASES], ids=[one[0] for one in MEDIA_CASES])
def test_the_picture_register(tmp_path: Path, change: tuple[str, str], expected: list[Told]) -> None:
    """A picture that is not registered is told again where it is used; those findings are left out here."""
    tiny = glance(tmp_path, {MEDIA_FILE: edited(MEDIA, *change)})
    assert [one for one in tiny.told if one[1].startswith(MEDIA_FILE)] == expected


def test_a_record_with_a_fault_hides_no_other(tmp_path: Path) -> None:
    tiny = glance(tmp_path, {"content/data/units.yml": "- {id: bad}\n" + UNITS + "- 12\n"})
    assert [code for code, _, _ in tiny.told] == ["field-missing", "field-missing", "type-mapping"]
    assert list(tiny.site.catalogue.units) == ["centre", "all-units"]


def test_what_nobody_filled_in_is_told_of_data_too(tmp_path: Path) -> None:
    text = '- {id: a, from: 2020-01-01, until: 2099-01-01, text: {vi: "[[ĐIỀN: lời]]", en: "[[FILL IN: text]]"}}\n'
    root = glance(tmp_path, {"content/data/notices.yml": text}).root
    found = validate_reference(load_content(root, ("vi", "en"))[0].data)[1]
    assert [(one.code, one.source.line, dict(one.params)) for one in found] == [
        ("placeholder-left", 1, {"found": "lời"}),
        ("placeholder-left", 1, {"found": "text"}),
    ]
