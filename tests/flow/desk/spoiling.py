"""A desk on which much was decided, sent and signed, and the ways in which a damaged store may hold other values than it wrote."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from secretariat.desk.findings import Due, Finding
from secretariat.desk.hand_off import Stored, written
from secretariat.desk.messages import titled
from secretariat.desk.outbox import Outcome, Said
from secretariat.desk.parts import parts_of
from secretariat.desk.people import DeskSettings
from secretariat.facts.moments import Moment
from secretariat.flow.decide import drafts, findings, own, standing
from secretariat.store import hand_off
from secretariat.store.decided import SIGNS
from secretariat.store.engine import writing
from secretariat.store.journal import append
from secretariat.store.outbox import item_at, move
from secretariat.store.parts import keep_parts, parts_kept, set_part
from secretariat.store.receipts import append_receipt
from secretariat.store.sending import claim, write_result
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, calls_as_text, desk
from tests.flow.desk.test_decide import constants, people
from tests.flow.desk.test_enough_yeses import ALWAYS, FORUM, with_settings

AT = Moment("2026-01-02T00:00:00Z")
LONG = "\n\n".join(f"Paragraph {number} of a long report. " + "It goes on. " * 60 for number in range(5))
TABLES = ("journal", "drafts", "draft_texts", "outbox", "outbox_parts")
"""The tables that verify reads; of ``drafts`` it reads the numbers alone."""


def lived_in(url: str) -> Desk:
    """Make a desk with texts that were approved, reworded, rejected, sent, settled, sent in parts, signed and taken back."""
    made = desk(url, people=people(), desk=ALWAYS)
    made.calls = calls_as_text
    constants(made)
    made.review(*_findings())
    drafts.approve(made.context, "d1.1")  # it needs a second yes, until the settings change
    with_settings(made, desk=DeskSettings())
    made.review()
    drafts.reword(made.context, "d2.1", "My words, of a person.")
    drafts.approve(made.context, "d2.2")
    drafts.reject(made.context, "d3.1", why="Not so.")
    for name in ("d4.1", "d5.1", "d6.1"):
        drafts.approve(made.context, name)
    drafts.reject(made.context, "d6.1", why="Not any more.")
    standing.grant(made.context, "d7.1", until=HEAD + 90, why="Routine.")
    made.review()
    own.add_note(made.context, "Ask them.")
    _send(made)
    return made


def _findings() -> tuple[Finding, ...]:
    due = Due(what="it ends", block=HEAD + 1_000)
    words = [wanted(text=f"Text {number}.", until=HEAD + 1_000) for number in range(1, 8)]
    words[3] = wanted(text=LONG)
    words[6] = wanted(text="Text 7.", template="elections/other")
    found = [finding(f"elections/opens/{number}", one, due=due) for number, one in enumerate(words, start=1)]
    found[4] = FORUM
    return tuple(found)


def _send(made: Desk) -> None:
    """Let o1 be sent, o2 be settled by a person, o3 go out in parts, and o4 be signed."""
    with writing(made.engine) as connection:
        for number in (1, 2, 3):
            item = item_at(connection, number)
            assert item is not None
            said = Said(title=item.act.title, text=item.act.text, block=HEAD)
            assert claim(connection, number, f"w{number}", AT, said)
            if number == 1:
                assert write_result(connection, item, "w1", Outcome(verdict="sent", receipt="77"), AT)
            elif number == 2:
                move(connection, 2, ["claimed"], "unconfirmed")
            else:
                _in_parts(connection, titled(said.title, said.text))
    findings.settle(made.context, "o2", sent=True, why="I saw it.")
    _sign(made, 4)


def _in_parts(connection: Connection, whole: str) -> None:
    kept = keep_parts(connection, 3, parts_of("discord", whole, (), "d4.1"))
    assert len(kept) > 1
    for one in kept:
        set_part(connection, 3, one.part.number, "sent", f"r{one.part.number}")
    receipt = ", ".join(one.receipt for one in parts_kept(connection, 3))
    move(connection, 3, ["claimed"], "sent", claim=None, receipt=receipt, settled_at=AT)
    append_receipt(connection, 3, receipt, AT)


def _sign(made: Desk, number: int) -> None:
    """Store what a wallet signed, as ``flow.hand_off.take`` does."""
    signed = "0x" + "5a" * 120
    extrinsic = "0x" + hashlib.blake2b(bytes.fromhex(signed[2:]), digest_size=32).hexdigest()
    with writing(made.engine) as connection:
        item = item_at(connection, number)
        assert item is not None
        assert item.act.call is not None
        payload = {"method": item.act.call.data, "nonce": "0x00000007", "address": "x"}
        stored = {"multi_address": True, "ss58_prefix": 126, "first": HEAD, "last": HEAD + 2_047, "looked": HEAD}
        request = written(Stored(person="ada", account="0x" + "11" * 32, payload=payload, signed=signed, **stored))  # type: ignore[arg-type]
        (handed,) = hand_off.of_draft(connection, item.draft, item.revision)
        assert hand_off.put_signed(connection, handed, request, extrinsic)
        body = {"schema": 1, "item": number, "extrinsic": extrinsic, "account": "0x" + "11" * 32, "nonce": "0x00000007"}
        append(connection, at=AT, person="ada", action=SIGNS, subject=item.text_name, why="", body=body)


def unguarded(made: Desk) -> None:
    """Take the triggers and constraints away that keep what is stored, as whoever has the database can."""
    with writing(made.engine) as connection:
        if connection.dialect.name == "sqlite":
            names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
            for name in names:
                connection.execute(text(f'DROP TRIGGER "{name}"'))
        else:
            connection.execute(text("DROP TRIGGER journal_append_only ON journal"))


PLAIN: tuple[Any, ...] = (None, "", "{", "{}", "[]", "7", '{"schema": 1}', '{"schema": 9}')
NUMBERS: tuple[Any, ...] = (None, 0, -1, 2**31 - 1)
WRONG: tuple[Any, ...] = (None, "x", [])


def spoiled(value: Any, others: list[Any]) -> Iterator[Any]:
    """Give values that a column may hold in the place of its own: none, empty, no JSON, JSON of another kind, another row's."""
    plain = NUMBERS if isinstance(value, int) else PLAIN
    yield from (one for one in (*plain, *others) if one != value)


def inside(value: Any) -> Iterator[Any]:
    """Give a JSON object without each of its members, and with one of another kind; and JSON that is nested too deep."""
    body = json.loads(value)
    yield "[" * 100_000
    for name, was in body.items():
        yield json.dumps({key: one for key, one in body.items() if key != name})
        yield from (json.dumps({**body, name: one}) for one in WRONG if one != was)
