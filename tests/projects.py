"""Whole projects in a folder of their own, for tests that build for real. The checkout is read, never written."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
EPOCH = "1795348800"
"""2026-11-22 12:00 UTC, the moment of all test builds of the real content."""
SAMPLE_EPOCH = "1743400800"
"""2025-03-31 in Viet Nam: the day on which the sample year is looked at."""


def lay_project(target: Path, content: Path = ROOT / "content", docs: Path = ROOT / "docs", **own: Any) -> Path:
    """Copy a project into `target`; `own` settings go into `extra.promosite`. Returns `target`."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copytree(content, target / "content")
    for lang in ("vi", "en"):
        shutil.copytree(docs / lang, target / "docs" / lang)
    shutil.copytree(ROOT / "docs" / "assets", target / "docs" / "assets")
    (target / "mkdocs.yml").write_text(yaml.safe_dump(settings(own), allow_unicode=True), encoding="utf-8")
    return target


def settings(own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the real configuration with hook and theme named from anywhere, and some settings of our own."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["hooks"] = [str(ROOT / "hooks" / "build_site.py")]
    config["theme"]["custom_dir"] = str(ROOT / "src" / "promosite" / "theme")
    config["extra"]["promosite"] |= own
    return dict(config)


def lay_sample_year(target: Path) -> Path:
    """Copy the sample year into `target` as a project whose publisher and contact are set, as samples."""
    sample = ROOT / "tests" / "sites" / "sample-year"
    publisher = {"name": {"vi": "Sở Mẫu", "en": "Sample Department"}, "url": "https://example.org/"}
    contact = {"address": {"vi": "Số 1 Đường Mẫu", "en": "1 Sample Street"}, "email": "mau@example.org"}
    strapline = {"vi": "Trang mẫu", "en": "Sample site"}
    own = {"publisher": publisher, "contact": contact, "area": None, "strapline": strapline}
    project = lay_project(target, sample / "content", sample / "docs", **own)
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    names = {
        "vi": ("Tỉnh Mẫu", "Trang mẫu của một tỉnh không có thật."),
        "en": ("Sample Province", "A made-up province."),
    }
    for language in config["plugins"][0]["i18n"]["languages"]:
        language["site_name"], language["site_description"] = names[language["locale"]]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return project


def mkdocs(
    project: Path, *arguments: str, epoch: str = EPOCH, engine: str = "mkdocs"
) -> subprocess.CompletedProcess[str]:
    """Run the engine in a project and return what it said; the caller judges."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1"}
    environment["DISABLE_MKDOCS_2_WARNING"] = "true"
    command = [sys.executable, "-m", engine, *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
