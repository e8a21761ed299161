"""Feeds from files, below one folder."""

import os
import time

import pytest
from fetching import (
    BODY,
    claim,
    code,
    door,
    fetch,
)

from feedwatch.model import Unchanged


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "feeds"
    (folder / "deep").mkdir(parents=True)
    (folder / "news.xml").write_bytes(BODY)
    (folder / "deep" / "a b.xml").write_bytes(BODY)
    (folder / "empty.xml").touch()
    (tmp_path / "secret.xml").write_bytes(b"secret")
    (folder / "out.xml").symlink_to(tmp_path / "secret.xml")
    (folder / "in.xml").symlink_to(folder / "news.xml")
    (folder / "loop").symlink_to(folder / "loop")
    return folder


@pytest.mark.parametrize(
    "address",
    [
        "file:news.xml",
        "FILE:./news.xml",
        "file:deep/../news.xml",
        "file:in.xml",
        "file:deep/a%20b.xml",
        "file://{root}/news.xml",
        "file://localhost{root}/news.xml",
        "file:{root}/news.xml",
    ],
)
def test_a_file_below_the_root_is_read(root, address):
    assert fetch(address.format(root=root), local_root=root).body == BODY


FILES = {
    "file:../secret.xml": "local-outside",
    "file:%2e%2e/secret.xml": "local-outside",
    "file:deep/../../secret.xml": "local-outside",
    "file:///etc/passwd": "local-outside",
    "file:out.xml": "local-outside",
    "file:none.xml": "local-missing",
    "file:news.xml/x": "local-missing",
    "file:deep": "local-refused",
    "file:": "local-refused",
    "file:loop": "local-refused",
    "file:%00": "local-refused",
    "file:" + "a" * 5000: "local-refused",
    "file://nas.local/news.xml": "local-refused",
    "file:empty.xml": "empty",
    "file:pipe": "local-refused",
}


@pytest.mark.parametrize(("address", "expected"), FILES.items(), ids=[address[:30] for address in FILES])
def test_a_file_that_may_not_be_read_is_refused(root, address, expected):
    os.mkfifo(root / "pipe")
    assert code(fetch(address, local_root=root)) == expected


def test_files_are_refused_without_a_root_and_say_what_to_set(root):
    outcome = fetch(f"file://{root}/news.xml")
    assert (code(outcome), "[local] root" in outcome.line) == ("local-refused", True)


def test_a_file_over_the_limit_is_too_big(root):
    assert code(fetch("file:news.xml", local_root=root, body_limit=len(BODY) - 1)) == "too-big"


def test_a_file_is_unchanged_until_its_bytes_change(root):
    with door(local_root=root) as fetcher:
        first = fetcher.fetch(claim("file:news.xml"))
        assert fetcher.fetch(claim("file:news.xml", etag=first.etag)) == Unchanged(
            status=304, etag=first.etag
        )
        time.sleep(0.02)
        (root / "news.xml").write_bytes(BODY)
        again = fetcher.fetch(claim("file:news.xml", etag=first.etag, body_hash=first.body_hash))
        assert again == Unchanged(status=200, etag=again.etag, bytes=len(BODY))
        assert again.etag != first.etag
        (root / "news.xml").write_bytes(BODY * 2)
        assert (
            fetcher.fetch(claim("file:news.xml", etag=again.etag, body_hash=first.body_hash)).body == BODY * 2
        )
