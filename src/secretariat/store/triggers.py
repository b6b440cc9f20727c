"""The triggers of the store: what keeps the journal append-only."""

APPEND_ONLY = {
    "sqlite": (
        *(
            f"CREATE TRIGGER journal_no_{change.lower()} BEFORE {change} ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
            for change in ("UPDATE", "DELETE")
        ),
        # REPLACE takes a row's place without firing the trigger of DELETE, for the number and for the digest
        "CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal "
        "WHEN EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq OR digest = NEW.digest) "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$",
        "CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal "
        "FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()",
    ),
}
"""The triggers of the journal, by database. On PostgreSQL an ``ON CONFLICT DO UPDATE`` and a ``MERGE`` fire that of UPDATE."""
