"""What a file's place in the archive says: its network and the numbers in its name."""

import re
from pathlib import PurePosixPath

from secretariat.facts.networks import CHAIN_OF_NETWORK

_WORD = re.compile(r"[a-z]+")


def network_in(text: str) -> str | None:
    """Find the one known network label that a text names as a word; None when it names none or several."""
    found = {word for word in _WORD.findall(text.lower()) if word in CHAIN_OF_NETWORK}
    return found.pop() if len(found) == 1 else None


def network_of_path(path: str) -> str | None:
    """Find the network by the file's name, else by the nearest folder that names one."""
    parts = PurePosixPath(path).parts
    for part in reversed(parts):
        network = network_in(part)
        if network:
            return network
    return None
