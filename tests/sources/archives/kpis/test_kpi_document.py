"""KPI documents: both shapes, JSON and YAML, and every contradiction they can hold."""

import copy
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.kpis import Kpi, KpiGrading, KpiRound
from secretariat.facts.problems import CODES, Target
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.kpis.document import FORMAT
from secretariat.sources.archives.kpis.rewards import dollars_of
from secretariat.sources.archives.reading.located_yaml import MAX_DUPLICATES
from tests.sources.archives.read_text import codes, facts, read

PLAIN = {
    "round": 7,
    "reward": "$300+$100",
    "fiatDiff": "$180",
    "councilMembers": 3,
    "electionRound": 9,
    "startBlock": 1000,
    "startDate": "02.03.21",
    "endBlock": 101800,
    "endDate": "09.03.21",
    "deadlineBlock": 130600,
    "deadline": "11.03.21",
    "notes": "",
    "kpis": {
        "discussion": "https://forum.example/#/forum/threads/12",
        "termSummaries": "https://forum.example/#/forum/threads/34?replyIdx=2",
        "sections": [
            {
                "name": "Section I - Votes",
                "id": "I",
                "kpis": [
                    {
                        "title": "Clear the queue",
                        "reward": "$200",
                        "fiatPool": 0.4,
                        "distribution": "Shared",
                        "process": "Automatic",
                        "active": "Full Term",
                        "purpose": "Votes should be quick.",
                        "scope": ["Vote.\nA term without a report annihilates the rewards of this KPI."],
                        "grading": [
                            {"memberId": 11, "memberHandle": "ada_l", "voted": 4, "points": 9, "reward": 120},
                            {"memberId": "12", "memberHandle": "bert", "voted": 3, "points": 6, "reward": 80},
                            {"memberId": "SUM", "memberHandle": 2, "voted": 7, "points": 15, "reward": 200},
                        ],
                    },
                    {
                        "title": "Minutes",
                        "reward": "$100",
                        "fiatPool": 0.5,
                        "active": "Term end + 1 day",
                        "startBlock": 101800,
                        "endBlock": 116200,
                        "grading": {"memberId": 11, "memberHandle": "ada_l", "reward": 100, "report": "x"},
                    },
                ],
            },
            {
                "name": "Working Group KPIs",
                "id": "OP",
                "kpis": [
                    {
                        "title": "Two rounds long",
                        "reward": "$100",
                        "fiatPool": 0.5,
                        "startBlock": 1000,
                        "endBlock": 202600,
                        "scope": "one text",
                        "grading": "completed in the last term",
                    }
                ],
            },
        ],
    },
}


def _published() -> dict[str, object]:
    kpi = {
        "kpiTitle": "Keep the reports",
        "reward": {"rewardLine": "$250", "rewardDescription": "All at once."},
        "rewardStructure": "Individual",
        "gradingProcess": "Manual",
        "active": {"active": "Full Term", "startBlock": "1000", "endBlock": "101800"},
        "purpose": "Reports keep the DAO open.",
        "scopeOfWork": [{"task": "Write."}, {"task": "Two missed reports ANNIHILATE the round."}],
        "rewardDistribution": "Single.",
        "note": "",
        "grading": "By hand.",
        "weighting": [{"weight": "1: $250"}],
    }
    return {
        "overviewSection": {
            "title": "KPIs 7",
            "kpisNumber": "7",
            "councilElectedInRound": 9,
            "councilMembers": 3,
            "termLength": {
                "termLength": "7 days",
                "startBlock": "1,000",
                "endBlock": "#101800",
                "startDate": "2021-03-02",
                "endDate": "2021-03-09",
            },
            "termSummariesForumThread": "https://forum.example/#/forum/threads/34",
            "deadlineToSubmitSummary": {"block": "130600", "deadlineDate": "2021-03-11"},
        },
        "sections": [{"sectionTitle": "Section II - Reports", "sectionDescription": "x", "kpis": [kpi]}],
    }


