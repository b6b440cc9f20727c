"""Rules about the introductions thread, and about an election that begins anew and goes on in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.filling import fill
from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.saying import count
from secretariat.duties.elections.checklist import checklist
from secretariat.duties.elections.figures import benefits, figures
from secretariat.duties.elections.saying import stand
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.thread import thread_of
from secretariat.duties.elections.view import View
from secretariat.duties.elections.wanting import discord, new_thread, post
from secretariat.facts.live_elections import LiveElection
from secretariat.facts.records import CHAIN, QUERY_NODE

BOTH = (CHAIN, QUERY_NODE)
TOO_FEW_CANDIDATES = "not-enough-candidates"


def introductions(view: View) -> Iterator[Finding]:
    """Want the thread while announcing lasts and there is none (row E1).

    Its subject is the council to be elected, so that a restart opens no second one.
    """
    if view.span.stage != "announcing" or view.council is None or thread_of(view) is not None:
        return
    values = {**figures(view), **_why(restart_of(view), view), "benefits": benefits(view), "checklist": checklist(view)}
    yield Finding(
        key=f"elections/thread/council-{view.council}",
        title=f"Open the introductions thread for council {view.council}",
        why=f"Announcing has been going on since block {view.span.begins:,} (cycle {view.cycle}), and the forum has no thread in "
        "which applicants introduce themselves.",
        audience="public",
        due=Due(what="the last block for a candidacy", block=view.last),
        evidence=(
            Evidence(
                says=f"announcing, cycle {view.cycle}, ends at block {view.span.ends:,}", source=view.stored.source
            ),
        ),
        wanted=new_thread(view, template("introductions"), values, until=view.last),
        needs=BOTH,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Restart:
    """An election that failed where the present announcing began."""

    failed: LiveElection
    too_few_candidates: bool


def restart_of(view: View) -> Restart | None:
    """Find the failed election after which the present announcing began; None where there is none, or none is told yet.

    Source: a cycle that ended without a council in the block in which announcing began (``council_terms``: the chain raises
    its number each time announcing begins).
    """
    before = view.election_of(view.cycle - 1)
    if view.span.stage != "announcing" or before is None or before.outcome != "failed":
        return None
    if before.record.fact.ended_block != view.span.begins:
        return None
    if before.failure is not None:
        return Restart(failed=before, too_few_candidates=before.failure == TOO_FEW_CANDIDATES)
    return Restart(failed=before, too_few_candidates=before.voting_start is None)


def failed(view: View) -> Iterator[Finding]:
    """Explain with its numbers why an election failed, also in the thread where that is older than the restart (row E4)."""
    restart = restart_of(view)
    if restart is None:
        return
    words = template("failed")
    nobody = restart.failed.candidacies_read and not restart.failed.standing
    values = {**figures(view), **_numbers(restart, view), **_why(restart, view), **_left_over(restart, view, nobody)}
    thread = thread_of(view)
    older = thread is not None and (thread.fact.created_block or 0) < view.span.begins
    of_cycle = view.cycle - 1
    yield Finding(
        key=f"elections/failed/{view.occasion}",
        title=f"Explain why the election of cycle {of_cycle} begins anew",
        why=("Too few stood" if restart.too_few_candidates else "Too few candidates had a revealed vote")
        + f" when it ended in block {view.span.begins:,}"
        + (
            ": nobody did."
            if nobody
            else f": all candidacies of cycle {of_cycle} are void, and people have to announce again."
        ),
        level="alert",
        audience="public",
        due=Due(what="the last block for a candidacy", block=view.last),
        evidence=(
            Evidence(says=f"cycle {of_cycle} ended without a council", source=restart.failed.record.source),
            Evidence(
                says=f"announcing, cycle {view.cycle}, since block {view.span.begins:,}", source=view.stored.source
            ),
        ),
        wanted=(
            *discord(view, words, values, until=view.last),
            *(post(view, words, {**values, "thread": ""}, until=view.last) if older else ()),  # it is this thread
        ),
        needs=BOTH,
    )


def _why(restart: Restart | None, view: View) -> dict[str, str]:
    """Say why the election before failed; empty where none did, or where the numbers are not known."""
    why = {"why_announcing": "", "why_reveal": ""}
    if restart is not None:
        name = "why_announcing" if restart.too_few_candidates else "why_reveal"
        numbers = _numbers(restart, view)
        if restart.too_few_candidates or numbers["with_votes"]:
            why[name] = fill(template(name.replace("_", "-")), {**figures(view), **numbers})
    return why


def _left_over(restart: Restart, view: View, nobody: bool) -> dict[str, str]:
    """Say that candidacies are void and whose stakes can be released: none where nobody stood, those of votes only where there can be some."""
    no_votes = restart.too_few_candidates or (restart.failed.votes_read and not restart.failed.votes)
    stakes = "stakes_of_candidacies" if no_votes else "stakes_of_both"
    said = ("nobody_stood",) if nobody else ("all_void", stakes)
    values = {**figures(view), "failed_cycle": str(view.cycle - 1)}
    empty = dict.fromkeys(("nobody_stood", "all_void", "stakes_of_candidacies", "stakes_of_both"), "")
    return empty | {name: fill(template(name.replace("_", "-")), values) for name in said}


def _numbers(restart: Restart, view: View) -> dict[str, str]:
    """Give the numbers of the failed election; those of a list that was not read are unknown."""
    election = restart.failed
    standing = len(election.standing)
    voted = sum(1 for one in election.standing if one.votes or one.record.fact.vote_power)
    cast, revealed = len(election.votes), len(election.revealed)
    known = election.candidacies_read
    told = known and (election.reveals_read or not election.votes_read)
    return {
        "failed_cycle": str(view.cycle - 1),
        "stood": "" if not known else stand(standing),
        "withdrew": count(election.withdrawn, "candidate") if known and election.withdrawn else "",
        "with_votes": "" if not told else str(voted),
        "cast": count(cast, "vote") if election.votes_read else "",
        "revealed": str(revealed) if election.reveals_read else "",
    }
