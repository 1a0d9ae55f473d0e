"""New items: a pair in which only unfilled places are wrong, names that are free, questions that people can answer."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from promosite.findings import Finding, Severity, in_order
from promosite.generate.site import Site
from promosite.messages import load_messages
from promosite.model.items import Kind
from promosite.questions import Answers, Dialogue, ask_for_the_rest, wish_of
from promosite.render.new_files import write_new
from promosite.scaffold import Wish, free_slug, scaffold, tidy
from promosite.validate.placeholders import placeholder
from tests.worlds import World, english, glance, news, press

VI, EN = load_messages("vi"), load_messages("en")
TITLE = 'Hội chợ: muối & "nhãn" #1'
BACKGROUND_NEWS = """\
---
title: "Hội chợ: muối & \\"nhãn\\" #1"
summary: "[[ĐIỀN: tóm tắt một hai câu, dưới 500 ký tự]]"
date: "[[ĐIỀN: ngày, dạng 2024-05-21, 2024-05 hoặc 2024; không rõ thì xóa dòng này]]"
published: 2026-11-22
tasks: [t1, t2]
sources:
  - id: nguon-1
    publisher: "[[ĐIỀN: nơi công bố nguồn]]"
    about: {vi: "[[ĐIỀN: một dòng tả nguồn này (Tiếng Việt)]]", en: "[[ĐIỀN: một dòng tả nguồn này (Tiếng Anh)]]"}
    url: "[[ĐIỀN: địa chỉ đầy đủ, bắt đầu bằng https://; chỉ biết tên trang thì thay cả dòng bằng site: ten-trang.vn]]"
    date: "[[ĐIỀN: ngày, dạng 2024-05-21, 2024-05 hoặc 2024; không rõ thì xóa dòng này]]"
as_of: "[[ĐIỀN: dữ kiện đúng đến ngày nào, dạng 2024-05-21, 2024-05 hoặc 2024]]"
---

