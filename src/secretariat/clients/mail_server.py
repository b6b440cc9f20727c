"""The server that takes our mail, as the settings name it."""

from dataclasses import dataclass, field
from typing import Literal

Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, kw_only=True, slots=True)
class MailServer:
    """A server that takes our mail. ``tls`` begins with TLS, ``starttls`` asks for it before anything else, ``none`` has none.

    ``ca_file`` names certificates to trust in the place of the machine's.
    """

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: str = ""
