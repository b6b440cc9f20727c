"""The rule about everybody: once a day how the council's election and its proposals stand, in public figures alone (row B1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.filling import fill, joined
from secretariat.desk.findings import Due, Evidence, Finding, Wanted
from secretariat.desk.marks import count_of
from secretariat.desk.saying import count
from secretariat.desk.threads import THERE
from secretariat.desk.votes import Vote
from secretariat.desk.wanting import message
from secretariat.duties.digests.saying import stage_words, vote_figures
from secretariat.duties.digests.texts import template
from secretariat.duties.digests.view import View
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.staffing import Opening


@dataclass(frozen=True, kw_only=True, slots=True)
class Fresh:
    """What began in the day before and still stands: votes, threads, openings, and whether the election's stage did."""

    votes: int
    threads: int
    openings: int
    stage: bool

    @property
    def any(self) -> bool:
        """Tell whether anything did."""
        return bool(self.words or self.stage)

    @property
    def words(self) -> str:
        """Say what began but for the stage: ``voting began on 1 proposal, 2 threads on the forum``; empty where nothing did."""
        voting = [f"voting began on {count(self.votes, 'proposal')}"] if self.votes else []
        found = (
            (self.threads, "thread on the forum", "threads on the forum"),
            (self.openings, "opening in a working group", "openings in working groups"),
        )
        return ", ".join([*voting, *(count(number, one, several) for number, one, several in found if number)])


def to_community(view: View) -> Iterator[Finding]:
    """Want the digest of the day that is over, once in each place; nothing where nothing began in that day that still stands."""
    fresh = fresh_of(view)
    if not view.settings.places or not fresh.any:
        return
    border = view.today * view.settings.every
    until = border + view.settings.every - 1
    yield Finding(
        key=f"digests/community/day-{view.today}",
        title=f"The digest for everybody, at block {border:,}",
        why=f"New in the {view.settings.every:,} blocks before that one, and not over: "
        + ", ".join(one for one in (fresh.words, f"the stage {view.span.stage}" if fresh.stage else "") if one)
        + ".",
        audience="public",
        due=Due(what="the next digest", block=until),
        evidence=(
            Evidence(says=f"the stage is {view.span.stage}, as stored", source=view.stored.source),
            *(Evidence(says=f"votes on proposal {one.number}", source=one.record.source) for one in view.voting[:3]),
        ),
        wanted=tuple(_everywhere(view, fresh, border, until)),
        needs=(CHAIN, QUERY_NODE),
    )


def fresh_of(view: View) -> Fresh:
    """Count what began in the day before today and still stands."""
    border = view.today * view.settings.every
    day = range(border - view.settings.every, border)
    threads = [one.fact for one in view.snapshot.of(LiveThread) if one.fact.created_block in day]
    return Fresh(
        votes=sum(vote.open.activated_at in day for vote in view.voting),
        threads=sum(one.status in THERE and one.visible is not False for one in threads),
        openings=sum(one.fact.status == "open" and one.fact.created_block in day for one in view.snapshot.of(Opening)),
        stage=view.span.begins in day,
    )


def _everywhere(view: View, fresh: Fresh, border: int, until: int) -> Iterator[Wanted]:
    """Want it in each configured place. How many have voted are counts: they change no text."""
    counts = {_name(vote): voted(vote) for vote in view.voting}
    listed = [
        fill(template("open-vote"), {**vote_figures(view, vote), "voted": count_of(_name(vote).replace("_", "-"))})
        for vote in view.voting
    ]
    values = {
        "border": f"{border:,}",
        **stage_words(view),
        "proposals_count": str(len(listed)) if listed else "",
        "open_vote": joined(listed),
        "every": f"{view.settings.every:,}",
        "fresh": fresh.words,
        "where": "" if view.now.practice else view.settings.pioneer,
    }
    for channel, place in view.settings.places:
        part = f"{channel}-{place}"
        yield from message(place, template("community"), values, until=until, part=part, counts=counts, channel=channel)


def voted(vote: Vote) -> str:
    """Say how many have voted: counts, never names, and never how."""
    if vote.tally is None or not vote.seats:
        return "How many have voted is not known."
    return f"{vote.tally.cast} of {count(len(vote.seats), 'council member')} have voted."


def _name(vote: Vote) -> str:
    """Name a vote's count: a mark has letters alone, so its number is written in them, ``a`` for 0."""
    return "voted_" + "".join("abcdefghij"[int(digit)] for digit in str(vote.number))
