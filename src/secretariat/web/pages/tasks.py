"""Tasks and alerts: what is open and when it is due, one of them with its evidence and history, and putting it aside."""

from datetime import datetime, timedelta
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from secretariat.desk.shown import ShownDue
from secretariat.facts.now import Now
from secretariat.flow import ask_desk
from secretariat.flow.decide import findings as decide
from secretariat.web.forms import Fields, reading, sending, text
from secretariat.web.site import Here


@get("/tasks", sync_to_thread=True)
def tasks(site: Here, request: Request[Any, Any, Any], all: FromQuery[bool] = False) -> Response[Any]:
    """List what is open, first what is due first; with ``all`` also what is closed or put aside."""
    visit = reading(site, request)
    found = ask_desk.tasks(visit.context, everything=all)
    return visit.page("tasks", now=found.now, tasks=found.tasks, everything=all)


@get("/tasks/{name:str}", sync_to_thread=True)
def task(site: Here, request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any]:
    """Show one task or alert: why it is there, what it rests on, its drafts and what people decided."""
    visit = reading(site, request)
    found = ask_desk.item(visit.context, name if name.startswith("t") else f"t{name}")
    if site.tour and found.task and found.task.evidence:
        site.tour.see("evidence", visit.visitor.person.name)
    examples = _examples(found.now, found.task.due if found.task else None)
    return visit.page("task", now=found.now, task=found.task, history=found.history, examples=examples)


ASIDE_BLOCKS, ASIDE = 1_200, timedelta(days=1)
"""For so long the examples of the form put something aside."""


def _examples(now: Now, due: ShownDue | None) -> tuple[str, str]:
    """Give a block and a time, by the council's clock, until which something could be put aside; neither after it is due."""
    at = datetime.fromisoformat(now.at) + ASIDE
    block = None if now.block is None else now.block + ASIDE_BLOCKS
    if due is not None and not due.passed:
        if ends := due.earliest or due.at:
            at = min(at, datetime.fromisoformat(ends))
        if block is not None and due.block is not None:
            block = min(block, due.block)
    return ("" if block is None else str(block)), f"{at:%Y-%m-%dT%H:%M}"


@post("/tasks/{name:str}/snooze", sync_to_thread=True)
def snooze(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Put a task aside until a block or a moment, with a reason."""
    visit = sending(site, request, data, "snooze")
    until = text(data, "until").strip()
    return visit.back(f"/tasks/{name}", decide.snooze(visit.context, name, until=until, why=text(data, "why")))
