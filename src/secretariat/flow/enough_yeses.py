"""Enough yeses: whether a text has those that it needs now, and texts that came to have them with no other yes given.

What is needed changes with the mandate and the settings, while a text waits for a yes and while it waits to be sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from secretariat.desk.acts import Act
from secretariat.desk.approvals import lapsed, missing, text_to_sign, why_ended, why_second
from secretariat.desk.draft_states import yeses
from secretariat.desk.drafts import Draft, DraftState
from secretariat.desk.outbox import Item
from secretariat.facts.desk_decisions import Approval
from secretariat.facts.mandates import is_acting
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.flow.context import Context
from secretariat.flow.desk_state import DeskState, mandates_now, standing_now
from secretariat.flow.people import desk_settings
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.queued import queue_complete


@dataclass(frozen=True, kw_only=True, slots=True)
class Needed:
    """Which yes a text lacks, and what a second person's wallet signs; or that it has every one and is not on its way yet. Else empty."""

    lacks: str = ""
    to_sign: str = ""
    complete: str = ""


NOTHING_NEEDED = Needed()


def needed(draft: Draft, state: DraftState, given: Sequence[Approval], why_two: str, block: int | None) -> Needed:
    """Tell what a draft's newest text needs in its state; of what is on its way, only where it is held for a second yes."""
    lacks = missing(given, why_two)
    if state in ("open", "approved"):
        is_complete = state == "approved" and not lacks and not lapsed(draft, block)
        return Needed(
            lacks=lacks,
            to_sign=text_to_sign(draft) if why_two else "",
            complete="it has every yes it needs; the next review puts it on its way" if is_complete else "",
        )
    if state in ("queued", "signing") and why_two and lacks:
        return Needed(lacks=lacks, to_sign=text_to_sign(draft))
    return NOTHING_NEEDED


def why_second_now(context: Context, connection: Connection, act: Act, now: Now) -> str:
    """Say why an act needs a second yes by the settings and mandates as they are; empty where one is enough."""
    acting = is_acting(mandates_now(connection), now.block)
    return why_second(act, desk_settings(context).second, acting=acting)


def still_lacks(context: Context, connection: Connection, item: Item, now: Now) -> str:
    """Say which yes an item on its way lacks, since a second one came to be needed after it was approved; empty for none."""
    why_two = why_second_now(context, connection, item.act, now)
    if not why_two:
        return ""
    approved = (item.draft, item.revision, item.digest)
    given = desk_decisions(connection, Approval)
    return missing([yes for yes in given if (yes.draft, yes.revision, yes.digest) == approved], why_two)


def put_on_their_way(
    context: Context, connection: Connection, desk: DeskState, now: Now, at: Moment
) -> tuple[tuple[str, str], ...]:
    """Put on their way the texts that people said yes to and that need no other yes any more; gives each with its item's name.

    A yes counts as it was given: that the person has another role since, or left, changes nothing about it.
    """
    waiting = [known.draft for known in desk.drafts if desk.state(known) == "approved"]
    if not waiting:
        return ()
    standing, done = standing_now(connection, now), []
    for draft in waiting:
        given = yeses(draft, desk.decided)
        if lapsed(draft, now.block) or why_ended(given, standing):
            continue
        if not missing(given, why_second_now(context, connection, draft.act, now)):
            done.append((draft.name, f"o{queue_complete(connection, draft, at=at)}"))
    return tuple(done)
