"""What the commands for people say of themselves and of a wrong argument, with a bare Python and nothing installed."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from promosite.messages import TABLES, flatten
from tests.projects import ROOT

SCRIPTS = sorted(path for path in (ROOT / "scripts").glob("*.py") if "ArgumentParser(" in path.read_text("utf-8"))
FOR_DEVELOPERS = ["audit", "bench", "make_items", "manual", "screenshots", "test"]
"""They speak English, as the documents for developers do."""
USAGE = {
    "build": "[--site-dir DIR] [--editor]",
    "check": "[PATH ...] [--lang vi|en] [--format text|json|github] [--watch]",
    "check_site": "[DIR] [--url URL] [--languages LIST] [--apart DIR] [--lang vi|en] [--format text|json|github]",
    "editor": "",
    "form": "[PATH ...] [--check] [--lang vi|en]",
    "ledger": "verify DIR [--lang vi|en]",
    "new": "[KIND] [--title TITLE] [--slug SLUG] [--task [ID ...]] [--unit ID] [--channel ID] [--lang vi|en]",
    "publish": "[--dry-run] [--preview DIR] [--without-editor] [--replaces COMMIT] [--lang vi|en]",
    "report": "--year YEAR [--as-of DATE] [--out DIR] [--ledger FILE] [--dry-run] [--no-pdf] [--lang vi|en]",
    "report_template": "[--force] [--out DIR]",
    "serve": "[--address HOST:PORT] [--lang vi|en]",
    "status": "[--lang vi|en] [--format text|json]",
    "translation": "diff|accept [PATH ...] [--all] [--lang vi|en]",
}
"""The scripts of editors and publishers, and how each is called."""


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a bare Python finds of a fresh clone: no environment, no package but the message tables' own."""
    root = tmp_path_factory.mktemp("clone")
    wanted = [*ROOT.glob("scripts/*.py"), *TABLES.glob("*.toml"), TABLES / "__init__.py", TABLES.parent / "__init__.py"]
    for path in wanted:
        copied = root / path.relative_to(ROOT)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(path.read_bytes())
    return root


