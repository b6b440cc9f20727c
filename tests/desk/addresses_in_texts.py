"""Bare addresses with signs of Markdown in them, and what may stand around one in a text."""

from hypothesis import strategies as st

_PIECES = [
    "_", "__", "*", "**", "~", "~~", "|", "||", "`", "``", "```", "a", "b1", "/", ".", "-", "?x=", "&y=", "%20", "(z)", "[0]", ",", ";", ":", "!",
    "'", "$", "@", "#", "+", "é", "&lt;", "&copy;",
]  # fmt: skip
ADDRESSES = st.builds(
    lambda scheme, pieces, end: f"{scheme}://example.org/{''.join(pieces)}{end}",
    st.sampled_from(["https", "http", "HTTPS"]),
    st.lists(st.sampled_from(_PIECES), max_size=12),
    st.sampled_from(["c", "7", "/", "=", "-"]),
)
_AROUND = [
    ("", ""), ("(", ")"), ("[", "]"), ("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("See ", ""), ("a_b 2 * 3 ", ""), ("见：", "。好"),
    ("**", "**"), ("*", "*"), ("__", "__"), ("_", "_"), ("~~", "~~"), ("**See ", "**"), ("**_", "_**"), ("*(", ")*"), ("**", ".**"),
    ("Words: ", " (more)"), ("- ", ""), ("## ", ""),
]  # fmt: skip
SURROUNDED = st.builds(
    lambda before, address, around, end, after: (address, f"{before}{around[0]}{address}{around[1]}{end}{after}"),
    st.sampled_from(["", "One line.\n", "Some *slanted* and **bold** words, `code`.\n\n", "x [it](https://example.net/__a__)\n"]),
    ADDRESSES,
    st.sampled_from(_AROUND),
    st.sampled_from(["", ".", ",", "?", "!", ":", ";", "…", ").", "...", "?!"]),
    st.sampled_from(["", " and *so* on", "\n- next _item_", " https://example.org/__b__", "\n\n**End** `it`"]),
)  # fmt: skip
"""An address, and a text that has it."""

_EMPHASES = {
    "**": ("bold",), "*": ("italic",), "~~": ("strikethrough",), "***": ("italic", "bold"), "~~*": ("strikethrough", "italic"),
    "**~~": ("bold", "strikethrough"), "__": ("bold",), "_": ("italic",), "___": ("italic", "bold"), "**_": ("bold", "italic"),
    "_**": ("bold", "italic"), "*__": ("bold", "italic"), "__*": ("bold", "italic"), "_~~": ("italic", "strikethrough"),
}  # fmt: skip
_WITHOUT_BARS = sorted(one for one in _EMPHASES if "_" not in one)
_BARS_AT_THE_END = ["_", "__", "/a_", "/__a__", "/a-_", "/=_"]
_WORDS = [("", ""), ("see ", ""), ("see (", ")"), ("see ", "."), ("see ", " and more")]


def _emphasised(
    emphases: list[str], ends: list[str], words: list[tuple[str, str]]
) -> st.SearchStrategy[tuple[str, tuple[str, ...], str]]:
    return st.builds(
        lambda before, opening, around, start, end, after: (
            f"{start}{end}",
            tuple(sorted(_EMPHASES[opening])),
            f"{before}{opening}{around[0]}{start}{end}{around[1]}{opening[::-1]}{after}",
        ),
        st.sampled_from(["", "Some *slanted* and _b_.\n\n", "- ", "See (", "> "]),
        st.sampled_from(emphases),
        st.sampled_from(words),
        st.sampled_from(["https://example.org/a", "https://example.org/a_b", "http://example.org/?x=1&y=__c__d", "https://example.org"]),
        st.sampled_from(ends),
        st.sampled_from(["", ".", ",", "?", ")", ").", " and _b_ or **c**", "\n\n**End**"]),
    )  # fmt: skip


EMPHASISED = st.one_of(
    _emphasised(sorted(_EMPHASES), ["", "/", *_BARS_AT_THE_END], _WORDS[:2]),
    _emphasised(_WITHOUT_BARS, ["", "/", *_BARS_AT_THE_END], _WORDS),
    _emphasised(
        sorted(_EMPHASES), ["", "/"], _WORDS
    ),  # bars before further words close what is in bars, for every reader
)
"""An address in emphasis, the kinds of emphasis, and the text that has both."""
