"""What a duty's own texts say has no concern: whatever figures and names of the field fill them, and whatever listed people are called."""

import random
import re
from collections.abc import Iterator

import pytest

from secretariat.desk.filling import Filled, Template, fill
from secretariat.desk.findings import Entry
from secretariat.desk.neutrality import learned
from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.neutrality.order import drawn
from secretariat.desk.neutrality.own_words import as_facts
from secretariat.desk.quoting import quoted
from secretariat.duties.terms.incident_words import group_rewards
from secretariat.facts.live_groups import GROUP_NAMES
from tests.desk.neutrality.own_words import TEMPLATES
from tests.desk.words import wanted
from tests.duties.own_incidents import MAKERS
from tests.duties.own_values import DRAWN, TYPES, Values, by_use, figure, names

TEXTS: dict[str, dict[str, Template]] = {}
for one in TEMPLATES:
    duty, name = one.parent.parent.name, one.name.removesuffix(".md")  # type: ignore[attr-defined]
    TEXTS.setdefault(duty, {})[name] = Template(name=f"{duty}/{name}", text=one.read_text(encoding="utf-8"))

ALL = [(duty, name) for duty, texts in TEXTS.items() for name in texts]
LISTS = [
    (duty, name)
    for duty, name in ALL
    if re.search(r"\{(seldom|personnel|changes|largest|same)\}", TEXTS[duty][name].text)
]
SEED = "0xaa/7"


def people(names: list[str]) -> tuple[Entry, ...]:
    ids = {str(101 + number): quoted(name, 40) for number, name in enumerate(names)}
    return tuple(
        Entry(subject=one, name=ids[one], text=f"- {ids[one]} (member id {one})") for one in drawn(ids, SEED, str)
    )


def found(text: Filled, entries: tuple[Entry, ...] = ()) -> list[tuple[str, str]]:
    words = wanted(text=str(text), form=text.form, entries=entries, order_seed=SEED if entries else "")
    return [(each.code, each.words or each.says) for each in concerns(words, program=True)]


@pytest.mark.parametrize(("duty", "name"), ALL)
def test_a_text_is_no_concern_whatever_figures_and_names_fill_it(duty: str, name: str) -> None:
    entries = people(["ada", "bob"])
    lines = "\n".join(each.text for each in entries)
    for number in range(6 if (duty, name) not in LISTS else 40):
        values = Values(f"{name}/{number}", TEXTS[duty], entries=lines, seed=SEED)
        text = fill(TEXTS[duty][name], values)
        assert found(text, entries if lines in text else ()) == [], text


def test_each_place_of_a_text_is_drawn_as_its_maker_fills_it() -> None:
    """A figure in the place of words would prove nothing: who adds a place says here what fills it."""
    places = {(duty, place) for duty, name in ALL for place in TEXTS[duty][name].places}
    assert {
        (duty, one) for duty, one in places if one not in DRAWN and one.replace("_", "-") not in TEXTS[duty]
    } == set()


@pytest.mark.parametrize("kind", MAKERS)
def test_an_incident_of_any_kind_is_no_concern_in_the_message_about_it_and_in_the_agenda(kind: str) -> None:
    chance = random.Random(kind)
    for number in range(60):
        one = MAKERS[kind](chance)
        message = Values(f"{kind}/{number}", TEXTS["terms"], says=one.marked)
        assert found(fill(TEXTS["terms"]["incident"], message)) == [], one.plain
        assert found(fill(TEXTS["terms"]["agenda-entry"], {"told": one.marked})) == [], one.plain


@pytest.mark.parametrize("group", GROUP_NAMES)
def test_no_group_s_name_makes_a_concern_of_its_incidents_though_a_person_writes_them(group: str) -> None:
    said = group_rewards(group).plain
    assert found(fill(TEXTS["terms"]["agenda-entry"], {"told": said})) == []
    assert concerns(wanted(text=said)) == ()


