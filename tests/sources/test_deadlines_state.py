"""A state in JSON: what is read from it, whatever decoder spelled it, and what is said when it is wrong."""

import copy
import json
from collections.abc import Callable
from contextlib import nullcontext, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from secretariat.errors import SecretariatError
from secretariat.facts.council_constants import BY_SPEC
from secretariat.facts.council_stages import Announcing, Election, Idle, Inactive, Revealing, Voting
from secretariat.facts.deadlines import deadlines
from secretariat.sources.deadlines_state import StateUnreadable, place_in, read_state, schema
from tests.facts.test_pace import GIZA

EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "contracts" / "examples").glob("*.json"))


def example(name: str) -> dict[str, Any]:
    """Give an example as it is written."""
    (path,) = (path for path in EXAMPLES if path.stem == name)
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def changed(name: str, change: Callable[[Any], object]) -> str:
    """Give an example's text with a change."""
    state = copy.deepcopy(example(name))
    change(state)
    return json.dumps(state)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_meets_the_schema_and_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    Draft202012Validator(schema()).validate(json.loads(text))
    assert deadlines(read_state(text))


def test_there_is_an_example_of_each_stage() -> None:
    assert {path.stem for path in EXAMPLES} == {"announcing", "voting", "revealing", "idle"}


def test_an_example_is_read_to_the_last_value() -> None:
    state = read_state(json.dumps(example("announcing")))
    assert state.constants == BY_SPEC[2004]
    assert state.constants_from_spec
    assert (state.pace.head.block, state.pace.measured_blocks) == (20_100_000, 100_800)
    assert state.council.stage == Announcing(candidates_count=2, ends_at=20_140_000)
    assert state.council.changed_at == 20_053_600
    assert state.referendum == Inactive()
    assert (state.cycle, state.candidates) == (71, 2)
    active, pending, dormant = state.proposals
    assert (active.number, active.title, active.status) == (1201, "Lamps for the reading room", "active")
    assert (active.activated_at, active.voting_period, active.grace_period) == (20_090_000, 43_200, 1_200)
    assert (pending.status, pending.approved_at, pending.exact_execution_block) == (
        "pending-execution",
        20_099_500,
        20_110_000,
    )
    assert (dormant.status, dormant.constitutionality, dormant.council_confirmations) == (
        "pending-constitutionality",
        2,
        1,
    )


CAMEL: dict[str, Any] = {
    "genesis": "0x" + "00" * 32,
    "specVersion": 2004,
    "head": {"block": 1000, "time": 6_000_000},
    "earlier": [{"block": 0, "time": 0}],
    "councilStage": {"stage": {"announcing": {"candidatesCount": 4, "endsAt": 2000}}, "changedAt": 900},
    "referendumStage": {"inactive": None},
    "proposals": [
        {
            "id": 5,
            "parameters": {"votingPeriod": 300, "gracePeriod": 10, "constitutionality": 2, "requiredStake": "0x05"},
            "proposerId": 3,
            "activatedAt": 950,
            "status": {"active": None},
            "votingResults": {"abstentions": 0, "approvals": 1, "rejections": 0, "slashes": 0},
            "exactExecutionBlock": None,
            "nrOfCouncilConfirmations": 1,
            "stakingAccountId": None,
        },
        {
            "id": 6,
            "parameters": {"votingPeriod": 300, "gracePeriod": 600},
            "activatedAt": 100,
            "status": {"pendingExecution": 500},
        },
    ],
}
SNAKE: dict[str, Any] = {
    "genesis": "0x" + "00" * 32,
    "spec_version": 2004,
    "head": {"block": 1000, "time": "1970-01-01T01:40:00Z"},
    "earlier": {"block": 0, "time": "1970-01-01T01:00:00.000+01:00"},
    "council_stage": {"stage": {"Announcing": {"candidates_count": 4, "ends_at": 2000}}, "changed_at": 900},
    "referendum_stage": "Inactive",
    "proposals": [
        {
            "id": 5,
            "parameters": {"voting_period": 300, "grace_period": 10, "constitutionality": 2, "required_stake": 5},
            "activated_at": 950,
            "status": "Active",
            "exact_execution_block": None,
            "nr_of_council_confirmations": 1,
        },
        {
            "id": 6,
            "parameters": {"voting_period": 300, "grace_period": 600, "constitutionality": 1},
            "activated_at": 100,
            "status": {"PendingExecution": 500},
        },
    ],
}


