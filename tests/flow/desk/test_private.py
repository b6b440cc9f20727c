"""What is private stays at the desk: a canary in every private field appears in nothing that is published."""

from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from secretariat.desk.contacts import Contact
from secretariat.desk.findings import Evidence
from secretariat.desk.parts import Part
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.incidents import IncidentNoted
from secretariat.facts.moments import Moment
from secretariat.flow.context import Context
from secretariat.flow.decide import drafts, own
from secretariat.flow.materialise import materialise
from secretariat.flow.publish import publish_files
from secretariat.store.contacts import keep_contacts
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import reading, writing
from secretariat.store.parts import keep_parts
from secretariat.store.schema import METADATA, outbox, published_tables, sessions
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import Desk, desk, time_of

CANARY = "kanarienvogel"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    return desk(f"sqlite:///{tmp_path}/store.db")


def test_nothing_of_the_desk_is_published(made: Desk, tmp_path: Path) -> None:
    context = made.context
    _fill(made, tmp_path)
    with reading(context.engine) as connection:
        held = {
            name
            for name, table in METADATA.tables.items()
            if any(CANARY in str(tuple(row)) for row in connection.execute(select(table)))
        }
    assert held >= {"findings", "draft_texts", "outbox", "outbox_parts", "journal", "sessions", "contacts"}, (
        "the canary is where private things are"
    )
    with writing(context.engine) as connection:
        materialise(connection, Moment("2026-01-01T00:00:00Z"))
    publish_files(context, tmp_path / "out", None, even_if_stale=True)
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) > 50
    assert [path.name for path in files if CANARY.encode() in path.read_bytes()] == []
    assert [path.name for path in files if CANARY in path.name] == []
    with reading(context.engine) as connection:
        assert CANARY not in str(connection.execute(select(published_tables)).all())


def _fill(made: Desk, folder: Path) -> None:
    """Put the canary into every field that people or rules write at the desk."""
    context: Context = made.context
    private = finding(
        "elections/private/1",
        wanted(text=f"{CANARY} text", title=f"{CANARY} title"),
        title=f"{CANARY} finding",
        why=f"{CANARY} why",
        evidence=(Evidence(says=f"{CANARY} says", source=f"{CANARY} source"),),
    )
    made.review(private)
    drafts.reword(context, "d1.1", f"{CANARY} reworded")
    drafts.approve(context, "d1.2")
    own.add_note(context, f"{CANARY} note")
    drafts.reject(context, "d1.2", why=f"{CANARY} reason")
    made.review()
    with writing(context.engine) as connection:
        connection.execute(update(outbox).values(receipt=f"{CANARY} receipt", why=f"{CANARY} why"))
        taken = Taken(at=time_of(1), person="ada", why=f"{CANARY} reason")
        said = {"incident": "council-7/expired-1", "says": f"{CANARY} incident", "source": f"{CANARY} source"}
        append_decision(connection, IncidentNoted(taken=taken, council=7, entered=True, **said))
        keep_parts(connection, 1, [Part(number=1, of=1, text=CANARY)])
        fields = dict.fromkeys(("discord_user_id", "discord_name", "telegram", "email", "source"), CANARY)
        keep_contacts(connection, [Contact(member_id=12, consent=True, **fields)], time_of(1), 1)  # type: ignore[arg-type]
        row = {"token": CANARY, "person": CANARY, "way": "link", "form_token": CANARY}
        times = {name: time_of(1) for name in ("began_at", "seen_at", "ends_at")}
        connection.execute(insert(sessions).values(**row, **times))
