"""Paragraphs at the desk and on pages: a task for each that is to be renewed, a banner or nothing where it may not hold."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secretariat.duties.guidance import DUTY
from secretariat.duties.guidance.settings import Settings
from secretariat.facts.chain_head import RuntimeConstant
from secretariat.flow.guides import site_guides
from secretariat.formats.site import site_files
from secretariat.store.engine import writing
from secretariat.store.live_rows import put_records
from tests.duties.guidance.invented import CONSTANTS, parameters
from tests.duties.proposals.invented import BEGAN, JOY, SPEC, chain
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
