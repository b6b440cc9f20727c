"""The judgement: occasions and arrived texts brought together, one row for each row of the role."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from secretariat.cli.term.judge.claims import SLACK, wrong_claims
from secretariat.cli.term.judge.digests.claims import wrong_of_day
from secretariat.cli.term.judge.digests.occasions import about_days
from secretariat.cli.term.judge.digests.reading import COMMUNITY
from secretariat.cli.term.judge.evidence import Arrived, Evidence
from secretariat.cli.term.judge.forum.claims import wrong_of_forum
from secretariat.cli.term.judge.forum.occasions import about_forum
from secretariat.cli.term.judge.forum.reading import OF_FORUM
from secretariat.cli.term.judge.forum.talk import Talk
from secretariat.cli.term.judge.guidance.claims import wrong_of_guidance
from secretariat.cli.term.judge.guidance.occasions import about_guidance
from secretariat.cli.term.judge.guidance.pages import wrong_of_guides
from secretariat.cli.term.judge.guidance.reading import GUIDES, OF_GUIDANCE
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.matching import Match, match
from secretariat.cli.term.judge.moment import Moment
from secretariat.cli.term.judge.neutral import harmful, list_due, listed_wrong, lists_people
from secretariat.cli.term.judge.occasions import Occasion, Played, Threads, about_elections, within
from secretariat.cli.term.judge.private.claims import wrong_of_private
from secretariat.cli.term.judge.private.days import about_lists
from secretariat.cli.term.judge.private.incidents import about_incidents
from secretariat.cli.term.judge.private.leads import about_leads
from secretariat.cli.term.judge.private.reading import DAY_LIST, INCIDENT, LEAD, UNREACHABLE, with_marks
from secretariat.cli.term.judge.private.unreachable import about_unreachable
from secretariat.cli.term.judge.proposals.claims import wrong_of_proposals
from secretariat.cli.term.judge.proposals.occasions import about_proposals
from secretariat.cli.term.judge.publishing.calendar_file import wrong_of_calendar
from secretariat.cli.term.judge.publishing.feed_file import wrong_of_feed
from secretariat.cli.term.judge.publishing.occasions import CALENDAR, FEED, about_publishing
from secretariat.cli.term.judge.reading import OF_PROPOSALS, OF_TERMS, kind_of, subjects_of
from secretariat.cli.term.judge.terms.claims import wrong_of_terms
from secretariat.cli.term.judge.terms.occasions import about_terms
from secretariat.cli.term.judge.terms.reading import kind_of_thread, term_threads
from secretariat.cli.term.judge.terms.term import Known
from secretariat.cli.term.judge.verdicts import LAG, VERDICTS, Verdict, behind, node_of, verdict_of

ROWS = ("E1", "E2", "E3", "E4", "E5", "E6", "B1", "B5", "B8", "B10", "B11", "B12", "C1", "C4", "T1")
"""The role's rows that elections, proposals, terms, guidance, the forum, digests and what is published are about.

Another duty's row comes here with its occasions (``called_for``), its kinds (``reading.py``) and its claims (``_claims``).
"""

_HOME = {
    "introductions": "E1",
    "announcing": "E2",
    "questions": "E2",
    "few": "E3",
    "withdrawal": "E3",
    "thin": "E3",
    "reminder-voting": "B10",
    "reminder-revealing": "B10",
    **dict.fromkeys(("digest", "budget"), "B1"),
    **dict.fromkeys(("open", "vote-ends", "council-change", "lost"), "B10"),
    **dict.fromkeys(("call", "willing", "nobody"), "C1"),
    **dict.fromkeys(("feedback", "feedback-open", "feedback-summary"), "C4"),
    **dict.fromkeys((CALENDAR, FEED), "B11"),
    **dict.fromkeys((GUIDES, *OF_GUIDANCE), "B5"),
    **dict.fromkeys(OF_FORUM, "B8"),
    **dict.fromkeys((COMMUNITY, DAY_LIST, LEAD, INCIDENT, UNREACHABLE), "B1"),
    **dict.fromkeys(("summaries", "summaries-open", "deadline", "summaries-reminder"), "T1"),
}
"""The row of a text that no occasion calls for, by what it is about; E4 for all others, C1 for what stands at the desk."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What became of one occasion."""

    row: str
    occasion: str
    verdict: Verdict
    block: int | None = None


