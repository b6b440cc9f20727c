"""What the agenda of a handover lists, each entry with where it is stated (row T1)."""

from collections.abc import Callable, Iterator, Mapping

from secretariat.desk.findings import Due, Evidence
from secretariat.desk.marks import time_of
from secretariat.desk.notes import due_of, open_notes, own_of
from secretariat.desk.quoting import quoted
from secretariat.desk.saying import count
from secretariat.duties.terms.incidents import incidents
from secretariat.duties.terms.rounds import by_member, posts_there
from secretariat.duties.terms.rules_feedback import feedback_thread
from secretariat.duties.terms.rules_reports import OVER, each_report, report_words
from secretariat.duties.terms.threads import place_of
from secretariat.duties.terms.view import View
from secretariat.facts.at_desk import AtDesk, What
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.desk_decisions import NoteDone, OwnNote
from secretariat.facts.incidents import IncidentNoted, noted_now
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.proposal_ways import last_vote_block
from secretariat.facts.reporting_cycle import WINDOWS
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.stored_state import open_proposal

LONGEST = 80
LONGEST_INCIDENT = 400
WAITS = {
    "pending-execution": "approved, waits for its execution",
    "pending-constitutionality": "approved, waits for the next council",
}


def proposals(view: View) -> Iterator[Evidence]:
    """List the proposals in the chain's storage by number, with the last block in which a vote on them counts."""
    titles = {one.fact.number: one.fact.title for one in view.snapshot.of(Proposal)}
    for one in sorted(view.snapshot.of(StoredProposal), key=lambda each: each.fact.number):
        number, found = one.fact.number, open_proposal(one.fact)
        title = titles.get(number)
        name = f"Proposal {number}" + (f" “{quoted(title, LONGEST)}”" if title else "")
        if found is None:
            yield Evidence(says=f"{name}: how it stands is not known", source=one.source)
        elif found.status != "active":
            yield Evidence(says=f"{name}: {WAITS[found.status]}", source=one.source)
        else:
            last = last_vote_block(found, found.activated_at, view.earliest)
            yield Evidence(says=f"{name}: block {last:,} ({time_of(last)})", source=one.source)


def reports(view: View) -> Iterator[Evidence]:
    """List the reports of the term that can have come by now and are neither received nor excused."""
    for report, window in WINDOWS.items():
        if view.head < view.first + window.opens or (window.of_past and view.before is None):
            continue
        for one in each_report(view, report):
            if one.state not in OVER:
                of = f"{name_of_group(one.group)}: " if one.group else ""
                says = f"{of}{report_words(view, report)}: {one.stands}"
                yield Evidence(says=says, source=view.stored.source)


def entered(view: View) -> Iterator[Evidence]:
    """List the incidents of the term that a person entered for the report on it, as they were told then.

    What the facts still tell in the same words is a filling of the texts, else words as any other.
    """
    told = {one.name: one for one in incidents(view)}
    for one in noted_now(view.decided(IncidentNoted)).values():
        if one.entered and one.council == view.council:
            same = told.get(one.incident)
            as_told = same.marked if same is not None and same.says == one.says else None
            yield Evidence(says=as_told or quoted(one.says, LONGEST_INCIDENT), source=f"journal {one.taken.seq}")


def feedback_so_far(view: View) -> Iterator[Evidence]:
    """Say where feedback on the round is, and how much there is by now; what it says is for people to read."""
    thread = feedback_thread(view)
    if thread is None:
        yield Evidence(says="The forum has no thread for it.", source=view.stored.source)
        return
    posts = by_member(posts_there(view, thread), view.head)
    made = count(sum(map(len, posts.values())), "post")
    says = f"{place_of(view, thread)}: {made} by {count(len(posts), 'member')} by now. When the term has ended they are listed there."
    yield Evidence(says=says, source=thread.source)


def notes(view: View) -> Iterator[Evidence]:
    """List the notes that are open in this term, by number."""
    own = own_of([*view.decided(OwnNote), *view.decided(NoteDone)], ())
    for one in open_notes(own, view.first):
        says = f"n{one.number} “{quoted(one.text, LONGEST)}” ({one.owner}{_due(due_of(one, view.first))})"
        yield Evidence(says=says, source=f"journal {one.taken.seq}")


def _due(due: Due | None) -> str:
    if due is None:
        return ""
    return f", due in block {due.block:,}" if due.at is None else f", due {due.at[:16].replace('T', ' ')} UTC"


def held(what: What) -> Callable[[View], Iterator[Evidence]]:
    """Give what lists the things of one sort that the desk holds."""

    def listed(view: View) -> Iterator[Evidence]:
        for one in view.snapshot.of(AtDesk):
            fact = one.fact
            if fact.what == what:
                until = "" if fact.until is None else f", until block {fact.until:,} ({time_of(fact.until)})"
                yield Evidence(says=f"`{fact.name}`: {fact.says}{until}", source="the desk")

    return listed


def deadlines(view: View) -> Iterator[Evidence]:
    """List what comes with the end of the term: its summaries, and the new council's reports and plans."""
    after = view.settings.summaries_after
    coming = [(view.earliest - 1 + after, f"term summaries of council {view.council}")]
    coming += [
        (view.earliest + window.due, report_words(view, report, view.council + 1)) for report, window in WINDOWS.items()
    ]
    for block, what in sorted(coming):
        yield Evidence(says=f"{what}: block {block:,} ({time_of(block)})", source=view.stored.source)


SECTIONS: Mapping[str, Callable[[View], Iterator[Evidence]]] = {
    "proposals": proposals,
    "reports": reports,
    "incidents": entered,
    "feedback_so_far": feedback_so_far,
    "notes": notes,
    "unconfirmed": held("unconfirmed"),
    "standing": held("standing"),
    "secret": held("secret"),
    "deadlines": deadlines,
}
"""The sections of the agenda, by the places of its text."""
