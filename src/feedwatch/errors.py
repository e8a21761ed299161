"""Every error feedwatch raises on purpose, each with the exit code a command ends with.

    FeedwatchError            1  something failed; the message is one line with the fix
    ├── UsageError            2  the command line is wrong
    │   └── QueryError        2  a query cannot be read
    ├── ConfigError           3  the configuration is invalid: file, line, what to write instead
    └── StoreError            1  the database cannot be used
        ├── SchemaError       1  it is not ours, or newer than this program
        └── BusyError         5  another daemon runs, or the database stays locked

A publisher's fault is never an exception: it is a `model.Failed` value recorded on its feed.
"""


class FeedwatchError(Exception):
    """Something failed; the message is one line a user can act on."""

    exit_code = 1


class UsageError(FeedwatchError):
    """The command line is wrong."""

    exit_code = 2


class QueryError(UsageError):
    """A query cannot be read; the message shows where."""


class ConfigError(FeedwatchError):
    """The configuration is invalid; the message starts with `file:line:` where a line is known."""

    exit_code = 3


class StoreError(FeedwatchError):
    """The database cannot be used."""


class SchemaError(StoreError):
    """The database is not feedwatch's, or was written by a newer feedwatch."""


class BusyError(StoreError):
    """Another daemon holds the database, or it stayed locked."""

    exit_code = 5
