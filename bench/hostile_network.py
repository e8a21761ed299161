"""Groups N and H: what a network and an HTTP server can do to a poll."""

# What each case is stands in the catalogue; hostile bytes are easier to read on one line.
# ruff: noqa: D103, E501

import gzip
import os
import socket
import threading
import time
import zlib
from datetime import timedelta

from daemons import Folder, eventually
from feed_server import FeedServer, Reply, Request, Route, Wire, redirect
from fetching import (
    accepting,
    black_hole,
    chunked,
    drip,
    dripping_handshake,
    endless,
    old_tls,
    plain_complaint,
    silent,
    wire,
)
from hostile_stage import DEADLINE_S, GOOD, NOW, Stage, case, hold, loopback, same, shown

from feedwatch.manners import Turnstile
from feedwatch.model import Document, Failed, Unchanged

HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
MB = 1 << 20


def failing(stage: Stage, *cases: tuple[Route, str]) -> str:
    """Every route must fail with its code (or one of several, by `|`)."""
    return "; ".join(
        dict.fromkeys(stage.err(stage.fetch(stage.serve(route)), *codes.split("|")) for route, codes in cases)
    )


def bomb(compressor: "zlib._Compress", megabytes: int = 1024) -> bytes:
    """Zeros, compressed without ever being whole."""
    block = bytes(MB)
    return b"".join(compressor.compress(block) for _ in range(megabytes)) + compressor.flush()


def gzip_of(data: bytes) -> bytes:
    """Gzip in one piece."""
    return gzip.compress(data, mtime=0)


# --- N: network and transport --------------------------------------------------------------------------


def gai(code: int) -> Exception:
    """What getaddrinfo raises."""
    return socket.gaierror(code, "resolver")


def raising(error: Exception):  # noqa: ANN201
    """A resolver that fails so."""

    def resolve(host: str, port: int) -> list[str]:
        raise error

    return resolve


@case("N01")
def no_such_name(stage: Stage) -> str:
    return stage.err(
        stage.fetch("http://feeds.example/", resolve=raising(gai(socket.EAI_NONAME))), "dns-not-found"
    )


@case("N02")
def resolver_down(stage: Stage) -> str:
    """A daemon of 200 feeds, of which none can be looked up, beside one that needs no name."""
    (stage.folder / "n02").mkdir()
    folder = Folder(stage.folder / "n02")
    with FeedServer({"/feed": GOOD}) as web:
        feeds = {f"f{n}": f"http://f{n}.invalid:{web.port}/feed" for n in range(200)}
        folder.configure({**feeds, "own": web.url("/feed")}, interval="5s")
        with folder.daemon(**folder.no_resolver()) as daemon:
            eventually(lambda: "names cannot be looked up" in daemon.log, daemon, within=60)
            own = daemon.log.count("feed=own outcome=ok")
            eventually(lambda: daemon.log.count("feed=own outcome=") > own, daemon)
            failed = folder.json("feeds", "list", "--fields", "state,error_code")
            (folder.path / "no-resolver").unlink()
            eventually(lambda: "names can be looked up again" in daemon.log, daemon, within=60)
            hold("Traceback" not in daemon.log, "a traceback in the log")
            lines = daemon.log.splitlines()
            same(daemon.stop()[0], 0)
    same(failed.count({"state": "failing", "error_code": "dns-failed"}), 200)  # type: ignore[attr-defined]
    summary = [line.partition(" ")[2] for line in lines if "names can" in line]
    same(len(summary), 2)
    single = sum("dns-failed" in line for line in lines)
    hold(single <= 3, f"{single} lines of single feeds")
    return f"{summary[0]} ({single} were told one by one); all 200 are failing; then: {summary[1]}"


@case("N03")
def resolver_that_hangs(stage: Stage) -> str:
    answered = threading.Event()

    def hang(host: str, port: int) -> list[str]:
        answered.wait(20)
        return []

    try:
        outcome = stage.fetch("http://feeds.example/", resolve=hang)
    finally:
        answered.set()
    return stage.err(outcome, "dns-timeout", "deadline")


