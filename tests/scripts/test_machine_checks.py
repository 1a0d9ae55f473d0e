"""What machines found is written down whole: the register is never half old and half new."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.judges import script

WRITTEN = """
- checked_on: 2026-11-22
  axe: "4.10.3"
  templates: 20
  views: 80
  axe_faults: 0
  html_validate: "9.5.0"
  html_pages: 30
  html_faults: 1
"""


def test_the_register_is_written_beside_and_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checks, register, before = script("machine_checks"), tmp_path / "machine-checks.yml", tmp_path / "before.yml"
    register.write_text("[]\n", encoding="utf-8")
    before.hardlink_to(register)

    def judged(command: list[str], env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        counted = json.dumps({"templates": 20, "views": 80, "axe_faults": 0})
        Path(env["PROMOSITE_AXE_RECORD"]).write_text(counted, encoding="utf-8")
        lines = '{"html_pages": 10, "html_faults": 0}\n{"html_pages": 20, "html_faults": 1}\n'
        Path(env["PROMOSITE_HTML_RECORD"]).write_text(lines, encoding="utf-8")
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    monkeypatch.setattr(checks, "REGISTER", register)
    monkeypatch.setattr(checks, "_version", {"axe-core": "4.10.3", "html-validate": "9.5.0"}.__getitem__)
    monkeypatch.setattr(checks.subprocess, "run", judged)
    assert checks.record_checks() == 1
    assert register.read_text(encoding="utf-8") == checks.HEAD + WRITTEN
    assert before.read_text(encoding="utf-8") == "[]\n"
