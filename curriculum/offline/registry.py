"""What can be done without signal, and which pages can be looked at again. Plugins say so when they are ready."""

from collections.abc import Callable
from typing import TypeAlias

from .acts import Act, Done

ActHandler: TypeAlias = Callable[[Act], Done]

_handlers: dict[str, ActHandler] = {}
_revisited: list[str] = []


def register_act(kind: str, handler: ActHandler) -> None:
    """Let a form be sent later: `kind` is what `curriculum/offline/act.html` writes into it.

    The handler calls its plugin's own services, in a transaction that the inbox opens. It must take the same act
    twice without writing twice, for the page itself may have got through before the line broke. It raises ActRefused
    with what to change; any other exception is a fault, is logged, and the phone tries again later.
    """
    if _handlers.setdefault(kind, handler) != handler:
        raise ValueError(f"Two plugins want to take acts of kind {kind!r}.")


def handler_of(kind: str) -> ActHandler | None:
    return _handlers.get(kind)


def register_last_visit(url_name: str) -> None:
    """Let a page without arguments be read again without signal, as its owner saw it last.

    Only for pages that are the same person's at every visit; sign-in pages and files are never among them.
    """
    if url_name not in _revisited:
        _revisited.append(url_name)


def last_visits() -> tuple[str, ...]:
    """The names of those pages' addresses."""
    return tuple(_revisited)