def _with(path: str, value: object) -> dict[str, object]:
    """Copy the plain document with one value set; a path such as ``kpis.sections.0.kpis.1.endBlock``."""
    made = copy.deepcopy(PLAIN)
    found: object = made
    *steps, last = path.split(".")
    for step in steps:
        found = found[int(step)] if isinstance(found, list) else found[step]  # type: ignore[index]
    found[int(last) if isinstance(found, list) else last] = value  # type: ignore[index]
    return made


def _read(document: object, path: str = "kpi_7.json") -> Reading:
    return read(FORMAT, json.dumps(document, indent=1), path)


def test_plain_document_is_read_whole() -> None:
    reading = _read(PLAIN)
    assert codes(reading) == []
    assert facts(reading, KpiRound) == [
        KpiRound(
            kpi_round=7,
            election_round=9,
            seats=3,
            start_block=1000,
            end_block=101800,
            started_at="2021-03-02",  # type: ignore[arg-type]
            ended_at="2021-03-09",  # type: ignore[arg-type]
            deadline_block=130600,
            deadline="2021-03-11",  # type: ignore[arg-type]
            reward_printed="$300+$100",
            reward_usd=Decimal(400),  # type: ignore[arg-type]
            fiat_difference_usd=Decimal(180),  # type: ignore[arg-type]
            discussion_thread=12,
            summaries_thread=34,
        )
    ]
    assert [(k.section, k.number, k.title, k.reward_usd) for k in facts(reading, Kpi)] == [  # type: ignore[attr-defined]
        ("I", 1, "Clear the queue", Decimal(200)),
        ("I", 2, "Minutes", Decimal(100)),
        ("OP", 1, "Two rounds long", Decimal(100)),
    ]
    assert [(g.member_id, g.handle, g.reward_usd) for g in facts(reading, KpiGrading)] == [  # type: ignore[attr-defined]
        (11, "ada_l", Decimal(120)),
        (12, "bert", Decimal(80)),
        (11, "ada_l", Decimal(100)),
    ]
    assert [key for kind, key in reading.records if kind == "kpi-grading"] == ["7/I/1/11", "7/I/1/12", "7/I/2/11"]


def test_annihilation_keeps_only_its_paragraphs() -> None:
    reading = _read(PLAIN)
    texts = [kpi.annihilation for kpi in facts(reading, Kpi)]  # type: ignore[attr-defined]
    assert texts == ["A term without a report annihilates the rewards of this KPI.", None, None]


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("annihilation", "Two late reports cost the whole round.", "Two late reports cost the whole round."),
        ("annihilationTerms", ["No report.", " ", "No vote.\nNo post."], "No report.\nNo vote.\nNo post."),
        (
            "Annihilation terms",
            [{"event": "No report", "effect": "All is lost"}, {"event": "No vote", "votes": 3, "final": True}],
            "No report; All is lost\nNo vote; votes: 3; final: yes",
        ),
        ("annihilation", {"events": ["No report", "No vote"], "effect": None}, "No report No vote"),
        ("annihilation", 2, "2"),
        ("annihilation", None, None),
        ("annihilation", [], None),
    ],
)
def test_a_field_on_annihilation_counts_whole(name: str, value: object, text: str | None) -> None:
    reading = _read(_with(f"kpis.sections.0.kpis.1.{name}", value))
    assert facts(reading, Kpi)[1].annihilation == text  # type: ignore[attr-defined]
    assert codes(reading) == codes(_read(PLAIN))


def test_a_field_on_annihilation_stands_before_what_other_fields_say_of_it() -> None:
    reading = _read(_with("kpis.sections.0.kpis.0.annihilation", "Late is lost."))
    assert facts(reading, Kpi)[0].annihilation == (  # type: ignore[attr-defined]
        "Late is lost.\nA term without a report annihilates the rewards of this KPI."
    )


