"""What was found before: kept whole, believed only whole, and never a reason to fall over."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from promosite.findings import Finding, Source
from promosite.verdicts import Verdicts

FOUND = [
    Finding("word-tone", Source("content/vi/news/a.md", 3, 14), {"found": "hoà", "expected": "hòa"}),
    Finding("parity-fact-missing", Source("content/en/news/a.md"), {"expected": "“5 tấn”\n"}),
]


def kept(file: Path, **verdicts: list[Finding]) -> Verdicts:
    """Keep some verdicts in a file."""
    known = Verdicts(file)
    for key, findings in verdicts.items():
        known.put(key, findings)
    known.save()
    return known


def test_findings_come_back_as_they_were(tmp_path: Path) -> None:
    kept(tmp_path / "new" / "folder" / "v.json", a=FOUND, b=[])
    known = Verdicts(tmp_path / "new" / "folder" / "v.json")
    assert known.get("a") == FOUND
    assert known.get("b") == []
    assert known.get("c") is None
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["v.json"]


def test_what_is_put_can_be_asked_for_at_once() -> None:
    known = Verdicts()
    known.put("a", FOUND)
    assert known.get("a") == FOUND
    known.save()


def test_what_nobody_asks_for_is_dropped(tmp_path: Path) -> None:
    kept(tmp_path / "v.json", a=FOUND, b=[])
    second = Verdicts(tmp_path / "v.json")
    assert second.get("b") == []
    second.save()
    assert Verdicts(tmp_path / "v.json").get("a") is None


def test_an_unchanged_file_is_not_written(tmp_path: Path) -> None:
    kept(tmp_path / "v.json", a=FOUND, b=[])
    before = (tmp_path / "v.json").stat()
    again = Verdicts(tmp_path / "v.json")
    assert [again.get("b"), again.get("a")] == [[], FOUND]
    again.save()
    assert (tmp_path / "v.json").stat() == before


# ---- Files that are not what was written ----


def sealed(said: object) -> bytes:
    """A file whose digest is right whatever it says."""
    raw = json.dumps(said).encode()
    return hashlib.sha256(raw).hexdigest().encode() + b"\n" + raw


GOOD = ["word-tone", ["a.md", 3, None], {"found": "x"}]
BROKEN: dict[str, bytes] = {
    "empty": b"",
    "no line": b"x",
    "binary": bytes(range(256)),
    "plain JSON": b'{"a": []}',
    "wrong digest": b"0" * 64 + b'\n{"a": []}',
    "digest of nothing": hashlib.sha256(b"").hexdigest().encode() + b"\n",
    "not JSON": hashlib.sha256(b"{").hexdigest().encode() + b"\n{",
    "deep": hashlib.sha256(b"[" * 100_000).hexdigest().encode() + b"\n" + b"[" * 100_000,
    "a list": sealed([["a", []]]),
    "a number": sealed(5),
    "null": sealed(None),
    "verdict is null": sealed({"a": None}),
    "verdict is text": sealed({"a": "word-tone"}),
    "finding is text": sealed({"a": ["word-tone"]}),
    "code is a number": sealed({"a": [[5, *GOOD[1:]]]}),
    "place is text": sealed({"a": [["word-tone", "a.md", {}]]}),
    "place is short": sealed({"a": [["word-tone", ["a.md"], {}]]}),
    "line is text": sealed({"a": [["word-tone", ["a.md", "3", None], {}]]}),
    "parameters are a list": sealed({"a": [["word-tone", ["a.md", 3, 4], []]]}),
    "a parameter is a number": sealed({"a": [["word-tone", ["a.md", 3, 4], {"found": 5}]]}),
    "one of two is bad": sealed({"a": [GOOD], "b": [[]]}),
}


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_not_ours_says_nothing(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "v.json").write_bytes(raw)
    known = kept(tmp_path / "v.json", c=FOUND)
    assert known.get("a") is None
    assert Verdicts(tmp_path / "v.json").get("c") == FOUND


def test_the_broken_files_are_broken_in_one_thing_each(tmp_path: Path) -> None:
    (tmp_path / "v.json").write_bytes(sealed({"a": [GOOD]}))
    assert Verdicts(tmp_path / "v.json").get("a") == [Finding("word-tone", Source("a.md", 3), {"found": "x"})]


def test_cut_or_changed_anywhere_it_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "v.json"
    kept(file, a=FOUND, b=[])
    whole = file.read_bytes()
    for at in range(0, len(whole), 7):
        for raw in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            file.write_bytes(raw)
            assert Verdicts(file).get("a") is None, at


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    kept(tmp_path / "file" / "v.json", a=FOUND)
    (tmp_path / "v.json").mkdir()
    assert kept(tmp_path / "v.json", a=FOUND).get("a") == FOUND
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "v.json"]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path / "v.json", a=FOUND)
    monkeypatch.setattr("promosite.verdicts.MAX_BYTES", 10)
    assert Verdicts(tmp_path / "v.json").get("a") is None


def test_nothing_but_plain_data_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("unpickled")

    monkeypatch.setattr("pickle.loads", refuse)
    (tmp_path / "v.json").write_bytes(b"\x80\x04N.")
    assert Verdicts(tmp_path / "v.json").get("a") is None
