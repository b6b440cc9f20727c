"""World files: read, checked against the published schema, told in one clear error where they are wrong."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from secretariat.devnet import json_files
from secretariat.devnet.chain.specs import PALLET_OF
from secretariat.devnet.world import file_checks
from secretariat.devnet.world.act_values import ActWrong, money
from secretariat.devnet.world.acts import ACTS_OF_PEOPLE, ACTS_OF_THE_WORLD, NETWORK
from secretariat.devnet.world.people import CHARACTERS, Habits, Person
from secretariat.devnet.world.scripted import Act
from secretariat.devnet.world.settings import Settings
from secretariat.devnet.world.sizes import SIZES
from secretariat.devnet.world.when import when_of

SCENARIOS = (
    "demo",
    "ordinary-term",
    "low-candidacy",
    "failed-announcing",
    "failed-reveal",
    "late-withdrawal",
    "proposal-lost-to-new-council",
    "budget-runs-out",
    "validator-outage",
    "growth-burst",
    "stale-query-node",
    "reorganisation",
    "spec-upgrade",
    "hostile-texts",
)

Members = Sequence[dict[str, Any]]

_MONEY = ("council_budget", "budget_increment", "councilor_reward", "worker_reward")
_CYCLES = ("candidacies_by_hand", "votes_by_hand", "quiet_cycles", "failed_announcing", "failed_reveal")


_OFFICE = re.compile(rf"world|councilor-[1-9]|lead-({'|'.join(PALLET_OF)})")


_ACCOUNT = re.compile(r"(0x)?[0-9a-fA-F]{64}")


class WorldFileError(ValueError):
    """A world file that is wrong; the message says where, and what is expected there."""


@dataclass(frozen=True, kw_only=True)
class WorldFile:
    """What a world file says."""

    settings: Settings
    members: Members


@cache
def schema() -> dict[str, Any]:
    """Give the schema that world files keep to."""
    text = (resources("secretariat.devnet.world") / "world.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def load(source: str | Path) -> WorldFile:
    """Read a scenario by its name, or a world file by its path. Raises WorldFileError."""
    if str(source) in SCENARIOS:
        place = resources("secretariat.devnet.world") / "scenarios" / f"{source}.json"
        return parse(place.read_bytes(), name_of(source))
    path = Path(source)
    if not path.is_file():
        names = ", ".join(SCENARIOS)
        raise WorldFileError(f"{source}: no such file, and no scenario; the scenarios are {names}")
    try:
        return parse(path.read_bytes(), str(source))
    except OSError as error:
        raise WorldFileError(f"{source}: it cannot be read: {error.strerror}") from error


def name_of(source: str | Path) -> str:
    """Name a world in errors: a scenario, or its file."""
    return f"scenario {source}" if str(source) in SCENARIOS else str(source)


def parse(text: bytes, name: str) -> WorldFile:
    """Read a world file's text. Raises WorldFileError that begins with its name."""
    try:
        return _world_file(json_files.read(text, schema()))
    except (json_files.FileWrong, ActWrong) as error:
        raise WorldFileError(f"{name}: {error}") from error


def _world_file(document: dict[str, Any]) -> WorldFile:
    given = dict(document.get("settings", {}))
    for name in _MONEY:
        if name in given:
            given[name] = money(given[name], f"settings.{name}")
    for name in _CYCLES:
        if name in given:
            given[name] = frozenset(given[name])
    if "candidates" in given:
        file_checks.check_span(given["candidates"], "settings.candidates")
        given["candidates"] = tuple(given["candidates"])
    if "constants" in given:
        file_checks.check_constants(given["constants"], "settings.constants")
    members = document.get("members", [])
    settings = Settings(
        title=document["title"],
        size=SIZES[document.get("size", "small")],
        seed=document.get("seed", 1),
        start=when_of(document["start"]) if "start" in document else None,
        acts=tuple(_act(place, one) for place, one in enumerate(document.get("acts", []))),
        **given,
    )
    if settings.start is not None:
        file_checks.check_when(settings.start, "start")
    file_checks.check_failures(settings)
    file_checks.check_labels(settings)
    file_checks.check_members(members)
    return WorldFile(settings=settings, members=members)


def _act(place: int, given: dict[str, Any]) -> Act:
    where, actor, act = f"acts[{place}]", given["actor"], given["act"]
    known = ACTS_OF_THE_WORLD if actor == "world" else ACTS_OF_PEOPLE
    if act not in known:
        raise ActWrong(f"{where}.act: {actor!r} cannot {act!r}; it can {', '.join(sorted(known))}")
    arguments = given.get("arguments", {})
    json_files.check(arguments, _arguments_schema(act), "acts", place, "arguments")
    if act in ("upgrade", "know_runtime"):
        file_checks.check_constants(arguments.get("constants", {}), f"{where}.arguments.constants")
    when = when_of(given["block"])
    file_checks.check_when(when, f"{where}.block")
    if act in NETWORK and when.label is not None:
        raise ActWrong(f"{where}.block: {act} takes a block or a stage, not what follows another act")
    return Act(
        when=when,
        actor=actor,
        act=act,
        arguments=arguments,
        label=given.get("label"),
        fails=given.get("fails"),
    )


def _arguments_schema(act: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/arguments/{act}", "$defs": schema()["$defs"]}


def with_members(people: dict[str, Person], members: Members, seed: int) -> dict[str, Person]:
    """Give the people with those that a file names: known names are changed, others are added."""
    found = dict(people)
    for one in members:
        name = one["name"]
        before = found.get(name) or Person(name=name, handle=name, number=len(found), seed=seed)
        character = one.get("character", before.character)
        apart = next((words for known, words in CHARACTERS if known == one.get("character")), {})
        habits = replace(before.habits if not apart else Habits(), **{**apart, **_habits(one)})
        sums = {purpose: money(amount, name) for purpose, amount in one.get("balances", {}).items()}
        found[name] = replace(
            before,
            handle=one.get("handle", before.handle),
            character=character,
            habits=habits,
            joins=one.get("joins", before.joins),
            balances={**before.balances, **sums},
        )
    _check_handles(found)
    return found


def _check_handles(people: dict[str, Person]) -> None:
    """Refuse a handle that two have: the chain would. Raises WorldFileError."""
    known: dict[str, str] = {}
    for person in people.values():
        other = known.setdefault(person.handle, person.name)
        if other != person.name:
            raise WorldFileError(f"members: {person.name!r} has the handle {person.handle[:60]!r}, which {other!r} has")


def _habits(one: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in one.get("habits", {}).items()}


def check_people(settings: Settings, people: dict[str, Person]) -> None:
    """Refuse acts of people who do not exist, and with them. Raises WorldFileError."""
    for place, act in enumerate(settings.acts):
        if act.actor not in people and not _OFFICE.fullmatch(act.actor):
            names = ", ".join(sorted(people))
            raise WorldFileError(f"acts[{place}].actor: nobody is called {act.actor[:60]!r}; there are {names[:500]}")
        for argument, name in _named(act.arguments):
            if name not in people and not (argument != "for" and _ACCOUNT.fullmatch(name)):
                raise WorldFileError(f"acts[{place}].arguments.{argument}: nobody is called {name[:60]!r}")


def _named(arguments: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the people and accounts that an act's arguments name, each with its argument."""
    for argument in ("for", "to"):
        if isinstance(arguments.get(argument), str):
            yield argument, arguments[argument]
    yield from (("pays", name) for name in arguments.get("pays", ()))
