"""Claims about an election that failed, and about time: each is held against the truth at the block."""

import re
from fractions import Fraction

import pytest

from secretariat.cli.term.judge.checks import time_left_fits, usual_is
from secretariat.cli.term.judge.claiming import LEFT, read
from secretariat.cli.term.judge.claims import CLAIMS, wrong_claims
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.moment import Moment
from secretariat.cli.term.judge.occasions import Threads
from tests.demo.term.invented import CONFIGURED, ELECTED, VOTING, cycle, last, past, restarted, said, truth, vote

STOOD = "When announcing of cycle 5 ended, {stood} candidates stood, and {needed} are needed.\n"
REVEALED = (
    "When revealing of cycle 5 ended, {voted} of {stood} candidates had a revealed vote. A council of 3 needs 3 such candidates.\n"
    "{cast} votes had been cast, and {revealed} of them revealed.\n"
)
TRUE = {"stood": 3, "needed": 3, "voted": 3, "cast": 4, "revealed": 3}


def wrong(outcome: str, words: str, anew: int, block: int = 100) -> list[str]:
    """Judge a message about a restart, said so many blocks after it."""
    ended = VOTING if outcome == "too-few-candidates" else ELECTED
    ends = last("a candidacy", ended + 86_400, ended + block)
    told = f"Cycle 5: announcing begins anew as cycle 6\n{words}It began anew in block {anew:,}.\n{ends}"
    one = said("discord", ended + block, told)
    return list(wrong_claims(one, "restart", restarted(outcome), Threads(), CONFIGURED))


def test_a_failed_election_with_its_right_numbers_is_not_wrong() -> None:
    assert wrong("too-few-candidates", STOOD.format(**TRUE), VOTING) == []
    assert wrong("too-few-revealed", REVEALED.format(**TRUE), ELECTED) == []


@pytest.mark.parametrize(
    ("outcome", "words", "name"),
    [
        ("too-few-candidates", STOOD, "stood"),
        ("too-few-candidates", STOOD, "needed"),
        ("too-few-revealed", REVEALED, "voted"),
        ("too-few-revealed", REVEALED, "stood"),
        ("too-few-revealed", REVEALED, "cast"),
        ("too-few-revealed", REVEALED, "revealed"),
    ],
)
def test_a_failed_election_with_a_wrong_number_is_wrong(outcome: str, words: str, name: str) -> None:
    ended = VOTING if outcome == "too-few-candidates" else ELECTED
    assert len(wrong(outcome, words.format(**{**TRUE, name: 2}), ended)) == 1


def test_the_other_reason_is_wrong_and_so_are_no_numbers_at_all() -> None:
    assert len(wrong("too-few-revealed", STOOD.format(**TRUE), ELECTED)) == 2
    assert wrong("too-few-candidates", "", VOTING) == ["leaves out its claim 'failed-stood'"]
    assert len(wrong("too-few-candidates", STOOD.format(**TRUE), VOTING + 1)) == 1


def _twice(outcome: str) -> History:
    """Make a cycle that failed, another that failed in announcing after it, and the one that runs."""
    first = [dict(one) for one in restarted(outcome).elections[-2:]]
    again = int(first[1]["announcing_ends"])
    second = {**first[1], "outcome": "too-few-candidates", "ended": again}
    return History(truth(*past(), first[0], second, cycle(7, again), block=again + 5_000))


EARLIER = {
    "nothing is known": "Nobody was elected in cycle {cycle} before it.\n",
    "too-few-candidates": "Nobody was elected in cycle 5 before it: when announcing ended, {stood} candidates stood.\n",
    "too-few-revealed": "Nobody was elected in cycle 5 before it: when revealing ended, {voted} of {stood} candidates had a revealed vote; "
    "{cast} votes had been cast, and {revealed} of them revealed.\n",
}


