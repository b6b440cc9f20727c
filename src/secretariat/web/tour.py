"""The first day of a new deputy, where the desk is served to practise: ten steps, each ticked by what really happened."""

from dataclasses import dataclass, field

from secretariat.desk.people import Person
from secretariat.desk.roles import Action, may
from secretariat.flow import ask_journal
from secretariat.flow.context import Context


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step: what to do and how, where it leads, and what ticks it: an action in the journal, or a page that was seen.

    It is a step of those whose role may do what it ``needs``.
    """

    title: str
    how: str
    needs: Action
    action: str = ""
    seen: str = ""
    address: str = ""
    leads: str = ""


STEPS = (
    Step(
        title="Approve a message",
        needs="approve",
        how="Open a draft that goes to Discord: a reminder, or that candidacies are open. Read its text beside its rendering, and say yes "
        "to exactly that text.",
        action="draft.approve",
        address="/drafts",
        leads="Drafts",
    ),
    Step(
        title="Reject a draft, with a reason",
        needs="reject",
        how="A no stays in the journal with its reason; the draft comes back only if somebody rewords it.",
        action="draft.reject",
        address="/drafts",
        leads="Drafts",
    ),
    Step(
        title="Reword a draft",
        needs="reword",
        how="Your words become the next text; a yes to the one before counts no more.",
        action="draft.reword",
        address="/drafts",
        leads="Drafts",
    ),
    Step(
        title="See a receipt",
        needs="read desk",
        how="Some seconds after your yes it is sent. Open what was sent: the receipt is the channel's own number of it.",
        seen="receipt",
        address="/drafts?all=true",
        leads="All drafts",
    ),
    Step(
        title="Find where a figure comes from",
        needs="read desk",
        how="Open a task: under what it rests on stands each figure, with its source and block.",
        seen="evidence",
        address="/tasks",
        leads="Tasks",
    ),
    Step(
        title="Put a task aside",
        needs="snooze",
        how="Until a block or a time, with a reason; it comes back by itself.",
        action="finding.snooze",
        address="/tasks",
        leads="Tasks",
    ),
    Step(
        title="Write words of your own",
        needs="write",
        how="They become a draft at the next review, within a minute, and wait for a yes like all others.",
        action="words.write",
        address="/write",
        leads="Write",
    ),
    Step(
        title="Sign with the practice wallet",
        needs="sign",
        how="Approve a draft for the chain, such as the thread where applicants introduce themselves, and sign its call.",
        action="act.sign",
        address="/drafts",
        leads="Drafts",
    ),
    Step(
        title="Settle what is unconfirmed",
        needs="settle",
        how="A message of the secretary's to the council was sent before you came, and its answer was lost: it may have arrived, or not. "
        "Look at what arrived, then say on the message's own page what you saw there.",
        action="outbox.settle",
        address="/drafts",
        leads="Drafts",
    ),
    Step(
        title="Read the journal",
        needs="read journal",
        how="Every decision stands there with who, when and why, each holding the digest of the one before.",
        seen="journal",
        address="/journal",
        leads="Journal",
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ticked:
    """A step as Today shows it."""

    title: str
    how: str
    address: str
    leads: str
    done: bool
    also: str = ""


@dataclass(frozen=True, kw_only=True)
class Tour:
    """The first day. What was seen is kept as long as the program runs; what was decided is read from the journal.

    ``arrived`` is the address at which the practice network shows what came to it, and ``unconfirmed`` the item to be settled.
    """

    arrived: str = ""
    unconfirmed: str = ""
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def see(self, what: str, person: str) -> None:
        """Note that somebody saw a page that a step asks for."""
        self._seen.add((person, what))

    def steps(self, context: Context, person: Person) -> tuple[Ticked, ...]:
        """Give the steps that one person may do, ticked by what they did."""
        done = {entry.action for _, entry in ask_journal.journal(context) if entry.person == person.name}

        def ticked(step: Step) -> bool:
            return step.action in done if step.action else (person.name, step.seen) in self._seen

        def settles(step: Step) -> bool:
            return step.action == "outbox.settle" and bool(self.unconfirmed)

        return tuple(
            Ticked(
                title=step.title,
                how=step.how,
                address=f"/outbox/{self.unconfirmed}" if settles(step) else step.address,
                leads=self.unconfirmed if settles(step) else step.leads,
                done=ticked(step),
                also=self.arrived if step.action == "outbox.settle" else "",
            )
            for step in STEPS
            if may(person.roles, step.needs)
        )
