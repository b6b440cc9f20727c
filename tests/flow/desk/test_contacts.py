"""Contacts in the store: taken whole or not at all, listed for who may, erased for good; the journal has no address."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from secretariat.config import Config
from secretariat.desk.acts import Mention
from secretariat.desk.contacts import Contact
from secretariat.desk.findings import Due
from secretariat.desk.roles import NotAllowed
from secretariat.effects.mail.settings import EmailSettings
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.freshness import SourceState
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.facts.staffing import Worker
from secretariat.facts.stored_council import StoredSeat
from secretariat.facts.stored_groups import StoredWorker
from secretariat.flow import ask_desk, contacts
from secretariat.flow.ask_journal import journal as journal_of
from secretariat.flow.ask_journal import verify
from secretariat.flow.channels import address_of
from secretariat.flow.contacts_over import LISTS
from secretariat.flow.contacts_settings import ContactsSettings
from secretariat.flow.decide import mandates
from secretariat.flow.decide.problems import repair
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.desk_state import mandates_now, open_desk
from secretariat.sources.query_node.settings import QueryNodeSettings
from secretariat.store import live
from secretariat.store.contacts import contacts_kept, keep_contacts
from secretariat.store.engine import reading, writing
from secretariat.store.live_rows import put_problems, put_records
from secretariat.store.schema import METADATA, journal
from secretariat.store.schema import contacts as kept_contacts
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, desk, time_of

HEADER = "member_id,discord_user_id,discord_name,telegram,email,language,time_zone,consent,source,date"
ADA = "12,111111111111111112,ada_l,@ada_practice,ada@practice.example,en,UTC,yes,thread 41,2026-01-01"
BERT = "31,,,,bert@practice.example,,,yes,by mail,2026-01-01"


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    email = EmailSettings(host="mail.practice.example", sender="secretary@practice.example")
    asked = QueryNodeSettings(urls=("https://q.practice.example/graphql",))
    made = desk(store_url, email=email, contacts=ContactsSettings(erase_after_terms=2), query_node=asked)
    read_query_node(made)
    return made


def read_query_node(made: Desk, height: int = HEAD, *, lists: tuple[str, ...] = LISTS, behind: str = "") -> None:
    """Let the query node have been read whole to a block, but one list to a block before it."""
    at = time_of(height)
    state = SourceState(source=QUERY_NODE, address="https://q", height=height, height_at=at, read_at=at)
    with writing(made.engine) as connection:
        live.write_source(connection, live.SourceKnown(state=state))
        for name in lists:
            to = height - 1 if name == behind else height
            known = live.ListKnown(name=f"query-node/{name}", source=QUERY_NODE, count=1, height=to, read_at=at)
            live.write_list(connection, known)


def taken(made: Desk, folder: Path, *rows: str, header: str = HEADER) -> contacts.Imported:
    file = folder / "contacts.csv"
    file.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return contacts.import_contacts(made.context, file)


def members(made: Desk) -> list[int]:
    with reading(made.engine) as connection:
        return [one.contact.member_id for one in contacts_kept(connection)]


def test_a_file_brings_its_members_and_leaves_others(made: Desk, tmp_path: Path) -> None:
    assert taken(made, tmp_path, ADA, BERT).new == (12, 31)
    again = taken(made, tmp_path, ADA, "9,,,,c@practice.example,,,no,,")
    assert (again.new, again.same, again.without_consent) == ((9,), (12,), (9,))
    assert taken(made, tmp_path, BERT.replace("bert@", "b@")).changed == (31,)
    found = {one.contact.member_id: one for one in contacts.contacts(made.context).listed}
    assert [(number, found[number].way) for number in sorted(found)] == [(9, None), (12, "email"), (31, "email")]
    assert found[9].contact.email == ""
    assert found[31].contact.email == "b@practice.example"
    assert found[9].why == "they did not consent to being contacted"


def test_a_file_with_a_problem_changes_nothing(made: Desk, tmp_path: Path) -> None:
    taken(made, tmp_path, ADA)
    done = taken(made, tmp_path, BERT, "12,x,,,,,,yes,by mail,2026-01-01")
    assert [(one.line, one.code) for one in done.problems] == [(3, "discord-id")]
    assert members(made) == [12]
    with reading(made.engine) as connection:
        assert len(connection.execute(select(journal)).all()) == 1


SIX = "6,{discord},,{telegram},{email},,,yes,by mail,2026-01-01"


@pytest.mark.parametrize(
    ("given", "column"),
    [
        ({"discord": "111111111111111112"}, "discord_user_id"),
        ({"telegram": "@Ada_Practice"}, "telegram"),
        ({"email": "ADA@practice.example"}, "email"),
    ],
)
def test_an_address_that_another_member_has_is_refused_with_the_whole_file(
    made: Desk, tmp_path: Path, given: dict[str, str], column: str
) -> None:
    taken(made, tmp_path, ADA)
    six = SIX.format(**{"discord": "", "telegram": "", "email": "", **given})
    done = taken(made, tmp_path, BERT, six)
    assert [(one.line, one.code, one.column) for one in done.problems] == [(3, "twice", column)]
    assert done.problems[0].says.startswith("member 12 has it already")
    assert "practice" not in done.problems[0].says
    assert members(made) == [12]


def test_an_address_moves_with_a_file_that_has_both_members(made: Desk, tmp_path: Path) -> None:
    taken(made, tmp_path, ADA)
    six = SIX.format(discord="", telegram="", email="Ada@practice.example")
    assert taken(made, tmp_path, six, "12,,,,,,,no,,").new == (6,)
    ways = {one.contact.member_id: one.way for one in contacts.contacts(made.context).listed}
    assert ways == {6: "email", 12: None}
    assert taken(made, tmp_path, six, "12,,,,,,,no,,").same == (6, 12), "a file is no other than itself"


def test_where_a_store_has_one_address_twice_neither_is_written_to(made: Desk, tmp_path: Path) -> None:
    """As a version that did not look at other files took them."""
    taken(made, tmp_path, ADA, BERT)
    kept = Contact(member_id=6, email="ADA@practice.example", consent=True)
    with writing(made.engine) as connection:
        keep_contacts(connection, [kept], made.context.machine_now(), HEAD)
    found = {one.contact.member_id: one for one in contacts.contacts(made.context).listed}
    assert {number: one.way for number, one in found.items()} == {6: None, 12: None, 31: "email"}
    assert "member 6 as well" in found[12].why
    assert [address_of(made.context, "email", member) for member in (6, 12, 31)] == ["", "", "bert@practice.example"]
    made.review(finding("elections/asks/7", title="Somebody is to vote", asks=(6, 12, 31)))
    tasks = {one.key: one.why for one in ask_desk.tasks(made.context).tasks}
    assert set(tasks) == {"elections/asks/7", "contacts/unreachable/6", "contacts/unreachable/12"}
    assert "Ask each of them for an address of their own" in tasks["contacts/unreachable/6"]
    assert "practice.example" not in str(tasks)


def test_choices_stay_where_a_file_says_nothing_of_them(made: Desk, tmp_path: Path) -> None:
    taken(made, tmp_path, f"{ADA},email,no,yes", header=f"{HEADER},channel,digest,opt_out")
    assert taken(made, tmp_path, ADA).same == (12,)
    (one,) = contacts.contacts(made.context).listed
    assert (one.contact.channel, one.contact.digest, one.contact.opted_out, one.way) == ("email", False, True, None)


def test_what_is_erased_is_nowhere_and_the_journal_never_had_an_address(made: Desk, tmp_path: Path) -> None:
    taken(made, tmp_path, ADA)
    assert contacts.erase(made.context, 12, why="They asked.") == "The contact of member 12 is erased."
    with reading(made.engine) as connection:
        for table in METADATA.tables.values():
            assert "practice.example" not in str(connection.execute(select(table)).all()), table.name
    assert verify(made.context).wrong == ()
    with pytest.raises(DecisionRefused, match="No contact of member 12"):
        contacts.erase(made.context, 12, why="Again.")
    path = made.engine.url.database if made.engine.dialect.name == "sqlite" else None
    if path:
        with made.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        assert b"ada@practice.example" not in Path(path).read_bytes()


@pytest.mark.parametrize("person", ["cora", "vic", "aud"])
def test_only_secretary_and_deputy_keep_contacts(
    made: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, person: str
) -> None:
    taken(made, tmp_path, ADA)
    monkeypatch.setenv("SECRETARIAT_PERSON", person)
    with pytest.raises(NotAllowed):
        contacts.contacts(made.context)
    with pytest.raises(NotAllowed):
        taken(made, tmp_path, BERT)
    with pytest.raises(NotAllowed):
        contacts.erase(made.context, 12, why="x")
    assert members(made) == [12]


FILES = {
    ElectedCouncil: "query-node/elected-councils",
    CouncilSeat: "query-node/council-seats",
    Worker: "query-node/workers",
    StoredSeat: "chain/council",
    StoredWorker: "chain/groups",
}


def facts(made: Desk, *given: tuple[str, Any]) -> None:
    """Put facts into the store as sync does, by key."""
    with writing(made.engine) as connection:
        for key, fact in given:
            file = FILES[type(fact)]
            source = file.partition("/")[0]
            stated = Stated(kind=fact.KIND, key=key, file=file, format=source, line=1, fact=fact)
            put_records(connection, file, source, [stated])


COUNCILS = [
    (
        str(number),
        ElectedCouncil(elected_block=number * 10_000, ended_block=None if number == 4 else number * 10_000 + 10_000),
    )
    for number in (1, 2, 3, 4)
]


def seat(council: int) -> tuple[str, CouncilSeat]:
    return f"seat-{council}", CouncilSeat(council=str(council), member_id=12)


def kept_since(made: Desk, block: int | None) -> None:
    """Let every contact have been kept in a block; None for one of a time before a chain was read."""
    with writing(made.engine) as connection:
        connection.execute(update(kept_contacts).values(kept_block=block))


def worker(*, active: bool, ended: int | None) -> tuple[str, Worker]:
    return f"worker-{ended}", Worker(member_id=12, active=active, ended_block=ended)


@pytest.mark.parametrize(
    ("roles", "over"),
    [
        ([seat(1)], True),  # two whole terms went by: the second and the third council's
        ([seat(2)], False),
        ([seat(1), seat(4)], False),
        ([seat(1), worker(active=True, ended=None)], False),
        ([worker(active=False, ended=29_999)], True),
        ([worker(active=False, ended=30_001)], False),
        ([], True),  # of somebody who had no role since it was given
    ],
)
def test_a_contact_is_forgotten_two_terms_after_the_last_role(
    made: Desk, tmp_path: Path, roles: list[tuple[str, Any]], *, over: bool
) -> None:
    taken(made, tmp_path, ADA, BERT)
    kept_since(made, 9_000)
    facts(made, ("seat-bert", CouncilSeat(council="4", member_id=31)))
    facts(made, *COUNCILS, *roles)
    assert [one.over for one in contacts.contacts(made.context).listed] == [over, False]
    assert contacts.erase_what_is_over(made.context) == ((12,) if over else ())
    assert members(made) == ([31] if over else [12, 31])


def test_what_somebody_gives_after_their_last_role_is_kept_for_its_terms(made: Desk, tmp_path: Path) -> None:
    """Also where it was given before any block was known: it counts from the first one that is."""
    facts(made, *COUNCILS, seat(1))
    taken(made, tmp_path, ADA)
    assert contacts.erase_what_is_over(made.context) == ()
    kept_since(made, None)
    assert contacts.erase_what_is_over(made.context) == ()
    with reading(made.engine) as connection:
        assert [one.kept_block for one in contacts_kept(connection)] == [HEAD]
    kept_since(made, 30_000)
    assert contacts.erase_what_is_over(made.context) == (), "one term began since"
    kept_since(made, 29_999)
    assert contacts.erase_what_is_over(made.context) == (12,)


def test_who_holds_the_office_is_not_forgotten(made: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken(made, tmp_path, ADA)
    facts(made, *COUNCILS, seat(1))
    mandates.record(made.context, secretary=12, deputy=None, proposal=1, first=1, last=2 * HEAD, why="x")
    kept_since(made, 1)
    assert contacts.erase_what_is_over(made.context) == (12,)  # recorded, and confirmed by nobody
    taken(made, tmp_path, ADA)
    kept_since(made, 1)
    monkeypatch.setenv("SECRETARIAT_PERSON", "cora")
    with reading(made.engine) as connection:
        (known,) = mandates_now(connection)
    mandates.confirm(made.context, known.name, why="Elected.")
    assert contacts.erase_what_is_over(made.context) == ()


def test_who_has_something_due_and_cannot_be_reached_is_a_task_until_they_can_be(made: Desk, tmp_path: Path) -> None:
    asks = finding(
        "elections/asks/7", title="Somebody is to vote", asks=(12,), due=Due(what="the vote", block=HEAD + 900)
    )
    made.review(asks)
    tasks = {one.key: one for one in ask_desk.tasks(made.context).tasks}
    assert list(tasks) == ["elections/asks/7", "contacts/unreachable/12"]
    task = tasks["contacts/unreachable/12"]
    assert "no contact is known. Due: Somebody is to vote." in task.why
    assert (task.due and task.due.block, task.owners) == (HEAD + 900, ("secretary",))
    made.failing = "broken"
    assert made.review().changes.closed == ()  # what is due is not known: it is no all-clear
    made.failing = ""
    taken(made, tmp_path, ADA)
    made.review(asks)
    assert [one.key for one in ask_desk.tasks(made.context).tasks] == ["elections/asks/7"]
    contacts.erase(made.context, 12, why="They asked.")
    made.review(asks)
    assert len(ask_desk.tasks(made.context).tasks) == 2


def open_drafts(made: Desk) -> list[tuple[str, str]]:
    with reading(made.engine) as connection:
        state = open_desk(connection)
    acts = [known.draft.act for known in state.drafts if state.state(known) == "open"]
    return [(act.channel, act.destination.place) for act in acts]


def test_a_ring_waits_for_what_the_contact_says_of_it(made: Desk, tmp_path: Path) -> None:
    """Drafted for the place while nothing is known, for the member alone once mail reaches them, and for nobody once they opt out."""
    ring = wanted(mentions=(Mention(kind="user", id="700000000000000012"),))
    vote = finding("elections/asks/7", ring, asks=(12,), due=Due(what="the vote", block=HEAD + 900))
    seen = []
    for row in (
        None,
        f"{ADA},,,no",
        f"{ADA},,no,no",
        f"{ADA},,,yes",
        f"{ADA.replace('ada@practice.example', '')},,no,no",
    ):
        if row is not None:
            taken(made, tmp_path, row, header=f"{HEADER},channel,digest,opt_out")
        made.review(vote)
        tasks = [one.key for one in ask_desk.tasks(made.context).tasks]
        seen.append((open_drafts(made), "contacts/unreachable/12" in tasks))
    alone = ([("email", "member/12")], False)
    assert seen == [([("discord", "council")], False), alone, alone, ([], True), ([], True)]


def test_a_file_that_is_no_text_is_refused(made: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe1")
    with pytest.raises(contacts.ContactsUnreadable, match="not UTF-8"):
        contacts.import_contacts(made.context, tmp_path / "x.csv")
    (tmp_path / "x.csv").write_bytes(b"a" * (contacts.LARGEST + 1))
    with pytest.raises(contacts.ContactsUnreadable, match="larger than"):
        contacts.import_contacts(made.context, tmp_path / "x.csv")


def unreadable(file: str, kind: str, key: str, field: str) -> Problem:
    """Say that a field of a row cannot be read, as sync does."""
    return problem(
        "field-unreadable",
        file=file,
        line=1,
        subject=f"{kind} {key} {field} x",
        what=f"x of {kind} {key} is missing, and should be a number.",
        repair="Look.",
        target=Target(kind=kind, key=key, field=field),
    )


SEAT_OF_NOBODY = ("seat-4", CouncilSeat(council="4"))


def forget(made: Desk, name: str) -> None:
    with writing(made.engine) as connection:
        live.forget_list(connection, f"query-node/{name}")


def unplaced(made: Desk) -> None:
    file = FILES[ElectedCouncil]
    with writing(made.engine) as connection:
        put_problems(connection, file, QUERY_NODE, [unreadable(file, "elected-council", "3", "elected_block")])


def without(made: Desk, table: str) -> None:
    made.settings = Config(settings={name: one for name, one in made.settings.settings.items() if name != table})


UNTOLD: list[tuple[str, Callable[[Desk], None]]] = [
    ("the member of council-seat seat-4 of the query node is not known", lambda made: facts(made, SEAT_OF_NOBODY)),
    ("the member of worker w of the query node is not known", lambda made: facts(made, ("w", Worker(active=False, ended_block=1)))),
    (
        "the member of stored-worker w of the chain is not known",
        lambda made: facts(made, ("w", StoredWorker(group="forumWorkingGroup", worker=1))),
    ),
    ("these lists of the query node are behind|this list of the query node is behind", lambda made: read_query_node(made, behind="council-seats")),
    ("this list of the query node is behind", lambda made: read_query_node(made, behind="workers")),
    ("query-node is at block .* behind, more than", lambda made: read_query_node(made, HEAD - 5_000)),
    ("the list workers of the query node was never read whole", lambda made: forget(made, "workers")),
    ("the list elected-councils of the query node was never read whole", lambda made: forget(made, "elected-councils")),
    ("a value cannot be read, x of elected-council 3", unplaced),
    ("query-node is not configured", lambda made: without(made, "query_node")),
    ("chain is not configured", lambda made: without(made, "chain")),
    ("chain is at block .* behind, more than", lambda made: setattr(made, "block", HEAD + 5_000)),
]  # fmt: skip
"""What keeps the facts from telling everybody's last role, and what is said of it."""