def test_both_usual_spellings_are_one_state() -> None:
    assert read_state(json.dumps(CAMEL)) == read_state(json.dumps(SNAKE))


@pytest.mark.parametrize("stage", ["Inactive", "inactive", {"Inactive": None}, {"inactive": {}}, {"Inactive": []}])
def test_no_referendum_has_several_spellings(stage: object) -> None:
    assert read_state(json.dumps({**SNAKE, "referendum_stage": stage})).referendum == Inactive()


@pytest.mark.parametrize(
    ("council", "referendum", "stage", "stored"),
    [
        (
            {"Election": {"candidates_count": 4}},
            {"Voting": {"started": 9, "winning_target_count": 3, "current_cycle_id": 8, "ends_at": 1500}},
            Election(candidates_count=4),
            Voting(started=9, winning_target_count=3, current_cycle_id=8, ends_at=1500),
        ),
        (
            {"election": {"candidatesCount": 4}},
            {
                "revealing": {
                    "started": 9,
                    "winningTargetCount": 3,
                    "intermediateWinners": [{"optionId": 4, "votePower": "0x05"}],
                    "currentCycleId": 8,
                    "endsAt": 1500,
                }
            },
            Election(candidates_count=4),
            Revealing(started=9, winning_target_count=3, current_cycle_id=8, ends_at=1500, intermediate_winners=1),
        ),
        ({"idle": {"endsAt": 1001}}, "Inactive", Idle(ends_at=1001), Inactive()),
    ],
)
def test_each_stage_is_read(council: object, referendum: object, stage: object, stored: object) -> None:
    given_ = {**SNAKE, "council_stage": {"stage": council, "changed_at": 1}, "referendum_stage": referendum}
    state = read_state(json.dumps(given_))
    assert state.council.stage == stage
    assert state.referendum == stored


@pytest.mark.parametrize(
    ("time", "milliseconds"),
    [
        ("2026-05-04T12:00:00Z", 1_777_896_000_000),
        ("2026-05-04T14:00:00+02:00", 1_777_896_000_000),
        ("2026-05-04 05:30:00-06:30", 1_777_896_000_000),
        ("2026-05-04t12:00:00.25z", 1_777_896_000_250),
        ("2026-05-04T12:00:00.0009999Z", 1_777_896_000_000),
        (1_777_896_000_123, 1_777_896_000_123),
    ],
)
def test_times_are_turned_into_utc(time: object, milliseconds: int) -> None:
    state = read_state(json.dumps({**SNAKE, "head": {"block": 1000, "time": time}}))
    assert state.pace.head.milliseconds == milliseconds


@pytest.mark.parametrize(
    ("constants", "spec", "expected"),
    [
        ({"announcing_period_duration": 5}, 2004, (5, 57_600, 3, 0)),
        ({"AnnouncingPeriodDuration": 5, "councilSize": 1}, 2004, (5, 57_600, 1, 0)),
        ({"Council.AnnouncingPeriodDuration": 5, "Referendum.VoteStageDuration": 6}, 2001, (5, 6, 3, 0)),
        (
            {
                "Council.AnnouncingPeriodDuration": 60,
                "Council.IdlePeriodDuration": 10,
                "Council.CouncilSize": 5,
                "Council.MinNumberOfExtraCandidates": 2,
                "Referendum.VoteStageDuration": 20,
                "Referendum.RevealStageDuration": 20,
                "Babe.EpochDuration": 30,
                "System.Version": {"spec_version": 1},
            },
            9_999,
            (60, 20, 5, 2),
        ),
        (
            {
                "Council": {
                    "AnnouncingPeriodDuration": 60,
                    "IdlePeriodDuration": 10,
                    "CouncilSize": 5,
                    "MinNumberOfExtraCandidates": 2,
                    "MinCandidateStake": "1,000",
                },
                "referendum": {"voteStageDuration": 20, "revealStageDuration": 20, "maxSaltLength": 32},
                "Babe": {"EpochDuration": 30},
            },
            9_999,
            (60, 20, 5, 2),
        ),
        ({"council": {"announcingPeriodDuration": 7}, "voteStageDuration": 8}, 2004, (7, 8, 3, 0)),
    ],
)
def test_constants_given_go_before_those_of_the_spec_version(
    constants: dict[str, object], spec: int, expected: tuple[int, int, int, int]
) -> None:
    read = read_state(json.dumps({**SNAKE, "spec_version": spec, "constants": constants})).constants
    assert (
        read.announcing_period_duration,
        read.vote_stage_duration,
        read.council_size,
        read.min_number_of_extra_candidates,
    ) == expected


