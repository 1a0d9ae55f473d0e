"""Small projects under git with a bare repository to publish to; a builder that takes a moment instead of seconds."""

import fcntl
import subprocess
import sys
from datetime import date
from pathlib import Path

import yaml

from promosite.findings import Finding
from promosite.publishing import Publication, Target, publish
from tests.check.tiny import URL, lay, tiny_site
from tests.worlds import CONFIG

DAY = date(2026, 11, 22)
TEXT = "content/vi/news/a.md"
ADDRESS = "https://mau.test/base/"
"""Where the site is served: set by its owner, as publishing wants it."""
RECEIVER = """#!{python}
import fcntl, os, sys
handle = os.open("{receiving}", os.O_RDWR | os.O_CREAT)
os.set_inheritable(handle, True)
fcntl.flock(handle, fcntl.LOCK_SH)
os.setsid()
os.execvp("git", ["git", "receive-pack", *sys.argv[1:]])
"""


def git(folder: Path, *arguments: str, given: str | None = None) -> str:
    """Run git, which must succeed, and return its output."""
    done = subprocess.run(["git", *arguments], cwd=folder, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def bare(folder: Path) -> Path:
    """Make the shared repository."""
    folder.mkdir(parents=True)
    git(folder, "init", "--bare", "--quiet", "--initial-branch=main")
    return folder


def identify(project: Path, name: str = "Người Mẫu") -> None:
    git(project, "config", "user.name", name)
    git(project, "config", "user.email", "mau@example.org")


def lay_clone(folder: Path, own: str = "") -> tuple[Path, Path]:
    """Return a small project with one commit, pushed, and the shared repository."""
    remote, project = bare(folder / "remote.git"), folder / "project"
    (project / TEXT).parent.mkdir(parents=True)
    (project / TEXT).write_text("Một đoạn văn.", encoding="utf-8")
    settings = yaml.safe_load(CONFIG) | {"site_url": ADDRESS} | (yaml.safe_load(own) or {})
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    (project / ".gitignore").write_text(".cache/\n*.bak\n", encoding="utf-8")
    (project / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    push_first(project, remote)
    return project, remote


def push_first(project: Path, remote: Path) -> None:
    """Put a folder under git, commit all of it, and push it to a bare repository."""
    git(project, "init", "--quiet", "--initial-branch=main")
    identify(project)
    git(project, "remote", "add", "origin", str(remote))
    save(project, "content: sample")
    git(project, "push", "--quiet", "--set-upstream", "origin", "main")


def second(remote: Path, folder: Path, name: str = "Chị Mẫu") -> Path:
    """Return a colleague's clone."""
    git(remote.parent, "clone", "--quiet", str(remote), str(folder))
    identify(folder, name)
    return folder


def save(project: Path, message: str = "content: more") -> str:
    """Commit everything and return the commit."""
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(project, "rev-parse", "HEAD")


def write(project: Path, text: str, path: str = TEXT) -> str:
    """Change the text of the page, commit and push."""
    (project / path).write_text(text, encoding="utf-8")
    commit = save(project, f"content: {text}")
    git(project, "push", "--quiet")
    return commit


def finished(address: str = ADDRESS) -> dict[str, bytes]:
    """Return a sound site that is served at an address."""
    return {path: content.replace(URL.encode(), address.encode()) for path, content in tiny_site().items()}


def build(project: Path) -> tuple[Path, list[Finding]]:
    """Make a sound site that shows the project's text on one of its pages."""
    files = finished()
    text = (project / TEXT).read_bytes()
    files["about/index.html"] = files["about/index.html"].replace("Một đoạn văn.".encode(), text)
    return lay(project / "site", files), []


def published(project: Path, day: date = DAY, **options: object) -> tuple[Publication | None, list[Finding]]:
    """Publish with the quick builder."""
    return publish(Target(project), build, day, **options)  # type: ignore[arg-type]


def online(remote: Path, branch: str = "gh-pages") -> dict[str, str]:
    """Return the object of every file online, by its path."""
    listed = git(remote, "ls-tree", "-r", "-z", branch).split("\0")
    return {path: entry.split()[2] for entry, _, path in (one.partition("\t") for one in listed if one)}


def tip(remote: Path) -> str:
    """Return the commit that is online; empty before the first publication."""
    return git(remote, "for-each-ref", "--format=%(objectname)", "refs/heads/gh-pages")


def detached_receiver(project: Path) -> None:
    """Let the server's side of a push live on its own, as a server does, when the publisher's side is killed."""
    script = project.parent / "receiver"
    receiving = project.parent / "receiving"
    script.write_text(RECEIVER.format(python=sys.executable, receiving=receiving), encoding="utf-8")
    script.chmod(0o755)
    git(project, "config", "remote.origin.receivepack", str(script))


def settled(project: Path) -> None:
    """Wait until the server's side has finished with what it was sent, and all its processes have ended."""
    with (project.parent / "receiving").open("rb") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
