"""Offences of validators: how many each era had."""

import re
from pathlib import PurePosixPath

from secretariat.facts.networks import chain_of
from secretariat.facts.texts import quoted
from secretariat.facts.validators import EraOffences
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.dumps.fields import U32, whole_number
from secretariat.sources.archives.dumps.quoted_map import Item, items, repeated_names
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.places import network_of_path
from secretariat.sources.archives.validators.points import tell_network

_FIRST = re.compile(r'\s*\[\s*\{\s*"(?:era|offences)"\s*:')
_FIELDS = ("era", "offences")
_MOST_NAMES = 50
"""So many unknown names of fields are told of one file."""


def parse(document: Document, reading: Reading) -> None:
    """Read every era's number of offences."""
    network = network_of_path(document.path)
    tell_network(reading, network)
    others: dict[str, int] = {}
    for place, item in enumerate(items(document.pieces(), reading), start=1):
        read = _row(item)
        if isinstance(read, str):
            reading.problem(
                "row-malformed",
                item.line,
                subject=f"row {place}",
                what=f"Row {place} {read}.",
                repair="Mend the row and import the file again; until then it is left out.",
                refused=True,
            )
            continue
        era, offences = read
        others |= {name: item.line for name in item.value if name not in _FIELDS and name not in others}
        fact = EraOffences(network=network, chain=chain_of(network), era=era, offences=offences)
        reading.add(str(era), item.line, fact)
    for name, line in list(others.items())[:_MOST_NAMES]:
        reading.problem(
            "value-unknown-label",
            line,
            subject=f"field {name[:80]}",
            what=f"The field {quoted(name)} of an era has no known meaning; it was left out, here and wherever else it stands.",
            repair="Tell what it means if it matters; nothing else depends on it.",
        )


def _row(item: Item) -> tuple[int, int] | str:
    """Read era and offences of one row, or tell in words what it is instead."""
    if not isinstance(item.value, dict):
        return f"is {quoted(item.value)}, not an era with its offences"
    figures = []
    for name in _FIELDS:
        if name not in item.value:
            return f"has no {name}"
        if name in repeated_names(item.value):
            return f"has {name} more than once"
        number = whole_number(item.value[name])
        if number is None or number > U32:
            return f"has {quoted(item.value[name])} as {name}, which is not a whole number of the chain"
        figures.append(number)
    return figures[0], figures[1]


def _recognises(path: str, head: str) -> bool:
    if _FIRST.match(head):
        return True
    start = head.lstrip()
    return _knows_name(path) and start.startswith("[") and ('"offences"' in head or start.strip() == "[]")


def _knows_name(path: str) -> bool:
    return PurePosixPath(path).name.lower() == "offences.json"


FORMAT = Format(
    name="validator-offences",
    title="a file of validator offences",
    recognises=_recognises,
    parse=parse,
    knows_name=_knows_name,
)
