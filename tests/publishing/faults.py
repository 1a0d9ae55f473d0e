"""Ways in which a clone is not fit to be published from, whatever is in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.publishing.clones import git

Fault = Callable[[Path, Path], None]
"""Does something to a project and the repository that it shares."""


def nothing(project: Path, remote: Path) -> None:
    pass


def fetched(fault: Fault) -> Fault:
    """Return a fault that the clone has heard of."""

    def both(project: Path, remote: Path) -> None:
        fault(project, remote)
        git(project, "fetch", "--quiet")

    return both


def other_branch(project: Path, remote: Path) -> None:
    git(project, "switch", "--quiet", "--create", "nhap")


def detach(project: Path, remote: Path) -> None:
    git(project, "switch", "--quiet", "--detach")


def anonymous(project: Path, remote: Path) -> None:
    git(project, "config", "--unset", "user.name")
    git(project, "config", "--unset", "user.email")


def remote_down(project: Path, remote: Path) -> None:
    remote.rename(remote.with_name("away.git"))


def no_repository(project: Path, remote: Path) -> None:
    shutil.rmtree(project / ".git")
