"""A site's own tables of words: what is wrong with one is a finding of its file, never a traceback."""

from pathlib import Path

import pytest

from promosite.pipeline import examine
from tests.worlds import CONFIG, MOMENT, lay

ENGLISH = "        - {locale: en,"
ADDED = "        - {locale: fr, name: Français, site_name: Province modèle, site_description: Un modèle}\n"
FRENCH = CONFIG.replace(ENGLISH, ADDED + ENGLISH)
CASES: dict[str, tuple[dict[str, str], list[tuple[str, str, str]]]] = {
    "some sentences": ({"en.toml": '[ui]\nhome = "Start"\n'}, []),
    "no TOML": ({"en.toml": "a = [\n"}, [("messages-unreadable", "messages/en.toml", "Invalid value")]),
    "a line that is none": (
        {"en.toml": "[ui]\nhome: Start\n"},
        [("messages-unreadable", "messages/en.toml:2:5", "Expected '=' after a key")],
    ),
    "a place that nobody fills": (
        {"en.toml": '[check]\nsummary = "{errors} of {all}"\n'},
        [("messages-field", "messages/en.toml", "all")],
    ),
    "a brace that opens nothing": (
        {"vi.toml": '[ui]\nhome = "{"\n'},
        [("messages-field", "messages/vi.toml", "{ }")],
    ),
    "a name of the site's own": ({"vi.toml": '[mine]\nword = "{"\n'}, []),
}


@pytest.mark.parametrize(("files", "wanted"), CASES.values(), ids=CASES)
def test_a_table_of_its_own(tmp_path: Path, files: dict[str, str], wanted: list[tuple[str, str, str]]) -> None:
    root = lay(tmp_path, {f"messages/{name}": text for name, text in files.items()})
    site, findings = examine(root, MOMENT)
    own = [one for one in findings if one.code.startswith("messages-")]
    assert [(one.code, str(one.source)) for one in own] == [(code, place) for code, place, _ in wanted]
    assert all(
        part in one.params.get("reason", one.params.get("found", ""))
        for one, (_, _, part) in zip(own, wanted, strict=True)
    )
    assert (site is None) == bool(wanted)


def test_a_language_that_lacks_sentences_is_told_which(tmp_path: Path) -> None:
    root = lay(tmp_path, {"mkdocs.yml": FRENCH, "messages/fr.toml": '[ui]\nhome = "Accueil"\n'})
    _, (found,) = examine(root, MOMENT)
    assert (found.code, str(found.source)) == ("messages-missing", "messages/fr.toml")
    assert found.params["found"].endswith(", …")
