"""Who is named in words, however the name is written; and what is no name."""

import pytest

from secretariat.desk.neutrality.named import Person, named_in
from secretariat.desk.quoting import quoted

VITO, MIRA, ANA, LINA = (
    Person(subject="21", name="vito_marsh"),
    Person(subject="3", name="mira"),
    Person(subject="30", name="mira_ember"),
    Person(subject="4", name="Лина*"),
)
PEOPLE = (VITO, MIRA, ANA, LINA)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Vote for vito_marsh!", "21"),
        ("Vote for **vito_marsh**, he is good", "21"),
        ("Vote for vito\\_marsh.", "21"),
        ("VITO_MARSH's plan", "21"),
        ("Vito Marsh and vito-marsh", "21 21"),
        ("vitomarsh", ""),
        ("vi\u200bto_ma\u00adrsh", "21"),
        ("vi**to**_marsh", "21"),
        ("vitо_mаrsh", "21"),  # Cyrillic o and a
        ("νito_marsh", "21"),  # a Greek nu
        ("ⓥⓘⓣⓞ_ｍａｒｓｈ", "21"),
        ("vító_màrsh", "21"),
        ("v1to_marsh", "21"),
        ("vit&#111;_marsh", "21"),
        ("https://x.example/vito_marsh/plan", "21"),
        ("@vito_marsh", "21"),
        ("member id 21", "21"),
        ("Member ID: 21", "21"),
        ("member **21**", "21"),
        ("membership #21", "21"),
        ("member number 021", "21"),
        ("member ２１", "21"),
        ("mira", "3"),
        ("mira_ember", "30"),
        ("mira, and mira ember", "3 30"),
        ("ЛИНА*", "4"),
        ("Лина", "4"),
        ("lina", ""),
        ("vito", ""),
        ("marsh", ""),
        ("admirable", ""),
        ("miras", ""),
        ("member id 210", ""),
        ("member 2", ""),
        ("council members, 21 in all", ""),
        ("Block 21 is near.", ""),
        ("vito, marsh", ""),
        ("", ""),
    ],
)
def test_a_name_is_met_however_it_is_written(text: str, subjects: str) -> None:
    found = named_in(text, PEOPLE)
    assert " ".join(one.person.subject for one in found) == subjects
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@pytest.mark.parametrize(
    "text",
    ["Vote for vi\u200bto_marsh, please.", "Vote for ｖito\\_mａrsh, please.", "Vote for vit&#111;_marsh, please."],
)
def test_the_place_is_that_of_the_name_as_it_is_written(text: str) -> None:
    (one,) = named_in(text, PEOPLE)
    assert (text[: one.start], text[one.end :]) == ("Vote for ", ", please.")


@pytest.mark.parametrize("name", ["the council", "Last_Block", "3", "", "…", "\u200b", "***"])
def test_a_name_of_ordinary_words_is_met_by_its_number_alone(name: str) -> None:
    people = [Person(subject="12", name=name)]
    assert named_in(f"the council, the last block: {name} 3", people) == ()
    assert len(named_in("member id 12", people)) == 1


@pytest.mark.parametrize(
    "name",
    [
        "=HYPERLINK(1)" + "A" * 9_000,
        "[x](https://evil.example)",
        "a" * 60 + "b",
        "🦊fox🦊",
        "名前",
        "adm\u202enimda",
        "(.*)q",
        "x+y?",
        "a b  c",
    ],
)
def test_any_handle_is_met_as_it_is_and_escaped_and_found_in_no_other_words(name: str) -> None:
    people = [Person(subject="5", name=name)]
    for written in (name, quoted(name, 20_000), name.upper()):
        assert [one.person.subject for one in named_in(f"Ask {written} now.", people)] == ["5"], written
    assert named_in("Announcing ends in a day, and nobody is named here.", people) == ()


def test_a_name_that_our_words_cut_is_met_as_it_is_cut() -> None:
    people = [Person(subject="5", name=quoted("ember_" * 20, 40))]
    assert people[0].name.endswith("…")
    assert len(named_in("Ask ember_ember_ember_ember_ember_ember_ember now", people)) == 1


@pytest.mark.parametrize(
    "name",
    [
        "v0te",
        "ｖｏｔｅ",
        "сouncil",
        "re_vealed",
        "the coun cil",
        "io",
        "lo",
        "o1",
        "i candidate",
        "vo*te",
        "co(un)cil",
        "JOY",
        "UTC 29 min",
    ],
)
def test_a_name_made_to_look_like_our_own_words_is_not_met_in_them(name: str) -> None:
    """Else a handle could keep our words from being said."""
    own = "The council has 10 seats, 01 and 1 candidate: a vote counts when it is revealed. Until 20:00 UTC ± 29 min 100 JOY are needed."
    assert named_in(own, [Person(subject="5", name=name)]) == ()
