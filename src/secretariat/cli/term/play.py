"""Play: time passes from one block at which something may be due to the next, and at each stop the desk looks, then the person."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from secretariat.cli.devnet_asked import asked_at
from secretariat.cli.term.child import Child
from secretariat.cli.term.desk import PUBLISHED
from secretariat.cli.term.judge.calendar import AFTER, calendar, calendar_of_lists
from secretariat.cli.term.judge.evidence import Arrived, Evidence, Noted, Post, Sample, Seen, Wrote
from secretariat.cli.term.judge.forum.talk import Talk
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.verdicts import GRACE, LAG
from secretariat.cli.term.place import CONTACTS, OUTGOING, QUESTIONS, Place
from secretariat.cli.term.read_network import guide_words, sent, wrote

LONGEST_STEP, LONGEST_QUIET_STEP, LONGEST_IDLE_STEP = 1_800, 7_200, 14_400
"""Blocks between two looks at the most: three hours in the last day of a stage, before it and in the elected council's first days half a day, a
day in another idle stage."""

SOURCE_STEP = 600
"""Blocks between two looks while the query node stands still: an hour, so that it is soon seen when it goes on."""

MOST_BLOCKS = 650_000
"""So many blocks are played at the most: three failed elections in a row."""

MOST_BEHIND = 600
"""For so many blocks a look waits for finality, and another one for the query node; what is later than this is a source that stands still."""

EVENTS = [
    "Council.NewCandidate",
    "Council.CandidacyWithdraw",
    "ProposalsCodex.ProposalCreated",
    "ProposalsEngine.ProposalDecisionMade",
    "ProposalsEngine.ProposalExecuted",
]
"""After any of these in a block there is a look as soon as it is final."""

GUIDES = "guides"
"""The folder of guides to types of proposals among what is published, and what they are called here."""

PAGES = {"calendar": "calendar.ics", "feed": "feed.atom"}
"""What is published for programs, by what it is."""

Tell = Callable[[str, float], None]


@dataclass
class Play:
    """One term as it is played; ``tell`` is told what happens, with the share that is done."""

    control: str
    desk: Child
    person: Child
    place: Place
    takes: int
    most: int
    tell: Tell
    genesis: str = ""
    began: int = 0
    troubles: list[str] = field(default_factory=list)
    _state: dict[str, Any] = field(default_factory=dict)
    _history: History = field(default_factory=lambda: History({}))
    _wrote: tuple[Wrote, ...] = ()
    _samples: list[Sample] = field(default_factory=list)
    _seen: dict[str, dict[str, Any]] = field(default_factory=dict)
    _files: dict[str, Arrived] = field(default_factory=dict)
    _tasks: list[Arrived] = field(default_factory=list)
    _noted: list[Noted] = field(default_factory=list)
    _pages: list[Arrived] = field(default_factory=list)
    _published: str = ""
    _unread: bool = False
    """Whether something happened at the last look that the query node did not tell yet."""

    def run(self) -> Evidence:
        """Play until a council is elected and its first days are told of, or the most blocks are played; give what the judge needs."""
        self._look_around()
        self._trouble(self.person.ask(contacts=CONTACTS)["trouble"])
        self.began, self.genesis = self._head, self._state["genesis"]
        while True:
            due, soon = self._round()
            if self._over():
                return self._evidence()
            self._advance(due, soon)

    @property
    def _head(self) -> int:
        return int(self._state["head"])

    @property
    def _elected(self) -> int | None:
        """Give the block in which the first council of the play took office; None before. Stages may be shorter than what is played after it."""
        return next((at for one in self._history.truth["councils"] if (at := int(one["elected"])) > self.began), None)

    # ---------------------------------------------------------------------- looks

    def _round(self) -> tuple[int | None, bool]:
        """Let the desk look, then the person, and the desk send. Gives the block of the next yes, and whether a signed act is under way."""
        self._desk()
        told = self.person.ask(head=self._head)
        for one in told["shown"]:
            self._seen[one["name"]] = {**one, "seen": self._head, "approved": None, "receipt": ""}
        for name in told["approved"]:
            self._seen[name]["approved"] = self._head
        for one in told["done"]:
            self._seen[one["draft"]]["receipt"] = one["receipt"]
        self._read(told)
        self._trouble(told["trouble"])
        if told["approved"]:
            self._desk(only="deliver")
        self._publish()
        return told["due"], bool(told["under_way"] or told["done"] or told["noted"])

    def _publish(self) -> None:
        """Publish once in each stage, later where a source stood still, and keep what programs would read: the calendar and the feed."""
        stage = f"{self._state['stage']} of {self._state['stage_ends_at']}"
        if stage == self._published:
            return
        if not self._desk(only="publish"):
            return
        self._published = stage
        for title, name in PAGES.items():
            page = self.place.folder / PUBLISHED / name
            if page.is_file():
                self._keep_page(title, page.read_bytes().decode("utf-8"), f"{name} of {stage}")
        self._keep_page(GUIDES, guide_words(self.place.folder / PUBLISHED / GUIDES), f"{GUIDES} of {stage}")

    def _keep_page(self, title: str, text: str, receipt: str) -> None:
        if text:
            self._pages.append(Arrived(place="page", block=self._head, text=text, title=title, receipt=receipt))

    def _read(self, told: dict[str, Any]) -> None:
        """Keep which tasks the person read for the first time, and what they noted."""
        for one in told["tasks"]:
            text = f"{one['title']}\n{one['why']}"
            receipt = f"{one['level']} {len(self._tasks) + 1}"
            self._tasks.append(Arrived(place="desk", block=self._head, text=text, title=one["level"], receipt=receipt))
        self._noted += [Noted(block=self._head, **one) for one in told["noted"]]

    def _desk(self, **words: str) -> bool:
        """Let the desk do something, and keep what came of it; gives whether nothing was complained of."""
        told = self.desk.ask(**words)
        self._trouble(told["trouble"])
        for one in told["sent"]:
            if one["draft"] in self._seen:
                by_mail = self._seen[one["draft"]]["place"] == "private"  # the mail's name, before what the server said
                self._seen[one["draft"]]["receipt"] = one["says"].split(" ")[0] if by_mail else one["says"]
        folder = self.place.folder / OUTGOING
        for path in sorted(folder.glob("d*.*-*.md")):
            receipt, page = f"{OUTGOING}/{path.name}", folder / QUESTIONS
            if receipt not in self._files:  # what readers find is judged, not the receipt
                text = page.read_text(encoding="utf-8") if page.is_file() else ""
                self._files[receipt] = Arrived(place="file", block=self._head, text=text, receipt=receipt)
        return not told["trouble"]

    def _trouble(self, told: list[str]) -> None:
        for one in told:
            self.troubles.append(f"block {self._head:,}: {one}")
            self.tell(f"block {self._head:,}: {one}", self._share())

    # ----------------------------------------------------------------------- time

    def _advance(self, due: int | None, soon: bool) -> None:
        """Let time pass to the next stop; what is of ``EVENTS`` on the way is one, as soon as it is final."""
        head, final, read = self._head, self._behind(self._final()), self._behind(self._query_node())
        stops = [
            head + self._longest_step(),
            *([due] if due else []),
            *([head + final, head + read] if soon else []),
            *([head + read] if self._unread else []),
        ]
        for behind in {final, read}:  # what the chain alone tells can be said as soon as it is final
            stops += [block + behind for block in calendar(self._history, head - behind)]
        talk = Talk(self._history, self._wrote, self.place.configured, self.place.member)
        stops += [block + read for block in calendar_of_lists(talk, head - read)]
        stop, happened = min(block for block in stops if block > head), False
        while head < stop:
            told = self._post("/advance", {"next_event": True, "events": EVENTS, "blocks": stop - head})
            self._trouble([f"of the world file: {one}" for one in told["refused_acts"]])
            head = int(told["head"])
            if head < stop:  # as soon as it is final it can be seen
                stop, happened = min(stop, head + final), True
        self._unread = happened and read > final
        self._look_around(happened=happened)

    def _longest_step(self) -> int:
        if self._head - self._query_node() > LAG:
            return SOURCE_STEP
        if self._state["stage"] == "idle":
            return LONGEST_QUIET_STEP if self._elected else LONGEST_IDLE_STEP
        return LONGEST_STEP if self._head >= self._history.stage(self._head).last_day else LONGEST_QUIET_STEP

    def _behind(self, done: int) -> int:
        """Give how many blocks after something happened a source that has come to a block knows of it."""
        return min(self._head - done, MOST_BEHIND) + 1

    def _final(self) -> int:
        return int(self._state["final"])

    def _query_node(self) -> int:
        return int(self._state["query_node"]["lastCompleteBlock"])

    def _look_around(self, *, happened: bool = False) -> None:
        """See where the network is; ``happened`` tells that the truth has more than stages since the last look."""
        before = (self._state.get("stage"), self._state.get("stage_ends_at"))
        self._state = asked_at(self.control, "GET", "/state.json")
        now = (self._state["stage"], self._state["stage_ends_at"])
        sample = Sample(
            head=self._head, query_node=self._query_node(), stage=now[0], ends_at=now[1], final=self._final()
        )
        self._samples.append(sample)
        self._wrote = wrote(self.control)
        if now != before or happened:
            self._history = History(asked_at(self.control, "GET", "/truth.json"))
        if now != before:
            cycle = self._history.election(self._head)["cycle"]
            self.tell(f"block {self._head:,}: {now[0]} of cycle {cycle}, until block {now[1]:,}", self._share())
        else:
            self.tell("", self._share())

    def _share(self) -> float:
        """Give about which share is played: the blocks so far of those until the elected council's first days would be over."""
        if not self.began:
            return 0.0
        head = self._head
        elected = self._elected or self._history.election_ahead(head)
        return (head - self.began) / max(1, max(elected + AFTER, head) - self.began)

    def _over(self) -> bool:
        """Tell whether the elected council's first days are told of, or all blocks are played."""
        if self._head - self.began >= self.most:
            self.tell(f"block {self._head:,}: {self.most:,} blocks are played, and this is the end of it", 1.0)
            return True
        elected = self._elected
        return elected is not None and self._head >= elected + AFTER + GRACE + 2 * self.takes

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        told: dict[str, Any] = asked_at(self.control, "POST", path, body)
        return told

    # ------------------------------------------------------------------- evidence

    def _evidence(self) -> Evidence:
        truth = asked_at(self.control, "GET", "/truth.json")
        told = sent(self.control, self.place, self._head, int(self._state["milliseconds"]))
        written = asked_at(self.control, "GET", f"/forum.json?since={self.began}")
        return Evidence(
            truth=truth,
            genesis=self.genesis,
            began=self.began,
            ended=self._head,
            takes=self.takes,
            arrived=(*told, *self._forum(truth, written), *self._files.values(), *self._tasks, *self._pages),
            noted=tuple(self._noted),
            posts=tuple(
                Post(
                    thread=one["thread"],
                    author=one["author"],
                    block=one["block"],
                    opens=one["title"] is not None,
                    number=one["post"],
                    gone=one["gone"],
                )
                for one in written
            ),
            seen=tuple(Seen(**one) for one in self._seen.values()),
            samples=tuple(self._samples),
            wrote=wrote(self.control),
            office=self.place.member,
            configured=self.place.configured,
        )

    def _forum(self, truth: dict[str, Any], written: list[dict[str, Any]]) -> Iterator[Arrived]:
        """Read what the secretary's member wrote in the forum on the chain, and mark what the world's file let them write."""
        by_hand = {
            one["block"]
            for one in truth["acts"]
            if one["actor"] == self.place.name and one["act"] in ("create_thread", "post")
        }
        for one in written:
            if one["author"] == self.place.member:
                yield Arrived(
                    place="forum",
                    block=one["block"],
                    title=one["title"] or "",
                    text=one["text"],
                    thread=one["thread"],
                    opens=one["title"] is not None,
                    receipt=f"post {one['post']}",
                    by_hand=one["block"] in by_hand,
                )