def test_annihilation_is_bounded() -> None:
    reading = _read(_with("kpis.sections.0.kpis.1.note", "annihilation " * 500))
    assert len(facts(reading, Kpi)[1].annihilation) == 2000  # type: ignore[attr-defined]


def test_annihilation_ignores_the_names_of_graded_members() -> None:
    reading = _read(
        _with("kpis.sections.0.kpis.1.grading", {"memberId": 1, "memberHandle": "annihilator", "reward": 1})
    )
    assert facts(reading, Kpi)[1].annihilation is None  # type: ignore[attr-defined]


def test_records_stand_at_the_line_of_their_object() -> None:
    text = json.dumps(PLAIN, indent=1)
    lines = text.split("\n")
    for record in read(FORMAT, text, "kpi_7.json").records.values():
        assert lines[record.line - 1].strip().startswith(("{", '"grading": {'))


def test_published_shape_is_read_and_valid() -> None:
    reading = _read(_published())
    assert codes(reading) == []
    head, kpi = facts(reading, KpiRound)[0], facts(reading, Kpi)[0]
    assert (head.kpi_round, head.election_round, head.start_block, head.end_block) == (7, 9, 1000, 101800)  # type: ignore[attr-defined]
    assert (head.started_at, head.deadline, head.deadline_block) == ("2021-03-02", "2021-03-11", 130600)  # type: ignore[attr-defined]
    assert head.summaries_thread == 34  # type: ignore[attr-defined]
    assert (kpi.section, kpi.title, kpi.reward_usd, kpi.active) == (  # type: ignore[attr-defined]
        "II",
        "Keep the reports",
        Decimal(250),
        "Full Term",
    )
    assert kpi.annihilation == "Two missed reports ANNIHILATE the round."  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("overviewSection", "councilMembers"), None, "the overview has no councilMembers"),
        (
            ("overviewSection", "title"),
            "a title longer than the schema has room for 7",
            "title that is not a text of at most",
        ),
        (("overviewSection", "councilElectedInRound"), "9", "councilElectedInRound that is not a number"),
        (("sections", 0, "kpis", 0, "note"), None, "KPI 1 of section 1 has no note"),
        (("sections", 0, "kpis", 0, "reward"), "$250", "the reward of KPI 1 of section 1 has no rewardLine"),
        (("sections", 0, "kpis", 0, "gradingProcess"), "Lottery", "is not Manual or Automatic"),
        (("sections", 0, "kpis", 0, "scopeOfWork"), ["Write."], "without a task"),
    ],
)
def test_published_shape_breaks_its_schema(path: tuple[str | int, ...], value: object, said: str) -> None:
    document = _published()
    found: object = document
    for step in path[:-1]:
        found = found[step]  # type: ignore[index]
    found[path[-1]] = value  # type: ignore[index]
    problems = [p.what for p in _read(document).problems if p.code == "schema-violation"]
    assert any(said in what for what in problems), problems


def test_a_rule_broken_by_several_kpis_is_one_problem_that_names_them() -> None:
    document = _published()
    kpis = document["sections"][0]["kpis"]  # type: ignore[index]
    kpis[:] = [{name: value for name, value in kpis[0].items() if name != "note"}] * 4
    (said,) = [p for p in _read(document).problems if p.code == "schema-violation"]
    assert all(f"KPI {number} of section 1 (line " in said.what for number in range(1, 5))
    assert "has no note" in said.what


@pytest.mark.parametrize(
    ("value", "dollars"),
    [
        ("$200", 200),
        (200, 200),
        ("200 USD", 200),
        ("$1,250.50", Decimal("1250.50")),
        ("-$75", -75),
        ("$2825+$900", 3725),
        ("$10 + $20 + 30", 60),
        ("Up to $300", None),
        ("$50/week", None),
        ("$50-$100", None),
        ("$5$0", None),
        ("$2825+bonus", None),
        ("+", None),
        ("", None),
        (None, None),
        (True, None),
        ({"a": 1}, None),
        (Decimal("1e999999"), None),
        (10**4000, None),
    ],
)
def test_rewards_with_one_reading(value: object, dollars: object) -> None:
    assert dollars_of(value) == dollars


