"""A site's own tables of words: what is wrong with one is a finding of its file, never a traceback."""

import os
from pathlib import Path

import pytest

from promosite.findings import has_errors
from promosite.messages import load_messages
from promosite.pipeline import examine
from tests.worlds import CONFIG, MOMENT, lay

ENGLISH = "        - {locale: en,"
ADDED = "        - {locale: fr, name: Français, site_name: Province modèle, site_description: Un modèle}\n"
FRENCH = CONFIG.replace(ENGLISH, ADDED + ENGLISH)
Wanted = tuple[str, str, dict[str, str]]
TABLES = {"expected": "vi.toml, en.toml"}
CASES: dict[str, tuple[dict[str, str | bytes], list[Wanted]]] = {
    "some sentences": ({"en.toml": '[ui]\nhome = "Start"\n'}, []),
    "a form for one thing": ({"en.toml": '[listing.total]\none = "One item"\n'}, []),
    "the name of a language": ({"en.toml": '[language]\nfr = "French"\n'}, []),
    "no TOML": (
        {"en.toml": "a = [\n"},
        [("messages-unreadable", "messages/en.toml:1:1", {"reason": "Invalid value (at end of document)"})],
    ),
    "a line that is none": (
        {"en.toml": "[ui]\nhome: Start\n"},
        [
            (
                "messages-unreadable",
                "messages/en.toml:2:5",
                {"reason": "Expected '=' after a key in a key/value pair (at line 2, column 5)"},
            )
        ],
    ),
    "a place that nobody fills": (
        {"en.toml": '# words\n[check]\nsummary = "{errors} of {all}"\n'},
        [
            (
                "messages-field",
                "messages/en.toml:3:1",
                {"key": "check.summary", "found": "all", "expected": "errors, warnings"},
            )
        ],
    ),
    "a brace that opens nothing": (
        {"vi.toml": '[ui]\nhome = "{"\n'},
        [("messages-field", "messages/vi.toml:2:1", {"key": "ui.home", "found": "{ }", "expected": "–"})],
    ),
    "a sentence that nobody asks for": (
        {"vi.toml": '[ ui ] # a\n"homme" = "Nhà"\n'},
        [
            (
                "messages-unknown",
                "messages/vi.toml:2:1",
                {"key": "ui.homme", "expected": "ui.home, ui.menu, build.moment"},
            )
        ],
    ),
    "a stem of two forms": (
        {"vi.toml": 'home.upcoming = "x"\n'},
        [
            (
                "messages-unknown",
                "messages/vi.toml:1:1",
                {"key": "home.upcoming", "expected": "home.upcoming.one, home.upcoming-none, home.upcoming.other"},
            )
        ],
    ),
    "no text": (
        {"vi.toml": 'ui.home = ["Nhà"]\nui.menu = 7\nui.archive = " "\n'},
        [
            ("messages-no-text", "messages/vi.toml:1:1", {"key": "ui.home"}),
            ("messages-no-text", "messages/vi.toml:2:1", {"key": "ui.menu"}),
            ("messages-no-text", "messages/vi.toml:3:1", {"key": "ui.archive"}),
        ],
    ),
    "text that turns round": (
        {"vi.toml": '[ui]\nhome = "Nhà\\u202e"\n'},
        [("text-control", "messages/vi.toml:2:1", {"found": "U+202E"})],
    ),
    "a character that nobody sees": (
        {"vi.toml": '[ui]\nhome = "Nhà\u200f"\n'},
        [("text-control", "messages/vi.toml:2:12", {"found": "U+200F"})],
    ),
    "no UTF-8": ({"vi.toml": b'[ui]\nhome = "\xff"\n'}, [("text-not-utf8", "messages/vi.toml:2:1", {})]),
    "without end": (
        {"vi.toml": "#" * 500_001},
        [("file-too-large", "messages/vi.toml:1:1", {"found": "500001", "limit": "500000"})],
    ),
    "other files": (
        {"fr.toml": "?", "notes.md": "?", ".gitkeep": ""},
        [
            ("messages-unused", "messages/fr.toml:1", TABLES),
            ("messages-unused", "messages/notes.md:1", TABLES),
        ],
    ),
}


@pytest.mark.parametrize(("files", "wanted"), CASES.values(), ids=CASES)
def test_a_table_of_its_own(tmp_path: Path, files: dict[str, str | bytes], wanted: list[Wanted]) -> None:
    root = lay(tmp_path, {f"messages/{name}": text for name, text in files.items()})
    site, findings = examine(root, MOMENT)
    own = [one for one in findings if one.source.path.startswith("messages/")]
    assert [(one.code, str(one.source), dict(one.params)) for one in own] == wanted
    assert (site is None) == has_errors(own)


def test_a_table_is_a_plain_file(tmp_path: Path) -> None:
    root = lay(tmp_path, {"messages/vi.txt": "[ui]\n"})
    (root / "messages" / "vi.toml").symlink_to(root / "messages" / "vi.txt")
    site, findings = examine(root, MOMENT)
    assert site is None
    assert [(one.code, str(one.source)) for one in findings] == [
        ("file-not-plain", "messages/vi.toml:1"),
        ("messages-unused", "messages/vi.txt:1"),
    ]


def test_a_language_that_lacks_sentences_is_told_which(tmp_path: Path) -> None:
    root = lay(tmp_path, {"mkdocs.yml": FRENCH, "messages/fr.toml": '[ui]\nhome = "Accueil"\n'})
    _, (found,) = examine(root, MOMENT)
    assert (found.code, str(found.source)) == ("messages-missing", "messages/fr.toml:1")
    assert found.params["found"].endswith(", …")


def test_a_table_that_was_changed_is_read_again(tmp_path: Path) -> None:
    table = tmp_path / "en.toml"
    for number, word in enumerate(("Start", "Begin")):
        table.write_text(f'[ui]\nhome = "{word}"\n', encoding="utf-8")
        os.utime(table, ns=(number, number))
        assert load_messages("en", tmp_path).text("ui.home") == word
    assert load_messages("en", tmp_path) is load_messages("en", tmp_path)
