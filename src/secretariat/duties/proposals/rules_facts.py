"""Rules about what is missing: facts that do not tell enough, and a setting without which nothing goes out."""

from collections.abc import Iterator

from secretariat.desk.findings import Finding
from secretariat.duties.proposals.settings import Settings
from secretariat.duties.proposals.view import View
from secretariat.facts.records import CHAIN


def settings_missing(settings: Settings) -> Iterator[Finding]:
    """Conclude a task where messages have no place."""
    if not settings.discord:
        yield Finding(
            key="proposals/settings/discord",
            title="Proposals: discord is not configured",
            why='Messages to the council have no place. Set discord = "<name of a place>" in the table [proposals] of the '
            "configuration. Until then who has not voted stands on the desk alone.",
        )


def facts_missing(view: View) -> Iterator[Finding]:
    """Conclude which proposals cannot be followed: unreadable ones, and votes that are not known by whom."""
    if view.unread:
        yield Finding(
            key="proposals/facts/unreadable",
            title="Proposals in the chain's storage cannot be followed",
            why=f"Of {_listed(view.unread)} status, start or periods are unknown or cannot be. Run `secretariat sync`; "
            "`secretariat problems` says what cannot be read.",
            level="alert",
            needs=(CHAIN,),
        )
    unknown = tuple(vote.number for vote in view.voting if vote.missing is None)
    if unknown:
        yield Finding(
            key="proposals/facts/votes",
            title="Who has voted on proposals is not known",
            why=f"Of {_listed(unknown)} the votes or the council's seats are not all known. Nobody is told to vote on them, and nothing "
            "is said about who has. Run `secretariat sync`; `secretariat problems` says what cannot be read.",
            level="alert",
            needs=(CHAIN,),
        )


def _listed(numbers: tuple[int, ...]) -> str:
    return f"proposal{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
