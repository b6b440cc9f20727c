"""The store's own tables; those published are derived data, which ``store.tables`` makes beside these."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

from secretariat.store.types import LongInteger

REVISION = "0002"
"""The newest migration; a store at another one is upgraded when it is opened."""

METADATA = MetaData()

documents = Table(
    "documents",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("path", Text, nullable=False, unique=True),
    Column("format", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    sqlite_strict=True,
)
"""Every file of the archive that was ever imported, by its path inside the archive."""

records = Table(
    "records",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document_id", Integer, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("line", LongInteger, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("document_id", "kind", "key"),
    Index("records_by_kind", "kind"),
    sqlite_strict=True,
)
"""One fact as one place states it; ``body`` is the fact as JSON with exact digits."""

document_problems = Table(
    "document_problems",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("document_id", Integer, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("line", LongInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index("document_problems_by_document", "document_id"),
    sqlite_strict=True,
)
"""The problems a parser found in one document. Problems between records are worked out anew each time."""

journal = Table(
    "journal",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    sqlite_strict=True,
)
"""Every human decision, append-only by trigger, each row holding the digest of the one before."""

published_tables = Table(
    "published_tables",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("headings", Text, nullable=False),
    Column("row_count", Integer, nullable=False),
    Column("as_of", Text),
    sqlite_strict=True,
)
"""What is published: one row per table, with its columns' descriptions as JSON."""

live_sources = Table(
    "live_sources",
    METADATA,
    Column("source", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("chain", Text),
    Column("height", LongInteger),
    Column("height_at", Text),
    Column("read_at", Text),
    Column("lower_bound", Integer, nullable=False),
    Column("spec_version", LongInteger),
    Column("failure", Text, nullable=False),
    Column("failed_at", Text),
    sqlite_strict=True,
)
"""Each live source after its last successful reading, and why a later one failed; ``chain`` is the genesis hash."""

live_lists = Table(
    "live_lists",
    METADATA,
    Column("list", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("count", LongInteger, nullable=False),
    Column("height", LongInteger),
    Column("read_at", Text, nullable=False),
    Column("newest_cursor", Text),
    Column("turn_cursor", Text),
    Column("turn_began_at", Text),
    Column("turn_compared", LongInteger, nullable=False),
    Column("whole_at", Text),
    Column("failure", Text, nullable=False),
    sqlite_strict=True,
)
"""The proof of each complete list: rows, the block they cover, and how far comparing settled rows in turns has come."""

live_rows = Table(
    "live_rows",
    METADATA,
    Column("list", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("open", Integer, nullable=False),
    Index("live_rows_open", "list", "open"),
    sqlite_strict=True,
)
"""What is known of every row of the query node's lists: the digest of its content, and whether it can still change."""

runtimes = Table(
    "runtimes",
    METADATA,
    Column("chain", Text, primary_key=True),
    Column("spec_version", LongInteger, primary_key=True),
    Column("transaction_version", LongInteger, nullable=False),
    Column("seen_at_block", LongInteger, nullable=False),
    Column("metadata", Text, nullable=False),
    sqlite_strict=True,
)
"""The metadata of every runtime that was met, as the node's hex text."""
