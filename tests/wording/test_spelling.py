"""British spelling."""

import pytest

from promosite.wording.spelling import AMERICAN, check_british
from tests.wording.tiny import body, in_text, marked

WRONG = [
    ("a training ⟦center⟧ and two ⟦centers⟧", ["centre", "centres"]),
    ("⟦centered⟧ on salt", ["centred"]),
    ("the ⟦program⟧ of work, other ⟦programs⟧", ["programme", "programmes"]),
    ("an ⟦organization⟧ of growers", ["organisation"]),
    ("⟦organized⟧ by them, ⟦organizing⟧ it", ["organised", "organising"]),
    ("⟦recognized⟧ in 2018", ["recognised"]),
    ("brown in ⟦color⟧, ⟦colored⟧ by hand", ["colour", "coloured"]),
    ("⟦labor⟧ and ⟦neighboring⟧ areas", ["labour", "neighbouring"]),
    ("the ⟦harbor⟧ and its ⟦flavor⟧", ["harbour", "flavour"]),
    ("10 ⟦kilometers⟧ and 5 ⟦liters⟧", ["kilometres", "litres"]),
    ("300 ⟦meters⟧ long, 4 square ⟦meters⟧", ["metres", "metres"]),
    ("⟦traveled⟧ and ⟦labeled⟧", ["travelled", "labelled"]),
    ("⟦analyzed⟧ in a laboratory", ["analysed"]),
    ("a local ⟦specialty⟧, many ⟦specialties⟧", ["speciality", "specialities"]),
    ("⟦modernization⟧, ⟦industrialization⟧, ⟦digitization⟧", ["modernisation", "industrialisation", "digitisation"]),
    ("## ⟦Organization⟧ chart", ["Organisation"]),
    ("first line\nthe ⟦catalog⟧ of marks", ["catalogue"]),
    ("national ⟦defense⟧ and ⟦jewelry⟧", ["defence", "jewellery"]),
    ("It is done. ⟦Program⟧ notes follow", ["Programme"]),
    ("| ⟦Color⟧ | brown |", ["Colour"]),
    ("a ⟦favorite⟧ of visitors", ["favourite"]),
]

RIGHT = [
    "centre, programme, organisation, recognised, colour, labour, harbour, metre, litre",
    "the World Health Organization and the International Organization for Standardization",
    "the World Trade Center; the Pearl Harbor memorial",
    "a computer program, software programs",
    "a water meter and electricity meters",
    "“Center for Applying Science” is the old name",
    "the size, the prize, to seize, to advise, capsized, horizon, citizen",
    "laboratory, collaborate, honorary, elaborate, humorous, vigorous, armoury",
    "water, after, enter, letter, perimeter, diameter, parameter, thermometer",
    "https://example.org/program/center and center.org",
    "the specialist, special, realism, modernity, custom",
    "traveller, labelling, modelling, cancelled, fuelled, levels",
    "`color: red` in code",
    "defensive, offensive, sensor, tutor, motor, author, donor",
    "Center for Informatics and Science and Technology Information was its name",
    "programmed, programming, programmer",
    "gravel, grain, the Gray family",
]


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_american_spelling_is_shown_in_british(text: str, expected: list[str]) -> None:
    clean, wrong = marked(text)
    findings = list(check_british(body("en", clean)))
    assert in_text(findings) == sorted(wrong)
    assert [one.params["expected"] for one in findings] == expected


@pytest.mark.parametrize("text", RIGHT)
def test_british_spelling_and_names_are_left(text: str) -> None:
    assert in_text(check_british(body("en", text))) == []


def test_no_british_form_is_on_the_american_list() -> None:
    assert set(AMERICAN) & set(AMERICAN.values()) == set()
