"""What can go wrong and is the user's to mend.

CamketError                 exit code 1: something failed
├── UsageError              exit code 2: the command was given something it cannot take
├── SourceError             one article or file could not be read (a build goes on without it)
├── JudgementError          the judgement file cannot be read, or contradicts itself
├── StoreError              the store cannot be opened or written
│   ├── StoreBusyError      another process writes to it
│   └── StoreVersionError   it was written by a newer Camket
└── QueryError              a query is malformed, unknown or was refused
    └── RefusedQueryError   it would do what no query may

Every message is one line, names the bad value and says the way out.
"""


class CamketError(Exception):
    """Something failed; the message is one line for the user."""

    exit_code = 1


class UsageError(CamketError):
    """A command or function was given a value it cannot take."""

    exit_code = 2


class SourceError(CamketError):
    """One source could not be read; `source` names it."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class JudgementError(CamketError):
    """The judgement file cannot be read, or says two things that cannot both hold."""


class StoreError(CamketError):
    """The store cannot be opened, read or written."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""


class StoreVersionError(StoreError):
    """The store was written by a newer version of Camket."""


class QueryError(CamketError):
    """A query is malformed, unknown, or was refused."""


class RefusedQueryError(QueryError):
    """A query would do what no query may: reach out to other machines."""
