"""JSON for a terminal or a pipe, in which no stranger's character takes effect."""

import json
from dataclasses import asdict, is_dataclass
from typing import Annotated, Any

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]


def print_json(contract: str, content: dict[str, Any]) -> None:
    """Print an answer under the name of its contract."""
    typer.echo(safe(json.dumps({"contract": contract, **content}, ensure_ascii=False, indent=1, default=_plainly)))


def _plainly(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def safe(text: str) -> str:
    """Write characters that a terminal could obey, and marks that turn the writing direction, as JSON escapes them."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == "\n" else _escaped(sign) for sign in text)


def _escaped(sign: str) -> str:
    pairs = sign.encode("utf-16-be", errors="surrogatepass")
    return "".join(f"\\u{pairs[place]:02x}{pairs[place + 1]:02x}" for place in range(0, len(pairs), 2))


def decided(done: str, *, as_json: bool) -> None:
    """Print what a decision did."""
    from secretariat.cli.plain import say

    if as_json:
        print_json("secretariat.decision/1", {"done": done})
    else:
        say(done)
