"""Elections: the introductions thread, a message at each stage, too few candidates, reminders, failed elections explained."""

from secretariat.duties.duty import Duty, Watched
from secretariat.duties.elections.review import review
from secretariat.duties.elections.settings import Settings

DUTY = Duty(
    name="elections",
    role=("E1", "E2", "E3", "E4", "E5", "E6", "B10", "B12"),
    needs=(),
    watches=(
        Watched(kind="stored-council"),
        Watched(kind="stored-candidate"),
        Watched(kind="stored-seat"),
        Watched(kind="compared-state"),
        Watched(kind="past-state", which="newest", most=3),
        Watched(kind="runtime-constant"),
        Watched(kind="elected-council"),
        Watched(kind="council-seat"),
        Watched(kind="stage-update"),
        Watched(kind="election-cycle"),
        Watched(kind="referendum-stage"),
        Watched(kind="candidacy"),
        Watched(kind="membership", which="named"),
        Watched(kind="cast-vote", which="newest", most=3_000),
        Watched(kind="election-event", which="newest", most=1_000),
        Watched(kind="live-category"),
        Watched(kind="live-thread", which="newest", most=1_000),
        Watched(kind="opened-thread"),
    ),
    settings=Settings,
    review=review,
)
