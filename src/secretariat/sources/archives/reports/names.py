"""What the name of a report's file says: the council's number and the range of blocks; and which network it is of."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from secretariat.facts.networks import chain_of
from secretariat.facts.problems import Target
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reading.places import network_in, network_of_path

_COUNCIL = re.compile(
    r"council[\s_-]*(?:election)?[\s_-]*(?:round|term)?[\s_-]*#?\s*(?P<term>[0-9]{1,6})(?![0-9+/,.]*[0-9])",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"council[\s_-]*(?:election)?[\s_-]*(?:rounds?|terms?)?[\s_-]*#?\s*(?P<terms>[0-9]{1,6}(?:\s*[+&]\s*#?[0-9]{1,6})+)(?![0-9])",
    re.IGNORECASE,
)
_BLOCKS = re.compile(r"[\s_-]+#?(?P<start>[0-9]{1,12})[\s_-]+#?(?P<end>[0-9]{1,12})(?![0-9]|[-_.]\s*[0-9])")


@dataclass(frozen=True, slots=True)
class NamedReport:
    """The numbers in a file's name; None where it has none, or several. ``several`` are those of ``Round #21+22``."""

    term: int | None = None
    start_block: int | None = None
    end_block: int | None = None
    several: str = ""


def named_report(path: str) -> NamedReport:
    """Read ``Council_Round46_4698000-4798799_...``, ``Antioch_Council2_Report_...``, ``Council Round #17 - #1 - #2``.

    Two numbers behind a dash are blocks unless a third follows, which makes them a date.
    """
    name = PurePosixPath(path).name
    match = _COUNCIL.search(name)
    if match is None:
        several = _SEVERAL.search(name)
        return NamedReport(several=several["terms"] if several else "")
    blocks = _BLOCKS.match(name, match.end())
    if blocks is None:
        return NamedReport(term=int(match["term"]))
    return NamedReport(term=int(match["term"]), start_block=int(blocks["start"]), end_block=int(blocks["end"]))


def network_of(document: Document) -> str | None:
    """Find the network a report is of: by its file's name and folders, else by its first heading or a Testnet line."""
    network = network_of_path(document.path)
    return network or stated_network(document.lines)


def stated_network(lines: list[str]) -> str | None:
    """Find the network that the first heading or a line ``Testnet: ...`` near the top names."""
    for text in lines[:40]:
        if text.startswith("# ") or "testnet:" in text.lower():
            found = network_in(text.split("http")[0])
            if found:
                return found
    return None


def report_key(network: str | None, term: int) -> str:
    """Make the key that all records of one report share: chain and term."""
    return f"{chain_of(network) or network or '?'}/{term}"


def check_network(document: Document, reading: Reading, network: str | None, kind: str, key: str) -> None:
    """Report a network that is not known, or that the heading contradicts."""
    stated = stated_network(document.lines)
    if network is None:
        reading.problem(
            "network-unknown",
            1,
            subject=key,
            what="Neither the file's folders nor its name nor its heading say which network this report is of.",
            repair="Put the file into the folder of its network, or give the network.",
            target=Target(kind=kind, key=key, field="network"),
        )
    elif stated and chain_of(stated) != chain_of(network):
        reading.problem(
            "header-contradiction",
            1,
            subject=f"{key} network",
            what=f"The heading says {stated}, the file's place in the archive says {network}.",
            repair=f"Taken as {network}; move the file or mend its heading if that is wrong.",
        )
