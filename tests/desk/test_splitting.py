"""Parting texts: the pieces joined are the text, none is too long, and no name, link or mark is cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.desk.limits import too_long
from secretariat.desk.quoting import quoted
from secretariat.desk.splitting import CannotSplit, split, utf16


def parted(text: str, room: int) -> tuple[str, ...]:
    return split(text, lambda _: room)


CASES = [
    ("it fits", "One. Two.", 20, ("One. Two.",)),
    ("nothing to say", "", 20, ("",)),
    ("paragraphs before lines", "a\nb\n\nc\nd", 6, ("a\nb\n\n", "c\nd")),
    ("lines where a paragraph is too long", "aaaa\nbbbb\ncc", 9, ("aaaa\nbbbb\n", "cc")),
    ("sentences where a line is too long", "Words words. Three! Four", 20, ("Words words. Three! ", "Four")),
    (
        "no border is after a question or a colon",
        "Whoever? Me again: never. Yes",
        25,
        ("Whoever? Me again: never. ", "Yes"),
    ),
    ("as much as fits", "a\n\nb\n\nc", 4, ("a\n\nb\n\n", "c")),
    ("several empty lines are one border", "aaa\n \n\n  - b", 6, ("aaa\n \n\n", "  - b")),
    ("a heading stays with what is under it", "**Title**\nwords\n\nmore", 15, ("**Title**\nwords\n\n", "more")),
    ("a heading in the middle too", "aaaa\n\n## Head\n\nwords", 15, ("aaaa\n\n", "## Head\n\nwords")),
    ("a dot of a stranger's is no border", "Words\\. Nothing. Here", 17, ("Words\\. Nothing. ", "Here")),
]


@pytest.mark.parametrize(("text", "room", "pieces"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_where_a_text_is_parted(text: str, room: int, pieces: tuple[str, ...]) -> None:
    assert parted(text, room) == pieces


@pytest.mark.parametrize(
    "whole",
    [
        "[abcde. b](https://example.org/x)",
        "[see\nthere. One](<https://example.org/a>)",
        "<https://example.org/abcde. b>",
        "`abcde. b`",
        "``a. ` b``",
        "```\na\n\nb\n```",
        "**Adele. Bert**",
        "*Adele. Bert*",
        "__Adele. Bert__",
        "||abcde. b||",
        "~~abcde. b~~",
        "[[time 700. ]]",
    ],
)
def test_what_belongs_together_is_not_parted(whole: str) -> None:
    text = f"aaa\nx {whole}\nbbb"
    assert parted(text, len(whole) + 2) == ("aaa\n", f"x {whole}\n", "bbb")
    with pytest.raises(CannotSplit) as over:
        parted(text, len(whole) + 1)
    assert (over.value.over, over.value.whole) == (1, False)


def test_a_title_or_an_initial_ends_no_sentence() -> None:
    assert parted("Written by Dr. Ada J. Prof. Who. Then by others. And Bert", 48) == (
        "Written by Dr. Ada J. Prof. Who. Then by others. ",
        "And Bert",
    )
    with pytest.raises(CannotSplit):
        parted("Written by Dr. Ada J. Prof. Who. Then by others. And Bert", 47)


def test_a_text_without_a_border_says_by_how_much_it_is_too_long() -> None:
    with pytest.raises(CannotSplit) as over:
        parted("Ada Bert Chris", 10)
    assert (over.value.over, over.value.whole) == (4, True)


def test_the_first_piece_may_have_less_room() -> None:
    assert split("aa\nbb\ncc", lambda place: 2 if place == 0 else 5) == ("aa\n", "bb\ncc")


def test_a_sign_beyond_the_basic_plane_counts_twice_in_utf16() -> None:
    assert [utf16(text) for text in ("a", "é", "𝔸", "🗳️", "")] == [1, 1, 2, 3, 0]
    assert split("🗳🗳\n🗳🗳", lambda _: 5, utf16) == ("🗳🗳\n", "🗳🗳")


NAMES = st.text(min_size=1, max_size=30).map(lambda name: quoted(name, 40))
LINKS = st.sampled_from(
    ["[the thread](https://example.org/a_(b)?c=d.)", "<@123>", "<@&4>", "https://example.org/abcde.b!c"]
)
WORDS = st.sampled_from(["votes", "until", "block 70,000.", "Indeed!", "and", "`abcde. b`", "**bold. words**", "🗳"])
LINES = st.lists(st.one_of(NAMES, LINKS, WORDS), min_size=1, max_size=8).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=12).flatmap(
    lambda lines: st.lists(st.sampled_from(["\n", "\n\n", "\n\n\n"]), min_size=len(lines), max_size=len(lines)).map(
        lambda ends: "".join(line + end for line, end in zip(lines, ends, strict=True)).rstrip()
    )
)


@settings(deadline=None)
@given(TEXTS, st.integers(20, 200), st.sampled_from([len, utf16]))
def test_pieces_joined_are_the_text_and_none_is_too_long(text: str, room: int, measure: object) -> None:
    of = utf16 if measure is utf16 else len
    try:
        pieces = split(text, lambda _: room, of)
    except CannotSplit as error:
        assert error.over > 0  # noqa: PT017 - how much too long it is
        return
    assert "".join(pieces) == text
    assert all(of(piece.rstrip()) <= room for piece in pieces)
    assert all(piece.strip() for piece in pieces) or not text.strip()


@given(st.lists(NAMES, min_size=1, max_size=20), st.integers(100, 400))
def test_names_of_strangers_are_never_cut(names: list[str], room: int) -> None:
    text = "\n".join(f"- {name} has revealed votes. The list continues. " for name in names)
    pieces = split(text, lambda _: room)
    assert "".join(pieces) == text
    lines = [f"- {name} has revealed votes." for name in names]
    assert sum(piece.count(" has revealed votes.") for piece in pieces) >= len(names)
    assert all(any(line in piece for piece in pieces) for line in lines)


@given(st.text(max_size=300), st.integers(1, 60))
def test_any_text_is_parted_or_refused(text: str, room: int) -> None:
    try:
        assert "".join(split(text, lambda _: room)) == text
    except CannotSplit as error:
        assert error.over > 0  # noqa: PT017 - how much too long it is


@pytest.mark.timeout(60)  # what grows with the square would take minutes
@pytest.mark.parametrize(
    "piece", ["__a ", "*a **b ", "||a ", "https://a.b/c __a ", "```\n", "\n\n", "`a` __a ", "[a](b) "]
)
def test_a_long_text_is_looked_through_to_its_end(piece: str) -> None:
    text = "Words. " + piece * (100_000 // len(piece))
    try:
        assert "".join(split(text, lambda _: 100)) == text
    except CannotSplit as error:
        assert error.over > 0  # noqa: PT017 - how much too long it is
    too_long("message", "telegram", "", text)
