"""The rule about the post of each ended term: what changed against the term before, for everybody (row B9)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secretariat.desk.filling import fill, joined
from secretariat.desk.findings import Due, Evidence, Finding, Wanted
from secretariat.desk.rules import Unclear
from secretariat.desk.saying import count, joy
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.desk.threads import found_thread, thread_place
from secretariat.desk.wanting import Values, can_open, forum_thread, message
from secretariat.duties.leaderboard.movements import LEAST_BASE, Compared, Movement, compare
from secretariat.duties.leaderboard.settings import COUNCIL, Settings
from secretariat.duties.leaderboard.texts import template
from secretariat.facts.council_in_office import NotKnown, council_in_office
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.now import Now
from secretariat.facts.published_terms import FIGURES, PublishedTerm
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated
from secretariat.facts.snapshot import Snapshot

TOLD_BLOCKS = 7 * DAY_BLOCKS
"""For so many blocks after a term has ended its post makes sense."""
MOST = 5
"""So many figures are told as those that moved most."""
NEEDS = (CHAIN, QUERY_NODE)


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The term that ended last: ``council`` is its number, ``first`` the first block of the term after it, ``ended`` its published row."""

    snapshot: Snapshot
    now: Now
    settings: Settings
    head: int
    council: int
    first: int

    @property
    def until(self) -> int:
        """Give the last block at which its post makes sense."""
        return self.first + TOLD_BLOCKS

    @property
    def title(self) -> str:
        """Give the title of its thread."""
        return self.settings.title.replace(COUNCIL, str(self.council))

    def published(self, number: int) -> Stated[PublishedTerm] | None:
        """Find a term's published row."""
        return next((one for one in self.snapshot.of(PublishedTerm) if one.fact.term == number), None)


def view_of(snapshot: Snapshot, now: Now, settings: Settings) -> View:
    """Put the facts together. Raises Unclear when they do not say which council is in office since when."""
    try:
        office, _ = council_in_office(snapshot, now.head)
    except NotKnown as error:
        raise Unclear(str(error)) from error
    return View(
        snapshot=snapshot,
        now=now,
        settings=settings,
        head=now.head or 0,
        council=office.number - 1,
        first=office.first,
    )


def term_post(view: View) -> Iterator[Finding]:
    """Want the post of the term that ended last, once; nothing before a second term has ended, for there is nothing to compare.

    While its row is not published as ended with the block before the new council's first, nothing is drafted, and the desk says so.
    """
    if view.council < 2 or view.head > view.until:
        return
    before, ended = view.published(view.council - 1), view.published(view.council)
    if before is None or ended is None or ended.fact.end_block != view.first - 1:
        yield _withheld(view, "its row of the table terms is not published as ended" if before else _no_row(view))
        return
    compared = compare(before.fact, ended.fact)
    if not compared.known:
        yield _withheld(view, "no figure is known in both terms")
        return
    yield Finding(
        key=f"leaderboard/term/council-{view.council}",
        title=f"Tell what changed in the term of council {view.council}",
        why=f"The term ended with block {ended.fact.end_block:,}. {count(compared.known, 'figure is', 'figures are')} known in it and in the "
        "term before.",
        audience="public",
        due=Due(what="a week after the term ended", block=view.until),
        evidence=tuple(_evidence((*compared.largest, *compared.small, *compared.same)[:MOST], view.council)),
        wanted=_wanted(view, _values(view, before.fact, ended.fact, compared), compared),
        needs=NEEDS,
    )


def _no_row(view: View) -> str:
    return f"the term of council {view.council - 1}, which it is compared with, is not in the published table terms"


def _withheld(view: View, why: str) -> Finding:
    return Finding(
        key=f"leaderboard/unpublished/council-{view.council}",
        title=f"What changed in the term of council {view.council} cannot be told yet",
        why=f"It ended with block {view.first - 1:,}, and {why}. Run `secretariat sync`; `secretariat table terms` shows what there is. The "
        "post is drafted once the figures are there.",
        due=Due(what="a week after the term ended", block=view.until),
        needs=NEEDS,
    )


def _wanted(view: View, values: Values, compared: Compared) -> tuple[Wanted, ...]:
    """Want the thread while it is not there, then a message that says where it is; without a forum, the message alone."""
    chosen, until = view.settings, view.until
    thread: Stated[LiveThread] | None = found_thread(
        view.snapshot, title=view.title, authors=chosen.authors, since=view.first
    )
    if thread is None and can_open(view.snapshot, chosen.forum_category, chosen.member):
        words = template("term-thread")
        return forum_thread(view.snapshot, chosen.forum_category, chosen.member, view.title, words, values, until=until)
    where = thread_place(thread, chosen.pioneer, practice=view.now.practice)
    told = {**values, **_names(compared, alone=thread is None), "thread": where}
    return message(chosen.discord, template("term"), told, until=until)


def _names(compared: Compared, *, alone: bool) -> dict[str, str]:
    """Name the figures that a message has no line for, where it stands ``alone``; with a thread that has them all, nothing is named."""
    listed = {
        "further": [one.measured.what for one in compared.largest[MOST:]],
        "small": [one.measured.what for one in compared.small],
        "same": [one.measured.what for one in compared.same],
        "unknown": compared.unknown,
    }
    return {place: ", ".join(names) if alone else "" for place, names in listed.items()}


def _values(view: View, before: PublishedTerm, ended: PublishedTerm, compared: Compared) -> dict[str, str]:
    site = view.settings.site.rstrip("/")
    return {
        "council": str(ended.term),
        "before": str(before.term),
        "first": "" if ended.start_block is None else f"{ended.start_block:,}",
        "last": f"{ended.end_block:,}",
        "length": length_words(ended.blocks),
        "length_before": length_words(before.blocks),
        "known": str(compared.known),
        "all": str(len(FIGURES)),
        **_listed("largest", compared.largest[:MOST]),
        **_listed("further", compared.largest[MOST:]),
        **_listed("small", compared.small),
        "same": ", ".join(one.measured.what for one in compared.same),
        "unknown": ", ".join(compared.unknown),
        "least_count": str(LEAST_BASE["count"]),
        "least_tokens": joy(LEAST_BASE["tokens"]),
        "least_bytes": f"{LEAST_BASE['bytes']:,} bytes",
        "tables": f"{site}/tables/terms.html" if site else "",
    }


def length_words(blocks: int | None) -> str:
    """Say how long a term was."""
    return "length not known" if blocks is None else count(blocks, "block")


def _listed(place: str, movements: Sequence[Movement]) -> dict[str, str]:
    """Give the lines of a section and how many there are; both are empty without any."""
    lines = joined(fill(template("line"), {"figure": one.words}) for one in movements)
    return {place: lines, f"{place}_count": str(len(movements)) if movements else ""}


def _evidence(movements: Iterable[Movement], council: int) -> Iterator[Evidence]:
    for one in movements:
        for number, figure in ((council - 1, one.before), (council, one.now)):
            yield Evidence(says=f"{one.name} of term {number}: {figure.value:,}", source=figure.source)
