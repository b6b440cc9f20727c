"""The judge counts what is missing, said twice, wrong and late about proposals."""

import re
from dataclasses import replace

import pytest

from secretariat.cli.term.judge.evidence import Arrived, Configured, Evidence, Sample, Seen
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.occasions import Occasion
from secretariat.cli.term.judge.proposals.occasions import about_proposals
from secretariat.cli.term.judge.proposals.rounds import Round, calendar, reminders, rounds
from secretariat.cli.term.judge.rows import judge
from secretariat.cli.term.judge.verdicts import verdict_of
from tests.demo.term.invented import ANNOUNCING, ELECTED, STAKE, at, blamed, counted, past, played, restarted, truth
from tests.demo.term.invented import VOTING as RESTARTED
from tests.demo.term.invented_votes import (
    APPROVED,
    EXECUTED,
    LAST,
    LOST,
    OPENED,
    POOR,
    RUNS_OUT,
    VOTING,
    digest,
    ends,
    named,
    opened,
    proposal,
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
    assert counted(found, "occasions") == {"B1": 7, "B10": 19}
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
    ("ends 7 3600", f" ({at(LAST[RUNS_OUT])}), in 5 h 50 min ± 12 min", ", in 5 h 50 min"),
    ("ends 7 14400", "in 23 h 50 min ± 12 min", "in 24 h 08 min"),
    ("ends 7 14400", "in 23 h 50 min ± 12 min", "in 23 h 32 min"),
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


@pytest.mark.parametrize("name", [name for name in NAMES if "± 12 min), in " in vote_texts()[name].text])
def test_a_time_left_has_no_band_where_its_block_s_time_has_one(name: str) -> None:
    """That is how the desk writes it; before that table reads the block's time."""
    told = vote_texts()
    told[name] = replace(told[name], text=re.sub(r"(, in [^.\n]*?) ± 12 min", r"\1", told[name].text))
    assert blamed(judge(votes_evidence(told))) == {}


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
    assert blamed(judge(votes_evidence(told, untold_of=(), configured=everybody))) == {}
    told["notice"] = vote_texts()["notice 7"]
    assert blamed(judge(votes_evidence(told, untold_of=(), configured=everybody))) == {"wrong": {"B10": 1}}
    stood = (
        Sample(head=OPENED[RUNS_OUT], query_node=OPENED[RUNS_OUT], final=OPENED[RUNS_OUT] - 200, stage="", ends_at=0),
    )
    assert blamed(judge(votes_evidence(told, untold_of=(), configured=everybody, samples=stood))) == {}


def test_once_the_one_whom_nothing_reaches_has_voted_the_council_may_still_be_told() -> None:
    told = votes_truth()
    told["proposals"] = [proposal(RUNS_OUT, 4, {13: 121_000}, closed=163_200, ended="expired")]
    mailed: Configured = replace(VOTING, mentions={"11": "911"}, written_to=(12,))
    opens = [
        (one.opens, one.closes, one.needed)
        for one in about_proposals(History(told), mailed)
        if one.place == "council" and "open" in one.kinds
    ]
    assert opens == [(120_000, 120_999, True), (121_000, LAST[RUNS_OUT] - 14_400 - 1, False)]


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


def giving_back(**changed: str) -> Evidence:
    """Make the third proposal one that a group is to give back by, with its texts; ``changed`` is put into that about the budget."""
    told = votes_truth()
    poor = next(one for one in told["proposals"] if one["id"] == POOR)
    poor |= {"type": "UpdateWorkingGroupBudget", "details": [str(5_000 * STAKE), "OperationsAlpha", "Negative"]}
    poor["error"] = "InsufficientFundsForBudgetUpdate"
    told["budgets"]["groups"] = {
        "StorageWorkingGroup": {"balances": [[0, str(7 * STAKE)]]},
        "OperationsWorkingGroupAlpha": {"balances": [[0, str(90 * STAKE)], [APPROVED + 50, str(80 * STAKE)]]},
    }
    name = named(POOR)
    texts = {
        key: replace(one, text=one.text.replace(name, name.replace("Funding request", "Update working group budget")))
        for key, one in vote_texts().items()
    }
    parts = {
        "brings": "5,000",
        "expected": "75",
        "short": "4,925",
        "now": "80",
        "rewards": "-7",
        "others": "2",
        **changed,
    }
    texts["budget"] = replace(
        texts["budget"],
        text=f"**Proposal {POOR}: the builders group's budget does not cover it**\n"
        f"{name.replace('Funding request', 'Update working group budget')} It brings {parts['brings']} JOY from the group's budget.\n"
        f"It is carried out in block {EXECUTED:,} ({at(EXECUTED)}). By what is stored, {parts['expected']} JOY is in the group's budget "
        f"then: {parts['short']} JOY too little.\n- The group's budget now: {parts['now']} JOY\n"
        f"- Rewards of its workers until then: {parts['rewards']} JOY\n- Other proposals until then: {parts['others']} JOY",
    )
    return replace(votes_evidence(texts), truth=told)


@pytest.mark.parametrize(("error", "needed"), [("InsufficientFunds", [False, True]), (None, [False])])
def test_while_it_is_voted_on_a_budget_may_be_warned_of_however_the_vote_ends(
    error: str | None, needed: list[bool]
) -> None:
    told = votes_truth()
    next(one for one in told["proposals"] if one["id"] == POOR)["error"] = error
    warned = about_proposals(History(told), votes_evidence(vote_texts()).configured)
    found = [one for one in warned if one.kinds == ("budget",) and str(POOR) in one.subject]
    assert [one.needed for one in found] == needed
    assert found[0].closes == (APPROVED if error else EXECUTED) - 1


def test_a_warning_of_a_group_s_budget_is_called_for_and_held_against_the_group_s() -> None:
    assert blamed(judge(giving_back())) == {}
    without = giving_back()
    silent = replace(without, arrived=tuple(one for one in without.arrived if "group's budget does" not in one.text))
    assert blamed(judge(silent)) == {"missed": {"B1": 1}}


def test_other_proposals_cannot_take_more_than_they_ask_for() -> None:
    texts = vote_texts()
    now = texts["budget"].text
    others = re.search(r"Other proposals until then: (-?[\d,]+) JOY", now)
    assert others
    more = 1_000_000
    changed = now.replace(others[0], f"Other proposals until then: {int(others[1].replace(',', '')) - more:,} JOY")
    judged = judge(votes_evidence({**texts, "budget": replace(texts["budget"], text=changed)}))
    assert any("more than they ask for" in words for _, words in judged.wrong)


@pytest.mark.parametrize(
    "changed",
    [{"brings": "5,001"}, {"short": "4,926"}, {"now": "81"}, {"now": "7"}, {"rewards": "-8"}, {"others": "-2"}],
)
def test_a_wrong_figure_of_a_group_s_budget_is_wrong(changed: dict[str, str]) -> None:
    assert set(blamed(judge(giving_back(**changed)))) == {"wrong"}


NUMBERED = "Type not known yet: title not known yet, by member {}."


def looked(first: int, last: int, known: int, step: int = 600) -> tuple[Sample, ...]:
    """Give looks from one block to another at which the query node had come to a block and no further, and one after it had come on."""
    stood = [Sample(head=at, query_node=min(at, known), stage="", ends_at=0) for at in range(first, last, step)]
    return (*stood, Sample(head=last, query_node=last, stage="", ends_at=0))


@pytest.mark.parametrize("name", ["open 7", "digest 7 11"])
@pytest.mark.parametrize(
    ("member", "known", "wrong"),
    [(4, -1, False), (4, 0, True), (5, -1, True), (44, -1, True)],
    ids=["not come to it", "come to it", "of another", "of a longer number"],
)
def test_a_proposer_goes_by_number_where_the_query_node_had_not_come_to_the_proposal(
    name: str, member: int, known: int, *, wrong: bool
) -> None:
    told, filed = vote_texts(), OPENED[RUNS_OUT]
    told[name] = replace(told[name], text=told[name].text.replace(named(RUNS_OUT), NUMBERED.format(member)))
    looks = looked(filed - 600, filed + 800, filed + known, 50)
    assert blamed(judge(votes_evidence(told, samples=looks))) == ({"wrong": {home(name): 1}} if wrong else {})


@pytest.mark.parametrize(("shown", "wrong"), [(10, False), (90, True)])
def test_a_text_is_held_to_what_the_query_node_told_as_the_person_was_shown_it(shown: int, *, wrong: bool) -> None:
    told, filed = vote_texts(), OPENED[RUNS_OUT]
    one = replace(told["open 7"], text=told["open 7"].text.replace(named(RUNS_OUT), NUMBERED.format(4)))
    told["open 7"] = one
    seen = Seen(name="d1", place="discord", seen=filed + shown, text=one.text, approved=one.block, receipt=one.receipt)
    looks = looked(filed - 600, filed + 50, filed - 1, 50)
    assert ("wrong" in blamed(judge(votes_evidence(told, samples=looks, seen=(seen,))))) == wrong


@pytest.mark.parametrize(
    ("known", "step", "verdict"),
    [(-1, 600, "late_by_source"), (-1, 160, "late_by_product"), (0, 600, "late_by_product")],
    ids=["told at the next look", "looked, and told later", "its title was known"],
)
@pytest.mark.parametrize("name", ["open 7", "notice 7", "digest 7 11"])
def test_words_about_a_new_vote_wait_for_its_title_until_the_look_after_a_quarter_of_an_hour(
    name: str, known: int, step: int, verdict: str
) -> None:
    told, filed = vote_texts(), OPENED[RUNS_OUT]
    told[name] = replace(told[name], block=filed + 900)
    looks = looked(filed + 3 - 1_200, filed + 6_000, filed + known, step)
    looks = tuple(one for one in looks if one.head <= filed + 3 or one.head >= filed + step)
    found = blamed(judge(votes_evidence(told, samples=looks)))
    assert {what: rows for what, rows in found.items() if what != "wrong"} == {verdict: {home(name): 1}}


@pytest.mark.parametrize(
    ("known", "looks", "verdict"),
    [
        (-1, (3, 103, 501), "late_by_source"),
        (-1, (3, 153, 501), "missed"),
        (0, (3, 103, 501), "missed"),
    ],
)
def test_a_vote_that_is_over_before_the_desk_looked_again_is_the_sources(
    known: int, looks: tuple[int, ...], verdict: str
) -> None:
    """The council changes 500 blocks after it was filed."""
    filed = OPENED[LOST]
    one = Occasion(
        row="B10", kinds=("open",), place="discord", cycle=0, opens=filed, due=filed, closes=filed + 498, titled=filed
    )
    samples = tuple(Sample(head=filed + at, query_node=filed + known, stage="", ends_at=0) for at in looks)
    assert verdict_of(one, None, votes_evidence({}, samples=samples)) == verdict
