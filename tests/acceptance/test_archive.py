"""The community's archives, imported by command: the figures and tables that must come out of them."""

import json
from decimal import Decimal

import pytest

from tests.acceptance.community import LEDGER, Community, sources
from tests.cli_run import run

COLUMNS = {
    "terms": "network chain term election_round kpi_round start_block end_block started_at ended_at seats applicants "
    "applicant_stake votes proposals proposals_approved issuance_start issuance_end issuance_change burned "
    "spending_executed bounties_paid usd_pool_start usd_pool_end rate_start rate_end block_time validators_start "
    "validators_end members_start members_end channels_end uploads_end content_bytes_end threads_end posts_end source",
    "elections": "network cycle_id election_round council_term candidates withdrawn seats votes_cast votes_revealed "
    "stake_cast stake_revealed reveal_rate outcome failure_reason",
    "candidates": "member_id handle outcome own_stake votes stake_received",
    "seats": "election_round member_id handle own_stake backers backers_stake jsg_stake total_stake",
    "council-members": "member_id handle terms_served first_term last_term longest_run votes_cast votes_eligible "
    "closed_before_voting response_blocks_median rationale_given proposals_made kpi_usd kpi_tokens",
    "proposals": "chain number network title type proposer_id proposer created_block finalised_block outcome failure "
    "approvals rejections abstentions slashes blocks_to_finalise term",
    "proposal-types": "type",
    "spending": "network chain number title status status_chain amount_asked amount_minted exchange_rate usd category "
    "bounty group reimbursed",
    "spending-by-category": "category",
    "bounties": "bounty title status",
    "bounty-payments": "bounty tokens",
    "unreimbursed": "network number title bounty tokens usd_stated usd_recomputed",
    "refills": "network term usd reason block",
    "kpi-earnings": "kpi_round member_id usd tokens",
    "kpi-members": "member_id handle usd tokens terms",
    "groups": "term group",
    "workers": "term group handle",
    "growth": "term",
    "forum": "term",
    "validators": "eras_active points share_of_mean zero_eras",
    "surveys": "question answer",
    "calendar": "term duty done_at in_time",
    "checks": "check term expected found difference likely_cause",
    "problems": "id file line code severity what repair state",
}
"""Every table that was asked for, with the columns it must at least have."""

LAST_TERM = {
    "network": "giza", "start_block": 4_698_000, "end_block": 4_798_799, "issuance_start": "2978561857",
    "issuance_end": "3013340478", "proposals": 12, "applicants": 18, "votes": 19, "seats": 12, "members_end": 3_426,
    "rate_end": "20.54",
}  # fmt: skip


def test_the_summary_has_a_row_for_each_data_set(community: Community) -> None:
    formats = {row["format"] for row in community.rows("files")} - {"unknown"}
    starts = [line.split()[0] for line in community.said.splitlines() if line.strip()]
    assert len(formats) >= 18
    assert all(starts.count(name) == 1 for name in formats)


def test_a_file_of_no_known_format_is_listed(community: Community) -> None:
    unknown = [row["path"] for row in community.rows("files") if row["format"] == "unknown"]
    assert unknown
    assert all(f"  {path}\n" in community.said for path in unknown)
    there = [path for path in community.archive.rglob("*") if path.is_file()]
    assert len(community.rows("files")) == len(there)


def test_the_ledger_is_read_to_the_last_row(community: Community) -> None:
    (line,) = [line for line in community.said.splitlines() if line.startswith("spending-csv ")]
    assert line.split()[1:3] == ["1", "1,171"]
    spending = [row for row in community.rows("spending") if sources(row)[0][0] == LEDGER]
    approved = [row for row in spending if row["status"] == "approved"]
    old = [row for row in approved if row["network"] == "alexandria"]
    assert len(spending) == 1_170
    assert sum(row["title"] is not None for row in spending) == 261
    assert len(approved) == 228
    assert sum(Decimal(row["amount_minted"] or 0) for row in approved) == Decimal("1096627684.48")
    assert sum(Decimal(row["amount_minted"] or 0) for row in old) == 126_761_556


def test_the_one_key_that_stands_twice_is_said(community: Community) -> None:
    twice = [row for row in community.rows("problems") if (row["code"], row["file"]) == ("duplicate-key", LEDGER)]
    assert len(twice) == 1
    assert "/188 " in twice[0]["what"]
    assert [row["title"] is not None for row in community.rows("spending") if row["number"] == 188].count(True) >= 1


def test_the_last_term_is_as_published(community: Community) -> None:
    (row,) = [row for row in community.rows("terms") if (row["chain"], row["term"]) == ("antioch", 46)]
    assert {name: row[name] for name in LAST_TERM} == LAST_TERM
    refills = [row for row in community.rows("refills") if row["term"] == 46 and row["network"] == "giza"]
    assert sorted(Decimal(row["usd"]) for row in refills) == [1640, 2196]


def test_every_table_is_there_with_its_columns(community: Community) -> None:
    assert set(COLUMNS) <= set(community.published)
    for name, wanted in COLUMNS.items():
        document = json.loads(community.published[name])
        assert set(wanted.split()) <= {column["name"] for column in document["columns"]}, name
        assert document["rows"], name


def test_stage_boundaries_of_elections_are_columns(community: Community) -> None:
    columns = {column["name"] for column in json.loads(community.published["elections"])["columns"]}
    assert {"announcing_start", "voting_start", "revealing_start"} <= columns


@pytest.mark.parametrize("name", ["terms", "spending", "problems", "checks"])
def test_the_command_prints_the_contract(community: Community, name: str) -> None:
    said = run("table", name, "--format", "json", folder=community.folder).stdout
    assert said == community.published[name]
    document = json.loads(said)
    assert document["contract"] == "secretariat.table/1"
    assert list(document) == ["contract", "table", "as_of", "columns", "rows"]
    assert document["table"] == name
    names = [column["name"] for column in document["columns"]]
    assert all(list(row) == names for row in document["rows"])


def test_money_is_text_of_exact_digits_and_the_unknown_is_null(community: Community) -> None:
    for name, text in community.published.items():
        document = json.loads(text)
        money = [column["name"] for column in document["columns"] if column["type"] in ("amount", "decimal")]
        for row in document["rows"]:
            for column in money:
                value = row[column]
                assert value is None or (isinstance(value, str) and Decimal(value).is_finite()), (name, column, value)
                assert value is None or "e" not in value.lower()
            assert "" not in row.values(), (name, row)


def test_the_four_numberings_are_kept_apart(community: Community) -> None:
    terms = [row for row in community.rows("terms") if row["election_round"] is not None]
    assert any(row["election_round"] != row["term"] for row in terms)
    chains = {row["chain"] for name in ("terms", "proposals", "spending") for row in community.rows(name)}
    assert chains <= {"constantinople", "alexandria", "antioch", "mainnet"}
    assert {(row["chain"], row["network"]) for row in terms} <= {
        ("antioch", "antioch"), ("antioch", "sumer"), ("antioch", "giza"), ("alexandria", "alexandria"),
        ("alexandria", "babylon"),
    }  # fmt: skip
    for name in ("proposals", "spending"):
        keys = [(row["chain"], row["number"]) for row in community.rows(name)]
        assert len(set(keys)) == len(keys), name


def test_participation_that_no_source_prints_is_empty(community: Community) -> None:
    members = community.rows("council-members")
    assert any(row["votes_cast"] for row in members)
    for name in ("votes_eligible", "closed_before_voting", "response_blocks_median"):
        assert {row[name] for row in members} == {None}
