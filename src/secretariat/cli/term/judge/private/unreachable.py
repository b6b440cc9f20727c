"""Occasions of tasks about people whom nothing reaches: somebody has to tell them what waits for them."""

from collections.abc import Iterable, Iterator

from secretariat.cli.term.judge.evidence import Configured
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import Occasion
from secretariat.cli.term.judge.private.groups import groups
from secretariat.cli.term.judge.private.leads import low_times, owed
from secretariat.cli.term.judge.private.reading import UNREACHABLE, due_subject
from secretariat.cli.term.judge.proposals.rounds import rounds
from secretariat.cli.term.judge.terms.term import FAR, Known, terms

Time = tuple[int, int]


def about_unreachable(
    history: History, known: Known, configured: Configured, duties: Iterable[str]
) -> Iterator[Occasion]:
    """List what the desk has to show of members whom nothing reaches, by what is due by them; ``duties`` are those switched on."""
    if "proposals" in duties:
        for member, times in _votes(history, configured).items():
            yield from _of("B10", member, "votes", times)
    if "digests" in duties:
        for member, times in _groups(history, known, configured).items():
            yield from _of("B1", member, "group", times)
    if "terms" in duties:
        for member, times in _summaries(history, known, configured).items():
            yield from _of("T1", member, "summary", times)


def _of(row: str, member: int, cause: str, times: list[Time]) -> Iterator[Occasion]:
    for opens, closes in _merged(times):
        yield Occasion(
            row=row,
            kinds=(UNREACHABLE,),
            place="desk",
            cycle=0,
            opens=opens,
            due=opens,
            closes=closes,
            subject=due_subject(member, cause),
        )


def _merged(times: list[Time]) -> list[Time]:
    """Join times that overlap or touch: while something stays due there is one task."""
    found: list[Time] = []
    for opens, closes in sorted(times):
        if found and opens <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(closes, found[-1][1]))
        elif opens <= closes:
            found.append((opens, closes))
    return found


def _votes(history: History, configured: Configured) -> dict[int, list[Time]]:
    found: dict[int, list[Time]] = {}
    for one in rounds(history):
        ends = max((until for _, until, _ in one.lasts()), default=0)
        for member in one.members():
            if configured.way(member) is None:
                closes = min(ends - 1, one.asks_until, one.voted(member) - 1)
                found.setdefault(member, []).append((one.opened, closes))
    return found


def _groups(history: History, known: Known, configured: Configured) -> dict[int, list[Time]]:
    found: dict[int, list[Time]] = {}
    now, reports = int(history.truth["block"]), owed(history, known)
    for group in groups(history):
        for member, first, last in group.terms_of_leads(known.began, now):
            if member not in configured.written_to:
                times = [(max(one.opens, first), min(one.last, last)) for one in reports]
                times += [(max(at, first), min(until, last)) for at, until in low_times(group, first, last)]
                found.setdefault(member, []).extend(times)
    return found


def _summaries(history: History, known: Known, configured: Configured) -> dict[int, list[Time]]:
    found: dict[int, list[Time]] = {}
    for term in terms(history, known):
        thread = term.thread("summaries")
        if term.end == FAR or thread is None:
            continue
        for member in term.members:
            own = (
                one.block
                for one in known.posts
                if (one.thread, one.author) == (thread.number, member) and not one.opens
            )
            if member not in configured.written_to:
                closes = min(term.deadline + DAY, min(own, default=FAR) - 1)
                found.setdefault(member, []).append((max(term.end + 1, thread.block), closes))
    return found
