"""Occasions of tasks about people whom nothing reaches: somebody has to tell them what waits for them."""

from collections.abc import Iterable, Iterator, Sequence

from secretariat.cli.term.judge.evidence import Configured, Sample
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import Occasion
from secretariat.cli.term.judge.private.groups import groups
from secretariat.cli.term.judge.private.leads import low_times, owed
from secretariat.cli.term.judge.private.reading import UNREACHABLE, due_subject
from secretariat.cli.term.judge.proposals.rounds import rounds
from secretariat.cli.term.judge.terms.term import FAR, Known, terms

Time = tuple[int, int]


def about_unreachable(
    history: History, known: Known, configured: Configured, duties: Iterable[str], samples: Iterable[Sample]
) -> Iterator[Occasion]:
    """List what the desk has to show of members whom nothing reaches, by what is due by them; ``duties`` are those switched on.

    Of what ended and began again between two looks (``samples``) the desk cannot know: that is one task.
    """
    looks = [(one.known(chain_alone=False), one.known(chain_alone=True)) for one in samples]
    if "proposals" in duties:
        for member, times in _votes(history, configured).items():
            yield from _of("B10", member, "votes", merged(times, looks))
    if "digests" in duties:
        for member, times in _groups(history, known, configured).items():
            yield from _of("B1", member, "group", merged(times, looks))
    if "terms" in duties:
        for member, times in _summaries(history, known, configured).items():
            yield from _of("T1", member, "summary", merged(times, looks))


def _of(row: str, member: int, cause: str, times: list[Time]) -> Iterator[Occasion]:
    for opens, closes in times:
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


def merged(times: Iterable[Time], looks: Sequence[tuple[int, int]]) -> list[Time]:
    """Join times that overlap or touch, and those between which nobody looked: while something stays due there is one task.

    ``looks`` are the blocks up to which both sources, and one of them, told at each look.
    """
    found: list[Time] = []
    for opens, closes in sorted(times):
        if opens > closes:
            continue
        if found and not _looked_between(found[-1][1], opens, looks):
            found[-1] = (found[-1][0], max(closes, found[-1][1]))
        else:
            found.append((opens, closes))
    return found


def _looked_between(closes: int, opens: int, looks: Sequence[tuple[int, int]]) -> bool:
    return any(closes < both and either < opens for both, either in looks)


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
                times = [(max(one.opens, first), min(one.last, last)) for one in reports if first <= one.due]
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