@pytest.mark.parametrize(
    ("candidates", "cycle", "counted"),
    [
        (4, 9, 4),
        ([{}, {}], None, 2),
        ([{"cycle_id": 8}, {"cycleId": 9}, {"member_id": 4}], 9, 2),
        ([{"cycle_id": 8}, {"cycle_id": 9}], None, 2),
        ([501, 777], 9, 2),
        ([], 9, 0),
    ],
)
def test_candidates_of_old_cycles_are_not_counted(candidates: object, cycle: int | None, counted: int) -> None:
    given_ = {**SNAKE, "candidates": candidates} | ({} if cycle is None else {"cycle": cycle})
    assert read_state(json.dumps(given_)).candidates == counted


@pytest.mark.parametrize("known", range(2, len(GIZA)))
def test_a_recorded_block_time_is_inside_the_answer_s_band(known: int) -> None:
    *earlier, head = ({"block": block, "time": f"{at}+00:00"} for block, at in GIZA[:known])
    block, at = GIZA[known]
    stage = {"stage": {"Idle": {"ends_at": block}}, "changed_at": head["block"]}
    first = deadlines(
        read_state(json.dumps({**SNAKE, "head": head, "earlier": earlier, "council_stage": stage, "proposals": []}))
    )[0]
    milliseconds = int(datetime.fromisoformat(f"{at}+00:00").timestamp()) * 1000
    assert first.block == block
    assert first.earliest <= milliseconds <= first.latest


def _drop(*path: str) -> Callable[[Any], object]:
    def change(state: Any) -> None:
        for step in path[:-1]:
            state = state[step]
        del state[path[-1]]

    return change


