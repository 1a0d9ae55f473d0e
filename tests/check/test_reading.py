"""Reading by several processes gives what reading by one gives."""

from pathlib import Path

import pytest

from promosite import processes
from promosite.check.reading import read_pages
from tests.check.tiny import lay, tiny_site


def test_shared_reading_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    paths = [path for path in tiny_site() if path.endswith(".html")]
    lay(tmp_path, tiny_site())
    alone, shared = read_pages(tmp_path, paths), read_pages(tmp_path, paths, worth_sharing=1)
    assert list(shared.items()) == list(alone.items())


def test_one_process_does_when_others_cannot_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(processes, "ProcessPoolExecutor", refuse)
    lay(tmp_path, tiny_site())
    assert list(read_pages(tmp_path, ["index.html"], worth_sharing=1)) == ["index.html"]
