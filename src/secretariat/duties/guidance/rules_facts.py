"""Rules about what is missing: facts that do not tell enough, a setting without which nothing goes out, types that no guide knows."""

from collections.abc import Iterator

from secretariat.desk.findings import Evidence, Finding
from secretariat.desk.rules import not_configured
from secretariat.duties.guidance.settings import Settings
from secretariat.duties.guidance.view import View
from secretariat.facts.proposal_parameters import CODEX, constant_of
from secretariat.facts.proposal_types import PROPOSAL_TYPES
from secretariat.facts.records import CHAIN

_GUIDED = frozenset(CODEX + constant_of(one.name) for one in PROPOSAL_TYPES)
_OWN_LIMITS = ("FundingRequestProposalMax", "SetMaxValidatorCountProposalMax")


def settings_missing(settings: Settings) -> Iterator[Finding]:
    """Conclude a task where words for everybody have no place."""
    yield from not_configured(
        "guidance", {"discord": (settings.discord, 'Set discord = "<name of a place for everybody>"')}
    )


def types_unknown(view: View) -> Iterator[Finding]:
    """Conclude that the runtime has parameters of a type that no guide is written for."""
    for name, record in sorted(view.runtime.constants.items()):
        short = name.removeprefix(CODEX)
        if name == short or name in _GUIDED or short.startswith(_OWN_LIMITS):
            continue
        yield Finding(
            key=f"guidance/types/{short.lower()}",
            title=f"A type of proposal has no guide: {short}",
            why=f"The runtime of spec version {view.runtime.spec_version} has the constant {name}, and no guide is written for it. Report it; "
            "until then nothing is said of such proposals.",
            evidence=(Evidence(says="the constant", source=record.source),),
            needs=(CHAIN,),
        )
