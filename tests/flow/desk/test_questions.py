"""What is decided about questions: read back by the duty, or refused with nothing changed."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from secretariat.duties.forum import DUTY
from secretariat.errors import SecretariatError
from secretariat.flow.conclude import facts_of
from secretariat.flow.decide import questions
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.open_forum import open_forum
from secretariat.store.engine import reading, writing
from secretariat.store.live_rows import put_records
from tests.duties.forum.invented import Post, World, proposal
from tests.flow.desk.desk import HEAD, Desk, everything
from tests.flow.desk.test_decide import actions
from tests.flow.desk.test_secretary import made

__all__ = ["made"]

DAY = 14_400
ASKED = Post(author=12, block=HEAD - DAY, text="Where is the salt kept?")
WORLD = World(
    head=HEAD,
    threads={7: ("Salt of votes", 1, (ASKED,))},
    proposals=(proposal(4, "Captions", block=HEAD - 2 * DAY),),
    discussions={4: (ASKED,)},
)


@pytest.fixture
def asked(made: Desk) -> Desk:
    """Give the desk with a question on the forum, and one in a proposal's discussion."""
    with writing(made.engine) as connection:
        put_records(connection, "query-node/invented", "query-node", WORLD.records())
    return made


def states(desk: Desk) -> dict[str, str]:
    return {one.name: one.state for one in open_forum(desk.context).questions}


def test_a_dismissed_question_stays_so_until_it_is_opened_again(asked: Desk) -> None:
    assert states(asked) == {"p70": "unanswered", "q40": "unanswered"}
    said = questions.dismiss(asked.context, "p70", why="A remark.")
    assert said == "The question in p70 is dismissed; it is off the desk with the next review, and stays so."
    assert states(asked) == {"p70": "dismissed", "q40": "unanswered"}
    questions.reopen(asked.context, "P70", why="It was none.")
    questions.dismiss(asked.context, "q40", why="Answered in a call.")
    assert states(asked) == {"p70": "unanswered", "q40": "dismissed"}
    assert [(action, subject) for _, action, subject in actions(asked)] == [
        ("question.dismiss", "p70"),
        ("question.dismiss", "p70"),
        ("question.dismiss", "q40"),
    ]
    with reading(asked.engine) as connection:
        decided = facts_of(connection, DUTY).by_kind["question-dismissed"]
    assert [one.fact.dismissed for one in decided] == [True, False, True]


Do = Callable[[Desk], object]
WRONG: dict[str, tuple[Do, str]] = {
    "no name": (lambda d: questions.dismiss(d.context, "70", why="x"), "names no post"),
    "no such post": (lambda d: questions.dismiss(d.context, "p71", why="x"), "p71 is not known"),
    "not in a discussion": (lambda d: questions.dismiss(d.context, "q70", why="x"), "q70 is not known"),
    "too large": (lambda d: questions.dismiss(d.context, "p99999999999999999999", why="x"), "A post's number is"),
    "no reason": (lambda d: questions.dismiss(d.context, "p70", why=" "), "Say why"),
    "open already": (lambda d: questions.reopen(d.context, "p70"), "is not dismissed"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_decided_is_refused_in_a_sentence_and_changes_nothing(asked: Desk, name: str) -> None:
    do, words = WRONG[name]
    before = everything(asked.context)
    with pytest.raises(DecisionRefused, match=words) as refused:
        do(asked)
    assert "\n" not in str(refused.value)
    assert everything(asked.context) == before


def test_a_second_dismissal_is_refused(asked: Desk) -> None:
    questions.dismiss(asked.context, "p70", why="x")
    with pytest.raises(DecisionRefused, match="is dismissed already"):
        questions.dismiss(asked.context, "p70", why="y")


def test_who_only_reads_dismisses_nothing(asked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "cora")
    with pytest.raises(SecretariatError, match="may not note"):
        questions.dismiss(asked.context, "p70", why="x")


def test_the_contract_names_every_key_of_the_list(asked: Desk) -> None:
    page = (Path(__file__).parents[3] / "docs" / "contracts" / "desk.md").read_text(encoding="utf-8")
    told = page.split("## secretariat.questions/1")[1].split("\n## ")[0]
    keys = asdict(open_forum(asked.context).questions[0])
    assert [key for key in keys if f"`{key}`" not in told] == []
