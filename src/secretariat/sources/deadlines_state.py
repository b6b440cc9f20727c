"""A state for ``secretariat deadlines --at``: JSON text, checked against the published schema, as the facts it states."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from secretariat.errors import SecretariatError
from secretariat.facts.council_constants import BY_SPEC, CouncilConstants
from secretariat.facts.council_stages import (
    Announcing,
    CouncilStage,
    Election,
    Idle,
    Inactive,
    ReferendumStage,
    Revealing,
    Voting,
)
from secretariat.facts.council_state import CouncilState, OpenProposal
from secretariat.facts.pace import LAST_MILLISECOND, Observation, PaceUnknown, measure
from secretariat.sources.deadlines_names import Refused, in_our_words, our_word, with_flat_constants
from secretariat.sources.json_file import parsed
from secretariat.sources.schema_words import shown, words

SCHEMA_FILE = "deadlines-state.schema.json"
_SHOWN = 5


class StateUnreadable(SecretariatError):
    """The state is not what the schema asks for. The message has the JSON path of each thing that is wrong."""


def schema() -> dict[str, Any]:
    """Give the published schema."""
    loaded: dict[str, Any] = json.loads(schema_text())
    return loaded


def schema_text() -> str:
    """Give the published schema's text."""
    return files("secretariat.sources").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def read_state(text: str) -> CouncilState:
    """Read a state from JSON text. Raises StateUnreadable with JSON paths and what to give."""
    given = parsed(text, StateUnreadable)
    try:
        state = with_flat_constants(in_our_words(given), given)
    except Refused as error:
        raise StateUnreadable(str(error)) from error
    except RecursionError as error:
        raise StateUnreadable("nested too deeply") from error
    errors = sorted(Draft202012Validator(schema()).iter_errors(state), key=lambda error: list(map(str, error.path)))
    if errors:
        told = [f"{spelled(given, error.path)}: {words(error)}" for error in errors[:_SHOWN]]
        more = f"; and {len(errors) - _SHOWN} more" if len(errors) > _SHOWN else ""
        raise StateUnreadable("; ".join(told) + more)
    return _state(state)


def spelled(given: Any, path: Iterable[str | int]) -> str:
    """Write a JSON path in the spelling of what was given."""
    path_, at = "$", given
    for step in path:
        if isinstance(step, int):
            path_, at = f"{path_}[{step}]", at[step] if isinstance(at, list) and step < len(at) else None
            continue
        names = at if isinstance(at, dict) else {}
        name = next((name for name in names if our_word(name) == step), step)
        path_, at = f"{path_}.{name}", names.get(name)
    return path_


def place_in(text: str, place: str) -> str:
    """Turn the place that a StateWrong names into the JSON path of that value in the text."""
    given = parsed(text, StateUnreadable)
    steps = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", place)]
    return spelled(given, steps)


def _state(state: Mapping[str, Any]) -> CouncilState:
    head = _observation(state["head"], "$.head")
    several = isinstance(state["earlier"], list)
    observed = []
    for at, each in enumerate(state["earlier"] if several else [state["earlier"]]):
        place = f"$.earlier[{at}]" if several else "$.earlier"
        observed.append(_observation(each, place))
        if observed[-1].block >= head.block:
            raise StateUnreadable(
                f"{place}.block: block {observed[-1].block:,} is not before the head {head.block:,}; give an earlier one"
            )
        if observed[-1].milliseconds >= head.milliseconds:
            raise StateUnreadable(f"{place}.time: {shown(each['time'])} is not before the time of the head")
    try:
        pace = measure([head, *observed])
    except PaceUnknown as error:
        raise StateUnreadable(f"$.earlier: {error}") from error
    constants, from_spec = _constants(state)
    return CouncilState(
        pace=pace,
        constants=constants,
        council=_council(state["council_stage"]),
        referendum=_referendum(state["referendum_stage"]),
        cycle=state.get("cycle"),
        candidates=_candidates(state.get("candidates"), state.get("cycle")),
        proposals=tuple(_proposal(each) for each in state.get("proposals", ())),
        genesis=state.get("genesis"),
        constants_from_spec=from_spec,
    )


