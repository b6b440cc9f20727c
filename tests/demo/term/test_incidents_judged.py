"""The judge holds each incident against the truth of that one alone, and reckons by itself when rewards were not paid."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.private.incident_claims import wrong_of_incident
from secretariat.cli.term.judge.private.incidents import about_incidents
from secretariat.cli.term.judge.private.reading import with_marks
from secretariat.cli.term.judge.rows import judge
from secretariat.cli.term.judge.terms.term import Known
from tests.demo.term.invented import ELECTED, VOTING, at, cycle, past, played, truth
from tests.demo.term.invented_private import (
    LEAD,
    MEMBER,
    NEXT_REPORT,
    PAY,
    PLAN_DUE,
    REPORT_DUE,
    REWARDS,
    REWARDS_OF_COUNCIL,
    SHORT,
    UNPAID,
    WRITTEN,
    incident,
    private,
    private_evidence,
    private_texts,
    private_truth,
)
from tests.demo.term.invented_votes import EXECUTED, TITLES, votes_truth

FIRST = "For the report on the term of council 3: may these need an explanation?"
BY = f"Whoever can say how one of them came about tells the secretary before block {ELECTED + DAY:,} ({at(ELECTED + DAY)}), when the report is due."
EXPIRED = "• Proposal 7 “Help_for 12 films” expired in block 163,200: its voting time ended without a decision."
FAILED = (
    f"• Proposal 9 “Machines” was approved and could not be carried out in block {EXECUTED:,}. The chain's error: "
    "“InsufficientFundsForFundingRequest”."
)
LOST = f"• Proposal 8 “A second network” was not decided when the next council took office in block {ELECTED:,}, and was\nrejected by that."
TOLD = f"{FIRST}\n\n{EXPIRED}\n{FAILED}\n{LOST}\n\nThey stand in no report. {BY}\n\nThis goes to nobody else."


def wrong(text: str, told: dict[str, Any] | None = None, block: int = ELECTED + 150, began: int = 0) -> list[str]:
    """Judge an incident's words, or a list's, alone."""
    one = with_marks(Arrived(place="private", block=block, text=text, member=MEMBER))
    history = History(private_truth() if told is None else told)
    return list(wrong_of_incident(one, history, Known(began=began), range(block, block - 20, -1)))


def test_a_list_in_which_all_is_so_is_not_wrong() -> None:
    assert wrong(TOLD) == []
    for line in (EXPIRED, FAILED, LOST):
        alone = " ".join(line.removeprefix("• ").split())
        assert wrong(f"{FIRST}\n\n{alone}\n\nThey stand in no report. {BY}") == []


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Proposal 7 “", "Proposal 8 “"),
        ("Proposal 7 “", "Proposal 77 “"),
        ("12 films", "13 films"),
        ("“Help_for 12 films” ", ""),
        ("Help_for 12 films", "Help…"),
        ("expired in block 163,200", "expired in block 163,199"),
        ("expired in block 163,200", f"expired in block {ELECTED:,}"),
        ("expired in block 163,200", "expired"),
        ("expired in block 163,200", f"was not decided when the next council took office in block {ELECTED:,}"),
        (f"in block {EXECUTED:,}", f"in block {EXECUTED - 1_200:,}"),
        ("InsufficientFundsForFundingRequest", "NotEnoughFunds"),
        (" The chain's error: “InsufficientFundsForFundingRequest”.", ""),
        ("Machines", "Machine"),
        (f"office in block {ELECTED:,}", "office in block 163,200"),
        ("“A second network” was not decided", "“A second network” expired in block 163,200, as it was not decided"),
        ("term of council 3: may", "term of council 4: may"),
        ("term of council 3: may", "term of council 9: may"),
        ("term of council 3: may", "term, by council 3, may"),
        (f"before block {ELECTED + DAY:,}", f"before block {ELECTED + DAY - 1:,}"),
        (at(ELECTED + DAY), at(ELECTED + 2 * DAY)),
        ("± 12 min", "± 3.5 h"),
        ("before block", "after block"),
        ("rejected by that.", "rejected by that, by 2 votes."),
        ("They stand in no report.", "They stand in no report of council 3."),
    ],
)  # fmt: skip
def test_one_thing_in_a_list_that_is_not_so_is_wrong(true: str, false: str) -> None:
    assert true in TOLD
    assert wrong(TOLD.replace(true, false, 1))


def test_a_long_title_is_cut_with_a_sign_and_one_without_letters_is_none() -> None:
    told = votes_truth()
    told["proposals"][0]["title"] = (
        f"{TITLES[7]} and for all who made them, in each of the 9 working groups that there are"
    )
    cut = "films and for all who made them, in each of the 9 working groups…”"
    assert wrong(TOLD.replace("films”", cut), told) == []
    assert wrong(TOLD.replace("films”", cut.replace("all", "some")), told)
    assert wrong(TOLD.replace("films”", "films and for…”"), told)
    told["proposals"][0]["title"] = " "
    assert wrong(TOLD.replace(" “Help_for 12 films”", ""), told) == []


def test_a_proposal_that_ended_otherwise_is_no_incident_of_that_kind() -> None:
    for ended in ("rejected", "approved", "council-change"):
        told = votes_truth()
        told["proposals"][0]["rounds"][0]["ended"] = ended
        assert wrong(TOLD, told)
    told = votes_truth()
    told["proposals"][2]["error"] = None
    assert wrong(TOLD, told)


REPORTS = {
    "The storage working group's report on the term of council 3": REPORT_DUE,
    "The report of council 3 on its term": ELECTED + DAY,
    "The plan of council 4 for its term": ELECTED + 2 * DAY,
    "The storage working group's plan for the term of council 4": PLAN_DUE,
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_told_with_its_own_council_and_the_block_by_which_it_was_due(name: str) -> None:
    says = f"{name} was due by block {{:,}}, and is not noted as received."

    def about(words: str) -> list[str]:
        return wrong(incident(MEMBER, PLAN_DUE + 100, 4, words, NEXT_REPORT).text, block=PLAN_DUE + 100)

    assert about(says.format(REPORTS[name])) == []
    others = {*REPORTS.values(), REPORTS[name] + 1, ELECTED} - {REPORTS[name]}
    assert all(about(says.format(other)) for other in others)
    true = 3 if "council 3" in name else 4
    assert all(
        about(says.format(REPORTS[name]).replace(f"council {true}", f"council {other}")) for other in (2, 7 - true, 5)
    )
    assert about(says.format(REPORTS[name]).replace("is not noted as received", "came later"))
    assert about(f"{says.format(REPORTS[name])[:-1]}, announced late for block {REPORTS[name] + 9:,}.")


def test_an_election_is_told_with_its_cycle_and_the_block_in_which_it_began_anew() -> None:
    failed = {**played(), "outcome": "too-few-revealed", "ended": ELECTED, "winners": []}
    told = truth(*past(), failed, cycle(6, ELECTED), block=ELECTED + 900)
    due = told["rules"][0]
    ahead = ELECTED + due["announcing"] + due["voting"] + due["revealing"] + DAY

    def about(words: str) -> list[str]:
        return wrong(incident(MEMBER, ELECTED + 100, 3, words, ahead).text, told, ELECTED + 100)

    says = f"The election of cycle 5 elected no council and began anew in block {ELECTED:,}."
    assert about(says) == []
    assert all(
        about(says.replace(true, false))
        for true, false in (("5", "4"), ("5", "6"), (f"{ELECTED:,}", f"{VOTING:,}"), (f" in block {ELECTED:,}", ""))
    )


REWARDED = [
    (LEAD, SHORT + 100, 4, REWARDS.format("storage"), 0),
    (MEMBER, SHORT + 100, 4, REWARDS.format("storage"), 0),
    (MEMBER, UNPAID + 100, 4, REWARDS_OF_COUNCIL.format(4), 0),
    (LEAD, SHORT - 1_000, 4, REWARDS.format("storage"), 1),
    (MEMBER, SHORT - 1_000, 4, REWARDS.format("storage"), 1),
    (MEMBER, SHORT + 100, 4, REWARDS.format("forum"), 1),
    (LEAD, ELECTED + 1_000, 3, REWARDS.format("storage"), 1),
    (MEMBER, UNPAID - 100, 4, REWARDS_OF_COUNCIL.format(4), 1),
    (MEMBER, UNPAID + 100, 4, REWARDS_OF_COUNCIL.format(3), 1),
    (MEMBER, ELECTED + 100, 3, REWARDS_OF_COUNCIL.format(3), 1),
    (LEAD, UNPAID + 100, 4, REWARDS_OF_COUNCIL.format(4), 1),
    (MEMBER, UNPAID + 100, 4, f"{REWARDS_OF_COUNCIL.format(4)} They are owed 7 JOY.", 1),
]


@pytest.mark.parametrize(("member", "block", "council", "words", "wrongs"), REWARDED)
def test_rewards_are_an_incident_from_when_somebody_was_owed_them(
    member: int, block: int, council: int, words: str, wrongs: int
) -> None:
    told = {name: one for name, one in private_texts().items() if not name.startswith("rewards")}
    due = NEXT_REPORT if council == 4 else ELECTED + DAY
    told["rewards"] = incident(member, block, council, words, due)
    assert len(private(judge(private_evidence(told))).get("wrong", ())) == wrongs


def missed(told: dict[str, Any]) -> set[str]:
    """Tell which incidents of rewards were called for, where no text tells of one."""
    texts = {name: one for name, one in private_texts().items() if not name.startswith("rewards")}
    found = private(judge(private_evidence(texts, truth=told)))
    return {words.split(", private, ")[1].split(",")[0] for words in found.get("missed", ()) if "rewards" in words}


OF_COUNCIL, OF_STORAGE = "rewards council of council 4", "rewards storage of council 4"


@pytest.mark.parametrize(
    ("payments", "called"),
    [
        ([], set()),
        ([[ELECTED + DAY, str(PAY), "0"]], set()),
        ([[ELECTED + DAY, str(PAY), "1"]], {OF_COUNCIL}),
        ([[ELECTED + DAY, "0", str(PAY)], [ELECTED + 2 * DAY, str(2 * PAY), "0"]], {OF_COUNCIL}),
    ],
)
def test_rewards_of_the_council_are_asked_for_where_a_payment_was_not_covered(
    payments: list[list[Any]], called: set[str]
) -> None:
    told = private_truth()
    told["councils"][-1]["payments"] = payments
    assert missed(told) == {OF_STORAGE} | called


def test_the_last_payment_of_a_council_is_told_under_its_own_term() -> None:
    told = private_truth()
    told["councils"][-1]["payments"] = []
    told["councils"][-2]["payments"] = [[ELECTED, "0", "5"]]
    assert missed(told) == {OF_STORAGE, "rewards council of council 3"}


@pytest.mark.parametrize(
    ("paid", "lead_until", "called"),
    [(None, None, 2), (SHORT + DAY - 1, None, 0), (SHORT + DAY + 1, None, 2), (None, SHORT + 600, 1)],
)
def test_rewards_of_a_group_are_asked_for_where_they_were_owed_for_a_day(
    paid: int | None, lead_until: int | None, called: int
) -> None:
    """The council is asked whoever leads, and of leads the one of that day."""
    told = private_truth()
    told["councils"][-1]["payments"] = []
    staffed = told["groups"]["StorageWorkingGroup"]["staffed"]
    if paid is not None:
        staffed.append([paid, *staffed[-1][1:4], "0"])
    if lead_until is not None:
        staffed.append([lead_until, None, *staffed[-1][2:]])
    texts = {name: one for name, one in private_texts().items() if not name.startswith("rewards")}
    found = private(judge(private_evidence(texts, truth=told)))
    assert sum("rewards storage" in words for words in found.get("missed", ())) == called


@pytest.mark.parametrize(
    ("since", "began", "asked"),
    [(ELECTED - 20_000, 0, True), (ELECTED - 20_000, ELECTED - 5_000, False), (ELECTED - 5_000, 0, False)],
)
def test_what_was_owed_as_a_term_ended_is_asked_of_it_only_where_somebody_could_see_it_in_it(
    since: int, began: int, asked: bool
) -> None:
    """Of the next term it is asked in any case: it is owed still."""
    told = private_truth()
    told["groups"]["StorageWorkingGroup"]["staffed"][-1][0] = since
    found = {
        one.subject.split(" of ")[1][:9]: one.needed
        for one in about_incidents(History(told), Known(began=began), WRITTEN)
        if one.subject.startswith("rewards storage")
    }
    assert found == {"council 3": asked, "council 4": True}


def test_what_nobody_leads_is_told_to_the_council_alone() -> None:
    told = private_truth()
    staffed = told["groups"]["StorageWorkingGroup"]["staffed"]
    told["groups"]["StorageWorkingGroup"]["staffed"] = [[at_, None, *rest] for at_, _, *rest in staffed]
    texts = private_texts()
    found = judge(private_evidence({"one": texts[f"rewards {MEMBER}"]}, truth=told))
    assert not any("rewards" in words for words in private(found).get("wrong", ()))
    found = judge(private_evidence({"one": texts[f"rewards {LEAD}"]}, truth=told))
    assert len(private(found)["wrong"]) == 1


def test_a_wrong_block_is_counted_in_the_whole_judgement() -> None:
    texts = private_texts()
    one = texts["no plan of others"]
    texts["no plan of others"] = replace(one, text=one.text.replace(f"{ELECTED + 2 * DAY:,}", f"{ELECTED + DAY:,}"))
    assert len(private(judge(private_evidence(texts)))["wrong"]) == 1
