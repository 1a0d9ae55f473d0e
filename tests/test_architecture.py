"""The rules of the house, held by the code itself."""

import ast
import re
import string
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from promosite.findings import WARNINGS
from promosite.messages import TABLES, flatten
from promosite.validate.problems import CODES

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "promosite"
MODULES = sorted(SOURCE.rglob("*.py"))
FORBIDDEN = {"utils", "helpers", "common", "misc", "manager", "base", "core"}

GROUND = {"findings", "messages", "clock", "lang", "cache", "config", "memory", "model", "whole_files"}
"""What every stage may use; `model` and the others know nothing of the stages."""
MAY_IMPORT = {
    "findings": {"messages"},
    "messages": {"messages"},
    "clock": set(),
    "cache": {"whole_files"},
    "whole_files": set(),
    "model": {"model"},
    "lang": {"messages", "model"},
    "config": {"model"},
    "site_settings": {"config", "engine_settings", "findings", "load", "validate"},
    "engine_settings": {"findings", "load", "validate"},
    "load": GROUND | {"load", "photographs"},
    "validate": GROUND | {"validate", "load", "coverage"},
    "staleness": {"findings", "lang", "messages", "model", "staleness", "load"},
    "translations": {"findings", "config", "load", "validate", "staleness"},
    "coverage": {"model", "coverage", "staleness"},
    "upcoming": {"model"},
    "status": {"upcoming", "lang", "messages", "model", "coverage", "generate"},
    "scaffold": GROUND | {"load", "validate", "generate"},
    "questions": {"findings", "messages", "model", "generate", "scaffold"},
    "reporting": {"findings", "messages"},
    "progress": {"messages"},
    "local_server": set(),
    "libreoffice": {"whole_files"},
    "watch": set(),
    "typeface": set(),
    "photographs": set(),
    "legible": {"findings", "model", "typeface"},
    "own_words": GROUND | {"load", "validate"},
    "parity": {"findings", "messages", "lang", "model", "parity"},
    "translation_rules": {"findings", "staleness", "parity", "validate"},
    "link": GROUND | {"link", "load", "report", "translation_rules", "validate"},
    "wording": {"findings", "messages", "lang", "model", "wording"},
    "generate": GROUND
    | {"generate", "upcoming", "coverage", "report", "validate", "staleness", "schema", "editor", "ledger"},
    "render": GROUND | {"render", "photographs", "typeface", "processes", "forks"},
    "check": {"findings", "cache", "check", "forks", "whole_files"},
    "site_check": {"check", "lang", "messages", "site_settings"},
    "ledger": {"findings", "messages", "model", "ledger"},
    "publishing": GROUND | {"check", "ledger", "publishing", "site_settings"},
    "report": GROUND | {"report", "coverage"},
    "annual_report": GROUND | {"generate", "link", "report", "coverage", "ledger"},
    "manual": GROUND | {"manual"},
    "schema": GROUND | {"manual", "validate"},
    "form": {"model"},
    "forming": {"findings", "form", "load", "validate"},
    "editor": GROUND | {"editor", "coverage", "form", "manual", "schema"},
    "verdicts": {"findings", "whole_files"},
    "processes": set(),
    "memory": set(),
    "forks": {"processes"},
    "last_words": {"clock", "findings", "forks", "messages"},
    "judging": GROUND | {"load", "validate", "wording", "translation_rules", "verdicts", "processes"},
    "pipeline": GROUND
    | {
        "load",
        "validate",
        "own_words",
        "site_settings",
        "judging",
        "trial",
        "link",
        "generate",
        "legible",
    },
    "trial": {"findings", "load", "memory", "render", "trial"},
    "current": {"cache", "watch", "whole_files"},
    "whence": {"findings"},
    "finishing": {"cache", "config", "findings", "forks", "model", "check", "generate", "render", "whence"},
    "preview": {"cache", "model", "render"},
    "mkdocs_adapter": GROUND
    | {"current", "finishing", "last_words", "preview", "pipeline", "judging", "generate", "render", "publishing"}
    | {"watch"},
}
"""One direction: load → validate → link → generate → render → check."""


def part_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        return
    wanted = {name.split(".")[1] for name in imports(path) if name.startswith("promosite.")}
    assert wanted - MAY_IMPORT[part] == set()


def test_nothing_is_allowed_that_nobody_does() -> None:
    done: dict[str, set[str]] = {}
    for path in MODULES:
        named = {name.split(".")[1] for name in imports(path) if name.startswith("promosite.")}
        done.setdefault(part_of(path), set()).update(named)
    spare = {part: allowed - done.get(part, set()) - GROUND - {part} for part, allowed in MAY_IMPORT.items()}
    assert {part: names for part, names in spare.items() if names} == {}


def test_one_module_knows_the_engine() -> None:
    engines = ("mkdocs", "material", "properdocs", "mkdocs_static_i18n")
    knowing = {part_of(path) for path in MODULES for name in imports(path) if name.split(".")[0] in engines}
    assert knowing == {"mkdocs_adapter"}


def test_nothing_asks_the_time_or_the_machine_but_the_clock() -> None:
    asking = {
        path.relative_to(SOURCE).as_posix()
        for path in MODULES
        if re.search(r"\.(today|now|utcnow)\(|time\.time\(|setlocale|getlocale", path.read_text(encoding="utf-8"))
    }
    assert asking == {"clock.py"}


def test_no_group_is_possessive() -> None:
    """Pythons before 3.11.5 lose their place in `(?:…)*+` when the inside fails half-way; `(?>(?:…)*)` means the same.

    Single signs (`\\s*+`) are right everywhere. Debian 12 has 3.11.2.
    """
    possessive = re.compile(r"\)(?:[*+?]|\{+[0-9,]*\}+)\+")
    assert [path.name for path in MODULES if possessive.search(path.read_text(encoding="utf-8"))] == []


