"""The judge counts what is missing, said twice, wrong and late about proposals."""

from dataclasses import replace

import pytest

from secretariat.cli.term.judge.evidence import Arrived, Configured, Sample
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.proposals.rounds import Round, calendar, reminders, rounds
from secretariat.cli.term.judge.rows import judge
from tests.demo.term.invented import ANNOUNCING, ELECTED, blamed, counted, past, played, restarted, truth
from tests.demo.term.invented import VOTING as RESTARTED
from tests.demo.term.invented_votes import (
    EXECUTED,
    LAST,
    LOST,
    OPENED,
    POOR,
    RUNS_OUT,
    VOTING,
    digest,
    ends,
    opened,
    vote_texts,
    votes_evidence,
    votes_truth,
)

NAMES = tuple(vote_texts())


def home(name: str) -> str:
    """Give the row of a text: B1 for what waits for a vote as it begins, and for the budget."""
    return "B1" if name == "budget" or (name.startswith("digest") and len(name.split()) == 3) else "B10"


def test_votes_with_every_message_in_time_are_well() -> None:
    found = judge(votes_evidence(vote_texts()))
    assert (found.wrong, found.doubled) == ([], [])
    assert blamed(found) == {}
    assert counted(found, "occasions") == {"B1": 7, "B10": 17}
    assert found.well


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_message_is_missed_in_its_row(name: str) -> None:
    told = vote_texts()
    del told[name]
    told_later = name.startswith("digest 7 1") and len(name) < len("digest 7 14400")  # the next digest lists it too
    what = "late_by_product" if told_later else "missed"
    assert blamed(judge(votes_evidence(told))) == {what: {home(name): 1}}


@pytest.mark.parametrize("name", NAMES)
def test_a_message_said_twice_is_doubled(name: str) -> None:
    told = vote_texts()
    told["again"] = replace(told[name], block=told[name].block + 10, receipt="again")
    found = blamed(judge(votes_evidence(told)))
    assert set(found) == {"doubled"}
    assert sum(found["doubled"].values()) == 1


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("digest 9")])
def test_a_message_that_comes_two_hours_late_is_late(name: str) -> None:
    told = vote_texts()
    told[name] = replace(told[name], block=told[name].block + 600)
    late = {"late_by_product": {home(name): 1}}
    found = blamed(judge(votes_evidence(told)))
    assert {what: rows for what, rows in found.items() if what != "wrong"} == late


WRONG: list[tuple[str, str, str]] = [
    ("open 7", f"{LAST[RUNS_OUT]:,}", f"{LAST[RUNS_OUT] + 1:,}"),
    ("open 7", "Funding request", "Signal"),
    ("open 7", "12 films", "13 films"),
    ("open 7", "edda", "ebba"),
    ("open 8", f"change in block {ELECTED:,}", f"change in block {ELECTED + 1:,}"),
    ("notice 9", "UTC", "UTC, day 3,"),
    ("notice 9", "**\nFunding", "**\n2 of 3 have voted.\nFunding"),
    ("digest 7 11", "proposal 7", "proposal 8"),
    ("digest 7 14400 11", "in 23 h", "in 29 h"),
    ("digest 9 12", f"{LAST[POOR]:,} (", f"{LAST[POOR] - 1:,} ("),
    ("ends 7 3600", "in 5 h", "in 7 h"),
    ("change", f"office in block {ELECTED:,}", f"office in block {ELECTED + 9:,}"),
    ("change", f"until block {LAST[LOST]:,}", f"until block {LAST[LOST] + 1:,}"),
    ("change", "80 JOY", "81 JOY"),
    ("change", "for 10 JOY", "for 11 JOY"),
    ("lost, council", "80 JOY", "8 JOY"),
    ("lost, discord", f"{ELECTED:,}", f"{ELECTED - 1:,}"),
    ("budget", "takes 5,000 JOY", "takes 6,000 JOY"),
    ("budget", f"{EXECUTED:,}", f"{EXECUTED + 1:,}"),
    ("budget", "3,910", "3,911"),
    ("budget", "1,000 JOY", "1,001 JOY"),
    ("budget", "then: 100 JOY", "then: 200 JOY"),
    ("budget", "-10 JOY", "-11 JOY"),
]


