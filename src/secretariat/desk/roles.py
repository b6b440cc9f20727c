"""Roles: who may do what at the desk; one table that commands and pages ask alike."""

from collections.abc import Mapping
from typing import Literal, get_args

from secretariat.errors import SecretariatError

Role = Literal["viewer", "council member", "deputy", "secretary", "auditor"]
ROLES: tuple[Role, ...] = get_args(Role)

Action = Literal[
    "read desk",
    "read journal",
    "verify journal",
    "approve",
    "approve second",
    "reject",
    "reword",
    "snooze",
    "settle",
    "sign",
    "write",
    "note",
    "keep contacts",
    "deliver",
    "grant standing",
    "revoke standing",
    "record mandate",
    "confirm mandate",
]
ACTIONS: tuple[Action, ...] = get_args(Action)

_READING: frozenset[Action] = frozenset({"read desk"})
_OVERSEEING: frozenset[Action] = frozenset({"read desk", "read journal", "verify journal"})
_WORKING: frozenset[Action] = frozenset(
    {
        "approve",
        "reject",
        "reword",
        "snooze",
        "settle",
        "sign",
        "write",
        "note",
        "keep contacts",
        "deliver",
        "revoke standing",
    }
)

MAY: Mapping[Role, frozenset[Action]] = {
    "viewer": _READING,
    "council member": _OVERSEEING | {"approve second", "confirm mandate"},
    "deputy": _OVERSEEING | _WORKING,
    "secretary": _OVERSEEING | _WORKING | {"grant standing", "record mandate"},
    "auditor": _OVERSEEING,
}
"""What each role may do. The office-holder records a mandate, and somebody of the council confirms it: nobody makes themselves
secretary. The deputy does the daily work, and grants nothing ahead."""


class NotAllowed(SecretariatError):
    """The person's roles do not let them do this."""


def may(roles: tuple[Role, ...], action: Action) -> bool:
    """Tell whether any of a person's roles allows an action."""
    return any(action in MAY[role] for role in roles)


def check(person: str, roles: tuple[Role, ...], action: Action) -> None:
    """Raise NotAllowed, naming who may, unless the person may."""
    if not may(roles, action):
        able = [role for role in ROLES if action in MAY[role]]
        are = f"is {' and '.join(roles)}" if roles else "has no role"
        raise NotAllowed(
            f"{person} {are} and may not {action}; {' or '.join(able)} may. Roles stand in [people.{person}]."
        )
