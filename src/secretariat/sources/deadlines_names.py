"""The names of a state for ``deadlines --at`` in the words of its schema, whatever decoder spelled them, and its constants."""

import re
from collections.abc import Collection
from dataclasses import fields
from difflib import get_close_matches
from typing import Any

from secretariat.facts.council_constants import CouncilConstants
from secretariat.facts.views import nearest
from secretariat.sources.schema_words import shown

VARIANTS = {
    word.lower().replace("_", ""): word
    for word in (
        "Announcing", "Election", "Idle", "Inactive", "Voting", "Revealing",
        "Active", "PendingExecution", "PendingConstitutionality",
    )
}  # fmt: skip

_STAGE_WORDS = {f"{word[0].lower()}{word[1:]}": word for word in VARIANTS.values()}
"""Stages without members as decoders in camelCase write them; a value in capitals is none."""

_CONSTANTS = tuple(each.name for each in fields(CouncilConstants))
_PALLETS = ("council", "referendum")
_OTHERS = frozenset(
    {
        "min_candidate_stake", "elected_member_reward_period", "budget_refill_period", "candidacy_lock_id", "councilor_lock_id",
        "max_salt_length", "minimum_stake", "staking_handler_lock_id",
    }
)  # fmt: skip
"""What else the metadata of both pallets names: no deadline follows from it."""


class Refused(ValueError):
    """A value that JSON can hold and a state cannot."""


def in_our_words(value: Any) -> Any:
    """Write every name as the schema has it, whatever decoder spelled it; values stay, but for stages without members."""
    if isinstance(value, list):
        return [in_our_words(item) for item in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Any] = {}
    for name, item in value.items():
        word = our_word(name)
        if word in made:
            raise Refused(f"{word!r} is given twice in one object, in two spellings")
        made[word] = in_our_words(item)
        if word in {"referendum_stage", "status"} and isinstance(item, str):
            made[word] = _STAGE_WORDS.get(item, item)
    return made


def our_word(name: str) -> str:
    """Turn ``endsAt``, ``Council.Stage`` or ``announcing`` into ``ends_at``, ``council_stage`` or ``Announcing``."""
    if name.startswith("$"):
        return name
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    if snake in {"council.stage", "referendum.stage"}:
        return snake.replace(".", "_")
    snake = re.sub(r"^(council|referendum)\.", "", snake)
    return VARIANTS.get(snake.replace("_", ""), snake)


def with_flat_constants(state: Any, given: Any) -> Any:
    """Put constants that are grouped by pallet beside those that are not, and refuse what is meant for one and is none.

    Constants of other pallets are let be, as they come with a dump of all.
    """
    constants = state.get("constants") if isinstance(state, dict) else None
    if not isinstance(constants, dict):
        return state
    flat: dict[str, Any] = {}
    for name, value in constants.items():
        grouped = isinstance(value, dict) and "." not in name and name not in _CONSTANTS
        if grouped and name not in _PALLETS and get_close_matches(name, _PALLETS, 1, 0.75):
            raise Refused(_unknown(given, name, _PALLETS))
        members = value if grouped and name in _PALLETS else {} if grouped else {name: value}
        for each, held in members.items():
            if each in flat:
                raise Refused(f"{each!r} is given twice among the constants")
            flat[each] = held
    for name in flat:
        last = name.rpartition(".")[2]
        if last not in (_OTHERS if "." not in name else ()) and name not in _CONSTANTS and _meant(name, last):
            raise Refused(_unknown(given, name, _CONSTANTS))
    return {**state, "constants": flat}


def _meant(name: str, last: str) -> bool:
    """Tell whether a name that is no constant of council and referendum was to be one: any that names no other pallet."""
    return "." not in name or bool(get_close_matches(last, _CONSTANTS, 1, 0.85))


def _unknown(given: Any, name: str, known: Collection[str]) -> str:
    (constants,) = (value for key, value in given.items() if our_word(key) == "constants")
    names = [*constants, *(each for value in constants.values() if isinstance(value, dict) for each in value)]
    written = next((each for each in names if our_word(each) == name), name)
    return f"$.constants: {shown(written)} is not known here; {nearest(name.rpartition('.')[2], known)}"
