"""What a server is told: which store, how much a query may take, what may be seen and by whom."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LOCALHOST: Final = "localhost"
MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """store: a store's folder. host, port: where to listen; port 0 is any that is free.

    timeout: seconds that a query may take, and as many again that it may wait for a worker. memory: bytes that a worker
    may take. workers: how many queries are answered at a time. with_text: show the articles' texts. all_people: show
    those who are private to an article. cors: the origins whose pages may read answers, none by default.
    """

    store: Path
    host: str = "127.0.0.1"
    port: int = 8000
    timeout: float = 30.0
    memory: int = 1024 * MEGABYTE
    workers: int = 4
    with_text: bool = True
    all_people: bool = True
    cors: tuple[str, ...] = ()
    largest_request: int = MEGABYTE
    largest_answer: int = 256 * MEGABYTE

    @property
    def shows_all(self) -> bool:
        """Whether the store is shown as it is, with texts and private people."""
        return self.with_text and self.all_people


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches `host`."""
    if host.lower() == LOCALHOST:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
