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
        ("vitomarsh", "21"),
        ("VitoMarsh", "21"),
        ("vito·marsh", "21"),
        ("vito/marsh", "21"),
        ("v i t o _ m a r s h", "21"),
        ("v-i-t-o m-a-r-s-h", "21"),
        ("m i r a", "3"),
        ("m.i.r.a.", "3"),
        ("vitomarshes", ""),
        ("avitomarsh", ""),
        ("mira ember, vi-to-marsh", "30 21"),
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


WOLKE, KIRA = Person(subject="8", name="Ferdinand-Wolke"), Person(subject="9", name="kira_vale")


@pytest.mark.parametrize(
    "sign", [*"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d/\\·•‧.:+_ ", " - ", " \u2013 ", ""]
)
def test_whatever_sign_parts_the_words_of_a_name_it_is_met(sign: str) -> None:
    text = f"Vote for Ferdinand{sign}Wolke and not for Kira{sign}Vale, please."
    assert [one.person.subject for one in named_in(text, [WOLKE, KIRA])] == ["8", "9"]
    (wolke, kira) = named_in(text, [WOLKE, KIRA])
    assert text[wolke.start : wolke.end] == f"Ferdinand{sign}Wolke"
    assert text[kira.start : kira.end] == f"Kira{sign}Vale"


@pytest.mark.parametrize(
    "text",
    [
        "F e r d i n a n d - W o l k e",
        "F e r d i n a n d   \u2013   W o l k e".replace("   ", "  "),
        "F.e.r.d.i.n.a.n.d W.o.l.k.e",
        "Ferdi-nand-Wolke",
        "FERDINANDWOLKE",
        "ferd\u2010inand\u2011wolke",
    ],
)
def test_a_name_is_met_spaced_out_joined_and_cut_up(text: str) -> None:
    assert [one.person.subject for one in named_in(f"Vote for {text} now.", [WOLKE, KIRA])] == ["8"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notable", "There is no table in this text."),
        ("thecouncil", "The council votes, and the-council sits."),
        ("re_vealed", "A vote is revealed, a re-vote is not."),
        ("the_v_otes", "The votes are counted."),
        ("to_get_her", "Work together with her."),
        ("wellknown", "That is known well, and well known."),
        ("data_base", "The table of dates is a base, and data is kept."),
        ("mar_ket", "A market is open."),
        ("an_na", "An Anna and a banana."),
        ("lo_lo_lo_lo", "10 10 10 10 blocks, 10101010 JOY, 1 0 1 0 1 0 1 0"),
        ("kira", "A kir a day; k. ira"),
        ("vito_marsh", "vito, marsh and so on; a vito. It marshals."),
    ],
)
def test_no_name_is_met_in_ordinary_words_that_have_its_letters(name: str, text: str) -> None:
    assert named_in(text, [Person(subject="5", name=name)]) == ()


def test_of_two_names_of_the_same_letters_the_one_that_is_written_is_meant() -> None:
    people = [Person(subject="1", name="kiravale"), KIRA]
    assert [one.person.subject for one in named_in("kira_vale, kiravale, kira-vale", people)] == ["9", "1", "9"]


@pytest.mark.timeout(60)  # a careless pattern would take minutes
def test_a_long_text_of_signs_and_beginnings_of_a_name_is_looked_through() -> None:
    people = [Person(subject=str(number), name="a_" * 25 + "b") for number in range(3)]
    text = ("a- " * 20 + "-" * 200 + " a" * 50 + " _._" * 30) * 200
    assert named_in(text, people) == ()
