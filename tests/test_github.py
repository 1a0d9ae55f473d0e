"""What runs at GitHub: actions pinned by commit, no more rights than needed, findings as a comment in Vietnamese."""

import base64
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from promosite.findings import Source, finding
from promosite.messages import spoken
from promosite.reporting import as_text
from tests.projects import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
NIGHTLY = ROOT / ".github" / "workflows" / "nightly.yml"
CHECK = ROOT / ".github" / "workflows" / "check.yml"
PUBLISH = ROOT / ".github" / "workflows" / "publish.yml"
FAKE_GH = """#!/bin/sh
printf '%s\\n' "$@" > asked
exit "${GH_SAYS:-0}"
"""
FAKE_PYTHON = """#!/bin/sh
[ "$2" = --format ] || echo "a.md:1:1: error x  Lỗi."
[ "$1" != scripts/build.py ] || echo "b.md:2:3: error y  Hỏng." >&2
exit "$LINT"
"""


def jobs(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return found


def step(job: str, name: str, path: Path = CHECK) -> str:
    (found,) = [one["run"] for one in jobs(path)[job]["steps"] if name in one.get("name", "")]
    return str(found)


def run(script: str, folder: Path, **environment: str) -> int:
    """Run a step as GitHub does, with programs of our own in front."""
    for name, text in (("gh", FAKE_GH), ("python3", FAKE_PYTHON)):
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)
    path = os.pathsep.join((str(folder), os.environ["PATH"]))
    command = ["bash", "-e", "-c", script]
    return subprocess.run(command, cwd=folder, env={"PATH": path, **environment}, check=False).returncode


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_nothing_may_write_by_default(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: *(\S+)(.*)", text)
    assert [one for one, _ in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", one)] == []
    assert [note for _, note in used if not re.fullmatch(r" # v\d+\.\d+\.\d+", note)] == []
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
    assert yaml.safe_load(text)["permissions"] == {"contents": "read"}


def test_the_nightly_properties_run_with_their_own_profile() -> None:
    (job,) = jobs(NIGHTLY).values()
    assert "permissions" not in job
    assert job["env"] == {"HYPOTHESIS_PROFILE": "nightly"}
    assert settings.get_profile("nightly").max_examples == 10_000
    assert settings.get_profile("promosite").max_examples == 300
    (run,) = [step["run"] for step in job["steps"] if "run" in step]
    assert run == "python3 scripts/test.py --properties"


def test_only_the_comment_may_write_and_it_runs_nothing_of_the_pull_request() -> None:
    writing = {name: job for name, job in jobs(CHECK).items() if "permissions" in job}
    assert {name: job["permissions"] for name, job in writing.items()} == {"comment": {"pull-requests": "write"}}
    assert [one for one in writing["comment"]["steps"] if "uses" in one] == []
    assert "scripts/" not in step("comment", "comment")
    assert "${{" not in step("comment", "comment")


def test_findings_are_handed_on_only_when_there_are_errors(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert run(step("content", "check the content"), tmp_path, GITHUB_OUTPUT=str(output), LINT="0") == 0
    assert not output.exists()
    assert run(step("content", "check the content"), tmp_path, GITHUB_OUTPUT=str(output), LINT="1") == 1
    first, *lines, last = output.read_text(encoding="utf-8").splitlines()
    assert (first, lines) == (f"findings<<{last}", ["a.md:1:1: error x  Lỗi."])


def test_what_only_the_build_finds_is_handed_on_and_marked(tmp_path: Path) -> None:
    script, output = step("content", "build the site"), tmp_path / "output"
    assert run(script, tmp_path, GITHUB_OUTPUT=str(output), LINT="0") == 0
    assert not output.exists()
    assert run(script, tmp_path, GITHUB_OUTPUT=str(output), LINT="1") == 1
    first, *lines, last = output.read_text(encoding="utf-8").splitlines()
    assert (first, lines) == (f"findings<<{last}", ["b.md:2:3: error y  Hỏng."])
    assert "::add-matcher::.github/findings.json" in script


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Source("content/vi/news/a.md", 3, 5), ("content/vi/news/a.md", "3", "5", "error", "link-form")),
        (Source("content/vi/news/a.md", 1), ("content/vi/news/a.md", "1", None, "error", "link-form")),
    ],
)
def test_lines_of_findings_are_marked_where_they_stand(place: Source, expected: tuple[str | None, ...]) -> None:
    (matcher,) = json.loads((ROOT / ".github" / "findings.json").read_text(encoding="utf-8"))["problemMatcher"]
    (pattern,) = matcher["pattern"]
    first, *rest = as_text([finding("link-form", place, found="x")], spoken(None), ROOT)
    match = re.fullmatch(pattern["regexp"], first)
    assert match is not None
    names = ("file", "line", "column", "severity", "code")
    assert tuple(match[pattern[name]] for name in names) == expected
    assert [line for line in rest if re.fullmatch(pattern["regexp"], line)] == []


