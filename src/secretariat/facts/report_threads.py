"""Whether a thread can hold a report of a term: by the thread's block and its state, never by its title."""

from collections.abc import Iterable

from secretariat.facts.live_forum import LiveThread
from secretariat.facts.report_sections import THERE
from secretariat.facts.reporting_cycle import ReportNoted


def thread_wrong(thread: LiveThread, first: int) -> str:
    """Say why a thread holds no report that is due in a term which began in block ``first``; empty where it can.

    One that was opened after the report was due can: the report is then late.
    """
    if thread.created_block is None:
        return "it is not known in which block it was opened"
    if thread.created_block < first:
        return f"it was opened in block {thread.created_block:,}, before the term began in block {first:,}"
    if thread.visible is False or (thread.status is not None and thread.status not in THERE):
        return "it was removed, and nobody can read it"
    return ""


def notes_that_count(noted: Iterable[ReportNoted], threads: Iterable[LiveThread], first: int) -> list[ReportNoted]:
    """Leave out that a report was received where its thread is known now, and cannot hold one of the term that began in ``first``.

    A thread of which nothing, or not its block, is known stays: it was looked at when the note was taken.
    """
    wrong = {one.thread_id for one in threads if one.created_block is not None and thread_wrong(one, first)}
    return [one for one in noted if one.how != "received" or one.thread is None or one.thread not in wrong]
