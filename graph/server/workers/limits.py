"""What a worker may take of the machine."""

import contextlib
import sys


def limit_memory(size: int) -> None:
    """Let this process take `size` bytes; it is ended where it wants more. Only Linux can be told so."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def memory_taken() -> int:
    """The most bytes that this process has taken, 0 where that is not known."""
    if sys.platform != "linux":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def ignore_interrupts() -> None:
    """Ctrl-C is the server's to hear, which then ends its workers."""
    import signal

    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
