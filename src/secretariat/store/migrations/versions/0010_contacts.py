"""Make the table of contacts: personal data in a place of its own, so that it can be erased."""

import sqlalchemy as sa
from alembic import op

from secretariat.store.types import LongInteger

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "contacts",
        sa.Column("member", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("kept_at", sa.Text, nullable=False),
        sa.Column("kept_block", LongInteger),
        sqlite_strict=True,
    )
