"""Every count that our texts about elections say is read by the judge, also none and one: else a right message is called wrong."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import pytest

from secretariat.cli.term.judge.checks import number
from secretariat.cli.term.judge.claiming import read
from secretariat.cli.term.judge.claims import CLAIMS, QUESTIONS, wrong_claims
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.occasions import Threads
from secretariat.desk.filling import fill
from secretariat.desk.neutrality.lexicon import worded
from secretariat.desk.saying import count
from secretariat.duties.elections.saying import cast_with, of_needed, of_size, stand, to_fill, without_vote
from secretariat.duties.elections.texts import NAMES, template
from tests.demo.term.invented import CONFIGURED, REVEALING, STAKE, VOTING, last, said, truth

Values = Callable[[int], Mapping[str, str]]
CANDIDACIES = ("candidacy", "candidacies")

BEFORE = {"failed_cycle": "5", "with_votes": "7", "stood": stand(8), "cast": count(9, "vote"), "revealed": "6"}

COUNTS: list[tuple[str, Values, str, int]] = [
    ("announcing", lambda n: {"to_fill": to_fill(n)}, "seats", 1),
    ("announcing", of_needed, "least", 1),
    ("introductions", lambda n: {"to_fill": to_fill(n)}, "seats", 1),
    ("introductions", of_needed, "least", 1),
    ("low-candidacy", lambda n: {"stand": stand(n)}, "stand", 1),
    ("low-candidacy", of_needed, "needed", 1),
    ("late-withdrawal", lambda n: {"stand": stand(n)}, "stand", 1),
    ("late-withdrawal", of_needed, "needed", 1),
    ("uncontested", lambda n: {"stand": stand(n)}, "stand", 1),
    ("votes-to-spare", lambda n: {"stand": stand(n), "seats": count(1, "seat")}, "for-seats", 1),
    ("votes-to-spare", lambda n: {"stand": stand(3), "seats": count(n, "seat")}, "for-seats", 2),
    ("votes-to-spare", lambda n: {"stand": stand(3), "seats": count(1, "seat"), "spare": str(n)}, "to-spare", 1),
    ("voting", lambda n: {"stand": stand(n), "seats": count(1, "seat")}, "for-seats", 1),
    ("voting", lambda n: {"stand": stand(3), "seats": count(n, "seat")}, "for-seats", 2),
    ("revealing", of_size, "with-one", 1),
    ("too-few-yet", of_size, "council-needs", 2),
    ("thin-stake", lambda n: {"cast": cast_with(n, STAKE)}, "thin-votes", 1),
    ("thin-stake", lambda n: {"elections": count(n, "election")}, "thin-past", 1),
    ("unrevealed", lambda n: {"not_revealed": f"{count(n, 'vote')} of 3"}, "unrevealed", 1),
    ("unrevealed", lambda n: {"not_revealed": f"{count(0, 'vote')} of {n}"}, "unrevealed", 2),
    ("unrevealed", lambda n: {"without": without_vote(0, n)}, "without", 1),
    ("unrevealed", lambda n: {"without": without_vote(n + 1, 9)}, "without+1", 1),
    ("unrevealed", lambda n: {"without": without_vote(1, n + 1)}, "without+1", 2),
    ("why-announcing", lambda n: {"stood": stand(n), "needed_are": "3 are needed"}, "failed-stood", 1),
    ("why-announcing", lambda n: {"stood": stand(3), **of_needed(n)}, "failed-stood", 2),
    ("why-announcing", lambda n: {"withdrew": count(n, "candidate")}, "failed-withdrew", 1),
    ("why-reveal", lambda n: {"with_votes": str(n), "stood": stand(3)}, "failed-reveal", 1),
    ("why-reveal", lambda n: {"with_votes": "0", "stood": stand(n)}, "failed-reveal", 2),
    ("why-reveal", of_size, "council-size", 2),
    ("why-reveal", lambda n: {"cast": count(n, "vote"), "revealed": "0"}, "failed-votes", 1),
    ("why-reveal", lambda n: {"cast": count(3, "vote"), "revealed": str(n)}, "failed-votes", 2),
    ("earlier-announcing", lambda n: {**BEFORE, "stood": stand(n)}, "earlier", 2),
    ("earlier-reveal", lambda n: {**BEFORE, "with_votes": str(n)}, "earlier", 2),
    ("earlier-reveal", lambda n: {**BEFORE, "stood": stand(n)}, "earlier", 3),
    ("earlier-reveal", lambda n: {**BEFORE, "cast": count(n, "vote")}, "earlier", 4),
    ("earlier-reveal", lambda n: {**BEFORE, "revealed": str(n)}, "earlier", 5),
    ("arrivals", lambda n: {"candidacies": count(n, *CANDIDACIES), "periods": "2 announcing periods"}, "arrivals", 1),
    ("arrivals", lambda n: {"candidacies": "2 candidacies", "periods": count(n, "announcing period")}, "arrivals", 2),
    ("arrivals", lambda n: {"late_ones": f"{n} came in the last 24 hours"}, "arrivals-late", 1),
    ("arrivals", lambda n: {"late_ones": f"none came in the last 24 hours and {n} in the last 72"}, "arrivals-three-days", 1),
    ("arrivals", lambda n: {"reached_late": str(n or "none")}, "arrivals-enough", 1),
    ("questions", of_needed, "least", 1),
    ("questions", of_size, "most", 1),
]  # fmt: skip


def words_of(name: str, values: Values, many: int) -> str:
    """Fill a text with so many."""
    return fill(template(name), defaultdict(lambda: "…", values(many)))


@pytest.mark.parametrize("many", [0, 1, 2])
@pytest.mark.parametrize(("name", "values", "claim", "group"), COUNTS)
def test_the_judge_reads_each_count_of_our_texts(name: str, values: Values, claim: str, group: int, many: int) -> None:
    """``+1`` marks a count that is said from one on only."""
    claim, _, more = claim.partition("+")
    words = words_of(name, values, many)
    words = words[:1].upper() + words[1:]
    made, _ = read(words.replace("**", ""), (*QUESTIONS, *CLAIMS) if name == "questions" else CLAIMS)
    read_as = [number(found[group]) for one, found in made if one.name == claim and found.re.groups >= group]
    assert many + int(more or 0) in read_as, (words, [(one.name, found[0]) for one, found in made])


@pytest.mark.parametrize("many", [0, 1, 2])
@pytest.mark.parametrize(("name", "values"), [(name, values) for name, values, *_ in COUNTS])
def test_no_count_makes_words_that_are_not_neutral(name: str, values: Values, many: int) -> None:
    """Else nobody could approve them."""
    assert worded(words_of(name, values, many), ()) == ()


PLAIN = frozenset(
    [
        "age",
        "all-void",
        "benefits",
        "benefits-heading",
        "candidates",
        "checklist",
        "earlier-failed",
        "elected",
        "failed",
        "nobody-stood",
        "order",
        "reminder-revealing",
        "reminder-voting",
        "stakes-of-both",
        "stakes-of-candidacies",
        "uncontested-voting",
        "votes-for-each",
    ]
)
"""Texts without a count of candidates, seats or votes; ``failed`` has them in its parts."""


def test_no_text_is_left_out_of_the_table() -> None:
    assert {name for name, *_ in COUNTS} == set(NAMES) - PLAIN


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("revealing", of_size(1), "1 candidate with a revealed vote is needed"),
        ("revealing", of_size(3), "3 candidates with a revealed vote are needed"),
        ("too-few-yet", of_size(1), "A council of 1 needs 1 candidate with a revealed vote"),
        ("why-reveal", of_size(1), "A council of 1 needs 1 such candidate, so"),
        ("questions", of_size(1), "The 1 candidate with the most revealed stake is elected; if none of the candidates has"),
        ("questions", of_size(3), "The 3 candidates with the most revealed stake are elected; if fewer than 3 candidates have"),
        ("questions", of_needed(1), "At least 1 is needed at its end"),
        ("low-candidacy", of_needed(1), "If nobody stands when announcing ends"),
        ("why-announcing", of_needed(1), "and 1 is needed."),
        ("unrevealed", {"without": without_vote(0, 1)}, "The 1 candidate has a revealed vote."),
    ],
)  # fmt: skip
def test_one_seat_has_words_of_its_own(name: str, values: Mapping[str, str], words: str) -> None:
    assert words in fill(template(name), defaultdict(lambda: "…", values))


@pytest.mark.parametrize(("votes", "wrongs"), [(0, 0), (1, 1)])
def test_that_nobody_has_voted_is_right_where_it_is_so(votes: int, wrongs: int) -> None:
    told = truth()
    cast = told["elections"][-1]["votes"]
    told["elections"][-1]["votes"] = dict(list(cast.items())[:votes])
    block = REVEALING - 14_000
    values = {
        "cycle": "5",
        "cast": cast_with(0, 0),
        "elections": "3 elections",
        "median": "100 JOY",
        "elections_count": "3",
        "last_block": "",
        "last_time": "",
        "left": "",
    }
    text = f"{fill(template('thin-stake'), values)}\n{last('a vote', REVEALING, block)}"
    assert "No vote has been cast so far." in text
    assert block > VOTING + 400
    found = list(wrong_claims(said("discord", block, text), "thin", History(told), Threads(), CONFIGURED))
    assert len(found) == wrongs, found
