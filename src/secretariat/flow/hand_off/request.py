"""Build what a wallet is asked to sign, once, and store it before anybody sees it."""

from dataclasses import dataclass
from typing import Any

from secretariat.clients.substrate.codec import constant_of, decode_call
from secretariat.clients.substrate.eras import mortal
from secretariat.clients.substrate.signing import Request, signing_chain, wallet_request
from secretariat.clients.substrate.wrong import ItemMissing
from secretariat.desk.acts import Act, Call
from secretariat.desk.drafts import DraftUnknown, named
from secretariat.desk.hand_off import HandOffRefused, Signer, Stored, read, written
from secretariat.facts.accounts import address_of
from secretariat.flow import ask_desk
from secretariat.flow.context import Context
from secretariat.flow.hand_off.chain import Chain, chain_of, next_nonce, stored
from secretariat.flow.hand_off.still_wanted import check_wanted
from secretariat.formats.calls.words import CallWords, in_words
from secretariat.store import bodies
from secretariat.store import desk as store_desk
from secretariat.store import hand_off as items
from secretariat.store.engine import reading, writing
from secretariat.store.hand_off import Handed

BLOCKS = 2048
"""How long a request can be signed and sent: 3 h 24 min, the longest power of two below the 2,400 blocks whose hashes a chain keeps."""

BLOCKS_LEFT = 256
"""A request with fewer blocks left is made anew when it is asked for: a person needs time to read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a wallet is asked to sign for an item, its call in words, and what the person is told before; empty where nothing."""

    item: Handed
    request: Stored
    words: CallWords
    warning: str


def act_of(item: Handed) -> Act:
    """Read an item's act."""
    return bodies.read(Act, item.act)


def item_named(context: Context, name: str) -> Handed:
    """Find the item of a draft's name: of ``d34.2`` that text's, of ``d34`` the newest that is not withdrawn.

    Raises DraftUnknown for what is no name or not there, and HandOffRefused for a draft that is not on its way.
    """
    draft, revision = named(name)
    with reading(context.engine) as connection:
        found = items.of_draft(connection, draft, revision)
    standing = [one for one in found if one.state != "withdrawn" or one.extrinsic] or found[-1:]
    if not standing:
        _must_be_there(context, draft, revision)
        _lacks_a_yes(context, name)
        raise HandOffRefused(
            f"{name} is not approved: nothing of it can be signed. `secretariat approve {name}` first."
        )
    return standing[-1]


def _lacks_a_yes(context: Context, name: str) -> None:
    """Raise HandOffRefused with who said yes and which yes is missing, or that none is, where somebody did."""
    shown = ask_desk.item(context, name).draft
    if shown is not None and shown.complete:
        raise HandOffRefused(f"{shown.draft} cannot be signed yet: {shown.complete} (`secretariat review`).")
    if shown is not None and shown.approved_by and shown.lacks:
        raise HandOffRefused(
            f"{' and '.join(shown.approved_by)} said yes to {shown.draft}, and it still needs {shown.lacks}: nothing of it can be signed "
            "before."
        )


def _must_be_there(context: Context, draft: int, revision: int | None) -> None:
    """Make sure that there is a draft, and that text of it where one is named. Raises DraftUnknown."""
    with reading(context.engine) as connection:
        texts = store_desk.revisions_of(connection, draft)
    if not texts:
        raise DraftUnknown(f"There is no draft d{draft}; `secretariat drafts` lists them. Nothing was changed.")
    if revision is not None and revision not in {known.draft.act.revision for known in texts}:
        raise DraftUnknown(
            f"There is no text d{draft}.{revision}; the newest of d{draft} is {texts[-1].draft.name}. Nothing was changed."
        )


def call_of(item: Handed) -> Call:
    """Give the call of an item. Raises HandOffRefused for an item that goes elsewhere."""
    found = act_of(item).call
    if found is None:
        raise HandOffRefused(f"{item.name} does not go to the chain: no wallet signs it.")
    return found


def request_for(context: Context, item: Handed, signer: Signer) -> Asked:
    """Give what this person's wallet is asked to sign for an item: the stored request where it is still good, else a new one.

    Raises HandOffRefused for an item that waits for no signature or is not wanted any more, an account that may not sign it, and another runtime than the
    call was built for; SigningRefused for a runtime whose transactions are not known; and what calls raise.
    """
    if item.state != items.SIGNING or item.extrinsic is not None:
        raise HandOffRefused(
            f"{item.name} is {item.state}{' and signed' if item.extrinsic else ''}: there is nothing to sign."
        )
    made = call_of(item)
    with chain_of(context, made.genesis) as chain:
        warning = check_wanted(context, item, chain.block)
        _check_runtime(item, made, chain)
        words = in_words(chain.runtime, bytes.fromhex(made.data.removeprefix("0x")))
        _check_signer(chain, act_of(item), made, signer)
        nonce = next_nonce(chain, signer.key)
        known = None if item.request is None else read(item.request)
        if known is not None and _still_good(known, chain, signer, nonce):
            return Asked(item=item, request=known, words=words, warning=warning)
        fresh = _built(chain, made, signer, nonce)
    text = written(fresh)
    with writing(context.engine) as connection:
        if not items.put_request(connection, item, text):
            raise HandOffRefused(f"{item.name} changed while its request was built; ask again.")
    return Asked(item=_again(context, item), request=fresh, words=words, warning=warning)