@case("N04")
def mixed_records(stage: Stage) -> str:
    address = stage.serve(GOOD).replace("127.0.0.1", "feeds.example")
    with FeedServer({"/": GOOD}, host="127.0.0.2") as inside:
        some = stage.settings_of(
            address, allow=["127.0.0.1"], resolve=lambda host, port: ["127.0.0.2", "10.0.0.1", "127.0.0.1"]
        )
        none = stage.err(
            stage.fetch(address, allow=(), resolve=lambda host, port: ["127.0.0.2", "10.0.0.1"]),
            "address-refused",
        )
        same(inside.connections, 0)
    return f"{some}; none left: {none}"


@case("N05")
def rebinding(stage: Stage) -> str:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["192.0.2.1"] if len(asked) == 1 else ["127.0.0.1"]

    before = stage.web.connections
    address = stage.serve(GOOD).replace("127.0.0.1", "feeds.example")
    outcomes = [
        stage.err(stage.fetch(address, allow=(), resolve=resolve), "address-refused") for _ in range(3)
    ]
    same((stage.web.connections, len(asked)), (before, 3))  # one look-up a poll, no connection
    return outcomes[1]


@case("N06")
def refused(stage: Stage) -> str:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        return stage.err(stage.fetch(f"http://127.0.0.1:{closed.getsockname()[1]}/"), "refused")


@case("N07")
def swallowed_syn(stage: Stage) -> str:
    said = []
    with black_hole() as port:
        for many in (1, 8):
            begun = time.monotonic()
            outcome = stage.fetch(
                f"http://feeds.example:{port}/", resolve=lambda host, port, many=many: ["127.0.0.1"] * many
            )
            seconds = time.monotonic() - begun
            said.append(f"{many}: {stage.err(outcome, 'connect-timeout')} after {seconds:.1f} s")
            hold(seconds < DEADLINE_S / 3 + 0.5, f"{seconds:.1f} s with {many} addresses")
    return "; ".join(said)


