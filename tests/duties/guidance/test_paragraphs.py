"""Paragraphs at the desk and on pages: a task for each that is to be renewed, a banner or nothing where it may not hold."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secretariat.desk.neutrality.gate import concerns
from secretariat.duties.guidance import DUTY
from secretariat.duties.guidance.settings import Settings
from secretariat.facts.chain_head import RuntimeConstant
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.memberships import Membership
from secretariat.facts.moments import Moment
from secretariat.facts.secretary_decisions import Willing
from secretariat.flow.ask_desk import tasks
from secretariat.flow.guides import site_guides
from secretariat.formats.site import site_files
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import writing
from secretariat.store.live_rows import put_records
from tests.desk.words import wanted
from tests.duties.guidance.invented import CONSTANTS, parameters
from tests.duties.proposals.invented import BEGAN, JOY, SPEC, chain
from tests.sources.test_guide_paragraphs import EXAMPLE
from tests.web.desk_here import Served, served_desk
from tests.web.test_guides import put

FUNDING = "ProposalsCodex.FundingRequestProposalParameters"
AT = {"spec_version": SPEC}
PARAGRAPHS: list[dict[str, Any]] = [
    {
        "id": "now",
        "subject": "funding-request",
        "text": "Ask first.\n\nLink the <b>thread</b>.",
        "valid_since": AT,
        "source": "council",
    },
    {
        "id": "old",
        "subject": "funding-request",
        "text": "Older words.",
        "valid_since": {"block": 1},
        "spec_version": 2003,
    },
    {
        "id": "over",
        "subject": "funding-request",
        "text": "Words that are over.",
        "valid_since": {"block": 1},
        "valid_until": {"block": 9},
        **AT,
    },
    {"id": "later", "subject": "signal", "text": "Words to come.", "valid_since": {"block": 10**8}, **AT},
    {"id": "all", "subject": "proposals", "text": "For all types.", "valid_since": {"date": "2020-01-01"}, **AT},
    {"id": "unsaid", "subject": "signal", "text": "Of no runtime.", "valid_since": {"block": 1}},
]
TASKS = {
    f"guidance/paragraph/old-spec-{SPEC}",
    "guidance/paragraph/over-outdated",
    "guidance/paragraph/unsaid-not-known",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "paragraphs.json"
    path.write_text(json.dumps({"paragraphs": PARAGRAPHS}), encoding="utf-8")
    return path


@pytest.fixture
def served(tmp_path: Path, file: Path) -> Iterator[Served]:
    guidance = Settings(discord="council", paragraphs=str(file))
    with served_desk(f"sqlite:///{tmp_path}/store.db", guidance=guidance) as made:
        put(made)
        before = parameters(CONSTANTS, FUNDING, required_stake=5 * JOY)
        older = [
            chain(RuntimeConstant(spec_version=2003, name=name, value=json.dumps(value)), f"2003/{name}", BEGAN)
            for name, value in before.items()
        ]
        with writing(made.context.engine) as connection:
            put_records(connection, "chain/older", "chain", older)
        yield made


def open_paragraphs(served: Served) -> set[str]:
    reviewed = served.desk.review(block=served.desk.block, duties=(DUTY,))
    assert reviewed.silence.duties == {}
    return {key for key in reviewed.numbers if key.startswith("guidance/paragraph")}


def test_each_that_is_to_be_renewed_is_a_task_and_no_other(served: Served) -> None:
    assert open_paragraphs(served) == TASKS


def test_a_task_closes_when_the_words_are_held_against_the_runtime_in_force(served: Served, file: Path) -> None:
    assert open_paragraphs(served) == TASKS
    renewed = [{**one, **AT} for one in PARAGRAPHS if one["id"] != "over"]
    file.write_text(json.dumps({"paragraphs": renewed}), encoding="utf-8")
    assert open_paragraphs(served) == set()


def test_a_file_that_cannot_be_used_is_an_alert_that_says_where(served: Served, file: Path) -> None:
    file.write_text('{"paragraphs": [{"id": "x"}]}', encoding="utf-8")
    assert open_paragraphs(served) == {"guidance/paragraphs/unreadable"}
    file.unlink()
    assert open_paragraphs(served) == {"guidance/paragraphs/unreadable"}
    page = served.browser("vic").get("/guides/funding-request")
    assert page.status_code == 200
    assert "Ask first" not in page.text


def test_a_page_has_what_holds_and_a_banner_on_what_may_not(served: Served) -> None:
    browser = served.browser("vic")
    page = browser.get("/guides/funding-request").text
    assert "<p>Ask first.</p>" in page
    assert "Link the &lt;b&gt;thread&lt;/b&gt;." in page
    assert "Valid since spec version 2004. Source: council." in page
    banner = f"This may not hold any more. It was written for spec version 2003; in force is 2004, in which {FUNDING} is otherwise."
    assert page.count("This may not hold any more.") == 1
    assert page.index(banner) < page.index("Older words.")
    assert "Words that are over." not in page
    signal = browser.get("/guides/signal").text
    assert "Words to come." not in signal
    assert "does not say for which spec version" in signal
    assert "For all types." in browser.get("/guides").text


def test_the_site_has_them_too(served: Served) -> None:
    files = dict(site_files([], [], {}, title="T", guides=site_guides(served.context)))
    page = files["guides/funding-request.html"].decode()
    assert "<p>Ask first.</p>" in page
    assert page.index("This may not hold any more.") < page.index("Older words.")
    assert "Words that are over." not in page
    assert b"For all types." in files["guides/index.html"]


BIASED = {
    "id": "biased",
    "subject": "signal",
    "text": "Vote for xaver_harbor, he is the best candidate!",
    "valid_since": AT,
}
TO_MEND = "guidance/paragraph/biased-not-neutral"


def with_one(served: Served, file: Path, *more: dict[str, Any]) -> tuple[set[str], str, str]:
    """Put paragraphs into the file; gives what is to be done about them, the page at the desk and the published one."""
    file.write_text(json.dumps({"paragraphs": list(more)}), encoding="utf-8")
    published = dict(site_files([], [], {}, title="T", guides=site_guides(served.context)))["guides/signal.html"]
    return open_paragraphs(served), served.browser("vic").get("/guides/signal").text, published.decode()


@pytest.mark.parametrize(
    "one",
    [BIASED, {**BIASED, "text": "Neutral.", "source": BIASED["text"]}, {**BIASED, "text": "Vote for\nxaver_harbor!"}],
    ids=["text", "source", "over two lines"],
)
def test_what_is_not_neutral_is_on_no_page_and_is_a_task(served: Served, file: Path, one: dict[str, Any]) -> None:
    kept = {**BIASED, "id": "kept", "text": "Say in the title what is asked."}
    due, desk, published = with_one(served, file, one, kept)
    assert due == {TO_MEND}
    for page in (desk, published):
        assert "xaver_harbor" not in page
        assert "Say in the title what is asked." in page
    task = served.browser("vic").get("/tasks").text
    assert "Say the paragraph biased, about signal, in neutral words" in task


def test_the_task_tells_the_words_the_reason_and_what_to_do(served: Served, file: Path) -> None:
    with_one(served, file, BIASED)
    (task,) = [one for one in tasks(served.context).tasks if one.key == TO_MEND]
    found = concerns(wanted(text=BIASED["text"]))
    assert found
    for one in found:
        assert f"“{one.words}”: {one.says}" in task.why
    assert 'add "despite": "the reason" to it in the file' in task.why


def test_one_that_is_not_known_to_hold_is_not_said_to_stand(served: Served, file: Path) -> None:
    """Its task is to mend the words; once that is done, it is asked whether it holds."""
    unsaid = {**BIASED, "valid_since": {"block": 1}}
    assert with_one(served, file, unsaid)[0] == {TO_MEND}
    assert with_one(served, file, {**unsaid, "text": "Words."})[0] == {"guidance/paragraph/biased-not-known"}
    over = {**BIASED, "valid_until": AT, "valid_since": {"block": 1}}
    assert with_one(served, file, {**over, "valid_until": {"block": 9}})[0] == {
        TO_MEND,
        "guidance/paragraph/biased-outdated",
    }


def test_with_a_reason_it_stands_and_everybody_can_read_why(served: Served, file: Path) -> None:
    due, desk, published = with_one(served, file, {**BIASED, "despite": "A <b>quoted</b> bad example."})
    assert due == set()
    for page in (desk, published):
        assert "xaver_harbor" in page
        assert "Why it stands here: A &lt;b&gt;quoted&lt;/b&gt; bad example." in page
        assert "(endorsement" in page


def test_a_reason_that_is_not_neutral_lets_nothing_stand(served: Served, file: Path) -> None:
    reason = "xaver_harbor is the best candidate, vote for him."
    due, desk, published = with_one(served, file, {**BIASED, "despite": reason})
    assert f"guidance/paragraph/{BIASED['id']}-not-neutral" in due
    assert reason not in desk
    assert reason not in published


@pytest.mark.parametrize(
    "text",
    [
        "<!-- Vote for xaver_harbor, he is the best candidate! -->",
        "`Vote for xaver_harbor, he is the best candidate!`",
        "~~~ Vote for xaver_harbor, he is the best candidate!",
        "See [this](vote-for-xaver_harbor-he-is-the-best-candidate).",
    ],
)
def test_pages_show_what_markdown_would_hide_so_it_is_read(served: Served, file: Path, text: str) -> None:
    due, desk, published = with_one(served, file, {**BIASED, "text": text})
    assert f"guidance/paragraph/{BIASED['id']}-not-neutral" in due
    assert "xaver_harbor" not in desk
    assert "xaver_harbor" not in published


def test_of_the_contract_s_examples_the_one_with_a_reason_alone_needs_it(served: Served, file: Path) -> None:
    given = json.loads(EXAMPLE.read_text(encoding="utf-8"))["paragraphs"]
    with_one(served, file, *({key: value for key, value in one.items() if key != "despite"} for one in given))
    held_back = {one.key for one in tasks(served.context).tasks if one.key.endswith("-not-neutral")}
    assert held_back == {f"guidance/paragraph/{one['id']}-not-neutral" for one in given if "despite" in one} != set()


def test_a_reason_without_a_concern_is_not_told(served: Served, file: Path) -> None:
    due, desk, published = with_one(served, file, {**BIASED, "text": "Words.", "despite": "It was asked for."})
    assert due == set()
    assert "It was asked for." not in desk + published


def test_no_paragraph_names_some_of_those_who_stand(served: Served, file: Path) -> None:
    """It is a person's own words, as those that are written at the desk."""
    named = {**BIASED, "text": "xaver_harbor has an example in the forum."}
    assert with_one(served, file, named)[0] == set()
    with writing(served.context.engine) as connection:
        handles = {7: "xaver_harbor", 8: "kira_vale"}
        known = [chain(Membership(member_id=one, handle=handle), str(one), BEGAN) for one, handle in handles.items()]
        put_records(connection, "query-node/willing", "query-node", known)
        for member in handles:
            taken = Taken(at=Moment("2026-01-01T00:00:00Z"), person="ada")
            append_decision(connection, Willing(taken=taken, council=1_000, member_id=member))
    assert with_one(served, file, named)[0] == {TO_MEND}