def _put(value: object, *path: str | int) -> Callable[[Any], object]:
    def change(state: Any) -> None:
        for step in path[:-1]:
            state = state[step]
        state[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_drop("head"), '$: "head" is missing'),
        (_drop("earlier"), '$: "earlier" is missing'),
        (_drop("head", "time"), '$.head: "time" is missing'),
        (_drop("council_stage", "changed_at"), '$.council_stage: "changed_at" is missing'),
        (_drop("council_stage", "stage", "Announcing", "ends_at"), '$.council_stage.stage.Announcing: "ends_at"'),
        (_put("12", "head", "block"), '$.head.block: "12" is not a whole number'),
        (_put(1.5, "head", "block"), "$.head.block: 1.5 is not a whole number"),
        (_put(True, "head", "block"), "$.head.block: true is not a whole number"),
        (_put(-1, "head", "block"), "$.head.block: -1 is less than 0"),
        (_put(2**32, "head", "block"), "$.head.block: 4294967296 is more than 4294967295"),
        (_put("2026-10-05T09:00:00", "head", "time"), '$.head.time: "2026-10-05T09:00:00" is not a time with seconds'),
        (_put("2026-10-05", "head", "time"), "time zone"),
        (_put("2026-13-05T09:00:00Z", "head", "time"), '$.head.time: "2026-13-05T09:00:00Z" is no moment'),
        (_put("0001-01-01T00:00:00+14:00", "head", "time"), "$.head.time"),
        (_put("1969-12-31T23:59:59Z", "head", "time"), "is before 1970"),
        (_put({"block": 20100000, "time": 5}, "earlier"), "$.earlier.block: block 20,100,000 is not before the head"),
        (_put({"block": 20100001, "time": 5}, "earlier"), "is not before the head"),
        (_put([{"block": 5, "time": 5}, {"block": 20100000, "time": 6}], "earlier"), "$.earlier[1].block"),
        (_put({"block": 5, "time": "2026-10-05T09:00:00Z"}, "earlier"), "$.earlier.time"),
        (_put([{"block": 5, "time": 9}, {"block": 6, "time": 8}], "earlier"), "$.earlier: Block 6 is said to be"),
        (_put([{"block": 5, "time": 9}, {"block": 5, "time": 8}], "earlier"), "$.earlier: Block 5 is given with two"),
        (_put([], "earlier"), "$.earlier: this is empty"),
        (_put("abc", "genesis"), '$.genesis: "abc" is not a hash'),
        (
            _put(3000, "spec_version"),
            "$.constants: the constants of spec version 3000 are not known here; give announcing_",
        ),
        (_drop("spec_version"), "$.constants: no spec_version is given; give announcing_period_duration, vote_stage"),
        (_put({"council_size": 0}, "constants"), "$.constants.council_size: 0 is less than 1"),
        (
            _put("2026-05-04T12:00:00Z\n", "head", "time"),
            '$.head.time: "2026-05-04T12:00:00Z\\n" is not a time with seconds',
        ),
        (
            _put({"min_number_of_extra_candidates": {"block": 1}}, "constants"),
            "$.constants.min_number_of_extra_candidates: this is not a whole number",
        ),
        (_put("Active", "referendum_stage"), '$.referendum_stage: "Active" is none of Inactive'),
        (_put("INACTIVE", "referendum_stage"), '$.referendum_stage: "INACTIVE" is none of Inactive'),
        (_put({}, "referendum_stage"), "$.referendum_stage: exactly one of Inactive, Voting, Revealing is needed"),
        (_put({"Inactive": None, "Voting": {}}, "referendum_stage"), "$.referendum_stage: exactly one of"),
        (_put({"Silent": {}}, "council_stage", "stage"), "known are Announcing, Election, Idle"),
        (_put("Idle", "council_stage", "stage"), '$.council_stage.stage: "Idle" is not an object'),
        (_put(1, "heads"), '$: "heads" is not known here'),
        (_put("Done", "proposals", 0, "status"), '$.proposals[0].status: "Done" is none of Active'),
        (_put(None, "proposals", 1, "status", "PendingExecution"), "$.proposals[1].status.PendingExecution: null is"),
        (_drop("proposals", 0, "parameters", "voting_period"), '$.proposals[0].parameters: "voting_period" is missing'),  # type: ignore[arg-type]
        (_put(0, "proposals", 0, "parameters", "voting_period"), "$.proposals[0].parameters.voting_period: 0 is less"),
        (_put(-5, "candidates"), "$.candidates: -5 is less than 0"),
    ],
)
def test_what_is_wrong_is_said_with_its_path(change: Callable[[Any], object], words: str) -> None:
    with pytest.raises(StateUnreadable) as caught:
        read_state(changed("announcing", change))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "$: this is not an object"),
        ("null", "$: null is not an object"),
        ('{"head": 1, "head": 2}', "'head' is given twice"),
        ('{"specVersion": 1, "spec_version": 2}', "in two spellings"),
        ("[" * 100_000, "nested too deeply"),
        ('{"head": ' + "9" * 5000 + "}", "too long"),
        ('{"head": NaN}', "NaN is no number"),
    ],
)
def test_a_text_that_is_no_state_is_refused(text: str, words: str) -> None:
    with pytest.raises(StateUnreadable) as caught:
        read_state(text)
    assert words in str(caught.value)