def bare(clone: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the interpreter that made our environment, without what is installed into it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PROMOSITE"))}
    command = [getattr(sys, "_base_executable", sys.executable), "-S", "-B", *arguments]
    environment = {**kept, "PYTHONIOENCODING": "utf-8", **variables}
    result = subprocess.run(
        command,
        cwd=clone,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not (clone / ".venv").exists()
    return result


def words() -> Iterator[tuple[str, str, str]]:
    """Yield script, argument and sentence of all that is explained, in both languages."""
    for lang in ("vi", "en"):
        table = tomllib.loads((TABLES / f"{lang}.toml").read_text(encoding="utf-8"))["command"]
        for key, sentence in flatten({script: said for script, said in table.items() if script != "refused"}):
            script, _, argument = key.partition(".")
            yield script.replace("-", "_"), argument, sentence


# ---- help ----

NEW = """\
Viết cặp tệp của một bài mới, để sẵn chỗ thấy rõ cho mọi điều còn phải điền.
Write the pair of files of a new item, with a visible place for everything that
  is still to be filled in.

python3 scripts/new.py [KIND] [--title TITLE] [--slug SLUG] [--task [ID ...]]
  [--unit ID] [--channel ID] [--lang vi|en]

KIND
    Loại bài: news (tin tức), product (sản phẩm), event (sự kiện) hoặc press
      (bài báo).
    The kind of item: news, product, event or press (an article in the press).

--title TITLE
    Tiêu đề tiếng Việt.
    The Vietnamese title.

--slug SLUG
    Tên tệp, bỏ đuôi .md (không ghi thì đặt theo tiêu đề).
    The file’s name without .md (default: made from the title).

--task [ID ...]
    Những nhiệm vụ của kế hoạch mà bài phục vụ, như t1 t3.
    The tasks of the plan that it serves, such as t1 t3.

--unit ID
    Đơn vị của Sở, khi đây là kết quả của chính đơn vị ấy.
    The Department’s unit, where this is a result of its own.

--channel ID
    Hình thức tuyên truyền của kế hoạch; đi cùng --unit.
    The plan’s form of communication; goes with --unit.

--lang vi|en
    Chỉ hỏi và nói bằng một ngôn ngữ (không ghi thì cả hai).
    Ask and speak in one language only (default: both).

-h, --help
    Hiện lời giải thích này rồi dừng.
    Show this explanation and stop.
"""
LEDGER = """\
Prove that a folder is what the publication ledger in it says.

python3 scripts/ledger.py verify DIR [--lang vi|en]

verify
    Compare the folder with the ledger.

DIR
    The published folder.

--lang vi|en
    Speak one language only (default: both).

-h, --help
    Show this explanation and stop.
"""
EDITOR = """\
Dựng sẵn trình biên tập trong trình duyệt để lệnh scripts/build.py --editor
  dùng (cần npm).

python3 scripts/editor.py

-h, --help
    Hiện lời giải thích này rồi dừng.
"""


def test_every_script_is_for_people_or_for_developers() -> None:
    speaking = {path.stem for path in (ROOT / "scripts").glob("*.py") if "CommandLine(" in path.read_text("utf-8")}
    assert sorted(speaking - {"command_line"}) == sorted(USAGE)
    assert [path.stem for path in SCRIPTS if path.stem != "command_line"] == FOR_DEVELOPERS


@pytest.mark.parametrize("script", USAGE)
def test_help_explains_every_argument_in_both_languages(clone: Path, script: str) -> None:
    result = bare(clone, f"scripts/{script}.py", "--help")
    assert (result.returncode, result.stderr) == (0, "")
    _, usage, *arguments = result.stdout[:-1].split("\n\n")
    assert " ".join(usage.split()) == f"python3 scripts/{script}.py {USAGE[script]}".strip()
    heads = [block.split("\n")[0] for block in arguments]
    assert re.sub(r"[][]", "", " ".join(heads)) == re.sub(r"[][]", "", f"{USAGE[script]} -h, --help").strip()
    assert min(block.count("\n") for block in arguments) >= 2
    said = " ".join(result.stdout.split())
    own = [sentence for one, _, sentence in words() if one == script]
    assert [sentence for sentence in own if sentence not in said] == []
    assert max(map(len, result.stdout.splitlines())) < 80


def test_no_word_that_all_scripts_share_is_idle(clone: Path) -> None:
    said = " ".join(bare(clone, "scripts/check.py", "--help").stdout.split())
    assert [sentence for script, _, sentence in words() if script == "any" and sentence not in said] == []


def test_help_is_laid_out_as_people_read_it(clone: Path) -> None:
    assert bare(clone, "scripts/new.py", "-h").stdout == NEW


def test_help_speaks_one_language_where_one_is_asked_for(clone: Path) -> None:
    assert bare(clone, "scripts/ledger.py", "--help", "--lang", "en").stdout == LEDGER
    assert bare(clone, "scripts/ledger.py", "--lang=en", "--help", PROMOSITE_LANG="vi").stdout == LEDGER
    assert bare(clone, "scripts/editor.py", "--help", PROMOSITE_LANG="vi").stdout == EDITOR


def test_help_reaches_a_console_that_lacks_letters(clone: Path) -> None:
    result = bare(clone, "scripts/new.py", "--help", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Vi\\u1ebft c\\u1eb7p")


# ---- refusals ----

REFUSED = [
    (
        "new.py produkt",
        "KIND: không nhận “produkt”. Có phải bạn muốn viết: product? Chọn được: news, product, event, press.",
        "KIND: “produkt” is not accepted. Did you mean: product? You may choose: news, product, event, press.",
    ),
    (
        "check.py --format xyz",
        "--format: không nhận “xyz”. Hãy chọn một trong: text, json, github.",
        "--format: “xyz” is not accepted. Choose one of: text, json, github.",
    ),
    (
        "new.py --titel Mẫu",
        "Lệnh này không có “--titel”. Có phải bạn muốn viết: --title?",
        "This command has no “--titel”. Did you mean: --title?",
    ),
    (
        "report.py --yaer=2024",
        "Lệnh này không có “--yaer”. Có phải bạn muốn viết: --year?",
        "This command has no “--yaer”. Did you mean: --year?",
    ),
    ("status.py Mẫu", "Lệnh này không có “Mẫu”.", "This command has no “Mẫu”."),
    ("editor.py -x", "Lệnh này không có “-x”.", "This command has no “-x”."),
    (
        "build.py -- --edit",
        "Lệnh này không có “--edit”. Có phải bạn muốn viết: --editor?",
        "This command has no “--edit”. Did you mean: --editor?",
    ),
    ("report.py", "Còn thiếu: --year.", "Still missing: --year."),
    ("ledger.py", "Còn thiếu: verify, DIR.", "Still missing: verify, DIR."),
    ("translation.py", "Còn thiếu: diff|accept.", "Still missing: diff|accept."),
    (
        "publish.py --preview",
        "--preview: thiếu giá trị. Hãy ghi giá trị ngay sau tên này.",
        "--preview: the value is missing. Write it right after this name.",
    ),
    (
        "form.py --check=all",
        "--check: không đi kèm giá trị, nhưng lại ghi “all”. Hãy bỏ giá trị đó.",
        "--check: this takes no value, but “all” was given. Leave the value out.",
    ),
    (
        "check_site.py --la vi,en",
        "“--la” có thể là: --languages, --lang. Hãy viết đủ tên.",
        "“--la” could be: --languages, --lang. Write the name in full.",
    ),
    (
        "report.py --year 20x4",
        "--year: “20x4” không phải số nguyên. Hãy ghi một số như 2024.",
        "--year: “20x4” is not a whole number. Write one such as 2024.",
    ),
    (
        "report.py --year 2024 --as-of 31/12/2024",
        "--as-of: “31/12/2024” không phải ngày. Hãy ghi năm-tháng-ngày, như 2024-12-31.",
        "--as-of: “31/12/2024” is not a day. Write year-month-day, such as 2024-12-31.",
    ),
    (
        "report.py --year 2024 --as-of 2024-02-30",
        "--as-of: “2024-02-30” không phải ngày. Hãy ghi năm-tháng-ngày, như 2024-12-31.",
        "--as-of: “2024-02-30” is not a day. Write year-month-day, such as 2024-12-31.",
    ),
    (
        "translation.py diff",
        "Hãy ghi tệp hoặc thư mục, hoặc ghi --all, không ghi cả hai.",
        "Name files or folders, or give --all, but not both.",
    ),
    (
        "translation.py accept --all a.md",
        "Hãy ghi tệp hoặc thư mục, hoặc ghi --all, không ghi cả hai.",
        "Name files or folders, or give --all, but not both.",
    ),
]


@pytest.mark.parametrize(("call", "vi", "en"), REFUSED, ids=[call for call, _, _ in REFUSED])
def test_a_wrong_argument_is_refused_in_both_languages(clone: Path, call: str, vi: str, en: str) -> None:
    script, *arguments = call.split(" ")
    result = bare(clone, f"scripts/{script}", *arguments)
    ways = f"Xem cách dùng: python3 scripts/{script} --help", f"How to use it: python3 scripts/{script} --help"
    assert (result.returncode, result.stdout, result.stderr) == (2, "", f"{vi} {ways[0]}\n{en} {ways[1]}\n")


def test_every_refusal_is_tried() -> None:
    tables = [tomllib.loads((TABLES / f"{lang}.toml").read_text(encoding="utf-8")) for lang in ("vi", "en")]
    said = "\n".join(sentence for _, *both in REFUSED for sentence in both)
    patterns = {
        sentence: re.sub(r"\\\{\w+\\\}", ".+", re.escape(sentence))
        for table in tables
        for key, sentence in table["command"]["refused"].items()
        if key != "way-out"
    }
    assert [sentence for sentence, pattern in patterns.items() if not re.search(pattern, said)] == []


@pytest.mark.parametrize("asked", [("--lang", "vi"), ("--lang=vi",)])
def test_a_refusal_speaks_the_language_asked_for(clone: Path, asked: tuple[str, ...]) -> None:
    told = (
        "--format: không nhận “xyz”. Hãy chọn một trong: text, json. Xem cách dùng: python3 scripts/status.py --help\n"
    )
    assert bare(clone, "scripts/status.py", "--format", "xyz", *asked).stderr == told
    assert bare(clone, "scripts/status.py", "--format", "xyz", PROMOSITE_LANG="vi").stderr == told


def test_a_language_that_nobody_speaks_is_refused_in_both(clone: Path) -> None:
    result = bare(clone, "scripts/serve.py", "--lang", "fr")
    assert [line[:24] for line in result.stderr.splitlines()] == [
        "--lang: không nhận “fr”.",
        "--lang: “fr” is not acce",
    ]


def test_what_follows_two_hyphens_is_a_path(clone: Path) -> None:
    ask = "import sys; sys.argv[1:] = ['--', '--odd.md']; import check; print(check.read_arguments().paths)"
    assert bare(clone / "scripts", "-c", ask).stdout == "['--odd.md']\n"


# ---- argparse's own words ----

NEVER = {
    "explanations, which are laid out by us": [
        "usage: ",
        "positional arguments",
        "options",
        "subcommands",
        "show this help message and exit",
        "show program's version number and exit",
        "%(heading)s:",
        " (default: %(default)s)",
        "%(prog)s: error: %(message)s\n",
        "%(prog)s: warning: %(message)s\n",
        "argument %(argument_name)s: %(message)s",
    ],
    "choices, values and unknown names, which are looked at by us": [
        "invalid choice: %(value)r (choose from %(choices)s)",
        "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)",
        "invalid %(type)s value: %(value)r",
        "unrecognized arguments: %s",
    ],
    "subcommands, groups, files and numbers of values, of which we have none": [
        "conflicting subparser: %s",
        "conflicting subparser alias: %s",
        "unknown parser %(parser_name)r (choices: %(choices)s)",
        "cannot have multiple subparser arguments",
        "cannot merge actions - two groups are named %r",
        "not allowed with argument %s",
        "one of the arguments %s is required",
        "mutually exclusive arguments must be optional",
        'argument "-" with mode %r',
        "can't open '%(filename)s': %(error)s",
        "expected at most one argument",
        "expected at least one argument",
        "unexpected option string: %s",
        "command '%(parser_name)s' is deprecated",
        "option '%(option)s' is deprecated",
        "argument '%(argument_name)s' is deprecated",
    ],
    "faults of a programmer": [
        ".__call__() not defined",
        "'required' is an invalid argument for positionals",
        "invalid option string %(option)r: must start with a character %(prefix_chars)r",
        "dest= is required for options like %r",
        "invalid conflict_resolution value: %r",
        "%r is not callable",
    ],
}
"""What argparse words but our scripts never let it say, and why."""


def test_argparse_says_nothing_in_english_only(clone: Path) -> None:
    """A new Python may have new words: give them sentences in `WORDED`, or say above why nobody will see them."""
    ask = "import argparse, json, command_line; print(json.dumps([argparse.__file__, list(command_line.WORDED)]))"
    place, worded = json.loads(bare(clone / "scripts", "-c", ask).stdout)
    calls = [node for node in ast.walk(ast.parse(Path(place).read_text("utf-8"))) if isinstance(node, ast.Call)]
    said = {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "_" and isinstance(call.args[0], ast.Constant)
    }
    never = {text for texts in NEVER.values() for text in texts}
    assert said - never == set(worded)


def test_words_that_a_later_python_may_bring_are_left_as_they_are(clone: Path) -> None:
    ask = (
        "import argparse, command_line; command_line.CommandLine('status').error(command_line.worded('not %s') % 'so')"
    )
    result = bare(clone / "scripts", "-c", ask)
    assert (result.returncode, result.stderr) == (
        2,
        "not so Xem cách dùng: python3 scripts/status.py --help\n"
        "not so How to use it: python3 scripts/status.py --help\n",
    )


# ---- older Pythons ----


@pytest.mark.parametrize("script", USAGE)
@pytest.mark.parametrize("argument", ["--help", "--wrong"])
def test_an_older_python_is_told_what_is_needed(clone: Path, script: str, argument: str) -> None:
    pretend = (
        "import runpy, sys; sys.version_info, sys.version, sys.argv = (3, 10, 13), '3.10.13 (made up)', sys.argv[1:]"
    )
    start = f"{pretend}; sys.modules['tomllib'] = None; runpy.run_path(sys.argv[0], run_name='__main__')"
    result = bare(clone / "scripts", "-c", start, f"{script}.py", argument)
    assert (result.returncode, result.stdout, result.stderr) == (
        2,
        "",
        "Cần Python 3.11 trở lên; máy này chạy Python 3.10.13. Hãy cài bản mới từ python.org rồi chạy lại.\n"
        "Python 3.11 or newer is needed; this is Python 3.10.13. Install a newer one from python.org, then retry.\n",
    )


OLD = (3, 8)
"""The oldest Python that is told so."""
GENERIC = {"tuple", "list", "dict", "set", "type", "Callable", "Iterable", "Iterator", "Mapping", "Sequence"}
"""What takes no brackets in that Python."""


def read_by(script: str) -> dict[str, list[ast.stmt]]:
    """Return what that Python reads of a script, and of ours that it imports, until the environment is entered."""
    found, todo = dict[str, list[ast.stmt]](), [script]
    while todo:
        name = todo.pop()
        path = ROOT / "scripts" / f"{name}.py"
        if name not in found and path.exists():
            body = ast.parse(path.read_text(encoding="utf-8"), feature_version=OLD).body
            found[name] = [*takewhile(lambda one: not ast.unparse(one).startswith("environment.enter("), body)]
            todo += [alias.name for one in found[name] if isinstance(one, ast.Import) for alias in one.names]
            todo += [one.module or "" for one in found[name] if isinstance(one, ast.ImportFrom)]
    return found


def types_worked_out(body: list[ast.stmt]) -> list[str]:
    """Return the types that Python works out while it reads, and for which it must know newer notations."""
    parts: list[ast.AST] = [one for one in body if isinstance(one, (ast.Assign, ast.Expr))]
    if not any(isinstance(one, ast.ImportFrom) and one.module == "__future__" for one in body):
        inner = [node for one in body for node in ast.walk(one)]
        hints = [getattr(node, name, None) for node in inner for name in ("annotation", "returns")]
        parts += [hint for hint in hints if hint]
    nodes = {node for part in parts for node in ast.walk(part)}
    brackets = [one for one in nodes if isinstance(one, ast.Subscript) and ast.unparse(one.value) in GENERIC]
    bars = [one for one in nodes if isinstance(one, ast.BinOp) and isinstance(one.op, ast.BitOr)]
    return sorted(ast.unparse(one) for one in [*brackets, *bars])


@pytest.mark.parametrize("script", USAGE)
def test_a_much_older_python_can_read_so_far(script: str) -> None:
    found = {name: types for name, body in read_by(script).items() if (types := types_worked_out(body))}
    assert found == {}
