"""Keep the digest of a live row, and whether the row can still change, with its record."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the two columns, bring over what the table of live rows knows, and drop that table."""
    op.add_column("records", sa.Column("digest", sa.Text))
    op.add_column("records", sa.Column("open", sa.Integer))
    connection = op.get_bind()
    known = connection.execute(
        sa.text("SELECT DISTINCT list, id FROM live_rows JOIN documents ON path = 'query-node/' || list")
    )
    for name, document in known.all():
        connection.execute(
            sa.text(
                "UPDATE records SET"
                " digest = (SELECT digest FROM live_rows WHERE list = :list AND live_rows.key = records.key),"
                " open = (SELECT live_rows.open FROM live_rows WHERE list = :list AND live_rows.key = records.key)"
                " WHERE document_id = :document"
            ),
            {"list": name, "document": document},
        )
    is_open = sa.text("open = 1")
    op.create_index("records_open", "records", ["document_id"], sqlite_where=is_open, postgresql_where=is_open)
    op.drop_table("live_rows")
