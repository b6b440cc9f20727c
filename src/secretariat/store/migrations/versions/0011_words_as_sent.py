"""Keep the words of an outbox item as they were sent: times and counts written out."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the column; of what went out before it nothing is known."""
    op.add_column("outbox", sa.Column("said", sa.Text))