@pytest.mark.parametrize(("said", "spoil"), UNTOLD)
def test_nobody_is_forgotten_while_somebody_s_role_may_be_unknown(
    made: Desk, tmp_path: Path, said: str, spoil: Callable[[Desk], None]
) -> None:
    """Whoever's the unknown seat is, what is erased does not come back."""
    taken(made, tmp_path, ADA)
    kept_since(made, 9_000)
    facts(made, *COUNCILS, seat(1))
    whole = contacts.contacts(made.context)
    assert ([one.over for one in whole.listed], whole.over_unknown) == ([True], "")
    spoil(made)
    found = contacts.contacts(made.context)
    assert [one.over for one in found.listed] == [False]
    assert re.search(said, found.over_unknown), found.over_unknown
    assert contacts.erase_what_is_over(made.context) == ()
    assert members(made) == [12]


def test_a_member_who_is_set_by_a_person_is_known(made: Desk, tmp_path: Path) -> None:
    taken(made, tmp_path, ADA, BERT)
    kept_since(made, 9_000)
    facts(made, *COUNCILS, seat(1), ("seat-4", CouncilSeat(council="4")))
    file = FILES[CouncilSeat]
    wrong = unreadable(file, "council-seat", "seat-4", "member_id")
    with writing(made.engine) as connection:
        put_problems(connection, file, QUERY_NODE, [wrong])
    assert contacts.erase_what_is_over(made.context) == ()
    repair(made.context, wrong.id, "31", why="The chain says so.")
    assert contacts.erase_what_is_over(made.context) == (12,)


