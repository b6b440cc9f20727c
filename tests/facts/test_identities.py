"""Members joined per chain, and identities that are not one to one."""

import pytest

from secretariat.facts.identities import Identities, Identity, drifts, folded, identities, resolve
from tests.build import (
    backer,
    council_report,
    elected_seat,
    election_result,
    kpi_earning,
    kpi_grading,
    member,
    reported_seat,
    snapshot,
    stated,
)


def found(known: Identities, chain: str, member_id: int | None, handle: str | None = None) -> Identity:
    identity = resolve(known, chain, member_id, handle)
    assert identity is not None
    return identity


@pytest.mark.parametrize(
    ("handle", "plain"), [(" @Ada_L ", "ada_l"), ("ada_l", "ada_l"), ("@", ""), (None, ""), ("", "")]
)
def test_handles_are_folded(handle: str | None, plain: str) -> None:
    assert folded(handle) == plain


def test_the_newest_handle_of_a_member_is_the_canonical_one() -> None:
    known = identities(
        snapshot(
            council_report(3, end_block=100),
            council_report(4, end_block=200),
            stated(reported_seat(4, "@ada_lovelace", 7), file="a.md"),
            stated(reported_seat(3, "ada_l", 7), file="b.md"),
        )
    )
    assert found(known, "antioch", 7).handle == "ada_lovelace"
    assert found(known, "antioch", 7).handles == ("ada_l", "ada_lovelace")


def test_a_handle_taken_up_again_is_the_newest() -> None:
    known = identities(
        snapshot(
            *(council_report(n, end_block=n * 100) for n in (1, 2, 3)),
            reported_seat(1, "bert", 7),
            reported_seat(2, "bertie", 7),
            reported_seat(3, "Bert", 7),
        )
    )
    assert found(known, "antioch", 7).handles == ("bertie", "Bert")


def test_a_member_dump_is_the_newest_word() -> None:
    known = identities(
        snapshot(council_report(3, end_block=100), reported_seat(3, "ada_l", 7), member(7, "ada", root_account="5A"))
    )
    ada = found(known, "antioch", 7)
    assert (ada.handle, ada.accounts) == ("ada", ("5A",))


@pytest.mark.parametrize(
    ("chain", "member_id", "handle", "expected"),
    [
        ("antioch", 7, None, 7),
        ("antioch", 7, "someone_else", 7),  # the id decides
        ("antioch", None, "@ADA_L", 7),
        ("antioch", None, "twins", None),  # two members have it
        ("antioch", None, "nobody", None),
        ("antioch", None, None, None),
        ("antioch", 99, "ada_l", None),
        ("mainnet", 7, None, None),  # another chain, another member
    ],
)
def test_a_member_is_found_by_id_else_by_a_handle_that_is_theirs_alone(
    chain: str, member_id: int | None, handle: str | None, expected: int | None
) -> None:
    known = identities(snapshot(member(7, "ada_l"), member(8, "twins"), member(9, "twins")))
    identity = resolve(known, chain, member_id, handle)
    assert (identity.member_id if identity else None) == expected


def test_results_files_are_of_the_chain_whose_councils_they_seated() -> None:
    known = identities(
        snapshot(
            council_report(3, start_block=1_000),
            election_result(5, 2_000),
            elected_seat(5, "ada_l", 7, root_account="5A", backers=(backer("bert", 8, 10, "5B"),)),
        )
    )
    assert found(known, "antioch", 7).accounts == ("5A",)
    assert found(known, "antioch", None, "bert").member_id == 8


def test_kpi_files_are_of_the_chain_that_knows_most_of_their_members() -> None:
    known = identities(
        snapshot(
            member(7, "ada_l", "alexandria"),
            member(7, "ada_l"),
            member(8, "bert"),
            stated(kpi_earning(9, "ada_l", 7), file="earnings.json"),
            stated(kpi_earning(9, "bert", 8), file="earnings.json"),
            stated(kpi_earning(9, "cleo", 9), file="earnings.json"),
            stated(kpi_grading(9, "ada_l", 7), file="either.json"),
        )
    )
    assert known.file_chains == {"earnings.json": "antioch"}
    assert found(known, "antioch", 9).handle == "cleo"


def test_unknown_networks_do_not_mix() -> None:
    known = identities(snapshot(reported_seat(1, "ada_l", 7, "here"), reported_seat(1, "bert", 7, "there")))
    assert found(known, "here", 7).handle == "ada_l"
    assert found(known, "there", 7).handle == "bert"


def test_drifts_name_what_is_shared_and_by_whom() -> None:
    drifted = drifts(
        snapshot(
            stated(member(7, "ada_l", root_account="5A"), file="m.txt", line=1),
            stated(member(8, "bert", root_account="5A"), file="m.txt", line=2),
            stated(member(9, "bert"), file="m.txt", line=3),
            stated(reported_seat(3, "@ada_king", 7), file="r.md", line=4),
            stated(reported_seat(3, "@BERT", 8), file="r.md", line=5),
        )
    )
    assert [(d.kind, d.chain, d.subject, d.names) for d in drifted] == [
        ("account-members", "antioch", "5A", ("7", "8")),
        ("handle-members", "antioch", "bert", ("8", "9")),
        ("member-handles", "antioch", "7", ("ada_l", "ada_king")),
    ]
    assert [s.source for s in drifted[2].sightings] == ["m.txt:1", "r.md:4"]


def test_the_same_handle_on_two_chains_is_no_drift() -> None:
    assert drifts(snapshot(member(7, "ada_l"), member(70, "ada_l", "mainnet"), member(7, "cleo", "mainnet"))) == ()


def test_nothing_known_is_nobody() -> None:
    assert drifts(snapshot()) == ()
    assert resolve(identities(snapshot()), None, None, None) is None
