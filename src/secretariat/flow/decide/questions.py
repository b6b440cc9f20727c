"""What a person of the desk decides about a question on the forum: it needs no answer, or it waits for one again."""

import re

from sqlalchemy import Connection

from secretariat.facts.chain_proposals import DiscussionPost
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.live_forum import LivePost
from secretariat.facts.questions import QuestionDismissed, Where, dismissed_now
from secretariat.flow.context import Context
from secretariat.flow.decide.refusals import LARGEST_MEMBER, DecisionRefused, reason, reason_if_any, within
from secretariat.flow.people import acting_person
from secretariat.store.desk_journal import append_decision, desk_decisions
from secretariat.store.engine import writing
from secretariat.store.facts import records_in_parts

_NAME = re.compile(r"([pq])(0|[1-9][0-9]{0,19})", re.ASCII)
_WHERE: dict[str, Where] = {"p": "thread", "q": "proposal"}
_KIND = {"thread": LivePost.KIND, "proposal": DiscussionPost.KIND}


def dismiss(context: Context, name: str, *, why: str) -> str:
    """Note that a post's question needs no answer; it stays so at every review. Gives what was done in a sentence.

    Raises DecisionRefused for a name that is none, a post that is not known or asks nothing, one that is dismissed already, and without a
    reason.
    """
    person = acting_person(context, "note")
    where, post = _named(name)
    because = reason(why)
    with writing(context.engine) as connection:
        _is_known(connection, where, post, name)
        if (where, post) in dismissed_now(desk_decisions(connection, QuestionDismissed)):
            raise DecisionRefused(f"The question in {name} is dismissed already. Nothing was changed.")
        taken = Taken(at=context.machine_now(), person=person.name, why=because)
        append_decision(connection, QuestionDismissed(taken=taken, where=where, post=post))
    return f"The question in {name} is dismissed; it is off the desk with the next review, and stays so."


def reopen(context: Context, name: str, *, why: str = "") -> str:
    """Note that a question waits for an answer again. Raises DecisionRefused for one that is not dismissed."""
    person = acting_person(context, "note")
    where, post = _named(name)
    because = reason_if_any(why)
    with writing(context.engine) as connection:
        if (where, post) not in dismissed_now(desk_decisions(connection, QuestionDismissed)):
            raise DecisionRefused(f"The question in {name} is not dismissed. Nothing was changed.")
        taken = Taken(at=context.machine_now(), person=person.name, why=because)
        append_decision(connection, QuestionDismissed(taken=taken, where=where, post=post, dismissed=False))
    return f"The question in {name} waits for an answer again."


def _named(name: str) -> tuple[Where, int]:
    found = _NAME.fullmatch(name.strip().lower())
    if found is None:
        raise DecisionRefused(
            f"{name[:40]!r} names no post: p45 is post 45 of the forum, q45 post 45 of the proposals' discussions. Nothing was changed."
        )
    within(int(found[2]), LARGEST_MEMBER, "A post's number")
    return _WHERE[found[1]], int(found[2])


def _is_known(connection: Connection, where: Where, post: int, name: str) -> None:
    records = [one for part in records_in_parts(connection, _KIND[where], [str(post)]) for one in part]
    if not records:
        raise DecisionRefused(
            f"The post {name} is not known. Run `secretariat sync`, and look at its number. Nothing was changed."
        )
