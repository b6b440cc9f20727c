"""What the desk holds, as a review sees it: from a real store and the settings, and for the duty that watches it alone."""

import pytest
from sqlalchemy import update

from secretariat.duties.elections import DUTY as ELECTIONS
from secretariat.duties.terms import DUTY
from secretariat.facts.at_desk import AtDesk
from secretariat.facts.desk_decisions import StandingGrant, Taken
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.at_desk import with_desk
from secretariat.flow.decide import drafts
from secretariat.flow.now import now_of
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import reading, writing
from secretariat.store.schema import outbox
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, desk, time_of


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a desk with an item that may have arrived, one that arrived, and two yeses given ahead, one of them over."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    built = desk(store_url)
    built.review(finding("elections/one/1", wanted(text="One.")), finding("elections/two/1", wanted(text="Two.")))
    for name in ("d1.1", "d2.1"):
        drafts.approve(built.context, name)
    with writing(built.engine) as connection:
        connection.execute(update(outbox).where(outbox.c.draft == 1).values(state="unconfirmed"))
        connection.execute(update(outbox).where(outbox.c.draft == 2).values(state="sent"))
        for until in (HEAD + 900, HEAD - 1):
            append_decision(connection, _grant(until))
    return built


def _grant(until: int) -> StandingGrant:
    return StandingGrant(
        taken=Taken(at=time_of(HEAD - 50), person="ada"),
        rule="proposals/vote",
        template="proposals/vote",
        template_digest="0" * 64,
        channel="discord",
        place="council",
        audience="council",
        block=HEAD - 50,
        until=until,
    )


def test_what_is_open_at_the_desk_is_named_and_never_a_secret_s_value(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRETARIAT_DISCORD_WEBHOOK_COUNCIL", "https://discord.com/api/webhooks/1/canary")
    with reading(made.engine) as connection:
        now = now_of(made.context, connection)
        assert with_desk(made.context, connection, now, Snapshot(), [ELECTIONS]) == Snapshot()
        found = with_desk(made.context, connection, now, Snapshot(), [DUTY]).of(AtDesk)
    facts = [one.fact for one in found]
    assert [(one.what, one.says, one.until) for one in facts if one.what != "secret"] == [
        ("unconfirmed", "message by discord", None),
        ("standing", "proposals/vote, discord, place council", HEAD + 900),
    ]
    secrets = {one.name: one.says for one in facts if one.what == "secret"}
    assert secrets["SECRETARIAT_DISCORD_WEBHOOK_COUNCIL"] == "the webhook of Discord's place council"
    assert "canary" not in str(facts)


def test_what_it_names_does_not_depend_on_the_process_that_looks(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def seen() -> object:
        with reading(made.engine) as connection:
            return with_desk(made.context, connection, now_of(made.context, connection), Snapshot(), [DUTY])

    before = seen()
    monkeypatch.setenv("SECRETARIAT_DISCORD_WEBHOOK_COUNCIL_FILE", "/nowhere")
    monkeypatch.setenv("SECRETARIAT_STORE_URL", "sqlite:///elsewhere.db")
    assert seen() == before
