"""The commands for people, run as people run them, in a project of their own."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.check.tiny import URL, tiny_site
from tests.check.tiny import lay as lay_site
from tests.projects import ROOT
from tests.publishing.clones import git
from tests.worlds import english, lay, news

EPOCH = "1795348800"
EN, VI = "content/en/news/a.md", "content/vi/news/a.md"
SOURCE = "Nội dung mẫu.[^bao-mau]\n\n## Giá\nRẻ.\n"
TEXT = "Sample.[^bao-mau]\n\n## Price\nCheap.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A tiny world with the scripts and the environment of the checkout."""
    root = lay(tmp_path / "project", {VI: news(SOURCE), EN: english(TEXT)})
    (root / "scripts").mkdir()
    for path in (ROOT / "scripts").glob("*.py"):
        (root / "scripts" / path.name).write_bytes(path.read_bytes())
    (root / ".venv").symlink_to(Path(sys.prefix), target_is_directory=True)
    return root


def run(
    project: Path, script: str, *arguments: str, epoch: str = EPOCH, path: str = os.environ["PATH"]
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(project / "scripts" / script), *arguments]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "PYTHONIOENCODING": "utf-8", "PATH": path}
    return subprocess.run(
        command, cwd=project, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


# ---- translation.py ----


def codes(project: Path, path: str) -> list[str]:
    result = run(project, "check.py", "--format", "json", path)
    return [one["code"] for one in json.loads(result.stdout)]


def test_a_translation_is_accepted_goes_stale_and_is_accepted_again(project: Path) -> None:
    before = (project / EN).read_bytes()
    assert codes(project, EN) == ["translation-unrecorded"]

    first = run(project, "translation.py", "accept", EN, "--lang", "en")
    assert (first.returncode, first.stdout, first.stderr) == (
        0,
        f"Marked as matching the Vietnamese text: {EN}\nMatching already, left as they are: 0.\n",
        "",
    )
    after = (project / EN).read_bytes()
    lines = after.decode().split("\n")
    record = [re.sub("[0-9a-f]{8}", "…", line) for line in lines[3:9]]
    parts = ["title", "summary", "intro", "1-gia"]
    assert record == ["translated_from:", *(f"  - {part}:…" for part in parts), "translated_on: 2026-11-22"]
    assert "\n".join([*lines[:3], *lines[9:]]).encode() == before
    assert codes(project, EN) == []

    again = run(project, "translation.py", "accept", EN, "--lang", "en", epoch=str(int(EPOCH) + 86_400 * 9))
    assert again.stdout == "Matching already, left as they are: 1.\n"
    assert (project / EN).read_bytes() == after

    edit(project / VI, "Rẻ.", "Đắt.")
    assert codes(project, EN) == ["translation-stale"]
    shown = run(project, "translation.py", "diff", VI, "--lang", "en")
    assert shown.returncode == 0
    assert "≠ changed: “Giá” / “Price”" in shown.stdout
    assert run(project, "translation.py", "accept", VI).returncode == 0
    assert codes(project, EN) == []


def test_both_texts_are_shown_where_a_fact_differs(project: Path) -> None:
    edit(project / VI, "Rẻ.", "Giá 5 đồng.")
    shown = run(project, "translation.py", "diff", VI, "--lang", "en")
    assert shown.returncode == 1
    assert "Giá 5 đồng." in shown.stdout
    assert "error parity-fact-missing" in shown.stdout


def test_the_language_may_stand_before_the_paths(project: Path) -> None:
    result = run(project, "translation.py", "accept", "--lang", "vi", EN)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Đã ghi là khớp với bản tiếng Việt: {EN}\n")


def test_a_translation_with_an_error_is_never_touched(project: Path) -> None:
    edit(project / EN, "[^bao-mau]", "[^khong-co]")
    before = (project / EN).read_bytes()
    result = run(project, "translation.py", "accept", EN, "--lang", "en")
    assert result.returncode == 1
    assert result.stdout.endswith(f"\nNot marked as matching: {EN}. Mend the errors above, then run this again.\n")
    assert f"{EN}:5:8: error source-unknown" in result.stdout
    assert (project / EN).read_bytes() == before


def test_an_error_of_the_source_forbids_acceptance(project: Path) -> None:
    edit(project / VI, "tasks: [t1]", "tasks: [t9]")
    before = (project / EN).read_bytes()
    result = run(project, "translation.py", "accept", EN, "--lang", "en")
    assert result.returncode == 1
    assert f"{VI}:6:9: error reference-unknown" in result.stdout
    assert f"Not marked as matching: {EN}." in result.stdout
    assert (project / EN).read_bytes() == before


def test_all_that_have_no_errors_are_accepted(project: Path) -> None:
    edit(project / EN, "[^bao-mau]", "[^khong-co]")
    broken = (project / EN).read_bytes()
    result = run(project, "translation.py", "accept", "--all", "--lang", "en")
    assert result.returncode == 1
    assert [line for line in result.stdout.split("\n") if line.startswith("Marked")] == [
        "Marked as matching the Vietnamese text: content/en/news/tin-mau.md",
        "Marked as matching the Vietnamese text: content/en/press/bai-bao-mau.md",
        "Marked as matching the Vietnamese text: content/en/products/muoi-mau.md",
    ]
    assert (project / EN).read_bytes() == broken
    status = json.loads(run(project, "status.py", "--format", "json").stdout)
    assert status["translation"]["en"]["counts"] == {
        "current": 2,
        "stale": 0,
        "unrecorded": 0,
        "summary": 1,
        "missing": 1,
    }


@pytest.mark.parametrize("path", ["content/en/news/nope.md", "elsewhere", "docs"])
def test_a_path_without_translation_is_refused(path: str, project: Path) -> None:
    result = run(project, "translation.py", "diff", path, "--lang", "en")
    assert result.returncode == 1
    assert "error translation-unknown  There is no translation here." in result.stdout


@pytest.mark.parametrize("arguments", [(), ("accept",), ("accept", "--all", "x"), ("mend", "x")])
def test_wrong_usage_of_translation(arguments: tuple[str, ...], project: Path) -> None:
    assert run(project, "translation.py", *arguments).returncode == 2


# ---- new.py ----


def test_a_new_pair_is_written_once(project: Path) -> None:
    first = run(project, "new.py", "product", "--title", "Muối Bà Rịa", "--task", "t1", "t2", "--lang", "en")
    assert first.returncode == 0
    assert first.stdout == "content/vi/products/muoi-ba-ria.md\ncontent/en/products/muoi-ba-ria.md\n"
    assert first.stderr.startswith("The two files above are written.")
    assert "tasks: [t1, t2]\n" in (project / "content/vi/products/muoi-ba-ria.md").read_text(encoding="utf-8")
    second = run(project, "new.py", "product", "--title", "Muối Bà Rịa")
    assert second.stdout == "content/vi/products/muoi-ba-ria-2.md\ncontent/en/products/muoi-ba-ria-2.md\n"
    found = json.loads(
        run(project, "check.py", "--format", "json", "content/vi/products", "content/en/products").stdout
    )
    assert {one["code"] for one in found if one["severity"] == "error"} == {"placeholder-left"}


def test_nothing_is_overwritten(project: Path) -> None:
    before = (project / VI).read_bytes()
    result = run(project, "new.py", "news", "--title", "Muối", "--slug", "a", "--lang", "en")
    assert result.returncode == 1
    assert result.stderr == f"There is a file {VI} already; it stays as it is. Choose another name with --slug.\n"
    assert (project / VI).read_bytes() == before


def test_a_translation_in_the_way_takes_back_the_source(project: Path) -> None:
    (project / "content/en/events").mkdir()
    (project / "content/en/events/b.md").write_text("old", encoding="utf-8")
    assert run(project, "new.py", "event", "--title", "Muối", "--slug", "b").returncode == 1
    assert not (project / "content/vi/events/b.md").exists()


WRONG = [
    (),
    ("news",),
    ("news", "--title", " "),
    ("story", "--title", "Muối"),
    ("news", "--title", "Muối", "--task", "t9"),
    ("news", "--title", "Muối", "--unit", "centre"),
    ("news", "--title", "a <b>"),
    ("news", "--title", "Muối", "--slug", "../../a"),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_of_new_writes_nothing(arguments: tuple[str, ...], project: Path) -> None:
    before = sorted(project.rglob("*.md"))
    result = run(project, "new.py", *arguments)
    assert result.returncode == 2
    assert result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(project.rglob("*.md")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="pty is for Unix; the dialogue itself is tested everywhere")
def test_a_person_at_a_terminal_is_asked(project: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, str(project / "scripts" / "new.py"), "news", "--lang", "en"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        command, cwd=project, env=environment, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    os.close(theirs)
    os.write(ours, "Muối mới\n\n1 2\n1\n1\n".encode())
    output, errors = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0, errors
    assert "File name (Enter for muoi-moi): " in output
    text = (project / "content/vi/news/muoi-moi.md").read_text(encoding="utf-8")
    assert text.split("\n")[1] == 'title: "Muối mới"'
    assert "tasks: [t1, t2]\nunit: centre\nchannel: websites\n" in text


# ---- check.py and status.py ----


def test_check_speaks_to_github(project: Path) -> None:
    edit(project / VI, "tasks: [t1]", "tasks: [t9]")
    result = run(project, "check.py", "--format", "github", "--lang", "en", VI)
    assert result.returncode == 1
    assert result.stdout == (
        f"::error file={VI},line=6,col=9,title=reference-unknown::"
        "Field “tasks”: there is no id “t9”. Nearest: t1, t2.\n"
    )


def test_check_shows_the_line(project: Path) -> None:
    edit(project / VI, "tasks: [t1]", "tasks: [t9]")
    lines = run(project, "check.py", "--lang", "en", VI).stdout.split("\n")
    assert lines[1:3] == ["    | tasks: [t9]", "    |         ^"]


def test_check_says_the_same_whether_it_remembers_or_not(project: Path) -> None:
    """The pairs are enough for several processes to judge them, which import the script anew."""
    for number in range(310):
        for path, text in ((VI, news(SOURCE)), (EN, english(TEXT.replace("Cheap", "A color, 5 ha")))):
            (project / path).with_name(f"a-{number}.md").write_text(text, encoding="utf-8")
    first = run(project, "check.py", "--format", "json")
    assert first.stderr == ""
    assert len([one for one in json.loads(first.stdout) if one["code"] == "parity-fact-added"]) == 310
    memory = project / ".cache" / "promosite" / "verdicts.json"
    for spoilt in (memory.read_bytes(), b"{", memory.read_bytes()[:-9]):
        memory.write_bytes(spoilt)
        again = run(project, "check.py", "--format", "json")
        assert (again.returncode, again.stdout, again.stderr) == (1, first.stdout, "")


def test_check_looks_again_when_a_file_is_saved(project: Path) -> None:
    command = [sys.executable, str(project / "scripts" / "check.py"), "--watch", "--lang", "en", VI]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "Errors: 0, warnings: 0.\n"
        time.sleep(0.1)
        edit(project / VI, "tasks: [t1]", "tasks: [t9]")
        assert process.stdout.readline().startswith(f"{VI}:6:9: error reference-unknown")
        process.terminate()


def test_check_of_a_file_that_is_not_there_is_no_clean_bill(project: Path) -> None:
    result = run(project, "check.py", "content/vi/news/khong-co", VI)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.split("\n")[1].startswith("There is no file or folder “content/vi/news/khong-co”. ")


def test_check_of_a_folder_elsewhere_is_no_clean_bill(project: Path, tmp_path: Path) -> None:
    result = run(project, "check.py", "--lang", "en", VI, str(tmp_path))
    said = f"“{tmp_path}” does not lie in this project ({project.resolve()}), so there is nothing to check.\n"
    assert (result.returncode, result.stdout, result.stderr) == (2, "", said)


ENTER = "import environment, sys; environment.enter(); "
OUTER = "import environment, subprocess, sys; sys.exit(environment.wait_for(subprocess.Popen(sys.argv[1:])))"


def interrupted(command: list[str], folder: Path, ready: str) -> tuple[int, str]:
    """Return exit code and last words of a command that gets Ctrl+C once it has said that it is ready."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONIOENCODING": "utf-8"}
    streams: dict[str, Any] = {"stderr": subprocess.PIPE, "stdout": subprocess.DEVNULL, "text": True}
    # Tests that run in the background ignore Ctrl+C, and so would whatever they start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True, **streams)
    signal.signal(signal.SIGINT, before)
    with process:
        assert process.stderr is not None
        assert next(line for line in process.stderr if line.startswith(ready))
        os.killpg(process.pid, signal.SIGINT)
        try:
            _, said = process.communicate(timeout=30)
        finally:
            process.kill()
        return process.returncode, said


def test_ctrl_c_ends_a_command_without_a_traceback(project: Path) -> None:
    scripts = project / "scripts"
    watch = [sys.executable, "check.py", "--watch", "--lang", "en"]
    sleep = [sys.executable, "-c", f"{ENTER}import time; print('up', file=sys.stderr, flush=True); time.sleep(60)"]
    assert interrupted(watch, scripts, "Waiting") == (0, "")
    assert interrupted([sys.executable, "-c", OUTER, *watch], scripts, "Waiting") == (0, "")
    assert interrupted([sys.executable, "-c", OUTER, *sleep], scripts, "up") == (130, "")


def test_nobody_needs_to_read_to_the_end(project: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, str(project / "scripts" / "status.py")]
    result = subprocess.run(command, cwd=project, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert result.stderr == ""


def test_a_preview_says_that_its_port_is_taken(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run(project, "serve.py", "--lang", "en", "--address", f"127.0.0.1:{port}")
    told = f"Another program uses port {port}. Close the old preview, or run: python3 scripts/serve.py --address "
    assert (result.returncode, result.stderr) == (2, f"{told}127.0.0.1:{port + 1}\n")


@pytest.mark.parametrize("address", ["127.0.0.1:no-port", "8000", ":8000", "127.0.0.1:", "127.0.0.1:0"])
def test_a_preview_is_shown_only_where_it_was_asked_for(project: Path, address: str) -> None:
    (project / "mkdocs.yml").unlink()  # so that a preview that began would end here
    nowhere = run(project, "serve.py", "--lang", "en", "--address", address)
    told = f"A preview cannot listen at {address}. Usually this is enough: python3 scripts/serve.py\n"
    assert (nowhere.returncode, nowhere.stderr) == (2, told)


def test_status_speaks_both_languages_and_never_fails(project: Path) -> None:
    edit(project / VI, "tasks: [t1]", "tasks: [t9]")
    result = run(project, "status.py")
    assert result.returncode == 0
    assert result.stdout.startswith("Tình hình ngày 2026-11-22 / As of 2026-11-22\n")
    assert "Items with errors are not counted above" in result.stderr


# ---- build.py and serve.py ----


@pytest.mark.parametrize("script", ["build.py", "serve.py"])
def test_settings_that_stop_the_engine_are_told_in_both_languages(project: Path, script: str) -> None:
    edit(project / "mkdocs.yml", "site_url:", "site_nmae: Mẫu\nsite_url:")
    result = run(project, script)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("mkdocs.yml:1:1: error field-unknown  Không có trường “site_nmae”.")
    assert "    There is no field “site_nmae”. Did you mean: site_name?\n" in result.stderr
    assert not {"Aborted", "Traceback"} & set(re.findall(r"\w+", result.stderr))


# ---- report.py ----

REPORT = ("report.py", "--no-pdf", "--year", "2024", "--lang", "en")
ADDRESSEE = '---\naddressee: {vi: "Cơ quan mẫu", en: "Sample Body"}\n---\n## Nguyên nhân\n\nĐoạn mẫu.\n'


@pytest.fixture
def reporting(project: Path) -> Path:
    """The same, with an addressee for 2024, which the tiny plan does not name."""
    (project / "content" / "reports").mkdir()
    (project / "content" / "reports" / "bao-cao-2024.md").write_text(ADDRESSEE, encoding="utf-8")
    return project


def test_a_report_is_written_twice_to_the_byte(reporting: Path) -> None:
    found = []
    for name in ("one", "two"):
        result = run(reporting, *REPORT, "--out", str(reporting / name))
        assert (result.returncode, result.stderr) == (0, "")
        found.append({path.name: path.read_bytes() for path in (reporting / name).iterdir()})
    assert found[0] == found[1]
    assert sorted(found[0]) == [
        *(f"bao-cao-2024-phu-luc-{number}.csv" for number in range(1, 7)),
        "bao-cao-2024.docx",
        "report-2024-en.docx",
    ]


def test_a_day_that_is_named_counts_more_than_the_clock(reporting: Path) -> None:
    day = ("--as-of", "2026-11-22", "--out", "named")
    assert run(reporting, *REPORT, *day, epoch="1800000000").returncode == 0
    assert run(reporting, *REPORT, "--out", "clock").returncode == 0
    named, clock = ((reporting / name / "bao-cao-2024.docx").read_bytes() for name in ("named", "clock"))
    assert named == clock


SIGNED = ADDRESSEE.replace("---\n", "---\nnumber: 5\ndate: 2024-11-12\n", 1)


def test_a_signed_report_is_the_same_on_every_day_since(reporting: Path) -> None:
    """Also when something that it counted was withdrawn; up to the day before, it is a draft that can go on."""
    edit(reporting / VI, "tasks: [t1]", "tasks: [t1]\nunit: centre\nchannel: websites")
    (reporting / "content" / "reports" / "bao-cao-2024.md").write_text(SIGNED, encoding="utf-8")
    before = run(reporting, *REPORT, "--as-of", "2024-11-11", "--dry-run")
    assert "Still missing: Document number; Date of signing;" in before.stdout
    for name, more in (("signed", ("--as-of", "2024-11-12")), ("now", ())):
        result = run(reporting, *REPORT, *more, "--out", name)
        assert (result.returncode, result.stderr) == (0, "")
        assert result.stdout.splitlines()[0] == "Report for 2024, as of 12 November 2024"
        assert "T1: 1 result (previous period" in result.stdout
        if name == "signed":
            edit(reporting / VI, "channel: websites", "channel: websites\nexpires_on: 2025-06-01")
    signed, now = (
        {path.name: path.read_bytes() for path in (reporting / name).iterdir()} for name in ("signed", "now")
    )
    assert signed == now


def test_a_dry_run_says_what_is_missing_and_writes_nothing(reporting: Path) -> None:
    result = run(reporting, *REPORT, "--dry-run", "--as-of", "2024-09-30")
    assert (result.returncode, result.stdout.splitlines()[0]) == (0, "Report for 2024, as of 30 September 2024")
    assert "Still missing: Document number; Date of signing;" in result.stdout
    assert result.stdout.endswith("Dry run: no file was written.\n")
    assert not (reporting / "build").exists()


def test_a_report_without_addressee_is_refused_in_both_languages(project: Path) -> None:
    result = run(project, "report.py", "--year", "2024")
    assert (result.returncode, result.stdout) == (1, "")
    assert "report-addressee  Chưa biết gửi báo cáo năm 2024 cho ai." in result.stderr
    assert "Nobody is named to send the report for 2024 to." in result.stderr
    assert not (project / "build").exists()


def test_an_error_in_the_content_stops_a_report(reporting: Path) -> None:
    edit(reporting / VI, "published: 2024-06-01", "published: 01/06/2024")
    result = run(reporting, *REPORT, "--as-of", "2024-09-30")
    assert result.returncode == 1
    assert "date-full" in result.stderr
    assert not (reporting / "build").exists()


@pytest.mark.parametrize("more", [(), ("--as-of", "2024-09-30")], ids=["today", "as of a day"])
def test_a_report_passes_no_guard_of_the_check(reporting: Path, tmp_path: Path, more: tuple[str, ...]) -> None:
    """A cache that leads out of the project is not written through; a language without words is told, not raised."""
    away = tmp_path / "away"
    away.mkdir()
    (reporting / ".cache").mkdir(exist_ok=True)
    cache = reporting / ".cache" / "promosite"
    shutil.rmtree(cache, ignore_errors=True)
    cache.symlink_to(away, target_is_directory=True)
    linked = run(reporting, *REPORT, *more)
    assert (linked.returncode, linked.stdout, list(away.iterdir())) == (1, "", [])
    assert "error cache-link" in linked.stderr
    cache.unlink()
    edit(reporting / "mkdocs.yml", "locale: en, name: English", "locale: fr, name: English")
    wordless = run(reporting, *REPORT, *more)
    assert (wordless.returncode, wordless.stdout) == (1, "")
    assert "error config-language" in wordless.stderr
    assert "Traceback" not in wordless.stderr


def test_no_report_counts_days_to_come(reporting: Path) -> None:
    result = run(reporting, *REPORT, "--as-of", "2026-11-23")
    assert (result.returncode, result.stdout) == (2, "")
    assert "--as-of 2026-11-23 has not come yet (today is 2026-11-22)." in result.stderr
    assert not (reporting / "build").exists()


@pytest.mark.parametrize("arguments", [(), ("--year", "next"), ("--year", "2024", "--as-of", "30/09/2024")])
def test_wrong_usage_is_told_with_2(project: Path, arguments: tuple[str, ...]) -> None:
    result = run(project, "report.py", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


# ---- test.py ----


def test_what_the_tests_need_is_installed_without_running_them(project: Path, tmp_path: Path) -> None:
    quick = run(project, "test.py", "--install", "--fast")
    assert (quick.returncode, quick.stdout, quick.stderr) == (0, "", "")
    whole = run(project, "test.py", "--install", path=str(tmp_path))
    assert (whole.returncode, whole.stdout) == (1, "FAILED: browser, office\n")
    assert "The tests need the browser Chromium." in whole.stderr
    assert "apt install libreoffice-writer-nogui poppler-utils fonts-liberation" in whole.stderr


# ---- check_site.py ----


def test_a_folder_alone_is_checked_by_what_it_says(project: Path, tmp_path: Path) -> None:
    folder = lay_site(tmp_path / "elsewhere" / "site", tiny_site())
    sound = run(project, "check_site.py", str(folder), "--lang", "en")
    assert (sound.returncode, sound.stdout) == (0, "Errors: 0, warnings: 0.\n")
    assert sound.stderr.startswith(f"{URL} (vi, en): ")
    edit(folder / "about" / "index.html", "</main>", '<a href="../nowhere/">x</a></main>')
    broken = run(project, "check_site.py", str(folder), "--format", "json")
    assert broken.returncode == 1
    found = [(one["code"], one["path"]) for one in json.loads(broken.stdout)]
    assert found == [("site-link-broken", "about/index.html")]
    other = run(project, "check_site.py", str(folder), "--url", "https://elsewhere.example/", "--languages", "vi,en")
    assert other.returncode == 1
    assert "site-canonical-wrong" in other.stdout


def test_a_folder_that_says_nothing_and_one_that_is_not_there(project: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    unknown = run(project, "check_site.py", str(tmp_path / "empty"))
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "--url https://example.org/brvt/ --languages vi,en" in unknown.stderr
    for name in ("nowhere", "n" * 300):
        missing = run(project, "check_site.py", str(tmp_path / name))
        assert (missing.returncode, missing.stderr) == (1, "")
        assert "site-folder-missing" in missing.stdout


LEDGER = (
    '{"version": 1, "pages": [{"address": "news/tin-mau/", "lang": "vi", "first_seen": "2024-06-03",'
    ' "last_changed": "2024-06-03", "build": "a+b"}]}'
)


def test_a_report_cites_the_ledger_of_a_file_or_of_the_branch(reporting: Path) -> None:
    (reporting / "ledger.json").write_text(LEDGER, encoding="utf-8")
    for name, more in (("file", ("--ledger", str(reporting / "ledger.json"))), ("branch", ())):
        if name == "branch":
            (reporting / "data").mkdir()
            (reporting / "data" / "ledger.json").write_text(LEDGER, encoding="utf-8")
            git(reporting, "init", "--quiet")
            git(reporting, "add", "data")
            git(reporting, "-c", "user.name=M", "-c", "user.email=m@example.org", "commit", "--quiet", "-m", "x")
            git(reporting, "update-ref", "refs/remotes/origin/gh-pages", "HEAD")
        result = run(reporting, *REPORT, *more, "--out", str(reporting / name))
        assert (result.returncode, result.stderr) == (0, "")
        table = (reporting / name / "bao-cao-2024-phu-luc-2.csv").read_text(encoding="utf-8-sig")
        assert "news/tin-mau,03/6/2024" in table


def test_a_ledger_that_cannot_be_read_stops_a_report(reporting: Path) -> None:
    (reporting / "broken.json").write_text("{}", encoding="utf-8")
    for name in ("broken.json", "none.json"):
        result = run(reporting, *REPORT, "--ledger", name)
        assert result.returncode == 1
        assert f"{name}: error ledger-unreadable" in result.stderr
        assert "Traceback" not in result.stderr
