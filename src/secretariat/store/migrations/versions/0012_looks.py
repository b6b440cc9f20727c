"""Keep when an unconfirmed outbox item was looked for last, and up to which moment it was not there."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the column; of looks before it nothing is known."""
    op.add_column("outbox", sa.Column("looked", sa.Text))
