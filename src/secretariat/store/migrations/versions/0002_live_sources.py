"""Make the state of live sources, of their lists and rows, and the metadata of runtimes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "live_sources",
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("chain", sa.Text),
        sa.Column("height", _LONG),
        sa.Column("height_at", sa.Text),
        sa.Column("read_at", sa.Text),
        sa.Column("lower_bound", sa.Integer, nullable=False),
        sa.Column("spec_version", _LONG),
        sa.Column("failure", sa.Text, nullable=False),
        sa.Column("failed_at", sa.Text),
        sqlite_strict=True,
    )
    op.create_table(
        "live_lists",
        sa.Column("list", sa.Text, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("count", _LONG, nullable=False),
        sa.Column("height", _LONG),
        sa.Column("read_at", sa.Text, nullable=False),
        sa.Column("newest_cursor", sa.Text),
        sa.Column("turn_cursor", sa.Text),
        sa.Column("turn_began_at", sa.Text),
        sa.Column("turn_compared", _LONG, nullable=False),
        sa.Column("whole_at", sa.Text),
        sa.Column("failure", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "live_rows",
        sa.Column("list", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("open", sa.Integer, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("live_rows_open", "live_rows", ["list", "open"])
    op.create_table(
        "runtimes",
        sa.Column("chain", sa.Text, primary_key=True),
        sa.Column("spec_version", _LONG, primary_key=True),
        sa.Column("transaction_version", _LONG, nullable=False),
        sa.Column("seen_at_block", _LONG, nullable=False),
        sa.Column("metadata", sa.Text, nullable=False),
        sqlite_strict=True,
    )
