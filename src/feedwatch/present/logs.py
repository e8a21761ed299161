"""Log lines: text for people, JSON for machines; one line a record, whatever a feed put into it."""

import json
import logging
from datetime import UTC, datetime

from feedwatch.model import to_text
from feedwatch.present import escape


class TextLines(logging.Formatter):
    """`2026-11-24T10:00:00Z INFO poll feed=bbc outcome=ok …`"""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line; a traceback, which only a fault of ours has, follows below it."""
        facts = getattr(record, "facts", {})
        pairs = [f"{name}={_quoted(value)}" for name, value in facts.items()]
        message = escape.line(record.getMessage())
        line = " ".join([_time(record), record.levelname, message, *pairs])
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one object; a traceback is a string in it."""
        entry = {"time": _time(record), "level": record.levelname, "message": record.getMessage()}
        entry |= getattr(record, "facts", {})
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=True)


FORMATS = {"text": TextLines, "json": JsonLines}


def _time(record: logging.LogRecord) -> str:
    return to_text(datetime.fromtimestamp(record.created, UTC))


def _quoted(value: object) -> str:
    text = escape.line(str(value))
    return json.dumps(text, ensure_ascii=False) if " " in text or '"' in text or not text else text
