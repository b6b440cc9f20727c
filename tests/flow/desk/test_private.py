"""What is private stays at the desk: a canary in every private field appears in nothing that is published."""

import csv
import io
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from secretariat.desk.acts import Destination
from secretariat.desk.contacts import Contact
from secretariat.desk.findings import Evidence
from secretariat.desk.parts import Part
from secretariat.duties.digests.settings import Settings as DigestSettings
from secretariat.duties.elections.settings import Settings as ElectionSettings
from secretariat.duties.proposals.settings import Settings as ProposalSettings
from secretariat.duties.register import DUTIES
from secretariat.duties.terms.settings import Settings as TermSettings
from secretariat.effects.chat.settings import DiscordSettings, TelegramSettings
from secretariat.effects.mail.settings import EmailSettings
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.incidents import IncidentNoted
from secretariat.facts.moments import Moment
from secretariat.flow.context import Context
from secretariat.flow.decide import drafts, findings, own
from secretariat.flow.materialise import materialise
from secretariat.flow.public_places import CLOSED, FOR_EVERYBODY
from secretariat.flow.publish import publish_files
from secretariat.store.contacts import keep_contacts
from secretariat.store.desk import drafts_numbered
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import reading, writing
from secretariat.store.parts import keep_parts
from secretariat.store.schema import METADATA, outbox, published_tables, sessions
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, desk, time_of

CANARY = "kanarienvogel"
CHANNELS = ("council", "announcements", "town", "cellar", "office")
PLACES: dict[str, Any] = {
    "discord": DiscordSettings(channels={name: str(number) for number, name in enumerate(CHANNELS, start=1)}),
    "proposals": ProposalSettings(discord="council", announcements="announcements"),
    "elections": ElectionSettings(discord="town"),
    "terms": TermSettings(discord="council", handover="office"),
}
"""Two places for everybody; one that terms speaks in and the council alone reads, one of the desk's, and one that nothing names."""

TOWN: dict[str, Any] = {"destination": Destination(place="town")}


@pytest.fixture(autouse=True)
def webhooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the desk into each place."""
    for name in CHANNELS:
        address = "http://127.0.0.1:9/api/webhooks/1/secret"
        monkeypatch.setenv(f"SECRETARIAT_DISCORD_WEBHOOK_{name.upper()}", address)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    return desk(f"sqlite:///{tmp_path}/store.db", **PLACES)


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


PRAISE = "Vote for anna, she is the best!"
TO_ONE: dict[str, dict[str, Any]] = {
    "a member, by mail": {"channel": "email", "destination": Destination(place="member/12")},
    "a member on Telegram": {"channel": "telegram", "destination": Destination(place="member/12")},
    "a place that is an address": {"channel": "email", "destination": Destination(place=CANARY)},
    "a place that is one person's chat": {"channel": "telegram", "destination": Destination(place=CANARY)},
    "the council": {},
    "the desk": {"destination": Destination(place="office")},
    "a place that no setting names": {"destination": Destination(place="cellar")},
    "a file that no setting names": {"channel": "file", "destination": Destination(place="notes.md")},
}


def published(made: Desk, folder: Path) -> list[dict[str, str]]:
    """Publish; gives the rows of the table of yeses despite concerns."""
    with writing(made.engine) as connection:
        materialise(connection, Moment("2026-01-01T00:00:00Z"))
    publish_files(made.context, folder, None, even_if_stale=True)
    assert (folder / "tables/yeses_despite_concerns.html").is_file()
    text = (folder / "csv/yeses_despite_concerns.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("where", TO_ONE)
def test_of_a_private_message_that_went_out_despite_a_concern_the_reason_alone_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    monkeypatch.setenv("SECRETARIAT_TELEGRAM_BOT_TOKEN", "1:token")
    chats = TelegramSettings(channels={CANARY: "4242424242"})
    places = {CANARY: "someone@example.org"}
    mail = EmailSettings(host="mail.practice.example", sender="s@practice.example", channels=places)
    digests = DigestSettings(community=(f"telegram/{CANARY}", f"email/{CANARY}"))
    made = desk(f"sqlite:///{tmp_path}/store.db", telegram=chats, email=mail, digests=digests, **PLACES)
    text = f"{PRAISE} {CANARY}"
    said = wanted(text=text, title=CANARY, **TO_ONE[where])
    with writing(made.engine) as connection:
        contact = Contact(member_id=12, consent=True, telegram="4242424242", email="a@example.org", source="s")
        keep_contacts(connection, [contact], time_of(1), 1)
    made.review(finding("elections/private/1", said, audience="public"))
    drafts.approve(made.context, "d1.1", despite="It was asked for.")
    with writing(made.engine) as connection:
        connection.execute(update(outbox).values(state="sent", settled_at="2026-01-08T00:00:00Z"))
    (row,) = published(made, tmp_path / "out")
    told = {name: value for name, value in row.items() if value and name not in ("concerns", "source")}
    assert told == {"said_at": "2026-01-07T00:00:00Z", "what": "a private message", "reason": "It was asked for."}
    assert "endorsement" in row["concerns"]
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    by_finding = [] if where.startswith("a member") else ["feed.atom"]  # it has all whose finding is for the public
    assert [path.name for path in files if CANARY.encode() in path.read_bytes()] == by_finding


def test_a_yes_despite_a_concern_is_published_with_its_reason(made: Desk, tmp_path: Path) -> None:
    """The words stand beside the reason once everybody could read them anyhow."""
    assert published(made, tmp_path / "out") == []
    made.review(finding("elections/said/1", wanted(text=PRAISE, **TOWN), audience="public"))
    drafts.approve(made.context, "d1.1", despite="She <b>asked</b> for it.")
    (row,) = published(made, tmp_path / "out")
    assert (row["person"], row["block"], row["what"], row["place"]) == ("ada", str(HEAD), "message", "discord, town")
    assert (row["reason"], row["words"], row["arrived_at"]) == ("She <b>asked</b> for it.", "", "")
    assert "endorsement" in row["concerns"]
    page = (tmp_path / "out/tables/yeses_despite_concerns.html").read_text(encoding="utf-8")
    assert "She &lt;b&gt;asked&lt;/b&gt; for it." in page
    with writing(made.engine) as connection:
        connection.execute(update(outbox).values(state="sent", settled_at="2026-01-08T00:00:00Z", receipt="77"))
    (row,) = published(made, tmp_path / "out")
    assert "Vote for anna" in row["words"]
    assert row["arrived_at"] == "2026-01-08T00:00:00Z"


FOR_ALL: dict[str, dict[str, Any]] = {
    "discord, town": TOWN,
    "discord, announcements": {"destination": Destination(place="announcements")},
    "file, council-elections.md": {"channel": "file", "destination": Destination(place="council-elections.md")},
    "file, digest.md": {"channel": "file", "destination": Destination(place="digest.md")},
}


@pytest.mark.parametrize("place", FOR_ALL)
def test_whether_a_text_is_for_everybody_is_judged_by_where_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Its finding is the desk's own."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    made = desk(f"sqlite:///{tmp_path}/store.db", digests=DigestSettings(community=("file/digest.md",)), **PLACES)
    made.review(finding("elections/said/1", wanted(text=PRAISE, **FOR_ALL[place]), audience="desk"))
    drafts.approve(made.context, "d1.1", despite="It was asked for.")
    with writing(made.engine) as connection:
        connection.execute(update(outbox).values(state="sent", settled_at="2026-01-08T00:00:00Z", receipt="77"))
    (row,) = published(made, tmp_path / "out")
    assert (row["person"], row["what"], row["place"]) == ("ada", "message", place)
    assert "Vote for anna" in row["words"]


@pytest.mark.parametrize(("place", "what"), [("announcements", "message"), ("council", "a private message")])
def test_a_person_s_own_words_are_for_everybody_where_everybody_reads(
    made: Desk, tmp_path: Path, place: str, what: str
) -> None:
    own.write(made.context, PRAISE, channel=f"discord/{place}")
    made.review()
    drafts.approve(made.context, "d1.1", despite="It was asked for.")
    (row,) = published(made, tmp_path / "out")
    assert (row["what"], row["reason"]) == (what, "It was asked for.")


def test_each_setting_of_a_duty_that_names_a_place_is_known_to_be_for_everybody_or_not() -> None:
    """Else a new duty's place is private, and nobody thought of it."""
    named = {
        (duty.name, one.name)
        for duty in DUTIES
        for one in (fields(duty.settings) if duty.settings is not None else ())
        if one.type in ("str", str) and (one.name.endswith("_file") or one.name in NAMES_OF_PLACES)
    }
    assert named == {(table, key) for table, key, _ in (*FOR_EVERYBODY, *CLOSED)}