@pytest.mark.parametrize(
    ("findings", "result", "asked"),
    [
        ("a.md:1:1: error x", "failure", ["pr", "comment", "7", "--edit-last", "--create-if-none", "--body-file"]),
        ("", "success", ["pr", "comment", "7", "--edit-last", "--body", "Nội dung không còn lỗi."]),
        (
            "",
            "failure",
            [
                *("pr", "comment", "7", "--edit-last", "--body"),
                "Lần này máy chưa kiểm tra xong nội dung; xem nhật ký ở thẻ Checks.",
            ],
        ),
    ],
)
def test_the_comment_says_what_is_so(tmp_path: Path, findings: str, result: str, asked: list[str]) -> None:
    assert run(step("comment", "comment"), tmp_path, NUMBER="7", FINDINGS=findings, RESULT=result) == 0
    told = tmp_path / "asked"
    assert (told.read_text(encoding="utf-8").splitlines()[:6] if told.exists() else []) == asked
    if findings:
        text = (tmp_path / "comment.md").read_text(encoding="utf-8")
        assert text.startswith("Nội dung còn lỗi") and f"\n{findings}\n" in text


def test_without_a_comment_to_edit_nothing_is_said(tmp_path: Path) -> None:
    script = step("comment", "comment")
    assert run(script, tmp_path, NUMBER="7", FINDINGS="", RESULT="success", GH_SAYS="1") == 0
    assert run(script, tmp_path, NUMBER="7", FINDINGS="x", RESULT="failure", GH_SAYS="1") == 1


# ---- Publishing ----


def test_only_publishing_may_write_and_what_runs_is_never_cut_off() -> None:
    settings = yaml.safe_load(PUBLISH.read_text(encoding="utf-8"))
    triggers = settings[True]  # YAML 1.1 reads the key `on` as a truth value
    assert set(triggers) == {"push", "schedule", "workflow_dispatch"}
    assert triggers["push"] == {"branches": ["main"]}
    assert settings["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    writing = {
        path.name: job["permissions"] for path in WORKFLOWS for job in jobs(path).values() if "permissions" in job
    }
    assert writing == {"check.yml": {"pull-requests": "write"}, "publish.yml": {"contents": "write"}}
    (checkout,) = [one["with"] for one in jobs(PUBLISH)["publish"]["steps"] if "checkout" in one.get("uses", "")]
    assert checkout == {"ref": "main", "fetch-depth": 0, "persist-credentials": False}


def test_the_token_reaches_git_and_nothing_else(tmp_path: Path) -> None:
    script = step("publish", "publish", PUBLISH)
    assert "${{" not in script
    (tmp_path / "python3").write_text('#!/bin/sh\nenv > environ\necho "$@" > asked\n', encoding="utf-8")
    (tmp_path / "python3").chmod(0o755)
    environ = {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "TOKEN": "x" * 60,
        "GITHUB_SERVER_URL": "https://a.test",
    }
    done = subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=environ, capture_output=True, check=True)
    seen = dict(line.split("=", 1) for line in (tmp_path / "environ").read_text(encoding="utf-8").splitlines())
    basic = base64.b64encode(b"x-access-token:" + b"x" * 60).decode()
    assert {key: value for key, value in seen.items() if key.startswith("GIT_") or key == "TOKEN"} == {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "http.https://a.test/.extraheader",
        "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {basic}",
    }
    assert done.stdout.decode() == f"::add-mask::{basic}\n"
    assert (tmp_path / "asked").read_text(encoding="utf-8") == "scripts/publish.py\n"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_handbook_says_how_the_owner_names_who_approves(lang: str) -> None:
    page = (ROOT / "docs" / "handbook" / lang / "publishing.md").read_text(encoding="utf-8")
    owners = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    assert ".github/CODEOWNERS" in page
    assert f"docs/handbook/{lang}/publishing.md" in owners
    assert [line for line in owners.splitlines() if not line.startswith("#")] == []
