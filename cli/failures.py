"""What the user is told when something fails: one line on standard error, and the exit code."""

import functools
import os
import signal
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import typer

from camket.graph.errors import CamketError

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
PIPE_CLOSED = 141  # 128 + SIGPIPE: the reader of the output has gone

P = ParamSpec("P")
R = TypeVar("R")


def stopped_at_once(command: Callable[P, R]) -> Callable[P, R]:
    """`command`, which only reads, ended by Ctrl-C on the spot.

    Python would hand the signal on only when a query comes back from the database, which may take hours.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        return command(*args, **kwargs)

    return run


def told(command: Callable[P, R]) -> Callable[P, R]:
    """`command`, with what the user can cause told in one line instead of raised."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            result = command(*args, **kwargs)
            sys.stdout.flush()
            return result
        except CamketError as error:
            print(f"camket: {' '.join(str(error).split())}", file=sys.stderr)
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as error:
            print("camket: stopped", file=sys.stderr)
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            # What is still buffered has nowhere to go; without this the interpreter complains once more as it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(PIPE_CLOSED) from error

    return run