@pytest.mark.parametrize(
    ("outcome", "change", "wrongs"),
    [
        ("too-few-candidates", {}, 0),
        ("too-few-candidates", {"stood": 2}, 1),
        ("too-few-revealed", {}, 0),
        ("too-few-revealed", {"voted": 2}, 1),
        ("too-few-revealed", {"stood": 2}, 1),
        ("too-few-revealed", {"cast": 5}, 1),
        ("too-few-revealed", {"revealed": 2}, 1),
        ("too-few-revealed", None, 1),
        ("nothing is known", {}, 0),
        ("nothing is known", {"cycle": 4}, 1),
    ],
)
def test_the_failures_before_the_last_one_are_told_with_their_own_numbers(
    outcome: str, change: dict[str, int] | None, wrongs: int
) -> None:
    history = _twice("too-few-candidates" if outcome == "nothing is known" else outcome)
    began = int(history.elections[-1]["announcing_from"])
    earlier = "" if change is None else EARLIER[outcome].format(**{**TRUE, "cycle": 5, **change})
    told = (
        "Cycle 6: announcing begins anew as cycle 7\n"
        f"When announcing of cycle 6 ended, no candidate stood, and 3 are needed.\n{earlier}It began anew in block {began:,}.\n"
        + last("a candidacy", began + 86_400, began + 100)
    )
    found = list(wrong_claims(said("discord", began + 100, told), "restart", history, Threads(), CONFIGURED))
    assert len(found) == wrongs, found


def test_what_is_about_a_stage_that_does_not_run_is_wrong() -> None:
    one = said("discord", ELECTED + 100, "Voting is open (cycle 6)")
    assert list(wrong_claims(one, "voting", restarted("too-few-revealed"), Threads(), CONFIGURED)) == [
        f"is about voting, and announcing runs since block {ELECTED:,}"
    ]


def test_a_number_without_an_explanation_is_wrong() -> None:
    assert wrong("too-few-candidates", STOOD.format(**TRUE) + "There are 17 reasons.\n", VOTING) == [
        "says '17', which the judge cannot account for"
    ]


def revealed(words: str, voted: tuple[int, ...], block: int = ELECTED - 5_000) -> list[str]:
    """Judge words in the last day of revealing, when of three candidates and three seats these have a revealed vote."""
    told = truth()
    told["elections"][-1]["votes"] = {
        "0x00": vote(10, VOTING + 100, 3, None),
        **{f"0x0{member}": vote(10, VOTING + 100, member, VOTING + 60_000) for member in voted},
    }
    text = f"1 vote of {len(voted) + 1} not revealed yet (cycle 5)\n{words}\n{last('revealing a vote', ELECTED, block)}"
    return list(wrong_claims(said("discord", block, text), "unrevealed", History(told), Threads(), CONFIGURED))


FAILS = "A council of 3 needs 3 candidates with a revealed vote: as it stands, nobody is elected."


@pytest.mark.parametrize(
    ("words", "voted", "wrong_ones"),
    [
        ("2 of 3 candidates have no revealed vote yet.", (3,), 0),
        (f"1 of 3 candidates has no revealed vote yet. {FAILS}", (3, 4), 0),
        ("All 3 candidates have a revealed vote.", (3, 4, 5), 0),
        ("1 of 3 candidates have no revealed vote yet.", (3, 4), 1),
        ("0 of 3 candidates have no revealed vote yet.", (3, 4, 5), 1),
        ("All 3 candidates have a revealed vote.", (3, 4), 1),
        (f"All 3 candidates have a revealed vote. {FAILS}", (3, 4, 5), 2),
        ("All 3 candidates have a revealed vote. With fewer nobody is elected.", (3, 4, 5), 1),
        ("1 of 3 candidates has no revealed vote. A council of 2 needs 2 candidates with one.", (3, 4), 1),
    ],
)
def test_who_has_no_revealed_vote_is_told_plainly_and_without_alarm_where_enough_have_one(
    words: str, voted: tuple[int, ...], wrong_ones: int
) -> None:
    assert len(revealed(words, voted)) == wrong_ones


