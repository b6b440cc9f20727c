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
from tests.duties.elections.test_worlds import Sending, now_of
from tests.duties.proposals.test_worlds import not_voted

FINAL = 5
"""So many blocks after a block it is surely finalised, and known to the query node."""
DAY = 14_400
SETTINGS = Settings(community=("discord/town",))


def contact(member: int) -> Contact:
    return Contact(member_id=member, email=f"member{member}@practice.example", consent=True)


def test_each_is_told_what_they_have_not_voted_on_once_and_never_twice_on_a_day(tmp_path: Path) -> None:
    """Over eight days, looked at four times a day; every draft of both duties is sent at once, by e-mail."""
    sending, told, listed = Sending(), defaultdict(list), 0
    with desk("ordinary-term", tmp_path) as one:
        one.network.advance(DAY - one.network.now % DAY + 200 + FINAL)
        for _ in range(32):
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
                told[seen.final // DAY, member].append(key.split("/")[0])
                numbers = {int(each) for each in re.findall(r"^- Proposal (\d+),", wanted.text, re.M)}
                assert numbers == {number for who, number in waiting if who == member}
                listed += key.startswith("digests/")
            one.network.advance(DAY // 4)
    assert listed > 2
    assert any("proposals" in duties for duties in told.values())
    for duties in told.values():
        assert duties.count("digests") <= 1
        assert set(duties) in ({"digests"}, {"proposals"}), "a reminder and a digest on one day say one thing twice"
    assert len(set(sending.sent)) == len(sending.sent)
    days = [key for key, _ in sending.sent if key.startswith("digests/community/")]
    assert len(days) > 3


def test_what_it_watches_tells_it_all_and_contacts_say_by_which_way(tmp_path: Path) -> None:
    """One council member has a contact by e-mail, one wants no digests, the third has none; the leads have none either."""
    with desk("ordinary-term", tmp_path) as one:
        email = EmailSettings(host="127.0.0.1", sender="desk@practice.example", security="none")
        settings = {**one.context.config.settings, "digests": SETTINGS, "email": email}
        context = replace(one.context, config=Config(settings=settings))
        seen, members = when_due(one)
        now = now_of(seen)
        first, second = members[:2]
        kept = {first: contact(first), second: replace(contact(second), digest=False)}
        with writing(context.engine) as connection:
            keep_contacts(connection, kept.values(), at=now.at, block=now.block)
        with context.engine.connect() as connection:
            concluded = conclude(context, connection, now, (DUTY,))
        assert concluded.silence.duties == {}
        own = tuple(each for each in concluded.findings if each.duty == DUTY.name)
        assert own == by_their_way(review(seen.snapshot, now, SETTINGS), kept, {"email": True})
        alone = [each for finding in own for each in finding.wanted if each.destination.place.startswith("member/")]
        assert {(each.channel, each.destination.place) for each in alone} == {("email", f"member/{first}")}
        leads = {each.member_id for each in seen.facts(StoredWorker) if each.is_lead}
        unreachable = {each.key for each in concluded.findings if each.key.startswith("contacts/unreachable/")}
        assert unreachable <= {f"contacts/unreachable/{member}" for member in leads}
        assert "practice.example" not in repr(concluded.findings)


PROPOSAL = re.compile("(^|, )[A-Z][\\w ]+: “.*?”, by \\S+\\.", re.M)
INVENTED = "Funding request: “Captions for films”, by edda."


def without_titles(findings: Sequence[Finding]) -> list[Finding]:
    """Put another proposal's words in the place of each: titles and names are strangers', and the gate is to look at ours."""
    return [
        replace(one, wanted=tuple(replace(each, text=PROPOSAL.sub(rf"\1{INVENTED}", each.text)) for each in one.wanted))
        for one in findings
    ]


def when_due(one: Desk) -> tuple[Seen, list[int]]:
    """Go on until digests to two council members are due; gives what is synced then, and these members."""
    for _ in range(20):
        seen = one.sync()
        found = review(seen.snapshot, now_of(seen), SETTINGS)
        council = (finding for finding in found if finding.rule == "digests/council")
        members = [
            int(each.destination.place.removeprefix("member/")) for finding in council for each in finding.wanted
        ]
        if len(members) > 1:
            return seen, members
        one.network.advance(DAY // 2)
    raise AssertionError("no digests in ten days")
