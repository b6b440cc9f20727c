"""The table ``[email]`` of the configuration: the server that takes our mail, and the places that it goes to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from secretariat.clients.mail_server import MailServer, Security
from secretariat.desk.addresses import is_email
from secretariat.desk.quiet import quiet_of
from secretariat.facts.texts import quoted

PLACE = re.compile(r"[a-z][a-z0-9_]*")
HERE = frozenset({"127.0.0.1", "localhost", "::1"})
PORTS: Mapping[Security, int] = {"starttls": 587, "tls": 465, "none": 25}


@dataclass(frozen=True, kw_only=True)
class EmailSettings:
    """``[email]``: ``host`` takes our mail, from the address ``sender``; ``channels`` has the address of each place.

    ``security`` is ``starttls`` or ``tls``, on a server of this machine also ``none``; ``ca_file`` names certificates to trust in the place
    of the machine's, ``quiet`` are the quiet hours (UTC). The password of ``user`` is in the environment: ``SECRETARIAT_EMAIL_PASSWORD``.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    PASSWORD_VARIABLE: ClassVar[str] = "SECRETARIAT_EMAIL_PASSWORD"  # noqa: S105 - the name of a variable
    """The variable that holds the password."""

    host: str
    sender: str
    sender_name: str = "Joystream council secretary"
    port: int = 0
    security: Security = "starttls"
    user: str = ""
    ca_file: str = ""
    channels: Mapping[str, str] = field(default_factory=dict)
    quiet: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for servers, places, addresses and quiet hours that cannot be."""
        quiet_of(self.quiet)
        if not re.fullmatch(r"[\w.:-]{1,253}", self.host, re.ASCII):
            raise ValueError("host is the name of the server that takes our mail, such as mail.example.org")
        if not is_email(self.sender):
            raise ValueError(f"sender {quoted(self.sender)} is not an e-mail address")
        if not self.sender_name.isprintable():
            raise ValueError("sender_name is one line of letters")
        if not 0 <= self.port < 65_536:
            raise ValueError("port is 1 to 65,535, or 0 for the one that is usual")
        if self.security == "none" and self.host not in HERE:
            raise ValueError('security = "none" is for a server of this machine; elsewhere others could read it')
        for place, address in self.channels.items():
            if not PLACE.fullmatch(place):
                raise ValueError(f"channels: {place!r} is no name of a place: small letters, digits and underscores")
            if not is_email(address):
                raise ValueError(f"channels: {quoted(address)} of {place} is not an e-mail address")

    def server(self, password: str) -> MailServer:
        """Give the server as it is reached."""
        return MailServer(
            host=self.host,
            port=self.port or PORTS[self.security],
            security=self.security,
            user=self.user,
            password=password,
            ca_file=self.ca_file,
        )