@dataclass(kw_only=True)
class Judgement:
    """Occasions with what became of them, and by row what arrived twice and what is wrong."""

    occasions: list[Judged] = field(default_factory=list)
    doubled: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)

    @property
    def rows(self) -> list[dict[str, str | int]]:
        """Give one row for each of the role's: ``occasions`` is the sum of the verdicts, ``doubled`` and ``wrong`` count texts."""
        return [
            {
                "id": row,
                "occasions": sum(one.row == row for one in self.occasions),
                **{
                    each: sum((one.row, one.verdict) == (row, each) for one in self.occasions) for each in VERDICTS[:-1]
                },
                "missed": sum((one.row, one.verdict) == (row, "missed") for one in self.occasions),
                "doubled": sum(one == row for one, _ in self.doubled),
                "wrong": sum(one == row for one, _ in self.wrong),
            }
            for row in ROWS
        ]

    @property
    def well(self) -> bool:
        """Tell whether nothing is missed, doubled or wrong."""
        return not (self.doubled or self.wrong or any(one.verdict == "missed" for one in self.occasions))


@dataclass(frozen=True, kw_only=True)
class _Shown:
    """What the judge works with: the evidence, the truth by block, the threads that were opened, and what is known of terms."""

    evidence: Evidence
    history: History
    threads: Threads
    known: Known
    talk: Talk


def judge(evidence: Evidence) -> Judgement:
    """Bring together what was called for and what arrived."""
    evidence = replace(evidence, arrived=tuple(with_marks(one) for one in evidence.arrived))
    shown = _shown(evidence)
    done = Judgement()
    served: dict[Occasion, Arrived] = {}
    known = called_for(shown)
    for one in sorted(evidence.arrived, key=lambda each: each.block):
        kind = kind_of(one)
        if one.place == "desk" and not kind:
            continue  # of what stands at the desk only what has occasions is judged
        found = match(one, kind, subjects_of(one, kind, evidence.configured), known, served)
        if not one.by_hand:
            _text(one, kind, found, shown, done)
        served |= dict.fromkeys(found.fresh, one)
    for occasion in known:
        _became(occasion, served.get(occasion), shown, done)
    return done


def _shown(evidence: Evidence) -> _Shown:
    opened = [one for one in evidence.arrived if one.opens and one.thread is not None and not kind_of_thread(one.title)]
    history = History(evidence.truth)
    return _Shown(
        evidence=evidence,
        history=history,
        talk=Talk(history, evidence.wrote, evidence.configured, evidence.office),
        threads=Threads(known=tuple((one.thread or 0, one.block) for one in opened)),
        known=Known(
            threads=term_threads(evidence.arrived),
            posts=evidence.posts,
            noted=evidence.noted,
            began=evidence.began,
        ),
    )


def called_for(shown: _Shown) -> list[Occasion]:
    """List all that was called for while the desk ran, of every duty."""
    evidence, history = shown.evidence, shown.history
    played = Played(history=history, threads=shown.threads, began=evidence.began, ended=evidence.ended)
    of_duties: Mapping[str, Callable[[], Iterable[Occasion]]] = {
        "digests": lambda: _digests(shown),
        "elections": lambda: about_elections(played),
        "forum": lambda: about_forum(shown.talk),
        "guidance": lambda: about_guidance(history, evidence.configured),
        "proposals": lambda: about_proposals(history, evidence.configured, stood=_chain_stood(evidence)),
        "publish": lambda: about_publishing(history),
        "terms": lambda: (
            *about_terms(history, shown.known),
            *about_incidents(history, shown.known, evidence.configured),
        ),
    }
    duties = evidence.configured.duties
    found = [one for duty, about in of_duties.items() if duty in duties for one in about()]
    found += about_unreachable(history, shown.known, evidence.configured, duties, evidence.samples)
    return [one for each in found if (one := within(each, played)) is not None]


def _digests(shown: _Shown) -> Iterator[Occasion]:
    """List what digests are called for: the daily one for everybody, lists to council members, and those to leads."""
    history, configured = shown.history, shown.evidence.configured
    yield from about_days(shown.talk, shown.evidence.began)
    lists = [one for one in shown.evidence.arrived if one.place == "private" and kind_of(one) == "digest"]
    yield from about_lists(history, configured, lists)
    yield from about_leads(history, shown.known, configured)


def _chain_stood(evidence: Evidence) -> bool:
    return any(one.head - one.known(chain_alone=True) > LAG for one in evidence.samples)


