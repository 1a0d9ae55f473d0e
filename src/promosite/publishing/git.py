"""Ask git, without its surprises: no hooks but those of a push, no translated answers, no exceptions."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from promosite.findings import STEERING

INHERITED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_PREFIX")
"""What git sets for its own hooks; inside one it would point our commands at the wrong place."""
STEADY = ("gc.auto=0", "maintenance.auto=false", "core.fsmonitor=false", "core.quotePath=false")
WITHOUT_HOOKS = f"core.hooksPath={os.devnull}"
AS_THEY_ARE = ("core.autocrlf=false", "core.fileMode=false", "core.symlinks=true", "core.ignoreCase=false")
"""Files of a finished site go in byte for byte."""
AS_COMMITTED = ("core.autocrlf=false", f"core.attributesFile={os.devnull}")
"""Files of a commit come out byte for byte: Git for Windows would end their lines otherwise."""
SAID = 300
"""Characters of git's own words that a message repeats."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said: exit code, output, and its complaint."""

    code: int
    out: bytes
    complaint: str

    @property
    def is_ok(self) -> bool:
        """Tell whether git did what it was asked."""
        return self.code == 0

    @property
    def line(self) -> str:
        """Return the output as text without the line end; empty where git refused."""
        return self.out.decode("utf-8", errors="replace").strip() if self.is_ok else ""

    @property
    def reason(self) -> str:
        """Return git's complaint in one safe line: no hints, no stop at its end, nothing that steers a terminal."""
        lines = [plain(line) for line in self.complaint.splitlines() if not line.startswith("hint:")]
        text = " ".join(line for line in lines if line)
        return text[:SAID].rstrip(".") or f"git: {self.code}"


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a commit, when (in the maker's own time), and what they called it."""

    commit: str
    who: str
    when: str
    subject: str

    @property
    def words(self) -> dict[str, str]:
        """Return the parameters with which messages name a commit."""
        return {"commit": self.commit[:12], "who": self.who, "when": self.when, "subject": self.subject}


class Git:
    """The repository around a folder. Methods return answers; nothing is raised, also where there is no git."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._environ = {key: value for key, value in os.environ.items() if key not in INHERITED}
        self._environ |= {"LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat"}
        self._environ["GIT_NO_REPLACE_OBJECTS"] = "1"  # what stands in for a commit here, nobody else has
        if not sys.stdin or not sys.stdin.isatty():
            self._environ["GIT_TERMINAL_PROMPT"] = "0"  # nobody is there to answer

    def ask(
        self, *arguments: str, given: bytes = b"", hooks: bool = False, environ: Mapping[str, str] | None = None
    ) -> Answer:
        """Run git in the root. `given` goes to its input; `environ` is set for this run alone."""
        settings = [*STEADY, *(() if hooks else (WITHOUT_HOOKS,))]
        command = ["git", *with_settings(*settings), *arguments]
        full = {**self._environ, **(environ or {})}
        try:
            done = subprocess.run(command, cwd=self.root, env=full, input=given, capture_output=True, check=False)
        except OSError as error:
            return Answer(127, b"", str(error))
        return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", errors="replace"))

    def author(self, commit: str) -> Author:
        """Return who made a commit; question marks for one that is not known here."""
        form = "--format=%H%x00%an%x00%ad%x00%s"
        found = self.ask("show", "--no-patch", form, "--date=format:%Y-%m-%d %H:%M", commit).line
        full, who, when, subject = (found.split("\0") + [""] * 4)[:4] if found else (commit, "?", "?", "?")
        return Author(full, plain(who), plain(when), plain(subject))

    def read(self, commit: str, path: str) -> bytes | None:
        """Return a file of a commit; None where it has none."""
        answer = self.ask("cat-file", "blob", f"{commit}:{path}")
        return answer.out if answer.is_ok else None


def plain(text: str) -> str:
    """Return foreign text fit for one line of a terminal."""
    return " ".join(STEERING.sub(" ", text).split())


def with_settings(*settings: str) -> list[str]:
    """Return the arguments that set something for one run of git."""
    return [part for one in settings for part in ("-c", one)]


def joined(paths: Iterable[str]) -> bytes:
    """Return paths as git takes them with `-z`, whatever is in their names."""
    return b"".join(os.fsencode(path) + b"\0" for path in paths)