def test_reward_of_no_one_reading_stays_unknown_and_can_be_repaired() -> None:
    reading = _read(_with("kpis.sections.0.kpis.0.reward", "Up to $300"))
    kpi = facts(reading, Kpi)[0]
    assert (kpi.reward_printed, kpi.reward_usd) == ("Up to $300", None)  # type: ignore[attr-defined]
    problem = next(p for p in reading.problems if p.code == "amount-unparsable")
    assert (problem.applied, problem.target) == (False, Target(kind="kpi", key="7/I/1", field="reward_usd"))


@pytest.mark.parametrize(
    ("path", "value", "code", "target"),
    [
        ("reward", "$500", "total-not-sum", ("kpi-round", "7", "reward_usd")),
        ("fiatDiff", "$181", "total-not-sum", ("kpi-round", "7", "fiat_difference_usd")),
        ("councilMembers", 1, "impossible-figure", ("kpi-round", "7", "seats")),
        ("endBlock", 900, "block-range-contradiction", ("kpi-round", "7", "end_block")),
        ("deadlineBlock", 101799, "block-range-contradiction", ("kpi-round", "7", "deadline_block")),
        ("endDate", "01.03.21", "header-contradiction", ("kpi-round", "7", "ended_at")),
        ("startDate", "31.02.21", "date-unparsable", ("kpi-round", "7", "started_at")),
        ("startDate", "early March", "date-unparsable", ("kpi-round", "7", "started_at")),
        ("startBlock", "soon", "amount-unparsable", ("kpi-round", "7", "start_block")),
        ("startBlock", -5, "amount-unparsable", ("kpi-round", "7", "start_block")),
        ("electionRound", [9], "amount-unparsable", ("kpi-round", "7", "election_round")),
        ("kpis.discussion", "ask around", "value-unknown-label", ("kpi-round", "7", "discussion_thread")),
        ("kpis.sections.0.kpis.0.startBlock", 2000, "block-range-contradiction", ("kpi", "7/I/1", "start_block")),
        ("kpis.sections.0.kpis.1.endBlock", 130600, "block-range-contradiction", ("kpi", "7/I/2", "end_block")),
        ("kpis.sections.1.kpis.0.endBlock", 150000, "block-range-contradiction", ("kpi", "7/OP/1", "end_block")),
        ("kpis.sections.1.kpis.0.endBlock", 999, "block-range-contradiction", ("kpi", "7/OP/1", "end_block")),
        ("kpis.sections.1.kpis.0.startBlock", 10, "block-range-contradiction", ("kpi", "7/OP/1", "start_block")),
        ("kpis.sections.0.kpis.0.title", "", "row-malformed", ("kpi", "7/I/1", "title")),
        ("kpis.sections.0.kpis.0.fiatPool", "half", "amount-unparsable", ("kpi", "7/I/1", "fiat_pool_factor")),
        ("kpis.sections.0.kpis.1.grading.reward", 130, "impossible-figure", ("kpi", "7/I/2", "reward_usd")),
        ("kpis.sections.0.kpis.1.grading.reward", -1, "impossible-figure", ("kpi-grading", "7/I/2/11", "reward_usd")),
        (
            "kpis.sections.0.kpis.1.grading.reward",
            "all",
            "amount-unparsable",
            ("kpi-grading", "7/I/2/11", "reward_usd"),
        ),
        ("kpis.sections.0.kpis.1.grading.memberId", None, "row-malformed", ("kpi-grading", "7/I/2/row 1", "member_id")),
        (
            "kpis.sections.0.kpis.1.grading.memberId",
            "x",
            "amount-unparsable",
            ("kpi-grading", "7/I/2/row 1", "member_id"),
        ),
    ],
)
def test_contradictions(path: str, value: object, code: str, target: tuple[str, str, str]) -> None:
    reading = _read(_with(path, value))
    found = [(p.code, p.target) for p in reading.problems if not p.applied]
    assert (code, Target(kind=target[0], key=target[1], field=target[2])) in found


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("kpis.sections.0.kpis.0.grading.2.reward", 201, "total-not-sum"),
        ("kpis.sections.0.kpis.0.grading.2.points", 16, "total-not-sum"),
        ("kpis.sections.0.kpis.0.grading.2.memberHandle", 3, "total-not-sum"),
        ("kpis.sections.0.kpis.0.grading.0", "...", "row-malformed"),
        ("kpis.sections.0.kpis.0", "...", "row-malformed"),
        ("kpis.sections.0", None, "row-malformed"),
        ("kpis.sections", {}, "row-malformed"),
        ("kpis", 5, "row-malformed"),
        ("kpis.sections.1.id", "I", "section-repeated"),
        ("mood", "good", "value-unknown-label"),
        ("kpis.sections.0.kpis.0.mood", "good", "value-unknown-label"),
        ("kpis.sections.0.kpis.0.grading.0.mood", "good", "value-unknown-label"),
    ],
)
def test_damage(path: str, value: object, code: str) -> None:
    assert code in codes(_read(_with(path, value)))


