"""The table ``[contacts]`` of the configuration: how long the desk keeps how it reaches somebody."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class ContactsSettings:
    """``[contacts]``: a contact is erased so many council terms after its member's last role."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    erase_after_terms: int = 2

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is none of terms."""
        if not 1 <= self.erase_after_terms <= 100:
            raise ValueError("erase_after_terms is 1 to 100")
