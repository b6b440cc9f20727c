"""Keep entries of the journal from being replaced by INSERT OR REPLACE, which fires no trigger of DELETE."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the trigger on SQLite; PostgreSQL's trigger has ON CONFLICT DO UPDATE, MERGE and TRUNCATE already."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(
        "CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal "
        "WHEN EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq OR digest = NEW.digest) "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    )
