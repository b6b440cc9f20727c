"""A row of the role: what it asks, what the desk does about it, and how far that is."""

from dataclasses import dataclass
from typing import Literal

State = Literal["works", "partly", "planned"]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleRow:
    """One sentence, or one group of sentences, of the role.

    ``proof`` names the test, the run and its date for a row that works, and what is missing for one that works partly.
    """

    id: str
    section: str
    asks: str
    does: str
    duty: str
    state: State = "planned"
    proof: str = ""
