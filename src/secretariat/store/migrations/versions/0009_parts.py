"""Make the table of the messages that one outbox item is, where a channel does not take its words in one."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "outbox_parts",
        sa.Column("item", sa.Integer, sa.ForeignKey("outbox.number"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("receipt", sa.Text, nullable=False),
        sqlite_strict=True,
    )
