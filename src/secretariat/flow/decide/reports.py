"""What a person of the desk notes about a report of the reporting cycle: received, announced late, excused."""

from sqlalchemy import Connection

from secretariat.facts.desk_decisions import Taken
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.live_groups import GROUP_NAMES, name_of_group
from secretariat.facts.report_threads import thread_wrong
from secretariat.facts.reporting_cycle import (
    MOST_LATE_BLOCKS,
    REPORTS,
    WINDOWS,
    How,
    Report,
    ReportNoted,
    announced_until,
    last_noted,
    lateness,
)
from secretariat.facts.stored_groups import StoredGroup
from secretariat.flow.context import Context
from secretariat.flow.decide.in_office import in_office_now
from secretariat.flow.decide.refusals import DecisionRefused, reason, reason_if_any
from secretariat.flow.now import now_of
from secretariat.flow.people import acting_person
from secretariat.store.desk_journal import append_decision, desk_decisions
from secretariat.store.engine import writing
from secretariat.store.facts import load_records, records_in_parts


def note(
    context: Context,
    report: str,
    how: How,
    *,
    group: str = "",
    thread: int | None = None,
    until: int | None = None,
    told: int | None = None,
    why: str = "",
) -> str:
    """Note how a report of the present term's cycle stands; gives what was done in a sentence.

    ``told`` is the block by which a delay was told of, the present one unless given. Raises DecisionRefused for another report or group than there
    is, for a thread that is not known or cannot hold a report of the term, for a late report later than a day after its due block, or told of after
    it, and without a reason where it is late or excused; NotKnown where the council in office is not known.
    """
    person = acting_person(context, "note")
    kind = _report(report)
    because = reason_if_any(why) if how == "received" else reason(why)
    with writing(context.engine) as connection:
        office = in_office_now(context, connection)
        group = _group(connection, kind, group)
        due = office.first + WINDOWS[kind].due
        opened = _holds(connection, thread, office.first)
        block = now_of(context, connection).block
        told = (
            None if until is None else _told_by(told, until, block, due, f"{kind} --group {group}" if group else kind)
        )
        noted = desk_decisions(connection, ReportNoted)
        decision = ReportNoted(
            taken=Taken(at=context.machine_now(), person=person.name, why=because),
            council=office.number,
            report=kind,
            how=how,
            group=group,
            thread=thread,
            until=until,
            block=block,
            told=told,
        )
        append_decision(connection, decision)
    return _done(decision, noted, opened, due)


def _done(decision: ReportNoted, before: tuple[ReportNoted, ...], opened: int | None, due: int) -> str:
    """Say how the report is noted now, with what was noted ``before``."""
    of = f" of {name_of_group(decision.group)}" if decision.group else ""
    which = (decision.council, decision.report, decision.group, due)
    how = "announced late" if decision.how == "late" else decision.how
    late = _late(opened, due, announced_until(before, *which))
    stays = _stays(decision, last_noted(before, *which))
    return f"The {decision.report}{of} due in the term of council {decision.council} is noted as {how}{late}.{stays}"


def _stays(decision: ReportNoted, before: ReportNoted | None) -> str:
    """Say what a delay that is noted afterwards does not take back."""
    if decision.how != "late" or before is None or before.how == "late":
        return ""
    where = "" if before.thread is None else f" in thread {before.thread}"
    return f" It was noted as {before.how}{where} before, and stays so."


def _late(opened: int | None, due: int, announced: int | None) -> str:
    said = "" if opened is None else lateness(opened, due, announced)
    return f", {said}: its thread was opened in block {opened:,}, due was {due:,}" if said else ""


def _holds(connection: Connection, number: int | None, first: int) -> int | None:
    """Give the block in which a thread was opened; None without a thread.

    Raises DecisionRefused for one that is not known, or that cannot hold a report of a term that began in block ``first``.
    """
    if number is None:
        return None
    parts = records_in_parts(connection, LiveThread.KIND, [str(number)])
    facts = [record.fact for part in parts for record in part]
    thread = next((fact for fact in facts if isinstance(fact, LiveThread)), None)
    if thread is None:
        raise DecisionRefused(
            f"The thread {number} is not known. Run `secretariat sync`, and look at its number. Nothing was changed."
        )
    if wrong := thread_wrong(thread, first):
        raise DecisionRefused(
            f"Thread {number} cannot hold a report of this term: {wrong}. Look at its number. Nothing was changed."
        )
    return thread.created_block


def _fits(until: int, due: int) -> None:
    """Raise DecisionRefused for a later block that cannot be announced."""
    if not due < until <= due + MOST_LATE_BLOCKS:
        raise DecisionRefused(
            f"It is due in block {due:,}; announced late it comes after that and by block {due + MOST_LATE_BLOCKS:,}. "
            "Nothing was changed."
        )


def _told_by(told: int | None, until: int, block: int | None, due: int, report: str) -> int | None:
    """Give the block by which a delay ``until`` another was told of: the present one unless given; ``report`` as a command names it.

    Raises DecisionRefused for one that is to come, and for one after the due block: the council's rule grants a delay to who tells in advance.
    """
    _fits(until, due)
    if told is not None and block is not None and told > block:
        raise DecisionRefused(
            f"Block {told:,} is still to come, and {block:,} the present one; give --told the block by which they told of it. "
            "Nothing was changed."
        )
    by = block if told is None else told
    if by is not None and by > due:
        raise DecisionRefused(
            f"It was due in block {due:,}, and a delay told of in block {by:,} was not told in advance: give --told BLOCK where it was told by then, "
            f"or note `secretariat report excused {report} --why TEXT` where nobody is to answer for it; else it stays overdue. Nothing was changed."
        )
    return by


def _report(name: str) -> Report:
    found = next((one for one in REPORTS if one == name.strip().lower()), None)
    if found is None:
        raise DecisionRefused(
            f"{name[:40]!r} is no report of the cycle; there are {', '.join(REPORTS)}. Nothing was changed."
        )
    return found


def _group(connection: Connection, report: Report, group: str) -> str:
    """Give the chain's name of a group, told by that or by what people call it; empty for the council's own reports.

    Raises DecisionRefused for a group where none is asked, and for one that the chain does not have.
    """
    known = sorted(record.fact.group for record in load_records(connection, (StoredGroup.KIND,)))
    if not WINDOWS[report].of_groups and group:
        raise DecisionRefused(f"The {report} is the council's: leave --group out. Nothing was changed.")
    found = next((one for one in known if group in (one, GROUP_NAMES.get(one))), "")
    if WINDOWS[report].of_groups and not found:
        called = ", ".join(GROUP_NAMES.get(one, one) for one in known)
        raise DecisionRefused(
            f"Name the group of the {report} with --group; there are {called or 'none yet'}. Nothing was changed."
        )
    return found
