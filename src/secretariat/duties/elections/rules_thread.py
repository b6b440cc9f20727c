"""Rules about the introductions thread, and about an election that begins anew and goes on in it."""

from collections.abc import Iterator, Sequence

from secretariat.desk.filling import fill, joined
from secretariat.desk.findings import Due, Evidence, Finding, Wanted
from secretariat.desk.saying import count
from secretariat.duties.elections.checklist import checklist
from secretariat.duties.elections.figures import benefits, figures
from secretariat.duties.elections.restarts import Failure, began_anew, failures
from secretariat.duties.elections.saying import stand
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.thread import thread_of
from secretariat.duties.elections.view import View
from secretariat.duties.elections.wanting import discord, new_thread, post
from secretariat.facts.records import CHAIN, QUERY_NODE

BOTH = (CHAIN, QUERY_NODE)
EARLIER_IN_MESSAGE = 3
"""So many earlier failures are told of in a message, which has less room than the thread, where all of them are."""


def introductions(view: View) -> Iterator[Finding]:
    """Want the thread while announcing lasts and there is none (row E1).

    Its subject is the council to be elected, so that a restart opens no second one. The query node has come to this stage: before that
    somebody may have opened one.
    """
    if view.span.stage != "announcing" or view.council is None or thread_of(view) is not None:
        return
    if not view.stage_is_told:
        return
    if began_anew(view) is None:  # it would open without the explanation, and stay so
        return
    found = failures(view)
    values = {
        **figures(view),
        **_why(found, view),
        "earlier": _earlier(found[1:]),
        "benefits": benefits(view),
        "checklist": checklist(view),
    }
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


def failed(view: View) -> Iterator[Finding]:
    """Explain with its numbers why an election failed, also in the thread where that is older than the restart (row E4).

    Earlier failures of the same council's election are told of with theirs: what was to be said of one goes when the next one comes.
    """
    found = failures(view)
    if not found:
        return
    restart = found[0]
    nobody = restart.election.candidacies_read and not restart.election.standing
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
            Evidence(says=f"cycle {of_cycle} ended without a council", source=restart.election.record.source),
            Evidence(
                says=f"announcing, cycle {view.cycle}, since block {view.span.begins:,}", source=view.stored.source
            ),
        ),
        wanted=_explained(found, view, nobody=nobody),
        needs=BOTH,
    )


def _explained(found: Sequence[Failure], view: View, *, nobody: bool) -> tuple[Wanted, ...]:
    words = template("failed")
    values = {
        **figures(view),
        **_numbers(found[0]),
        **_why(found, view),
        **_left_over(found[0], view, nobody),
        "earlier": _earlier(found[1 : EARLIER_IN_MESSAGE + 1]),
    }
    in_thread = {**values, "thread": "", "earlier": _earlier(found[1:])}  # it is this thread
    thread = thread_of(view)
    older = thread is not None and (thread.fact.created_block or 0) < view.span.begins
    return (
        *discord(view, words, values, until=view.last),
        *(post(view, words, in_thread, until=view.last) if older else ()),
    )


def _why(found: Sequence[Failure], view: View) -> dict[str, str]:
    """Say why the election before failed; empty where none did, or where the numbers are not known."""
    why = {"why_announcing": "", "why_reveal": ""}
    for restart in found[:1]:
        name = "why_announcing" if restart.too_few_candidates else "why_reveal"
        numbers = _numbers(restart)
        if restart.too_few_candidates or numbers["with_votes"]:
            why[name] = fill(template(name.replace("_", "-")), {**figures(view), **numbers})
    return why


def _earlier(found: Sequence[Failure]) -> str:
    """Say which elections of the same council failed before the last one, oldest first, each with its numbers; empty where none did.

    How many were needed or how large the council was is left out: a runtime may have changed it since.
    """
    lines = []
    for one in reversed(found):
        words = template("earlier-announcing" if one.too_few_candidates else "earlier-reveal")
        lines.append(fill(words, _numbers(one)) or fill(template("earlier-failed"), _numbers(one)))
    return joined(lines)


def _left_over(restart: Failure, view: View, nobody: bool) -> dict[str, str]:
    """Say that candidacies are void and whose stakes can be released: none where nobody stood, those of votes only where there can be some."""
    no_votes = restart.too_few_candidates or (restart.election.votes_read and not restart.election.votes)
    stakes = "stakes_of_candidacies" if no_votes else "stakes_of_both"
    said = ("nobody_stood",) if nobody else ("all_void", stakes)
    values = {**figures(view), "failed_cycle": str(view.cycle - 1)}
    empty = dict.fromkeys(("nobody_stood", "all_void", "stakes_of_candidacies", "stakes_of_both"), "")
    return empty | {name: fill(template(name.replace("_", "-")), values) for name in said}


def _numbers(restart: Failure) -> dict[str, str]:
    """Give the numbers of the failed election; those of a list that was not read are unknown."""
    election = restart.election
    standing = len(election.standing)
    voted = sum(1 for one in election.standing if one.votes or one.record.fact.vote_power)
    cast, revealed = len(election.votes), len(election.revealed)
    known = election.candidacies_read
    told = known and (election.reveals_read or not election.votes_read)
    return {
        "failed_cycle": str(restart.cycle),
        "stood": "" if not known else stand(standing),
        "withdrew": count(election.withdrawn, "candidate") if known and election.withdrawn else "",
        "with_votes": "" if not told else str(voted),
        "cast": count(cast, "vote") if election.votes_read else "",
        "revealed": str(revealed) if election.reveals_read else "",
    }
