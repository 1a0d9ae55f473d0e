"""Bodies that could do harm are rendered before anything else looks at them: by markup, by time or by depth.

Ordinary texts have few marks and no tags, and need no trial: Markdown is done with them in milliseconds, and the
build sanitises every body once more.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from promosite.findings import Finding
from promosite.load.files import SourceFile
from promosite.memory import remembered
from promosite.trial.marks import weight_of

__all__ = ["is_demanding", "is_marked", "tried"]

TAG = re.compile(r"<(?!https?://)(?=[a-zA-Z/!?])")
ODD_TARGET = re.compile(r"\](?:\(|:)\s*+(?!https?://|mailto:|tel:|[\w./#%~+-]*(?:[\s)]|$))")
"""The target of a link that is no plain path and does not begin like an address."""
USER = re.compile(r"https?:[/\\]*[^\s/\\?#<>\"')\]]*[@&]", re.IGNORECASE)
"""An address with a name before its host, or with a sign before it that only its source spells so (`&#64;`)."""
ELSEWHERE = re.compile(r"\](?:\(|:)\s*+<?(?:https?:)?//")
LENGTH = 20_000
WEIGHT = 250
"""Characters, and marks among them, up to which a body takes less than a second whatever it says (measured)."""
DEEP = re.compile(r"^(?:[ \t]*(?:[>*+-]|\d+[.)])){9}|^[ \t]{40}|^[ \t]*:(?:[ \t]+[>*+:-]){9}", re.MULTILINE)
"""A line that opens more than eight lists or quotations, or stands as far in as only their inside does."""


def tried(files: Sequence[SourceFile], extensions: Sequence[str]) -> tuple[list[SourceFile], list[Finding]]:
    """Return the files and what is refused in their bodies; a body that cannot be laid out is emptied.

    `extensions` are those of Markdown that the site names in `mkdocs.yml`.
    """
    demanding = [file for file in files if _need_of(file.body) == "apart"]
    marked = [file for file in files if _need_of(file.body) == "here"]
    if not (demanding or marked):
        return list(files), []
    findings = _refused(demanding, marked, extensions)
    endless = {one.source.path for one in findings if one.code == "markup-endless"}
    return [replace(file, body="") if file.path in endless else file for file in files], findings


def _need_of(body: str) -> str:
    """Return where a body must be tried: in a process apart, or here; empty where it need not be."""
    if body not in _needs:
        _needs[body] = "apart" if is_demanding(body) else "here" if is_marked(body) else ""
    return _needs[body]


_needs: dict[str, str] = remembered()
"""What was found of bodies before: a preview asks again at each edit."""


def _refused(demanding: Sequence[SourceFile], marked: Sequence[SourceFile], extensions: Sequence[str]) -> list[Finding]:
    # Imported when there is something to try: most checks have nothing, and would wait for it.
    from promosite.render.sanitise import Written
    from promosite.trial.apart import trial, trials_apart

    heavy, light = ([Written(one.path, one.body, one.body_line) for one in files] for files in (demanding, marked))
    return [*trials_apart(heavy, extensions), *(one for body in light for one in trial(body, extensions))]


def is_marked(text: str) -> bool:
    """Tell whether a text may have markup that no page takes: tags, odd links, pictures from elsewhere."""
    if TAG.search(text) or ODD_TARGET.search(text) or USER.search(text):
        return True
    return "![" in text and bool(ELSEWHERE.search(text))


def is_demanding(text: str) -> bool:
    """Tell whether Markdown may take long over a text, or lose itself in its depth."""
    return len(text) > LENGTH or weight_of(text) > WEIGHT or bool(DEEP.search(text))
