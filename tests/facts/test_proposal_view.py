"""Proposals merged from dumps and council reports."""

from typing import Any

import pytest

from secretariat.facts.proposal_view import ProposalView, proposal_views
from secretariat.facts.term_networks import network_between
from secretariat.facts.term_view import terms
from tests.build import (
    dumped_proposal,
    member,
    reported_proposal,
    reported_seat,
    snapshot,
    stated,
    term_figures,
    whole,
)

TERM_3 = term_figures(3, "sumer", start_block=1_000, end_block=1_999)
TERM_4 = term_figures(4, "giza", start_block=2_000, end_block=2_999)


def one(*facts: Any) -> ProposalView:
    (found,) = proposal_views(snapshot(*facts))
    return found


def test_the_dump_counts_for_the_chain_and_the_report_for_type_and_handle() -> None:
    view = one(
        TERM_3,
        stated(
            dumped_proposal(
                12, 1_100, proposer_id=7, finalised_block=1_400, outcome="executed", approvals=9, abstentions=1
            ),
            file="dump.txt",
            line=4,
        ),
        stated(
            reported_proposal(
                3,
                12,
                type="Text",
                outcome="rejected",
                proposer="ada_l",
                blocks_to_finalise=299,
                amount=whole(5),
                participants=("bert", "cleo"),
            ),
            file="report.md",
            line=9,
        ),
    )
    assert (view.chain, view.number, view.network, view.term) == ("antioch", 12, "sumer", 3)
    assert (view.title, view.type, view.proposer_id, view.proposer) == ("Proposal 12", "Text", 7, "ada_l")
    assert (view.outcome, view.approvals, view.abstentions, view.rejections) == ("executed", 9, 1, None)
    assert (view.created_block, view.finalised_block, view.blocks_to_finalise) == (1_100, 1_400, 300)
    assert view.amount == whole(5)
    assert view.participants == ((3, ("bert", "cleo")),)
    assert view.source == "dump.txt:4; report.md:9"


def test_the_last_report_that_settles_a_proposal_counts() -> None:
    view = one(
        reported_proposal(4, 12, outcome="executed", blocks_to_finalise=80, type="Spending"),
        reported_proposal(3, 12, outcome="passed-on", type="Text"),
    )
    assert (view.outcome, view.blocks_to_finalise, view.type, view.term) == ("executed", 80, "Spending", 3)
    assert [term for term, _ in view.participants] == [3, 4]


def test_a_report_settles_what_an_older_dump_left_open() -> None:
    view = one(dumped_proposal(12, 1_100, outcome="active"), reported_proposal(3, 12, outcome="expired"))
    assert view.outcome == "expired"


def test_an_open_dump_counts_where_no_report_settles_it() -> None:
    view = one(dumped_proposal(12, 1_100, outcome="active"), reported_proposal(3, 12, outcome="passed-on"))
    assert view.outcome == "active"


def test_of_two_dumps_the_one_that_settles_it_counts() -> None:
    view = one(
        stated(dumped_proposal(12, 1_100, outcome="active"), file="a.txt"),
        stated(dumped_proposal(12, 1_100, outcome="rejected", finalised_block=1_500), file="b.txt"),
    )
    assert (view.outcome, view.finalised_block) == ("rejected", 1_500)
    assert [dump.file for dump in view.dumps] == ["b.txt", "a.txt"]


def test_a_proposal_finalised_before_it_was_made_has_no_time() -> None:
    assert one(dumped_proposal(12, 1_100, finalised_block=900)).blocks_to_finalise is None


@pytest.mark.parametrize(
    ("created", "network"),
    [
        (999, None),
        (1_500, "sumer"),
        (2_999, "giza"),
        (3_000, None),
    ],
)
def test_the_network_is_that_of_the_term_that_holds_the_block(created: int, network: str | None) -> None:
    assert one(TERM_3, TERM_4, dumped_proposal(12, created)).network == network


def test_a_block_between_two_terms_of_one_network_is_of_that_network_but_of_no_term() -> None:
    view = one(TERM_3, term_figures(5, "sumer", start_block=3_000, end_block=3_999), dumped_proposal(12, 2_500))
    assert (view.network, view.term) == ("sumer", None)


@pytest.mark.parametrize(
    ("chain", "block", "network"),
    [("antioch", 1_500, None), ("antioch", 900, None), (None, 1_500, None), ("antioch", None, None)],
)
def test_a_block_at_a_change_of_networks_has_no_network_between(
    chain: str | None, block: int | None, network: str | None
) -> None:
    assert network_between(terms(snapshot(TERM_3, TERM_4)), chain, block) == network


def test_a_chain_with_one_network_needs_no_term() -> None:
    assert one(dumped_proposal(12, 1_100, chain="mainnet")).network == "mainnet"


def test_without_a_term_the_first_report_gives_network_and_term() -> None:
    view = one(reported_proposal(6, 12, network="giza"), reported_proposal(5, 12, network="sumer"))
    assert (view.network, view.term) == ("sumer", 5)


def test_the_proposers_handle_comes_from_a_member_dump_of_the_same_chain() -> None:
    assert one(dumped_proposal(12, 1_100, proposer_id=7), member(7, "ada_l")).proposer == "ada_l"
    assert one(dumped_proposal(12, 1_100, proposer_id=7), member(7, "bert", chain="mainnet")).proposer is None


def test_the_proposers_handle_comes_from_any_source_that_gives_the_id_one_handle() -> None:
    proposal = dumped_proposal(12, 1_100, proposer_id=7)
    assert one(proposal, reported_seat(3, "ada_l", 7)).proposer == "ada_l"
    assert one(proposal, reported_seat(3, "ada_l", 7), reported_seat(4, "Ada_L", 7)).proposer in ("ada_l", "Ada_L")
    assert one(proposal, reported_seat(3, "ada_l", 7), reported_seat(4, "bert", 7)).proposer is None
    assert (
        one(proposal, reported_seat(3, "ada_l", 7), reported_seat(4, "bert", 7), member(7, "bert")).proposer == "bert"
    )
    assert one(proposal, reported_seat(3, "ada_l", 8)).proposer is None


def test_the_proposers_id_comes_from_a_handle_that_stands_with_one_id() -> None:
    proposal = reported_proposal(3, 12, proposer="@Ada_L")
    assert one(proposal, reported_seat(3, "ada_l", 7)).proposer_id == 7
    assert one(proposal, reported_seat(3, "ada_l", 7), member(9, "ada_l")).proposer_id is None
    assert one(proposal, member(7, "ada_l", chain="mainnet")).proposer_id is None
    view = one(dumped_proposal(12, 1_100, proposer_id=5), proposal, reported_seat(3, "ada_l", 7))
    assert (view.proposer_id, view.proposer) == (5, "@Ada_L")


def test_numbers_of_different_chains_are_different_proposals_in_the_order_of_chains() -> None:
    views = proposal_views(
        snapshot(
            dumped_proposal(2, 10),
            dumped_proposal(1, 10, chain="mainnet"),
            dumped_proposal(1, 9),
            dumped_proposal(9, 10, chain="alexandria"),
            dumped_proposal(1, 10, chain=None),
        )
    )
    assert [(view.chain, view.number) for view in views] == [
        ("alexandria", 9),
        ("antioch", 1),
        ("antioch", 2),
        ("mainnet", 1),
        (None, 1),
    ]


def test_a_blank_title_in_the_dump_leaves_the_reports_title() -> None:
    view = one(dumped_proposal(12, 1_100, title=" "), reported_proposal(3, 12, "Pay the wiki editors"))
    assert view.title == "Pay the wiki editors"
