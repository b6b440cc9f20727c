"""Digests: to each council member what waits for their vote, to each lead what is due, to everybody how things stand; at most one a day."""

from secretariat.duties.digests.review import review
from secretariat.duties.digests.settings import Settings
from secretariat.duties.duty import Duty, Watched
from secretariat.facts.reporting_cycle import ReportNoted

DUTY = Duty(
    name="digests",
    role=("B1",),
    needs=(),
    watches=(
        Watched(kind="stored-council"),
        Watched(kind="stored-seat"),
        Watched(kind="stored-proposal"),
        Watched(kind="stored-group"),
        Watched(kind="stored-worker"),
        Watched(kind="runtime-constant"),
        Watched(kind="elected-council"),
        Watched(kind="council-seat"),
        Watched(kind="election-cycle"),
        Watched(kind="proposal", which="open"),
        Watched(kind="proposal", which="newest", most=300),
        Watched(kind="live-thread", which="newest", most=1_000),
        Watched(kind="live-post", which="newest", most=3_000),
        Watched(kind="required-section"),
        Watched(kind="opening", which="open"),
        Watched(kind="membership", which="named"),
    ),
    decisions=(ReportNoted,),
    settings=Settings,
    review=review,
)
