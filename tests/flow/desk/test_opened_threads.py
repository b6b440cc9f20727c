"""Threads that this desk opened, by receipts in a real store: given to the duties that watch them, and to no others."""

import json

import pytest
from sqlalchemy import insert

from secretariat.desk.acts import Act, Destination, Kind, as_json, canonical, digest
from secretariat.duties.digests import DUTY as DIGESTS
from secretariat.duties.elections import DUTY as ELECTIONS
from secretariat.duties.terms import DUTY as TERMS
from secretariat.facts.opened_threads import OpenedThread
from secretariat.facts.snapshot import Snapshot
from secretariat.flow import opened_threads
from secretariat.flow.opened_threads import with_opened_threads
from secretariat.store.engine import reading, writing
from secretariat.store.schema import outbox
from tests.flow.desk.desk import HEAD, Desk, desk, time_of

RECEIPT = json.dumps(
    {"block": HEAD - 90, "block_hash": "0x1", "index": 2, "extrinsic": "0x2", "thread": 55, "post": 80}
)


@pytest.fixture
def made(store_url: str) -> Desk:
    return desk(store_url)


def sent(made: Desk, number: int, *, kind: Kind = "forum-thread", state: str = "sent", receipt: str = RECEIPT) -> None:
    act = Act(
        kind=kind,
        channel="chain",
        destination=Destination(category=4, member_id=900),
        finding="elections/thread/council-7",
        part="thread",
        revision=1,
        title="Council 7",
        text="Words.",
    )
    row = {"draft": number, "revision": 1, "act": canonical(as_json(act)), "digest": digest(act), "tries": 1, "why": ""}
    with writing(made.engine) as connection:
        values = {**row, "state": state, "receipt": receipt, "queued_at": time_of(HEAD), "extrinsic": "0x2"}
        connection.execute(insert(outbox).values(**values))


def found(made: Desk, *duties: object) -> list[OpenedThread]:
    with reading(made.engine) as connection:
        snapshot = with_opened_threads(connection, Snapshot(), duties)  # type: ignore[arg-type]
    return [one.fact for one in snapshot.of(OpenedThread)]


def test_the_receipt_of_a_thread_tells_where_it_is(made: Desk) -> None:
    sent(made, 1)
    expected = OpenedThread(thread_id=55, title="Council 7", category_id=4, author_id=900, created_block=HEAD - 90)
    assert found(made, ELECTIONS) == found(made, TERMS) == [expected]
    assert found(made, DIGESTS) == []


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "forum-post"},
        {"state": "failed"},
        {"state": "signing", "receipt": ""},
        {"receipt": ""},
        {"receipt": json.dumps({"block": HEAD, "thread": [5, 6]})},
    ],
    ids=["a post", "failed", "not signed", "settled by a person", "several threads"],
)
def test_what_is_no_receipt_of_one_thread_tells_nothing(made: Desk, given: dict[str, str]) -> None:
    sent(made, 1, **given)  # type: ignore[arg-type]
    assert found(made, ELECTIONS) == []


def test_only_the_newest_transactions_are_looked_through(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened_threads, "MOST", 2)
    for number in (1, 2, 3):
        sent(made, number, receipt=RECEIPT.replace('"thread": 55', f'"thread": {number}'))
    assert [one.thread_id for one in found(made, ELECTIONS)] == [2, 3]
