"""The structure of words that name people: what the gate lets pass and what it points at."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.desk.acts import Destination
from secretariat.desk.findings import Entry, Wanted
from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.neutrality.named import Person
from secretariat.desk.neutrality.order import drawn, place, seed_of
from secretariat.desk.quoting import quoted

SEED = "0xaa/7"
PEOPLE = {"11": "ada", "12": "Grace", "13": "Łukasz"}


def entry(subject: str, name: str, stake: str = "1,200.5") -> Entry:
    return Entry(subject=subject, name=name, text=f"- {name} (member id {subject}), stake {stake} JOY")


def words(*entries: Entry, before: str = "Who stands:\n\n", after: str = "\n\nThanks to all.") -> Wanted:
    listed = "\n".join(one.text for one in entries)
    return Wanted(
        part="discord",
        kind="message",
        channel="discord",
        destination=Destination(place="town"),
        template="t",
        template_digest="d",
        text=f"{before}{listed}{after}",
        entries=entries,
        order_seed=SEED,
    )


def fair(people: dict[str, str] = PEOPLE) -> Wanted:
    return words(*(entry(subject, people[subject]) for subject in drawn(people, SEED, str)))


def test_the_order_is_by_the_sha_256_of_seed_and_member_id_as_anybody_can_work_out() -> None:
    seed = seed_of("0xABcd", 12)
    assert seed == "0xabcd/12"
    by_hand = sorted(("1", "20", "300"), key=lambda one: hashlib.sha256(f"0xabcd/12/{one}".encode()).hexdigest())
    assert list(drawn(["300", "1", "20"], seed, str)) == by_hand
    assert place("s", "1") == hashlib.sha256(b"s/1").hexdigest()


@given(st.lists(st.integers(0, 10**6), unique=True, max_size=8), st.randoms())
def test_the_order_does_not_depend_on_the_order_before(members: list[int], chance: object) -> None:
    shuffled = list(members)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert drawn(members, SEED, str) == drawn(shuffled, SEED, str)
    assert sorted(drawn(members, SEED, str)) == sorted(members)


def test_fair_words_and_words_that_list_nobody_have_no_concern_about_structure() -> None:
    assert concerns(fair()) == ()
    assert concerns(replace(fair(), entries=(), text="ada (member id 11) stands.")) == ()
    assert concerns(words(entry("11", "ada"))) == ()


def _turned(one: Wanted) -> Wanted:
    return words(*reversed(one.entries))


def _moved_in_text(one: Wanted) -> Wanted:
    first, second, third = (each.text for each in one.entries)
    return replace(one, text=f"{second}\n{first}\n{third}")


def _without_one(one: Wanted) -> Wanted:
    return replace(one, text=one.text.replace(one.entries[1].text + "\n", ""))


def _without_any(one: Wanted) -> Wanted:
    return replace(one, text="Voting is open to all.")


def _praised(one: Wanted) -> Wanted:
    return replace(one, text=one.text.replace(one.entries[1].text, one.entries[1].text + ", who did well"))


def _other_field(one: Wanted) -> Wanted:
    entries = (*one.entries[:2], replace(one.entries[2], text=one.entries[2].text + ", in office"))
    return words(*entries)


def _she(one: Wanted) -> Wanted:
    return words(*(replace(e, text=f"{e.text}; {'she' if n else 'he'} stands") for n, e in enumerate(one.entries)))


def _named_again(one: Wanted) -> Wanted:
    return replace(one, text=f"{one.text} Above all {one.entries[0].name}.")


def _in_title(one: Wanted) -> Wanted:
    return replace(one, title=f"{one.entries[0].name} and others")


def _last(change: str) -> Callable[[Wanted], Wanted]:
    return lambda one: replace(one, text=one.text.replace(one.entries[-1].text, one.entries[-1].text + change))


def _first(change: str) -> Callable[[Wanted], Wanted]:
    return lambda one: replace(one, text=one.text.replace(one.entries[0].text, change + one.entries[0].text))


def _single(change: str) -> Callable[[Wanted], Wanted]:
    one = entry("11", "ada")
    return lambda _: words(one, before=f"Who stands:\n\n{change}", after="\n\nThanks.")


def _again_as(written: Callable[[str], str]) -> Callable[[Wanted], Wanted]:
    return lambda one: replace(one, text=f"{one.text} Above all {written(one.entries[-1].name)}.")


def _by_number(one: Wanted) -> Wanted:
    return replace(one, text=f"{one.text} Vote for member id {one.entries[1].subject}.")


def _twice(one: Wanted) -> Wanted:
    return words(*one.entries, one.entries[-1])


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (lambda one: replace(one, order_seed=""), {"no-seed"}),
        (lambda one: replace(one, order_seed="0xaa/8"), {"order"}),
        (_turned, {"order"}),
        (_moved_in_text, {"order"}),
        (_without_one, {"missing"}),
        (_without_any, {"missing"}),
        (_praised, {"space"}),
        (_other_field, {"fields"}),
        (_she, {"fields"}),
        (_named_again, {"named-elsewhere"}),
        (_in_title, {"named-elsewhere"}),
        (_twice, {"named-twice"}),
        (_last(", the best"), {"space"}),
        (_last("\n  the best of all"), {"space"}),
        (_last("\nhttps://x.example/plan"), {"space"}),
        (_first("(the best) "), {"space"}),
        (_single("(the best) "), {"space"}),
        (_by_number, {"named-elsewhere"}),
        (_again_as(str.upper), {"named-elsewhere"}),
        (_again_as(lambda name: f"{name[0]}\u200b{name[1:]}"), {"named-elsewhere"}),
        (_again_as(lambda name: f"**{name[:2]}**{name[2:]}"), {"named-elsewhere"}),
    ],
)
def test_what_is_not_neutral_is_told_with_its_place(change: Callable[[Wanted], Wanted], codes: set[str]) -> None:
    changed = change(fair())
    found = concerns(changed)
    assert {one.code for one in found} >= codes
    for one in found:
        text = changed.title if one.where == "title" else changed.text
        assert 0 <= one.start <= one.end <= len(text)
        assert one.says.endswith(".")


STANDING = (
    Person(subject="21", name="vito_marsh"),
    Person(subject="22", name="mira_ember"),
    Person(subject="23", name="nils"),
)
PRAISE = "Vote for **vito_marsh** (member id 21), the best choice! The others, in alphabetical order: - mira_ember: weak record - nils"


@pytest.mark.parametrize(
    ("text", "title", "named"),
    [
        (PRAISE, "", ["vito_marsh", "member id 21", "mira_ember", "nils"]),
        ("Thanks to Vito Marsh.", "", ["Vito Marsh"]),
        ("Welcome.", "About nils", ["nils"]),
        ("Vote for member 23", "", ["member 23"]),
        ("- mira_ember (member id 22)\n- nils (member id 23)\n- vito_marsh (member id 21)", "", None),
        ("Somebody stands, and vito stands too.", "", []),
        ("ada is no candidate", "", []),
    ],
)
def test_words_without_a_list_may_not_name_who_stands(text: str, title: str, named: list[str] | None) -> None:
    own = replace(fair(), entries=(), order_seed="", text=text, title=title)
    found = [one for one in concerns(own, STANDING) if one.code == "named-elsewhere"]
    met = [(title if one.where == "title" else text)[one.start : one.end] for one in found]
    assert met == named if named is not None else len(met) == 6
    assert all("the others who stand are not" in one.says for one in found)
    assert "named-elsewhere" not in {one.code for one in concerns(own)}


def test_in_a_person_s_words_about_a_list_who_stands_is_named_in_the_list_alone() -> None:
    standing = tuple(Person(subject=subject, name=name) for subject, name in PEOPLE.items())
    assert concerns(fair(), standing) == ()
    (found,) = concerns(_named_again(fair()), standing)
    assert found.code == "named-elsewhere"


def test_the_place_of_a_name_outside_the_list_is_that_name() -> None:
    changed = _named_again(fair())
    (found,) = concerns(changed)
    assert changed.text[found.start : found.end] == changed.entries[0].name
    assert found.start > len(fair().text) - 1


@pytest.mark.parametrize("name", ["council", "The", "3", "12", "last block"])
def test_a_name_of_ordinary_words_is_not_met_in_our_own_words(name: str) -> None:
    people = {**PEOPLE, "11": name}
    entries = [entry(subject, people[subject]) for subject in drawn(people, SEED, str)]
    assert concerns(words(*entries, before="The last block of the council is 12, and 3 stand:\n\n")) == ()


def test_a_name_that_is_the_seed_of_the_order_is_not_met_where_the_seed_is_named() -> None:
    people = {**PEOPLE, "11": SEED}
    entries = [entry(subject, people[subject]) for subject in drawn(people, SEED, str)]
    assert concerns(words(*entries, after=f"\n\nDrawn by `{SEED}/` and the member id.")) == ()


def test_a_name_within_a_longer_word_is_not_met() -> None:
    people = {"11": "ada", "12": "an", "13": "adamant"}
    entries = [entry(subject, people[subject]) for subject in drawn(people, SEED, str)]
    assert concerns(words(*entries, after="\n\nStay adamantly in Canada.")) == ()


@given(st.lists(st.text(max_size=50), min_size=3, max_size=3), st.permutations(["11", "12", "13"]))
def test_any_names_swapped_in_any_way_are_as_neutral(names: list[str], order: list[str]) -> None:
    people = {subject: quoted(name, 40) for subject, name in zip(order, names, strict=True)}
    assert concerns(fair(people)) == ()
    assert {one.code for one in concerns(_other_field(fair(people)))} >= {"fields"}
