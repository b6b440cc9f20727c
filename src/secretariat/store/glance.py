"""A look into a store's file from outside: nothing is opened for writing, upgraded or made."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from secretariat.facts.records import CHAIN, PRICES, QUERY_NODE


@dataclass(frozen=True, kw_only=True)
class Glance:
    """What a store holds.

    The digest of every document of the archive by path, the live sources' addresses, their chains' genesis hashes, and how
    many decisions of people.
    """

    documents: Mapping[str, str]
    addresses: tuple[str, ...]
    chains: tuple[str, ...]
    decisions: int


def glance(file: Path) -> Glance | None:
    """Look into a SQLite file; None for one that is no store, or that cannot be read as one of this version."""
    # Only a store that is not in use, or was left by a crash, has no write-ahead log; it is read without making one.
    alone = "" if Path(f"{file}-wal").exists() else "&immutable=1"
    address = f"file:{quote(file.absolute().as_posix())}?mode=ro{alone}"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            documents = connection.execute("SELECT path, sha256, format FROM documents").fetchall()
            sources = connection.execute("SELECT address, chain FROM live_sources").fetchall()
            decisions = connection.execute("SELECT count(*) FROM journal").fetchone()[0]
    except sqlite3.Error:
        return None
    return Glance(
        documents={path: sha256 for path, sha256, format_ in documents if format_ not in (CHAIN, QUERY_NODE, PRICES)},
        addresses=tuple(one.strip() for address, _ in sources for one in address.split(",")),
        chains=tuple(chain for _, chain in sources if chain),
        decisions=decisions,
    )
