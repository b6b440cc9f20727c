"""The tables of guides and of use: each type with its figures, each term with its n, and nothing where nothing is known."""

from secretariat.duties.guidance.tables import GUIDES, USE
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.tables import build
from tests.duties.guidance.invented import BEFORE, history, world
from tests.duties.proposals.invented import BEGAN, GENESIS, SPEC, chain

HEAD = ChainHead(
    network="mainnet",
    chain="mainnet",
    block=BEGAN + 2_000,
    hash="0x01",
    genesis=GENESIS,
    spec_name="joystream-node",
    spec_version=SPEC,
)
FILED = [("signal", BEFORE - 1), ("signal", BEFORE), ("veto", BEGAN - 1), ("signal", BEGAN)]


def rows(table: object, more: object = (), head: bool = True) -> list[dict[str, object]]:
    one = world(more=[*more, chain(HEAD, "head", HEAD.block)] if head else more)  # type: ignore[misc]
    built = build(table, snapshot_of(one.records()))  # type: ignore[arg-type]
    names = [heading.name for heading in built.headings]
    return [dict(zip(names, row, strict=True)) for row in built.rows]


def test_a_row_has_the_figures_of_its_type() -> None:
    found = {row["type"]: row for row in rows(GUIDES, history(FILED))}
    assert len(found) == 28
    funding = found["funding-request"]
    expected = {
        "chain": "mainnet",
        "spec_version": 2004,
        "can_be_filed": True,
        "why_not": None,
        "about_a_person": False,
        "stake": 35_000_000_000_000,
        "rejection_fee": 833_333_333_330,
        "cancellation_fee": 166_666_666_666,
        "seats": 3,
        "votes_needed": 2,
        "approvals_needed": 2,
        "approvals_of_all": 2,
        "votes_against": 2,
        "slashes_needed": 3,
        "voting_blocks": 43_200,
        "grace_blocks": 1_200,
        "councils_in_a_row": 1,
        "filed": 0,
        "filed_of": 4,
    }
    assert {name: funding[name] for name in expected} == expected
    assert found["signal"]["filed"] == 3
    assert found["update-global-nft-limit"]["can_be_filed"] is False
    assert "call filter" in str(found["update-global-nft-limit"]["why_not"])
    assert "runtime-constant" in str(funding["source"])


def test_without_a_head_or_with_a_gap_nothing_is_guessed() -> None:
    assert rows(GUIDES, head=False) == []
    assert {row["filed"] for row in rows(GUIDES, history(FILED)[1:] + history([("signal", 9)], first=9))} == {None}
    assert rows(USE, history(FILED)[1:2]) == []


def test_use_has_every_type_in_every_term_with_n() -> None:
    found = {(row["term"], row["type"]): (row["filed"], row["filed_of"]) for row in rows(USE, history(FILED))}
    assert len(found) == 3 * 28
    assert {row["chain"] for row in rows(USE, history(FILED))} == {"mainnet"}
    assert (found[0, "signal"], found[1, "signal"], found[2, "signal"]) == ((1, 1), (1, 2), (1, 1))
    assert (found[1, "veto"], found[1, "funding-request"]) == ((1, 2), (0, 2))


def test_a_source_does_not_depend_on_the_order_in_which_rows_were_stored() -> None:
    told = history(FILED)
    assert [row["source"] for row in rows(USE, told)] == [row["source"] for row in rows(USE, told[::-1])]
