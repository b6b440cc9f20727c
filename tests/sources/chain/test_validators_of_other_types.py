"""Validators whose values decode to another shape than today's: unknown with a problem, never a part of them."""

from typing import Any

import pytest

from secretariat.clients.substrate.metadata import load
from secretariat.clients.substrate.rpc import Node
from secretariat.facts.records import CHAIN
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain import validators
from secretariat.sources.chain.fields import fields_of
from secretariat.sources.chain.state import StateAt

KEY = "0x" + "ab" * 32


@pytest.fixture(scope="module")
def at(practice: str) -> StateAt:
    node = Node(address="http://node", post=lambda body: None)
    return StateAt(node=node, block=9, hash="0x" + "0" * 64, spec_version=7, runtime=load(practice))


@pytest.mark.parametrize("keys", [[KEY, 5], [KEY, "0xab"], {"keys": [KEY]}, 7])
def test_one_key_that_is_none_makes_the_whole_list_unknown(at: StateAt, keys: Any) -> None:
    reading = Reading(path="chain/validators", format=CHAIN)
    assert validators.in_office(at, reading, {validators.VALIDATORS: keys}) is None
    assert [problem.code for problem in reading.problems] == ["storage-unreadable"]


def test_an_item_that_was_not_read_is_unknown_without_a_second_problem(at: StateAt) -> None:
    reading = Reading(path="chain/validators", format=CHAIN)
    assert validators.in_office(at, reading, {}) is None
    assert not reading.problems


@pytest.mark.parametrize("individual", [[(KEY, 40), (KEY,)], [(KEY, "40")], [[KEY, 40]], None, {"a": 1}])
def test_one_entry_that_is_no_pair_makes_all_points_unknown(at: StateAt, individual: Any) -> None:
    reading = Reading(path="chain/eras", format=CHAIN)
    assert validators._points(fields_of(at, reading, "era 5", {"total": 40, "individual": individual})) == ()
    assert [problem.code for problem in reading.problems] == ["storage-unreadable"]
