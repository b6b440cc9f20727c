"""Occasions about what is published: the calendar and the feed, anew in each stage of an election."""

from collections.abc import Iterator

from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.occasions import Occasion

CALENDAR, FEED = "calendar", "feed"


def about_publishing(history: History) -> Iterator[Occasion]:
    """List what every stage calls for: what is to come, and what was said, for everybody who follows it by a program."""
    for election in history.elections:
        for stage in history.stages(election):
            for kind in (CALENDAR, FEED):
                yield Occasion(
                    row="B11",
                    kinds=(kind,),
                    place="page",
                    cycle=int(election["cycle"]),
                    opens=stage.begins,
                    due=stage.begins,
                    closes=stage.last,
                )
