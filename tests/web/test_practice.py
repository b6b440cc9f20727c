"""What a desk that is served to practise has besides, and that no other has it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secretariat.flow.people import people
from secretariat.web.guards import policy
from secretariat.web.site import Site
from secretariat.web.tour import STEPS, Tour
from tests.flow.desk.desk import HEAD
from tests.web.desk_here import Served, finding, served_desk

WALLET = "http://127.0.0.1:40000"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as made:
        made.desk.review(finding())
        yield made


def site(served: Served, **more: object) -> Site:
    return Site(context=served.context, address=served.address, **more)  # type: ignore[arg-type]


def test_only_the_practice_wallet_is_let_in_and_only_where_there_is_one(served: Served) -> None:
    with_wallet = policy(site(served, wallet=WALLET, wallet_accounts=("dan",)))
    assert f"script-src 'self' {WALLET};" in with_wallet
    assert f"connect-src 'self' {WALLET};" in with_wallet
    assert with_wallet.replace(f" {WALLET}", "") == policy(site(served))
    assert site(served, wallet=WALLET, wallet_accounts=("dan",)).wallet_script == f"{WALLET}/injected.js?accounts=dan"
    assert site(served).wallet_script == ""


@pytest.mark.parametrize(
    "wallet",
    ["http://evil.example:80", "https://127.0.0.1:4", "http://127.0.0.1:4/x", "http://127.0.0.1", "http://127.0.0.1:4 *", "http://127.0.0.1.evil:4", "*"],
)  # fmt: skip
def test_a_wallet_from_elsewhere_is_a_mistake_of_the_caller(served: Served, wallet: str) -> None:
    with pytest.raises(ValueError, match="on this machine"):
        site(served, wallet=wallet)


def test_a_network_that_is_no_practice_has_no_practice_wallet(served: Served) -> None:
    chain = served.context.config.settings["chain"]
    settings = {**served.desk.settings.settings, "chain": replace(chain, network="mainnet")}
    served.desk.settings = replace(served.desk.settings, settings=settings)
    with pytest.raises(ValueError, match="practice network"):
        site(served, wallet=WALLET)


def test_the_first_day_is_ticked_by_what_this_person_really_did(served: Served) -> None:
    served.tour = Tour(arrived="http://127.0.0.1:5/", unconfirmed="o1")
    dan, ada = served.browser("dan"), served.browser("ada")
    assert "0 of 10 done" in dan.get("/").text
    ada.send("/tasks/t1/snooze", until=str(HEAD + 500), why="Later.")
    assert "0 of 10 done" in dan.get("/").text
    assert "1 of 10 done" in ada.get("/").text
    dan.get("/tasks/t1")
    dan.get("/journal")
    dan.get("/drafts/d1.1")  # nothing was sent of it: no receipt
    steps = {one.title: one.done for one in served.tour.steps(served.context, people(served.context)["dan"])}
    assert [title for title, done in steps.items() if done] == ["Find where a figure comes from", "Read the journal"]
    assert len(steps) == len(STEPS) == 10
    assert "/outbox/o1" in dan.get("/").text


def test_a_viewer_s_first_day_has_what_a_viewer_may_do(served: Served) -> None:
    served.tour = Tour(arrived="http://127.0.0.1:5/", unconfirmed="o1")
    page = served.browser("vic").get("/").text
    assert "0 of 2 done" in page
    assert "See a receipt" in page
    assert "Reject a draft" not in page
    auditor = [one.title for one in served.tour.steps(served.context, people(served.context)["aud"])]
    assert auditor == ["See a receipt", "Find where a figure comes from", "Read the journal"]


def test_a_served_desk_has_no_first_day(served: Served) -> None:
    assert "first day" not in served.browser("dan").get("/").text
