"""The pages of guides: a list and a page for each type, from the constants that were read; another world, other pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secretariat.facts.proposal_types import PROPOSAL_TYPES
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.flow.guides import site_guides
from secretariat.formats.site import site_files
from secretariat.store.engine import writing
from secretariat.store.live_rows import put_records
from tests.duties.guidance.invented import CONSTANTS, history, parameters, world
from tests.duties.proposals.invented import BEGAN, JOY
from tests.flow.desk.desk import read_chain
from tests.web.desk_here import ROLES, Served, served_desk

FUNDING = "ProposalsCodex.FundingRequestProposalParameters"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as made:
        yield made


def put(served: Served, **given: object) -> None:
    """Put an invented world's facts into the store, and the desk's clock to its head."""
    one = world(more=history([("signal", BEGAN - 9), ("veto", BEGAN - 8)]), **given)
    with writing(served.context.engine) as connection:
        for source in (CHAIN, QUERY_NODE):
            found = [each for each in one.records() if each.format == source]
            put_records(connection, f"{source}/invented", source, found)
    served.desk.block = one.head
    read_chain(served.context, one.head)


@pytest.mark.parametrize("name", sorted(ROLES))
def test_everybody_of_the_desk_sees_the_list_and_it_is_in_the_navigation(served: Served, name: str) -> None:
    put(served)
    page = served.browser(name).get("/guides")
    assert page.status_code == 200
    for one in PROPOSAL_TYPES:
        assert f'<a href="/guides/{one.name}">{one.words}</a>' in page.text
    assert '<a href="/guides" aria-current="page">Guides</a>' in page.text
    assert "3,500 JOY" in page.text
    assert "spec version 2004, in force at block 1,002,000, for a council of 3." in page.text
    assert "1 of 2" in page.text


def test_each_type_has_its_page(served: Served) -> None:
    put(served)
    browser = served.browser("vic")
    for one in PROPOSAL_TYPES:
        page = browser.get(f"/guides/{one.name}")
        assert page.status_code == 200, one.name
        assert f"<h1>{one.words}</h1>" in page.text
        assert ("must approve" in page.text) is (not one.refused)
    assert "call filter refuses" in browser.get("/guides/update-global-nft-limit").text


def test_another_world_s_constants_are_on_the_page(served: Served) -> None:
    put(served, constants=parameters(CONSTANTS, FUNDING, required_stake=42 * JOY, voting_period=4_242))
    page = served.browser("vic").get("/guides/funding-request").text
    assert "Stake: 42 JOY." in page
    assert "4,242 blocks (7 h 04 min" in page
    assert "3,500 JOY" not in page


def test_what_is_no_type_is_no_page_and_without_facts_it_says_what_to_do(served: Served) -> None:
    browser = served.browser("vic")
    assert "secretariat sync" in browser.get("/guides").text
    assert browser.get("/guides/signal").status_code == 400
    put(served)
    assert served.browser("vic").get("/guides/no-such-type").status_code == 404
    assert served.browser().get("/guides/signal").headers["location"] == "/sign-in"


def test_old_facts_say_so(served: Served) -> None:
    put(served)
    served.desk.block += 500
    browser = served.browser("vic")
    assert "This may be old: chain is at block" in browser.get("/guides").text
    assert "This may be old: chain is at block" in browser.get("/guides/signal").text


def test_the_site_has_them_and_links_them_from_every_page(served: Served) -> None:
    assert site_guides(served.context) is None
    assert b"guides/index.html" not in dict(site_files([], [], {}, title="T"))["index.html"]
    put(served)
    files = dict(site_files([], [], {}, title="T", banner="The facts are old.", guides=site_guides(served.context)))
    assert files["guides/signal.html"].count(b"The facts are old.") == 1
    assert b"By the constants of spec version 2004" in files["guides/signal.html"]
    assert b"nobody can file one" in files["guides/index.html"]
    assert b'<a href="guides/index.html">Guides</a>' in files["index.html"]
    listed = files["guides/index.html"].decode()
    for one in PROPOSAL_TYPES:
        assert f'<a href="{one.name}.html">{one.words}</a>' in listed
        page = files[f"guides/{one.name}.html"].decode()
        assert f"<h1>{one.words}</h1>" in page
        assert '<a href="../guides/index.html">Guides</a>' in page
    assert "2 of 3 council members must approve." in files["guides/funding-request.html"].decode()