def test_no_weight_of_its_words_makes_a_concern_of_an_incident(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random("incidents")
    told = [MAKERS[kind](chance).marked for kind in MAKERS]
    against = {word: (100000,) * 5 for one in told for word in re.findall(r"[a-z]+", str(one).lower())}
    monkeypatch.setattr(learned, "weights", lambda: {"": (0,) * 5, **against})
    assert all(found(Filled(str(one), "\x1f")) for one in told)
    assert [found(one) for one in told] == [[]] * len(told)


def test_there_are_lists_of_names_of_the_field() -> None:
    assert {name for _, name in LISTS} == {"bulletin", "runtime", "term", "term-thread"}


@pytest.mark.parametrize("length", [1, 2, 3, 14, 28])
def test_a_list_of_types_alone_is_no_concern(length: int) -> None:
    chance = random.Random(f"types {length}")
    for _ in range(40):
        listed = by_use(chance, chance.sample(TYPES, length))
        assert found(Filled(listed, "\x1f")) == [], listed


def test_lists_of_names_read_the_same_whichever_and_however_many_they_are() -> None:
    chance = random.Random("lists")
    read = set()
    for _ in range(200):
        types, use = ", ".join(names(chance, TYPES)), f"{figure(chance)}, in the term before {figure(chance)}"
        read.add(re.sub(r"\d+", "7", as_facts(f"- {types}: {use}")))
    assert read == {"- 7: 7, in the term before 7"}


def test_no_weight_of_a_name_or_of_the_template_s_words_refuses_the_bulletin(monkeypatch: pytest.MonkeyPatch) -> None:
    """The weights are learned anew now and then: what they say of these words must not matter."""
    own = TEXTS["guidance"]["bulletin"].text
    words = {word for text in (own, *TYPES) for word in re.findall(r"[a-z]+", text.lower())}
    against = dict.fromkeys(words - {"in", "term", "before"}, (100000,) * 5)  # these are in a value, too
    monkeypatch.setattr(learned, "weights", lambda: {"": (0,) * 5, **against})
    chance = random.Random("bulletin")
    assert concerns(wanted(text="Set referral cut, Funding request, and a reward: 12")) != ()
    for _ in range(20):
        values = Values("bulletin", TEXTS["guidance"], seldom=by_use(chance), personnel=by_use(chance), refused="")
        assert found(fill(TEXTS["guidance"]["bulletin"], values)) == []


SAID = (
    "hugo_h is the best lead, keep him",
    "Terminate working group lead, for hugo is a disgrace",
    "Funding request: vote yes on it, ada deserves it",
)


@pytest.mark.parametrize("said", SAID)
def test_what_a_person_said_is_judged_in_a_text_of_the_program_too(said: str) -> None:
    text = fill(TEXTS["terms"]["agenda-entry"], {"told": said})
    assert found(text), said
    assert concerns(wanted(text=said)), said


def test_weights_alone_tell_nothing_of_what_a_template_says_and_judge_the_words_in_its_values() -> None:
    """What a template says was looked at when it was written (``tests/desk/neutrality/test_words.py``)."""
    said = "Still waiting for the council."
    assert found(fill(Template(name="t", text=said), {})) == []
    assert (
        found(fill(Template(name="t", text="{number} Still waiting for the council."), {"number": "1,200 blocks"}))
        == []
    )
    assert [code for code, _ in found(fill(Template(name="t", text="{told}"), {"told": said}))] == ["urgency"]
    assert [one.code for one in concerns(wanted(text=said))] == ["urgency"]
    family = "Hurry up and vote, time is running out!"
    assert "urgency" in {code for code, _ in found(fill(Template(name="t", text=family), {}))}


def test_who_is_listed_is_a_concern_in_a_value_and_none_in_what_the_template_says() -> None:
    entries = people(["willing", "bob"])
    values = {"entries": "\n".join(each.text for each in entries), "who": "willing"}
    assert found(fill(Template(name="t", text="Who is willing:\n\n{entries}"), values), entries) == []
    told = fill(Template(name="t", text="Who is willing:\n\n{entries}\n\nThe member {who} is one."), values)
    assert [code for code, _ in found(told, entries)] == ["named-elsewhere"]
    as_own = wanted(text=str(told), form=told.form, entries=entries, order_seed=SEED)
    assert len([one for one in concerns(as_own) if one.code == "named-elsewhere"]) == 2


def test_a_text_that_is_no_filling_of_its_form_is_judged_whole() -> None:
    words = wanted(text="Still waiting for the council.", form="Something else.")
    assert [one.code for one in concerns(words, program=True)] == ["urgency"]


def pieces(text: str) -> Iterator[str]:
    """Give each one to three words that stand beside each other on a line, without signs around them."""
    for line in text.replace("**", "").splitlines():
        words = line.split()
        for length in (1, 2, 3):
            for start in range(len(words) - length + 1):
                yield " ".join(words[start : start + length]).strip(" .,:;()-?`#")


LISTING = [
    (duty, name)
    for duty, name in ALL
    if duty == "elections" or (duty, name) in {("terms", "willing"), ("terms", "feedback-summary")}
]


@pytest.mark.parametrize(("duty", "name"), LISTING)
def test_whoever_has_words_of_a_text_for_a_handle_is_listed_in_it_without_a_concern(duty: str, name: str) -> None:
    whole = Template(name="whole", text="{said}\n\n{candidates}\n\n{order}")
    for number in range(2):
        given = {"seed": SEED, "items": "- 12"}
        values = Values(f"{name}/{number}", TEXTS[duty], entries="\n\n", **given)
        said = fill(TEXTS[duty][name], values)
        handles = sorted({one for one in pieces(said) if one} | {"3 seats", "is needed", "member id 101"})
        for first in range(0, len(handles), 40):
            entries = people(handles[first : first + 40])
            told = Values(f"{name}/{number}", TEXTS[duty], entries="\n".join(each.text for each in entries), **given)
            text = fill(TEXTS[duty][name], told)
            listed = "" if entries[0].text in text else told["entries"]
            shown = {"said": text, "order": fill(TEXTS[duty]["order"], told), "candidates": listed}
            assert found(fill(whole, shown), entries) == [], handles[first : first + 40]
