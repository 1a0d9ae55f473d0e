"""A page that has one name of a thing is found by every other."""

import pytest

from promosite.generate.search_names import NameFinder, finder_of, other_names, place_names
from promosite.model.catalogue import Catalogue
from promosite.model.record import Words
from promosite.model.reference import Place, SearchWords, Term, Unit


def words(vi: str, en: str) -> Words:
    return Words({"vi": vi, "en": en})


def term(vi: str, en: str) -> Term:
    return Term(vi=vi, en=en, origin="K", group="bodies")


OLD = Place(id="long-dien", kind_then="district", name_then=words("huyện Cũ", "Cu District"), successor="long-dat")
NEW = Place(id="long-dat", kind_then="district", name_then=words("huyện Mới", "Moi District"))
ISLAND = Place(
    id="dao",
    kind_then="district",
    name_then=words("huyện Đảo", "Dao District"),
    kind_now="special-zone",
    name_now=words("Đặc khu Đảo", "Dao Special Zone"),
)
CATALOGUE = Catalogue(
    items={},
    tasks_of={},
    places={one.id: one for one in (OLD, NEW, ISLAND)},
    units={"centre": Unit(id="centre", name=words("Trung tâm Mẫu", "Sample Centre"), short=words("TT Mẫu", "Centre"))},
    glossary={
        one.vi: one
        for one in (
            term("Khoa học và công nghệ (KH&CN)", "Science and technology (S&T)"),
            term("Ủy ban nhân dân (UBND) tỉnh", "Provincial People's Committee"),
            term("Bộ Khoa học và Công nghệ", "Ministry of Science and Technology (MOST)"),
            term("Mãng cầu ta (na)", "Custard apple, sugar apple"),
            term("Huyện (đến 30/6/2025)", "District (to 30 June 2025)"),
        )
    },
    search_words={"brvt": SearchWords(id="brvt", words=("Bà Rịa - Vũng Tàu", "BRVT", "BR-VT"))},
)
FINDER = finder_of(CATALOGUE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("muối Bà Rịa - Vũng Tàu", ["BRVT", "BR-VT"]),
        ("muối Bà Rịa – Vũng Tàu", ["BRVT", "BR-VT"]),
        ("muối BRVT", ["Bà Rịa - Vũng Tàu", "BR-VT", "BRVT"]),
        ("muối BR-VT", ["Bà Rịa - Vũng Tàu", "BRVT"]),
        ("khoa học và công nghệ", ["KH&CN", "KHCN", "Science and technology", "S&T", "ST"]),
        ("Ngành KH&CN tỉnh", ["Khoa học và công nghệ", "Science and technology", "S&T", "ST"]),
        ("Nghị quyết của UBND tỉnh", ["Ủy ban nhân dân", "Ủy ban nhân dân tỉnh", "Provincial People's Committee"]),
        ("huyện Cũ", ["Cu District", "huyện Mới", "Moi District"]),
        ("ở huyện Mới", ["huyện Cũ", "Cu District", "Moi District"]),
        ("Dao Special Zone", ["huyện Đảo", "Dao District", "Đặc khu Đảo"]),
        ("do Trung tâm Mẫu làm", ["Sample Centre", "TT Mẫu", "Centre"]),
        ("most people", []),
        ("mãng cầu ta", []),
        ("huyện nào", []),
        ("", []),
    ],
)
def test_other_names(text: str, expected: list[str]) -> None:
    assert list(other_names(FINDER.found_in(text))) == expected


def test_an_abbreviation_answers_to_capitals_only() -> None:
    assert "Bộ Khoa học và Công nghệ" in other_names(FINDER.found_in("the MOST said"))


def test_old_and_new_places_answer_for_each_other() -> None:
    assert place_names(OLD, CATALOGUE) == ("huyện Cũ", "Cu District", "huyện Mới", "Moi District")


def test_a_thing_of_one_name_is_not_looked_for() -> None:
    place = Place(id="x", kind_then="ward", name_then=Words("X"))
    assert finder_of(Catalogue(items={}, tasks_of={}, places={"x": place})) == NameFinder()
