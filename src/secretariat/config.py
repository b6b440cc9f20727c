"""Settings from ``secretariat.toml``: a table is on when it is there, an unknown key is an error."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

from secretariat.errors import SecretariatError

FILE_NAME = "secretariat.toml"


class ConfigWrong(SecretariatError):
    """The configuration file is not what it should be."""


@dataclass(frozen=True, kw_only=True)
class StoreSettings:
    """``[store]``: the database. ``url`` is a SQLAlchemy address of SQLite or PostgreSQL."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    url: str = "sqlite:///secretariat.db"


@dataclass(frozen=True, kw_only=True)
class Config:
    """The settings of every table that is on, by the table's name."""

    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def store(self) -> StoreSettings:
        """Give the store's settings; they have defaults, so the store is always on."""
        found: StoreSettings = self.settings.get("store", StoreSettings())
        return found


@dataclass(frozen=True, kw_only=True)
class Each:
    """A table that holds tables of one class under names of the person's choice: ``[people.ada]``.

    ``names`` is the pattern that such a name fits, and ``called`` says it in words.
    """

    cls: type
    names: re.Pattern[str]
    called: str


@dataclass(frozen=True, kw_only=True)
class Later:
    """A table whose class is imported only where a file has the table: ``module`` has it, as ``name``.

    A duty's settings bring the duty with them, and most commands need no duty.
    """

    module: str
    name: str = "Settings"

    def table(self) -> type | Each:
        """Import the class, or the table of tables."""
        found: type | Each = getattr(import_module(self.module), self.name)
        return found


Table = type | Each | Later
"""What is known of a table: the class of its settings, or how to get it."""

ASKED: Mapping[str, str] = {
    "tuple": 'give a list in square brackets, such as ["one", "two"]',
    "int": "give a whole number without quotes",
    "float": "give a number without quotes",
    "bool": "give true or false without quotes",
    "string": "give a text in quotes",
}
"""What a value must be, by the beginning of the name that pydantic has for the error."""

TABLES: Mapping[str, Table] = {"store": StoreSettings}

SECRETS: Mapping[str, str] = {"store": "url"}
"""The one key of a table that may hold a secret, so that it can be given outside the file."""


def load(path: Path, tables: Mapping[str, Table] = TABLES) -> Config:
    """Load the file at ``path``, or defaults where there is none.

    Raises ConfigWrong for a file that is not TOML, an unknown table or key (naming the nearest known one), or a value
    of the wrong type.
    """
    return Config(settings={name: _table(path, name, values, tables) for name, values in _content(path).items()})


def load_what_fits(path: Path, tables: Mapping[str, Table] = TABLES) -> tuple[Config, tuple[ConfigWrong, ...]]:
    """Load the tables that ``load`` would take, and give what it would raise of the others."""
    settings, wrong = {}, []
    try:
        content = _content(path)
    except ConfigWrong as error:
        return Config(), (error,)
    for name, values in content.items():
        try:
            settings[name] = _table(path, name, values, tables)
        except ConfigWrong as error:
            wrong.append(error)
    return Config(settings=settings), tuple(wrong)


def _content(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigWrong(f"{path} cannot be read as TOML: {error}.") from error


def _table(path: Path, name: str, values: Any, tables: Mapping[str, Table]) -> Any:
    if name not in tables:
        raise ConfigWrong(f"{path}: there is no setting {name!r}.{_nearest(name, tables)}")
    if not isinstance(values, dict):
        raise ConfigWrong(f"{path}: {name} is a table; write [{name}] on a line of its own.")
    table = _found(tables[name])
    return _each(path, name, table, values) if isinstance(table, Each) else _checked(path, name, table, values)


def _found(table: Table) -> type | Each:
    return table.table() if isinstance(table, Later) else table


def _each(path: Path, name: str, table: Each, values: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for each, of_it in values.items():
        if not isinstance(of_it, dict):
            raise ConfigWrong(f"{path}: [{name}] holds tables only; write [{name}.{each}] on a line of its own.")
        if not table.names.fullmatch(each):
            raise ConfigWrong(f"{path}: [{name}] {each!r} cannot be a name: {table.called}.")
        found[each] = _checked(path, f"{name}.{each}", table.cls, of_it)
    return found


def with_secrets(
    loaded: Config,
    environment: Mapping[str, str],
    tables: Mapping[str, Table] = TABLES,
    secrets: Mapping[str, str] = SECRETS,
) -> Config:
    """Put what must not stand in a file in its place, by table and key: ``[store] url`` from ``SECRETARIAT_STORE_URL``.

    ``SECRETARIAT_STORE_URL_FILE`` may name a file that holds it instead. Raises ConfigWrong when that file cannot be read,
    or when the rest of the table does not fit.
    """
    settings = dict(loaded.settings)
    for name, key in secrets.items():
        variable = secret_variable(name, key)
        if value := secret_of(variable, environment):
            known, table = settings.get(name), _found(tables[name])
            if isinstance(table, Each):
                continue  # a table of tables has no key of its own
            try:
                settings[name] = replace(known, **{key: value}) if known else table(**{key: value})
            except ValueError as error:
                raise ConfigWrong(f"{variable} does not fit to [{name}]: {error}.") from error
    return Config(settings=settings)


def secret_variable(name: str, key: str) -> str:
    """Name the variable of the environment that may hold a key of a table."""
    return f"SECRETARIAT_{name}_{key}".upper()


def secret_of(variable: str, environment: Mapping[str, str]) -> str:
    """Give a secret of the environment, or of the file that ``<variable>_FILE`` names; empty without. Raises ConfigWrong."""
    value, file = environment.get(variable, ""), environment.get(f"{variable}_FILE", "")
    if value or not file:
        return value
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigWrong(f"{variable}_FILE names {file}, which cannot be read: {error}.") from error


def _checked(path: Path, name: str, cls: type, values: Mapping[str, Any]) -> Any:
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(cls).validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        known = [each.name for each in fields(cls)]
        if not key:  # the settings contradict each other
            raise ConfigWrong(f"{path}: [{name}] {first['msg'].removeprefix('Value error, ')}.") from error
        if first["type"] == "unexpected_keyword_argument":
            raise ConfigWrong(f"{path}: [{name}] has no key {key!r}.{_nearest(key, known)}") from error
        if first["type"] == "literal_error":
            raise ConfigWrong(f"{path}: [{name}] {key}: give one of {first['ctx']['expected']}.") from error
        words = next((words for start, words in ASKED.items() if first["type"].startswith(start)), first["msg"])
        raise ConfigWrong(f"{path}: [{name}] {key}: {words}.") from error


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else f" Known: {', '.join(sorted(known))}."
