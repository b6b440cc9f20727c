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
    why: str = "",
) -> str:
    """Note how a report of the present term's cycle stands; gives what was done in a sentence.

    Raises DecisionRefused for another report or group than there is, for a thread that is not known or cannot hold a report of the term, for a
    late report later than a day after its due block, and without a reason where it is late or excused; NotKnown where the council in office is not known.
    """
    person = acting_person(context, "note")
    kind = _report(report)
    because = reason_if_any(why) if how == "received" else reason(why)
    with writing(context.engine) as connection:
        office = in_office_now(context, connection)
        group = _group(connection, kind, group)
        due = office.first + WINDOWS[kind].due
        opened = _holds(connection, thread, office.first)
        _fits(until, due)
        announced = announced_until(desk_decisions(connection, ReportNoted), office.number, kind, group)
        decision = ReportNoted(
            taken=Taken(at=context.machine_now(), person=person.name, why=because),
            council=office.number,
            report=kind,
            how=how,
            group=group,
            thread=thread,
            until=until,
            block=now_of(context, connection).block,
        )
        append_decision(connection, decision)
    of = f" of {name_of_group(group)}" if group else ""
    return f"The {kind}{of} due in the term of council {office.number} is noted as {'announced late' if how == 'late' else how}{_late(opened, due, announced)}."


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


def _fits(until: int | None, due: int) -> None:
    """Raise DecisionRefused for a later block that cannot be announced."""
    if until is not None and not due < until <= due + MOST_LATE_BLOCKS:
        raise DecisionRefused(
            f"It is due in block {due:,}; announced late it comes after that and by block {due + MOST_LATE_BLOCKS:,}. "
            "Nothing was changed."
        )


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
