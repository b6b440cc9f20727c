"""JSON of other machines read exactly: whole numbers as int, others as Decimal, nothing dropped without a word."""

import json
from decimal import Decimal
from json import JSONDecodeError
from typing import Any, NoReturn

from secretariat.facts.texts import quoted


class JsonBroken(Exception):
    """The bytes are no JSON; it may be that they are cut short."""


class JsonUnfit(Exception):
    """The bytes are JSON that cannot be taken: twice the same key, no real number, too deep, too many digits."""


def exact_json(content: bytes) -> Any:
    """Parse one JSON value in UTF-8.

    Raises JsonBroken for what another request may give whole, and JsonUnfit for what would be refused again.
    """
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_float=_decimal,
            parse_constant=_refused,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError as error:
        raise JsonBroken(f"it is not UTF-8 at byte {error.start:,}") from error
    except JSONDecodeError as error:
        where = "it is empty" if not content.strip() else f"it is no JSON at character {error.pos:,}: {error.msg}"
        raise JsonBroken(where) from error
    except RecursionError as error:
        raise JsonUnfit("it is nested more deeply than any answer") from error
    except (ValueError, ArithmeticError) as error:
        raise JsonUnfit("it holds a number of more digits than any figure") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise JsonUnfit(f"an object in it has the key {quoted(twice)} more than once")
    return found


def _decimal(digits: str) -> Decimal:
    number = Decimal(digits)
    if not number.is_finite():
        raise ValueError("beyond any exponent")
    return number


def _refused(name: str) -> NoReturn:
    raise JsonUnfit(f"it holds {name}, which is no number")
