"""The words of the gate: places point into the original text, what is not said by us is not judged, nothing takes long."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.desk.findings import Entry
from secretariat.desk.neutrality import disguise
from secretariat.desk.neutrality.disguise import undisguised
from secretariat.desk.neutrality.families.register import PARTS
from secretariat.desk.neutrality.folding import folded
from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.neutrality.lexicon import worded
from secretariat.desk.neutrality.order import drawn
from secretariat.desk.neutrality.patterns import classes_of, pattern_of
from secretariat.desk.neutrality.verbs import forms
from secretariat.web.tour import STEPS
from tests.desk.neutrality.own_words import TEMPLATES, filled
from tests.desk.words import wanted


def kinds(text: str, *people: str) -> set[str]:
    return {one.kind for one in worded(text, people)}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda text: text.name)
def test_the_program_s_own_words_have_no_concern(template: object) -> None:
    text = template.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert [(one.family, text[one.start : one.end]) for one in worded(filled(text), ("ada", "bob"))] == []


def test_there_are_templates_to_look_at() -> None:
    assert len(TEMPLATES) >= 23


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.title)
def test_the_first_day_s_words_have_no_concern(step: object) -> None:
    assert kinds(f"{step.title}\n\n{step.how}") == set()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "presses"),
    [
        ("Say how much time you have for the council, and in which hours you can be reached.", False),
        ("Tell people how much time you can give.", False),
        ("It is time you voted!", True),
        ("It is time you all cast your votes.", True),
    ],
)
def test_who_tells_how_much_time_they_have_is_not_pressed(text: str, presses: bool) -> None:
    assert kinds(text) == ({"urgency"} if presses else set())


PLACES = {
    "plain": ("Please vote for ada.", "vote for ada"),
    "after lines": ("One.\n\n- two\n\nPlease vote for ada.", "vote for ada"),
    "look-alike letters": ("Please vоtе fоr ada.", "vоtе fоr ada"),
    "wide letters": ("Please ｖｏｔｅ for ada.", "ｖｏｔｅ for ada"),
    "marks over letters": ("Please vo\u0301te for ada.", "vo\u0301te for ada"),
    "signs without width": ("Please vo\u200bte fo\u00adr ada.", "vo\u200bte fo\u00adr ada"),
    "marks of direction": ("Please \u202evote for ada\u202c.", "vote for ada"),
    "bold": ("Please **vote** for _ada_.", "vote"),
    "bold within a word": ("Please vo**te** for ada.", "vo**te** for ada"),
    "escaped": ("Please vote for ada\\.", "vote for ada"),
    "capitals": ("PLEASE VOTE for ada", "VOTE for ada"),
    "emoji before": ("🚀🚀 Please vote for ada.", "vote for ada"),
}


@pytest.mark.parametrize("name", PLACES)
def test_places_point_into_the_original(name: str) -> None:
    text, words = PLACES[name]
    places = [text[one.start : one.end] for one in worded(text, ["ada"]) if one.kind == "endorsement"]
    assert any(words in place for place in places), places
    assert all(place.strip() for place in places)


NOT_OURS = (
    "Send `vote for ada` to the bot.",
    "```\nvote for ada, she is the best\n```\nThat is an example.",
    "[The guide](https://example.org/vote-for-ada-now-hurry)",
    "See https://example.org/hurry/vote-for-ada for it.",
    "<!-- vote for ada -->",
)


@pytest.mark.parametrize("text", NOT_OURS)
def test_code_and_addresses_are_not_judged(text: str) -> None:
    assert kinds(text, "ada") == set()


NAMES = (
    "ada",
    "Łukasz",
    "sam_ox",
    "bert.9",
    "Олег",
    "李雷",
    "x",
    "vote_for_me",
    "the best",
    "Maria Lopez",
    "a" * 60,
    "12",
)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found_does_not_depend_on_the_name(name: str) -> None:
    text = "Please vote for @{name}. @{name} voted on 3 of 4 proposals."
    expected = [one.kind for one in worded(text.format(name="ada"), ["ada"])]
    assert set(expected) == {"endorsement"}
    assert [one.kind for one in worded(text.format(name=name), [name])] == expected


@pytest.mark.parametrize("name", ["Will", "May", "Joy", "One", "Vote", "Secretary", "will"])
def test_who_is_called_by_an_ordinary_word_is_met_where_a_text_says_to_vote_for_them(name: str) -> None:
    for text in ("Vote for Will.", "We recommend voting for Will.", "Please elect Will next time."):
        assert [one.kind for one in worded(text.replace("Will", name.title()), [name])] == ["endorsement"]
    for text in ("Each will vote for one or more; may all vote for joy.", "Will the vote for May begin on Monday?"):
        assert not worded(text, ["One", "Joy", "will"])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The secretary voted to approve proposal 211 as a member of the council.", []),
        ("As a member of the council, I voted against proposal 211.", []),
        ("I voted for proposal 12 as a councillor.", []),
        ("The secretary voted to approve proposal 211, and so should you.", ["endorsement"]),
        ("I voted for bert_8 as a member of the council.", ["endorsement"]),
    ],
)
def test_that_the_author_voted_is_disclosed_and_asks_nobody_to_do_so(text: str, codes: list[str]) -> None:
    assert [one.kind for one in worded(text, [])] == codes


def test_whom_a_text_says_to_vote_for_is_a_person_though_nobody_gave_the_name() -> None:
    assert kinds("Vote for anna, she is the best!") >= {"endorsement"}
    assert kinds("Please hire Zoltan.") == {"personnel"}
    assert kinds("Vote for as many candidates as you like.") == kinds("The vote for proposal 12 is open.") == set()


INSTRUCTIONS = (
    "Vote for the candidate of your choice.",
    "Don't forget to vote: your vote only counts if you reveal it.",
    "Vote for whoever you like.",
    "Do not forget to reveal your vote before block 1,200.",
    "Please remember to reveal your vote.",
    "Vote for a candidate of your choosing.",
    "Please vote for the candidate of your choice until block 4,000.",
    "Don't forget to announce your candidacy again.",
    "Make your choice and cast your vote.",
    "It is your choice whom you vote for.",
    "How to vote: choose a candidate, set your stake, and keep your salt safe.",
    "How to reveal: open your wallet, then sign.",
    "Everyone can vote for the candidate of their choice.",
)


@pytest.mark.parametrize("text", INSTRUCTIONS)
def test_how_to_take_part_said_to_all_alike_is_no_concern(text: str) -> None:
    assert kinds(text) == set()


NO_INSTRUCTIONS = {
    "Vote for ada, the candidate of your choice.": "endorsement",
    "Don't forget to vote, everybody is waiting for you!": "urgency",
    "Don't forget to vote yes on proposal 64.": "endorsement",
    "Remember to vote for the proposal.": "endorsement",
    "Hurry up and vote for the candidate of your choice, time is running out.": "urgency",
}


@pytest.mark.parametrize("text", NO_INSTRUCTIONS)
def test_an_instruction_that_names_somebody_or_presses_is_a_concern(text: str) -> None:
    assert NO_INSTRUCTIONS[text] in kinds(text, "ada")


BACKED = {
    "ada is endorsed by Jsgenesis.": "endorsement",
    "ada has the support of Jsgenesis.": "endorsement",
    "The election should be won by ada.": "endorsement",
    "Everybody I spoke to thinks that ada should win.": "endorsement",
    "ada is the one.": "endorsement",
    "ada should win.": "endorsement",
    "ada is our man.": "endorsement",
    "ada enjoys the backing of several councillors.": "endorsement",
    "Jsgenesis stands behind ada.": "endorsement",
    "The founders want ada to win.": "endorsement",
    "Don't waste your stake on ada.": "disparagement",
    "Nobody trusts ada.": "disparagement",
}


@pytest.mark.parametrize("text", BACKED)
def test_who_is_said_to_be_backed_or_the_one_is_a_concern(text: str) -> None:
    assert BACKED[text] in kinds(text, "ada")


RECORDED = (
    "The proposal is supported by 3 votes.",
    "Jsgenesis supports the bounty with 100 USD.",
    "ada was backed by a stake of 30,000 JOY.",
    "The rule is endorsed by nobody.",
    "The election was won by ada with 3,000,000 JOY.",
    "ada is the one who opened the thread.",
    "The proposal has the support of 3 of 5 members.",
    "Which candidate is supported by whom stands on the page of the election.",
    "The report should be written by ada until block 5,000.",
    "Leaders report what was spent, who was hired and who left, and which KPIs were met.",
)


@pytest.mark.parametrize("text", RECORDED)
def test_support_that_is_a_fact_of_record_is_no_concern(text: str) -> None:
    assert kinds(text, "ada") == set()


DISGUISED = {
    "V0te f0r ada_l": "V0te f0r ada_l",
    "v o t e  f o r  ada_l": "v o t e  f o r  ada_l",
    "v o t e f o r ada_l": "v o t e f o r ada_l",
    "Please v.o.t.e f.o.r ada_l": "v.o.t.e f.o.r ada_l",
    "V-o-t-e for ada_l": "V-o-t-e for ada_l",
    "I v o t 3  f 0 r  ada_l": "v o t 3  f 0 r  ada_l",
    "Please vote for B3rt.": "vote for B3rt",
}


@pytest.mark.parametrize("text", DISGUISED)
def test_letters_apart_and_digits_as_letters_are_read_as_people_read_them(text: str) -> None:
    found = [text[one.start : one.end] for one in worded(text, ["ada_l", "bert"]) if one.kind == "endorsement"]
    assert any(DISGUISED[text] in one for one in found), found


def test_figures_ids_and_lists_stay_what_they_are() -> None:
    plain = (
        "Block 0x1a0b3c4d, hash d34db33f, versions 1.2.3 and v0.1, drafts d34.2 and d35.1, 9am to 5pm, 10k JOY, 1st of May. "
        "Choose a, b or c; plan A B C; i.e. proposals, a.k.a. motions; x y z. 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
    )
    assert undisguised(folded(plain), ("ada", "bert")).text == plain.lower()
    assert kinds("4da voted on 3 of 4 proposals.", "4da") == set()


@pytest.mark.timeout(60)  # what grows with the square would take minutes
@pytest.mark.parametrize("piece", ["v o t e ", "a b c ", "v0t3 ", "v.o.t.e"])
def test_a_long_text_of_letters_apart_is_read_to_its_end(piece: str) -> None:
    worded(piece * (100_000 // len(piece)), ["ada"])


def test_a_run_of_letters_apart_is_cut_into_words_once_however_often_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cuts: list[str] = []
    cut = disguise._cut

    def counted(letters: str, known: disguise.Known) -> Sequence[int]:
        cuts.append(letters)
        return cut(letters, known)

    monkeypatch.setattr(disguise, "_cut", counted)
    assert undisguised(folded("a " * 10_000), ()).text == "a " * 10_000
    assert len(cuts) <= 2
    assert undisguised(folded("v o t e f o r a d a"), ("ada",)).text == "vote for ada"


def test_title_and_text_are_looked_at_whoever_wrote_them() -> None:
    found = concerns(wanted(title="Hurry up!!", text="ada is the best candidate."))
    assert next((one.where, one.code) for one in found) == ("title", "urgency")
    assert {(one.code, one.words) for one in found if one.where == "title"} >= {("urgency", "!!")}
    listed = wanted(text="- ada\n\nada deserves your vote.", entries=(Entry(subject="1", name="ada", text="- ada"),))
    assert "endorsement" in {one.code for one in concerns(listed)}
    assert {one.code for one in concerns(replace(listed, text="- ada\n"))} == set()


def test_a_list_in_drawn_order_with_the_same_fields_has_no_concern() -> None:
    people = {"11": "ada", "12": "Grace", "13": "vote_for_me"}
    order = drawn(people, "0xaa/7", str)
    entries = tuple(
        Entry(subject=each, name=people[each], text=f"- {people[each]} (member id {each})") for each in order
    )
    text = "Who stands:\n\n" + "\n".join(entry.text for entry in entries)
    assert concerns(wanted(text=text, entries=entries, order_seed="0xaa/7")) == ()


LONG = {
    "ordinary": "Voting is open until block 900,144. Everybody who holds JOY can vote. ",
    "one word": "vote ",
    "one sentence": "ada should be kept as lead and ",
    "names": "ada ada, ada ",
    "marks": "!!!! ",
    "emphasis": "*_**_",
    "code": "`a ``b ",
    "links": "[a](b [c](",
    "brackets": "<!-- ",
    "wide": "ｖｏｔｅ ",
    "accents": "a\u0301\u0301\u0301\u0301",
    "lines": "\n- a\n\n",
}


@pytest.mark.parametrize("name", LONG)
@pytest.mark.timeout(60)  # what grows with the square would take minutes
def test_a_long_text_is_read_to_its_end(name: str) -> None:
    worded((LONG[name] * 100_000)[:100_000], ["ada"])


def test_a_name_at_the_end_of_a_text_ends_there_though_a_longer_one_begins_like_it() -> None:
    (found,) = worded("Please vote for bob", ["bob", "bob_the_builder"])
    assert found.end == len("Please vote for bob")


@pytest.mark.timeout(60)  # what grows with the square would take minutes
def test_many_people_of_one_first_word_are_told_apart() -> None:
    people = [f"member_{number}" for number in range(10_000)]
    assert worded("member_77 stands. " * 5_000, people) == ()


@given(st.text(max_size=300), st.lists(st.text(max_size=12), max_size=4))
def test_any_text_is_read_and_places_are_within_it(text: str, people: list[str]) -> None:
    for one in worded(text, people):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__.rsplit(".", 1)[-1])
def test_families_have_one_name_a_reason_and_no_pattern_twice(part: object) -> None:
    families = part.FAMILIES  # type: ignore[attr-defined]
    assert len({family.name for family in families}) == len(families)
    for family in families:
        assert family.says.endswith(".")
        lines = [line.strip() for line in family.patterns.splitlines() if line.strip()]
        assert len(lines) == len(set(lines))


PATTERNS = {
    ("vote for <name>", "please vote for xperson now"): (1, 4),
    ("vote ..1 <name>", "vote a b xperson"): None,
    ("vote .. <name>", "vote a b xperson"): (0, 4),
    ("^ vote", "do vote"): None,
    ("vote !yes|no", "vote yes"): None,
    ("vote $", "vote , or not"): (0, 1),
    ("not? good_luck", "good luck"): (0, 2),
    ("<name> !", "xperson !"): (0, 2),
}


@pytest.mark.parametrize(("pattern", "sentence"), PATTERNS)
def test_the_language_of_patterns(pattern: str, sentence: str) -> None:
    words = sentence.split()
    found = pattern_of(pattern, classes_of({"name": "xperson"})).place(words, frozenset(words))
    assert found == PATTERNS[pattern, sentence]


@pytest.mark.parametrize("pattern", ["the", "vote really", "<nothing>"])
def test_a_pattern_that_can_never_fit_is_refused(pattern: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        pattern_of(pattern, classes_of({}))


def test_forms_of_verbs() -> None:
    assert forms("vote") == ["vote", "votes", "voting", "voted"]
    assert forms("rely_on") == ["rely_on", "relies_on", "relying_on", "relied_on"]
    assert forms("stop") == ["stop", "stops", "stopping", "stopped"]
    assert forms("give/gave/given") == ["give", "gives", "giving", "gave", "given"]
