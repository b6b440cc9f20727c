"""What a world file's schema cannot say: constants of the right kind, labels that come true, people who exist."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from secretariat.devnet.chain.specs import PRODUCTION
from secretariat.devnet.metadata.compact import ScaleWrong
from secretariat.devnet.metadata.pallets import PALLETS, TYPES
from secretariat.devnet.metadata.scale import Codec
from secretariat.devnet.world.act_values import ActWrong, money
from secretariat.devnet.world.when import When

if TYPE_CHECKING:
    from secretariat.devnet.world.scripted import Act
    from secretariat.devnet.world.settings import Settings

LAST_BLOCK = 2**32 - 1

_CONSTANTS = {f"{pallet.name}.{name}": text for pallet in PALLETS for name, text in pallet.constants.items()}
"""The declared type of every constant."""

_CODEC = Codec(TYPES)


def declared(name: str) -> str:
    """Give the declared type of a constant, by ``Pallet.Constant``."""
    return _CONSTANTS[name]


def least(name: str, usual: int) -> int:
    """Give the least that a whole constant can be: periods of no block, and a council of nobody, would let the chain stand."""
    return 1 if name.endswith(("Duration", "Period", "CouncilSize")) and usual else 0


def check_constants(constants: Mapping[str, Any], where: str) -> None:
    """Refuse constants that the runtime has not, or that are not of its type. Raises ActWrong."""
    for name, value in constants.items():
        if name not in PRODUCTION:
            raise ActWrong(f"{where}.{name}: the runtime has no constant of this name")
        _check_kind(value, PRODUCTION[name], f"{where}.{name}")
        try:
            _CODEC.encode(_CONSTANTS[name], value)
        except ScaleWrong as error:
            raise ActWrong(f"{where}.{name}: {error}") from error


def _check_kind(value: Any, usual: Any, where: str) -> None:
    """Hold a constant against the production runtime's."""
    if isinstance(usual, dict):
        if not isinstance(value, dict) or set(value) != set(usual):
            raise ActWrong(f"{where}: an object with {', '.join(usual)} is wanted")
        for name, inner in usual.items():
            _check_kind(value[name], inner, f"{where}.{name}")
    elif type(usual) is int:
        lowest = least(where, usual)
        if type(value) is not int or value < lowest:
            raise ActWrong(f"{where}: a whole number from {lowest} on is wanted, not {value!r}")
    elif type(value) is not type(usual):
        raise ActWrong(f"{where}: {value!r} is of another kind than {usual!r}")


def check_when(when: When, where: str) -> None:
    """Refuse a block that no stage has, or no chain. Raises ActWrong."""
    if when.stage is not None and ((when.ends and when.offset > 0) or (not when.ends and when.offset < 0)):
        edge = "ends takes 0 or fewer" if when.ends else "begins takes 0 or more"
        raise ActWrong(f"{where}: {edge} blocks; a stage is known from its first to its last block only")
    if max(when.block or 0, abs(when.offset)) > LAST_BLOCK:
        raise ActWrong(f"{where}: blocks are numbered up to {LAST_BLOCK}")


def check_failures(settings: "Settings") -> None:
    """Refuse cycles that are to fail and cannot: by hand nobody sees to it, and no election is held after too few stood. Raises ActWrong."""
    for name, by_hand in (
        ("failed_announcing", settings.candidacies_by_hand),
        ("failed_reveal", settings.votes_by_hand),
    ):
        if both := sorted(getattr(settings, name) & by_hand):
            hand = "candidacies_by_hand" if name == "failed_announcing" else "votes_by_hand"
            raise ActWrong(f"settings.{name}: cycle {both[0]} is in {hand} too, where the file's acts alone decide")
    if both := sorted(settings.failed_announcing & settings.failed_reveal):
        raise ActWrong(
            f"settings.failed_reveal: cycle {both[0]} is in failed_announcing too: with too few who stand no vote is held"
        )


def check_labels(settings: "Settings") -> None:
    """Refuse labels that nothing has, that two have, or that wait for each other. Raises ActWrong."""
    by_label: dict[str, Act] = {}
    for place, act in enumerate(settings.acts):
        if act.label is not None and act.label in by_label:
            raise ActWrong(f"acts[{place}].label: {act.label!r} is used more than once")
        if act.label is not None:
            by_label[act.label] = act
    if settings.start is not None and settings.start.label is not None and settings.start.label not in by_label:
        raise ActWrong(f"start.after: no act has the label {settings.start.label!r}")
    for place, act in enumerate(settings.acts):
        if act.when.label is not None and act.when.label not in by_label:
            raise ActWrong(f"acts[{place}].block.after: no act has the label {act.when.label!r}")
        waited, seen = act.when.label, set[str]()
        while waited is not None and waited not in seen:
            seen.add(waited)
            waited = by_label[waited].when.label
        if waited is not None:
            raise ActWrong(f"acts[{place}].block.after: {waited!r} waits for itself")


def check_members(members: Sequence[Mapping[str, Any]]) -> None:
    """Refuse people named twice or as the world is, and amounts and spans that are none. Raises ActWrong."""
    names = [one["name"] for one in members]
    for place, one in enumerate(members):
        if names.count(one["name"]) > 1:
            raise ActWrong(f"members[{place}].name: {one['name']!r} is named more than once")
        if one["name"] == "world":
            raise ActWrong(f"members[{place}].name: 'world' is who does what nobody does; take another name")
        for purpose, amount in one.get("balances", {}).items():
            money(amount, f"members[{place}].balances.{purpose}")
        for name, value in one.get("habits", {}).items():
            if isinstance(value, list):
                check_span(value, f"members[{place}].habits.{name}")


def check_span(value: Sequence[int], where: str) -> None:
    """Refuse a span that ends before it begins. Raises ActWrong."""
    low, high = value
    if low > high:
        raise ActWrong(f"{where}: {low} to {high} is no span; the smaller number comes first")
