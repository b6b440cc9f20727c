"""Rules about the proposal that elects the secretary: drafts of it, the clock of its approval, and which one it is (row C1)."""

from collections.abc import Iterator

from secretariat.desk.filling import Filled, as_name, fill
from secretariat.desk.findings import Due, Entry, Evidence, Finding
from secretariat.desk.quoting import plain_line
from secretariat.desk.saying import member_name
from secretariat.duties.terms.rules_call import BOTH, WHAT
from secretariat.duties.terms.serving import call_last, figures, is_settled, limit, proposals
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.view import View
from secretariat.duties.terms.wanting import signal
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.electing_secretary import SIGNAL, Electing
from secretariat.facts.live_proposals import OPEN
from secretariat.facts.memberships import handles_of
from secretariat.facts.secretary_decisions import Willing

URGENT_BLOCKS = 3_600
"""From so many blocks before the limit on, a proposal that is not approved is an alert."""
LONGEST_TITLE = 60


def drafts(view: View) -> Iterator[Finding]:
    """Draft a Signal for each who is willing and asked for it, whoever holds the office; for nobody else."""
    if not view.seed or is_settled(view):
        return
    filed = {one.member_id for one in view.noted.values() if one.elects}
    for one in view.willing:
        if one.asks and one.member_id not in filed:
            yield _draft(view, one)


def _draft(view: View, one: Willing) -> Finding:
    until, files = view.earliest - 1, one.member_id if one.filed_by is None else one.filed_by
    account = (
        ""
        if one.account
        else f" Its staking account is that of member {files} in the settings, or noted with --account."
    )
    said = _said_of(view, one)
    name = member_name(one.member_id, handles_of(view.snapshot).get(one.member_id))
    entry = Entry(subject=str(one.member_id), name=name, text=str(said))
    values = {**figures(view), "entry": said}
    return Finding(
        key=f"terms/signal/council-{view.council}/{one.member_id}",
        title=f"Draft of a Signal that elects member {one.member_id} as secretary",
        why=f"Member {one.member_id} is willing to serve and asked for it. Member {files} files it and stakes for it.{account}",
        due=Due(what=WHAT, block=limit(view)) if view.head <= limit(view) else None,
        evidence=(
            Evidence(says=f"{one.taken.person} noted it on {one.taken.at[:10]}", source=f"journal {one.taken.seq}"),
        ),
        wanted=signal(
            view,
            "signal",
            files,
            f"Secretary of council {view.council}",
            template("signal"),
            values,
            entry,
            until=until,
        ),
        needs=BOTH,
    )


def _said_of(view: View, one: Willing) -> Filled:
    """Say who is to be secretary and deputy; what names them is a name, whatever its words."""
    handles, deputy = handles_of(view.snapshot), one.deputy_id
    values = {
        "secretary": as_name(member_name(one.member_id, handles.get(one.member_id))),
        "secretary_id": str(one.member_id),
        "deputy": "" if deputy is None else as_name(member_name(deputy, handles.get(deputy))),
        "deputy_id": "" if deputy is None else str(deputy),
        "github": as_name(one.github) if one.github else "",
    }
    return fill(template("signal-entry"), values)


def which(view: View) -> Iterator[Finding]:
    """Ask a person about each Signal of this term whose title has a word of the settings, until they have looked at it.

    How it stands does not matter: one that ended before anybody looked would else be missed, and is an alert while nobody is elected.
    """
    if not view.council:
        return
    elected = any(one.how == "executed" for one in proposals(view))
    for one in view.snapshot.of(Proposal):
        fact = one.fact
        created, number = fact.created_block, fact.number
        if fact.type != SIGNAL or number is None or number in view.noted:
            continue
        title = plain_line(fact.title or "", LONGEST_TITLE)
        if created is None or created < view.first or not _meant(view, fact.title or ""):
            continue
        ended = fact.status is not None and fact.status not in (*OPEN, "executed")
        how = f" It ended as {(fact.status or '').replace('-', ' ')}." if ended else ""
        yield Finding(
            key=f"terms/which/council-{view.council}/{number}",
            title=f"Does proposal {number} elect the secretary?",
            why=f"It is a Signal of this term, created in block {created:,}, with the title “{title}”.{how} Look at it, then: secretariat "
            f"secretary proposal {number}, or the same with --does-not",
            level="alert" if ended and not elected else "task",
            due=Due(what=WHAT, block=limit(view)) if created <= limit(view) and view.head <= limit(view) else None,
            evidence=(Evidence(says=f"proposal {number}", source=one.source),),
            needs=BOTH,
        )


def _meant(view: View, title: str) -> bool:
    return any(word.casefold() in title.casefold() for word in view.settings.proposal_words)


def clock(view: View) -> Iterator[Finding]:
    """Tell how far the proposal is that elects the secretary, until one is executed (row C1).

    It is in time when it is approved at most 14,400 blocks after the term's first one.
    """
    if not view.council:
        return
    found = proposals(view)
    best = found[0] if found else None
    if best is not None and best.how == "executed":
        return
    yield Finding(
        key=f"terms/clock/council-{view.council}",
        title=how_the_election_stands(view),
        why=" ".join(_said(view, one) for one in found)
        or "No proposal is noted as electing the secretary of this term. Note one with: secretariat secretary proposal NUMBER",
        level="alert" if _is_alert(view, best) else "task",
        audience="council",
        due=Due(what=WHAT, block=limit(view)),
        evidence=tuple(
            Evidence(says=f"proposal {one.number}: {one.word}", source=one.source) for one in found if one.source
        )
        or (Evidence(says=f"the term began in block {view.first:,}", source=view.stored.source),),
        needs=BOTH,
    )


def _is_alert(view: View, best: Electing | None) -> bool:
    """Tell whether somebody must act now: no proposal when the call is over, none approved near the limit, or one approved late."""
    if best is not None and best.how == "approved":
        return best.in_time(view.first) is False
    if best is not None and best.how == "created":
        return view.head >= limit(view) - URGENT_BLOCKS
    return view.head >= call_last(view) or (best is not None and best.how == "rejected")


def how_the_election_stands(view: View) -> str:
    """Say in one line how the election of the secretary of the council in office stands, by the furthest proposal."""
    best, over = next(iter(proposals(view)), None), view.head > limit(view)
    if best is None:
        return f"No proposal elects the secretary of council {view.council}{', and the time for it is over' if over else ' yet'}"
    told = {
        "not known": "is not known to the chain's facts",
        "created": "is being voted on" + (", and is not approved in time" if over else ""),
        "approved": {True: "was approved in time", False: "was approved late", None: "was approved"}[
            best.in_time(view.first)
        ]
        + " and waits for its execution",
        "executed": "was executed",
        "rejected": f"ended as {best.word.replace('-', ' ')}",
    }[best.how]
    return f"Proposal {best.number}, which elects the secretary of council {view.council}, {told}"


def _said(view: View, one: Electing) -> str:
    in_time = {True: ", in time", False: ", late", None: ""}[one.in_time(view.first)]
    approved = "" if one.approved is None else f", approved in block {one.approved:,}{in_time}"
    at = "" if one.at is None else f" since block {one.at:,}"
    return f"Proposal {one.number}: {one.word or 'not known'}{at}{approved}."
