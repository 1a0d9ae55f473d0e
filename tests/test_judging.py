"""What is remembered: never anything else than what would be found, and no more is judged than what has changed."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from promosite import judging
from promosite.cache import CACHE, digest_of
from promosite.findings import Finding
from promosite.generate import gaps, generate, outlines
from promosite.generate.headers import claim_of
from promosite.generate.sharing import share_card
from promosite.judging import Job, Standard, remembering
from promosite.load.files import DataFile
from promosite.model.catalogue import Reference
from promosite.pipeline import examine, prepare
from promosite.processes import shared
from promosite.validate.reference import LISTS
from promosite.wording import RECORDS, TextGroup, house_of
from tests.hostile.cases import laid, together
from tests.projects import lay_project, lay_sample_year
from tests.wording.tiny import real_reference
from tests.worlds import BRIEFINGS, CONFIG, MOMENT, PLAN, READERS, english, event, lay, news, press, product

VI, EN = "content/vi/news/hai.md", "content/en/news/hai.md"
FAULTY = '---\ntitle: "Sample item"\nsummary: "Sample summary."\n---\nThere are 6 districts; a color.[^bao-mau]\n'
HAI = {VI: news("Có 5 huyện.[^bao-mau]"), EN: FAULTY}
PAPER = "content/reports/report-2024-en.md"
MEMORY = CACHE / "verdicts.json"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The valid world with one more pair, whose translation has faults, and with what is written for a report."""
    return lay(tmp_path / "world", {**HAI, PAPER: "---\n---\n## Causes\n\nA color.\n"})


