"""Names of sections and working groups in tokenomics reports: misspelled ones are told and split no group."""

import pytest

from secretariat.facts.working_groups import GroupTerm, WorkerTerm
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.tokenomics.labels import close_group, group_slug
from tests.sources.archives.read_text import codes, facts
from tests.sources.archives.tokenomics.report_texts import BASE, THIRD, changed, group, only, term


def slugs(reading: Reading) -> set[str]:
    return {fact.group for fact in facts(reading, GroupTerm)}  # type: ignore[attr-defined]


KNOWN = slugs(changed("Gamma", "Gamma"))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Curatorz", "curators"),
        ("Curatros", "curators"),
        ("Storage Provders", "storage"),
        ("Stroage Provders", "storage"),
        ("Marketting", "marketing"),
        ("Distributon Workers", "distribution"),
        ("Opertions Role", "operations"),
        ("Buiders", "builders"),
        ("Membrship", "membership"),
        ("Gatewy", "gateway"),
        ("Human Resorces", "hr"),
        ("Storageworkinggrup", "storage"),
    ],
)
def test_a_misspelled_group_is_that_group(name: str, slug: str) -> None:
    assert (close_group(name.lower()), group_slug(name.lower())) == (slug, slug)


@pytest.mark.parametrize(
    "name", ["curators", "gama", "betta", "gardeners", "apples", "foram", "curation", "market", ""]
)
def test_a_name_is_not_guessed_where_it_is_short_far_off_or_right(name: str) -> None:
    assert close_group(name) is None


@pytest.mark.parametrize("heading", ["### 4.2 Curatorz", "### 4.2 Curatrs", "### 4.2 Content Curatrs"])
def test_a_misspelled_heading_splits_no_group(heading: str) -> None:
    reading = changed("### 4.2 Curators", heading)
    assert slugs(reading) == KNOWN
    assert {fact.group for fact in facts(reading, WorkerTerm)} == {"curators"}  # type: ignore[attr-defined]
    (found,) = [p for p in reading.problems if p.code == "label-drift" and heading[8:] in p.what]
    assert found.applied
    assert found.line == THIRD.split("\n").index("### 4.2 Curators") + 1


@pytest.mark.parametrize("label", ["Curatorz Minted", "Curatorz Mint Total Minted", "Curatros Minted"])
def test_a_misspelled_mint_splits_no_group(label: str) -> None:
    reading = changed("| Curators Minted", f"| {label}")
    assert slugs(reading) == KNOWN
    assert group(reading, "curators").minted_end == group(changed("Gamma", "Gamma"), "curators").minted_end
    assert [
        p.applied for p in reading.problems if p.code == "label-drift" and label.split(maxsplit=1)[0] in p.what
    ] == [True]


def test_the_misspelled_mint_of_the_council_is_the_councils() -> None:
    reading = changed("| Council Total Minted", "| Councl Total Minted")
    assert term(reading).council_minted_end == term(changed("Gamma", "Gamma")).council_minted_end is not None
    assert any("Councl" in p.what and p.applied for p in reading.problems)
    reading = changed("| Council | 330 |", "| Concil | 330 |")
    assert term(reading).council_spent == 330 * BASE


def test_all_that_was_minted_is_no_group_when_it_is_misspelled() -> None:
    reading = changed("| Total Tokens Minted |", "| Total Tokns Minted |")
    assert slugs(reading) == KNOWN
    assert term(reading).issuance_end == 2100 * BASE


@pytest.mark.parametrize(
    ("old", "new", "slug"),
    [
        ("### 4.2 Curators", "### 4.2 Gardeners", "gardeners"),
        ("| Curators Minted", "| Gardeners Minted", "gardeners"),
        ("| Curators | 149 |", "| Gardeners WG | 149 |", "gardeners"),
    ],
)
def test_a_group_that_nobody_knows_stands_under_its_own_words_with_a_problem(old: str, new: str, slug: str) -> None:
    reading = changed(old, new)
    assert slugs(reading) == KNOWN | {slug}
    found = only(reading, "value-unknown-label")
    assert not found.applied
    assert "Gardeners" in found.what
    assert slug in found.repair


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## 4 Roles", "## 4 Rolles"),
        ("### 4.1 Validator Information", "### 4.1 Validater Informaton"),
        ("### 2.3 Mints", "### 2.3 Mintz"),
        ("### 2.1 Token generation breakdown", "### 2.1 Token generaton breakdwn"),
    ],
)
def test_a_misspelled_heading_is_read_as_the_known_one(old: str, new: str) -> None:
    plain, reading = changed("Gamma", "Gamma"), changed(old, new)
    assert [record.fact for record in reading.records.values()] == [record.fact for record in plain.records.values()]
    assert codes(reading).count("label-drift") == codes(plain).count("label-drift") + 1


def test_the_usual_names_are_no_problem() -> None:
    assert "value-unknown-label" not in codes(changed("Gamma", "Gamma"))
