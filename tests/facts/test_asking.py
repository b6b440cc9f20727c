"""What makes a text a question."""

import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from secretariat.facts.asking import LONGEST_QUESTION, Asking, asking_of, asks_back, question_in

ASKS = {
    "How long does an application take?": "How long does an application take?",
    "Thanks all. I read the page twice. Where is the salt kept?": "Where is the salt kept?",
    "Hello everyone, can anyone help me with the wallet": "Hello everyone, can anyone help me with the wallet",
    "I would like to know when the next council begins": "I would like to know when the next council begins",
    "how do i unlock my stake": "how do i unlock my stake",
    "I can't find the page where one votes": "I can't find the page where one votes",
    "Please let me know whether this is still open.": "Please let me know whether this is still open.",
    "- one thing\n- is the budget enough?": "is the budget enough?",
    "2. Which of the two figures is right?": "Which of the two figures is right?",
    "预算 够 吗？": "预算 够 吗？",
    "See https://example.org/?q=1 first. Is it right, though?": "Is it right, though?",
    "> is this yours?\n\nYes. And what of the second one?": "And what of the second one?",
    "Why does my vote not count? I cast it yesterday.": "Why does my vote not count?",
    "Is it possible? No error is shown to me.": "Is it possible?",
    "Is it locked? Because if so, how do I unlock it?": "Is it locked?",
    "Why is it locked? Because of the vote. And until when is it so?": "And until when is it so?",
    "Is version 2.0.1 the right one?": "Is version 2.0.1 the right one?",
}


@pytest.mark.parametrize("text", ASKS)
def test_the_first_sentence_that_asks_is_found(text: str) -> None:
    assert question_in(text) == ASKS[text]


NOT = (
    "Storage report for June. Why does this matter? Because uploads doubled.",
    "Is the budget enough? Yes, for two weeks.",
    "Do we need another lead?\nNo. One is enough.",
    "How does one vote? Simply: with the app.",
    "What is it for? The answer is in the guide.",
    "",
    "The report is ready. It was posted yesterday.",
    "Why? Because the stake is locked.",
    "https://example.org/?page=2&who=me?",
    "`is it a question?` is what the code says.",
    "```\nwhat is this?\n```",
    "> How long does it take?\n\nTwo days.",
    "# What is a council?\n\nIt decides on proposals.",
    "**Who can apply?**\nEverybody with a membership.",
    "You can tell me, I do not know how.",
    "[the address](https://example.org/?is=it?)",
    "I do not see who would check the result.",
    'They said "where is the budget?"',
    "“Where is the budget?” is what they said.",
    "The budget (where is it?) was found.",
    "The budget (?) is 5 JOY.",
    "**Where is the budget?**\n\nIn the guide.",
    "***Where is the budget?***\nIn the guide.",
    "<h2>Where is the budget?</h2>\nIn the guide.",
    "~~Where is the budget?~~ Found it.",
    "为什么？",
    "https://example.org/?is-it=me?)",
)


@pytest.mark.parametrize("text", NOT)
def test_what_asks_nothing_is_left_alone(text: str) -> None:
    assert question_in(text) is None


PLAIN = (
    "Where is the budget?",
    "How long does an application take?",
    "Is version 2.0.1 the right one?",
    "When is the next council's call?",
    "¿Dónde está el presupuesto?",
    "Как голосовать?",
    "投票はいつですか？",
    "请问什么时候发奖励？",
    "متى التصويت؟",
)
AROUND = [(sign, sign) for sign in ("*", "**", "***", "_", "__", "___", "~", '"', "'", "||", "😀", "🙏🏽 ", " ")]
AROUND += ["()", "[]", "“”", "‘’", "„“", "«»", "「」", "『』", "【】", "（）"]  # type: ignore[list-item]
AROUND += [
    ("- ", ""),
    ("* ", ""),
    ("3. ", ""),
    ("- [ ] ", ""),
    ("| ", " |"),
    ("<b>", "</b>"),
    ("<p>", "</p>"),
    ("❓ ", ""),
]
AROUND += [
    ("", end)
    for end in ("!", "?", "!?", "...", "…", " :)", "😀", " 🙏", "👩🏽‍💻", "<br>", ")", "**", " https://x.y/z", "\u200b")
]
FRAMES = ("{}", "Text before. {}", "{} Thank you.", "One.\n\n{}\n\nTwo.", "The first one. {} The second one.")


