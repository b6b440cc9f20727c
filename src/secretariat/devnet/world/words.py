"""Words: invented titles and texts, the same for the same seed and name."""

from secretariat.devnet.chain import chance

SUBJECTS = (
    "subtitles",
    "the storage guide",
    "onboarding calls",
    "the player's search",
    "bug triage",
    "node monitoring",
    "channel covers",
    "translation of the handbook",
    "the creators' newsletter",
    "test runs of uploads",
    "the forum's index",
    "council minutes",
    "a public roadmap",
    "the support rota",
    "video import",
    "bandwidth figures",
    "a style guide",
    "the help pages",
)
DOINGS = ("Pay for", "Review of", "Plan for", "Continue", "Second part:", "Trial of", "Report on", "Costs of")
REASONS = (
    "It was asked for in the forum, and nobody has taken it up since.",
    "The work of the last term is described in the thread; what is left is listed below.",
    "Figures come from the group's own report, and can be checked there.",
    "Without it the next term begins where this one did.",
    "Two people have offered to do it, and one of them has done it before.",
    "What is not spent goes back into the budget.",
    "The amount covers four weeks, at the rate that was agreed before.",
    "Whoever disagrees is asked to say so here before voting.",
)
OPINIONS = (
    "Thank you, this is clear now.",
    "I would like to see the figures before I vote.",
    "The second point can wait, the first cannot.",
    "I tried it on two machines, and it worked on one.",
    "Is there a thread about this already?",
    "Agreed. The deadline is tight, but it can be done.",
    "I do not see who would check the result.",
    "Please link the report.",
    "That is what the last council said as well.",
    "I will look into it by the end of the week.",
    "Could the lead say something about this?",
    "Good work. One question remains: who keeps it running?",
)
RATIONALES = (
    "Within the budget, and the need is shown.",
    "The group has delivered before.",
    "I miss a date by which it is done.",
    "Too much for what is offered.",
    "No objection.",
    "Discussed in the call, see the notes.",
)


def title(seed: int, *words: object) -> str:
    """Give a title of 40 bytes at most."""
    text = f"{chance.pick(DOINGS, seed, 'doing', *words)} {chance.pick(SUBJECTS, seed, 'subject', *words)}"
    return text[:40].rstrip()


def thread_title(seed: int, *words: object) -> str:
    """Give the title of a thread."""
    subject = chance.pick(SUBJECTS, seed, "thread", *words)
    form = chance.pick(("About {}", "Who looks after {}?", "{}: state of things", "Ideas for {}"), seed, "form", *words)
    text = form.format(subject)
    return text[0].upper() + text[1:]


def paragraph(seed: int, *words: object) -> str:
    """Give a few sentences."""
    return " ".join(chance.sample(REASONS, 2 + chance.below(3, seed, "length", *words), seed, "paragraph", *words))


def description(seed: int, *words: object) -> str:
    """Give a proposal's description, in Markdown, well below 3,000 bytes."""
    subject = chance.pick(SUBJECTS, seed, "about", *words)
    return (
        f"## Why\n\n{paragraph(seed, 'why', *words)}\n\n## What\n\n- {subject}\n- {paragraph(seed, 'what', *words)}\n"
    )


def opinion(seed: int, *words: object) -> str:
    """Give what somebody answers."""
    first = chance.pick(OPINIONS, seed, "opinion", *words)
    more = chance.happens(0.3, seed, "more", *words)
    return f"{first} {paragraph(seed, 'more', *words)}" if more else first


def rationale(seed: int, *words: object) -> str:
    """Give a reason for a vote."""
    return chance.pick(RATIONALES, seed, "rationale", *words)
