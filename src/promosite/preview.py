"""The preview: what changed is laid into the folder that is being shown; files that no page waits for come after.

A preview is not checked, and search finds what the last build knew.
"""

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from promosite.cache import content_digest
from promosite.model.outputs import FileOutput
from promosite.render.assembly import SEARCH, Assembly
from promosite.render.search import reuse_index
from promosite.render.site_files import Part, lay_part

MakeFiles = Callable[[], Sequence[FileOutput]]


@dataclass
class Preview:
    """Keeps the folder that is being shown, `site`, at the state of the last build."""

    site: Path
    cache: Path
    _laid: dict[str, str] = field(default_factory=dict)
    """What lies at a place: the digest of its content, or which file it is."""
    _turn: int = 0
    _lock: Lock = field(default_factory=Lock)

    def renew(self, rendered: Path, assembly: Assembly, make_files: MakeFiles) -> Thread:
        """Lay what has changed: pages now, all else in a thread of its own, which is returned."""
        assembly.finished.close()
        with self._lock:
            self._turn += 1
            wanted = self._take(rendered)
            for part in assembly.parts():
                wanted.add(part[0])
                self._lay(part)
            rest = Thread(target=self._lay_rest, args=(self._turn, wanted, assembly, make_files), daemon=True)
        rest.start()
        return rest

    def _take(self, rendered: Path) -> set[str]:
        """Lay what the engine has rendered into the site, and return where it lies."""
        taken = set()
        for path in rendered.rglob("*"):
            if path.is_file():
                uri = path.relative_to(rendered).as_posix()
                lay_part(self.site, (uri, path))
                self._laid[uri] = "rendered"
                taken.add(uri)
        return taken

    def _lay(self, part: Part) -> None:
        uri, content = part
        known = f"{content} {content.stat().st_mtime_ns}" if isinstance(content, Path) else content_digest(content)
        if self._laid.get(uri) != known:
            lay_part(self.site, part)
            self._laid[uri] = known

    def _lay_rest(self, turn: int, wanted: set[str], assembly: Assembly, make_files: MakeFiles) -> None:
        """Lay the files, then take away what is no longer wanted; a newer turn ends an older one."""
        made = make_files()
        with suppress(OSError):  # the preview was ended, and its folder is gone
            for part in assembly.files(made):
                with self._lock:
                    if turn != self._turn:
                        return
                    wanted.add(part[0])
                    self._lay(part)
            with self._lock:
                for uri in set(self._laid) - wanted if turn == self._turn else ():
                    (self.site / uri).unlink(missing_ok=True)
                    del self._laid[uri]
            reuse_index(self.site, self.cache / SEARCH)
        gc.collect()  # unused objects are looked for when a build is shown: see `memory.pause`