def _observation(given: Mapping[str, Any], place: str) -> Observation:
    """Read a block and its time; a time with an offset is turned into UTC."""
    time = given["time"]
    if isinstance(time, int):
        return Observation(block=given["block"], milliseconds=time)
    try:
        at = datetime.fromisoformat(time.upper()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise StateUnreadable(f"{place}.time: {shown(time)} is no moment of the calendar") from error
    since = at - datetime(1970, 1, 1, tzinfo=UTC)
    milliseconds = since.days * 86_400_000 + since.seconds * 1000 + since.microseconds // 1000
    if not 0 <= milliseconds <= LAST_MILLISECOND:
        raise StateUnreadable(f"{place}.time: {shown(time)} is before 1970; the chain's times are later")
    return Observation(block=given["block"], milliseconds=milliseconds)


_NEEDED = (
    "announcing_period_duration",
    "vote_stage_duration",
    "reveal_stage_duration",
    "idle_period_duration",
    "council_size",
)


def _constants(state: Mapping[str, Any]) -> tuple[CouncilConstants, bool]:
    """Lay the constants given over those of the spec version; tells too whether any is from the spec version."""
    spec, given = state.get("spec_version"), state.get("constants", {})
    known = BY_SPEC.get(spec) if spec is not None else None
    missing = [name for name in _NEEDED if name not in given]
    if known is None and missing:
        about = (
            "no spec_version is given" if spec is None else f"the constants of spec version {spec} are not known here"
        )
        raise StateUnreadable(
            f"$.constants: {about}; give {', '.join(missing)} from the runtime's metadata, "
            f"or a spec_version out of {', '.join(map(str, BY_SPEC))}"
        )
    extra = "min_number_of_extra_candidates"
    values = {name: given[name] if name in given else getattr(known, name) for name in _NEEDED}
    values[extra] = given.get(extra, known.min_number_of_extra_candidates if known is not None else 0)
    return CouncilConstants(**values), bool(missing)


def _council(given: Mapping[str, Any]) -> CouncilStage:
    ((name, members),) = given["stage"].items()
    stage: Announcing | Election | Idle
    if name == "Announcing":
        stage = Announcing(candidates_count=members["candidates_count"], ends_at=members["ends_at"])
    elif name == "Election":
        stage = Election(candidates_count=members["candidates_count"])
    else:
        stage = Idle(ends_at=members["ends_at"])
    return CouncilStage(stage=stage, changed_at=given["changed_at"])


def _referendum(given: str | Mapping[str, Any]) -> ReferendumStage:
    if isinstance(given, str):
        return Inactive()
    ((name, members),) = given.items()
    if name == "Inactive":
        return Inactive()
    shared = {key: members[key] for key in ("started", "winning_target_count", "current_cycle_id", "ends_at")}
    if name == "Voting":
        return Voting(**shared)
    return Revealing(**shared, intermediate_winners=_winners(members.get("intermediate_winners")))


def _winners(given: list[Any] | int | None) -> int | None:
    """Count the candidates with a revealed vote; the chain keeps each once (``try_winner_insert`` of the referendum pallet)."""
    named = Counter(_option(each) for each in given) if isinstance(given, list) else Counter()
    twice, times = next(((option, times) for option, times in named.items() if times > 1), (None, 0))
    if twice is not None:
        raise StateUnreadable(
            f"$.referendum_stage.Revealing.intermediate_winners: option_id {twice} is given {times} times, and the "
            "chain keeps each candidate once; give each once"
        )
    return _count(given)


def _option(winner: Any) -> int:
    """Give the number of a candidate's membership, which some decoders write as text with its thousands parted."""
    option = winner["option_id"] if isinstance(winner, dict) else winner
    return int(option.replace(",", "")) if isinstance(option, str) else int(option)


def _count(given: list[Any] | int | None) -> int | None:
    return len(given) if isinstance(given, list) else given


def _candidates(given: list[Any] | int | None, cycle: int | None) -> int | None:
    """Count the candidates of the present cycle: ``Council.Candidates`` keeps those of old cycles until they unstake."""
    if not isinstance(given, list) or cycle is None:
        return _count(given)
    return len([each for each in given if not isinstance(each, dict) or each.get("cycle_id", cycle) == cycle])


def _proposal(given: Mapping[str, Any]) -> OpenProposal:
    parameters, status = given["parameters"], given.get("status", "Active")
    approved_at = status.get("PendingExecution") if isinstance(status, dict) else None
    name = status if isinstance(status, str) else next(iter(status))
    return OpenProposal(
        number=given["id"],
        title=given.get("title"),
        status={
            "Active": "active",
            "PendingExecution": "pending-execution",
            "PendingConstitutionality": "pending-constitutionality",
        }[name],  # type: ignore[arg-type]
        activated_at=given["activated_at"],
        voting_period=parameters["voting_period"],
        grace_period=parameters["grace_period"],
        constitutionality=parameters.get("constitutionality", 1),
        council_confirmations=given.get("nr_of_council_confirmations", 0),
        exact_execution_block=given.get("exact_execution_block"),
        approved_at=approved_at,
    )
