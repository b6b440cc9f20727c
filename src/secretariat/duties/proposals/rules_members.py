"""What each council member has not voted on: on the desk by name, and as one digest to the member (rows B1 and B10)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secretariat.desk.acts import Mention
from secretariat.desk.filling import fill, joined
from secretariat.desk.findings import Due, Evidence, Finding, HowReached, Wanted
from secretariat.desk.quoting import plain_line
from secretariat.desk.saying import LONGEST_NAME, count
from secretariat.desk.steps import Reached, reached
from secretariat.desk.votes import CREATED, Vote
from secretariat.desk.wanting import message, to_member
from secretariat.duties.proposals.saying import vote_figures
from secretariat.duties.proposals.texts import template
from secretariat.duties.proposals.view import View
from secretariat.duties.proposals.wanting import in_pages
from secretariat.facts.memberships import handles_of
from secretariat.facts.records import CHAIN

URGENT_BLOCKS = 3_600
"""From so many blocks before a last block on, who has not voted is an alert."""

MOST_PAGES = 8
"""More pages than the chain's 20 proposals at a time can fill."""

WHAT = "the last block in which a vote counts"


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A vote that a member has not cast, and the step it has come to."""

    vote: Vote
    at: Reached

    @property
    def occasion(self) -> str:
        """Name the step of this vote: another one where the last block moved, or another council votes."""
        vote, step = self.vote, self.at.step.name
        return f"{vote.number}-{vote.open.activated_at if step == CREATED else vote.last}-{step}"


def unvoted(view: View) -> Iterator[Finding]:
    """Conclude for each council member what waits for their vote; nothing for those who have voted on everything."""
    for member in sorted(one.fact.member_id for one in view.seats):
        waiting = [
            Waiting(vote=vote, at=at)
            for vote in view.voting
            if member in (vote.missing or ()) and (at := reached(vote.steps, vote.last, view.head)) is not None
        ]
        if waiting:
            yield _of_member(view, member, sorted(waiting, key=lambda one: (one.vote.last, one.vote.number)))


def _of_member(view: View, member: int, waiting: Sequence[Waiting]) -> Finding:
    handle = handles_of(view.snapshot).get(member)
    name = plain_line(handle, LONGEST_NAME) if handle else f"member {member}"
    first = waiting[0].vote.last
    numbers = ", ".join(str(one.vote.number) for one in waiting)
    wanted = _digest(view, member, waiting)
    return Finding(
        key=f"proposals/unvoted/{member}",
        title=f"{name} has not voted on {count(len(waiting), 'proposal')}",
        why=f"Not voted on by member {member}: {numbers}.",
        level="alert" if view.head >= first - URGENT_BLOCKS else "task",
        audience="desk",
        due=Due(what=WHAT, block=first),
        evidence=tuple(
            Evidence(says=f"votes on proposal {one.vote.number}", source=one.vote.record.source) for one in waiting
        ),
        wanted=wanted,
        needs=(CHAIN,),
        asks=(member,) if wanted or not view.settings.reaches(member) else (),  # a ring that waits for a title
        reached=HowReached(member=member, alone=ALONE, rung=_rings(view, member)),
    )


ALONE = (
    "A digest goes to them alone at each step, by their contact on Telegram or e-mail (`secretariat contacts list`)."
)


def _rings(view: View, member: int) -> str:
    """Say how the council's place rings a member whom no channel reaches alone, or what of the settings is missing for that."""
    if view.settings.reaches(member):
        return "A digest rings them in the council's place at each step, as no channel reaches them alone."
    missing = [] if view.settings.discord else ["discord in [proposals] to the council's place"]
    if member not in view.settings.mentions:
        missing.append(f"{member} in [proposals.mentions] to the id of their user on Discord")
    return f"No channel reaches them: tell them directly, or set {' and '.join(missing)}."


def _digest(view: View, member: int, waiting: Sequence[Waiting]) -> tuple[Wanted, ...]:
    """Want one message that lists all that waits, at the newest step that any of it has come to.

    It says what digests at the earlier steps of the others would: those are not drafted once it is out. Whom no place can ring gets
    it by their contact.
    """
    if any(one.vote.waits_for_title for one in waiting):
        return ()
    newest = max(waiting, key=lambda one: (one.at.block, one.vote.number))
    others = tuple(one.occasion for one in waiting if one is not newest)
    until = min(newest.at.until, waiting[0].vote.last)
    lines = [fill(template("line"), vote_figures(view, one.vote)) for one in waiting]
    if view.settings.reaches(member):
        return _rung(view, member, lines, until, newest.occasion, others)
    values = {"lines": joined(lines)}
    return to_member(member, template("digest"), values, until=until, part=newest.occasion, says_too=others)


def _rung(
    view: View, member: int, lines: Sequence[str], until: int, occasion: str, others: Sequence[str]
) -> tuple[Wanted, ...]:
    """Want a digest in the council's place that rings its reader: a message, or several where the list is long."""
    wanted: list[Wanted] = []
    for page, listed in enumerate(in_pages(lines), start=1):
        wanted += message(
            view.settings.discord,
            template("digest"),
            {"lines": listed},
            until=until,
            part=_page(occasion, page),
            mentions=(Mention(kind="user", id=view.settings.mentions[member]),),
            says_too=tuple(_page(one, number) for one in others for number in range(1, MOST_PAGES + 1)),
        )
    return tuple(wanted)


def _page(occasion: str, page: int) -> str:
    return occasion if page == 1 else f"{occasion}-page{page}"
