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
