"""People in our words: candidates and council members in the drawn order, each with the same words."""

from collections.abc import Iterable, Sequence

from secretariat.desk.filling import fill
from secretariat.desk.findings import Entry
from secretariat.desk.neutrality.order import drawn
from secretariat.desk.saying import member_name
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.view import View
from secretariat.facts.memberships import handles_of


def entries(view: View, members: Iterable[int]) -> tuple[Entry, ...]:
    """Give an entry for each member, in the order drawn for this cycle; none without the chain's genesis."""
    if not view.seed:
        return ()
    handles = handles_of(view.snapshot)
    found = []
    for member in drawn(sorted(set(members)), view.seed, str):
        name = member_name(member, handles.get(member))
        found.append(Entry(subject=str(member), name=name, text=f"- {name} (member id {member})"))
    return tuple(found)


def lines(listed: Iterable[Entry]) -> str:
    """Write the entries one a line."""
    return "\n".join(entry.text for entry in listed)


def listed_as(listed: Sequence[Entry], what: str) -> str:
    """Say what a list is of, ``The candidates, in an order that was drawn``; of one nothing was drawn: ``The candidate``."""
    return what if len(listed) == 1 else f"{what}s, in an order that was drawn"


def order(view: View, listed: Sequence[Entry]) -> str:
    """Say how the order was drawn; empty where there is none, of one."""
    return "" if len(listed) < 2 else fill(template("order"), {"seed": view.seed})
