"""The types of proposal: all of the runtime, by the words of chain and query node."""

from secretariat.devnet.chain.specs import PROPOSALS
from secretariat.devnet.query_node.mappings.details import KINDS
from secretariat.devnet.runtime.codex import REFUSED, TYPES
from secretariat.facts.proposal_parameters import CODEX, constant_of
from secretariat.facts.proposal_types import BY_NAME, PROPOSAL_TYPES, type_words
from secretariat.sources.query_node.parse.proposals import PROPOSAL
from secretariat.sources.query_node.shapes import Field


def test_they_are_those_of_the_runtime_in_its_order() -> None:
    assert tuple(one.variant for one in PROPOSAL_TYPES) == TYPES
    assert {one.variant for one in PROPOSAL_TYPES if one.refused} == REFUSED


def test_each_has_a_constant_of_its_own() -> None:
    names = [constant_of(one.name) for one in PROPOSAL_TYPES]
    assert sorted(names) == sorted(PROPOSALS)
    assert CODEX == "ProposalsCodex."


def test_the_names_are_those_that_the_query_node_s_facts_have() -> None:
    field: Field = next(one for one in PROPOSAL.fields if one.name == "type")
    assert {field.read(KINDS[one.variant]) for one in PROPOSAL_TYPES} == set(BY_NAME)


def test_a_type_in_words() -> None:
    assert type_words("funding-request") == BY_NAME["funding-request"].words == "Funding request"
    assert type_words(None) == "Type not known yet"