@settings(max_examples=400)
@given(st.sampled_from(PLAIN), st.lists(st.sampled_from(AROUND), max_size=2, unique=True), st.sampled_from(FRAMES))
def test_a_question_is_one_whatever_people_put_around_it(plain: str, around: list[tuple[str, str]], frame: str) -> None:
    text = plain
    for before, after in around:
        text = f"{before}{text}{after}"
    line = frame.format(text)
    assume(not (frame.startswith("One") and _all_bold(text)))  # it heads what follows then
    found = question_in(line)
    assert found is not None, line
    assert found.endswith(plain), line


def _all_bold(text: str) -> bool:
    return any(text.strip().startswith(sign) and text.strip().endswith(sign) for sign in ("**", "__"))


IN_LINE = {
    "Where is [the budget](https://x.y)?": "Where is the budget?",
    "Where is the [budget](https://x.y/a_(b))?": "Where is the budget?",
    "Where is the budget in https://x.y/z?": "Where is the budget in ?",
    "Where is the budget (https://x.y/z)?": "Where is the budget ( )?",
    "Where is `x`?": "Where is ?",
    "See <https://x.y/?a=b>. Where is the budget?😀": "Where is the budget?",
    "Text before. **Where is the budget?** Text after.": "Where is the budget?",
    "Where is my payout?!": "Where is my payout?",
    "❓ Where is my payout❓": "Where is my payout?",
    "**Where is the budget?**": "Where is the budget?",
    "He left. “Where is the budget?” And then?": "Where is the budget?",
    "What's in snake_case_names, is it right?": "What's in snake_case_names, is it right?",
}


@pytest.mark.parametrize("text", IN_LINE)
def test_what_stands_within_a_question_ends_none(text: str) -> None:
    assert question_in(text) == IN_LINE[text]


def test_a_long_question_is_cut() -> None:
    found = question_in(f"Is {'very ' * 100}long?")
    assert found is not None
    assert len(found) <= LONGEST_QUESTION
    assert found.endswith("…")


@pytest.mark.parametrize(
    "piece",
    [
        "?",
        "a?",
        "`",
        "](",
        "[](",
        "[a](",
        "[",
        "*",
        "_",
        "|",
        "~~",
        "<h1",
        "<h1>",
        "?)",
        ".)",
        "”",
        "？",
        "https://",
        "can anyone ",
        "i don't see ",
        ". ",
        "x",
        "\n>",
        " ",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    begun = time.perf_counter()
    question_in(piece * (200_000 // len(piece)))
    assert time.perf_counter() - begun < 1


@given(st.text(max_size=200))
def test_any_text_is_looked_at(text: str) -> None:
    found = question_in(text)
    assert found is None or (found.strip() == found and "\n" not in found and 0 < len(found) <= LONGEST_QUESTION)


BACK = {
    "Does that help you?": True,
    "Does this help?": True,
    "Is it clear now?": True,
    "Did it work?": True,
    "Which browser do you use?": True,
    "Makes sense?": True,
    "And where is the key kept?": False,
    "How do I unlock that stake?": False,
    "Does anyone know why that is?": False,
    "How long does it take to become a validator?": False,
}


@pytest.mark.parametrize("sentence", BACK)
def test_whether_an_answer_asks_back(sentence: str) -> None:
    assert asks_back(sentence) == BACK[sentence]


ALONE = {
    "And where is the key kept?": True,
    "Hi all! Thanks for the page. Where is the key kept? And the salt?": True,
    "In the wallet. Does that help you?": False,
    "Can anyone help me": True,
}


@pytest.mark.parametrize("text", ALONE)
def test_whether_a_text_does_nothing_but_ask(text: str) -> None:
    found = asking_of(text)
    assert found is not None
    assert found == Asking(sentence=question_in(text) or "", alone=ALONE[text])


def test_what_asks_nothing_is_no_asking() -> None:
    assert asking_of("Hi all!") is None


@pytest.mark.parametrize(
    "text",
    [
        "How do I stake? The answer was not in the docs.",
        "Where is the guide? Because I cannot find it.",
        "Can anyone help me? No. 5 worker is missing.",
    ],
)
def test_what_its_author_asks_for_themselves_is_asked_whatever_follows(text: str) -> None:
    assert question_in(text) == text.partition("?")[0] + "?"


@pytest.mark.parametrize(
    "text",
    [
        "The work is described in the thread; what is left is listed below.",
        "First, the budget; then the plan;",
        "a = 5; b = 6;",
    ],
)
def test_what_only_looks_like_a_question_asks_nothing(text: str) -> None:
    assert asking_of(text) is None


def test_the_mark_of_greek_questions_asks() -> None:
    assert asking_of("Πού είναι ο προϋπολογισμός\u037e") is not None
