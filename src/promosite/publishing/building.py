"""Build a project in a folder of its own: by the program that lies there, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from promosite.findings import Finding, Source, finding

SECRETS = ("GIT_", "GH_", "GITHUB_TOKEN", "TOKEN", "SSH_A")
"""How variables begin that let a program push: a build needs none of them, and runs much that is not ours."""


def build_project(project: Path) -> tuple[Path, list[Finding]]:
    """Build strictly and return the finished site; what was wrong is printed by the build itself."""
    folder = project / "site"
    config = ["--config-file", str(project / "mkdocs.yml"), "--site-dir", str(folder)]
    # The program of that very commit, not the one of the folder in which people work.
    own = os.pathsep.join(part for part in (str(project / "src"), os.environ.get("PYTHONPATH")) if part)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", *config]
    environ = {key: value for key, value in os.environ.items() if not key.startswith(SECRETS)}
    # The lock of the publication is handed on: where only the publisher is killed, its build goes on in this folder.
    result = subprocess.run(command, cwd=project, env={**environ, "PYTHONPATH": own}, check=False, close_fds=False)
    return folder, [finding("publish-build", Source("mkdocs.yml"))] if result.returncode else []


def without_editor(reason: object) -> Finding:
    """Return the finding for a site that should have its editor, which could not be made."""
    return finding("publish-editor", Source("editor/"), reason=reason)
