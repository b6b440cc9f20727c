"""The program's own words: every text of a duty, filled with figures, addresses and people as the program does."""

import re
from importlib.resources import files

TEMPLATES = sorted(
    (
        text
        for duty in files("secretariat.duties").iterdir()
        if duty.joinpath("texts").is_dir()
        for text in duty.joinpath("texts").iterdir()
    ),
    key=str,
)
FILLED = {
    "thread": "https://example.org/#/forum/thread/12",
    "entries": "- ada (member id 12)\n- bob (member id 13)",
    "benefits": "",
}


FIGURES = ("12", "…")
"""What stands in the places of a template: texts have to be neutral with any figure."""


def filled(text: str, figure: str = "12") -> str:
    """Fill a template with a figure, addresses and people as the program does."""
    return re.sub(r"\{(\w+)\}", lambda found: FILLED.get(found[1], figure), text)
