"""Old or new, never a mixture: build beside the site, then rename."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

from promosite.findings import Finding, Source, finding

HERE, EXCHANGE = -100, 2
"""`AT_FDCWD` and `RENAME_EXCHANGE` of renameat2(2)."""
SITE = ("index.html", "404.html", "sitemap.xml")
"""What every folder has that a build of ours made."""


def foreign_files(target: Path) -> list[Finding]:
    """Return a finding for a folder that a swap would delete although no build made it, or could not put in place."""
    if target.is_symlink() or target.is_mount():
        return [finding("folder-fixed", Source(target.name), path=target)]
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return []
    if all((target / name).is_file() for name in SITE):
        return []
    return [finding("folder-foreign", Source(target.name), path=target)]


class Swap:
    """Replaces a folder by one built beside it. Until `finish` after `approve`, the old one is untouched."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.beside = target.with_name(f".{target.name}.new")
        self.old = target.with_name(f".{target.name}.old")
        self.is_approved = False

    def begin(self) -> Path:
        """Return the folder to build in; a swap that was killed half-way is brought to its end first."""
        if self.old.exists():
            if self.target.exists():
                shutil.rmtree(self.old)
            else:
                self.old.rename(self.target)
        shutil.rmtree(self.beside, ignore_errors=True)
        self.is_approved = False
        return self.beside

    def approve(self) -> None:
        """Say that the new folder is whole and may be shown."""
        self.is_approved = True

    def refuse(self) -> None:
        """Say that the old folder stays."""
        self.is_approved = False

    def finish(self) -> None:
        """Put the new folder in place if it was approved, else throw it away."""
        if not self.is_approved:
            shutil.rmtree(self.beside, ignore_errors=True)
            return
        if exchanged(self.beside, self.target):
            self.beside.rename(self.old)
        else:
            if self.target.exists():
                self.target.rename(self.old)
            self.beside.rename(self.target)
        shutil.rmtree(self.old, ignore_errors=True)


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux); tell whether it did.

    Two renames leave a moment in which there is no site: whoever reads just then finds nothing, and a machine that
    stops just then starts again without one.
    """
    exchange = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    if exchange is None:
        return False
    return bool(exchange(HERE, os.fsencode(one.absolute()), HERE, os.fsencode(other.absolute()), EXCHANGE) == 0)