def name_of(job: Job) -> str:
    """Return `words` with the files of a group, `data` with the file, or `pair` with the translation."""
    if isinstance(job.matter, TextGroup):
        return " ".join(["words", *sorted(file.path for file in job.matter.files.values())])
    return f"data {job.matter.path}" if isinstance(job.matter, DataFile) else f"pair {job.matter[1].text.path}"


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is judged anew."""
    done: list[str] = []
    really = Standard.findings_in

    def note(self: Standard, job: Job) -> list[Finding]:
        done.append(name_of(job))
        return really(self, job)

    monkeypatch.setattr(Standard, "findings_in", note)
    yield done


def found(project: Path, processes: int = 1) -> list[Finding]:
    """What is found with a memory."""
    return examine(project, MOMENT, judge=remembering(project, processes))[1]


def anew(project: Path) -> list[Finding]:
    """What is found without one, by the way that builds take."""
    return prepare(project, MOMENT)[2]


def edit(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_second_time_nothing_is_judged(project: Path, judged: list[str]) -> None:
    first = found(project)
    assert {"parity-fact-changed", "word-british"} <= {one.code for one in first}
    assert len(judged) == len(set(judged)) > 10
    judged.clear()
    assert found(project) == first
    assert judged == []
    assert anew(project) == first


def test_builds_ask_no_memory(project: Path, judged: list[str]) -> None:
    found(project)
    judged.clear()
    anew(project)
    assert len(judged) > 10
    shutil.rmtree(project / ".cache")
    anew(project)
    assert not (project / ".cache").exists()


# ---- What an edit has judged anew ----

PAIR = [f"pair {EN}", f"words {EN} {VI}"]
EDITS: dict[str, tuple[str, str, str, list[str]]] = {
    "body of the translation": (EN, "6 districts", "5 districts", PAIR),
    "body of the source": (VI, "5 huyện", "6 huyện", PAIR),
    "header of the source": (VI, "tasks: [t1]", "tasks: []", PAIR),
    "a line more above the body": (EN, "---\nThere", "---\n\nThere", PAIR),
    "only bytes that say nothing": (EN, "---\nThere", "---\r\nThere", []),
    "a text in one language only": (
        "content/vi/events/hoi-cho-mau.md", "\n---\n", "\n---\nThêm.\n", ["words content/vi/events/hoi-cho-mau.md"]
    ),
    "a page written by hand": (
        "docs/en/about.md", "---\n", "---\n# edited\n", ["words docs/en/about.md docs/vi/about.md"]
    ),
    "what is written for a yearly report": (PAPER, "A color.", "A colour.", [f"words {PAPER}"]),
    "records that no word is judged by": (
        "content/data/channels.yml", "Đăng tin mẫu.", "Đăng tin.", ["data content/data/channels.yml"]
    ),
    "the register of pictures": ("content/media/media.yml", "- ", "# edited\n- ", ["data content/media/media.yml"]),
    "the size of listings": ("mkdocs.yml", "page_size: 5", "page_size: 6", []),
}  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "expected"), EDITS.values(), ids=EDITS)
def test_an_edit_has_only_that_judged(
    path: str, old: str, new: str, expected: list[str], project: Path, judged: list[str]
) -> None:
    found(project)
    with_bytes = (project / path).read_bytes().replace(old.encode(), new.encode(), 1)
    assert with_bytes != (project / path).read_bytes()
    (project / path).write_bytes(with_bytes)
    judged.clear()
    now = found(project)
    assert sorted(judged) == expected
    assert now == anew(project)


@pytest.mark.parametrize("name", sorted({*LISTS, "plan-2023-2025"}))
def test_words_are_judged_again_when_their_records_change(name: str, project: Path, judged: list[str]) -> None:
    file = project / "content" / ("media" if name == "media" else "data") / f"{name}.yml"
    file.write_text(file.read_text(encoding="utf-8") if file.exists() else "[]\n", encoding="utf-8")
    found(project)
    words = sorted(one for one in judged if not one.startswith("pair"))
    file.write_text(f"# edited\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    judged.clear()
    found(project)
    by_words = name.startswith("plan-") or name in ("places", "units", "glossary")
    assert sorted(judged) == (words if by_words else [f"data {file.relative_to(project).as_posix()}"])


def test_a_new_term_is_held_against_all_texts(project: Path) -> None:
    glossary = project / "content/data/glossary.yml"
    glossary.write_text("[]\n", encoding="utf-8")
    before = found(project)
    glossary.write_text(
        "- {vi: huyện, en: District, origin: N, group: science-places, avoid: [districts]}\n", encoding="utf-8"
    )
    assert [(one.code, one.source.path) for one in found(project) if one not in before] == [("word-avoided", EN)]
    assert found(project) == anew(project)


def set_own(project: Path, **own: object) -> None:
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["extra"]["promosite"] |= own
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")


def test_words_are_judged_again_when_somebody_answers_for_the_site(project: Path, judged: list[str]) -> None:
    found(project)
    words = sorted(one for one in judged if not one.startswith("pair"))
    set_own(project, publisher=None)
    judged.clear()
    now = found(project)
    assert sorted(judged) == words
    assert now == anew(project)


def test_a_file_under_another_name_is_another_text(project: Path, judged: list[str]) -> None:
    found(project)
    for path in (VI, EN):
        (project / path).rename((project / path).with_name("ba.md"))
    judged.clear()
    now = found(project)
    assert sorted(judged) == [one.replace("hai.md", "ba.md") for one in PAIR]
    assert now == anew(project)


def test_the_day_decides_on_no_verdict(project: Path, judged: list[str]) -> None:
    found(project)
    judged.clear()
    later = MOMENT + timedelta(days=400)
    now = examine(project, later, judge=remembering(project))[1]
    assert judged == []
    assert now == prepare(project, later)[2]


def test_another_program_believes_no_verdict(project: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found(project)
    all_of_them = sorted(judged)
    judged.clear()
    monkeypatch.setattr(judging, "program", lambda: "another")
    found(project)
    assert sorted(judged) == all_of_them


def test_every_module_and_every_version_is_of_the_program(tmp_path: Path) -> None:
    package = Path(judging.__file__).parent
    copy = shutil.copytree(package, tmp_path / "promosite", ignore=shutil.ignore_patterns("__pycache__", "theme"))
    before = digest_of(copy, "1")
    assert before == digest_of(package, "1") != digest_of(package, "2")
    for module in ("parity/english.py", "wording/claims.py", "load/nodes.py", "lang.py", "model/dates.py"):
        (copy / module).write_bytes((copy / module).read_bytes() + b"\n")
        after = digest_of(copy, "1")
        assert after != before
        before = after


def test_words_are_judged_by_these_records_and_no_others() -> None:
    asked = set()

    class Asked(Reference):
        def __getattribute__(self, name: str) -> Any:
            asked.add(name)
            return super().__getattribute__(name)

    assert house_of(Asked(**vars(real_reference())), ("vi", "en"), publisher_set=False).terms
    assert asked == RECORDS


# ---- Cold, warm, poisoned, by one process or by several: always the same ----


def hostile(target: Path) -> Path:
    """The valid world with more than 150 broken files."""
    lay(target)
    with laid(target, list(together())):
        return shutil.copytree(target, target.with_name("hostile"), symlinks=True)


def drifted(target: Path) -> Path:
    """The real content with every third English text one digit off and with a wrong word."""
    project = lay_project(target)
    for path in sorted(project.glob("content/en/*/*.md"))[::3]:
        head, body = path.read_text(encoding="utf-8").rsplit("---\n", 1)
        path.write_text(f"{head}---\n{body.replace('2', '3')}\nThe world's best color.\n", encoding="utf-8")
    return project


TAKEN = (
    *("events/2024", "events/index", "figures", "for/trade", "news/2024", "news/hai", "places", "search"),
    *("plan/2023-2025/index", "plan/2023-2025/t1", "plan/2023-2025/units/centre", "plan/2023-2025/report/2024"),
    *("products/index", "products/muoi-mau", "products/muoi-mau/sheet", "data", "cu/hai", "news/het"),
)
"""One page of every kind that nobody writes by hand."""


def colliding(target: Path) -> Path:
    """A page written by hand where an item, a sheet, a listing, a plan or any other page has its place."""
    page = '---\ntitle: "Trang"\nsummary: "Tóm tắt."\n---\nMẫu.\n'
    moved = {
        "content/vi/events/hai.md": event(aliases="[/cu/hai/]"),
        "content/vi/news/het.md": news(expires_on="2025-01-01"),
    }
    written = {f"docs/vi/{address}.md": page for address in (*TAKEN, "events/page/2")}
    return lay(target, {**READERS, **HAI, **moved, **written})


def starred(target: Path) -> Path:
    """Signs that share cards cannot show, in titles of all kinds and in the name of the site."""
    star = {"title": '"Mẫu ★ và ☂"'}
    files = {
        **READERS,
        "content/vi/news/hai.md": news(**star),
        "content/en/news/hai.md": english(),
        "content/vi/products/hai.md": product(**star),
        "content/vi/events/hai.md": event(**star),
        "content/vi/press/hai.md": press(**star, outlet='"Báo ✦"'),
        "docs/vi/hai.md": '---\ntitle: "Trang ★"\nsummary: "Tóm tắt."\n---\nMẫu.\n',
        "mkdocs.yml": CONFIG.replace("Sample Province", "Sample ★ Province"),
        "content/data/plan-2023-2025.yml": PLAN.replace("vi: Một,", "vi: Một ★,"),
        "content/data/briefings.yml": BRIEFINGS.replace("vi: Dành cho bạn hàng", "vi: Dành cho bạn hàng ★"),
    }
    return lay(target, files)


WORLDS: dict[str, Callable[[Path], Path]] = {
    "hostile": hostile, "drifted": drifted, "sample year": lay_sample_year, "colliding": colliding,
    "starred": starred, "real": lay_project,
}  # fmt: skip


def poisons(memory: Path) -> Iterator[bytes]:
    """Ways in which the memory may have been spoilt, the last by somebody who makes all verdicts good."""
    whole = memory.read_bytes()
    yield from (b"", b"{}", b"\x00" * 1000, whole[: len(whole) // 2], whole[::-1], whole + b" ")
    yield whole.replace(b"word-", b"ward-") if b"word-" in whole else whole[:-1]
    digest, _, said = whole.partition(b"\n")
    yield digest + b"\n{" + b",".join(part.split(b":[")[0] + b":[]" for part in said[1:-1].split(b"],")) + b"}"


@pytest.mark.parametrize("make", WORLDS.values(), ids=WORLDS)
def test_the_findings_are_always_the_same(make: Callable[[Path], Path], tmp_path: Path) -> None:
    project = make(tmp_path / "world")
    expected = anew(project)
    assert found(project) == expected
    assert found(project) == expected
    for poison in poisons(project / MEMORY):
        (project / MEMORY).write_bytes(poison)
        assert found(project) == expected
        assert found(project) == expected


def test_the_colliding_world_collides(tmp_path: Path) -> None:
    taken = [one.params["found"] for one in found(colliding(tmp_path / "world")) if one.code == "address-twice"]
    assert sorted(taken) == sorted(f"/{address.removesuffix('index')}/".replace("//", "/") for address in TAKEN)


def test_every_template_of_pages_is_collided_with(tmp_path: Path) -> None:
    """So a kind of page that `gaps` forgets is noticed: its collision is found by builds alone."""
    site, outputs, findings = prepare(colliding(tmp_path / "world"), MOMENT)
    assert site is not None
    taken = {one.params["found"].removeprefix("/") for one in findings if one.code == "address-twice"}
    hit = {page.header["template"] for page in outputs.pages if page.address in taken}
    assert {page.header["template"] for page in outputs.pages} - hit == {"home.html"}


def test_the_outlines_have_the_addresses_and_cards_of_the_pages(tmp_path: Path) -> None:
    site, outputs, findings = prepare(starred(tmp_path / "world"), MOMENT)
    assert site is not None
    pages, drawn = outlines(site), [page for page in outputs.pages if page.header["canonical"] is None]
    assert [claim_of(page) for page in pages] == [claim_of(page) for page in drawn]
    assert [share_card(site, page) for page in pages] == list(generate(site)[0].cards)
    assert gaps(site) == generate(site)[1]
    told = {one.source.path for one in findings if one.code == "card-letter"}
    kinds = {f"content/vi/{kind}/hai.md" for kind in ("news", "products", "events", "press")}
    assert told == {*kinds, "docs/vi/hai.md", "mkdocs.yml", "content/data/"}


def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = drifted(tmp_path / "world")
    expected = anew(project)
    sent = []

    def note(do: Callable[[Job], list[Finding]], jobs: list[Job], others: int) -> list[list[Finding]]:
        sent.append((len(jobs), others))
        return shared(do, jobs, others)

    monkeypatch.setattr(judging, "WORTH_SHARING", 50)
    monkeypatch.setattr("promosite.processes.shared", note)
    assert found(project, processes=3) == expected
    assert [(jobs > 50, others) for jobs, others in sent] == [(True, 2)]
    assert found(project, processes=3) == expected
    assert len(sent) == 1


@pytest.mark.parametrize(
    ("jobs", "processes", "helpers"),
    [(0, 2, 0), (599, 8, 0), (600, 1, 0), (600, 2, 1), (600, 8, 2), (2000, 2, 1), (2000, 4, 3), (2000, 64, 6)],
)
def test_help_is_called_where_it_pays(jobs: int, processes: int, helpers: int) -> None:
    assert judging.helpers_for(jobs, processes) == helpers


def test_what_is_sent_to_another_process_is_not_prepared_twice() -> None:
    standard = Standard(real_reference(), "", ("vi", "en"), False)
    assert standard.house is standard.house
    assert "house" not in standard.__getstate__()


def test_an_item_that_is_gone_is_forgotten(project: Path) -> None:
    found(project)
    before = (project / MEMORY).stat().st_size
    for path in (VI, EN):
        (project / path).unlink()
    found(project)
    assert (project / MEMORY).stat().st_size < before
    assert [path.name for path in (project / CACHE).iterdir()] == ["verdicts.json"]