def test_a_repeated_section_with_other_kpis_is_refused_and_named() -> None:
    reading = _read(_with("kpis.sections.1.id", "I"))
    assert [kpi.title for kpi in facts(reading, Kpi)] == ["Clear the queue", "Minutes"]  # type: ignore[attr-defined]
    assert any(p.code == "duplicate-key" and p.refused for p in reading.problems)


def test_grading_may_exceed_a_reward_that_is_not_capped() -> None:
    document = _with("kpis.sections.0.kpis.1.grading.reward", 130)
    document["kpis"]["sections"][0]["kpis"][1]["rewardDistribution"] = "The reward is not capped."  # type: ignore[index]
    assert "impossible-figure" not in codes(_read(document))


def test_whole_dollars_may_round_above_the_reward() -> None:
    document = _with("kpis.sections.0.kpis.0.grading.0.reward", 121)
    assert codes(_read(document)) == ["total-not-sum"]


def test_words_of_the_active_time_fix_its_blocks() -> None:
    problem = next(iter(_read(_with("kpis.sections.0.kpis.1.active", "Term end + 2 days")).problems))
    assert "130,600" in problem.what
    assert "116,200" in problem.what


def test_round_of_the_file_name_must_agree() -> None:
    reading = _read(PLAIN, "rounds/kpi_8.json")
    assert codes(reading) == ["header-contradiction"]
    assert facts(reading, KpiRound)[0].kpi_round == 7  # type: ignore[attr-defined]


@pytest.mark.parametrize("stated", [None, "seven", -1, 7.5, 10**9])
def test_round_is_taken_from_the_file_name_when_the_document_has_none(stated: object) -> None:
    reading = _read(_with("round", stated), "kpi_7.json")
    assert facts(reading, KpiRound)[0].kpi_round == 7  # type: ignore[attr-defined]
    assert [(p.code, p.applied) for p in reading.problems] == [("row-malformed", True)]


def test_rounds_without_a_number_are_told_apart() -> None:
    reading = read(FORMAT, json.dumps([_with("round", None)] * 3), "notes.json")
    assert codes(reading) == ["row-malformed"] * 3
    assert len({problem.id for problem in reading.problems}) == 3


def test_a_round_without_any_number_is_refused() -> None:
    reading = _read(_with("round", None), "notes.json")
    assert not reading.records
    assert [(p.code, p.refused) for p in reading.problems] == [("row-malformed", True)]


def test_current_and_previous_rounds_in_one_file() -> None:
    other = _with("round", 8)
    reading = _read({"rounds": {"currentRound": other, "previousRounds": [PLAIN, "..."]}}, "draft.json")
    assert [head.kpi_round for head in facts(reading, KpiRound)] == [8, 7]  # type: ignore[attr-defined]
    assert codes(reading) == []


