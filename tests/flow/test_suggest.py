"""Suggestions over a practice network: what members in office say of themselves, of nobody who is reached or said no."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from secretariat import config
from secretariat.desk.contacts import Contact
from secretariat.effects.mail.settings import EmailSettings
from secretariat.flow.context import Context
from secretariat.flow.suggest import NoQueryNode, suggestions
from secretariat.sources.query_node.self_declared import SuggestionsUnknown, self_declared
from secretariat.store.contacts import contacts_kept, keep_contacts
from secretariat.store.engine import reading, writing
from tests.devnet.synced.desk import desk
from tests.flow.desk.desk import PEOPLE, time_of


def test_what_members_in_office_wrote_on_the_chain_is_suggested_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    with desk("ordinary-term", tmp_path) as one:
        one.network.advance(3_000)
        one.sync()
        email = EmailSettings(host="mail.practice.example", sender="s@practice.example")
        settings = {**one.context.config.settings, "people": PEOPLE, "email": email}
        context = replace(one.context, config=config.Config(settings=settings))
        found = suggestions(context)
        assert found
        assert {(each.reach, each.verified, each.usable) for each in found} == {("discord", False, False)}
        with reading(context.engine) as connection:
            assert contacts_kept(connection) == ()
        reached, silent = sorted({each.member_id for each in found})[:2]
        with writing(context.engine) as connection:
            given = [
                Contact(member_id=reached, email="a@practice.example", consent=True),
                Contact(member_id=silent, consent=False),
            ]
            keep_contacts(connection, given, time_of(1), 1)
        assert {each.member_id for each in suggestions(context)} == {each.member_id for each in found} - {
            reached,
            silent,
        }
        without = {name: table for name, table in settings.items() if name != "query_node"}
        with pytest.raises(NoQueryNode):
            suggestions(Context(config=config.Config(settings=without), engine=context.engine))


def answer(*resources: Any, **more: Any) -> list[Any]:
    row = {"id": "12", "handle": "ada", "metadata": {"externalResources": list(resources)}, **more}
    return [row]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (answer({"type": "EMAIL", "value": "a@practice.example"}), [("email", "a@practice.example", True)]),
        (answer({"type": "TELEGRAM", "value": "@ada_practice"}), [("telegram", "@ada_practice", True)]),
        (answer({"type": "TELEGRAM", "value": "https://t.me/ada"}), [("telegram", "https://t.me/ada", False)]),
        (answer({"type": "EMAIL", "value": "a\u202e\n@b"}), [("email", "a @b", False)]),
        (answer({"type": "EMAIL", "value": " "}, {"type": "TWITTER", "value": "x"}, None, {"type": None}), []),
        (answer(id="13"), []),
        (answer(id=None), []),
        (answer(id="9" * 5_000), []),
        (answer(id="١٢"), []),
        (answer(metadata=None), []),
        ([None, 7, {}], []),
    ],
)
def test_what_is_no_answer_is_no_suggestion(rows: list[Any], found: list[tuple[str, str, bool]]) -> None:
    told = self_declared(lambda document, variables: {"memberships": rows}, [12])
    assert [(one.reach, one.value, one.usable) for one in told] == found
    with pytest.raises(SuggestionsUnknown):
        self_declared(lambda document, variables: {"memberships": None}, [12])
