"""Rules about what is missing: facts that do not tell how the election stands, and settings without which nothing goes out."""

from collections.abc import Iterator

from secretariat.desk.findings import Finding
from secretariat.desk.rules import Unclear, category_unfit, not_configured
from secretariat.duties.elections.figures import CANDIDATE_STAKE, VOTE_STAKE
from secretariat.duties.elections.settings import Settings
from secretariat.duties.elections.view import EXTRA, SIZE, View

WANTED_CONSTANTS = (SIZE, EXTRA, CANDIDATE_STAKE, VOTE_STAKE)


def unclear(why: Unclear) -> Finding:
    """Conclude that the election cannot be followed, and say what to do."""
    return Finding(
        key="elections/facts/stage", title="How the election stands is not known", why=str(why), level="alert"
    )


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
    yield from category_unfit("elections", view.snapshot, view.settings.forum_category)
