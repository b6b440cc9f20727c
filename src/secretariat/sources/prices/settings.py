"""The table ``[prices]`` of the configuration: where exchange rates are read and how they are written there."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[prices]``: either ``address``, which answers JSON, or ``file``, a CSV, counted from the present folder.

    The simplest JSON is a list of ``{"day": "2024-05-01", "rate": "0.0123"}``. Otherwise ``rows`` leads to the list (or
    to an object of days) by keys with dots between them, and ``day`` and ``rate`` name a row's two values: a column of
    the CSV, a key of a JSON object (again with dots), or for rows that are lists the place, counted from 0. Left empty,
    they are found by their usual names. ``tokens`` is the number of tokens that the rate is for, a power of ten.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    address: str = ""
    file: str = ""
    rows: str = ""
    day: str = ""
    rate: str = ""
    tokens: int = 1

    def __post_init__(self) -> None:
        """Raise ValueError for settings that contradict each other."""
        if bool(self.address) == bool(self.file):
            raise ValueError("give either address or file")
        if self.file and self.rows:
            raise ValueError("rows is for an address; a CSV file has rows of its own")
        if self.tokens < 1 or str(self.tokens).strip("0") != "1":
            raise ValueError("tokens is 1, 10, 100 and so on: the number of tokens that the rate is for")
