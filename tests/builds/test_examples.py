"""The handbook's examples of findings about the finished site, built for real: each page of its own, all at once."""

import re
import shutil

import pytest
import yaml

from promosite.messages.examples import Example, load_examples
from tests.examples.laying import BASE, laid
from tests.projects import ROOT, mkdocs, settings
from tests.worlds import lay

BUILT = [one for one in load_examples().values() if one.place and one.code.startswith("site-")]
LINE = re.compile(r"(?P<path>\S[^:\n]*)(?::\d+){0,2}: (?:error|warning) (?P<code>[a-z0-9-]+)  ")

FOREIGN = {"empty.txt": ("", {"file-kind"}), "drawings/word.svg": ("<html lang='vi'>Muối</html>", {"drawing-root"})}
"""What people put into `docs/assets/`, and what is said of it."""

Said = dict[str, set[str]]


def of_its_own(path: str, name: str) -> str:
    """Return the path of a text under a name that no other example has."""
    return re.sub(r"(tin-mau|about)\.md$", f"{name}.md", path)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What the build says of each file of the finished site."""
    root = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    files: dict[str, str | bytes | None] = {f"docs/assets/{name}": content for name, (content, _) in FOREIGN.items()}
    for one in BUILT:
        for side, shown, other in (("wrong", one.wrong, one.right), ("right", one.right, one.wrong)):
            laid_files = laid(one, shown, other).files.items()
            files |= {of_its_own(path, f"{one.code}-{side}"): text for path, text in laid_files if text is not None}
    lay(root, files, BASE)
    publisher, contact = {"name": {"vi": "Sở Mẫu", "en": "Sample Department"}}, {"email": "mau@example.org"}
    config = settings({"publisher": publisher, "contact": contact, "area": None})
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    result = mkdocs(root, "build")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    found: Said = {}
    for match in re.finditer(rf"^{LINE.pattern}", result.stderr, re.MULTILINE):
        found.setdefault(match["path"], set()).add(match["code"])
    return found


def file_of(example: Example, side: str) -> str:
    """Return the file at which a finding about one side of an example stands."""
    assert example.place is not None
    return of_its_own(example.place.path, f"{example.code}-{side}")


@pytest.mark.parametrize("example", BUILT, ids=lambda example: example.code)
def test_the_wrong_example_gives_its_finding(example: Example, said: Said) -> None:
    assert said.get(file_of(example, "wrong")) == {example.code, *example.also}


def test_nothing_else_is_said_but_of_foreign_files(said: Said) -> None:
    wrong = {file_of(example, "wrong") for example in BUILT}
    rest = {path: codes for path, codes in said.items() if path not in wrong}
    assert rest == {f"docs/assets/{name}": codes for name, (_, codes) in FOREIGN.items()}
