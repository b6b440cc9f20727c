"""Messages as mail: headers that no text can add to, plain letters, and the same in HTML that does nothing."""

import hashlib
import html
from collections.abc import Iterator
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from secretariat.desk.spans import JOINER, Plain, Span, plain, with_addresses
from secretariat.effects.mail.settings import EmailSettings
from secretariat.facts.texts import on_one_line

LONGEST_SUBJECT = 150

_TAGS = {"bold": "strong", "italic": "em", "strikethrough": "s", "spoiler": "span", "code": "code", "pre": "pre"}


def message_id(digest: str, name: str, recipient: str, settings: EmailSettings) -> str:
    """Give the id of a message: the same for the same act and recipient, and telling of neither.

    ``name`` is that of the text. Servers and readers that get two with one id show one.
    """
    known = hashlib.sha256(f"{digest}\n{name}\n{recipient}".encode()).hexdigest()[:40]
    return f"<{known}@{settings.sender.rpartition('@')[2]}>"


def subject_of(title: str, text: str) -> str:
    """Give the line that a mail is listed by: the title, or the first line of the text; always one line of letters."""
    made = plain(title or text).text.replace(JOINER, "")
    first = next((line.strip() for line in made.splitlines() if line.strip()), "Message of the council secretary")
    return on_one_line(first, LONGEST_SUBJECT)


def mail_of(
    settings: EmailSettings, recipient: str, title: str, text: str, name: str, digest: str, now: datetime
) -> EmailMessage:
    """Make the mail of a text in Markdown, its marks written out; ``now`` is its date (UTC)."""
    made = plain(text)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(settings.sender_name, addr_spec=settings.sender)
    mail["To"] = Address(addr_spec=recipient)
    mail["Subject"] = subject_of(title, text)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id(digest, name, recipient, settings)
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: absence notes do not answer
    mail["X-Secretariat-Text"] = f"{name} {digest[:12]}"
    mail.set_content(with_addresses(made).rstrip() + "\n", cte="quoted-printable")
    mail.add_alternative(_page(made), subtype="html", cte="quoted-printable")
    return mail


def _page(made: Plain) -> str:
    """Give the letters as HTML: what is marked as its element, links as links, line ends as they are; nothing that is fetched."""
    body = "".join(_elements(made))
    style = "font:16px/1.5 sans-serif;white-space:pre-wrap;overflow-wrap:anywhere;max-width:42em"
    return f'<!doctype html><html><head><meta charset="utf-8"></head><body><div style="{style}">{body}</div></body></html>\n'


def _elements(made: Plain) -> Iterator[str]:
    open_: list[Span] = []
    spans = list(made.spans)
    for place in range(len(made.text) + 1):
        while open_ and open_[-1].start + open_[-1].length == place:
            yield f"</{_tag(open_.pop())}>"
        while spans and spans[0].start == place:
            one = spans.pop(0)
            open_.append(one)
            yield f'<a href="{html.escape(one.url)}">' if one.kind == "link" else f"<{_tag(one)}>"
        if place < len(made.text):
            yield html.escape(made.text[place])


def _tag(span: Span) -> str:
    return "a" if span.kind == "link" else _TAGS[span.kind]
