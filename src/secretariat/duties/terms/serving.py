"""Who is willing to serve in our words, and how far the proposals are that elect one of them."""

from collections.abc import Iterable

from secretariat.desk.filling import fill
from secretariat.desk.findings import Entry
from secretariat.desk.marks import left_to, time_of
from secretariat.desk.neutrality.order import drawn
from secretariat.desk.saying import member_name
from secretariat.duties.terms.eligibility import eligibility
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.threads import place_of, thread_of
from secretariat.duties.terms.view import View
from secretariat.facts.electing_secretary import IN_TIME_BLOCKS, Electing, electing
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.memberships import handles_of
from secretariat.facts.records import Stated
from secretariat.facts.secretary_decisions import Willing

CALL_BLOCKS = 7_200
"""So many blocks after the term's first one people say whether they are willing; if nobody has, it is an alert (row C1)."""


def limit(view: View) -> int:
    """Give the last block in which an approval is in time."""
    return view.first + IN_TIME_BLOCKS


def call_last(view: View) -> int:
    """Give the block until which the call asks people to say that they are willing."""
    return view.first + CALL_BLOCKS


def call_thread(view: View) -> Stated[LiveThread] | None:
    """Find the thread in which people say that they are willing."""
    return thread_of(view, "call", view.council, view.first)


def figures(view: View) -> dict[str, str]:
    """Give the figures of the texts; what is unknown is empty, and the sentence about it is left out."""
    return {
        "council": str(view.council),
        "call_last": f"{call_last(view):,}",
        "call_last_time": time_of(call_last(view)),
        "limit": f"{limit(view):,}",
        "limit_time": time_of(limit(view)),
        "left": left_to(limit(view)),
        "thread": place_of(view, call_thread(view)),
        "role": view.settings.role_link,
        "eligibility": eligibility(view),
    }


def entries(view: View, willing: Iterable[Willing]) -> tuple[Entry, ...]:
    """Give an entry for each who is willing, in the order drawn for this term; none without the chain's genesis.

    The deputy is told where each of them has named one: else one would have more said about them than another.
    """
    found, handles = tuple(willing), handles_of(view.snapshot)
    if not view.seed:
        return ()
    with_deputies = all(one.deputy_id is not None for one in found)
    made = []
    for one in drawn(found, view.seed, lambda each: str(each.member_id)):
        name = member_name(one.member_id, handles.get(one.member_id))
        deputy = f", deputy: member id {one.deputy_id}" if with_deputies else ""
        made.append(Entry(subject=str(one.member_id), name=name, text=f"- {name} (member id {one.member_id}){deputy}"))
    return tuple(made)


def order(view: View) -> str:
    """Say how the order was drawn."""
    return fill(template("order"), {"seed": view.seed})


def proposals(view: View) -> tuple[Electing, ...]:
    """Give the proposals noted as electing the secretary of this term, the furthest one first."""
    found = [electing(view.snapshot, number) for number, one in view.noted.items() if one.elects]
    ranks = {"executed": 0, "approved": 1, "created": 2, "not known": 3, "rejected": 4}
    return tuple(sorted(found, key=lambda one: (ranks[one.how], one.approved or one.at or 0, one.number)))


def is_settled(view: View) -> bool:
    """Tell whether a proposal that elects the secretary is approved: nobody needs to be asked any more."""
    return any(one.how in ("approved", "executed") for one in proposals(view))
