"""Make the desk: findings, drafts and their texts, the outbox, leases and steps."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the six tables."""
    _findings_and_drafts()
    _outbox()
    op.create_table(
        "leases",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("fence", _LONG, nullable=False),
        sa.Column("expires_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "steps",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("succeeded_at", sa.Text),
        sa.Column("failed_at", sa.Text),
        sa.Column("failure", sa.Text, nullable=False),
        sqlite_strict=True,
    )


def _findings_and_drafts() -> None:
    op.create_table(
        "findings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("opened_at", sa.Text, nullable=False),
        sa.Column("opened_block", _LONG),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("closed_at", sa.Text),
        sa.Column("closed_block", _LONG),
        sa.Column("closed_why", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    is_open = sa.text("closed_at IS NULL")
    op.create_index("findings_open", "findings", ["key"], unique=True, sqlite_where=is_open, postgresql_where=is_open)
    op.create_table(
        "drafts",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("finding", sa.Integer, sa.ForeignKey("findings.number"), nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("withdrawn_at", sa.Text),
        sa.Column("withdrawn_why", sa.Text, nullable=False),
        sa.UniqueConstraint("finding", "part"),
        sqlite_strict=True,
    )
    op.create_table(
        "draft_texts",
        sa.Column("draft", sa.Integer, sa.ForeignKey("drafts.number"), primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("wanted", sa.Text, nullable=False),
        sa.Column("newer", sa.Text),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("draft", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("queued_at", sa.Text, nullable=False),
        sa.Column("not_before", sa.Text),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("claim", sa.Text),
        sa.Column("claimed_at", sa.Text),
        sa.Column("settled_at", sa.Text),
        sa.Column("receipt", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("request", sa.Text),
        sa.Column("extrinsic", sa.Text),
        sa.UniqueConstraint("draft", "revision"),
        sqlite_strict=True,
    )
    op.create_index("outbox_by_state", "outbox", ["state"])