@pytest.mark.parametrize(("name", "true", "false"), WRONG)
def test_a_claim_that_is_not_so_is_wrong(name: str, true: str, false: str) -> None:
    told = vote_texts()
    assert true in told[name].text
    told[name] = replace(told[name], text=told[name].text.replace(true, false, 1))
    found = judge(votes_evidence(told))
    assert set(blamed(found)) == {"wrong"}
    assert len(found.wrong) == 1, found.wrong


LEFT_OUT: list[tuple[str, str]] = [
    ("open 7", "Last block in which a vote counts"),
    ("ends 8 3600", ", in "),
    ("digest 7 11", "Last block in which a vote counts"),
    ("change", "fee for a rejected proposal is"),
    ("lost, discord", "office in block"),
    ("budget", "Budget now"),
]


@pytest.mark.parametrize(("name", "words"), LEFT_OUT)
def test_a_message_without_its_number_is_wrong(name: str, words: str) -> None:
    told = vote_texts()
    lines = [line for line in told[name].text.splitlines() if words not in line or "waits" in line]
    told[name] = replace(told[name], text=told[name].text.replace(words, " ~ ") if len(lines) < 2 else "\n".join(lines))
    assert "wrong" in blamed(judge(votes_evidence(told)))


NAGGING: list[tuple[str, Arrived]] = [
    ("one who has voted", digest(12, LAST[RUNS_OUT] - 3_500, RUNS_OUT)),
    ("one who has voted on one of two", digest(11, 131_500, RUNS_OUT, POOR)),
    ("somebody who is not of the council", digest(20, LAST[RUNS_OUT] - 3_500, RUNS_OUT)),
    ("the council after the vote", ends(RUNS_OUT, LAST[RUNS_OUT] + 100)),
    ("everybody before it begins", opened("discord", LOST, OPENED[LOST] - 200)),
    ("the place for everybody", replace(ends(RUNS_OUT, LAST[RUNS_OUT] - 3_450), place="discord")),
]


@pytest.mark.parametrize(("whom", "text"), NAGGING)
def test_nobody_is_told_of_a_vote_that_is_not_theirs(whom: str, text: Arrived) -> None:
    told = vote_texts()
    told[whom] = replace(text, receipt=whom)
    assert "wrong" in blamed(judge(votes_evidence(told)))


@pytest.mark.parametrize("mentions", [(), ("912",), ("911", "912"), ("77",)])
def test_a_digest_rings_its_member_alone(mentions: tuple[str, ...]) -> None:
    told = vote_texts()
    told["digest 8 11"] = replace(told["digest 8 11"], mentions=mentions)
    found = blamed(judge(votes_evidence(told)))
    assert found["missed"] == {"B1": 1}
    assert "wrong" in found or "doubled" in found


def test_a_name_beside_the_proposer_s_is_met() -> None:
    told = vote_texts()
    told["open 7"] = replace(told["open 7"], text=f"{told['open 7'].text}\nkira_vale has voted.")
    assert blamed(judge(votes_evidence(told))) == {"wrong": {"B12": 1}}


def test_where_everybody_is_reached_the_council_s_place_is_quiet() -> None:
    everybody: Configured = replace(VOTING, mentions={**VOTING.mentions, "13": "913"})
    told = vote_texts()
    for name in [name for name in told if name.startswith(("notice", "ends"))]:
        del told[name]
    for name in [name for name in told if name.startswith("digest") and name.endswith("11")]:
        one = told[name]
        told[f"{name}, of 13"] = replace(
            one, text=one.text.replace("<@911>", "<@913>"), mentions=("913",), receipt=f"{name}, of 13"
        )
    assert blamed(judge(votes_evidence(told, configured=everybody))) == {}
    told["notice"] = vote_texts()["notice 7"]
    assert blamed(judge(votes_evidence(told, configured=everybody))) == {"wrong": {"B10": 1}}
    stood = (
        Sample(head=OPENED[RUNS_OUT], query_node=OPENED[RUNS_OUT], final=OPENED[RUNS_OUT] - 200, stage="", ends_at=0),
    )
    assert blamed(judge(votes_evidence(told, configured=everybody, samples=stood))) == {}


