"""One list: words that another finding's take the place of are not wanted while those wait, nor once they went out in time."""

import pytest

from secretariat.desk.drafts import DraftState
from secretariat.desk.findings import Finding, Unless, Wanted
from secretariat.desk.one_list import OnItsWay, named, one_list
from secretariat.desk.reconcile import DraftOnDesk
from tests.desk.words import draft as draft_of
from tests.desk.words import finding, wanted

STEP = "proposals/unvoted/12"
SINCE = 1_000
LIST = wanted(part="created", text="Proposals 7 and 8.")
OLD = wanted(part="before", text="Proposal 7.")
DIGEST = wanted(part="day-70", text="Proposals 7 and 8, and the stage.", unless=Unless(finding=STEP, since=SINCE))
OTHER = wanted(part="other", text="The forum.")


def on_desk(state: DraftState, of: Wanted = LIST) -> DraftOnDesk:
    return DraftOnDesk(draft=draft_of(of), state=state)


def left(step: Finding | None, known: OnItsWay | None) -> list[str]:
    digests = finding("digests/council/council-1", DIGEST, OTHER)
    concluded = (digests,) if step is None else (digests, step)
    assert named(concluded) == {STEP}
    given = one_list(concluded, {} if known is None else {STEP: known})
    assert given[1:] == concluded[1:]
    return [one.part for one in given[0].wanted]


@pytest.mark.parametrize(
    ("step", "known", "said"),
    [
        (None, None, False),
        (finding(STEP), None, False),
        (finding(STEP, LIST), None, True),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("open"),)), True),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("approved"),)), True),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("queued"),)), True),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("withdrawn"),)), True),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("rejected"),)), False),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("failed"),)), False),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("sent"),), out=SINCE - 1), False),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("sent"),), out=SINCE), True),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("unconfirmed"),), out=SINCE + 5), True),
        (finding(STEP, LIST), OnItsWay(drafts=(on_desk("sent", OLD),), out=SINCE - 1), True),
        (None, OnItsWay(drafts=(on_desk("queued"),)), True),
        (None, OnItsWay(drafts=(on_desk("sent"),), out=SINCE), True),
    ],
)
def test_it_is_said_once(step: Finding | None, known: OnItsWay | None, *, said: bool) -> None:
    assert left(step, known) == (["other"] if said else ["day-70", "other"])


def test_a_step_that_a_newer_list_told_does_not_wait() -> None:
    told = wanted(part="newer", text="Proposals 7 and 8.", says_too=("created",))
    known = OnItsWay(drafts=(on_desk("sent", told),), out=SINCE - 1)
    assert left(finding(STEP, LIST), known) == ["day-70", "other"]


def test_what_takes_the_place_of_words_makes_no_other_text() -> None:
    assert DIGEST.digest == wanted(part="day-70", text="Proposals 7 and 8, and the stage.").digest