NAMES_OF_PLACES = {"discord", "telegram", "email", "announcements", "council", "handover", "place", "channel"}


def test_words_that_a_person_says_to_have_arrived_are_published_by_no_table(made: Desk, tmp_path: Path) -> None:
    """No channel gave a receipt: they may stand nowhere that everybody reads."""
    made.review(finding("elections/said/1", wanted(text=PRAISE, **TOWN), audience="public"))
    drafts.approve(made.context, "d1.1", despite="It was asked for.")
    with writing(made.engine) as connection:
        connection.execute(update(outbox).values(state="failed", settled_at="2026-01-08T00:00:00Z"))
    findings.settle(made.context, "o1", sent=True, why="I said it in the meeting.")
    (row,) = published(made, tmp_path / "out")
    assert (row["words"], row["arrived_at"], row["reason"]) == ("", "", "It was asked for.")
    for receipt, told in (("77, -", False), ("77, 78", True)):
        with writing(made.engine) as connection:
            connection.execute(update(outbox).values(receipt=receipt))
        (row,) = published(made, tmp_path / "out")
        assert bool(row["words"]) is told


def test_a_yes_is_told_of_by_the_text_that_it_was_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later revision that goes elsewhere makes no private message public."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    mail = EmailSettings(host="mail.practice.example", sender="s@practice.example", channels={"town": "t@example.org"})
    made = desk(f"sqlite:///{tmp_path}/store.db", email=mail, **PLACES)
    with writing(made.engine) as connection:
        keep_contacts(
            connection, [Contact(member_id=12, consent=True, email="a@example.org", source="s")], time_of(1), 1
        )
    to_one = wanted(text=PRAISE, title="t", **TO_ONE["a member, by mail"])
    made.review(finding("elections/private/1", to_one, audience="public"))
    drafts.approve(made.context, "d1.1", despite="bert asked me by mail.")
    made.review(finding("elections/private/1", wanted(text=f"{PRAISE} More.", **TOWN), audience="public"))
    with reading(made.engine) as connection:
        (known,) = drafts_numbered(connection, [1])
    assert (known.draft.act.revision, known.draft.act.channel) == (2, "discord")
    (row,) = published(made, tmp_path / "out")
    assert (row["what"], row["person"], row["place"]) == ("a private message", "", "")


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