def exactly_enough(words: str, extra: int) -> list[str]:
    """Judge words a day before announcing ends, when three stand for two or three seats and exactly three are needed."""
    told = truth()
    told["rules"][0] |= {"extra_candidates": extra, "seats": 3 - extra}
    block = VOTING - 14_300
    text = f"3 candidates, exactly as many as needed (cycle 5)\n{words}\n{last('a candidacy', VOTING, block)}"
    return list(wrong_claims(said("discord", block, text), "few", History(told), Threads(), CONFIGURED))


@pytest.mark.parametrize(
    ("words", "extra", "names"),
    [
        ("Each candidate still needs a revealed vote: if one has none, nobody is elected.", 0, []),
        ("Each candidate still needs a revealed vote.", 1, ["each-needs"]),
        ("All of them need a revealed vote.", 1, ["each-needs"]),
        ("If one has none, nobody is elected.", 1, ["one-without"]),
        ("There are 3 candidates for 2 seats, and 1 of them can be without a revealed vote.", 1, []),
        ("There are 3 candidates for 2 seats, and 2 of them can be without a revealed vote.", 1, ["to-spare"]),
        ("1 of them can be without a revealed vote.", 0, ["to-spare"]),
    ],
)
def test_that_every_candidate_needs_a_vote_is_so_only_where_as_many_stand_as_there_are_seats(
    words: str, extra: int, names: list[str]
) -> None:
    found = exactly_enough(words, extra)
    assert [name for name in names if not any(f"({name})" in one for one in found)] == []
    assert len(found) == len(names)


ARRIVED = (
    "Of {candidacies} candidacies in the last {periods} announcing periods, {late} came in the last 24 hours and {three} in the last 72 "
    "(median about {median} before it, n = {n}). In {enough} of these periods there were enough only then."
)
PAST = {"candidacies": 9, "periods": 3, "late": 3, "three": 3, "median": "7 d 11 h", "n": 9, "enough": 3}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"enough": "none"},
        *({name: 4} for name in PAST if name != "median"),
        {"median": "7 d 13 h"},
        {"three": 6},
        {"median": "11 h 00 min"},
    ],
)
def test_how_candidacies_arrived_is_held_against_the_past(change: dict[str, object]) -> None:
    """In each of three periods two came long before the end, and one in its last 24 hours."""
    told = truth()
    for one in told["elections"][:3]:
        early = one["announcing_ends"] - 107_600
        one["candidacies"][0] |= {"announced": early}
        one["candidacies"][1] |= {"announced": early}
        one["candidacies"][2] |= {"announced": one["announcing_ends"] - 100}
    block = VOTING - 14_300
    words = ARRIVED.format(**{**PAST, **change})
    text = f"3 candidates, exactly as many as needed (cycle 5)\n{words}\n{last('a candidacy', VOTING, block)}"
    found = list(wrong_claims(said("discord", block, text), "few", History(told), Threads(), CONFIGURED))
    assert len(found) == (1 if change else 0), found


def test_periods_without_a_candidacy_are_periods_and_the_median_lies_halfway() -> None:
    told = truth()
    for one, announced in zip(told["elections"], ([200_000, 20_000], [100_000, 1_000], [], []), strict=False):
        ends = one["announcing_ends"]
        one["candidacies"] = [{**told["elections"][-1]["candidacies"][0], "announced": ends - at} for at in announced]
    past = told["elections"][:-1]
    assert len(past) > 2
    arrivals = Moment(History(told), VOTING - 100).arrivals
    assert (arrivals.periods, arrivals.candidacies) == (len(past), 4)
    assert arrivals.median == Fraction(60_000)


