"""Refusals: decisions that cannot be taken as given, with nothing changed."""

from secretariat.errors import SecretariatError


class DecisionRefused(SecretariatError):
    """The decision cannot be taken as given; the message says why and what would be."""


def reason(why: str) -> str:
    """Give the reason without spaces around it. Raises DecisionRefused where there is none."""
    if not why.strip():
        raise DecisionRefused("Say why, in words that the next secretary will understand: --why TEXT")
    return why.strip()
