"""The publication ledger: what it keeps of a built folder, carries forward, and never loses."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from promosite.findings import sentence
from promosite.ledger import LEDGER, Build, Ledger, Line, ledger_bytes, next_ledger, read_ledger, schema_bytes, verify
from promosite.ledger.pages import read_text
from promosite.messages import load_messages
from tests.depths import deep_folders

URL = "https://example.org/mau/"
ONE, TWO = Build("a" * 40, "1" * 64), Build("b" * 40, "2" * 64)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
COVERAGE = {
    "as_of": "2026-11-22",
    "plans": [
        {
            "id": "2023-2025",
            "tasks": [
                {"id": "t2", "results": ["news/tin-mau"], "background": []},
                {"id": "t1", "results": [], "background": ["news/tin-mau", "product/muoi-mau"]},
            ],
        }
    ],
}


def page(address: str, text: str = "Tin mẫu.", lang: str = "vi", head: str = "", canonical: str | None = None) -> str:
    own = URL + (address if canonical is None else canonical)
    return (
        f'<!doctype html><html lang="{lang}"><head><link rel="canonical" href="{own}">{head}</head>'
        f'<body><header>Đầu trang</header><main class="md-main">{text}</main><footer>Cuối trang</footer></body></html>'
    )


def redirect(address: str, to: str, refresh: str) -> str:
    return page(address, "Đã chuyển.", head=f'<meta http-equiv="refresh" content="0; url={refresh}">', canonical=to)


def withdrawn(address: str, day: str = "2026-11-20") -> str:
    mark = f'<meta name="robots" content="noindex"><meta name="promosite-withdrawn" content="{day}">'
    return page(address, "Đã rút.", head=mark)


def lay(folder: Path, **pages: str) -> Path:
    """Write a folder; keyword `news__x` is the page at `news/x/`, `home` the one at the root."""
    every = {"home": page(""), **pages}
    for name, text in every.items():
        place = folder / ("" if name == "home" else name.replace("__", "/").replace("_", "-")) / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    (folder / "404.html").write_text(page("").replace('rel="canonical"', 'rel="x"'), encoding="utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "coverage.json").write_text(json.dumps(COVERAGE), encoding="utf-8")
    return folder


def begun(folder: Path) -> Ledger:
    ledger, findings = next_ledger(Ledger(), folder, ONE, MONDAY)
    assert findings == []
    return ledger


def told(ledger: Ledger, address: str) -> dict[str, object]:
    line = ledger.lines[address].model_dump(mode="json", exclude_none=True)
    return {key: value for key, value in line.items() if key not in {"digest", "address"}}


FIRST = {"first_seen": "2026-11-23", "last_changed": "2026-11-23", "build": "aaaaaaaaaaaa+111111111111"}


def test_every_page_has_a_line_and_views_have_none(tmp_path: Path) -> None:
    folder = lay(
        tmp_path / "site",
        news__tin_mau=page("news/tin-mau/"),
        en__news__tin_mau=page("en/news/tin-mau/", "Sample.", "en"),
        news__page__2=page("news/page/2/"),
        en__events__2024=page("en/events/2024/", lang="en"),
        products__muoi_mau__sheet=page("products/muoi-mau/sheet/", canonical="products/muoi-mau/"),
        admin=page("admin/"),
    )
    ledger = begun(folder)
    assert [line.address for line in ledger.pages] == ["", "en/news/tin-mau/", "news/tin-mau/"]
    both = ["2023-2025/t1", "2023-2025/t2"]
    assert told(ledger, "news/tin-mau/") == {"lang": "vi", "rows": both, **FIRST}
    assert told(ledger, "en/news/tin-mau/") == {"lang": "en", "rows": both, **FIRST}
    assert told(ledger, "") == {"lang": "vi", "rows": [], **FIRST}


def test_nothing_new_leaves_the_bytes_alone(tmp_path: Path) -> None:
    folder = lay(tmp_path / "site", news__tin_mau=page("news/tin-mau/"))
    ledger = begun(folder)
    again, findings = next_ledger(ledger, folder, TWO, TUESDAY)
    assert (ledger_bytes(again), findings) == (ledger_bytes(ledger), [])


def test_a_change_of_text_is_dated_and_the_first_day_stays(tmp_path: Path) -> None:
    ledger = begun(lay(tmp_path / "old", news__tin_mau=page("news/tin-mau/")))
    folder = lay(tmp_path / "new", news__tin_mau=page("news/tin-mau/", "Tin mẫu, có sửa."))
    after, _ = next_ledger(ledger, folder, TWO, TUESDAY)
    changed = {"last_changed": "2026-11-24", "build": "bbbbbbbbbbbb+222222222222"}
    rows = ["2023-2025/t1", "2023-2025/t2"]
    assert told(after, "news/tin-mau/") == {"lang": "vi", "rows": rows, **FIRST, **changed}
    assert after.lines["news/tin-mau/"].digest != ledger.lines["news/tin-mau/"].digest
    assert after.lines[""] == ledger.lines[""]


def test_an_address_without_page_keeps_its_line_and_is_an_error(tmp_path: Path) -> None:
    ledger = begun(lay(tmp_path / "old", news__tin_mau=page("news/tin-mau/")))
    after, findings = next_ledger(ledger, lay(tmp_path / "new"), TWO, TUESDAY)
    assert after == ledger
    assert [(one.code, one.source.path, dict(one.params)) for one in findings] == [
        ("address-lost", "news/tin-mau/index.html", {"target": "/news/tin-mau/"})
    ]


@pytest.mark.parametrize("refresh", ["../tin-moi/", f"{URL}news/tin-moi/", "/mau/news/tin-moi/"])
def test_a_moved_page_keeps_its_line_and_says_where_it_went(tmp_path: Path, refresh: str) -> None:
    ledger = begun(lay(tmp_path / "old", news__tin_mau=page("news/tin-mau/")))
    moved = {
        "news__tin_mau": redirect("news/tin-mau/", "news/tin-moi/", refresh),
        "news__tin_moi": page("news/tin-moi/"),
    }
    folder = lay(tmp_path / "new", **moved)
    after, findings = next_ledger(ledger, folder, TWO, TUESDAY)
    assert findings == []
    line = after.lines["news/tin-mau/"]
    assert (line.moved_to, line.withdrawn, line.first_seen) == ("news/tin-moi/", TUESDAY, MONDAY)
    assert (line.digest, line.rows) == (ledger.lines["news/tin-mau/"].digest, ledger.lines["news/tin-mau/"].rows)
    later, _ = next_ledger(after, folder, ONE, date(2027, 1, 1))
    assert later == after


def test_a_withdrawn_item_keeps_its_line_with_the_day_and_may_come_back(tmp_path: Path) -> None:
    ledger = begun(lay(tmp_path / "old", news__tin_mau=page("news/tin-mau/")))
    gone, findings = next_ledger(ledger, lay(tmp_path / "new", news__tin_mau=withdrawn("news/tin-mau/")), TWO, TUESDAY)
    line = gone.lines["news/tin-mau/"]
    assert (findings, line.withdrawn, line.moved_to) == ([], date(2026, 11, 20), None)
    assert line.digest == ledger.lines["news/tin-mau/"].digest
    back, _ = next_ledger(gone, tmp_path / "old", ONE, date(2026, 12, 1))
    assert told(back, "news/tin-mau/") == told(ledger, "news/tin-mau/") | {"last_changed": "2026-12-01"}


def test_what_was_never_a_page_has_no_digest(tmp_path: Path) -> None:
    alias = redirect("news/cu/", "news/tin-mau/", "../tin-mau/")
    ledger = begun(lay(tmp_path / "site", news__cu=alias, news__tin_mau=page("news/tin-mau/")))
    assert ledger.lines["news/cu/"].digest is None
    assert ledger.lines["news/cu/"].moved_to == "news/tin-mau/"


# ---- The digest ----

SAME = [
    ("<p>Tin mẫu.</p>", '<section class="moi"><p>Tin\n   mẫu.</p></section>'),
    ("<p>Tin mẫu.</p>", "<p>Tin mâ\u0303u.</p>"),
    ("<p>Tin mẫu.</p>", "<nav><p>Trang chủ</p></nav><p>Tin m&#7851;u.</p><aside>Bên cạnh</aside>"),
    ("<p>Tin mẫu.</p>", "<p>Tin mẫu.</p><script>1 < 2</script><svg><title>Hình</title></svg><button>In</button>"),
    ("<p>Tin mẫu.</p>", '<p>Tin mẫu.</p><section class="ps-related x"><section>Bài khác</section></section>'),
    ("<p>Tin mẫu.</p>", "<!--search--><p>Tin mẫu.</p><!--/search--><img alt='Hình' src='a.png'>"),
]
OTHER = [("<p>Tin mẫu.</p>", "<p>Tin mau.</p>"), ("<p>Tin mẫu.</p>", "<p>Tin mẫu</p>"), ("", "<p>Tin</p>")]


def digest(text: str) -> str:
    return read_text(page("", text).encode()).digest


@pytest.mark.parametrize(("one", "two"), SAME)
def test_looks_do_not_change_the_digest(one: str, two: str) -> None:
    assert digest(one) == digest(two)


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_words_change_the_digest(one: str, two: str) -> None:
    assert digest(one) != digest(two)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"<![if x", b"<main>" * 500, b"<html lang=><link rel=canonical>"])
def test_broken_markup_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert read_text(data).digest.startswith("sha256:")


# ---- Reading and writing ----


def test_the_ledger_is_one_page_a_line_and_reads_back(tmp_path: Path) -> None:
    ledger = begun(lay(tmp_path / "site", news__tin_mau=page("news/tin-mau/")))
    data = ledger_bytes(ledger)
    assert read_ledger(data) == (ledger, [])
    lines = data.decode().splitlines()
    assert (lines[0], len(lines), lines[-1]) == ('{"$schema": "schema/ledger.json", "version": 1, "pages": [', 4, "]}")


BROKEN = {
    "no JSON": b"{",
    "not UTF-8": b"\xff",
    "a list": b"[]",
    "nothing": b"{}",
    "no pages": b'{"version": 1}',
    "a version of the future": b'{"version": 2, "pages": []}',
    "an unknown key": b'{"version": 1, "pages": [], "x": 1}',
    "a line without days": b'{"version": 1, "pages": [{"address": "a/", "lang": "vi", "build": "x"}]}',
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_ledger_is_refused_with_a_reason(data: bytes) -> None:
    ledger, findings = read_ledger(data)
    assert ledger is None
    assert [one.code for one in findings] == ["ledger-unreadable"]
    assert findings[0].params["reason"]


def test_an_address_twice_is_refused(tmp_path: Path) -> None:
    line = '{"address": "a/", "lang": "vi", "first_seen": "2026-11-22", "last_changed": "2026-11-22", "build": "x"}'
    _, findings = read_ledger(f'{{"version": 1, "pages": [{line}, {line}]}}'.encode())
    assert [(one.code, dict(one.params)) for one in findings] == [("ledger-unreadable", {"reason": "address: a/"})]


def test_the_schema_describes_every_field_in_both_languages_and_accepts_the_ledger(tmp_path: Path) -> None:
    ledger = begun(lay(tmp_path / "site", news__cu=redirect("news/cu/", "news/tin-mau/", "../tin-mau/")))
    schema = json.loads(schema_bytes([load_messages("vi"), load_messages("en")]))
    fields = schema["$defs"]["Line"]["properties"]
    assert list(fields) == list(Line.model_fields)
    assert all(" / " in field["description"] for field in fields.values())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(ledger_bytes(ledger)))


# ---- Proof ----


@pytest.fixture
def proven(tmp_path: Path) -> Path:
    alias = redirect("news/cu/", "news/tin-mau/", "../tin-mau/")
    pages = {"news__tin_mau": page("news/tin-mau/"), "news__cu": alias, "news__het": withdrawn("news/het/")}
    folder = lay(tmp_path / "site", **pages)
    (folder / LEDGER).write_bytes(ledger_bytes(begun(folder)))
    return folder


def test_a_folder_that_is_what_its_ledger_says_has_no_findings(proven: Path) -> None:
    assert verify(proven) == []


def _add(folder: Path) -> None:
    (folder / "news" / "la").mkdir()
    (folder / "news" / "la" / "index.html").write_text(page("news/la/"), encoding="utf-8")


def _write(path: str, text: str, folder: Path) -> None:
    (folder / path).write_text(text, encoding="utf-8")


FORGED = {
    "a word": (lambda at: _write("news/tin-mau/index.html", page("news/tin-mau/", "Khác."), at), "differs", "digest"),
    "the language": (lambda at: _write("index.html", page("", lang="en"), at), "differs", "lang"),
    "the rows": (lambda at: _write("data/coverage.json", "{}", at), "differs", "rows"),
    "the day": (
        lambda at: _write("news/het/index.html", withdrawn("news/het/", "2020-01-01"), at),
        "differs",
        "withdrawn",
    ),
    "the way": (lambda at: _write("news/cu/index.html", redirect("news/cu/", "", "../../"), at), "differs", "moved_to"),
    "a page more": (_add, "unlisted", None),
    "a page less": (lambda at: (at / "news" / "tin-mau" / "index.html").unlink(), "missing", None),
}


@pytest.mark.parametrize(("forge", "code", "field"), FORGED.values(), ids=FORGED.keys())
def test_whatever_was_changed_afterwards_is_told(proven: Path, forge, code: str, field: str | None) -> None:  # type: ignore[no-untyped-def]
    forge(proven)
    findings = verify(proven)
    assert [one.code for one in findings] == [f"ledger-page-{code}"]
    assert findings[0].params.get("field") == field
    if field:
        for table in map(load_messages, ("vi", "en")):
            assert f": {table.text(f'said.ledger-page-differs.field.{field}')}" in sentence(findings[0], table)


def test_a_folder_without_a_ledger_proves_nothing(tmp_path: Path) -> None:
    assert [one.code for one in verify(tmp_path)] == ["ledger-missing"]
    assert [one.code for one in verify(tmp_path / ("n" * 300))] == ["ledger-missing"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFO files")
def test_a_ledger_is_a_plain_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    os.mkfifo(tmp_path / LEDGER)
    assert [one.code for one in verify(tmp_path)] == ["ledger-missing"]


def test_folders_without_end_do_not_stop_it(proven: Path) -> None:
    with deep_folders(proven):
        assert verify(proven) == []


def test_the_sentence_of_a_lost_address_names_every_way_out() -> None:
    for lang in ("vi", "en"):
        text = load_messages(lang).text("finding.address-lost", target="/news/x/")
        assert all(word in text for word in ("/news/x/", "expires_on", "aliases", "publish_on", "draft"))
