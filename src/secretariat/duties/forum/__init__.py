"""The forum: unanswered questions, the weekly digest, hints about categories, dormant pre-proposals, and advice on posts."""

from secretariat.duties.duty import Duty, Watched
from secretariat.duties.forum.review import review
from secretariat.duties.forum.settings import Settings
from secretariat.facts.questions import QuestionDismissed

DUTY = Duty(
    name="forum",
    role=("B8",),
    needs=(),
    watches=(
        Watched(kind="live-category"),
        Watched(kind="live-thread", which="newest", most=1_000),
        Watched(kind="live-post", which="newest", most=3_000),
        Watched(kind="discussion-post", which="newest", most=2_000),
        Watched(kind="proposal", which="open"),
        Watched(kind="proposal", which="newest", most=300),
        Watched(kind="opening", which="open"),
    ),
    decisions=(QuestionDismissed,),
    settings=Settings,
    review=review,
)
