"""Views: the saved perspectives that come with the program, and those of a folder of one's own."""

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from secretariat.errors import SecretariatError
from secretariat.facts.views import View, ViewError, view_of

LONGEST_WHOLE = 40
"""Digits up to which a number with a point or an exponent is taken as the whole number that it is."""

_VIEWS = Path(__file__).parent.parent / "duties" / "leaderboard" / "views"


class ViewUnreadable(SecretariatError):
    """A saved view cannot be read."""


def saved_views(folder: Path | None = None) -> tuple[View, ...]:
    """Read the bundled views, then those of a folder, each folder in the order of the files' names.

    Raises ViewUnreadable with the file and what is wrong in it, and for a folder that has none.
    """
    if folder is not None and not folder.is_dir():
        raise ViewUnreadable(f"There is no folder of views {folder}.")
    own = sorted(folder.glob("*.toml")) if folder else []
    if folder is not None and not own:
        raise ViewUnreadable(f"There is no view in {folder}: put a *.toml file there, or leave --views out.")
    return tuple(_view(path) for path in (*sorted(_VIEWS.glob("*.toml")), *own))


def _number(text: str) -> int | Decimal:
    """Read a number with a point or an exponent: one that is whole is a whole number, as in every file that a person gives."""
    number = Decimal(text)
    whole = number.is_finite() and number.adjusted() < LONGEST_WHOLE and number == number.to_integral_value()
    return int(number) if whole else number


def _view(path: Path) -> View:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=_number)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ViewUnreadable(f"The view {path} cannot be read as TOML: {error}.") from error
    except (ArithmeticError, ValueError) as error:  # an exponent that no Decimal has, or thousands of digits
        raise ViewUnreadable(f"The view {path} cannot be read: a number in it is too large or too small.") from error
    except RecursionError as error:
        raise ViewUnreadable(f"The view {path} cannot be read: it is nested too deeply.") from error
    try:
        return replace(view_of(content), file=str(path))
    except ViewError as error:
        raise ViewUnreadable(f"{path}: {error}") from error
