"""Rules about people and accounts: who files it, who is paid, within the chain's limits for payments."""

from collections.abc import Iterator

from secretariat.desk.quoting import plain_line
from secretariat.desk.saying import count, joy
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.duties.guidance.pages import MOST_ACCOUNTS, MOST_TOTAL
from secretariat.facts.accounts import JOYSTREAM_PREFIX, address_of, is_key, key_of
from secretariat.facts.memberships import Membership
from secretariat.facts.proposal_drafts import Payee, ProposalDraft
from secretariat.facts.records import Stated

ADDRESS = f"An account is written as an address of Joystream: SS58 with the prefix {JOYSTREAM_PREFIX} and a checksum."


def proposer(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Tell whether the member who files it is there."""
    reason = "A proposal is filed by a member."
    if draft.member_id is None:
        yield unknown("proposer", "the draft names no member_id", reason, "$.member_id")
    else:
        yield _member(seen, "proposer", draft.member_id, reason, "$.member_id")


def _member(seen: Seen, code: str, member: int, reason: str, place: str) -> Result:
    found = _membership(seen, member)
    if found is not None:
        handle = f", {plain_line(found.fact.handle)}" if found.fact.handle else ""
        return judged(code, True, f"Member {member}{handle}, is there.", reason, found.source, place)
    if seen.query_node_unknown:
        return unknown(code, seen.query_node_unknown, reason, place)
    return judged(code, False, f"There is no member {member}.", reason, "the query node's memberships", place)


def _membership(seen: Seen, member: int) -> Stated[Membership] | None:
    return next((one for one in seen.snapshot.of(Membership) if one.fact.member_id == member), None)


def address_wrong(address: str) -> str:
    """Say what is wrong with an address, and how it is to be written; empty where nothing is."""
    if key_of(address, JOYSTREAM_PREFIX) is not None and not is_key(address):
        return ""
    key = key_of(address)
    if key is None and (blank := _blank(address)):
        return f"{plain_line(address.strip(), 60)} is written with a space {blank}: leave it out."
    if key is None:
        return f"{plain_line(address, 60)} is no address: a letter is wrong, missing or too much."
    what = "a public key" if is_key(address) else "an address of another network"
    return f"{plain_line(address, 70)} is {what}; as an address of Joystream it is {address_of(key)}. See to it that it is the account that is meant."


def _blank(address: str) -> str:
    """Say where a blank stands in an address; empty where none does."""
    if address[:1].isspace() or address[-1:].isspace():
        return "before it" if address[:1].isspace() else "behind it"
    return "in it" if any(letter.isspace() for letter in address) else ""


def payees(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Look at each payee of a funding request, and at their number and sum."""
    if draft.type.name != "funding-request":
        if draft.payees:
            words = f"{draft.type.words} pays nobody, and the draft names {count(len(draft.payees), 'payee')}."
            yield judged(
                "payees", False, words, "Only a funding request pays accounts.", "the runtime's types", "$.payees"
            )
        return
    for place, one in enumerate(draft.payees):
        yield _payee(seen, one, f"$.payees[{place}]")
    yield from _limits(draft, seen)


def _payee(seen: Seen, payee: Payee, place: str) -> Result:
    wrong = address_wrong(payee.account)
    if wrong:
        return judged("payee", False, wrong, ADDRESS, "the draft", f"{place}.account")
    key = key_of(payee.account) or ""
    if payee.member_id is not None:
        return _payee_member(seen, payee.member_id, key, place)
    reason = f"{ADDRESS} The chain pays whatever account is named, also one that nobody holds."
    found = seen.accounts.get(key)
    if found is None:
        return unknown(
            "payee", f"the address is well formed; {seen.accounts_unknown or 'no node told of it'}", reason, place
        )
    words = (
        "The account is there."
        if found.exists
        else "The account is well formed, and the chain has none such: it never held tokens, or was emptied."
    )
    return judged("payee", found.exists, words, reason, found.source, place)


def _payee_member(seen: Seen, member: int, key: str, place: str) -> Result:
    reason = "The chain pays accounts, not members: the account is to be one of the member's."
    found = _membership(seen, member)
    if found is None:
        return _member(seen, "payee", member, reason, f"{place}.member_id")
    fact = found.fact
    theirs = {key_of(one) for one in (fact.root_account, fact.controller_account, *fact.bound_accounts) if one}
    if key in theirs:
        return judged("payee", True, f"The account is member {member}'s.", reason, found.source, place)
    words = f"The account is none that member {member} is known by (root, controller, bound accounts)."
    return judged("payee", False, words, reason, found.source, place)


def _limits(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    most, total = seen.runtime.number(MOST_ACCOUNTS), seen.runtime.number(MOST_TOTAL)
    keys = [key_of(one.account) or one.account for one in draft.payees]
    reason = f"A funding request pays 1 to {'an unknown number of' if most is None else f'{most:,}'} accounts, each once ({MOST_ACCOUNTS})."
    where, source = "$.payees", seen.runtime.source(MOST_ACCOUNTS)
    if not keys:
        yield judged("payees", False, "The draft pays nobody.", reason, source, where)
    elif most is None and len(set(keys)) == len(keys):
        yield unknown("payees", f"{MOST_ACCOUNTS} was not read", reason, where)
    else:
        over = "" if most is None or len(keys) <= most else f", {len(keys) - most:,} too many"
        twice = "" if len(set(keys)) == len(keys) else "; an account stands twice: put its amounts together"
        words = f"{count(len(keys), 'payee' if twice else 'account')}{over}{twice}."
        yield judged("payees", not over and not twice, words, reason, source, where)
    yield _sum(draft, seen, total)


def _sum(draft: ProposalDraft, seen: Seen, most: int | None) -> Result:
    amounts = [int(one.amount or 0) for one in draft.payees]
    reason = f"Every amount is more than 0, and together they are at most {'an amount that is not known' if most is None else joy(most)} ({MOST_TOTAL})."
    if any(amount <= 0 for amount in amounts):
        return judged(
            "payment", False, "An amount is not more than 0.", reason, seen.runtime.source(MOST_TOTAL), "$.payees"
        )
    if most is None:
        return unknown("payment", f"{MOST_TOTAL} was not read", reason, "$.payees")
    over = "" if sum(amounts) <= most else f": {joy(sum(amounts) - most)} more than the {joy(most)} that it may pay"
    words = f"{joy(sum(amounts))} together{over}."
    return judged("payment", sum(amounts) <= most, words, reason, seen.runtime.source(MOST_TOTAL), "$.payees")
