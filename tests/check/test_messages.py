"""Each finding of this stage has its sentence, in both languages, with the parameters it is given."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

import promosite.check
from promosite.check import check_site
from promosite.findings import sentence
from promosite.messages import TABLES, Messages, flatten
from tests.check.test_check_site import BREAKS
from tests.check.tiny import LANGUAGES, URL, lay, tiny_site

CODES = {
    code
    for module in Path(promosite.check.__file__).parent.glob("*.py")
    for code in re.findall(r'"(site-[a-z0-9-]+)"', module.read_text(encoding="utf-8"))
}


def table(lang: str) -> Messages:
    sentences: dict[str, str] = {}
    for place in sorted([*TABLES.glob(f"{lang}.toml"), *TABLES.glob(f"*.{lang}.part.toml")]):
        sentences |= flatten(tomllib.loads(place.read_text(encoding="utf-8")))
    return Messages(lang, sentences)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_sentence_and_none_is_left_over(lang: str) -> None:
    assert {key.removeprefix("finding.") for key in table(lang).table if key.startswith("finding.site-")} == CODES


def test_languages_ask_for_known_parameters(tmp_path: Path) -> None:
    given: dict[str, set[str]] = {}
    for number, case in enumerate(BREAKS):
        files = tiny_site()
        case.values[0](files)
        for one in check_site(lay(tmp_path / str(number), files), URL, LANGUAGES)[1]:
            given.setdefault(one.code, set(one.params)).intersection_update(one.params)
            assert all(sentence(one, table(lang)) for lang in LANGUAGES)
    asked = {lang: {code: fields(table(lang).table[f"finding.{code}"]) for code in given} for lang in LANGUAGES}
    assert asked["vi"] == asked["en"]
    assert [code for code in given if not asked["vi"][code] <= given[code]] == []
    apart = {"site-folder-missing", "site-page-broken", "site-search-broken", "site-symlink", "site-without-pages"}
    assert CODES - set(given) == apart


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_one_sentence_whole(tmp_path: Path) -> None:
    files = tiny_site()
    files["about/index.html"] = files["about/index.html"].replace(b"</main>", b'<a href="../x/">x</a></main>')
    (one,) = check_site(lay(tmp_path, files), URL, LANGUAGES)[1]
    assert [sentence(one, table(lang)) for lang in LANGUAGES] == [
        "Liên kết “../x/” dẫn tới x/index.html, vốn không có trong trang web. Hãy sửa địa chỉ, hoặc bỏ liên kết.",
        "The link “../x/” leads to x/index.html, which is not in the site. Correct the address, or remove the link.",
    ]
