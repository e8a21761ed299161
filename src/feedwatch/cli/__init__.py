"""The command line: reads arguments, calls one function, prints, answers with an exit code.

Laws: data on stdout, talk on stderr; a user's mistake is one line and never a traceback; a command's
module is imported when the command is called, and what it needs is imported inside the command.

Exit codes: 0 done, 1 failed, 2 usage, 3 configuration invalid, 4 some feeds failed, 5 already running or
database locked, 130 interrupted.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

import click

from feedwatch import __version__
from feedwatch.cli.group import GLOBALS, Lazy, LazyGroup
from feedwatch.errors import FeedwatchError

SECTIONS = {
    "Read": {
        "list": Lazy("feedwatch.cli.reading", "Show articles, newest first."),
        "search": Lazy("feedwatch.cli.reading", "Search titles and texts, best match first."),
        "show": Lazy("feedwatch.cli.reading", "Show one article."),
        "stories": Lazy(
            "feedwatch.cli.stories",
            "Show dispatches that several articles carry, those of the most outlets first.",
        ),
        "story": Lazy("feedwatch.cli.stories", "Show who ran a dispatch, and why; split and merge stories."),
    },
    "Set up": {
        "init": Lazy("feedwatch.cli.config", "Write a configuration to start from."),
        "feeds": Lazy("feedwatch.cli.feeds", "List, add, remove, pause feeds."),
        "tags": Lazy("feedwatch.cli.tags", "List tags; try the rules on a text."),
        "config": Lazy("feedwatch.cli.config", "Check and show the configuration."),
    },
    "Watch": {
        "run": Lazy("feedwatch.cli.running", "Poll every feed when it is due, until stopped."),
        "poll": Lazy("feedwatch.cli.running", "Poll feeds once, now."),
        "demo": Lazy("feedwatch.cli.running", "Watch sample feeds; needs no network and no set-up."),
        "status": Lazy("feedwatch.cli.status", "Say how the whole is doing."),
        "db": Lazy("feedwatch.cli.db", "Look after the database: figures, soundness, backup, upgrade."),
    },
}

EXAMPLES = """\b
Examples:
  feedwatch demo                                  see what it does
  feedwatch init && feedwatch run                 start watching
  feedwatch list --tag Iraq --since 2d            what was tagged in two days
  feedwatch search '"oil field" OR refinery'      full text, best match first
  feedwatch list outlet:reuters.com -f csv        for a spreadsheet
"""


class Program(LazyGroup):
    """All commands."""

    sections = SECTIONS


@click.group(
    cls=Program,
    params=GLOBALS,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="feedwatch %(version)s")
def program() -> None:
    """Watch the news: poll feeds, clean, recognise, tag and keep their articles, and query them."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Runs the program with `args` (those of the process without) and leaves it with an exit code."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # LC_ALL=C, PYTHONIOENCODING=ascii: "?" instead of a crash
    code = _run(sys.argv[1:] if args is None else list(args))
    sys.exit(_last_words(code))


def _run(args: list[str]) -> int:
    try:
        return program.main(args, prog_name="feedwatch", standalone_mode=False) or 0
    except (click.Abort, KeyboardInterrupt):
        return 130
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        return _fail(_usage_line(error), error.exit_code)
    except FeedwatchError as error:
        return _fail(str(error), error.exit_code)
    except OSError as error:  # a full disk under `> file`, a file that may not be read
        name = f"{error.filename}: " if error.filename else ""
        return _fail(f"{name}{error.strerror or error}", 1)


def _usage_line(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f" See '{context.command_path} --help'." if context else ""
    return f"{error.format_message()}{hint}"


def _fail(message: str, code: int) -> int:
    shown = "".join(char if char.isprintable() or char == "\n" else "�" for char in message)
    with suppress(OSError):  # nobody listens on stderr: the exit code still tells
        click.echo(f"feedwatch: {shown}", err=True)
    return code


def _last_words(code: int) -> int:
    """Flushes stdout; when that fails, points it at /dev/null so that Python's own exit stays silent."""
    if sys.stdout is None:  # started with `>&-`
        return code
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        pass  # `| head` has read enough: not a failure
    except OSError as error:
        code = code or _fail(error.strerror or str(error), 1)
    else:
        return code
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
