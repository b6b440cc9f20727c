"""An invented council with the constants of production, or of another world, and proposals of types that a test names."""

from collections.abc import Iterable, Mapping
from typing import Any

from secretariat.devnet.chain.specs import PRODUCTION
from secretariat.duties.guidance.settings import Settings
from secretariat.duties.guidance.view import View, view_of
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import snapshot_of
from tests.duties.proposals.invented import BEGAN, World, node

CONSTANTS: Mapping[str, Any] = {name: value for name, value in PRODUCTION.items() if not isinstance(value, bytes)}
SETTINGS = Settings(discord="town", guides_url="https://site.invalid/guides")
BEFORE = BEGAN - 403_200
"""The first block of the term before."""


def world(**given: Any) -> World:
    """Give a world with production's constants and no open proposal, unless said otherwise."""
    return World(**{"filed": (), "constants": CONSTANTS, **given})


def parameters(constants: Mapping[str, Any], name: str, **changed: int) -> dict[str, Any]:
    """Give constants in which some parameters of one type are otherwise."""
    return {**constants, name: {**constants[name], **changed}}


def viewed(one: World, settings: Settings = SETTINGS) -> View:
    """Give what the duty sees of a world."""
    return view_of(snapshot_of(one.records()), one.now, settings)


def history(types: Iterable[tuple[str, int]], first: int = 1) -> list[AnyStated]:
    """Give a finished proposal for each type with its block, and the council before the present one."""
    filed = [
        node(Proposal(number=number, type=type_, created_block=block, finalised=True), str(number), block)
        for number, (type_, block) in enumerate(types, start=first)
    ]
    return [
        *filed,
        node(ElectedCouncil(elected_block=BEFORE), "council-0", BEFORE),
        node(CouncilSeat(council="council-0", member_id=11), "seat-0", BEFORE),
    ]
