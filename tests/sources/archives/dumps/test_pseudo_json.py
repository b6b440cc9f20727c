from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.archives.dumps import pseudo_json, pseudo_json_body
from secretariat.sources.archives.dumps.kinds import KNOWN_NAMES
from secretariat.sources.archives.dumps.pseudo_json import Damage, Entry, entries
from secretariat.sources.archives.dumps.shapes import FREE_TEXT
from tests.sources.archives.dumps.dump_pages import (
    SCREEN,
    category,
    member,
    page,
    post,
    proposal,
    proposal_thread,
    thread,
)


def read_all(text: str) -> list[Entry | Damage]:
    return list(entries((text,), FREE_TEXT, KNOWN_NAMES))


def entries_of(text: str) -> list[Entry]:
    """Read a text that has no damage."""
    found = read_all(text)
    assert not [damage for damage in found if isinstance(damage, Damage)]
    return [entry for entry in found if isinstance(entry, Entry)]


def texts_of(value: Any) -> Any:
    """Write every plain value as the reader gives it."""
    if isinstance(value, dict):
        return {name: texts_of(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [texts_of(inner) for inner in value]
    return str(value)


@pytest.mark.parametrize(
    "fields",
    [proposal(), category(49), thread(1370), post(2001), proposal_thread(), member()],
    ids=["proposal", "category", "thread", "post", "proposal-thread", "member"],
)
@pytest.mark.parametrize("unit", ["  ", "    ", "\t"])
def test_a_page_is_read_back_field_by_field(fields: dict[str, Any], unit: str) -> None:
    (entry,) = entries_of(page([("1,345", fields)], unit=unit))
    assert entry == Entry(("1,345",), texts_of(fields), 2, 1, None, lines=entry.lines)
    assert list(entry.fields) == list(fields)


def test_the_header_names_the_storage_item_and_lines_are_the_files_own() -> None:
    first, second = entries_of(page([(7, proposal_thread()), (8, proposal_thread())], "proposalsDiscussion.threadById"))
    assert (first.storage, first.line, second.line) == ("proposalsDiscussion.threadById", 3, 13)
    assert first.lines == {"title": 8, "createdat": 9, "authorid": 10}
    assert second.key == ("8",)


def test_a_key_of_two_parts_and_the_entry_without_a_map_around() -> None:
    (entry,) = entries_of(page([((12, "1,370"), thread(1370))]))
    assert entry.key == ("12", "1,370")
    bare = "\n".join(line[2:] for line in page([(1, proposal_thread()), (2, proposal_thread())]).split("\n")[1:-1])
    assert [found.key for found in entries_of(bare)] == [("1",), ("2",)]


HOSTILE = [
    "a, b, c",
    "ends with a comma,",
    "ends with two,,",
    "{",
    "}",
    "[",
    "],",
    "{}",
    "[],",
    "null",
    "",
    " leading and trailing ",
    "quotes \" and \\ and '",
    "title: inside a title",
    "created_at: 5,",
    "},\nauthor_id: 9,\n  ],",
    "first line\nsecond line: with a colon,\nthird",
    "first line\n\n\nafter blank lines",
    "0xd0a1",
    "    }\n  ],\nstill the same text",
    "text\n      title: the same field again,",
    "text\n      unknown_name: 3,",
    "text\n      author id: 3",
    "emoji \U0001f600 and \u2028 separators \x85 here",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_read_as_it_is(title: str) -> None:
    pairs = [(1, proposal_thread(title=title)), (2, proposal_thread(title=title))]
    found = entries_of(page(pairs, "proposalsDiscussion.threadById"))
    assert [entry.fields["title"] for entry in found] == [title, title]
    assert [entry.fields["author_id"] for entry in found] == ["1,345", "1,345"]


@pytest.mark.parametrize("rationale", HOSTILE)
def test_a_hostile_text_at_the_end_of_a_nested_mapping(rationale: str) -> None:
    moderation = {"moderated_at": {"block": "1", "time": "2"}, "moderator_id": "5x", "rationale": rationale}
    (entry,) = entries_of(page([(1, thread(1, moderation=moderation))]))
    assert entry.fields["moderation"]["rationale"] == rationale
    assert entry.fields["num_moderated_posts"] == "1"
    assert entry.strays == ()


def test_a_field_that_a_text_forges_stands_twice() -> None:
    forged = "Please read\n      createdAt: 5,\n      status: Active"
    (entry,) = entries_of(page([(1, proposal(description=forged))]))
    assert entry.fields["description"] == "Please read"
    assert entry.repeated == {"createdat", "status"}
    assert entry.fields["title"] == "Paint the lighthouse"


def test_a_field_that_most_entries_have_ends_a_text_even_if_nobody_knows_it() -> None:
    pairs = [(n, {"title": "a", "novelty": "3", "author_id": "4"}) for n in range(4)]
    assert {entry.fields.get("novelty") for entry in entries_of(page(pairs))} == {"3"}
    (alone,) = entries_of(page(pairs[:1]))
    assert alone.fields["title"] == "a,\n      novelty: 3"


def test_two_pastes_with_screen_text_between() -> None:
    once = page([(1, member("ada_l")), (2, member("bert"))], "members.membershipById")
    found = entries_of(once + "\n" + SCREEN + "\n" + once)
    assert [(entry.key, entry.paste, entry.storage) for entry in found] == [
        (("1",), 1, "members.membershipById"),
        (("2",), 1, "members.membershipById"),
        (("1",), 2, "members.membershipById"),
        (("2",), 2, "members.membershipById"),
    ]


def test_two_storage_items_in_one_file() -> None:
    text = page([(1, category(1))], "forum.categoryById") + "\n" + page([(2, thread(2))], "forum.threadById")
    assert [entry.storage for entry in entries_of(text)] == ["forum.categoryById", "forum.threadById"]


def test_a_first_paste_that_breaks_off_is_told_before_the_second() -> None:
    once = page([(1, proposal()), (2, proposal())], "proposalsEngine.proposals")
    cut = once[: once.rindex("votingResults")]
    first, damage, again, second = read_all(cut + "\n" + SCREEN + once)
    assert [entry.key for entry in (first, again, second) if isinstance(entry, Entry)] == [("1",), ("1",), ("2",)]
    assert isinstance(damage, Damage)
    assert (damage.kind, damage.line) == ("cut", once[: once.index("      2\n")].count("\n") - 1)


TEXT = page([(n, proposal(title=f"Number {n}")) for n in range(1, 5)], "proposalsEngine.proposals")


@pytest.mark.parametrize("cut", range(1, TEXT.count("\n") + 1, 3))
def test_cut_at_any_line_every_complete_entry_is_there_and_the_cut_is_told(cut: int) -> None:
    lines = TEXT.split("\n")[:cut]
    found = read_all("\n".join(lines))
    kept = [entry.key[0] for entry in found if isinstance(entry, Entry)]
    ends = sum(1 for line in lines if line == "    }")
    assert kept == [str(n) for n in range(1, ends + 1)]
    damages = [damage for damage in found if isinstance(damage, Damage)]
    assert all(damage.kind == "cut" and damage.line <= cut for damage in damages)
    assert len(damages) == (1 if kept else len(damages))


def test_garbage_between_entries_is_told_and_costs_no_entry() -> None:
    lines = TEXT.split("\n")
    second = lines.index("      2") - 2
    lines[second:second] = ["what is", "", "this?"]
    found = read_all("\n".join(lines))
    assert [entry.key for entry in found if isinstance(entry, Entry)] == [("1",), ("2",), ("3",), ("4",)]
    assert [damage for damage in found if isinstance(damage, Damage)] == [
        Damage("between", second + 1, 3, "proposalsEngine.proposals")
    ]


@pytest.mark.parametrize("gone", ["  [", "    [", "      2", "    ],", "    {", "    }", "  ],"])
def test_an_entry_that_lost_a_bracket_costs_at_most_itself(gone: str) -> None:
    lines = TEXT.split("\n")
    place = lines.index("      2") - 2 + lines[lines.index("      2") - 2 :].index(gone)
    del lines[place]
    found = read_all("\n".join(lines))
    kept = [entry.key for entry in found if isinstance(entry, Entry)]
    assert {("1",), ("3",), ("4",)} <= set(kept)
    assert ("2",) in kept or any(isinstance(damage, Damage) for damage in found)


def test_a_line_that_lost_its_colon_is_a_stray_and_the_rest_is_read() -> None:
    (entry,) = entries_of(page([(1, proposal())]).replace("createdAt: ", "createdAt "))
    assert "createdAt" not in entry.fields
    assert entry.fields["proposerId"] == "1,345"


def test_a_lost_closing_brace_inside_an_entry() -> None:
    lines = page([(1, thread(1))]).split("\n")
    lines.remove("      },")
    (entry,) = entries_of("\n".join(lines))
    assert entry.fields["author_id"] == thread(1)["author_id"]
    assert entry.fields["created_at"] == {"block": "260,025", "time": "1,619,370,138,000"}
    assert entry.strays


def test_nesting_is_bounded() -> None:
    deep: Any = "x"
    for _ in range(200):
        deep = {"inner": deep}
    (entry,) = entries_of(page([(1, proposal_thread() | {"author_id": deep})]))
    assert entry.strays
    assert entry.fields["title"] == "Paint the lighthouse"


def test_an_entry_longer_than_any_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pseudo_json, "MAX_ENTRY_CHARACTERS", 500)
    found = read_all(page([(1, proposal_thread()), (2, proposal_thread(title="x" * 600)), (3, proposal_thread())]))
    assert [getattr(entry, "key", "damage") for entry in found] == [("1",), "damage", ("3",)]


word = st.text(alphabet="abé0x1,:;{}[]()\"'#%\\ \u2028", max_size=12)
line = st.one_of(word, st.sampled_from(["title: x,", "}", "],", "{", "[", "null", "author_id: 3", "", ","])).map(
    lambda text: text.lstrip(" ")
)
hostile_text = st.lists(line, min_size=1, max_size=5).map("\n".join)
thread_fields = st.builds(
    lambda title, rationale, block: thread(
        1,
        title=title,
        moderation={"moderated_at": {"block": block, "time": "1"}, "moderator_id": "5x", "rationale": rationale},
    ),
    hostile_text,
    hostile_text,
    st.integers(0, 10**9).map(lambda block: f"{block:,}"),
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(thread_fields, min_size=1, max_size=4))
def test_what_a_page_writes_is_read_back_equal(found: list[dict[str, Any]]) -> None:
    pairs = list(enumerate(found, start=1))
    read = entries_of(page(pairs, "forum.threadById"))
    assert [(entry.key, entry.fields) for entry in read] == [((str(n),), texts_of(fields)) for n, fields in pairs]


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.data())
def test_entries_before_a_damaged_line_survive(data: st.DataObject) -> None:
    lines = TEXT.split("\n")
    place = data.draw(st.integers(0, len(lines) - 1))
    action = data.draw(st.sampled_from(["delete", "replace", "insert", "cut"]))
    garbage = data.draw(st.one_of(st.text(max_size=40), st.sampled_from(lines)))
    damaged = lines[:place]
    damaged += {"delete": [], "replace": [garbage], "insert": [garbage, lines[place]], "cut": [garbage]}[action]
    damaged += [] if action == "cut" else lines[place + 1 :]
    found = read_all("\n".join(damaged))
    whole_before = read_all("\n".join(lines[:place]))
    kept = [entry for entry in found if isinstance(entry, Entry)]
    before = [entry for entry in whole_before if isinstance(entry, Entry)]
    last_may_differ = max(0, len(before) - 1)
    assert kept[:last_may_differ] == before[:last_may_differ]


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=30),
            st.sampled_from(
                ["[", "  [", "    [", "      1", "    ],", "    {", "      title: a,", "    }", "  ],", "]"]
            ),
        ),
        max_size=40,
    ).map("\n".join)
)
def test_any_text_is_read_without_an_error_and_within_its_lines(text: str) -> None:
    found = read_all(text)
    assert all(1 <= entry.line <= text.count("\n") + 1 for entry in found)
    assert found == read_all(text)


def test_every_line_of_an_entry_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    level = pseudo_json_body._level

    def counted(line: str, indent: str, unit: str) -> tuple[int | None, str]:
        looked.append(line)
        return level(line, indent, unit)

    monkeypatch.setattr(pseudo_json_body, "_level", counted)
    for count in (10, 20, 40):
        looked.clear()
        text = page([(n, proposal(description="a\n      b: c\n" * 30)) for n in range(count)])
        assert len(read_all(text)) == count
        assert len(looked) <= text.count("\n") + 1
