"""Rules about the stages: a message when one begins, and one when a council is elected (rows E2 and E4)."""

from collections.abc import Iterator

from secretariat.desk.filling import fill
from secretariat.desk.findings import Due, Entry, Evidence, Finding, Wanted
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.duties.elections.figures import benefits, figures
from secretariat.duties.elections.people import entries, lines, listed_as, order
from secretariat.duties.elections.restarts import began_anew
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.view import View
from secretariat.duties.elections.wanting import discord, post
from secretariat.facts.records import CHAIN
from secretariat.facts.stored_council import StoredCandidate, StoredSeat

ELECTED_FOR = DAY_BLOCKS
"""So many blocks after an election its message still makes sense."""


def stages(view: View) -> Iterator[Finding]:
    """Announce the present stage; after a failed election ``failed`` says all that the announcing message would.

    As long as nothing tells whether one failed it waits: announced as an ordinary one a restart would be explained second.
    """
    if view.span.stage == "announcing" and began_anew(view) is False:
        yield _announcing(view)
    elif view.span.stage == "voting":
        yield _voting(view)
    elif view.span.stage == "revealing":
        yield _revealing(view)
    elif view.span.stage == "idle":
        yield from _elected(view)


def _stage(view: View, name: str, title: str, due: Due, wanted: tuple[Wanted, ...]) -> Finding:
    return Finding(
        key=f"elections/stage/{view.occasion}/{name}",
        title=title,
        why=f"The chain is in this stage since block {view.span.begins:,}; it ends in block {view.span.ends:,}, as stored.",
        audience="public",
        due=due,
        evidence=(Evidence(says=f"stage {view.span.stage}, cycle {view.cycle}", source=view.stored.source),),
        wanted=wanted,
        needs=(CHAIN,),
    )


def _announcing(view: View) -> Finding:
    values = {**figures(view), "benefits": benefits(view)}
    return _stage(
        view,
        "announcing",
        f"Announce that candidacies are open (cycle {view.cycle})",
        Due(what="the last block for a candidacy", block=view.last),
        discord(view, template("announcing"), values, until=view.last),
    )


def _voting(view: View) -> Finding:
    """List the candidates in the thread only, where Discord's message sends people: there the list could be longer than a message."""
    standing = entries(
        view, (one.fact.member_id for one in view.snapshot.of(StoredCandidate) if _stands(view, one.fact))
    )
    uncontested = view.size is not None and view.standing == view.size
    values = {
        **figures(view),
        "uncontested_voting": fill(template("uncontested-voting"), {}) if uncontested else "",
        "candidates": "",
        "order": "",
    }
    in_thread = {**values, "thread": "", "answers": ""}  # an address beside names could be somebody's name
    if standing:
        in_thread |= {"candidates": _candidates(standing), "order": order(view, standing)}
    return _stage(
        view,
        "voting",
        f"Announce that voting is open (cycle {view.cycle})",
        Due(what="the last block in which a vote can be cast", block=view.last),
        (
            *discord(view, template("voting"), values, until=view.last),
            *post(view, template("voting"), in_thread, until=view.last, entries=standing),
        ),
    )


def _stands(view: View, candidate: StoredCandidate) -> bool:
    return candidate.cycle == view.cycle


def _candidates(standing: tuple[Entry, ...]) -> str:
    return fill(
        template("candidates"), {"entries": lines(standing), "candidates_are": listed_as(standing, "The candidate")}
    )


def _revealing(view: View) -> Finding:
    values = figures(view)
    return _stage(
        view,
        "revealing",
        f"Announce that votes can be revealed (cycle {view.cycle})",
        Due(what="the last block in which a vote can be revealed", block=view.last),
        (
            *discord(view, template("revealing"), values, until=view.last),
            *post(view, template("revealing"), values, until=view.last),
        ),
    )


def elected_until(view: View) -> int:
    """Give the last block of an idle stage at which the council that it began with is still announced."""
    return min(view.span.begins + ELECTED_FOR, view.span.ends) - 1


def _elected(view: View) -> Iterator[Finding]:
    """Announce the council for a day; the idle stage at genesis follows no election and has no council."""
    until = elected_until(view)
    seats = [one.fact.member_id for one in view.snapshot.of(StoredSeat)]
    if not seats or view.cycle == 0 or view.head > until:
        return
    members = entries(view, seats)
    if not members:
        return
    values = {
        **figures(view),
        "entries": lines(members),
        "members_are": listed_as(members, "Its member"),
        "order": order(view, members),
    }
    yield _stage(
        view,
        "elected",
        f"Announce the elected council (cycle {view.cycle})",
        Due(what="a day after the election", block=until),
        (
            *discord(view, template("elected"), values, until=until, entries=members),
            *post(view, template("elected"), values, until=until, entries=members),
        ),
    )