[[ĐIỀN: nội dung; các mục bắt đầu bằng ##]][^nguon-1]
"""
RESULT_EVENT = """\
---
title: "Hội chợ: muối & \\"nhãn\\" #1"
summary: "[[ĐIỀN: tóm tắt một hai câu, dưới 500 ký tự]]"
start: "[[ĐIỀN: ngày đầu, dạng 2024-05-21]]"
end: "[[ĐIỀN: ngày cuối, dạng 2024-05-21; chỉ một ngày thì xóa dòng này]]"
role: "[[ĐIỀN: vai trò của Sở: organiser, co-organiser, attended hoặc reported]]"
published: 2026-11-22
tasks: []
unit: centre
channel: websites
---

[[ĐIỀN: nội dung; các mục bắt đầu bằng ##]]
"""
TRANSLATION = """\
---
title: "[[FILL IN: the title, translated]]"
summary: "[[FILL IN: summary in one or two sentences, under 500 characters]]"
---

[[FILL IN: the text, sections beginning with ##; delete this line to publish a summary only]]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return glance(tmp_path_factory.mktemp("world")).site


def wish(kind: str = "news", title: str = TITLE, slug: str = "hoi-cho", **more: object) -> Wish:
    return Wish(Kind(kind), title, slug, **more)  # type: ignore[arg-type]


def errors(looked: World) -> list[Finding]:
    return [one for one in in_order(looked.findings) if one.severity is Severity.ERROR]


# ---- The pair ----


def test_the_bytes_of_a_background_item(site: Site) -> None:
    texts, problems = scaffold(wish(tasks=("t1", "t2")), site)
    assert problems == []
    assert texts == {
        "content/vi/news/hoi-cho.md": BACKGROUND_NEWS,
        "content/en/news/hoi-cho.md": TRANSLATION.rstrip("\n") + "[^nguon-1]\n",
    }


def test_the_bytes_of_a_result(site: Site) -> None:
    texts, problems = scaffold(wish("event", unit="centre", channel="websites"), site)
    assert problems == []
    assert texts == {"content/vi/events/hoi-cho.md": RESULT_EVENT, "content/en/events/hoi-cho.md": TRANSLATION}


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
@pytest.mark.parametrize("result", [False, True])
def test_only_unfilled_places_are_wrong_with_a_new_pair(kind: str, result: bool, tmp_path: Path) -> None:
    own = {"unit": "centre", "channel": "websites"} if result else {}
    files, problems = scaffold(wish(kind, **own), glance(tmp_path / "before").site)
    assert problems == []
    found = errors(glance(tmp_path / "after", files))
    marks = {path: text.count("[[ĐIỀN: ") + text.count("[[FILL IN: ") for path, text in files.items()}
    assert {one.code for one in found} == {"placeholder-left"}
    assert {path: sum(1 for one in found if one.source.path == path) for path in files} == marks


def test_a_pair_that_was_filled_in_is_accepted(tmp_path: Path) -> None:
    answers = {
        "summary": "Tóm tắt.",
        "start": "2026-11-20",
        "end": "2026-11-21",
        "role": "organiser",
        "title": "Fair #1",
    }
    files, _ = scaffold(wish("event", unit="centre", channel="websites"), glance(tmp_path / "before").site)
    filled = {}
    for path, text in files.items():
        own = answers if "/vi/" in path else answers | {"summary": "Summary."}
        lines = [
            f'{key}: "{own[key]}"' if (key := line.split(":")[0]) in answers and "[[" in line else line
            for line in text.split("\n")
        ]
        body = "Nội dung." if "/vi/" in path else "Text."
        filled[path] = "\n".join(body if line.startswith("[[") else line for line in lines)
    after = glance(tmp_path / "after", filled)
    assert errors(after) == []
    assert "event/hoi-cho" in after.site.catalogue.items


# ---- Refusals ----


def told(problems: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(str(one.source), one.code) for one in problems]


@pytest.mark.parametrize(
    ("asked", "problems"),
    [
        (wish(tasks=("t1", "t9")), [("--task", "reference-unknown")]),
        (wish(unit="center", channel="websites"), [("--unit", "reference-unknown")]),
        (wish(unit="centre", channel="web"), [("--channel", "reference-unknown")]),
        (wish(unit="centre"), [("--channel", "channel-missing")]),
        (wish(channel="websites"), [("--channel", "channel-without-unit")]),
        (wish(title="a <b>"), [("content/vi/news/hoi-cho.md:2:8", "text-markup")]),
        (wish(title="a" * 301), [("content/vi/news/hoi-cho.md:2:8", "text-long")]),
        (wish(title="a\u202eb"), [("content/vi/news/hoi-cho.md:2:8", "text-control")]),
        *(
            (wish(slug=slug), [("--slug", "slug-refused")])
            for slug in ("Hội chợ", "2024", "page", "../a", "a" * 61, "A")
        ),
    ],
    ids=str,
)
def test_a_wrong_wish_writes_nothing(asked: Wish, problems: list[tuple[str, str]], site: Site) -> None:
    texts, found = scaffold(asked, site)
    assert (texts, told(found)) == ({}, problems)


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    old = tmp_path / "en" / "a.md"
    old.parent.mkdir()
    old.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_new({tmp_path / "vi" / "a.md": b"new", old: b"new"})
    assert old.read_bytes() == b"old"
    assert not (tmp_path / "vi" / "a.md").exists()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
def test_who_is_stopped_between_two_files_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    make = Path.mkdir

    def stopped(folder: Path, **how: bool) -> None:
        if folder.name == "en":
            raise stop
        make(folder, **how)

    monkeypatch.setattr(Path, "mkdir", stopped)
    with pytest.raises(stop):
        write_new({tmp_path / "vi" / "a.md": b"new", tmp_path / "en" / "a.md": b"new"})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


# ---- Names ----


@pytest.mark.parametrize(
    ("title", "taken", "slug"),
    [
        ("Muối Bà Rịa", [], "muoi-ba-ria"),
        ("Đặc sản Đất Đỏ", [], "dac-san-dat-do"),
        ("Muối Bà Rịa", ["muoi-ba-ria"], "muoi-ba-ria-2"),
        ("Muối Bà Rịa", ["muoi-ba-ria", "muoi-ba-ria-2"], "muoi-ba-ria-3"),
        ("2024", [], "2024-2"),
        ("Page", [], "page-2"),
        ("???", [], "news"),
        ("a" * 70, [], "a" * 60),
        ("a" * 70, ["a" * 60], "a" * 58 + "-2"),
        ("a" * 57 + " b", ["a" * 57 + "-b"], "a" * 57 + "-2"),
    ],
)
def test_a_name_is_made_from_the_title(title: str, taken: list[str], slug: str) -> None:
    assert free_slug(title, Kind.NEWS, taken) == slug


def test_a_title_is_tidied() -> None:
    assert tidy("  Mu\u006f\u0302\u0301i \t Bà\nRịa ") == "Muối Bà Rịa"


# ---- Questions ----


def dialogue(answers: Iterable[str], shown: list[str]) -> Dialogue:
    """Return a person who gives some answers in turn; what they see goes into `shown`."""
    said = iter(answers)

    def ask(prompt: str) -> str:
        shown.append(prompt)
        return next(said)

    return Dialogue(ask, shown.append, [EN])


DIALOGUES: dict[str, tuple[Answers, list[str], Wish]] = {
    "everything": (
        Answers(),
        ["1", "Muối", "", "1 2", "1", "1"],
        wish("news", "Muối", "muoi", tasks=("t1", "t2"), unit="centre", channel="websites"),
    ),
    "background, own name": (
        Answers(),
        ["4", "Muối", "muoi-bien", "", ""],
        wish("press", "Muối", "muoi-bien"),
    ),
    "what was given is not asked": (
        Answers("event", " Muối ", "m", ("t1",), "centre", "websites"),
        [],
        wish("event", "Muối", "m", tasks=("t1",), unit="centre", channel="websites"),
    ),
    "only the channel is missing": (
        Answers("event", "Muối", "m", (), "centre"),
        ["1"],
        wish("event", "Muối", "m", unit="centre", channel="websites"),
    ),
    "a title and a name that no file may have are asked again at once": (
        Answers("news", tasks=(), unit=""),
        ["Muối\u200e", "<script>", "Muối", "Muối Mẫu", "../muoi", "taken", "muoi-mau"],
        wish("news", "Muối", "muoi-mau", unit=""),
    ),
    "wrong answers are asked again": (
        Answers(slug="m"),
        ["x", "9", "1 2", "", "2", "", " ", "Muối", "t1", "3", "2, 2;1", "1 2", "0", ""],
        wish("product", "Muối", "m", tasks=("t2", "t1")),
    ),
}


@pytest.mark.parametrize(("given", "answers", "wanted"), DIALOGUES.values(), ids=DIALOGUES.keys())
def test_a_dialogue_completes_the_wish(given: Answers, answers: list[str], wanted: Wish, site: Site) -> None:
    said = iter(answers)
    person = Dialogue(lambda prompt: next(said), lambda line: None, [EN])
    assert ask_for_the_rest(given, site, lambda kind: ["taken"], person) == wanted
    assert list(said) == []


def test_choices_are_offered_in_words(site: Site) -> None:
    shown: list[str] = []
    ask_for_the_rest(Answers("news", "Muối"), site, lambda kind: ["muoi"], dialogue(["", "1", "1", "1"], shown))
    assert shown == [
        "File name (Enter for muoi-2): ",
        "Tasks of the plan that it serves (numbers, separated by spaces; Enter for none)",
        "  1. T1  One",
        "  2. T2  Two",
        "> ",
        "The Department's unit that made and published it (Enter for background)",
        "  1. Sample Centre",
        "  2. All units",
        "> ",
        "Form of communication",
        "  1. Websites",
        "> ",
    ]


def test_questions_stand_in_both_languages(site: Site) -> None:
    shown: list[str] = []
    person = dialogue(["1"], shown)
    Dialogue(person.ask, person.tell, [VI, EN]).choose("ask-channel", {"a": "A"}, most=1, least=1)
    assert shown[0] == "Hình thức tuyên truyền / Form of communication"


@pytest.mark.parametrize(
    ("given", "taken", "wanted"),
    [
        (Answers("news", "Muối"), [], wish("news", "Muối", "muoi")),
        (Answers("news", "Muối"), ["muoi"], wish("news", "Muối", "muoi-2")),
        (Answers("news", "Muối", "muoi", ("t1",)), ["muoi"], wish("news", "Muối", "muoi", tasks=("t1",))),
    ],
)
def test_without_a_terminal_what_is_open_stays_empty(given: Answers, taken: list[str], wanted: Wish) -> None:
    assert wish_of(given, lambda kind: taken) == wanted


# ---- Places that are not filled in ----


def test_a_place_is_marked_in_the_language_of_its_file() -> None:
    assert [placeholder("a", lang) for lang in ("vi", "en", "ja")] == [
        "[[ĐIỀN: a]]",
        "[[FILL IN: a]]",
        "[[FILL IN: a]]",
    ]


LEFT: dict[str, tuple[Callable[[str], str], list[tuple[str, str]]]] = {
    "in a text": (lambda mark: news(summary=f'"{mark}"'), [("3:10", "tóm tắt")]),
    "in place of a date": (lambda mark: news(date=f'"{mark}"'), [("4:7", "tóm tắt")]),
    "in place of a choice": (lambda mark: press(article_language=f'"{mark}"'), [("7:19", "tóm tắt")]),
    "deep in a list": (
        lambda mark: news(sources=f'[{{id: bao-mau, publisher: "{mark}", about: Bài, site: "{mark}"}}]'),
        [("7:36", "tóm tắt"), ("7:75", "tóm tắt")],
    ),
    "twice on a line of the body": (
        lambda mark: news(f"A {mark} b {mark}.[^bao-mau]"),
        [("10:3", "tóm tắt"), ("10:23", "tóm tắt")],
    ),
    "as a browser editor may escape it": (
        lambda mark: news("\\[\\[ĐIỀN: tóm tắt\\]\\][^bao-mau]"),
        [("10:1", "tóm tắt")],
    ),
    "nothing after the colon": (lambda mark: news("[[ĐIỀN:]][^bao-mau]"), [("10:1", "")]),
    "no mark at all": (lambda mark: news("[[tóm tắt]] ĐIỀN: a [ĐIỀN: b].[^bao-mau]"), []),
}


@pytest.mark.parametrize(("make", "places"), LEFT.values(), ids=LEFT.keys())
def test_a_place_that_is_left_is_one_error_at_its_line(
    make: Callable[[str], str], places: list[tuple[str, str]], tmp_path: Path
) -> None:
    text = make("[[ĐIỀN: tóm tắt]]")
    kind = "press" if "article_language" in text else "news"
    path = f"content/vi/{kind}/a.md"
    found = [(one.code, str(one.source), dict(one.params)) for one in errors(glance(tmp_path, {path: text}))]
    wanted = [("placeholder-left", f"{path}:{place}", {"found": hint}) for place, hint in places]
    assert found == wanted


def test_other_faults_of_the_file_are_told_too(tmp_path: Path) -> None:
    path = "content/en/news/tin-mau.md"
    files = {path: english("# A", title='"[[FILL IN: title]]"', summary=None)}
    assert [(one.code, one.source.line) for one in errors(glance(tmp_path, files))] == [
        ("field-missing", 2),
        ("placeholder-left", 2),
        ("heading-level", 4),
    ]
