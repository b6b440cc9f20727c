"""Calls: what builds the bytes that a wallet signs, as of a moment; ``flow.hand_off.calls`` has the one for the chain."""

from collections.abc import Callable

from sqlalchemy import Connection

from secretariat.desk.drafting import CallOf
from secretariat.facts.now import Now

CallsOf = Callable[[Connection, Now], CallOf]
"""Gives what builds calls as of now."""
