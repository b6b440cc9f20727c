"""Signatures over a yes: whether a person's wallet signed exactly this text."""

from secretariat.desk.people import Person
from secretariat.flow.decide.refusals import DecisionRefused

SCHEME = "sr25519"


def check_signed(person: Person, text: str, signature: str) -> None:
    """Make sure that a text is signed by a person's account. Raises DecisionRefused with what to do."""
    from secretariat.clients.substrate.signin import SignInRefused, signer_of

    if not person.key:
        raise DecisionRefused(
            f"[people.{person.name}] has no account, and a second yes is a signature of a wallet's key. Add account there first."
        )
    try:
        key, scheme = signer_of(person.address, text, signature.strip())
    except SignInRefused as error:
        raise DecisionRefused(
            f"{error} Sign exactly this, as one line, with the account of {person.name}: {text}"
        ) from error
    if scheme != SCHEME or key != person.key:
        raise DecisionRefused(
            f"A second yes is an {SCHEME} signature of the account of {person.name}; this is {scheme}."
        )
