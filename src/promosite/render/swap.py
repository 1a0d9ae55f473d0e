"""Old or new, never a mixture: build beside the site, then rename."""

import shutil
from pathlib import Path

from promosite.findings import Finding, Source, finding

SITE = ("index.html", "404.html", "sitemap.xml")
"""What every folder has that a build of ours made."""


def foreign_files(target: Path) -> list[Finding]:
    """Return a finding for a folder that a swap would delete although no build made it; nothing for others."""
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
        self._approved = False

    def begin(self) -> Path:
        """Return the folder to build in; a swap that was killed half-way is brought to its end first."""
        if self.old.exists():
            if self.target.exists():
                shutil.rmtree(self.old)
            else:
                self.old.rename(self.target)
        shutil.rmtree(self.beside, ignore_errors=True)
        self._approved = False
        return self.beside

    def approve(self) -> None:
        """Say that the new folder is whole and may be shown."""
        self._approved = True

    def refuse(self) -> None:
        """Say that the old folder stays."""
        self._approved = False

    def finish(self) -> None:
        """Put the new folder in place if it was approved, else throw it away."""
        if not self._approved:
            shutil.rmtree(self.beside, ignore_errors=True)
            return
        if self.target.exists():
            self.target.rename(self.old)
        self.beside.rename(self.target)
        shutil.rmtree(self.old, ignore_errors=True)
