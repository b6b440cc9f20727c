"""What is about to lapse on the desk, as the store knows it, with the time in which it does."""

from dataclasses import dataclass

from sqlalchemy import Connection

from secretariat.desk.lapsing import Lapsing, lapsing
from secretariat.desk.times import BlockMoment, moment_of_block, time_words
from secretariat.facts.now import Now
from secretariat.flow.desk_state import desk_of_drafts, open_desk, standing_now
from secretariat.store.desk import drafts_on_their_way


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutToLapse:
    """A yes that is about to lapse, and when its last block is expected: None where no pace is known, and in words."""

    lapsing: Lapsing
    expected: BlockMoment | None
    words: str


def about_to_lapse(connection: Connection, now: Now) -> tuple[AboutToLapse, ...]:
    """List what is about to lapse at the block of now, first what lapses first."""
    desk = open_desk(connection)
    if on_their_way := drafts_on_their_way(connection):
        desk = desk.beside(desk_of_drafts(connection, on_their_way))
    found = lapsing(desk.on_desk, standing_now(connection, now), now.block)
    return tuple(
        AboutToLapse(lapsing=one, expected=moment_of_block(now, one.last), words=time_words(now, one.last))
        for one in found
    )
