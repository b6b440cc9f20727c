"""Make the table of the block that the desk was changed at last, by chain."""

import sqlalchemy as sa
from alembic import op

from secretariat.store.types import LongInteger

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "reviewed",
        sa.Column("genesis", sa.Text, primary_key=True),
        sa.Column("block", LongInteger, nullable=False),
        sqlite_strict=True,
    )