def test_modules_and_functions_stay_small() -> None:
    long = []
    for path in [*MODULES, *(ROOT / "scripts").rglob("*.py"), *(ROOT / "hooks").glob("*.py")]:
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 300:
            long.append(f"{path.name}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                if size > 40:
                    long.append(f"{path.name}:{node.lineno} {node.name}: {size} lines")
    assert long == []


def test_names_say_what_a_module_is() -> None:
    names = {part for path in MODULES for part in path.relative_to(SOURCE).with_suffix("").parts}
    assert names & FORBIDDEN == set()


def test_packages_are_two_levels_deep_at_most() -> None:
    assert [path for path in MODULES if len(path.relative_to(SOURCE).parts) > 2] == []


def test_the_hook_has_no_ideas() -> None:
    tree = ast.parse((ROOT / "hooks" / "build_site.py").read_text(encoding="utf-8"))
    kinds = {type(node) for node in tree.body}
    assert kinds <= {ast.Expr, ast.ImportFrom, ast.Assign}


# ---- Messages ----


def table(lang: str) -> dict[str, str]:
    return dict(flatten(tomllib.loads((TABLES / f"{lang}.toml").read_text(encoding="utf-8"))))


def without_forms(keys: set[str]) -> set[str]:
    """Plural forms differ by language: English has one and other, Vietnamese only other."""
    return {re.sub(r"\.(one|other)$", "", key) if not key.startswith("kind.") else key for key in keys}


def parameters(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_messages() -> None:
    vi, en = table("vi"), table("en")
    assert without_forms(set(vi)) == without_forms(set(en))


def test_both_languages_fill_in_the_same_values() -> None:
    vi, en = table("vi"), table("en")
    differing = {
        key for key in set(vi) & set(en) if not key.startswith("date.") and parameters(vi[key]) != parameters(en[key])
    }
    assert differing == set()


def codes_in_code(text: str) -> set[str]:
    """Codes that stand in a call which makes a finding, and those that pydantic's errors are turned into."""
    direct = re.findall(r'(?:finding|RefusedError)\(\s*"([a-z0-9-]+)"', text)
    by_field = re.findall(r'_at\(file, "[a-z_]+", "([a-z0-9-]+)"', text)
    return {*direct, *by_field, *CODES.values(), "value-refused"}


def test_every_finding_has_its_sentence_and_every_sentence_its_finding() -> None:
    worded = {key.removeprefix("finding.") for key in table("vi") if key.startswith("finding.")}
    text = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    assert {code for code in worded if f'"{code}"' not in text} == set()
    assert codes_in_code(text) - worded == set()
    assert worded >= WARNINGS


def test_templates_use_only_words_that_exist() -> None:
    known = table("en")
    used = set()
    for path in (SOURCE / "theme").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"\bt\('([a-z0-9.-]+)'[,)]", text))
        used |= {f"{key}.other" for key in re.findall(r"\btn\('([a-z0-9.-]+)'", text)}
    assert used - set(known) == set()


def test_templates_escape_everything_and_hold_no_words() -> None:
    faults = []
    for path in (SOURCE / "theme").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if "{{" in text and text.count("{% autoescape true %}") < 1:
            faults.append(f"{path.name}: no autoescape")
        raw = re.findall(r"\{\{[^}]*\|\s*safe[^}]*\}\}", text)
        faults += [f"{path.name}: {one}" for one in raw if one != "{{ page.content | safe }}"]
        bare = re.sub(r"\{[{%#].*?[}%#]\}|<!--.*?-->|<svg.*?</svg>|<[^>]*>", " ", text, flags=re.DOTALL)
        faults += [f"{path.name}: {word}" for word in re.findall(r"[^\W\d_]{4,}", bare)]
    assert faults == []


# ---- Documents and repository ----


def tracked() -> list[Path]:
    """Files of the repository; without git (a downloaded copy) all files but those we make."""
    result = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        return [path for one in result.stdout.split("\0") if one and (path := ROOT / one).is_file()]
    made = {".venv", ".cache", "site", "build", ".git"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not made & set(path.relative_to(ROOT).parts)]


def test_documents_name_every_command() -> None:
    commands = {path.name for path in (ROOT / "scripts").glob("*.py")} - {"environment.py", "engine.py"}
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    assert {command for command in commands if f"scripts/{command}" not in text} == set()


def test_nothing_tells_of_the_workplace() -> None:
    hosts = ["pypi" + ".org", "files.python" + "hosted", "registry.npm" + "js"]
    words = [*hosts, "/wo" + "rk/", "/ro" + "ot/", "../sha" + "red"]
    binary = {".png", ".jpg", ".webp", ".woff2"}
    told = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in tracked()
        if path.suffix not in binary and path.relative_to(ROOT).as_posix() != ".ci/run"
        for word in words
        if word in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert told == []


def test_nothing_of_others_is_in_the_repository() -> None:
    foreign = {".woff", ".woff2", ".ttf", ".otf", ".min.js", ".wasm", ".whl", ".exe"}
    assert [path for path in tracked() if any(path.name.endswith(ending) for ending in foreign)] == []


def test_the_lock_files_pin_by_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = re.findall(r"^([a-z0-9._-]+)==", text, flags=re.MULTILINE)
        blocks = [block for block in re.split(r"\n(?=[a-z0-9])", text) if re.match(r"[a-z0-9]", block)]
        assert pins
        assert [block.split("\n")[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "properdocs" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")