@case("N08")
def reset_in_the_body(stage: Stage) -> str:
    def abort(request: Request, sock: socket.socket) -> None:
        sock.sendall(HEAD + b'Content-Length: 5000\r\nETag: "2"\r\n\r\n' + GOOD)
        time.sleep(0.1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        sock.close()

    return failing(stage, (Wire(abort), "reset|truncated"))


@case("N09")
def accepts_and_is_silent(stage: Stage) -> str:
    return failing(stage, (silent(), "read-timeout"))


@case("N10")
def drips_a_body(stage: Stage) -> str:
    return failing(stage, (drip(HEAD + b"\r\n"), "deadline"))


@case("N11")
def drips_headers(stage: Stage) -> str:
    return failing(stage, (drip(b"HTTP/1.1 200 "), "deadline"), (drip(HEAD + b"X-A: "), "deadline"))


@case("N12")
def drips_the_body_of_a_redirect(stage: Stage) -> str:
    target = stage.serve(GOOD)
    begun = time.monotonic()
    said = stage.settings_of(stage.serve(drip(f"HTTP/1.1 302 Found\r\nLocation: {target}\r\n\r\n".encode())))
    hold(time.monotonic() - begun < 1, "the body of the redirect was waited for")
    return f"followed at once; {said}"


@case("N13")
def stalls_in_the_body(stage: Stage) -> str:
    return failing(stage, (silent(HEAD + b"Content-Length: 500\r\n\r\n<"), "read-timeout"))


@case("N14", "N20")
def expired(stage: Stage) -> str:
    with stage.secure("DNS:feeds.example", -1) as (address, cert):
        said = stage.err(stage.fetch(address, resolve=loopback, ca_file=cert), "tls-expired")
    hold("check the clock" in said, said)
    return said


@case("N15")
def wrong_host_name(stage: Stage) -> str:
    with stage.secure("DNS:other.example") as (address, cert):
        return stage.err(stage.fetch(address, resolve=loopback, ca_file=cert), "tls-hostname")


@case("N16")
def self_signed(stage: Stage) -> str:
    with stage.secure("DNS:feeds.example") as (address, cert):
        said = stage.err(stage.fetch(address, resolve=loopback), "tls-untrusted")
        return f"{said}; with its own authority: {stage.settings_of(address, resolve=loopback, ca_file=cert)}"


@case("N17")
def old_tls_only(stage: Stage) -> str:
    context, _ = stage.certificate("DNS:feeds.example", 6)
    with FeedServer({"/feed": GOOD}, tls=old_tls(context)) as web:
        return stage.err(stage.fetch(web.url("/feed")), "tls-protocol")


@case("N18")
def drips_a_handshake(stage: Stage) -> str:
    with accepting(dripping_handshake) as port:
        return stage.err(stage.fetch(f"https://127.0.0.1:{port}/"), "deadline")


@case("N19")
def the_other_protocol(stage: Stage) -> str:
    with accepting(plain_complaint) as port:
        plain = stage.err(stage.fetch(f"https://127.0.0.1:{port}/"), "tls-protocol")
    with stage.secure("IP:127.0.0.1") as (address, _):
        secure = stage.err(
            stage.fetch(address.replace("https:", "http:"), resolve=loopback), "bad-http", "reset"
        )
    return f"plain on TLS: {plain}; TLS on plain: {secure}"


@case("N21")
def dead_ipv6(stage: Stage) -> str:
    address = stage.serve(GOOD).replace("127.0.0.1", "feeds.example")
    return stage.settings_of(address, resolve=lambda host, port: ["::1", "::1", "127.0.0.1"])


@case("N22")
def five_hundred_feeds_of_one_host(stage: Stage) -> str:
    gate: Turnstile[int] = Turnstile(places=16, concurrency=2, gap_s=0.001)
    active, most, others, order = [0], [0], [0.0], threading.Lock()
    begun = time.monotonic()

    def take() -> None:
        while (turn := gate.take()) is not None:
            site = turn.site
            with order:
                active[0] += site == "crowded.example"
                most[0] = max(most[0], active[0])
            time.sleep(0.005)
            with order:
                active[0] -= site == "crowded.example"
                others[0] = max(others[0], (site != "crowded.example") * (time.monotonic() - begun))
            gate.left(turn)
            gate.done(turn)

    for number in range(500):
        gate.put("crowded.example", number)
    for number in range(20):
        gate.put(f"site{number}.example", number)
    threads = [threading.Thread(target=take) for _ in range(16)]
    for thread in threads:
        thread.start()
    while gate.crowded():
        time.sleep(0.01)
    time.sleep(0.2)
    gate.close()
    for thread in threads:
        thread.join(10)
    hold(most[0] <= 2 and others[0] < 0.5, f"{most[0]} at once; the others took {others[0]:.2f} s")
    return f"OK at most {most[0]} at once of 500; 20 feeds of other hosts done after {others[0]:.2f} s"


@case("N23")
def dead_proxy(stage: Stage) -> str:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{closed.getsockname()[1]}"
        before = stage.web.connections
        said = stage.err(stage.fetch(stage.serve(GOOD), of={"proxy": proxy}), "proxy")
    same(stage.web.connections, before)
    return said


@case("N24")
def proxy_in_the_environment(stage: Stage) -> str:
    with FeedServer({"/": GOOD}) as proxy:
        os.environ["HTTP_PROXY"] = os.environ["http_proxy"] = proxy.url("/")
        try:
            said = stage.settings_of(stage.serve(GOOD))
        finally:
            del os.environ["HTTP_PROXY"], os.environ["http_proxy"]
        same(proxy.connections, 0)
    inside = stage.err(
        stage.fetch("http://169.254.169.254/", of={"proxy": stage.web.url("/")}, allow=()), "address-refused"
    )
    return f"the environment's proxy is ignored: {said}; with a feed's own proxy: {inside}"


@case("N25")
def no_network_at_boot(stage: Stage) -> str:
    (stage.folder / "n25").mkdir()
    folder = Folder(stage.folder / "n25")
    with FeedServer() as web:
        port = web.port
        folder.configure({"a": f"http://127.0.0.1:{port}/feed", "b": "http://b.invalid/feed"}, interval="1s")
        web.__exit__()
    with folder.daemon() as daemon:
        daemon.wait_ready()
        eventually(lambda: daemon.log.count("outcome=failed") >= 2, daemon)
        listener = FeedServer({"/feed": GOOD})
        listener._listener.close()
        listener._listener = socket.create_server(("127.0.0.1", port))
        with listener:
            eventually(lambda: "outcome=ok" in daemon.log, daemon)
        hold("Traceback" not in daemon.log, "a traceback in the log")
        code, seconds = daemon.stop()
    same(code, 0)
    return f"READY, failures, then ok without a restart; stopped in {seconds:.1f} s"


@case("N26")
def suspended_in_a_poll(stage: Stage) -> str:
    import signal

    (stage.folder / "n26").mkdir()
    folder = Folder(stage.folder / "n26")
    with FeedServer({"/slow": drip(HEAD + b"\r\n"), "/good": GOOD}) as web:
        folder.configure(
            {"slow": web.url("/slow"), "good": web.url("/good")},
            interval="2s",
            more='[limits]\ndeadline = "3s"',
        )
        with folder.daemon() as daemon:
            daemon.wait_ready()
            eventually(lambda: web.paths().count("/slow") == 1, daemon)
            daemon.process.send_signal(signal.SIGSTOP)
            time.sleep(8)
            polls = web.paths().count("/good")
            daemon.process.send_signal(signal.SIGCONT)
            time.sleep(1.5)
            burst = web.paths().count("/good") - polls
            eventually(lambda: "code=deadline" in daemon.log, daemon)
            daemon.stop()
    hold(burst <= 2, f"{burst} polls in the first second and a half after four missed runs")
    return f"the poll ends with its deadline; {burst} poll(s) of the other feed after four missed runs"


# --- H: HTTP responses -------------------------------------------------------------------------------------


def encoded(coding: str, body: bytes, status: str = "200 OK", more: str = "") -> Wire:
    """A reply that says it is encoded so."""
    return wire(f"HTTP/1.1 {status}\r\n{more}Content-Encoding: {coding}\r\n\r\n".encode(), body)


_BOMBS: dict[str, bytes] = {}


def gzip_bomb() -> bytes:
    """1 GiB in 1 MB."""
    if "gzip" not in _BOMBS:
        _BOMBS["gzip"] = bomb(zlib.compressobj(9, zlib.DEFLATED, 31))
    return _BOMBS["gzip"]


@case("H01")
def gzip_bombed(stage: Stage) -> str:
    return failing(stage, (encoded("gzip", gzip_bomb()), "too-big"))


@case("H02")
def brotli_bombed(stage: Stage) -> str:
    said = failing(stage, (encoded("br", b"\xcf\xff\xff\x7f\xf8" + bytes(1600)), "encoding"))
    hold("br" not in stage.web.requests[-1].headers["accept-encoding"], "br is offered")
    return f"br is never offered; {said}"


@case("H03")
def gzip_in_gzip(stage: Stage) -> str:
    return failing(stage, (encoded("gzip, gzip", gzip_of(gzip_bomb())), "encoding"))


@case("H04")
def a_thousand_encodings(stage: Stage) -> str:
    return failing(stage, (encoded(", ".join(["gzip"] * 1000), gzip_of(GOOD)), "encoding"))


@case("H05")
def bomb_in_a_redirect(stage: Stage) -> str:
    target = stage.serve(GOOD)
    return stage.settings_of(
        stage.serve(encoded("gzip", gzip_bomb(), "302 Found", f"Location: {target}\r\n"))
    )


@case("H06")
def bomb_in_a_refusal(stage: Stage) -> str:
    cases = [
        (encoded("gzip", gzip_bomb(), f"{status} No", more), code)
        for status, code in ((404, "http-404"), (500, "http-5xx"), (429, "http-429"), (304, "bad-304"))
        for more in ("", "Server: cloudflare\r\n")
    ]
    return failing(stage, *cases)


@case("H07")
def endless_body(stage: Stage) -> str:
    return failing(stage, (endless(HEAD + b"\r\n", bytes(65536)), "too-big"))


@case("H08")
def endless_chunks(stage: Stage) -> str:
    return failing(
        stage,
        (endless(CHUNKED, chunked(bytes(60000), end=b"")), "too-big"),
        (endless(CHUNKED, b"1\r\na\r\n" * 5000), "too-big|deadline"),
        (wire(CHUNKED, b"ffffffffffffffff\r\n", bytes(1000)), "too-big|truncated|bad-http"),
        (endless(CHUNKED + b"5;" + b"x" * 100, b"x" * 60000), "bad-http|truncated|deadline|reset"),
        (wire(CHUNKED, b"-5\r\n", GOOD), "truncated|bad-http"),
        (wire(CHUNKED, b"zz\r\n", GOOD), "truncated|bad-http"),
    )


@case("H09")
def shorter_than_its_length(stage: Stage) -> str:
    return failing(stage, (wire(HEAD + b'ETag: "9"\r\nContent-Length: 5000\r\n\r\n', GOOD), "truncated"))


@case("H10")
def lengths_that_lie(stage: Stage) -> str:
    said = failing(
        stage,
        (wire(HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n", GOOD), "bad-http"),
    )
    negative = stage.fetch(stage.serve(wire(HEAD + b"Content-Length: -5\r\n\r\n", GOOD)))
    short = stage.fetch(stage.serve(wire(HEAD + b"Content-Length: 9\r\n\r\n", GOOD)))
    hold(isinstance(short, Document) and len(short.body) == 9, shown(short))
    return f"too small: cut, {shown(short)}; two: {said}; negative: {shown(negative)}"


@case("H11")
def gzip_that_is_none(stage: Stage) -> str:
    both = failing(stage, (encoded("gzip", GOOD), "encoding"))
    once = stage.settings_of(
        stage.serve(
            lambda request: Reply(
                GOOD,
                headers={"Content-Encoding": "gzip"} if "gzip" in request.headers["accept-encoding"] else {},
            )
        )
    )
    return f"{both}; asked again without encodings: {once}"


@case("H12")
def gzip_cut(stage: Stage) -> str:
    return failing(stage, *((encoded("gzip", gzip_of(GOOD * 50)[:-cut]), "truncated") for cut in (1, 8, 60)))


@case("H13")
def gzip_unasked(stage: Stage) -> str:
    headers = {"headers": ()}
    said = stage.settings_of(
        stage.serve(Reply(gzip_of(GOOD), headers={"Content-Encoding": "gzip"})), of=headers
    )
    return f"{said}; {failing(stage, (encoded('x-gzip', gzip_bomb()), 'too-big'))}"


@case("H14")
def both_deflates(stage: Stage) -> str:
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    bodies = [zlib.compress(GOOD), raw.compress(GOOD) + raw.flush()]
    said = [stage.fetch(stage.serve(Reply(body, headers={"Content-Encoding": "deflate"}))) for body in bodies]
    hold(all(isinstance(one, Document) and one.body == GOOD for one in said), [shown(one) for one in said])
    return "OK both"


@case("H15")
def too_many_headers(stage: Stage) -> str:
    return failing(
        stage,
        (wire(HEAD, b"X-A: 1\r\n" * 200, b"\r\n", GOOD), "bad-http"),
        (wire(HEAD, b"X-A: " + b"1" * 70_000, b"\r\n\r\n", GOOD), "bad-http"),
    )


@case("H16")
def large_headers(stage: Stage) -> str:
    return shown(
        stage.fetch(
            stage.serve(
                wire(
                    HEAD,
                    b"X-A: " + b"1" * 64_000 + b"\r\n",
                    b"\r\n".join(b"X-%d: " % n + b"1" * 64_000 for n in range(88)),
                    b"\r\n\r\n",
                    GOOD,
                )
            )
        )
    )


@case("H17")
def hundred_continues(stage: Stage) -> str:
    return failing(stage, (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 10), "deadline"))


@case("H18")
def redirects_for_ever(stage: Stage) -> str:
    def next_one(request: Request) -> Reply:
        number = int(request.path.rpartition("/")[2])
        return redirect(f"/chain/{number + 1}")

    for number in range(1000):
        stage.web.routes[f"/chain/{number}"] = next_one
    stage.web.routes["/ping"], stage.web.routes["/pong"] = redirect("/pong"), redirect("/ping")
    stage.web.routes["/self"] = redirect("/self")
    return "; ".join(
        stage.err(stage.fetch(stage.web.url(path)), "too-many-redirects")
        for path in ("/chain/0", "/ping", "/self")
    )


@case("H19")
def bad_locations(stage: Stage) -> str:
    bad = [
        b"",
        b"http://a b/",
        b"http://exa\x00mple/",
        b"/" + b"a" * 60_000,
        b"http://[",
        b"\xff\xfe://x",
        b"http://:99999/",
    ]
    codes = "bad-redirect|scheme-refused|bad-http|address-refused|http-404"  # "\xff\xfe://x" is a path
    cases = [
        (wire(b"HTTP/1.1 302 Found\r\nLocation: " + location + b"\r\n\r\n"), codes) for location in bad[1:]
    ]
    said = failing(stage, (wire(b"HTTP/1.1 302 Found\r\n\r\n"), "bad-redirect"), *cases)
    megabyte = stage.err(
        stage.fetch(stage.serve(wire(b"HTTP/1.1 302 Found\r\nLocation: /" + b"a" * MB + b"\r\n\r\n"))),
        "bad-http",
        "bad-redirect",
    )
    hold("aaaaaaaaaa" not in said, "foreign text in a line")
    relative = stage.settings_of(stage.serve(redirect(stage.serve(GOOD).partition(str(stage.web.port))[2])))
    other = stage.settings_of(stage.serve(redirect(stage.serve(GOOD).partition(":")[2])))
    return f"relative {relative}; //host {other}; {megabyte}; {said[:200]}"


@case("H20")
def moved_for_good(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    target = stage.serve(GOOD)
    outcome = stage.fetch(stage.serve(redirect(target, 301)))
    hold(isinstance(outcome, Document) and outcome.moved_to == target, shown(outcome))
    private = stage.err(stage.fetch(stage.serve(redirect("http://10.0.0.1/feed", 301))), "address-refused")
    other = stage.err(stage.fetch(stage.serve(redirect("ftp://a.example/feed", 301))), "scheme-refused")
    pipeline.poll("a", GOOD, NOW)
    [(moved,)] = pipeline.rows("SELECT moved_to FROM feed")
    same(moved, None)
    return f"moved_to is reported with the document, and adopted by no single poll; {private}; {other}"


@case("H21")
def moved_to_a_parked_page(stage: Stage) -> str:
    page = b"<html><head><title>Domain for sale</title></head><body>Buy this domain</body></html>"
    outcome = stage.fetch(stage.serve(redirect(stage.serve(page), 301)))
    hold(isinstance(outcome, Document), shown(outcome))
    pipeline = stage.pipeline("a")
    pipeline.poll("a", GOOD, NOW)
    said = stage.err(stage.read(page), "not-a-feed")
    line = pipeline.poll("a", page, NOW + timedelta(hours=1))
    same((line.outcome, line.code), ("failed", "not-a-feed"))
    same(pipeline.rows("SELECT moved_to FROM feed"), [(None,)])
    return said


@case("H22")
def unasked_304(stage: Stage) -> str:
    return failing(stage, (Reply(status=304), "bad-304"))


@case("H23")
def new_etag_with_304(stage: Stage) -> str:
    outcome = stage.fetch(stage.serve(Reply(status=304, headers={"ETag": '"2"'})), of={"etag": '"1"'})
    same(outcome, Unchanged(status=304, etag='"2"'))
    return "OK the new ETag is kept"


@case("H24")
def the_same_body(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    pipeline.poll("a", GOOD, NOW)
    before = pipeline.rows(
        "SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM version), (SELECT max(seq) FROM change)"
    )
    line = pipeline.poll("a", GOOD, NOW + timedelta(hours=1))
    same(
        pipeline.rows(
            "SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM version), (SELECT max(seq) FROM change)"
        ),
        before,
    )
    same(line.outcome, "unchanged")
    return "unchanged; no article, version or change written"


@case("H25")
def strange_etags(stage: Stage) -> str:
    kept = []
    for value in (b'"' + b"a" * 60_000 + b'"', b'W/"\xe4"', b'"a"\r\n X: 1', b"a\x00b", b'"\x1b[31m"'):
        outcome = stage.fetch(
            stage.serve(wire(HEAD + b"ETag: " + value + b"\r\nConnection: close\r\n\r\n", GOOD))
        )
        if isinstance(outcome, Document):
            kept.append(outcome.etag)
            again = stage.fetch(stage.serve(GOOD), of={"etag": outcome.etag})
            hold(isinstance(again, Document), shown(again))
            hold("x" not in stage.web.requests[-1].headers, "a header was injected")
    sent = stage.fetch(stage.serve(GOOD), of={"etag": 'a"\r\nX-Evil: 1'})
    hold(
        isinstance(sent, Document) and "x-evil" not in stage.web.requests[-1].headers, "a header was injected"
    )
    return f"OK kept {[value and value[:12] for value in kept]}; none injects a header"


@case("H26")
def strange_dates(stage: Stage) -> str:
    for value in (b"Fri, 01 Jan 2999 00:00:00 GMT", b"yesterday", b"\xff\xff", b"0", b"x" * 5000):
        outcome = stage.fetch(
            stage.serve(wire(HEAD + b"Last-Modified: " + value + b"\r\nConnection: close\r\n\r\n", GOOD))
        )
        hold(isinstance(outcome, Document), shown(outcome))
        again = stage.fetch(stage.serve(GOOD), of={"modified": outcome.modified})  # type: ignore[union-attr]
        hold(isinstance(again, Document), shown(again))
    return "OK sent back as given, or dropped"


@case("H27")
def gone(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    pipeline.poll("a", GOOD, NOW)
    failed = stage.fetch(stage.serve(Reply(status=410)))
    hold(isinstance(failed, Failed), shown(failed))
    said = stage.err(failed, "http-410")
    pipeline.poll("a", failed, NOW + timedelta(hours=1))  # type: ignore[arg-type]
    same(
        pipeline.rows("SELECT state, next_at IS NOT NULL, (SELECT count(*) FROM article) FROM feed"),
        [("gone", 1, 1)],
    )
    return f"{said}; the slow, visible state; articles kept"


@case("H28")
def forbidden(stage: Stage) -> str:
    return failing(stage, (Reply(status=401), "http-401"), (Reply(status=403), "http-403"))


@case("H29")
def errors(stage: Stage) -> str:
    return failing(
        stage,
        (Reply(status=404), "http-404"),
        *((Reply(status=status), "http-5xx") for status in (500, 502, 503)),
    )


@case("H30")
def retry_after(stage: Stage) -> str:
    found = {}
    for value in ("120", "5", "-7", "999999999999", "soon", "Fri, 01 Jan 2999 00:00:00 GMT", "1" * 500):
        headers = {"Retry-After": value, "Date": "Tue, 24 Nov 2026 12:00:00 GMT"}
        outcome = stage.fetch(stage.serve(Reply(status=429, headers=headers)))
        stage.err(outcome, "http-429")
        found[value[:12]] = outcome.retry_after_s if isinstance(outcome, Failed) else "?"
    hold(all(seconds is None or 60 <= seconds <= 86_400 for seconds in found.values()), found)  # type: ignore[operator]
    same((found["120"], found["999999999999"], found["5"]), (120, 86_400, 60))
    return f"ERR http-429; seconds {found}"


@case("H31")
def fresh_for_ten_years(stage: Stage) -> str:
    outcome = stage.fetch(stage.serve(Reply(GOOD, headers={"Cache-Control": "max-age=315360000"})))
    hold(isinstance(outcome, Document), shown(outcome))
    pipeline = stage.pipeline("a")
    pipeline.poll("a", GOOD, NOW)
    [(interval,)] = pipeline.rows("SELECT interval_s FROM feed")
    hold(int(str(interval)) <= 21_600, f"the next poll is {interval} s away")
    return f"OK the next poll is {interval} s away (max_interval 6 h)"


@case("H32")
def empty(stage: Stage) -> str:
    return failing(stage, (Reply(b""), "empty"), (wire(HEAD + b"Content-Encoding: gzip\r\n\r\n"), "empty"))


PAGES = {
    "login": b'<!DOCTYPE html><html><title>Sign in</title><form><input type="password"></form></html>',
    "captcha": b"<html><head><title>Are you human?</title></head><body><div class='g-recaptcha'></div></body></html>",
    "cloudflare": b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><script src='/cdn-cgi/challenge-platform/h/b'></script></body></html>",
}


@case("H33")
def pages_instead_of_feeds(stage: Stage) -> str:
    said = []
    for page in PAGES.values():
        outcome = stage.fetch(
            stage.serve(Reply(page, headers={"Content-Type": "text/html", "ETag": '"page"'}))
        )
        hold(isinstance(outcome, Document), shown(outcome))
        said.append(stage.err(stage.read(page, "text/html"), "not-a-feed"))
    hold("Cloudflare challenge" in said[2], said[2])
    blocked = failing(
        stage,
        (wire(b"HTTP/1.1 403 No\r\nServer: cloudflare\r\n\r\n", PAGES["cloudflare"]), "cloudflare-challenge"),
    )
    return "; ".join([*said, blocked])


@case("H34")
def types_that_lie(stage: Stage) -> str:
    for kind in ("image/png", "application/octet-stream", "text/html", "", "x" * 5000):
        same(stage.refined(GOOD, kind).total, 1)
    binary = stage.err(
        stage.read(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "application/rss+xml"), "not-a-feed"
    )
    return f"OK under any type; binary: {binary}"


@case("H35")
def odd_statuses(stage: Stage) -> str:
    return failing(
        stage,
        (Reply(GOOD, status=206), "bad-http"),
        (Reply(status=204), "empty"),
        (Reply(status=205), "empty"),
        (wire(b"HTTP/1.1 101 Switching Protocols\r\n\r\n"), "bad-http|reset"),
        (wire(b"HTTP/1.1 999 What\r\n\r\n"), "bad-http|http-5xx"),
    )


@case("H36")
def cookies(stage: Stage) -> str:
    head = (
        HEAD
        + b"Connection: close\r\n"
        + b"\r\n".join(b"Set-Cookie: c%d=1" % n for n in range(95))
        + b"\r\n\r\n"
    )
    address = stage.serve(wire(head, GOOD))
    stage.settings_of(address)
    stage.settings_of(address)
    hold("cookie" not in stage.web.requests[-1].headers, "a cookie came back")
    flood = wire(HEAD + b"Set-Cookie: a=1\r\n" * 3000 + b"\r\n", GOOD)
    return f"none kept; 3,000: {failing(stage, (flood, 'bad-http'))}"


@case("H37")
def other_protocols(stage: Stage) -> str:
    return failing(
        stage,
        (wire(GOOD), "bad-http"),
        (wire(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), "bad-http"),
        (wire(b"ICY 200 OK\r\n\r\n", GOOD), "bad-http"),
    )


@case("H38")
def response_splitting(stage: Stage) -> str:
    cases = [
        HEAD + b'X: a\rb\r\nETag: "a\rX-Evil: 1"\r\nConnection: close\r\n\r\n',
        HEAD + b"X: a\x00b\r\nConnection: close\r\n\r\n",
    ]
    said = []
    for head in cases:
        outcome = stage.fetch(stage.serve(wire(head, GOOD)))
        said.append(shown(outcome))
        if isinstance(outcome, Document):
            hold(outcome.etag is None or "\r" not in outcome.etag, "CR in the ETag that would be sent back")
    return "; ".join(said)
