"""Occasions about the forum: questions without an answer, the weekly digest, threads in a wrong category, dormant pre-proposals."""

from collections.abc import Iterator
from dataclasses import replace

from secretariat.cli.term.judge.evidence import Place
from secretariat.cli.term.judge.forum.asking import may_ask
from secretariat.cli.term.judge.forum.fitting import fits_elsewhere
from secretariat.cli.term.judge.forum.pre_proposals import quiet_times
from secretariat.cli.term.judge.forum.talk import FAR, LET_GO, WAITS, WEEK, Talk, openings, votes_begun
from secretariat.cli.term.judge.history import DAY
from secretariat.cli.term.judge.occasions import FAIR, Occasion

HINT_WITHIN = DAY
"""So many blocks after a thread was opened its hint is asked for: it may be given before, and no block ends with it."""

DUE = 2 * DAY
"""So many blocks after it was asked an answer is due: what was due before a council's term is not put on the desk in it."""

HINTED = WEEK
"""So many blocks after a thread was opened a hint about its category makes sense."""


def about_forum(talk: Talk) -> Iterator[Occasion]:
    """List what the forum calls for, whether the desk ran then or not."""
    for rule in (_questions, _weeks, _categories, _dormant):
        yield from rule(talk)


def _of(
    kind: str, place: Place, subject: str, opens: int, closes: int, *, needed: bool, thread: int | None = None
) -> Occasion:
    return Occasion(
        row="B8",
        kinds=(kind,),
        place=place,
        cycle=0,
        opens=opens,
        due=opens,
        closes=closes,
        needed=needed,
        thread=thread,
        subject=subject,
    )


def _questions(talk: Talk) -> Iterator[Occasion]:
    """Call for words on each question a day after it was asked, as long as nobody has answered and it is not of a time before the desk's."""
    for one in talk.questions:
        opens, over = one.post.block + WAITS, min(one.post.block + LET_GO, _on_desk_until(talk, one.post.block + DUE))
        last = min(one.open_until, over)
        if opens > last:
            continue
        alone = min(one.alone_until, over)
        needed = one.sure and alone >= opens
        yield _of("question", "discord", one.subject, opens, alone if needed else last, needed=needed)


def _on_desk_until(talk: Talk, due: int) -> int:
    """Give the last block in which what is due at a block is on the desk: the desk of each council begins with its term."""
    began = (int(one["elected"]) for one in talk.history.truth["councils"])
    return min((block for block in began if block > due), default=FAR) - 1


def _weeks(talk: Talk) -> Iterator[Occasion]:
    """Call for a digest after each week, counted from block 0, in which anything began that still stands."""
    now = int(talk.history.truth["block"])
    for border in range(WEEK, now + 1, WEEK):
        first, last, later = border - WEEK, border - 1, min(border + WEEK - 1, border + FAIR)
        needed = any(found(talk.history, first, last, later) for found in (openings, votes_begun)) or bool(
            talk.began(first, last, later)
        )
        yield _of("taking-part", "discord", f"week up to block {border}", border, border + WEEK - 1, needed=needed)


def _categories(talk: Talk) -> Iterator[Occasion]:
    """Call for one hint in each thread that fits another category beyond doubt; where there is doubt one may be given."""
    for number, one in talk.threads.items():
        if one.author != talk.office:
            last = min(one.block + HINTED, FAR if one.gone is None else one.gone) - 1
            needed = fits_elsewhere(talk, one, one.block) is not None
            hint = _of("hint", "forum", f"category of thread {number}", one.block, last, needed=needed, thread=number)
            yield replace(hint, due=min(one.block + HINT_WITHIN, last))


def _dormant(talk: Talk) -> Iterator[Occasion]:
    """Call for a post in each pre-proposal thread in which nothing has happened for long, once for each time."""
    for one in quiet_times(talk):
        yield _of("dormant", "forum", one.subject, one.first, one.last, needed=one.sure, thread=one.thread.number)


def calendar(talk: Talk, block: int) -> Iterator[int]:
    """List the blocks after this one at which the forum may call for something by its age alone."""
    ages = [one.block + WAITS for one in talk.wrote if may_ask(f"{one.title or ''}\n{one.text}")]
    ages += [one.first for one in quiet_times(talk)]
    yield from (at for at in (*ages, (block // WEEK + 1) * WEEK) if at > block)