YAML = """\
round: 7
reward: $200
electionRound: 9
startBlock: 1000
startDate: 02.03.21
endBlock: 101800
endDate: 2021-03-09
kpis:
  sections:
    - name: Section I - Votes
      kpis:
        - title: Clear the queue
          reward: "$200"
          fiatPool: 0.5
          grading:
            - {memberId: 11, memberHandle: ada_l, reward: 200}
"""


def test_yaml_is_read_like_json() -> None:
    reading = read(FORMAT, YAML, "kpi_7.yml")
    assert FORMAT.recognises("kpi_7.yml", YAML)
    assert FORMAT.recognises("other.yaml", YAML)
    assert codes(reading) == []
    head, kpi, grading = facts(reading, KpiRound)[0], facts(reading, Kpi)[0], facts(reading, KpiGrading)[0]
    assert (head.started_at, head.ended_at, head.reward_usd) == ("2021-03-02", "2021-03-09", 200)  # type: ignore[attr-defined]
    assert (kpi.section, kpi.fiat_pool_factor) == ("I", Decimal("0.5"))  # type: ignore[attr-defined]
    assert (grading.member_id, grading.reward_usd) == (11, 200)  # type: ignore[attr-defined]
    assert [record.line for record in reading.records.values()] == [1, 12, 16]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("round: 7\nkpis: [1\n", 3, "expected"),
        ("round: 7\nkpis: &a\n  - 1\n", 2, "anchors"),
        ("a: &a [x]\nb: [*a, *a]\nkpis: 1\n", 1, "anchors"),
        ("round: !!python/object:os.system 7\n", 1, "tags"),
        ("round: 7\n---\nround: 8\n", 2, "more than one document"),
        ("? [a]\n: 1\n", 1, "not a plain word"),
        ("x: " + "[" * 200, 1, "nested"),
        ("round: \x07\n", 1, "does not allow"),
        ("round: 7\n\tkpis: 1\n", 2, ""),
    ],
)
def test_yaml_that_is_refused_says_where(text: str, line: int, said: str) -> None:
    reading = read(FORMAT, text, "kpi_7.yaml")
    assert [p.code for p in reading.problems] == ["yaml-invalid"]
    assert reading.problems[0].line == line
    assert said in reading.problems[0].what
    assert not reading.records


def test_yaml_key_standing_twice_is_a_problem() -> None:
    reading = read(FORMAT, YAML + "reward: $300\n", "kpi_7.yml")
    assert [(p.code, p.line) for p in reading.problems] == [("duplicate-key", 17)]


def test_many_yaml_keys_standing_twice_are_counted_together() -> None:
    text = YAML + "".join(f"extra{n}: 1\nextra{n}: 2\n" for n in range(5_000))
    found = [p for p in read(FORMAT, text, "kpi_7.yml").problems if p.code == "duplicate-key"]
    assert len(found) == MAX_DUPLICATES + 1
    assert len({p.id for p in found}) == len(found)
    assert [p.line for p in found[:2]] == [18, 20]
    assert found[-1].line == 18 + 2 * MAX_DUPLICATES
    assert "4,900 more keys" in found[-1].what


def test_yaml_larger_than_any_document_is_not_read() -> None:
    assert codes(read(FORMAT, "a: 1\n" * 300_000, "kpi_7.yml")) == ["file-too-large"]


