"""What is needed changes after a yes: a text that needs no second one any more goes, and one that came to need one is held."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from secretariat.cli.desk_text import draft_lines, item_lines
from secretariat.config import Config
from secretariat.desk.acts import Destination
from secretariat.desk.approvals import text_to_sign
from secretariat.desk.hand_off import HandOffRefused
from secretariat.desk.people import DeskSettings, PersonSettings
from secretariat.flow import ask_desk, ask_journal
from secretariat.flow.decide import drafts, mandates, standing
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.deliver import deliver
from secretariat.flow.hand_off.request import item_named
from secretariat.flow.look import Looking
from secretariat.flow.sending import Delivered
from secretariat.store import outbox
from secretariat.store.engine import reading
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, calls_as_text, desk, everything, read_chain, time_of
from tests.flow.desk.test_decide import OPENS, act, actions, constants, people, record, sign, state, text
from tests.flow.desk.test_look import Kept

__all__ = ["act"]

POST = wanted(
    part="chain", kind="forum-post", channel="chain", destination=Destination(thread=5, member_id=11), text="Words."
)
FORUM = finding("elections/posts/1", POST)
ACTING = DeskSettings(second_yes_while_acting=("forum-post", "message"))
ALWAYS = DeskSettings(second_yes=("message",))
COUNCIL = "a council member's second yes, signed by another wallet key"

Act = Callable[[str], None]


def opened(url: str, **settings: Any) -> Desk:
    made = desk(url, people=people(), **settings)
    made.calls = calls_as_text
    return made


def with_settings(made: Desk, **tables: Any) -> None:
    """Change the settings of a desk, as an editor of the file would."""
    made.settings = Config(settings={**made.settings.settings, **tables})


def clock(made: Desk) -> datetime:
    return datetime.fromisoformat(time_of(made.block)).astimezone(UTC)


def looking(made: Desk) -> Looking:
    return Looking(context=made.context, duties=(made.duty(),), machine=lambda: clock(made))


def delivered(made: Desk) -> list[Delivered]:
    return list(deliver(made.engine, {"discord": Kept()}, looking(made), lambda: clock(made)))


def confirmed(made: Desk, act: Act) -> str:
    record(made)
    name = ask_desk.office(made.context).mandates[-1].name
    act("cora")
    said = mandates.confirm(made.context, name, why="So it is.").done
    act("ada")
    return said


def well(made: Desk) -> bool:
    return ask_journal.verify(made.context).wrong == ()


# -------------------------------------------------------------- needed no more


def test_a_mandate_that_ends_the_need_puts_the_text_on_its_way(store_url: str, act: Act) -> None:
    made = opened(store_url, desk=ACTING)
    made.review(FORUM, OPENS)
    for name in ("d1.1", "d2.1"):
        assert COUNCIL in drafts.approve(made.context, name)
    assert made.review().nothing
    assert "no second yes any more is on its way: d1.1 as o1, d2.1 as o2." in confirmed(made, act)
    assert (state(made, 1), state(made, 2)) == ("signing", "queued")
    queued = [one for one in actions(made) if one[1] == "act.queue"]
    assert queued == [("secretariat", "act.queue", "d1.1"), ("secretariat", "act.queue", "d2.1")]
    assert [one.state for one in delivered(made)] == ["sent"]
    assert item_named(made.context, "d1.1").state == "signing"
    assert made.review().complete == ()
    assert well(made)


def test_a_block_at_which_the_mandate_begins_ends_the_need_with_the_next_review(store_url: str, act: Act) -> None:
    made = opened(store_url, desk=ACTING)
    made.review(OPENS)
    drafts.approve(made.context, "d1.1")
    mandates.record(
        made.context, secretary=11, deputy=None, proposal=None, first=HEAD + 50, last=HEAD + 90, why="Elected."
    )
    act("cora")
    assert "on its way" not in mandates.confirm(made.context, "m2", why="So it is.").done
    assert made.review(block=HEAD + 49).complete == ()
    assert made.review(block=HEAD + 50).complete == (("d1.1", "o1"),)
    assert well(made)


@pytest.mark.parametrize("kind", ["message", "forum-post"])
def test_a_setting_taken_back_ends_the_need_and_until_the_review_all_say_so(
    store_url: str, act: Act, kind: Any
) -> None:
    made = opened(store_url, desk=DeskSettings(second_yes=(kind,)))
    made.review(OPENS if kind == "message" else FORUM)
    assert COUNCIL in drafts.approve(made.context, "d1.1")
    with_settings(made, desk=DeskSettings())
    before = everything(made.context)
    waits = "it has every yes it needs; the next review puts it on its way"
    listed = ask_desk.drafts(made.context).drafts
    assert (listed[0].state, listed[0].lacks, listed[0].complete) == ("approved", "", waits)
    assert waits in "\n".join(draft_lines(listed))
    assert waits in "\n".join(item_lines(ask_desk.item(made.context, "d1.1")))
    with pytest.raises(DecisionRefused, match=r"You said yes to d1\.1 already.*the next `secretariat review` puts it"):
        drafts.approve(made.context, "d1.1")
    with pytest.raises(HandOffRefused, match="every yes it needs"):
        item_named(made.context, "d1.1")
    assert everything(made.context) == before
    done = made.review()
    assert (done.complete, done.nothing, made.review().nothing) == ((("d1.1", "o1"),), False, True)
    assert state(made) == ("queued" if kind == "message" else "signing")
    assert ask_desk.item(made.context, "d1.1").history[-1].action == "act.queue"
    assert well(made)


def test_whoever_said_yes_may_have_another_role_or_be_gone_by_then(store_url: str, act: Act) -> None:
    made = opened(store_url, desk=ALWAYS)
    made.review(OPENS, finding("elections/opens/8", wanted(text="Other words.")))
    drafts.approve(made.context, "d1.1")
    act("dan")
    drafts.approve(made.context, "d2.1")
    known = people()
    known.pop("dan")
    with_settings(made, people={**known, "ada": replace(known["ada"], roles=("viewer",))})
    assert made.review().complete == ()
    with_settings(made, desk=DeskSettings())
    assert made.review().complete == (("d1.1", "o1"), ("d2.1", "o2"))
    assert well(made)


def test_nothing_goes_that_a_person_said_no_to_or_that_is_too_late_or_of_other_words(store_url: str, act: Act) -> None:
    made = opened(store_url, desk=ALWAYS)
    late = finding("elections/opens/9", wanted(text="Soon.", until=HEAD + 10))
    made.review(OPENS, finding("elections/opens/8", wanted(text="Other words.")), late)
    for name in ("d1.1", "d2.1", "d3.1"):
        drafts.approve(made.context, name)
    drafts.reject(made.context, "d1.1", why="Not so.")
    drafts.reword(made.context, "d2.1", "My words.")
    with_settings(made, desk=DeskSettings())
    assert made.review(block=HEAD + 11).complete == ()
    assert [state(made, number) for number in (1, 2, 3)] == ["rejected", "open", "approved"]
    assert {one.complete for one in ask_desk.drafts(made.context).drafts} == {""}
    assert well(made)


# ---------------------------------------------------------- needed only since


def queued(url: str, what: Any = OPENS) -> Desk:
    made = opened(url)
    made.review(what)
    drafts.approve(made.context, "d1.1")
    return made


def test_what_came_to_need_a_second_yes_before_it_was_sent_is_held_for_it(store_url: str, act: Act) -> None:
    made = queued(store_url)
    with_settings(made, desk=ALWAYS)
    (held,) = delivered(made)
    assert (held.state, held.says) == (
        "waiting",
        f"since it was approved it needs {COUNCIL} (the settings ask for it for message)",
    )
    (shown,) = ask_desk.drafts(made.context).drafts
    assert (shown.state, shown.to_sign) == ("queued", text_to_sign(text(made)))
    assert shown.lacks.startswith(COUNCIL)
    assert "since it was approved" in shown.item_why
    with pytest.raises(DecisionRefused, match="You said yes"):
        drafts.approve(made.context, "d1.1")
    act("cora")
    said = drafts.approve(made.context, "d1.1", signature=sign("cora", text_to_sign(text(made))))
    assert said == "d1.1 is approved and waits to be sent."
    with pytest.raises(DecisionRefused, match="waits to be sent"):
        drafts.approve(made.context, "d1.1", signature=sign("cora", text_to_sign(text(made))))
    assert [one.state for one in delivered(made)] == ["sent"]
    assert well(made)


def test_the_end_of_a_mandate_holds_what_was_not_sent_under_it(store_url: str, act: Act) -> None:
    made = opened(store_url, desk=ACTING)
    made.review(OPENS)
    mandates.record(made.context, secretary=11, deputy=None, proposal=None, first=1, last=HEAD + 5, why="Elected.")
    act("cora")
    mandates.confirm(made.context, "m1", why="So it is.")
    act("ada")
    assert "as o1" in drafts.approve(made.context, "d1.1")
    made.block = HEAD + 6
    (held,) = delivered(made)
    assert held.state == "waiting"
    assert "no confirmed mandate covers this block" in held.says
    assert "on its way" not in confirmed(made, act)
    assert [one.state for one in delivered(made)] == ["sent"]
    assert well(made)


def test_no_wallet_is_asked_before_the_second_yes_also_while_a_source_is_silent(store_url: str, act: Act) -> None:
    made = queued(store_url, FORUM)
    with_settings(made, desk=DeskSettings(second_yes=("forum-post",)))
    with reading(made.engine) as connection:
        (item,) = outbox.all_items(connection)
    for block in (HEAD, HEAD + 5_000):  # at the second the chain was read too long ago
        made.block = block
        seen = looking(made)(item)
        assert (seen.verdict, seen.silent) == ("wait", False)
        assert COUNCIL in seen.why


def test_what_a_yes_ahead_put_on_its_way_waits_for_two_people_then(store_url: str, act: Act) -> None:
    made = opened(store_url)
    constants(made)
    made.review(OPENS)
    standing.grant(made.context, "d1.1", until=HEAD + 900, why="Routine.")
    assert made.review().approved_ahead == (("d1.1", "s1"),)
    with_settings(made, desk=ALWAYS)
    assert delivered(made)[0].state == "waiting"
    made.review(OPENS, finding("elections/opens/8", wanted()))
    assert state(made, 2) == "open"  # no yes ahead is two
    assert COUNCIL in drafts.approve(made.context, "d1.1")
    act("cora")
    assert drafts.approve(made.context, "d1.1", signature=sign("cora", text_to_sign(text(made)))).endswith("be sent.")
    assert delivered(made)[0].state == "sent"
    assert well(made)


def test_a_yes_of_before_the_account_stood_in_the_settings_can_be_given_again(store_url: str, act: Act) -> None:
    made = opened(store_url, desk=ALWAYS)
    with_settings(made, people={**people(), "ada": PersonSettings(roles=("secretary",))})
    made.review(OPENS)
    assert "whose account stands in the settings" in drafts.approve(made.context, "d1.1")
    with pytest.raises(DecisionRefused, match="You said yes"):
        drafts.approve(made.context, "d1.1")
    with_settings(made, people=people())
    assert COUNCIL in drafts.approve(made.context, "d1.1")
    with pytest.raises(DecisionRefused, match="You said yes"):
        drafts.approve(made.context, "d1.1")


def test_without_a_block_nothing_is_held_for_good(store_url: str, act: Act) -> None:
    made = queued(store_url)
    with_settings(made, desk=ALWAYS)
    assert delivered(made)[0].state == "waiting"
    with_settings(made, desk=DeskSettings())
    read_chain(made.context, HEAD)
    assert delivered(made)[0].state == "sent"
