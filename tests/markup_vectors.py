"""The vectors of `vectors/markup.txt`, and a page that tells which of them a browser executed."""

# ruff: noqa: E501  hostile text is easier to read on one line

import re
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from html import escape
from pathlib import Path
from shutil import which

VECTORS = [
    line.encode("ascii").decode("unicode_escape").replace("x()", f"x({number})").replace("x&#40;&#41;", f"x&#40;{number}&#41;")
    for number, line in enumerate(
        (
            line
            for line in (Path(__file__).parent / "vectors/markup.txt").read_text("ascii").splitlines()
            if line and not line.startswith("# ")
        ),
        start=1,
    )
]  # fmt: skip

ATTEMPTS = 3  # the browser itself hangs once in a while, on a busy machine, before it has read the page

# Everything that a page can be made to do on load or by a touch of a link or element.
_PAGE = """<!DOCTYPE html><meta charset=utf-8><title>vectors</title>
<script>var hits = []; function x(n) {{ hits.push(n) }} window.onerror = function () {{ return true }}</script>
{bodies}
<div id=tell></div><script>
function touch() {{
  document.querySelectorAll("main *").forEach(function (e) {{
    ["click", "mouseover", "focus", "mouseenter"].forEach(function (kind) {{
      try {{ e.dispatchEvent(new MouseEvent(kind, {{bubbles: true, cancelable: true}})) }} catch (error) {{}} }})
  }})
  setTimeout(function () {{ document.getElementById("tell").textContent = "hits:" + hits.join(",") + ":end" }}, 500)
}}
window.addEventListener("click", function (event) {{
  var a = event.target.closest && event.target.closest("a"); if (a) {{ var to = a.href.baseVal || a.href || "";
  if (/^\\s*javascript:/i.test(to)) hits.push("link " + to.slice(0, 40)); event.preventDefault() }} }}, true)
setTimeout(touch, 500)
</script>"""


def chromium() -> str | None:
    """The browser's path, if it is installed."""
    return which("chromium") or which("chromium-browser")


def executed(bodies: Iterable[str], folder: Path) -> list[str]:
    """What a real browser executed of these pieces of HTML, each in an element of its own on one page."""
    page = folder / "page.html"
    pieces = "\n".join(f"<main><div>{body}</div></main>" for body in bodies)
    page.write_text(_PAGE.format(bodies=pieces), encoding="utf-8", errors="replace")
    browser = chromium()
    assert browser is not None
    command = [
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=10000", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    for _ in range(ATTEMPTS):
        with suppress(subprocess.TimeoutExpired):
            done = subprocess.run(command, capture_output=True, timeout=40, check=False)
            found = re.search("hits:(.*?):end", done.stdout.decode("utf-8", "replace"))
            assert found, f"the page did not come to its end: {done.stderr[-500:]!r}"
            return [hit for hit in found[1].split(",") if hit]
    raise AssertionError("the browser hangs")


def as_feed(vectors: Iterable[str]) -> bytes:
    """A feed whose items carry the vectors as text, and as titles."""
    items = "".join(
        f"<item><guid>{n}</guid><link>https://vectors.example/{n}</link><title>{_xml(vector)}</title>"
        f"<description>{_xml(f'<p>Number {n} of a list.</p>{vector}')}</description></item>"
        for n, vector in enumerate(vectors)
    )
    return f'<rss version="2.0"><channel><title>Vectors</title>{items}</channel></rss>'.encode()


def _xml(text: str) -> str:
    return escape("".join(letter for letter in text if letter >= " " or letter in "\t\n"))
