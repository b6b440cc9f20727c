"""Rules about what is missing: facts that do not tell how the election stands, and settings without which nothing goes out."""

from collections.abc import Iterator

from secretariat.desk.findings import Due, Finding
from secretariat.desk.rules import category_unfit, not_configured
from secretariat.duties.elections.figures import CANDIDATE_STAKE, VOTE_STAKE
from secretariat.duties.elections.restarts import began_anew
from secretariat.duties.elections.rules_stages import elected_until
from secretariat.duties.elections.settings import Settings
from secretariat.duties.elections.thread import thread_of
from secretariat.duties.elections.view import EXTRA, SIZE, View
from secretariat.facts.council_terms import covered_block

WAITS_BLOCKS = 150
"""For so many blocks (15 minutes at six seconds) the query node may be behind before the desk is told what waits for it."""

WANTED_CONSTANTS = (SIZE, EXTRA, CANDIDATE_STAKE, VOTE_STAKE)


def settings_missing(settings: Settings) -> Iterator[Finding]:
    """Conclude a task for each setting without which words have no place to go to."""
    missing = {
        "discord": (settings.discord, 'Messages on Discord have no place. Set discord = "<name of a place>"'),
        "forum-category": (
            settings.forum_category,
            "The introductions thread has no category. Set forum_category = <number of a forum category>",
        ),
        "member": (
            settings.member,
            "Nobody opens the introductions thread. Set member = <id of the membership that acts on the chain>",
        ),
    }
    yield from not_configured("elections", missing)


def facts_missing(view: View) -> Iterator[Finding]:
    """Conclude what of the chain's figures is unknown, and a forum category in which no thread can be opened."""
    unknown = [name for name in WANTED_CONSTANTS if view.number(name) is None]
    if unknown:
        yield Finding(
            key="elections/facts/constants",
            title="Constants of the runtime are not known",
            why=f"Unknown: {', '.join(unknown)} (spec version {view.now.spec_version}). Messages leave out what depends on them, "
            "and candidates cannot be held against the number needed. Run `secretariat sync`; `secretariat problems` says what "
            "cannot be read.",
            level="alert",
        )
    if view.now.genesis is None:
        yield Finding(
            key="elections/facts/genesis",
            title="The chain's genesis is not known",
            why="Without it no order can be drawn, and no candidates are listed. Run `secretariat sync`.",
            level="alert",
        )
    yield from _restart_unknown(view)
    yield from _thread_unknown(view)
    yield from category_unfit("elections", view.snapshot, view.settings.forum_category)


def _restart_unknown(view: View) -> Iterator[Finding]:
    """Conclude that nothing tells whether announcing began anew: until something does, its words wait."""
    waits = view.span.stage == "announcing" and view.head >= view.span.begins + WAITS_BLOCKS
    if not waits or began_anew(view) is not None:
        return
    yield Finding(
        key="elections/facts/restart",
        title=f"Whether announcing began anew is not known (cycle {view.cycle})",
        why=f"Announcing began in block {view.span.begins:,}, and the query node does not tell what came of cycle {view.cycle - 1}. "
        "Neither is said that candidacies are open nor is a thread opened: after a failed election the words are others. "
        "Run `secretariat sync`; `secretariat status` says what is behind.",
        level="alert",
        due=Due(what="the last block for a candidacy", block=view.last),
    )


def _thread_unknown(view: View) -> Iterator[Finding]:
    """Conclude that a stage's words wait for a thread of which nobody can tell whether it is there: the query node stands still.

    A thread that was known before, or that this desk opened, needs no query node. Of announcing that may have begun anew the finding about
    that tells it.
    """
    if view.span.stage == "announcing" and began_anew(view) is None:
        return
    until = view.last if view.span.stage != "idle" else elected_until(view)
    posts = view.settings.member is not None and (view.span.stage != "idle" or view.cycle > 0)
    waits = view.span.begins + WAITS_BLOCKS <= view.head <= until
    if not posts or not waits or view.stage_is_told or not view.now.has_query_node or thread_of(view) is not None:
        return
    covered = covered_block(view.snapshot) or 0
    which = "the council's" if view.council is None else f"council {view.council}'s"
    yield Finding(
        key=f"elections/facts/thread/{view.occasion}",
        title=f"Whether {which} introductions thread is there is not known (cycle {view.cycle})",
        why=f"The query node was read up to block {covered:,}, before this stage began in block {view.span.begins:,}, and told of no such "
        "thread by then. What is to be said in it waits, and so does opening it; messages elsewhere do not. Run `secretariat sync`; "
        "`secretariat status` says what is behind.",
        level="alert",
        due=Due(what="the last block at which it makes sense", block=until),
    )
