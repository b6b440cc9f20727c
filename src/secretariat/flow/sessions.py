"""Sessions: sign in by a wallet's signature over a challenge or by a link used once, and say who a visitor is."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from secretariat.clients.substrate.signin import account_of, challenge, raw_request, signer_of
from secretariat.desk.people import Person
from secretariat.errors import SecretariatError
from secretariat.facts.moments import moment_of
from secretariat.flow.context import Context
from secretariat.flow.people import people
from secretariat.store import sessions as kept
from secretariat.store.engine import reading, writing

CHALLENGE_LASTS = timedelta(minutes=5)
LINK_LASTS = timedelta(minutes=15)
SESSION_LASTS = timedelta(hours=12)
IDLE_LASTS = timedelta(hours=2)
NOTED_EVERY = timedelta(minutes=1)
"""So often at the most it is written down that a session was used."""


class SignInFailed(SecretariatError):
    """Nobody is signed in; the message says what to do, and nothing that helps a stranger."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a wallet is asked to sign: the nonce that names it, its text, and the argument of ``signer.signRaw``."""

    nonce: str
    text: str
    request: dict[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class SignedIn:
    """A visitor who is known. ``form_token`` is what each of their forms carries, ``said`` what the last one came to."""

    person: Person
    form_token: str
    way: str
    said: str = ""


def ask_wallet(context: Context, site: str, address: str) -> Asked:
    """Make a challenge for an account. Raises SignInRefused for what is no address, SignInFailed when too many are open.

    Whether anybody has this account is not told here: the answer comes with the signature.
    """
    account = account_of(address)
    now = _now(context)
    nonce, ends = secrets.token_hex(16), moment_of(now + CHALLENGE_LASTS)
    text = challenge(site, nonce, ends)
    with writing(context.engine) as connection:
        if not kept.add_sign_in(connection, nonce, "challenge", account, text, ends, moment_of(now)):
            raise SignInFailed("Too many are signing in at once. Wait a few minutes and try again.")
    return Asked(nonce=nonce, text=text, request=raw_request(address, text))


def sign_in_by_wallet(context: Context, nonce: str, address: str, signature: str) -> str:
    """Check a signature over a challenge, which is used up by it, and give the secret of a new session.

    Raises SignInRefused for a signature that is not one, SignInFailed for a challenge that is over or of another account, and
    for an account that is nobody's.
    """
    with writing(context.engine) as connection:
        asked = kept.take_sign_in(connection, nonce, "challenge", moment_of(_now(context)))
    if asked is None:
        raise SignInFailed("This sign-in was used already, or took too long. Begin again.")
    account, text = asked
    key, _ = signer_of(address, text, signature)
    if key != account:
        raise SignInFailed("Another account signed than the one chosen. Begin again.")
    person = next((one for one in people(context).values() if one.key == key), None)
    if person is None:
        raise SignInFailed("Nobody at this desk has this account. Ask the secretary to add it to [people.<name>].")
    return _begun(context, person.name, "wallet")


def link_for(context: Context, person: str) -> str:
    """Make the secret of a link that signs a person in once, for who runs the program on this machine."""
    secret, now = secrets.token_urlsafe(32), _now(context)
    with writing(context.engine) as connection:
        kept.add_sign_in(connection, secret, "link", person, "", moment_of(now + LINK_LASTS), moment_of(now))
    return secret


def sign_in_by_link(context: Context, secret: str) -> str:
    """Use a link up and give the secret of a new session. Raises SignInFailed."""
    with writing(context.engine) as connection:
        taken = kept.take_sign_in(connection, secret, "link", moment_of(_now(context)))
    if taken is None:
        raise SignInFailed("This link was used already, or is too old. Start `secretariat serve` again for a new one.")
    return _begun(context, taken[0], "link")


def who(context: Context, secret: str) -> SignedIn | None:
    """Say who has a session; None without one, when it is over or idle for too long, or the person is none of the desk any more."""
    now = _now(context)
    with reading(context.engine) as connection:
        session = kept.find(connection, secret)
    if session is None or session.ends_at <= moment_of(now) or session.seen_at <= moment_of(now - IDLE_LASTS):
        return None
    person = people(context).get(session.person)
    if person is None:
        return None
    if session.seen_at <= moment_of(now - NOTED_EVERY):
        with writing(context.engine) as connection:
            kept.see(connection, secret, moment_of(now))
    return SignedIn(person=person, form_token=session.form_token, way=session.way, said=session.said)


def tell(context: Context, secret: str, said: str) -> None:
    """Keep a sentence for the next page of a session; an empty one forgets what was kept."""
    with writing(context.engine) as connection:
        kept.tell(connection, secret, said)


def sign_out(context: Context, secret: str) -> None:
    """End a session."""
    with writing(context.engine) as connection:
        kept.end(connection, secret)


def _begun(context: Context, person: str, way: str) -> str:
    secret, now = secrets.token_urlsafe(32), _now(context)
    session = kept.Session(
        person=person,
        way=way,
        form_token=secrets.token_urlsafe(24),
        began_at=moment_of(now),
        seen_at=moment_of(now),
        ends_at=moment_of(now + SESSION_LASTS),
    )
    with writing(context.engine) as connection:
        kept.begin(connection, secret, session)
    return secret


def _now(context: Context) -> datetime:
    return datetime.fromisoformat(context.machine_now()).astimezone(UTC)
