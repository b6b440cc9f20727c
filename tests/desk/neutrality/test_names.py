"""Names in a text: several in a row are read as one, and a name in code marks is a name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.neutrality.joined import joined
from secretariat.desk.neutrality.lexicon import worded
from secretariat.desk.neutrality.named import Person
from secretariat.desk.neutrality.sentences import PERSON, read
from tests.desk.words import wanted

PEOPLE = ("wim", "nelly_o", "ruben7", "Sanna", "ott.b")

OPEN = {
    "Fire {} now.": "personnel",
    "Please hire {} for the group.": "personnel",
    "Appoint {} as council secretary.": "personnel",
    "Vote yes on hiring {}.": "personnel",
    "{} must be dismissed.": "personnel",
    "Do not hire {} again.": "personnel",
    "{} should step down as lead.": "personnel",
    "We recommend {}.": "endorsement",
    "The secretary endorses {}.": "endorsement",
    "I back {}.": "endorsement",
    "Elect {} to the council.": "endorsement",
    "Please vote for {}.": "endorsement",
    "{} deserves your vote.": "endorsement",
    "{} is the best candidate.": "comparison",
    "{} has my full support.": "endorsement",
    "We hope that {} wins.": "endorsement",
    "Do not trust {}.": "disparagement",
    "{} is a liar.": "disparagement",
    "{} was lazy and hardly ever voted.": "disparagement",
    "{} has done nothing for us.": "disparagement",
    "{} cannot be trusted.": "disparagement",
    "Beware of {}.": "disparagement",
    "{} works harder than anybody else.": "comparison",
    "{} is better than all the others.": "comparison",
    "Everybody is waiting for {}, vote now!": "urgency",
    "{} must vote at once!": "urgency",
}
ROWS = {
    "and": "wim and nelly_o",
    "or": "wim or nelly_o",
    "&": "wim & nelly_o",
    "comma": "wim, nelly_o",
    "slash": "wim/nelly_o",
    "as well as": "wim as well as nelly_o",
    "along with": "wim along with nelly_o",
    "both": "both wim and nelly_o",
    "three": "wim, nelly_o and ruben7",
    "three with a comma before and": "wim, nelly_o, and ruben7",
    "four": "wim, nelly_o, ruben7 and Sanna",
    "all of": "all of wim, nelly_o and ruben7",
    "bold": "**wim** and **nelly_o**",
    "slanted": "_wim_ and _nelly_o_",
    "links": "[wim](https://example.org/1) and [nelly_o](https://example.org/2)",
    "called": "@wim and @nelly_o",
    "in code marks": "`wim` and `nelly_o`",
    "in quotes": '"wim" and "nelly_o"',
    "numbered": "1. wim 2. nelly_o 3. ruben7",
    "numbered in brackets": "(1) wim, (2) nelly_o",
    "dashes": "- wim - nelly_o - ruben7",
    "with member ids": "wim (member id 5) and nelly_o (member id 6)",
}
PLURAL = {"is": "are", "was": "were", "has": "have", "deserves": "deserve", "wins": "win", "works": "work"}


def kinds(text: str) -> set[str]:
    return {one.kind for one in worded(text, PEOPLE)}


def said_of(names: str, text: str) -> str:
    """Say of several what a text says of one: the verb behind them is in the plural."""
    before, _, after = text.partition("{}")
    verb, _, rest = after.lstrip(" ").partition(" ")
    stop = verb[len(verb.rstrip(".")) :]
    plain = verb.removesuffix(stop) if stop else verb
    return f"{before}{names} {PLURAL[plain]}{stop} {rest}" if plain in PLURAL else before + names + after


@pytest.mark.parametrize("text", OPEN)
def test_what_is_said_openly_of_one_is_found(text: str) -> None:
    assert OPEN[text] in kinds(text.format("wim"))


@pytest.mark.parametrize("row", ROWS)
def test_what_is_said_of_several_is_found_as_what_is_said_of_one(row: str) -> None:
    missed = [said for text in OPEN if not kinds(said := said_of(ROWS[row], text))]
    assert missed == []


@pytest.mark.parametrize("row", ROWS)
def test_it_is_mostly_of_the_same_kind(row: str) -> None:
    right = [OPEN[text] in kinds(said_of(ROWS[row], text)) for text in OPEN]
    assert sum(right) >= 0.9 * len(right)


def test_handles_that_nobody_gave_are_read_so_too() -> None:
    for text in ("Fire @wim and @nelly_o now.", "We recommend nelly_o and bert_8.", "Elect @wim, @ott.b and @sanna."):
        assert worded(text, ()), text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We recommend wim and nelly_o.", "recommend wim and nelly_o"),
        ("Please vote for **wim**, [ruben7](https://example.org) & Sanna.", "vote for **wim**, [ruben7](https://example.org) & Sanna"),
        ("Both wim and nelly_o are liars.", "Both wim and nelly_o are liars"),
        ("Please fire `wim` and `ruben7`.", "fire `wim` and `ruben7"),
    ],
)  # fmt: skip
def test_the_place_has_all_the_names(text: str, words: str) -> None:
    places = [text[one.start : one.end] for one in worded(text, PEOPLE)]
    assert any(words in place for place in places), places


def test_a_list_below_a_colon_is_read_as_if_it_stood_behind_it() -> None:
    for text in ("We recommend:\n\n- wim\n- nelly_o\n", "We recommend:\n1. **wim**\n2. **Sanna**", "Fire:\n\n* wim\n"):
        assert kinds(text), text
    assert not kinds("Not voted yet on proposal 12:\n\n- wim\n- nelly_o\n\nThe last block is 90,000.")


ORDINARY = (
    "wim and nelly_o have voted.",
    "Posted so far: wim, nelly_o.",
    "Summaries have come from wim and Sanna. Missing: ruben7.",
    "Not voted yet on proposal 21: wim, nelly_o. The last block for a vote is 80,110.",
    "Proposal 21 was discussed by wim, nelly_o and ruben7.",
    "Hello wim, your report is missing; it is due at block 80,110.",
    "Hello Sanna and wim, proposal 30 waits for your votes until block 80,110.",
    "You have 1,800 blocks (about 3 hours) left to vote on proposal 30.",
    "Proposal 30 needs one more approval.",
    "Open positions: Builders lead, Content worker.",
    "KPI 4.2: hire a lead for the Forum group. Reward 200 USD.",
    "Every member of the council has one vote.",
    "Every councillor votes once.",
    "nelly_o has said that she is willing to serve as secretary.",
    "Questions to wim, who is willing to serve as secretary, go in thread 30.",
    "wim and nelly_o have said that they would serve as secretary.",
    "Who should be secretary? Say so in the thread.",
    "wim and nelly_o have posted; ruben7 and Sanna have not.",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_daily_words_about_several_are_no_concern(text: str) -> None:
    assert kinds(text) == set()


DIRECT = {
    "Vote this very evening!": "urgency",
    "Vote tonight.": "urgency",
    "Final call to vote on proposal 12.": "urgency",
    "No time to read it, approve it quickly.": "urgency",
    "All others have voted; it is high time that wim did so.": "urgency",
    "Such an offer never comes again.": "urgency",
    "Just approve it.": "endorsement",
    "wim has applied, and it is hard to imagine anybody else as lead.": "personnel",
    "Sanna knows every worker of the group, an obvious successor.": "personnel",
    "Give the openings to wim and Sanna.": "personnel",
    "wim stands again. Draw your own conclusions.": "disparagement",
}


@pytest.mark.parametrize("text", DIRECT)
def test_what_is_said_in_few_words_is_found(text: str) -> None:
    assert DIRECT[text] in kinds(text)


@pytest.mark.parametrize(
    "name", ["`wim`", "``wim``", "`@wim`", "`@somebody`", "`@bert_8`", "**`nelly_o`**", "` Sanna `"]
)
def test_a_name_in_code_marks_is_a_name(name: str) -> None:
    text = f"{name} is the best candidate."
    (found, *_) = worded(text, PEOPLE)
    assert found.kind in ("endorsement", "comparison")
    assert name.strip("`*@ ") in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "`announce_candidacy` is best signed before the last block.",
        "Send `vote for wim` to the bot.",
        "`max_validators` is too small, and `wim --fire` is no command.",
        "```\nwim is the best\n```",
        "Do not trust `remote_port`.",
        "We recommend `pg_restore`, `log_rotate` and `docker_logs`.",
        "Replace `old_gauge` with `new_gauge`.",
        "`hydra_reader` is slower than `squid_reader`.",
        "```\nhydra_reader\n```\nis broken and useless.",
        "Fire `bert_8`.",
    ],
)
def test_other_code_is_not_judged(text: str) -> None:
    assert PERSON not in {word for one in read(text, PEOPLE).sentences for word in one.words}
    assert not [one for one in worded(text, PEOPLE) if one.kind in ("endorsement", "disparagement", "personnel")]


def test_each_who_stands_is_told_by_itself_where_several_are_named() -> None:
    text = "Ask wim, `nelly_o` and **ruben7**."
    people = tuple(Person(subject=str(number), name=name) for number, name in enumerate(PEOPLE))
    found = [text[one.start : one.end] for one in concerns(wanted(text=text), people) if one.code == "named-elsewhere"]
    assert found == ["wim", "nelly_o", "ruben7"]


READ_AS = {
    "xperson and xperson are liars": "xperson is liars",
    "vote for xperson , xperson and xperson": "vote for xperson",
    "vote for xperson and for xperson": "vote for xperson",
    "both xperson and xperson have voted": "xperson has voted",
    "xperson 's and xperson 's reports": "xperson 's reports",
    "best candidates are xperson and xperson": "best candidate is xperson",
    "xperson is better than xperson": "xperson is better than xperson",
    "unlike xperson , xperson reads": "unlike xperson , xperson reads",
    "xperson ; xperson": "xperson ; xperson",
    "xperson but not xperson": "xperson but not xperson",
    "we want xperson and xperson back": "we want xperson back",
}


@pytest.mark.parametrize("text", READ_AS)
def test_names_in_a_row_are_one_word(text: str) -> None:
    assert " ".join(joined(tuple(text.split())).words) == READ_AS[text]


@given(
    st.lists(st.sampled_from([PERSON, ",", "and", "'s", "both", "are", "for", "member", "id", "xnumber", "vote", ";"]))
)
def test_each_word_is_read_once_and_in_its_place(words: list[str]) -> None:
    found = joined(tuple(words))
    assert len(found.words) == len(found.spans)
    assert all(begin < end for begin, end in found.spans)
    assert all(before[1] == after[0] for before, after in pairwise(found.spans))
    if words:
        assert (found.spans[0][0], found.spans[-1][1]) == (0, len(words))