@pytest.mark.parametrize(
    "role", [StoredSeat(member_id=12), StoredWorker(group="forumWorkingGroup", worker=1, member_id=12)]
)
def test_who_has_a_role_by_the_chain_has_one(made: Desk, tmp_path: Path, role: Any) -> None:
    taken(made, tmp_path, ADA)
    kept_since(made, 9_000)
    facts(made, *COUNCILS, seat(1), ("12", role))
    assert contacts.erase_what_is_over(made.context) == ()


def test_the_journal_tells_whose_contact_the_setting_erased_and_no_address(made: Desk, tmp_path: Path) -> None:
    taken(made, tmp_path, ADA)
    kept_since(made, 9_000)
    facts(made, *COUNCILS, seat(1))
    assert contacts.erase_what_is_over(made.context) == (12,)
    _, entry = journal_of(made.context)[-1]
    assert (entry.action, entry.subject, entry.person) == (
        "contacts.erase",
        "member 12",
        "secretariat",
    )
    assert entry.why.startswith("2 council terms began since")
    assert "[contacts] erase_after_terms" in entry.why
    assert verify(made.context).wrong == ()
    contacts.erase_what_is_over(made.context)
    assert len(journal_of(made.context)) == 2, "the file, and one member"


def test_one_term_is_one(made: Desk, tmp_path: Path) -> None:
    made.settings = Config(settings={**made.settings.settings, "contacts": ContactsSettings(erase_after_terms=1)})
    taken(made, tmp_path, ADA)
    kept_since(made, 9_000)
    facts(made, *COUNCILS, seat(1))
    assert contacts.erase_what_is_over(made.context) == (12,)
    assert journal_of(made.context)[-1][1].why.startswith("1 council term began since")


def test_nobody_is_forgotten_while_no_council_is_known(made: Desk, tmp_path: Path) -> None:
    taken(made, tmp_path, ADA)
    assert contacts.erase_what_is_over(made.context) == ()
    assert members(made) == [12]
