"""Deadlines of a state in a file."""

from pathlib import Path

from secretariat.facts.council_stages import StateWrong
from secretariat.facts.council_state import CouncilState
from secretariat.facts.deadlines import Outlook, outlook
from secretariat.facts.pace import PaceUnknown
from secretariat.sources.deadlines_state import StateUnreadable, place_in, read_state


def deadlines_at(path: Path) -> tuple[CouncilState, Outlook]:
    """Read a state and work out its deadlines. Raises StateUnreadable naming the file and the JSON path."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise StateUnreadable(f"{path} is not UTF-8 text; give a JSON file.") from error
    try:
        state = read_state(text)
        return state, outlook(state)
    except StateWrong as error:
        raise StateUnreadable(f"{path} cannot be used: {place_in(text, error.place)}: {error.what}.") from error
    except (StateUnreadable, PaceUnknown) as error:
        raise StateUnreadable(f"{path} cannot be used: {str(error).removesuffix('.')}.") from error
