"""What the office must write is no concern: the record, disclosures, reminders and guides; one word more for or against anybody is."""

import pytest

from secretariat.desk.neutrality.lexicon import worded

PEOPLE = ("wim", "nelly_o", "ruben7", "Sanna", "ott.b")


def kinds(text: str) -> set[str]:
    return {one.kind for one in worded(text, PEOPLE)}


@pytest.mark.parametrize(
    "text",
    [
        "The council did not approve proposal 211: 2 Approve, 1 Reject, 2 Abstain.",
        "The council has not approved proposal 1,212 in block 4,500,300.",
        "The council approved proposal 3 and did not approve proposals 4 and 5.",
        "Proposal 17 was not approved by the council: three Approve, two Slash.",
        "The vote on proposal 45 is still open.",
        "Voting on proposals 45 and 46 ends at block 990,000.",
        "The deputy voted Approve on proposal 96.",
        "Disclosure: as a council member, wim voted Approve on proposal 96.",
        "ott.b voted Abstain on proposals 96 and 97 as a member of the council.",
        "Today is the last day to reveal votes.",
        "Reminder: today is the last day to vote on proposal 300, until block 812,000.",
        "This is the last day to withdraw your candidacy.",
        "Sanna has not voted yet.",
        "Voting on proposal 8 ends at block 700,100. wim, nelly_o and Sanna have not voted on it yet. Nothing else is open.",
        "ruben7 has not revealed yet.",
        "nelly_o applied for the opening 'Forum lead' (application 5, stake 12,000 JOY).",
        "wim applied for opening 12, with a stake of 9,000 JOY.",
        "Proposal 70 would appoint Sanna (application 8) as lead of Distribution. Voting ends at block 1,000,001.",
        "Proposal 71 makes wim lead of the HR group once it is executed.",
        "Proposal 72 would end ott.b's role as lead of Storage.",
        "Three curators are to be hired by the content group.",
        "The builders group plans to hire two more developers in this term.",
        "The marketing group spent 9,900 JOY, 99 % of its budget.",
        "The HR group has spent 1,250 JOY of its budget in term 31.",
    ],
)
def test_the_record_is_no_concern(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council did not approve proposal 211, and rightly so.", "endorsement"),
        ("The deputy voted Approve on proposal 96, and so should you.", "endorsement"),
        ("Today is the last day to vote, so hurry up!", "urgency"),
        ("Sanna has not voted yet, lazy as ever.", "disparagement"),
        ("Sanna has not voted yet and all of us are waiting!", "urgency"),
        ("nelly_o applied for the opening 'Forum lead' and should get it.", "personnel"),
        ("Proposal 70 would appoint Sanna as lead, which is the best decision.", "personnel"),
        ("Three curators are to be hired by the content group, better late than never, and not the old ones.", None),
        ("The marketing group wasted 9,900 JOY on rubbish.", "disparagement"),
        ("Proposal 70 would appoint the remarkably super Sanna as lead.", "personnel"),
        ("This proposal will make Sanna secretary 万岁.", None),
        ("Today is the last day to vote 🔥🔥.", "urgency"),
        ("Sanna, wim and, of course, nelly_o have not reported.", None),
        ("`The best of all decisions` makes Sanna lead.", None),
    ],
)
def test_the_record_with_an_opinion_is_judged(text: str, kind: str | None) -> None:
    assert kind in kinds(text) if kind else kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The deputy should send the draft to all members before it is published.",
        "Leads should attach a table of what their group spent.",
        "Curators should, as their rules say, look through new videos each morning.",
        "Goals that should be addressed in this term:",
        "An application must contain the member id and the account.",
        "The secretary should keep a list of open questions.",
    ],
)
def test_what_a_role_should_do_is_no_advice_on_personnel(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The deputy should resign.",
        "Leads who miss their report should lose their job.",
        "The distribution lead should be sent home.",
        "Curators should be paid twice as much.",
        "The forum lead should go.",
        "The lead should be reported for sleeping on the job.",
        "The council should look for another secretary.",
        "wim should be held responsible and dismissed as lead.",
        "The role should be handed to member 1201.",
        "The opening should be filled by application 12.",
        "The secretary should be shown the way out.",
        "The lead should post the report, or face the end of the contract.",
        "The lead should be told to go.",
        "Curators must be kept away from the council.",
    ],
)
def test_who_should_have_a_job_still_is(text: str) -> None:
    assert "personnel" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        '<p align="center">The council met.</p>',
        '<table width="80%" border=1>',
        "<br/>\n<td align=right>Proposals</td>",
    ],
)
def test_tags_are_no_words(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        '<img src="logo.svg" alt="Vote for wim">',
        '<p title="We endorse nelly_o">Welcome.</p>',
        "<b>Vote for wim</b>",
        "<center>We recommend Sanna.</center>",
        '<p align="vote for wim">',
        '<p id="vote-for-wim">The council met.</p>',
        "<img src=we-endorse-wim>",
    ],
)
def test_what_tags_show_to_people_is_read(text: str) -> None:
    assert "endorsement" in kinds(text)
