"""Whether two query nodes begin with the same events."""

import pytest

from secretariat.sources.query_node.height import HeightUnknown, beginning_of, of_one_chain


@pytest.mark.parametrize(
    ("beginnings", "one"),
    [
        ([], True),
        ([("a", "b")], True),
        ([("a", "b"), ("a", "b", "c")], True),
        ([("a", "b"), ()], True),
        ([("a", "b"), ("a", "c")], False),
        ([("a",), (), ("b",)], False),
    ],
)
def test_query_nodes_of_one_chain_begin_alike_as_far_as_each_has_come(
    beginnings: list[tuple[str, ...]], *, one: bool
) -> None:
    assert of_one_chain(beginnings) is one


def test_events_of_another_shape_are_no_beginning() -> None:
    assert beginning_of(lambda *_: {"events": [{"b": 1, "a": 2}]}) == ('{"a": 2, "b": 1}',)
    with pytest.raises(HeightUnknown):
        beginning_of(lambda *_: {"events": None})