@pytest.mark.parametrize(
    ("period", "before"),
    [(100_800, (43_200, 14_400, 3_600)), (43_200, (14_400, 3_600)), (14_400, (7_200, 3_600)), (6_000, (3_000,))],
)
def test_reminders_are_at_the_role_distances(period: int, before: tuple[int, ...]) -> None:
    assert reminders(period) == before


def test_an_election_that_begins_anew_moves_the_last_block_and_its_steps() -> None:
    told = votes_truth()
    failed = told["elections"][-1]
    failed |= {"outcome": "too-few-revealed", "winners": []}
    anew = {**failed, "cycle": 6, "announcing_from": ELECTED, "announcing_ends": ELECTED + 86_400, "ended": None}
    anew |= {f"{name}_{end}": None for name in ("voting", "revealing") for end in ("from", "ends")}
    told["elections"].append({**anew, "outcome": "running", "candidacies": [], "votes": {}})
    told["councils"].pop()
    (lost,) = (one for one in rounds(History(told)) if one.number == LOST)
    lost.proposal["rounds"][0] |= {"closed": None, "ended": "open"}
    assert lost.last(ELECTED - 1) == ELECTED - 2
    assert lost.last(ELECTED) == OPENED[LOST] + 43_199
    assert [(step.first, step.begins) for step in lost.steps()] == [
        (OPENED[LOST], True),
        (ELECTED - 2 - 3_600, False),
        (OPENED[LOST] + 43_199 - 14_400, False),
        (OPENED[LOST] + 43_199 - 3_600, False),
    ]
    assert list(calendar(History(told), ELECTED)) == [
        OPENED[LOST] + 43_199 - before for before in (14_400, 3_600, 0, -1)
    ]


def test_a_vote_begins_once_where_an_election_begins_anew_after_it() -> None:
    began, period = RESTARTED - 100, 43_200
    proposal = {"id": 9, "parameters": {"voting_period": period}}
    told: dict[str, object] = {"opened": began, "closed": None, "votes": []}
    vote = Round(history=restarted("too-few-candidates"), proposal=proposal, told=told)
    assert len(list(vote.elections())) == 2
    last = began + period - 1
    begins, *later = vote.steps()
    assert (begins.first, begins.last, begins.begins) == (began, last - 14_400 - 1, True)
    assert [(one.first, one.begins) for one in later] == [(last - 14_400, False), (last - 3_600, False)]


@pytest.mark.parametrize(
    ("block", "anew"),
    [
        (ANNOUNCING + 100, ELECTED + 86_400),
        (RESTARTED - 30_001, ELECTED + 86_400),
        (RESTARTED - 1, ELECTED + 201_600),
        (RESTARTED, ELECTED + 201_600),
        (ELECTED - 1, ELECTED + 201_600),
        (ELECTED + 10, ELECTED + 403_200 + 86_400),
    ],
)
def test_an_election_that_fails_is_followed_earliest_by_the_way_that_can_still_come(block: int, anew: int) -> None:
    """Announcing alone begins anew while too few may stand; with enough of them in its last block only a reveal can fail."""
    assert History(truth()).election_anew(block) == anew


def test_in_its_last_block_announcing_with_too_few_is_about_to_begin_anew() -> None:
    few = {**played(), "candidacies": played()["candidacies"][:2]}
    assert History(truth(*past(), few)).election_anew(RESTARTED - 1) == ELECTED + 86_400
