"""Rules about people willing to serve as secretary: the call, the list, and nobody having said so (row C1)."""

from collections.abc import Iterator

from secretariat.desk.findings import Due, Evidence, Finding, Wanted
from secretariat.desk.saying import count
from secretariat.desk.wanting import can_open
from secretariat.duties.terms.serving import (
    call_last,
    call_thread,
    entries,
    figures,
    is_settled,
    limit,
    order,
    proposals,
)
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.threads import title_of
from secretariat.duties.terms.view import View
from secretariat.duties.terms.wanting import discord, new_thread, post
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.secretary_decisions import NotWilling

BOTH = (CHAIN, QUERY_NODE)
WAITS_BLOCKS = 1_200
"""For so many blocks the call on Discord waits for its thread (two hours at six seconds)."""
ROOM = 1_800
"""Characters of a message with its times as marks: of Discord's 2,000, less what writing them out adds. A longer list is in the thread."""
WHAT = "the last block in which an approval is in time"


def call(view: View) -> Iterator[Finding]:
    """Call for people willing to serve, in the same words whoever holds the office (row C1)."""
    last = call_last(view)
    if not view.council or view.head > last or is_settled(view):
        return
    values, thread = figures(view), call_thread(view)
    opened: tuple[Wanted, ...] = ()
    if thread is None:
        title = title_of(view, "call", view.council)
        opened = new_thread(view, title, template("call-thread"), values, until=last)
    waits = (
        thread is None
        and can_open(view.snapshot, view.settings.forum_category, view.settings.member)
        and view.head < view.first + WAITS_BLOCKS
    )
    yield Finding(
        key=f"terms/call/council-{view.council}",
        title=f"Call for people willing to serve as secretary in the term of council {view.council}",
        why=f"Council {view.council} took office in block {view.first:,}; until block {last:,} people say whether they are willing. "
        "Note each with: secretariat secretary willing MEMBER",
        audience="public",
        due=Due(what="the call ends", block=last),
        evidence=(
            Evidence(says=f"stage {view.span.stage}, cycle {view.stored.fact.cycle}", source=view.stored.source),
        ),
        wanted=(*opened, *(() if waits else discord(view, template("call"), values, until=last))),
        needs=BOTH,
    )


def willing(view: View) -> Iterator[Finding]:
    """List all who are willing, alike and in the drawn order, when the call is over, and anew when one joins or leaves.

    Who is willing stands in the journal. So in a thread that is known it needs no query node, unless a proposal is noted that elects
    somebody, as only the query node tells whether that settled it, or somebody noted is not known yet: while it is stale nobody can look
    them up, and a list without them would not be all alike.
    """
    standing = entries(view, view.willing)
    if not standing or not call_last(view) < view.head <= limit(view) or is_settled(view):
        return
    values = {**figures(view), "entries": "\n".join(one.text for one in standing), "order": order(view)}
    words, until, thread = template("willing"), limit(view), call_thread(view)
    by_chain = thread is not None and not proposals(view) and view.willing == view.noted_willing
    yield Finding(
        key=f"terms/willing/council-{view.council}/{_which(view)}",
        title=f"List who is willing to serve as secretary in the term of council {view.council}",
        why=f"{count(len(standing), 'member is', 'members are')} noted as willing; the call ended with block {call_last(view):,}.",
        audience="public",
        due=Due(what=WHAT, block=until),
        evidence=tuple(
            Evidence(says=f"{one.taken.person} noted member {one.member_id}", source=f"journal {one.taken.seq}")
            for one in view.willing
        ),
        wanted=(
            *(one for one in discord(view, words, values, until=until, entries=standing) if len(one.text) <= ROOM),
            *post(view, thread, words, {**values, "thread": ""}, until=until, entries=standing),
        ),
        needs=view.in_known_thread if by_chain else BOTH,
    )


def _which(view: View) -> str:
    """Tell one list from every other of the term: the newest note that it rests on, and how many it names.

    A note of somebody who is not known changes nothing; once they are known the list is another one, whatever was noted since.
    """
    gone = [one for one in view.decided(NotWilling) if one.council == view.council and one.member_id in view.members]
    seqs = [one.taken.seq for one in view.willing] + [one.taken.seq for one in gone]
    return f"{max(seqs)}-{len(view.willing)}"


def not_known(view: View) -> Iterator[Finding]:
    """Ask about each who is noted as willing and whose membership, or whose deputy's, is not known: they are listed nowhere until it is.

    It is asked also while the query node is stale, as the list waits for it then.
    """
    for one in view.noted_willing:
        if unknown := view.unknown_of(one):
            named = " and ".join(f"member {member}" for member in unknown)
            yield Finding(
                key=f"terms/willing-unknown/council-{view.council}/{one.member_id}",
                title=f"Member {one.member_id} is noted as willing to serve as secretary, and {named} is not known",
                why=f"They are in no list and have no draft until the query node tells of {named}: run secretariat sync, and look at the number. Where it is "
                f"wrong: secretariat secretary not-willing {one.member_id}, then note it anew",
                evidence=(
                    Evidence(
                        says=f"{one.taken.person} noted it on {one.taken.at[:10]}", source=f"journal {one.taken.seq}"
                    ),
                ),
                needs=view.in_known_thread,
            )


def nobody(view: View) -> Iterator[Finding]:
    """Alert when the call is over and nobody is noted as willing, known or not, nor any proposal as electing somebody."""
    if not view.council or view.head < call_last(view) or view.noted_willing or proposals(view):
        return
    until = limit(view)
    said = discord(view, template("nobody"), figures(view), until=until) if view.head <= until else ()
    yield Finding(
        key=f"terms/nobody/council-{view.council}",
        title=f"Nobody is noted as willing to serve as secretary in the term of council {view.council}",
        why=f"The call ended with block {call_last(view):,}. Ask the council how the office is to be filled; note who is willing with: "
        "secretariat secretary willing MEMBER, and a proposal with: secretariat secretary proposal NUMBER",
        level="alert",
        audience="council",
        due=Due(what=WHAT, block=until),
        evidence=(Evidence(says=f"the term began in block {view.first:,}", source=view.stored.source),),
        wanted=said,
        needs=BOTH,
    )
