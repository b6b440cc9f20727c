"""The journal's chain."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.desk.journal import FIRST, Entry, entry, first_broken

TEXTS = st.text(max_size=12)


def _chain(whys: list[str]) -> list[Entry]:
    made: list[Entry] = []
    for why in whys:
        previous = made[-1].digest if made else FIRST
        made.append(entry(at="t", person="ada", action="note", subject="s", why=why, body="{}", previous=previous))
    return made


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.lists(TEXTS, max_size=6))
def test_an_untouched_chain_holds(whys: list[str]) -> None:
    assert first_broken(_chain(whys)) is None


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.lists(TEXTS, min_size=2, max_size=6), st.data())
def test_a_changed_dropped_or_swapped_entry_is_found(whys: list[str], data: st.DataObject) -> None:
    chain = _chain(whys)
    at = data.draw(st.integers(0, len(chain) - 2))
    changed = [*chain[:at], replace(chain[at], why=chain[at].why + "!"), *chain[at + 1 :]]
    assert first_broken(changed) == at + 1
    assert first_broken([*chain[:at], *chain[at + 1 :]]) == at + 1
    swapped = [*chain[:at], chain[at + 1], chain[at], *chain[at + 2 :]]
    assert first_broken(swapped) == at + 1


def test_an_entry_s_digest_covers_every_field() -> None:
    base = {"at": "t", "person": "p", "action": "a", "subject": "s", "why": "w", "body": "{}", "previous": FIRST}
    digests = {entry(**base).digest} | {entry(**{**base, name: "other"}).digest for name in base}
    assert len(digests) == len(base) + 1
