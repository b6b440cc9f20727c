"""A receipt of the chain in words, and how often signed bytes were handed over."""

import json

import pytest

from secretariat.desk.hand_off import Stored, receipt_words, tries_of, written

STORED = Stored(
    person="ada",
    account="0x11",
    payload={"nonce": "0x0"},
    multi_address=True,
    ss58_prefix=126,
    first=1,
    last=9,
    looked=1,
)


@pytest.mark.parametrize(
    ("receipt", "words"),
    [
        (
            {"block": 1_573_400, "block_hash": "0x1", "index": 2, "extrinsic": "0x2", "thread": 55, "post": 812},
            "in block 1,573,400, transaction 2 of it, which is final; it made thread 55, post 812",
        ),
        (
            {"block": 7, "index": 0, "proposal": 1190, "discussion": 44},
            "in block 7, transaction 0 of it, which is final; it made proposal 1190, discussion 44",
        ),
        (
            {"block": 7, "index": 0, "discussion_post": [1, 2]},
            "in block 7, transaction 0 of it, which is final; it made discussion post 1 and 2",
        ),
        ({"block": 7}, "in block 7, which is final"),
    ],
)
def test_a_receipt_of_the_chain_is_said_in_words(receipt: dict[str, object], words: str) -> None:
    assert receipt_words(json.dumps(receipt)) == words


@pytest.mark.parametrize("receipt", ["", "900000000000000009", "questions.md", "1,2,3"])
def test_a_receipt_of_another_channel_stands_for_itself(receipt: str) -> None:
    assert receipt_words(receipt) == ""


def test_tries_are_those_with_the_signed_bytes() -> None:
    assert tries_of(None) == 0
    assert tries_of(written(STORED)) == 0
    assert (
        tries_of(
            written(Stored(**{**{name: getattr(STORED, name) for name in Stored.__dataclass_fields__}, "tries": 2}))
        )
        == 2
    )
