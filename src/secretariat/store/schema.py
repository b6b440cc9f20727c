"""The store's own tables; those published are derived data, which ``store.tables`` makes beside these."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint, text

from secretariat.store.types import LongInteger

REVISION = "0012"
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
    Column("digest", Text),
    Column("open", Integer),
    UniqueConstraint("document_id", "kind", "key"),
    Index("records_by_kind", "kind"),
    Index("records_open", "document_id", sqlite_where=text("open = 1")),
    sqlite_strict=True,
)
"""One fact as one place states it; ``body`` is the fact as JSON with exact digits.

Of a row of the query node ``digest`` names its content, and ``open`` is 1 while it can still change, else 0.
"""

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

findings = Table(
    "findings",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("opened_at", Text, nullable=False),
    Column("opened_block", LongInteger),
    Column("changed_at", Text, nullable=False),
    Column("closed_at", Text),
    Column("closed_block", LongInteger),
    Column("closed_why", Text, nullable=False),
    sqlite_strict=True,
)
"""What duties concluded, one row for each time it opened; ``body`` is the finding as last concluded, as JSON."""

Index(
    "findings_open",
    findings.c.key,
    unique=True,
    sqlite_where=text("closed_at IS NULL"),
)

drafts = Table(
    "drafts",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("finding", Integer, ForeignKey("findings.number"), nullable=False),
    Column("part", Text, nullable=False),
    Column("withdrawn_at", Text),
    Column("withdrawn_why", Text, nullable=False),
    UniqueConstraint("finding", "part"),
    sqlite_strict=True,
)
"""One part of one finding on the desk; withdrawn while its finding does not want it."""

draft_texts = Table(
    "draft_texts",
    METADATA,
    Column("draft", Integer, ForeignKey("drafts.number"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("wanted", Text, nullable=False),
    Column("newer", Text),
    Column("person", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    sqlite_strict=True,
)
"""Every text that a draft ever had: the act and its digest, what it was made from, and who reworded it (empty: nobody)."""

outbox = Table(
    "outbox",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("draft", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("act", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("queued_at", Text, nullable=False),
    Column("not_before", Text),
    Column("tries", Integer, nullable=False),
    Column("claim", Text),
    Column("claimed_at", Text),
    Column("settled_at", Text),
    Column("receipt", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("request", Text),
    Column("extrinsic", Text),
    Column("said", Text),
    Column("looked", Text),
    UniqueConstraint("draft", "revision"),
    Index("outbox_by_state", "state"),
    sqlite_strict=True,
)
"""Approved acts on their way. ``claim`` is the token of the worker that sends, ``request`` what a wallet is asked to sign (JSON), and
``extrinsic`` the hash of the signed bytes, which stand in ``request`` too. ``said`` has title and text with times and counts as they were when
sending began (JSON); empty where nothing went out, or it did before this was kept. ``looked`` is the last look for an unconfirmed one (JSON)."""

outbox_parts = Table(
    "outbox_parts",
    METADATA,
    Column("item", Integer, ForeignKey("outbox.number"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("receipt", Text, nullable=False),
    sqlite_strict=True,
)
"""The messages that one item is, where there are several: each with its words as they are sent (JSON), how far it is, its receipt."""

leases = Table(
    "leases",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("fence", LongInteger, nullable=False),
    Column("expires_at", Text, nullable=False),
    sqlite_strict=True,
)
"""Who does a step at present; ``fence`` counts the holders, so that one who comes late is recognised when it commits."""

steps = Table(
    "steps",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("succeeded_at", Text),
    Column("failed_at", Text),
    Column("failure", Text, nullable=False),
    sqlite_strict=True,
)
"""The last success and failure of every step that ``run`` does."""

reviewed = Table(
    "reviewed",
    METADATA,
    Column("genesis", Text, primary_key=True),
    Column("block", LongInteger, nullable=False),
    sqlite_strict=True,
)
"""The block of now at which a review changed the desk last, by the chain's genesis hash."""

sessions = Table(
    "sessions",
    METADATA,
    Column("token", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("form_token", Text, nullable=False),
    Column("began_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    Column("said", Text, nullable=False, server_default=""),
    sqlite_strict=True,
)
"""Who is signed in to the pages. ``token`` is the SHA-256 of the cookie's value, ``form_token`` what every form carries, ``said`` the
sentence that the next page shows once: what came of the last form."""

sign_ins = Table(
    "sign_ins",
    METADATA,
    Column("token", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("ends_at", Text, nullable=False),
    sqlite_strict=True,
)
"""What lets somebody sign in once: a challenge for an account (``text`` is what its wallet signs), or a link for a person.
``token`` is the SHA-256 of the nonce or of the link's secret."""

calendar_events = Table(
    "calendar_events",
    METADATA,
    Column("uid", Text, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_strict=True,
)
"""Each event of the public calendar as it was told last, so that one that moves says how often it did."""

contacts = Table(
    "contacts",
    METADATA,
    Column("member", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("kept_at", Text, nullable=False),
    Column("kept_block", LongInteger),
    sqlite_strict=True,
)
"""How the desk reaches members, by member id: personal data, which stands nowhere else and can be erased."""


def as_on_postgresql() -> MetaData:
    """Give the tables with the conditions of partial indexes as PostgreSQL takes them too.

    Written beside those of SQLite they would load the whole dialect of PostgreSQL at every start, for some 50 ms.
    """
    for table in METADATA.tables.values():
        for index in table.indexes:
            index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
    return METADATA