@pytest.mark.parametrize(
    ("stakes", "words", "wrongs"),
    [
        ((4, 2, 1, 1), "1.5", 0),
        ((4, 2, 1, 1), "1", 1),
        ((4, 2, 1, 1), "about 1.5", 1),
        ((4, 1.0000000001, 1, 1), "about 1", 0),
        ((4, 1.0000000001, 1, 1), "about 1.0000000001", 0),
        ((4, 1.0000000001, 1, 1), "1", 1),
        ((4, 1.0000000001, 1, 1), "about 1.02", 1),
        ((4, 1.234, 1.234, 1), "about 1.23", 0),
        ((4, 1.234, 1.234, 1), "1.23", 1),
        ((999_999, 284_570.96, 284_570.96, 1), "about 284571", 0),
        ((999_999, 284_570.96, 284_570.96, 1), "about 284572", 1),
        ((999_999, 284_571, 284_571, 1), "284571", 0),
    ],
)
def test_the_usual_stake_is_the_median_and_a_rounded_one_is_told_so(
    stakes: tuple[float, ...], words: str, wrongs: int
) -> None:
    told = truth()
    seated = list(told["elections"][:-1])
    extra = {**seated[0], "cycle": 0}
    told["elections"] = [extra, *told["elections"]][-5:] if len(seated) < 4 else told["elections"]
    for one, stake in zip([each for each in told["elections"] if each["cycle"] < 5], stakes, strict=True):
        one["outcome"] = "elected"
        base = round(stake * 10**10)
        one["candidacies"] = [{**each, "vote_stake": 0, "withdrawn": None} for each in one["candidacies"]]
        one["candidacies"][0]["vote_stake"] = base
    at = Moment(History(told), VOTING + 100)
    found = re.search(
        r"counted was (about )?([\d.]+) JOY in the middle \(median, n = (\d+)\)",
        f"counted was {words} JOY in the middle (median, n = 4)",
    )
    assert found is not None
    assert usual_is(found, at) == (not wrongs)


def test_of_a_failed_announcing_in_which_nobody_stood_no_candidacy_is_void_and_no_stake_is_left() -> None:
    words = STOOD.format(**{**TRUE, "stood": 3})
    both = "All candidacies of cycle 5 are void.\nThe stake of a candidacy of cycle 5 can be released.\n"
    assert wrong("too-few-candidates", f"{words}{both}", VOTING) == []
    nobody = restarted("too-few-candidates")
    failed = nobody.election(VOTING - 1)
    failed["candidacies"].clear()
    at = Moment(nobody, VOTING + 100)
    assert at.of_failed() is not None
    made = [(claim.name, claim.check(found, at)) for claim, found in read(both, CLAIMS)[0]]
    assert ("void", False) in made
    assert ("stakes-of-candidacies", False) in made


@pytest.mark.parametrize(("outcome", "wrongs"), [("too-few-candidates", 1), ("too-few-revealed", 0)])
def test_stakes_of_votes_are_told_of_only_where_votes_were_cast(outcome: str, wrongs: int) -> None:
    words = (STOOD if outcome == "too-few-candidates" else REVEALED).format(**TRUE)
    anew = VOTING if outcome == "too-few-candidates" else ELECTED
    both = "Stakes of candidacies and of votes of cycle 5 can be released."
    assert len(wrong(outcome, f"{words}{both}\n", anew)) == wrongs
    assert wrong(outcome, f"{words}The stake of a candidacy of cycle 5 can be released.\n", anew) == []


@pytest.mark.parametrize(
    ("words", "blocks", "fits"),
    [
        ("in 20 h 00 min", 12_000, True),
        ("in 20 h 00 min", 12_150, True),  # a quarter of an hour: within 5 min and a hundredth of it
        ("in 20 h 00 min", 12_300, False),
        ("in 20 h 00 min ± 12 min", 12_150, False),
        ("in 20 h 00 min ± 12 min", 12_100, True),
        ("in 59 min", 600, True),
        ("in 59 min", 700, False),
    ],
)
def test_a_time_left_is_held_against_its_blocks_with_and_without_a_band(words: str, blocks: int, *, fits: bool) -> None:
    found = re.search(LEFT, words)
    assert found is not None
    assert time_left_fits(found, blocks) == fits