def test_a_path_is_in_the_spelling_of_what_was_given() -> None:
    wrong = copy.deepcopy(CAMEL)
    wrong["councilStage"]["stage"]["announcing"]["endsAt"] = "soon"
    with pytest.raises(StateUnreadable, match=r"\$\.councilStage\.stage\.announcing\.endsAt: \"soon\""):
        read_state(json.dumps(wrong))
    place = "council_stage.stage.Announcing.ends_at"
    assert place_in(json.dumps(CAMEL), place) == "$.councilStage.stage.announcing.endsAt"
    assert place_in(json.dumps(CAMEL), "proposals[1].activated_at") == "$.proposals[1].activatedAt"
    assert (
        place_in(json.dumps(CAMEL), "proposals[1].status.PendingExecution") == "$.proposals[1].status.pendingExecution"
    )


def test_each_missing_member_is_named_once() -> None:
    with pytest.raises(StateUnreadable) as caught:
        read_state(json.dumps({"head": SNAKE["head"], "note": "x"}))
    told = str(caught.value)
    assert [told.count(f'$: "{name}" is missing') for name in ("earlier", "council_stage", "referendum_stage")] == [
        1
    ] * 3
    with pytest.raises(StateUnreadable) as caught:
        read_state(json.dumps({**SNAKE, "heads": 1, "Stage": 2, "foot": 3}))
    assert '"heads", "stage", "foot" are not known here' in str(caught.value)


@pytest.mark.parametrize("spec", [{}, {"spec_version": 2004}])
@pytest.mark.parametrize(
    ("constants", "words"),
    [
        (
            {"anouncing_period_duration": 100},
            '"anouncing_period_duration" is not known here; the nearest known one is "announ',
        ),
        ({"announcing_period": 100}, 'the nearest known one is "announcing_period_duration"'),
        (
            {"voteStageDurations": 100},
            '"voteStageDurations" is not known here; the nearest known one is "vote_stage_dura',
        ),
        ({"Council.AnouncingPeriodDuration": 1}, '"Council.AnouncingPeriodDuration" is not known here'),
        ({"Counsil.CouncilSize": 1}, 'the nearest known one is "council_size"'),
        ({"Council": {"AnouncingPeriodDuration": 1}}, '"AnouncingPeriodDuration" is not known here'),
        ({"Counsil": {"CouncilSize": 1}}, '"Counsil" is not known here; the nearest known one is "council"'),
        ({"foo": 0}, '"foo" is not known here'),
        ({"Council": {"CouncilSize": 1}, "council_size": 3}, "'council_size' is given twice"),
        ({"Council": {"CouncilSize": 0}}, "council_size: 0 is less than 1"),
        ({"Council": {"CouncilSize": {"a": 1}}}, "council_size: this is not a whole number"),
    ],
)
def test_a_constant_that_is_meant_and_not_known_is_refused(
    constants: dict[str, object], spec: dict[str, int], words: str
) -> None:
    with pytest.raises(StateUnreadable) as caught:
        read_state(json.dumps({**SNAKE, "spec_version": 2004, **spec, "constants": constants}))
    assert words in str(caught.value)


def test_many_faults_are_said_at_once_up_to_five() -> None:
    with pytest.raises(StateUnreadable) as caught:
        read_state(json.dumps({"head": {}, "earlier": {}, "council_stage": {}, "referendum_stage": 5}))
    assert str(caught.value).count("is missing") == 5
    assert "and 2 more" in str(caught.value)


LEAVES = st.none() | st.booleans() | st.integers(-5, 2**65) | st.floats() | st.text(max_size=8)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["head", "block", "time", "stage", "Idle", "endsAt", "$x", "status"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.sampled_from([path.stem for path in EXAMPLES]), st.data())
def test_a_damaged_state_is_answered_or_refused_in_words(name: str, data: st.DataObject) -> None:
    state = example(name)
    at: Any = state
    while True:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if not isinstance(at[key], dict | list) or not at[key] or data.draw(st.booleans()):
            at[key] = data.draw(TREES)
            break
        at = at[key]
    with suppress(SecretariatError):
        assert deadlines(read_state(json.dumps(state)))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_any_text_is_refused_in_words(text: str) -> None:
    with pytest.raises(StateUnreadable, match=r"\w"):
        read_state(text)