@pytest.mark.parametrize(
    ("path", "head", "expected"),
    [
        ("a/kpi_31.json", json.dumps(PLAIN), True),
        ("a/anything.json", json.dumps(PLAIN), True),
        ("a/anything.json", json.dumps(_published()), True),
        ("a/kpi_31.json", "{}", True),
        ("a/kpi_31.json", "\x00\x01", False),
        ("a/kpi_31.md", json.dumps(PLAIN), False),
        ("kpi_schema.json", '{"$schema": "x", "overviewSection": {}, "sections": []}', False),
        ("council.json", '{"rounds": [{"round": 3, "termEndsAt": 9, "seats": []}]}', False),
        ("kpi_earnings_per_term.json", '[{"kpi": 1, "councilMembers": []}]', False),
    ],
)
def test_recognition(path: str, head: str, expected: bool) -> None:
    assert FORMAT.recognises(path, head) is expected


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "7", "{}", '"kpis"', "[" * 5000, '{"round": NaN}', '{"round": 1', "\x00"]
)
def test_files_that_hold_no_round_are_a_problem(text: str) -> None:
    reading = read(FORMAT, text, "kpi_7.json")
    assert not reading.records
    assert text == "null" or codes(reading)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**20, max_value=10**60)
    | st.text(max_size=12)
    | st.sampled_from(["$200", "SUM", "12.10.21", "annihilation", "\ud800", "1e500"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
PATHS = [
    [
        "round",
        "reward",
        "fiatDiff",
        "councilMembers",
        "electionRound",
        "startBlock",
        "startDate",
        "endBlock",
        "deadlineBlock",
        "deadline",
        "kpis",
    ],
    ["kpis.discussion", "kpis.sections", "kpis.sections.0", "kpis.sections.0.id", "kpis.sections.0.kpis"],
    ["kpis.sections.0.kpis.0", "kpis.sections.0.kpis.0.title", "kpis.sections.0.kpis.0.reward"],
    ["kpis.sections.0.kpis.0.scope", "kpis.sections.0.kpis.0.active", "kpis.sections.0.kpis.0.endBlock"],
    ["kpis.sections.0.kpis.0.grading", "kpis.sections.0.kpis.0.grading.0", "kpis.sections.0.kpis.0.grading.1.memberId"],
    ["kpis.sections.0.kpis.0.grading.1.reward", "kpis.sections.0.kpis.0.grading.2", "kpis.sections.1.kpis.0.fiatPool"],
]


@settings(derandomize=True, deadline=None, max_examples=100)
@given(path=st.sampled_from([path for paths in PATHS for path in paths]), value=JSON, published=st.booleans())
def test_any_value_anywhere_is_read_or_reported(path: str, value: object, published: bool) -> None:
    document: object = {"overviewSection": value, "sections": [value]} if published else _with(path, value)
    _holds(json.dumps(document, indent=1), "kpi_7.json")


@settings(derandomize=True, deadline=None, max_examples=100)
@given(text=st.text(max_size=200), cut=st.integers(0, 2000), yaml=st.booleans())
def test_any_text_is_read_or_reported(text: str, cut: int, yaml: bool) -> None:
    whole = YAML if yaml else json.dumps(PLAIN, indent=1)
    _holds(whole[:cut] + text + whole[cut + 3 :], "kpi_7.yml" if yaml else "kpi_7.json")


def _holds(text: str, path: str) -> None:
    first, second = read(FORMAT, text, path), read(FORMAT, text, path)
    assert first.records == second.records
    assert first.problems == second.problems
    lines = text.count("\n") + 1
    assert all(1 <= record.line <= lines for record in first.records.values())
    assert all(problem.code in CODES and 0 <= problem.line <= lines for problem in first.problems)
    assert all(problem.id for problem in first.problems)


def test_every_published_round_is_read(shared) -> None:  # type: ignore[no-untyped-def]
    folder = shared("data/community-repo/archives/council/kpi/rounds")
    for file in sorted(folder.glob("*.json")):
        text = file.read_text(encoding="utf-8")
        assert FORMAT.recognises(f"rounds/{file.name}", text[:65536])
        reading = read(FORMAT, text, f"rounds/{file.name}")
        heads, kpis = facts(reading, KpiRound), facts(reading, Kpi)
        assert len(heads) == 1
        assert all(kpi.reward_usd is not None for kpi in kpis)  # type: ignore[attr-defined]
        assert sum(kpi.reward_usd for kpi in kpis) == heads[0].reward_usd  # type: ignore[attr-defined]
        assert not [p for p in reading.problems if p.severity == "error"]
