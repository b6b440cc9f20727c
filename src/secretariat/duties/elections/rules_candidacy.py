"""Rules about how many stand: too few or exactly enough at 72 and 24 hours, a late withdrawal, late candidacies (row E3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.filling import fill
from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.saying import count
from secretariat.desk.steps import Reached, reached
from secretariat.duties.elections.arrivals import (
    LATE_SECONDS,
    LATE_THREE_DAYS_SECONDS,
    Arrivals,
    Counted,
    counts,
    drops_since,
    fewest_since,
    past_arrivals,
)
from secretariat.duties.elections.figures import figures
from secretariat.duties.elections.saying import came_late, stand
from secretariat.duties.elections.steps import candidacy_steps
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.view import View
from secretariat.duties.elections.wanting import discord
from secretariat.facts.freshness import duration
from secretariat.facts.records import CHAIN, QUERY_NODE, first_and_more

WHAT = "the last block for a candidacy"


@dataclass(frozen=True, kw_only=True, slots=True)
class Close:
    """The last part of announcing: the step it has come to, how many stand and are needed, and how that came about.

    ``seats`` are fewer than ``needed`` where the runtime asks for extra candidates.
    """

    at: Reached
    standing: int
    needed: int
    seats: int
    steps: tuple[Counted, ...]

    @property
    def drops(self) -> int:
        """Count since the step how often too few stood after enough had; 0 where enough stand now."""
        return drops_since(self.steps, self.at.block, self.needed) if self.standing < self.needed else 0


def candidacy(view: View) -> Iterator[Finding]:
    """Hold the candidates against the number needed from the first step on, as long as somebody can still announce."""
    seats, standing, needed = view.size, view.standing, view.needed
    if view.span.stage != "announcing" or view.head >= view.last or seats is None or standing is None or needed is None:
        return
    at = reached(candidacy_steps(view.span.ends - view.span.begins, view.now.pace), view.span.ends, view.head)
    if at is None:
        return
    close = Close(at=at, standing=standing, needed=needed, seats=seats, steps=counts(view))
    arrivals = past_arrivals(view, needed) if view.stage_is_told else None
    if fewest_since(close.steps, at.block) <= needed:
        yield _low(view, close, arrivals)
    if close.drops:
        yield _withdrawal(view, close)
    if arrivals is not None and _sentence(arrivals) and standing <= needed:
        yield _late(view, arrivals)


def _low(view: View, close: Close, arrivals: Arrivals | None) -> Finding:
    """Say that too few stand, or exactly enough.

    It stays concluded until the next step once the number was that low, so that one who joins and leaves again makes no second
    message; it wants words only while they are true, and none after a withdrawal that has words of its own.
    """
    short = close.standing < close.needed
    words = template("low-candidacy" if short else "uncontested")
    true_now = close.standing <= close.needed and not close.drops
    values = {**figures(view), "arrivals": _sentence(arrivals), **_revealed_votes(view, close)}
    until = min(close.at.until, view.last)
    return Finding(
        key=f"elections/low-candidacy/{view.occasion}/{close.at.step.name}",
        title=f"{_capital(stand(close.standing))} where {close.needed} are needed (cycle {view.cycle}, {close.at.step.name})",
        why=_why(close),
        level="alert" if short else "task",
        audience="public",
        due=Due(what=WHAT, block=view.last),
        evidence=(
            Evidence(says=f"{stand(close.standing)}, withdrawals taken off", source=view.stored.source),
            Evidence(says=f"{close.needed} needed", source=view.constants["Council.CouncilSize"].source),
        ),
        wanted=discord(view, words, values, until=until) if true_now else (),
        needs_nobody=close.standing > close.needed,
        needs=(CHAIN,),
    )


def _revealed_votes(view: View, close: Close) -> dict[str, str]:
    """Say how many of exactly enough candidates need a revealed vote: each of them only where they are as many as the seats."""
    spare, words = close.standing - close.seats, {"votes_for_each": "", "votes_to_spare": ""}
    if close.standing != close.needed:
        return words
    name = "votes_to_spare" if spare else "votes_for_each"
    return {**words, name: fill(template(name.replace("_", "-")), {**figures(view), "spare": str(spare)})}


def _why(close: Close) -> str:
    if close.standing < close.needed:
        return "With fewer than needed announcing begins anew when it ends, and every candidacy is void."
    if close.standing == close.needed:
        spare = close.standing - close.seats
        votes = f"{spare} of them can be without a revealed vote" if spare else "each candidate needs a revealed vote"
        return f"Exactly enough stand: a withdrawal would begin announcing anew, and {votes}."
    return "Enough stand now; since this step the number had been as low as needed or lower."


def _withdrawal(view: View, close: Close) -> Finding:
    """Say that a withdrawal after the step left too few; the words of the step said otherwise, or were never needed."""
    return Finding(
        key=f"elections/late-withdrawal/{view.occasion}/{close.at.step.name}-{close.drops}",
        title=f"After a withdrawal {stand(close.standing)} where {close.needed} are needed (cycle {view.cycle})",
        why="There had been enough. As it stands announcing begins anew when it ends, and every candidacy is void.",
        level="alert",
        audience="public",
        due=Due(what=WHAT, block=view.last),
        evidence=(Evidence(says=f"{stand(close.standing)}, withdrawals taken off", source=view.stored.source),),
        wanted=discord(view, template("late-withdrawal"), figures(view), until=min(close.at.until, view.last)),
        needs=(CHAIN,),
    )


def _sentence(arrivals: Arrivals | None) -> str:
    """Say how late candidacies came; of periods within 72 hours not their last 72, and of such within 24 nothing."""
    if arrivals is None or arrivals.shortest <= LATE_SECONDS:
        return ""
    three_days = arrivals.late_three_days if arrivals.shortest > LATE_THREE_DAYS_SECONDS else None
    values = {
        "periods": count(arrivals.periods, "announcing period"),
        "candidacies": count(arrivals.candidacies, "candidacy", "candidacies"),
        "n": f"{arrivals.candidacies:,}",
        "late_ones": came_late(arrivals.late, three_days),
        "median": f"about {duration(round(arrivals.median))}",
        "reached_late": str(arrivals.reached_late or "none"),
    }
    return fill(template("arrivals"), values)


def _late(view: View, arrivals: Arrivals) -> Finding:
    """Tell the desk how late candidacies came in the past, so that somebody is there when the last ones come."""
    return Finding(
        key=f"elections/late-candidates/{view.occasion}",
        title=f"Candidacies may come late (cycle {view.cycle})",
        why=f"{_sentence(arrivals)} Be there for questions until the last block.",
        due=Due(what=WHAT, block=view.last),
        evidence=(
            Evidence(
                says=f"{arrivals.late} of {arrivals.candidacies} candidacies came in the last 24 hours, {arrivals.periods} periods",
                source=first_and_more(arrivals.records),
            ),
        ),
        needs=(CHAIN, QUERY_NODE),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
