"""What makes a text a question."""

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
        "anyone having issue ",
        "wondering how and ",
        "hi all, ",
        "hi ",
        "question ",
        "@a ",
        "can i ",
        "how much ",
        "how to ",
        "please help ",
        "very ",
        "any help is very ",
    ],
)
@pytest.mark.timeout(60)  # what grows with the square would take minutes
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    asking_of(piece * (200_000 // len(piece)))


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


WITHOUT_MARK = (
    "anyone knows how to bind a staking account",
    "Anybody know where the salt is kept",
    "any one here know when voting begins",
    "Does anybody know how the reward is worked out",
    "Hi guys, anyone has an idea why my stake is locked",
    "Anyone else having the same issue with the wallet",
    "someone please help me with the app",
    "any idea how long it takes",
    "Any reason why the vote is not shown",
    "I was wondering if it was possible to apply twice.",
    "Just wondering how the budget is shared",
    "wondering if the lead has been chosen yet",
    "I'm curious what a lead does all day",
    "I wonder whether my vote was counted",
    "is it possible to change my vote",
    "Hello team, is it still possible to apply for the storage group",
    "Is there a way to get the stake back earlier.",
    "are there any open roles at the moment",
    "how come the reward is smaller this week",
    "i dont know how to unlock it",
    "i cant find the page where one votes",
    "I have no idea where to look for it",
    "Not sure how to reveal the vote",
    "I'm trying to figure out how to reveal my vote",
    "I'm looking for a guide to the forum",
    "why can't I see my stake",
    "I was wondering how rewards are calculated and distributed",
    "I wonder how votes are counted and revealed",
    "I am trying to understand how the stake is locked and released",
    "I was wondering if my application was received and reviewed",
    "i need help from the lead with my node",
    "someone can explain how voting works",
    "Someone tell me how to vote please",
    "i am looking for a guide to edit my channel",
    "Why did my vote fail",
    "why was my vote not counted",
    "why can't I vote",
    "why isn't my stake released",
    "where is my payout",
    "what should i do with the salt",
    "I'd love to know who pays the rewards",
    "I would like to ask how the lead is paid",
    "It would be good to know when the term ends",
    "I am stuck with the wallet. Any help would be appreciated.",
    "Pls help me understand the two stages",
    "i need help with the wallet",
    "@bob can you confirm that it is paid",
    "My question is how one becomes a lead",
    "gm frens, can anyone help",
    "would it be ok to apply for both",
    "when will i get the stake back",
    "why was my post moderated",
    "what happened to my stake",
    "which account should i use",
)


@pytest.mark.parametrize("text", WITHOUT_MARK)
@pytest.mark.parametrize("frame", ["{}", "I joined in May. The page is new to me.\n\n{}\n\nThank you all."])
def test_what_surely_asks_needs_no_mark(text: str, frame: str) -> None:
    found = asking_of(frame.format(text))
    assert found is not None
    assert found.sentence in text


TELLS = (
    "Anyone can apply for the role.",
    "Anyone who knows how to code may join the group.",
    "Anyone having the same issue should update the app.",
    "Everyone knows how the vote ended.",
    "Someone told me how it works.",
    "Somebody has to count the votes.",
    "Any ideas on how to improve it are welcome.",
    "Any help with the translation is welcome.",
    "Any update will be posted here.",
    "I was wondering why it failed, and then I found the fault.",
    "Wondering how to vote, read the guide.",
    "I am not sure about the budget.",
    "Not sure how to feel about this one.",
    "I do not know how to thank you all.",
    "I do not know how they reached the figure.",
    "I want to know that the budget is kept.",
    "We need help with moderation and pay for it.",
    "I am looking for people to join the group.",
    "Can I suggest a smaller budget",
    "Can we stop this now",
    "Should I be elected, I will post each week.",
    "Do we agree: yes.",
    "It is possible to vote twice.",
    "There is a way to vote.",
    "How to vote is explained on the page.",
    "What is done is done",
    "What is needed: a budget.",
    "Which is fine with me",
    "When the vote ends we will know",
    "Where the budget went is in the report",
    "Have a nice day all of you",
    "Does the job for me",
    "Is now in the report.",
    "How we voted last week",
    "Good to know how it works.",
    "Not sure where to put this, so here is the report",
    "I don't know where to post it but the figures are below",
    "I need your help to get elected",
    "Please help me with your votes",
    "What can I say",
    "What can I bring to the council",
    "Why am I running for the council",
    "Why should I be elected",
    "Do we have a quorum - yes",
    "Wondering how to vote - here is the guide",
    "How to vote - a guide",
    "Is it possible to vote twice\nNo. One vote counts.",
    "Is there a limit? Yes, five of them.",
    "Q: How do the stages follow? A: Announcing comes first.",
    "I agree with what you said and can explain how it works.",
    "has my full support",
    "Has my vote",
    "Was the right call",
    "Is the best way forward",
    "was the best council so far",
    "Was the same last term",
    "would you believe it",
    "Will you look at that",
    "Thanks for the report. Has my support",
    "What do I want to achieve in the council",
    "What do I stand for",
    "What do I do as a curator",
    "What could I do better next term",
    "What can I earn as a curator",
    "What can I do on Joystream",
    "Why did I apply for this role",
    "Why did I vote against proposal 12",
    "Why do I support this proposal",
    "Why do I want to join the council",
    "Why should I get your vote",
    "When did I join Joystream",
    "my question is answered, thanks",
    "My question is solved now",
    "I was wondering why the payout was late and the lead told me",
    "I was wondering why the payout was late and asked the lead",
    "I am trying to figure out why the node crashed and will post an update",
    "It would be nice to know you all",
    "It would be great to know each other better",
    "I need help from the builders group to finish this milestone",
    "help me with the proposal and get a reward",
    "anybody can help me with that will be paid",
    "I am looking for a guide to translate",
    "Someone could help us with translation",
    "Should I get a seat again my focus is on content",
    "Should I win I plan to fund the docs",
    "Can we make this the best council ever",
    "Do I support this proposal",
    "What is good for the DAO is good for all",
    "What happened was a mistake",
    "How long this takes is hard to say",
    "How much we pay is up to the council",
)


@pytest.mark.parametrize("text", TELLS)
@pytest.mark.parametrize("frame", ["{}", "I joined in May.\n\n{}"])
def test_what_tells_something_asks_nothing(text: str, frame: str) -> None:
    assert asking_of(frame.format(text)) is None


@pytest.mark.parametrize("line", ["What is my plan for the group", "How will I help the council", "Who can apply"])
def test_a_line_that_heads_what_follows_asks_nothing(line: str) -> None:
    assert asking_of(f"I joined in May.\n\n{line}\nA report each week, and a budget that is kept.") is None


SHORT: dict[str, bool] = {
    "how to become a candidate": True,
    "How to become a candidate": True,
    "what is the deadline for applications": True,
    "hi all, what's the minimum stake for the council": True,
    "Hello!\nwhere to find the election page\nThanks in advance": True,
    "when does the next term begin": True,
    "how much stake is needed": True,
    "which wallet should one use": True,
    "why are rewards paid weekly": True,
    "who pays the rewards of leads": True,
    "is this proposal still open": True,
    "can i withdraw my candidacy": True,
    "is the testnet live": True,
    "Is the bounty paid in joy": True,
    "what is joystream for": True,
    "Do I need a membership to vote": True,
    "should i bind the account first": True,
    "has the council voted on it": True,
    "does the council read this forum": True,
    "what about the second group": True,
    "I am new here. how to become a candidate": False,
    "I have a membership and some tokens. My account is bound. what is the next step": False,
}


@pytest.mark.parametrize("text", SHORT)
def test_a_short_post_that_says_little_else_asks(text: str) -> None:
    found = asking_of(text)
    assert found is not None
    assert found.alone == SHORT[text]
    assert found.sentence in text
    assert question_in(text) is None, "a title says as much and may head a guide"


@pytest.mark.parametrize(
    "text",
    [
        "How to become a candidate: first get a membership",
        "How to become a candidate\n\nFirst, get a membership. Then bind a staking account.",
        "How to become a candidate – a guide",
        "How To Become A Candidate",
        "# How to become a candidate",
        "**How to become a candidate**",
        "[How to become a candidate](https://example.org/1)",
        "how to become a candidate https://example.org/1",
        "- how to vote\n- what is a council",
        "1. how to vote",
        "Topics of the call:\nwhat is a council\nhow to vote",
        "The second page has it all. how to become a candidate",
        "How to become a candidate.",
        "What is new in this release!",
        "What a good report this is",
        "how are you all doing",
        "How to vote is up to you",
        f"what is the deadline {'and again ' * 20}",
    ],
)
def test_a_title_a_guide_and_a_list_ask_nothing(text: str) -> None:
    assert asking_of(text) is None


@pytest.mark.parametrize("text", ["Hello everyone, can anyone help me", "hi all, is it possible to vote twice"])
def test_a_greeting_before_a_question_is_of_it(text: str) -> None:
    assert asking_of(text) == Asking(sentence=text, alone=True)


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
