"""Names of files that cannot be used, and kinds of files that are not taken: what to do with each."""

import re
from pathlib import PurePosixPath

from promosite.findings import WHOLE, Finding, Source, finding
from promosite.lang import fold

NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
MAX_NAME = 100
LONGEST_PROPOSED = 60

HEIC = frozenset({".heic", ".heif"})
"""What telephones of one maker write; browsers do not show it, and its decoder is not part of Pillow."""
PAPERS = frozenset({".docx", ".doc", ".odt", ".rtf", ".pdf"})
"""Papers with words that an editor can copy out."""
DOUBLED = (".md.txt", ".yml.txt")
"""How names end to which Notepad added an ending of its own."""
OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of office programs begin, whatever their names say."""
LITTER = frozenset({"desktop.ini"})
"""What a machine lays beside files, and nobody needs."""
LOCKS = ("~$", ".~lock.", "~wrl")
"""How the names of files begin that office programs keep while a paper is open."""


def name_refused(name: str, path: str, *, is_folder: bool) -> Finding:
    """Return the finding for a name that cannot be used, with one that can where its letters give one."""
    place, found = Source(path, WHOLE), printable(name)
    if not is_folder and is_never_taken(name):
        return kind_refused(name, path)
    if name.lower().startswith(LOCKS):
        return finding("file-name", place, found=found, case="lock")
    if name.lower() in LITTER:
        return finding("file-kind", place, found=found, case="litter")
    proposal = proposed(name, is_folder=is_folder)
    return finding("file-name", place, found=found, **({"expected": proposal} if proposal else {"case": "letters"}))


def proposed(name: str, *, is_folder: bool = False) -> str:
    """Return a name that can be used, made from one that cannot; empty where no letter of it can stand."""
    stem, dot, ending = (name, "", "") if is_folder else name.rpartition(".")
    slug = re.sub(r"[^a-z0-9]+", "-", fold(stem or ending)).strip("-")
    if len(slug) > LONGEST_PROPOSED:
        slug = slug[: LONGEST_PROPOSED + 1].rpartition("-")[0] or slug[:LONGEST_PROPOSED]
    if not slug or not re.fullmatch(r"[A-Za-z0-9]*", ending):
        return ""
    return f"{slug}{dot}{ending.lower()}" if stem else slug


def is_never_taken(name: str) -> bool:
    """Tell whether a file would still be refused once it had a better name."""
    small = name.lower()
    return not small.startswith(LOCKS) and small.endswith((*HEIC, *PAPERS, *DOUBLED))


def kind_refused(name: str, path: str) -> Finding:
    """Return the finding for a file of a kind that is not taken where it lies."""
    suffix, place = PurePosixPath(path).suffix.lower(), Source(path, WHOLE)
    if suffix in HEIC:
        return finding("picture-heic", place, found=suffix)
    if meant := _meant_by(name, path):
        return finding("file-kind", place, found=suffix, expected=meant, case="doubled")
    case = "asset" if path.startswith("docs/assets/") else "paper" if suffix in PAPERS else ""
    case = "litter" if name in LITTER else case
    return finding("file-kind", place, found=suffix or name, **({"case": case} if case else {}))


def _meant_by(name: str, path: str) -> str:
    """Return the name that was meant where an editor added `.txt`; empty where it would be no better."""
    of_data = path.startswith(("content/data/", "content/media/media.yml"))
    if not of_data and path.startswith(("content/media/", "docs/assets/")):
        return ""
    if not name.lower().endswith(DOUBLED[of_data]):
        return ""
    meant = name[: -len(".txt")]
    return meant if NAME.fullmatch(meant) and len(meant) <= MAX_NAME else proposed(meant)


def printable(path: str) -> str:
    """Return a path as it may be shown: nothing in it that moves a cursor or turns text round."""
    return path.encode("unicode_escape").decode("ascii") if not path.isprintable() else path
