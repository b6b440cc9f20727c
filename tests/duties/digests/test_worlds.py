"""The duty on a synced practice world, beside the duty that reminds: exactly what is not voted on, once, never twice on a day."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from secretariat.config import Config
from secretariat.desk.contacts import Contact
from secretariat.desk.findings import Finding
from secretariat.desk.reach import by_their_way
from secretariat.duties.digests import DUTY
from secretariat.duties.digests.review import review
from secretariat.duties.digests.settings import Settings
from secretariat.duties.proposals.review import review as remind
from secretariat.duties.proposals.settings import Settings as Reminding
from secretariat.effects.mail.settings import EmailSettings
from secretariat.facts.stored_council import StoredSeat
from secretariat.facts.stored_groups import StoredWorker
from secretariat.flow.conclude import conclude
from secretariat.store.contacts import keep_contacts
from secretariat.store.engine import writing
from tests.devnet.synced.desk import Desk, Seen, desk
from tests.duties.elections.test_worlds import Sending, now_of, scenario, written
from tests.duties.proposals.test_worlds import not_voted

DAY = 14_400
SETTINGS = Settings(community=("discord/town",))


def contact(member: int) -> Contact:
    return Contact(member_id=member, email=f"member{member}@practice.example", consent=True)


def test_each_is_told_what_they_have_not_voted_on_once_and_never_twice_on_a_day(tmp_path: Path) -> None:
    """Over three and a half days, looked at four times a day; every draft of both duties is sent at once, by e-mail."""
    sending, told = Sending(), defaultdict(list)
    with desk(waited_on(tmp_path), tmp_path) as one:
        for _ in range(14):
            seen = one.sync()
            contacts = {member: contact(member) for member in (each.member_id for each in seen.facts(StoredSeat))}
            found = [
                *remind(seen.snapshot, now_of(seen), Reminding(discord="council")),
                *review(seen.snapshot, now_of(seen), SETTINGS),
            ]
            waiting = not_voted(one, seen.final)
            for key, part in sending.review(without_titles(by_their_way(found, contacts, {"email": True}))):
                wanted = sending.words[key, part]
                if not wanted.destination.place.startswith("member/") or key.startswith("digests/leads/"):
                    continue
                member = int(wanted.destination.place.removeprefix("member/"))
                numbers = {int(each) for each in re.findall(r"^- \*\*Proposal (\d+)\*\*,", wanted.text, re.M)}
                assert numbers == {number for who, number in waiting if who == member}
                told[seen.final // DAY, member].append((key, part, numbers))
            one.network.advance(DAY // 4)
    digests = [each for each in told.values() if any(key.startswith("digests/") for key, _, _ in each)]
    assert digests
    assert len(told) > len(digests), "there are days with reminders alone"
    for (first, _, listed), *later in digests:
        assert first.startswith("digests/"), "nothing was told on this day before"
        for key, part, _ in later:
            assert key.startswith("proposals/")
            assert int(part.split("-")[0]) not in listed, "a reminder of what the digest listed says it twice"
    assert len(set(sending.sent)) == len(sending.sent)
    days = [key for key, _ in sending.sent if key.startswith("digests/community/")]
    assert len(days) > 2


def test_what_it_watches_tells_it_all_and_contacts_say_by_which_way(tmp_path: Path) -> None:
    """A council member with a contact by e-mail, who then wants no digests any more; all others have no contact."""
    with desk(waited_on(tmp_path), tmp_path) as one:
        email = EmailSettings(host="127.0.0.1", sender="desk@practice.example", security="none")
        settings = {**one.context.config.settings, "digests": SETTINGS, "email": email}
        context = replace(one.context, config=Config(settings=settings))
        seen, member = when_due(one)
        now = now_of(seen)
        leads = {each.member_id for each in seen.facts(StoredWorker) if each.is_lead}
        for given in (contact(member), replace(contact(member), digest=False)):
            with writing(context.engine) as connection:
                keep_contacts(connection, [given], at=now.at, block=now.block)
            with context.engine.connect() as connection:
                concluded = conclude(context, connection, now, (DUTY,))
            assert concluded.silence.duties == {}
            own = tuple(each for each in concluded.findings if each.duty == DUTY.name)
            assert own == by_their_way(review(seen.snapshot, now, SETTINGS), {member: given}, {"email": True})
            alone = [each for finding in own for each in finding.wanted if each.destination.place.startswith("member/")]
            ways = {(each.channel, each.destination.place) for each in alone}
            assert ways == ({("email", f"member/{member}")} if given.digest else set())
            unreachable = {each.key for each in concluded.findings if each.key.startswith("contacts/unreachable/")}
            assert unreachable <= {f"contacts/unreachable/{lead}" for lead in leads}
            assert "practice.example" not in repr(concluded.findings)


def waited_on(folder: Path) -> Path:
    """Write the ordinary term with a proposal that nobody votes on: between its steps there is a day on which a digest tells of it."""
    world = scenario("ordinary-term")
    filed = {"pays": {"edda": "60 JOY"}, "title": "Notes of calls", "votes": "by-hand"}
    block = {"stage": "announcing", "cycle": 5, "ends": -11_500}
    world["acts"] = [{"block": block, "actor": "edda", "act": "propose", "arguments": filed, "label": "notes"}]
    return written(folder, world)


PROPOSAL = re.compile("(^|, )[A-Z][\\w ]+: “.*?”, by \\S+\\.", re.M)
INVENTED = "Funding request: “Captions for films”, by edda."


def without_titles(findings: Sequence[Finding]) -> list[Finding]:
    """Put another proposal's words in the place of each: titles and names are strangers', and the gate is to look at ours."""
    return [
        replace(one, wanted=tuple(replace(each, text=PROPOSAL.sub(rf"\1{INVENTED}", each.text)) for each in one.wanted))
        for one in findings
    ]


def when_due(one: Desk) -> tuple[Seen, int]:
    """Go on until a digest to a council member is due; gives what is synced then, and the member."""
    for _ in range(10):
        seen = one.sync()
        council = (each for each in review(seen.snapshot, now_of(seen), SETTINGS) if each.rule == "digests/council")
        members = [
            int(each.destination.place.removeprefix("member/")) for finding in council for each in finding.wanted
        ]
        if members:
            return seen, members[0]
        one.network.advance(DAY // 4)
    raise AssertionError("no digest in two days")