def _text(one: Arrived, kind: str, found: Match, shown: _Shown, done: Judgement) -> None:
    """Judge one text: whether it is called for, said before, true, and harmless."""
    desk = one.place == "desk"
    row = found.first.row if found.first is not None else _HOME.get(kind, "C1" if desk else "E4")
    name = f"{one.place}, block {one.block:,}, {kind or 'of no known kind'}: {_first_line(one)!r}"
    if found.uncalled:
        done.wrong.append((row, f"{name}: nothing calls for it"))
    elif not found.fresh and not desk:
        done.doubled.append((row, f"{name}: said already"))
    claims = list(_claims(one, kind, shown)) if kind else []
    if claims and found.first is not None:
        done.wrong.append((row, f"{name}: {'; '.join(claims)}"))
    harm = [] if desk or one.place == "page" else list(harmful(one, kind, shown.history, shown.evidence.configured))
    if lists_people(kind, one.place):
        due, seed = list_due(one, kind, shown.history, shown.known, shown.evidence.genesis)
        harm += listed_wrong(one, kind, due, seed, shown.history)
    if harm:
        done.wrong.append(("B12", f"{name}: {'; '.join(harm)}"))


def _claims(one: Arrived, kind: str, shown: _Shown) -> Iterator[str]:
    """Say what a text claims that was not so, by what it is about."""
    evidence, history = shown.evidence, shown.history
    slack, node = SLACK + behind(evidence, one, kind), node_of(evidence, one)
    if one.place == "private":
        return wrong_of_private(one, kind, shown.talk, shown.known, slack, node)
    if kind == UNREACHABLE:
        return iter(())  # whom it is about, and what waits for them, decides which occasion it serves
    if kind in OF_PROPOSALS:
        return wrong_of_proposals(one, kind, history, evidence.configured, slack, node)
    if kind in OF_TERMS or one.place == "desk":
        return wrong_of_terms(one, kind, history, shown.known, evidence.configured, slack)
    if kind in OF_FORUM:
        return wrong_of_forum(one, kind, subjects_of(one, kind, evidence.configured), shown.talk, slack)
    if kind == COMMUNITY:
        return wrong_of_day(one, shown.talk, slack)
    if kind in OF_GUIDANCE:
        return wrong_of_guidance(one, kind, history)
    if kind == GUIDES:
        return wrong_of_guides(one, history, slack)
    if kind == CALENDAR:
        earlier = [each for each in evidence.arrived if each.title == CALENDAR and each.block < one.block]
        before = max(earlier, key=lambda each: each.block, default=None)
        return wrong_of_calendar(one, before, history, evidence.genesis, slack)
    if kind == FEED:
        return wrong_of_feed(one, evidence.arrived)
    return wrong_claims(one, kind, history, shown.threads, evidence.configured, slack)


def _first_line(one: Arrived) -> str:
    if one.place == "page":
        return one.receipt
    words = one.text if one.place == "desk" else one.title or one.text
    return words.strip().splitlines()[0][:80] if words.strip() else ""


# ------------------------------------------------------------------------ occasions


def _became(occasion: Occasion, one: Arrived | None, shown: _Shown, done: Judgement) -> None:
    """Say what became of an occasion, and of the rows that ride on its text: the deadline, benefits, the checklist, lists of people."""
    if one is None and not occasion.needed:
        return
    verdict = verdict_of(occasion, one, shown.evidence)
    block = None if one is None else one.block
    done.occasions.append(Judged(row=occasion.row, occasion=occasion.words, verdict=verdict, block=block))
    for row, there in _riding(occasion, one, shown):
        missing: Verdict = verdict if there or one is None else "missed"
        done.occasions.append(Judged(row=row, occasion=f"within {occasion.words}", verdict=missing, block=block))


def _riding(occasion: Occasion, one: Arrived | None, shown: _Shown) -> Iterator[tuple[str, bool]]:
    """Give the rows that a text serves beside its own, each with whether it does; that figures are right its claims tell."""
    kind, evidence = occasion.kinds[0], shown.evidence
    at, words = Moment(shown.history, occasion.opens if one is None else one.block), "" if one is None else one.text
    if one is not None and one.by_hand:
        return
    if kind == "announcing":
        yield "E3", f"{at.stage.last:,}" in words
    if kind in ("introductions", "announcing") and at.figure("councilor_reward"):
        yield "E5", "JOY a block" in words
    if kind == "introductions" and evidence.configured.items:
        told = (*evidence.configured.items, evidence.configured.source, evidence.configured.date)
        yield "E6", all(each in words for each in told)
    if lists_people(kind, occasion.place):
        yield "B12", True
