"""The rule about council members: a digest to each of exactly what they have not voted on (row B1)."""

from collections.abc import Iterator, Mapping, Sequence

from secretariat.desk.filling import fill, joined
from secretariat.desk.findings import Due, Evidence, Finding, Unless, Wanted
from secretariat.desk.saying import count
from secretariat.desk.votes import Vote
from secretariat.desk.wanting import to_member
from secretariat.duties.digests.days import listing_of
from secretariat.duties.digests.saying import stage_words, vote_figures
from secretariat.duties.digests.texts import template
from secretariat.duties.digests.view import View
from secretariat.facts.records import CHAIN


def to_council(view: View) -> Iterator[Finding]:
    """Conclude the digests to council members, as long as a vote of one of them is missing; who has voted on everything has none.

    Each is told when a vote on it came to its day, and never on a day on which a step of the duty ``proposals`` tells of one of its votes;
    nor where that duty's list waits to go out, or went out since that day began, as after a time in which the desk did not look.
    """
    waiting = waiting_of(view) if view.settings.council else {}
    if not waiting:
        return
    first = min(vote.last for votes in waiting.values() for vote in votes)
    records = {vote.number: vote.record for votes in waiting.values() for vote in votes}
    yield Finding(
        key=f"digests/council/council-{view.office.number}",
        title=f"Digests to council members: {count(len(waiting), 'member')} with votes to cast",
        why="Not voted on by "
        + "; by ".join(
            f"member {member}: {', '.join(str(vote.number) for vote in votes)}" for member, votes in waiting.items()
        )
        + ". Each gets their list by their contact on Telegram or by e-mail, where they have one and want digests.",
        audience="desk",
        due=Due(what="the last block in which a vote counts", block=first),
        evidence=tuple(
            Evidence(says=f"votes on proposal {number}", source=record.source)
            for number, record in sorted(records.items())
        ),
        wanted=tuple(one for member, votes in waiting.items() for one in _to_one(view, member, votes)),
        needs=(CHAIN,),
    )


def waiting_of(view: View) -> Mapping[int, Sequence[Vote]]:
    """Give for each council member who has not voted on something what it is, what ends first first."""
    ordered = sorted(view.voting, key=lambda vote: (vote.last, vote.number))
    found = {member: [vote for vote in ordered if member in (vote.missing or ())] for member in view.members}
    return {member: votes for member, votes in found.items() if votes}


def _to_one(view: View, member: int, votes: Sequence[Vote]) -> tuple[Wanted, ...]:
    listing = listing_of(votes, view.head, view.settings.every)
    if listing is None:
        return ()
    lines = [fill(template("line"), vote_figures(view, vote)) for vote in votes]
    return to_member(
        member,
        template("council"),
        {"line": joined(lines), **stage_words(view)},
        until=listing.until,
        part=_part(member, listing.day),
        says_too=tuple(_part(member, day) for day in listing.others),
        unless=Unless(finding=f"proposals/unvoted/{member}", since=listing.day * view.settings.every),
    )


def _part(member: int, day: int) -> str:
    return f"member-{member}-day-{day}"
