"""Who is backed, who should win, who is the one: said openly it is a concern, told as the record has it it is none."""

import pytest

from secretariat.desk.neutrality.lexicon import worded

PEOPLE = ("alice", "bert", "maria gonzalez", "petra.l")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("petra.l is endorsed by Jsgenesis.", "endorsement"),
        ("petra.l has the support of Jsgenesis.", "endorsement"),
        ("The election should be won by Bert.", "endorsement"),
        ("Everybody I spoke to thinks that Maria Gonzalez should win.", "endorsement"),
        ("Bert is the one.", "endorsement"),
        ("Please vote for bert_8: nobody is better than he is.", "endorsement"),
        ("Vote for Bert, please: he is the candidate whom the rules of the stage allow in this block.", "endorsement"),
        ("alice is the one for us, not the wrong one.", "endorsement"),
        ("Bert should win.", "endorsement"),
        ("Don't waste your stake on alice.", "disparagement"),
    ],
)
def test_who_is_backed_or_should_win_is_a_concern(text: str, kind: str) -> None:
    assert kind in {one.kind for one in worded(text, PEOPLE)}


@pytest.mark.parametrize(
    "text",
    [
        "The proposal by alice, supported by three members, is in voting.",
        "alice was supported by two voters.",
        "3 members are for alice's proposal, 2 against.",
        "The lead supports alice's request.",
        "KPI 5.3: alice has support from the builders for the release.",
        "alice has the support of the office for questions about the wiki.",
        "alice gained the confidence of the council in vote 12: 3 yes, 2 no.",
        "The stake behind alice is 10,000 JOY.",
        "Stake on alice 10,000 JOY.",
        "We put 300 USD on alice's invoice.",
        "The right name is alice.",
        "For questions alice is your person.",
        "alice must be elected by 3 of 5 votes to sit in the council.",
        "alice must win 3 more votes.",
        "Members said alice would be late.",
        "alice belongs in council term 5.",
        "alice did not belong on the council list.",
        "Jsgenesis supports the bounty with 100 USD.",
    ],
)
def test_the_record_is_no_concern(text: str) -> None:
    assert worded(text, PEOPLE) == ()
