"""The rule about questions that nobody has answered for a day, in threads and in proposals' discussions alike (row B8)."""

from collections.abc import Iterator

from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.quoting import quoted
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.duties.forum.questions import LONGEST_TITLE, LOOKED_BACK, WAITS_BLOCKS, Question, waiting
from secretariat.duties.forum.texts import template
from secretariat.duties.forum.view import View
from secretariat.duties.forum.wanting import to_everybody
from secretariat.facts.records import QUERY_NODE


def unanswered(view: View) -> Iterator[Finding]:
    """Conclude each question that has waited for a day: answer it, let others answer it, or dismiss it."""
    for one in waiting(view):
        yield _finding(view, one)


def place_of(view: View, question: Question) -> str:
    """Say where a question is."""
    if question.where == "thread":
        return view.place_of_thread(question.number)
    return view.place_of_proposal(question.number)


def asked_in(proposal: int | None) -> str:
    """Say where something was asked, before the title: in a thread, or in the discussion of a proposal."""
    return "the thread" if proposal is None else f"the discussion of proposal {proposal},"


def _finding(view: View, one: Question) -> Finding:
    values = {
        "place": asked_in(None if one.where == "thread" else one.number),
        "title": quoted(one.title, LONGEST_TITLE),
        "asked": view.when(one.block, one.record.fact.created_at),
        "where": place_of(view, one),
    }
    called = f"thread {one.number}" if one.where == "thread" else f"the discussion of proposal {one.number}"
    return Finding(
        key=f"forum/unanswered/{one.subject}",
        title=f"A question in {called} has no answer after a day",
        why=f"Member {one.author} asks in post {one.post}: “{one.asks}” ({one.title}). No other member has answered there since block "
        f"{one.block:,}. If it needs no answer: secretariat question dismiss {one.name} --why TEXT",
        audience="public",
        due=Due(what="two days after it was asked", block=one.block + WAITS_BLOCKS + DAY_BLOCKS),
        evidence=(Evidence(says=f"post {one.post} asks: “{one.asks}”", source=one.record.source),),
        wanted=to_everybody(view, template("question"), values, until=one.block + LOOKED_BACK),
        needs=(QUERY_NODE,),
    )
