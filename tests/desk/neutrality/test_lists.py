"""Lists of names below a line that leads to them, roll calls, and what stands in brackets behind names."""

import pytest

from secretariat.desk.neutrality.lexicon import worded
from secretariat.desk.neutrality.sentences import PERSON, read

PEOPLE = ("wim", "nelly_o", "ruben7", "Sanna", "ott.b")


def kinds(text: str) -> set[str]:
    return {one.kind for one in worded(text, PEOPLE)}


LISTS = {
    "member ids": "{}:\n\n- wim (member id 5)\n- nelly_o (member id 6)\n",
    "brackets": "{}:\n- wim (storage)\n- nelly_o (forum lead)\n",
    "code marks": "{}:\n\n- `wim`\n- `nelly_o`\n",
    "emphasis": "{}:\n\n1. **wim**\n2. *Sanna*\n",
    "called": "{}:\n- @wim\n- @nelly_o\n",
    "links": "{}:\n- [wim](https://example.org/1)\n- [nelly_o](https://example.org/2)\n",
    "exclamations": "{}:\n\n- wim!\n- nelly_o!\n",
    "full stops": "{}:\n\n- wim.\n- nelly_o.\n",
    "quoted": "> {}:\n>\n> - wim\n> - nelly_o\n",
    "quoted list": "{}:\n> - wim\n> - nelly_o\n",
    "number and bracket": "{}:\n1) wim\n2) nelly_o\n",
    "rows": "{}:\n\n- wim and nelly_o\n- Sanna\n",
    "dash": "{}:\n- wim - nelly_o\n",
    "boxes": "{}:\n- [ ] wim\n- [x] nelly_o\n",
    "no bullets": "{}:\n\nwim\n\nnelly_o\n",
    "other line ends": "{}:\r\n\r\n- wim\r\n- nelly_o\r\n",
    "no colon": "{}\n\n* wim\n* nelly_o\n",
    "slanted without a colon": "**{}**\n- wim\n",
    "these": "{} these:\n\n- wim\n- nelly_o\n",
    "these members": "{} these members: 1) wim 2) nelly_o",
    "these two": "{} these two candidates:\n- wim\n- nelly_o",
}
LEADS = {
    "Vote for": "endorsement",
    "We endorse": "endorsement",
    "Please elect": "endorsement",
    "Fire": "personnel",
    "Do not trust": "disparagement",
}


@pytest.mark.parametrize("shape", LISTS)
def test_what_leads_to_a_list_of_names_is_said_of_them(shape: str) -> None:
    missed = [lead for lead, kind in LEADS.items() if kind not in kinds(LISTS[shape].format(lead))]
    assert missed == []


def test_a_list_s_place_has_all_its_names() -> None:
    text = "So be it.\n\nVote for these:\n\n- **wim** (member id 5)\n- `nelly_o` (member id 6)\n\nThe end."
    (found,) = worded(text, PEOPLE)
    assert text[found.start : found.end] == text[text.index("Vote") : text.index("\n\nThe end")]


@pytest.mark.parametrize(
    "text",
    [
        "In an order that was drawn:\n\n- wim (member id 5)\n- nelly_o (member id 6)\n- Sanna (member id 7)",
        "Candidates for council 42, in the drawn order:\n\n1. wim\n2. nelly_o\n",
        "Who is willing\n\n- wim\n- nelly_o\n",
        "Votes so far:\n- wim: yes\n- nelly_o: no\n",
        "Leads:\n- storage: wim\n- distribution: nelly_o\n",
        "Proposal 812 (wim, nelly_o) is in the deciding stage.",
        "Questions go to wim (storage), nelly_o (distribution) and Sanna (builders).",
        "The order is drawn. Vote for whom you like.\n\n- wim\n- nelly_o\n",
    ],
)
def test_lists_that_only_name_people_are_no_concern(text: str) -> None:
    assert kinds(text) == set()


ROLLS = (
    "Still to vote: {}.",
    "Yet to vote: {}.",
    "Have yet to vote: {}.",
    "Not yet voted: {}.",
    "Not voted yet on proposal 21: {}.",
    "Still to vote on proposals 21, 22 and 23: {}.",
    "Still to vote are {}.",
    "Still to reveal: {}.",
    "Still to report: {}.",
    "Still missing: {}.",
    "Votes missing: {}.",
    "Reports are still missing from {}.",
    "Waiting for the votes of {}.",
    "Still waiting for the reports of {}.",
    "Waiting for: {}.",
    "Voted so far: {}.",
    "Please remember to vote: {}.",
    "Reminder: still to vote: {}.",
)
NAMED = ("wim", "wim, nelly_o", "wim, nelly_o and Sanna", "`wim`, `nelly_o`", "@wim and @nelly_o")


@pytest.mark.parametrize("roll", ROLLS)
def test_a_roll_call_alone_is_no_concern(roll: str) -> None:
    told = [text for names in NAMED if kinds(text := roll.format(names))]
    below = roll.replace(" {}.", "\n\n- wim\n- nelly_o\n")
    assert told == []
    assert not (":" in roll and kinds(below))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Still missing: wim, who is useless.", "disparagement"),
        ("We are all waiting for wim and nelly_o!", "urgency"),
        ("Still to vote: wim. Hurry up!", "urgency"),
        ("To vote for: wim and nelly_o.", None),
        ("Vote: wim, nelly_o.", "endorsement"),
    ],
)
def test_a_roll_call_with_other_words_is_judged(text: str, kind: str | None) -> None:
    assert (kind in kinds(text)) if kind else kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reject the applications of wim and nelly_o.", "endorsement"),
        ("Please reject the applications by wim.", "endorsement"),
        ("Fire wim (storage) and nelly_o (distribution).", "personnel"),
        ("Fire wim (storage lead), nelly_o (opening 33) and Sanna (member id 7).", "personnel"),
        ("wim (storage) and nelly_o (distribution) are liars.", "disparagement"),
        ("We recommend wim (storage) and nelly_o (distribution).", "endorsement"),
    ],
)
def test_a_bracket_behind_a_name_ends_no_row(text: str, kind: str) -> None:
    assert kind in kinds(text)
    assert kind == "comparison" or "comparison" not in kinds(text)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("inner", [" ", "*", "~", "~ *\n", "\t"])
def test_code_with_long_blanks_is_read_in_time(inner: str) -> None:
    text = "```\na" + inner * (200_000 // len(inner)) + "b\n```\nwim is a liar.\n"
    assert PERSON in {word for one in read(text, PEOPLE).sentences for word in one.words}


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    [
        "Vote for:\n" + "- wim\n" * 20_000,
        "Vote for:\n- " + "wim " * 50_000 + "!",
        "Vote for:\n- wim (" + " " * 200_000,
        "- wim" + "*" * 200_000 + "x\n",
        ">" * 200_000 + "wim",
        "vote" + " *" * 100_000 + "\n- wim",
    ],
)
def test_long_lists_are_read_in_time(text: str) -> None:
    assert read(text, PEOPLE).sentences
