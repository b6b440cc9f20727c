"""Calls that name nobody beside them, are written together with a name, or put one above another by a sign."""

import pytest

from secretariat.desk.neutrality.lexicon import worded

PEOPLE = ("wim", "nelly_o", "ruben7", "Sanna", "ott.b")


def kinds(text: str, people: tuple[str, ...] = PEOPLE) -> set[str]:
    return {one.kind for one in worded(text, people)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sanna is by far a good choice for the council.", "endorsement"),
        ("What a shame it would be if Sanna did not win a seat.", "endorsement"),
        ("It would be a loss if ott.b missed the council.", "endorsement"),
        ("- wim\n- Sanna\n\nBoth have my vote.", "endorsement"),
        ("wim, Sanna. These three have our full backing.", "endorsement"),
        ("wim\nSanna\n\nThey deserve your stake.", "endorsement"),
        ("| name | what to do |\n| --- | --- |\n| wim | elect him |", "endorsement"),
        ("| wim | my favorite |", "endorsement"),
        ("If I sat on the council, I would slash proposal 7.", "endorsement"),
        ("In your place I would abstain on proposal 7.", "endorsement"),
        ("Please vote for member 902.", "endorsement"),
        ("Everyone should vote for candidate number 3.", "endorsement"),
        ("Vote for the last name on the ballot.", "endorsement"),
        ("Vote for whoever is at the top of the list.", "endorsement"),
        ("#VoteSanna", "endorsement"),
        ("#ElectSanna!", "endorsement"),
        ("vote4wim", "endorsement"),
        ("VoteForNelly_o", "endorsement"),
        ("How could anybody take wim seriously?", "disparagement"),
        ("Nobody takes ruben7 seriously.", "disparagement"),
        ("ott.b cannot be taken seriously.", "disparagement"),
        ("wim > Sanna > ott.b", "comparison"),
        ("**nelly_o** >> wim", "comparison"),
        ("wim < Sanna", "comparison"),
        ("Sanna > the others", "comparison"),
        ("None of the applicants has the experience of Sanna.", "comparison"),
        ("Nobody else who stands has Sanna's judgment.", "comparison"),
        ("Not one of them comes close to ott.b.", "comparison"),
        ("Please fill opening 9 with application 4.", "personnel"),
        ("The vacancy in the forum group: fill it, or the opening, with Sanna.", "personnel"),
        ("Opening 9 should go to application 4.", "personnel"),
        ("ruben7, your vote.", "urgency"),
    ],
)
def test_plain_calls_are_found(text: str, kind: str) -> None:
    assert kind in kinds(text)


def test_a_call_written_together_with_a_name_that_nobody_gave_is_found() -> None:
    assert kinds("#VoteMirabel", ()) == {"endorsement"}
    assert kinds("Vote4Mirabel", ()) == {"endorsement"}


@pytest.mark.parametrize(
    "text",
    [
        "A vote for member 902 was revealed in block 61,000.",
        "Vote for the first time: open the page, choose, confirm.",
        "#VoteToday #voting #VoteResults",
        "The vote4 module counts votes.",
        "Storage > Distribution > Forum is the order of the chapters.",
        "<wim> Sanna asked this on Monday.",
        "wim -> Sanna: the thread was handed over.",
        "Blocks > 61,000 are in the next term.",
        "Proposal 12 would fill opening 9 with application 4.",
        "Thanks, wim, your report, posted on Monday, is linked here.",
        "If I were asked, I would name the deadline alone.",
        "Sanna <sanna@example.org> wrote on Monday:",
        "Application 5 must be signed.",
        "Our recommendation: keep a second copy.",
        "To vote for candidate 5, open the page and choose the number 5.",
    ],
)
def test_what_only_looks_like_them_is_no_concern(text: str) -> None:
    assert kinds(text) == set()


def test_a_member_called_like_a_call_is_a_name() -> None:
    assert kinds("vote4wim asked a question.", (*PEOPLE, "vote4wim")) == set()


@pytest.mark.timeout(60)  # what grows with the square, or faster, would take minutes
@pytest.mark.parametrize(
    "part", ["<p ", "<a href=", '<p style="aa:bbbb;', "#Vote", "#VoteWim ", "wim > ", "<wim> ", "vote4", "should, "]
)
def test_signs_are_read_in_time(part: str) -> None:
    worded((part * 100_000)[:100_000], PEOPLE)