def _again(context: Context, item: Handed) -> Handed:
    with reading(context.engine) as connection:
        return next(one for one in items.of_draft(connection, item.draft, item.revision) if one.number == item.number)


def _check_runtime(item: Handed, made: Call, chain: Chain) -> None:
    version = chain.version
    if (version.spec_version, version.transaction_version) != (made.spec_version, made.transaction_version):
        raise HandOffRefused(
            f"{item.name} was built for runtime {made.spec_version}, and the chain runs {version.spec_version}: its bytes may mean "
            "something else there. Run `secretariat review`, which drafts it anew, and approve that."
        )


def _check_signer(chain: Chain, act: Act, made: Call, signer: Signer) -> None:
    """Refuse an account that the chain would refuse, before its fee is paid for nothing."""
    member = act.destination.member_id
    if member is None:
        return
    if signer.member_id != member:
        raise HandOffRefused(
            f"This act is member {member}'s, and [people.{signer.person}] has member_id {signer.member_id}: "
            "it has to be signed by the person whose membership it is."
        )
    found = stored(chain, "Members", "MembershipById", member)
    controller = None if found is None else found["controller_account"]
    if controller != signer.key:
        address = address_of(signer.key, chain.runtime.ss58_prefix)
        of_chain = "no such member" if controller is None else f"{address_of(controller, chain.runtime.ss58_prefix)}"
        raise HandOffRefused(
            f"Member {member} acts by its controller account, which on the chain is {of_chain}, and [people.{signer.person}] has "
            f"{address}. Correct account in the settings, or change the controller in Pioneer."
        )
    _check_stake(chain, made, member)


def _check_stake(chain: Chain, made: Call, member: int) -> None:
    """Refuse a proposal whose staking account is not bound to the member."""
    args = decode_call(chain.runtime, bytes.fromhex(made.data.removeprefix("0x"))).args
    account = args.get("general_proposal_parameters", {}).get("staking_account_id")
    if account is None:
        return
    bound = stored(chain, "Members", "StakingAccountIdMemberStatus", account)
    if bound["member_id"] != member or not bound["confirmed"]:
        address = address_of(account, chain.runtime.ss58_prefix)
        raise HandOffRefused(
            f"The staking account {address} is not bound to member {member}: bind it in Pioneer, or set another staking_account in the "
            "settings of the one who proposes ([people.<name>]) and let the proposal be drafted anew."
        )


def _still_good(known: Stored, chain: Chain, signer: Signer, nonce: int) -> bool:
    """Tell whether a stored request can be shown again: same account and number, enough time left."""
    same = known.account == signer.key and int(str(known.payload["nonce"]), 16) == nonce
    return same and chain.block + BLOCKS_LEFT <= known.last


def _built(chain: Chain, made: Call, signer: Signer, nonce: int) -> Stored:
    era = mortal(_period(chain), chain.block)
    signs = signing_chain(
        chain.runtime,
        genesis=bytes.fromhex(chain.genesis[2:]),
        spec_version=chain.version.spec_version,
        transaction_version=chain.version.transaction_version or 0,
    )
    request = Request(
        chain=signs,
        call=bytes.fromhex(made.data.removeprefix("0x")),
        account=bytes.fromhex(signer.key[2:]),
        nonce=nonce,
        block=chain.block,
        block_hash=bytes.fromhex(chain.hash[2:]),
        era=era,
    )
    payload: dict[str, Any] = wallet_request(request)
    return Stored(
        person=signer.person,
        account=signer.key,
        payload=payload,
        multi_address=signs.multi_address,
        ss58_prefix=signs.ss58_prefix,
        first=chain.block,
        last=chain.block + era.period - 1,
        looked=chain.block,
    )


def _period(chain: Chain) -> int:
    """Give the blocks a request is good for: 2,048, fewer where the chain keeps fewer blocks' hashes."""
    try:
        kept = int(constant_of(chain.runtime, "System", "BlockHashCount"))
    except ItemMissing:
        return BLOCKS
    return min(BLOCKS, 1 << max((kept - 1).bit_length() - 1, 2))
