"""Whatever duties conclude and people decide, in any order: a second review changes nothing, and no old words wait to be sent."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secretariat.desk.findings import Finding
from secretariat.errors import SecretariatError
from secretariat.flow import ask_desk, ask_journal
from secretariat.flow.context import open_store_at
from secretariat.flow.decide import drafts
from secretariat.store import outbox
from secretariat.store.engine import reading, writing
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import Desk, calls_as_text, desk, read_chain

PARTS = st.dictionaries(st.sampled_from(["discord", "chain"]), st.sampled_from(["One.", "Two.", "Three."]))
CONCLUDED = st.dictionaries(st.sampled_from(["a", "b"]), PARTS, min_size=1)
ALL = {subject: {"discord": "One.", "chain": "One."} for subject in ("a", "b")}
"""What every case begins with: drafts 1 to 4."""

STEPS = st.one_of(
    st.tuples(st.just("review"), CONCLUDED),
    st.tuples(st.sampled_from(["approve", "reject", "reword", "newer", "send", "runtime"]), st.integers(1, 4)),
)


def concluded(found: dict[str, dict[str, str]]) -> tuple[Finding, ...]:
    """Make the findings of one review: by subject, the words of each part."""
    return tuple(
        finding(
            f"elections/any/{subject}",
            *(
                wanted(part=part, text=text)
                if part == "discord"
                else wanted(part=part, kind="forum-thread", channel="chain", title="T", text=text)
                for part, text in sorted(parts.items())
            ),
        )
        for subject, parts in sorted(found.items())
    )


def decided(made: Desk, what: str, number: int) -> None:
    """Let a person decide about the newest text of a draft, or a worker or the chain do something."""
    name = next(
        (
            one.draft
            for one in ask_desk.drafts(made.context, everything=True).drafts
            if one.draft.startswith(f"d{number}.")
        ),
        "d9.1",
    )
    do: dict[str, Callable[[], object]] = {
        "approve": lambda: drafts.approve(made.context, name),
        "reject": lambda: drafts.reject(made.context, name, why="No."),
        "reword": lambda: drafts.reword(made.context, name, f"Mine, after {name}.", calls=calls_as_text),
        "newer": lambda: drafts.take_newer(made.context, name, calls=calls_as_text),
        "send": lambda: _send(made, number),
        "runtime": lambda: read_chain(made.context, made.block, spec_version=2004 + number),
    }
    try:
        do[what]()
    except SecretariatError:
        return  # a refusal is tested elsewhere


def _send(made: Desk, number: int) -> None:
    """Let a worker send an item, or a wallet sign one: odd ones arrive, and what came of even ones nobody knows."""
    with writing(made.engine) as connection:
        for item in outbox.items_in(connection, ["queued"]):
            if item.number == number:
                arrived = number % 2
                values = {"tries": 1, "receipt": "7" if arrived else ""}
                outbox.move(connection, number, ["queued"], "sent" if arrived else "unconfirmed", **values)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an empty store's file."""
    path = tmp_path_factory.mktemp("empty") / "store.db"
    open_store_at(f"sqlite:///{path}").dispose()
    return path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=4, max_size=10))
def test_a_second_review_changes_nothing_and_no_old_words_wait(empty: Path, steps: list[tuple[str, object]]) -> None:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setenv("SECRETARIAT_PERSON", "ada")
        shutil.copy(empty, f"{folder}/store.db")  # to make one takes longer than all the rest
        made = desk(f"sqlite:///{folder}/store.db")
        made.calls = calls_as_text
        for what, given_ in (("review", ALL), *steps):
            if what == "review":
                made.findings = list(concluded(given_))  # type: ignore[arg-type]
                made.review()
            else:
                decided(made, what, given_)  # type: ignore[arg-type]
        made.review()
        assert made.review().nothing
        _holds(made)


def _holds(made: Desk) -> None:
    shown = {one.draft: one for one in ask_desk.drafts(made.context, everything=True).drafts}
    with reading(made.engine) as connection:
        waiting = outbox.items_in(connection, ["queued", "signing"])
    for item in waiting:
        text = shown[f"d{item.draft}.{item.revision}"]  # the newest one, or this fails
        assert (text.digest, text.state) == (item.digest, item.state)
    assert ask_journal.verify(made.context).wrong == ()
    open_ = {one.finding.key: one.finding for one in _open(made)}
    assert open_ == {one.key: one for one in made.findings}
    for one in shown.values():
        if one.key in open_ and one.state == "open" and not one.by:
            words = {each.part: each.text for each in open_[one.key].wanted}
            assert one.marked_text in words.values()
    wanting = {(one.task, one.channel) for one in shown.values() if one.key in open_ and one.state == "withdrawn"}
    texts = {(known.name, each.channel) for known in _open(made) for each in known.finding.wanted}
    assert not wanting & texts, "what is wanted is on the desk, or was sent or refused"


def _open(made: Desk):  # type: ignore[no-untyped-def]
    from secretariat.store.desk import open_findings

    with reading(made.engine) as connection:
        return open_findings(connection)


def test_the_words_of_each_part_are_as_they_are_wanted() -> None:
    (one,) = concluded({"a": {"discord": "One.", "chain": "Two."}})
    assert [(each.part, each.text) for each in one.wanted] == [("chain", "Two."), ("discord", "One.")]
    assert replace(one, wanted=()) == concluded({"a": {}})[0]
