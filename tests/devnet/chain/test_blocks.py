"""Headers and hashes: the formula, the chain of parents, the generated past, and heads that are taken back."""

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.devnet.chain.blocks import SPAN, Blocks, Header
from secretariat.devnet.chain.kernel import Chain

IDENTITY = b"practice network, never mainnet!"


def body(number: int) -> bytes:
    return b"body" + number.to_bytes(4, "little")


def made(now: int, past: int = 0, identity: bytes = IDENTITY) -> tuple[Chain, Blocks]:
    chain = Chain(1)
    chain.settle(past)
    blocks = Blocks(chain, identity, body)
    chain.advance(now)
    return chain, blocks


def scale(number: int) -> bytes:
    width = next(i for i in range(3) if number < 1 << (6, 14, 30)[i])
    return (number << 2 | width).to_bytes((1, 2, 4)[width], "little")


def hashed(header: Header) -> bytes:
    raw = header.parent + scale(header.number) + header.state_root + header.extrinsics_root + b"\x00"
    return hashlib.blake2b(raw, digest_size=32).digest()


def test_every_header_hashes_to_its_hash_and_names_the_one_before() -> None:
    _, blocks = made(3 * SPAN + 20)
    parent = bytes(32)
    for number in range(3 * SPAN + 21):
        header = blocks.header_of(number)
        assert header.parent == parent
        parent = hashed(header)
        assert parent == header.hash == blocks.hash_of(number)
        assert blocks.number_of(parent) == number


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 5 * SPAN), min_size=1, max_size=6))
def test_hashes_are_the_same_in_whatever_order_they_are_asked(numbers: list[int]) -> None:
    _, one = made(5 * SPAN, past=2 * SPAN + 100)
    _, other = made(5 * SPAN, past=2 * SPAN + 100)
    found = {number: one.hash_of(number) for number in numbers}
    assert {number: other.hash_of(number) for number in reversed(numbers)} == found


def test_the_generated_past_breaks_between_spans_and_the_named_parent_is_found_all_the_same() -> None:
    hashed_bodies: list[int] = []

    def told(number: int) -> bytes:
        hashed_bodies.append(number)
        return body(number)

    chain = Chain(1)
    chain.settle(13_000_000)
    blocks = Blocks(chain, IDENTITY, told)
    chain.advance(13_000_050)
    for number in (13_000_050, 5, 7_000_000, 12 * SPAN - 1):
        assert hashed(blocks.header_of(number)) == blocks.hash_of(number)
    assert len(hashed_bodies) < 6 * SPAN  # of 13 million blocks: a hash needs those of its own span
    first = blocks.header_of(12 * SPAN)
    assert first.parent != blocks.hash_of(12 * SPAN - 1)
    assert blocks.number_of(first.parent) == 12 * SPAN - 1
    for number in range(13_000_000, 13_000_051):
        assert blocks.header_of(number).parent == blocks.hash_of(number - 1)


def test_blocks_after_the_past_chain_over_the_ends_of_spans() -> None:
    _, blocks = made(6 * SPAN + 5, past=2 * SPAN + 5)
    for span in (3, 4, 5, 6):
        assert blocks.header_of(span * SPAN).parent == blocks.hash_of(span * SPAN - 1)


def test_a_block_that_is_not_made_has_no_hash() -> None:
    _, blocks = made(9)
    assert blocks.hash_of(10) is None
    assert blocks.hash_of(-1) is None
    assert blocks.number_of(bytes(32)) is None


def test_two_networks_have_no_hash_in_common() -> None:
    _, one = made(9)
    _, other = made(9, identity=b"another")
    assert one.genesis != other.genesis
    assert not {one.hash_of(number) for number in range(10)} & {other.hash_of(number) for number in range(10)}


def test_a_fork_has_other_hashes_and_the_old_headers_are_still_known() -> None:
    chain, blocks = made(SPAN + 8)
    kept, lost = blocks.hash_of(SPAN - 3), [blocks.hash_of(number) for number in range(SPAN - 2, SPAN + 9)]
    old = blocks.header_of(SPAN - 2)
    for again in range(2):
        blocks.reorganised(SPAN - 3)
        chain.go_back(SPAN - 3)
        assert blocks.hash_of(SPAN - 2) is None
        chain.advance(SPAN + 8 + again)
        assert blocks.hash_of(SPAN - 3) == kept
        new = [blocks.hash_of(number) for number in range(SPAN - 2, SPAN + 9)]
        assert not set(new) & set(lost)
        assert hashed(blocks.header_of(SPAN)) == blocks.hash_of(SPAN)
        assert all(block_hash and blocks.number_of(block_hash) is None for block_hash in lost)
        assert blocks.abandoned(old.hash) == old
        lost += new


def test_the_first_block_of_a_fork_keeps_its_hash_when_the_next_one_goes() -> None:
    chain, blocks = made(20)
    for to in (15, 16):
        kept = blocks.hash_of(to)
        blocks.reorganised(to)
        chain.go_back(to)
        assert blocks.hash_of(to) == kept
        assert blocks.header_of(to).hash == kept
        chain.advance(20)
