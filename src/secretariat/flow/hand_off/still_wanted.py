"""Whether an act for the chain is still wanted: by the desk's facts, and by the block that is final now."""

from datetime import datetime

from secretariat.desk.hand_off import HandOffRefused
from secretariat.flow.context import Context
from secretariat.flow.deliver import Look
from secretariat.flow.look import Looking
from secretariat.store import desk as store_desk
from secretariat.store import hand_off as items
from secretariat.store import outbox
from secretariat.store.engine import reading, writing
from secretariat.store.hand_off import Handed


def check_wanted(context: Context, item: Handed, final: int) -> str:
    """Make sure that an item is still wanted, before a wallet is asked and before what it signed counts.

    The duties conclude anew from the facts of the desk, as before a message is sent; ``final`` is the newest finalised block. What is not
    wanted any more is withdrawn, and the next review drafts it anew where other words are wanted. Words that are not neutral now, and a
    person's own words since which the facts have changed, are not signed before that person decides. While a source is silent nothing is
    known to have changed, and who signs has the words in sight: gives what to tell them then, empty otherwise. Raises HandOffRefused with why.
    """
    why = why_gone(context, item, final)
    seen = Look(verdict="withdraw", why=why) if why else _looked(context, item)
    if seen.verdict == "withdraw":
        withdraw(context, item, seen.why)
        raise HandOffRefused(
            f"{item.name} is not wanted any more: {seen.why}. It is withdrawn, nothing was sent, and no fee is paid. Where other words are "
            "wanted, the next review drafts them."
        )
    if seen.verdict == "send":
        return ""
    if not seen.silent:
        raise HandOffRefused(f"{item.name} cannot be signed now: {seen.why}. Nothing was sent.")
    return f"Nobody knows now whether it is still wanted: {seen.why}."


def why_gone(context: Context, item: Handed, final: int) -> str:
    """Say why an item is gone by what the desk knows already and by the newest finalised block; empty where it is not.

    A transaction comes into a block after the finalised one: where that is the last at which the act makes sense, it is too late.
    """
    with reading(context.engine) as connection:
        known = next(iter(store_desk.drafts_numbered(connection, [item.draft])), None)
        findings = () if known is None else store_desk.findings_numbered(connection, [known.draft.finding])
    if known is None or known.withdrawn_at is not None or any(one.closed_at is not None for one in findings):
        return "its reason is gone"
    until = known.draft.wanted.until
    if until is not None and final >= until:
        return f"it makes sense until block {until:,}, and block {final:,} is final"
    return ""


def _looked(context: Context, item: Handed) -> Look:
    """Look at the item as before a message is sent."""
    from secretariat.duties.register import DUTIES  # importing all duties takes most of a second

    with reading(context.engine) as connection:
        whole = outbox.item_at(connection, item.number)
    look = Looking(context=context, duties=DUTIES, machine=lambda: datetime.fromisoformat(context.machine_now()))
    return Look(verdict="withdraw", why="its reason is gone") if whole is None else look(whole)


def withdraw(context: Context, item: Handed, why: str) -> None:
    """Take an item back that no node ever had, with the request or the signature it has."""
    with writing(context.engine) as connection:
        if not items.take_back(connection, item, why=why, at=context.machine_now()):
            raise HandOffRefused(f"{item.name} changed meanwhile; ask again. Nothing was sent.")