def revealing(winners: object) -> str:
    stage = {"started": 9, "winning_target_count": 3, "current_cycle_id": 8, "ends_at": 1500}
    given_ = {
        **SNAKE,
        "council_stage": {"stage": {"Election": {"candidates_count": 4}}, "changed_at": 1},
        "referendum_stage": {"Revealing": {**stage, "intermediate_winners": winners}},
    }
    return json.dumps(given_)


@pytest.mark.parametrize("twice", [[{"option_id": 1, "vote_power": 1}] * 2, [{"optionId": "1,001"}, 1001], [7, "7"]])
def test_a_candidate_that_is_a_winner_twice_is_refused(twice: list[object]) -> None:
    with pytest.raises(StateUnreadable, match=r"intermediate_winners: option_id (1|1001|7) is given 2 times"):
        read_state(revealing([*twice, 3]))


@pytest.mark.parametrize(
    ("winners", "counted"), [([101, 102], 2), ([{"option_id": 0}, {"optionId": "1,001", "votePower": "5"}, "3"], 3), ([], 0), (4, 4)]
)  # fmt: skip
def test_winners_are_counted_however_a_decoder_writes_them(winners: object, counted: int) -> None:
    stage = read_state(revealing(winners)).referendum
    assert isinstance(stage, Revealing)
    assert stage.intermediate_winners == counted


@pytest.mark.parametrize(
    "winner", [None, True, -1, 10**30, 1.5, "a", "", [], {}, {"option_id": None}, {"option_id": "x"}, {"vote_power": 1}]
)
def test_what_is_no_winner_is_refused_with_its_path(winner: object) -> None:
    with pytest.raises(StateUnreadable, match=r"^\$\.referendum_stage\.Revealing\.intermediate_winners\[1\]"):
        read_state(revealing([{"option_id": 1}, winner]))


@pytest.mark.parametrize("candidate", [None, False, 2.5, [1]])
def test_what_is_no_candidate_is_refused_with_its_path(candidate: object) -> None:
    with pytest.raises(StateUnreadable, match=r"^\$\.candidates\[1\]: "):
        read_state(json.dumps({**SNAKE, "candidates": [{}, candidate]}))


@pytest.mark.parametrize("place", [("note",), ("proposals", 0, "title")])
def test_a_number_is_no_text(place: tuple[str | int, ...]) -> None:
    with pytest.raises(StateUnreadable, match=r"1\.5 is not a text"):
        read_state(changed("announcing", _put(1.5, *place)))


@pytest.mark.parametrize(
    ("constants", "taken"),
    [
        ({"council_size": 3}, True),
        ({"councilSize": 3}, True),
        ({"CouncilSize": 3}, True),
        ({"Council.CouncilSize": 3}, True),
        ({"council.council_size": 3}, True),
        ({"Council": {"CouncilSize": 3, "MinCandidateStake": "1"}}, True),
        ({"referendum": {"voteStageDuration": 3, "MaxSaltLength": 32}}, True),
        ({"MinCandidateStake": 1, "Referendum.MinimumStake": "1"}, True),
        ({"Balances": {"ExistentialDeposit": 1}, "System.Version": {"specVersion": 2004}, "Forum.X": 1}, True),
        ({"council_sise": 3}, False),
        ({"ExistentialDeposit": 1}, False),
        ({"Council.CouncilSise": 3}, False),
        ({"Council": {"CouncilSise": 3}}, False),
        ({"Council": {"ExistentialDeposit": 1}}, False),
        ({"Council": 3}, False),
        ({"council_size": 0}, False),
        ({"CouncilSize": 0}, False),
        ({"Council.CouncilSize": 0}, False),
        ({"Council": {"CouncilSize": 0}}, False),
        ({"Council": {"MinNumberOfExtraCandidates": -1}}, False),
        ({"": 3}, False),
        ({"council_size\n": 3}, False),
    ],
)
def test_the_schema_takes_the_constants_that_the_reader_takes(constants: dict[str, object], *, taken: bool) -> None:
    given = {**example("announcing"), "constants": constants}
    assert Draft202012Validator(schema()).is_valid(given) is taken
    with nullcontext() if taken else pytest.raises(StateUnreadable):
        read_state(json.dumps(given))
