"""Make the project's own environment and continue inside it.

Every script imports this first. It uses the standard library alone, because nothing else is installed yet.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
LAST_MOMENT = 32_503_680_000
"""Seconds since 1970 at which the year 3000 begins."""
STOPPED = 130
"""Exit code of what was stopped from outside, as shells count it: 128 and the number of Ctrl+C's signal."""
OFFICE = (("soffice", "libreoffice"), ("pdftotext",), ("pdftoppm",), ("pdfinfo",))
"""What turns a report into a PDF and reads it again; of each group one command will do."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")

WORDS = {
    "python": (
        "Cần Python 3.11 trở lên; máy này chạy Python {found}. Hãy cài bản mới từ python.org rồi chạy lại.",
        "Python 3.11 or newer is needed; this is Python {found}. Install a newer one from python.org, then retry.",
    ),
    "moment": (
        "Biến SOURCE_DATE_EPOCH phải là số giây nguyên kể từ năm 1970, nay là “{found}”. Hãy bỏ hoặc sửa biến này.",
        "SOURCE_DATE_EPOCH must be a whole number of seconds since 1970; it is “{found}”. Unset or mend it.",
    ),
    "making": (
        "Đang chuẩn bị môi trường trong .venv (chỉ lần đầu, khoảng một phút)…",
        "Preparing the environment in .venv (first time only, about a minute)…",
    ),
    "venv": (
        "Không tạo được .venv: {reason}. Trên Debian/Ubuntu: apt install python3-venv.",
        "Could not create .venv: {reason}. On Debian/Ubuntu: apt install python3-venv.",
    ),
    "link": (
        ".venv là liên kết tới {target}, có thể là môi trường của bản sao khác của dự án. "
        "Hãy xoá riêng liên kết đó (đừng xoá nơi nó dẫn tới) rồi chạy lại; môi trường riêng sẽ được tạo.",
        ".venv is a link to {target}, which may be the environment of another copy of the project. "
        "Remove the link alone (not what it leads to), then retry; an environment of its own will be made.",
    ),
    "install": (
        "Không cài được các gói trong {lock}. Kiểm tra kết nối mạng, rồi chạy lại; xem thông báo của pip ở trên.",
        "Could not install the packages of {lock}. Check the network, then retry; pip's message stands above.",
    ),
    "browser": (
        "Cần trình duyệt Chromium cho các phép thử. Trên Debian/Ubuntu: apt install chromium; máy khác: cài Chrome.",
        "The tests need the browser Chromium. On Debian/Ubuntu: apt install chromium; elsewhere: install Chrome.",
    ),
    "office": (
        "Cần LibreOffice Writer và poppler-utils để thử bản PDF của báo cáo. "
        "Trên Debian/Ubuntu: apt install libreoffice-writer-nogui poppler-utils fonts-liberation; máy khác: cài "
        "LibreOffice và Poppler.",
        "The tests of the report's PDF need LibreOffice Writer and poppler-utils. "
        "On Debian/Ubuntu: apt install libreoffice-writer-nogui poppler-utils fonts-liberation; elsewhere: install "
        "LibreOffice and Poppler.",
    ),
    "built": ("Đã dựng xong trang trong {target}.", "The site is built in {target}."),
    "current": (
        "Không có gì thay đổi từ lần dựng trước; trang trong {target} vẫn đúng, không dựng lại.",
        "Nothing has changed since the last build; the site in {target} is current and was left as it is.",
    ),
    "no-editor": (
        "Bản dựng này không có trình biên tập /admin/; muốn có, thêm --editor.",
        "This build leaves the editor at /admin/ out; add --editor to include it.",
    ),
    "standing": (
        "Đã có sẵn: {names}. Muốn ghi đè thì thêm --force.",
        "Already there: {names}. Add --force to overwrite.",
    ),
    "refused": (
        "Chưa dựng được trang; {target} giữ nguyên như trước. Hãy sửa các lỗi ở trên rồi chạy lại.",
        "The site was not built; {target} is as it was. Mend the errors above, then retry.",
    ),
}


def say(key: str, **values: str) -> None:
    """Print one message in Vietnamese and English on standard error."""
    for sentence in WORDS[key]:
        print(sentence.format(**values), file=sys.stderr)


def venv_python() -> Path:
    """Return the interpreter of the project's environment, which may not exist yet."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def find_browser() -> "str | None":
    """Return where Chromium or Chrome is on this machine, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def has_office() -> bool:
    """Tell whether LibreOffice and the readers of PDF files are on this machine."""
    return all(any(shutil.which(name) for name in group) for group in OFFICE)


def fingerprint(lock: Path) -> str:
    """Return what decides whether the environment is current: lock file, packaging, interpreter and place."""
    import tomllib  # not in the Pythons that `enter` turns away with a sentence

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packaging = repr([settings["build-system"], settings["project"]])
    parts = (lock.read_text(encoding="utf-8"), packaging, sys.version, str(ROOT))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def pip(*arguments: str) -> bool:
    """Run pip of the environment; its chatter goes to standard error, so that output stays clean."""
    command = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def create_venv() -> None:
    """Create `.venv` anew, or end with a sentence that says what is missing."""
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as reason:
        say("venv", reason=str(reason))
        raise SystemExit(1) from None


def refuse_link() -> None:
    """End with a sentence where `.venv` leads elsewhere: pip would turn the package of its owner into ours."""
    if (target := VENV.resolve()) != VENV:
        say("link", target=str(target))
        raise SystemExit(1)


def install(lock: Path, stamp: Path) -> None:
    """Bring `.venv` to the state of a lock file (hashes are enforced), then note that in its stamp."""
    refuse_link()
    say("making")
    stamps = [*VENV.glob("promosite-*.stamp")]
    is_whole = bool(stamps) and venv_python().exists()
    with writing():
        for old in stamps:  # before pip: if that is stopped half way, no stamp calls the rest whole: it is made anew
            old.unlink()
    if not is_whole:
        create_venv()
    wanted = fingerprint(lock)
    editable = ("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    if not (pip("install", "--require-hashes", "-r", str(lock)) and pip(*editable)):
        say("install", lock=lock.name)
        raise SystemExit(1)
    with writing():
        stamp.write_text(wanted, encoding="ascii")


def is_current(lock: Path, stamp: Path) -> bool:
    """Tell whether the environment was made from just this lock file, by this interpreter, in this place."""
    return stamp.is_file() and stamp.read_text(encoding="ascii") == fingerprint(lock)


def begin() -> None:
    """Make ready to speak, and end here if this Python is too old for all that comes."""
    sys.excepthook = end_quietly
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a console that lacks a letter is no reason to fail
    if sys.version_info < OLDEST_PYTHON:
        say("python", found=sys.version.split()[0])
        raise SystemExit(2)


def enter(*, for_development: bool = False) -> None:
    """Continue the running script inside `.venv`, making or renewing it first if needed.

    `for_development` adds the tools of the tests; an environment that has them serves the other scripts too.
    """
    begin()
    if not is_moment(os.environ.get("SOURCE_DATE_EPOCH", "0")):
        say("moment", found=os.environ["SOURCE_DATE_EPOCH"])
        raise SystemExit(2)
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")  # the locks pin both engines
    if Path(sys.prefix).resolve() == VENV.resolve():
        return
    full = ROOT / "requirements-dev.lock", VENV / "promosite-dev.stamp"
    plain = ROOT / "requirements.lock", VENV / "promosite-run.stamp"
    if not (is_current(*full) or (is_current(*plain) and not for_development)):
        install(*(full if for_development or full[1].exists() else plain))
    environment = {"PYTHONUTF8": "1", **os.environ, "VIRTUAL_ENV": str(VENV)}
    environment["PATH"] = os.pathsep.join((str(venv_python().parent), os.environ.get("PATH", "")))
    raise SystemExit(wait_for(subprocess.Popen([str(venv_python()), *sys.argv], env=environment)))


def is_moment(epoch: str) -> bool:
    """Tell whether a text is a moment as `SOURCE_DATE_EPOCH` gives it: whole seconds, from 1970 to the year 2999."""
    return epoch.isascii() and epoch.isdecimal() and len(epoch) < 12 and int(epoch) < LAST_MOMENT


def wait_for(process: "subprocess.Popen[bytes]") -> int:
    """Return the exit code of a process. Ctrl+C reaches it as well, and it says what is to be said."""
    while True:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            continue
        return code if code >= 0 else STOPPED


def end_quietly(kind: "type[BaseException]", error: BaseException, trace: "TracebackType | None") -> None:
    """End without a traceback where somebody stopped us, or no longer reads what we print (`| head`)."""
    if issubclass(kind, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more at its end
    elif not issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)


@contextmanager
def writing(lang: "str | None" = None) -> "Iterator[None]":
    """End with a sentence where the machine refuses to write: for every command around what it writes."""
    try:
        yield
    except BrokenPipeError:  # nobody reads what we print
        raise
    except OSError as problem:
        sys.path.append(str(ROOT / "src"))  # of use before the package is installed
        from promosite.findings import harmless
        from promosite.messages import spoken
        from promosite.whole_files import refusal

        for table in spoken(lang):
            print(table.text("disk.refused", reason=harmless(refusal(problem))), file=sys.stderr)
        raise SystemExit(1) from None


def tell_unknown(paths: "Sequence[str | Path]", lang: "str | None", key: str = "no-path") -> None:
    """Say that files or folders that were asked for are not there: nothing was found in them because of that."""
    from promosite.messages import spoken

    lines = [table.text(f"check.{key}", path=path, root=ROOT) for path in paths for table in spoken(lang)]
    print("\n".join(lines), file=sys.stderr)


def is_there(path: "str | Path") -> bool:
    """Tell whether a path leads to a file or a folder; a name that no system takes leads nowhere."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
