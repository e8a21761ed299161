"""Group R, and the address corpus: places that must not be dialled, and canaries that would notice."""

# What each case is stands in the catalogue; hostile bytes are easier to read on one line.
# ruff: noqa: D103, E501

import ipaddress
import itertools
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from addresses import FOREIGN, TRICKS, UNREADABLE
from feed_server import FeedServer, redirect
from hostile_stage import GOOD, Stage, case, hold, loopback, same

from feedwatch.fetch import Fetcher
from feedwatch.model import Claim, Document, Failed, Source

STATUSES = (301, 302, 307, 308)
REFUSED = ("address-refused", "bad-url", "bad-redirect", "scheme-refused", "local-refused")
RELATIVE = ("no scheme", "empty")  # as the place of a redirect these are paths


class Canaries:
    """Listeners on every local address, on one port; they count who connects, and answer nobody."""

    def __init__(self) -> None:
        self.accepted: list[str] = []
        self.addresses: list[str] = []
        self._listeners: list[socket.socket] = []
        self.port = 0

    def __enter__(self) -> "Canaries":
        wild = socket.create_server(("0.0.0.0", 0), backlog=64)
        self.port = int(wild.getsockname()[1])
        self._listen(wild)
        with suppress(OSError):
            self._listen(socket.create_server(("::", self.port), family=socket.AF_INET6, backlog=64))
        self.addresses = ["127.0.0.1", "127.0.0.2", "127.255.255.254", "::1", *own_addresses()]
        self.heard = self._heard()
        self.accepted.clear()
        return self

    def __exit__(self, *_: object) -> None:
        for listener in self._listeners:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def _heard(self) -> int:
        """How many of the addresses can hear: a canary that cannot proves nothing."""
        reached = 0
        for address in self.addresses:
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            with suppress(OSError), socket.socket(family) as probe:
                probe.settimeout(1)
                probe.connect((address, self.port))
                reached += 1
        until = time.monotonic() + 2
        while len(self.accepted) < reached and time.monotonic() < until:
            time.sleep(0.005)
        return len(self.accepted)

    def _listen(self, listener: socket.socket) -> None:
        self._listeners.append(listener)
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            self.accepted.append(str(sock.getsockname()))
            sock.close()


def own_addresses() -> list[str]:
    """The machine's own addresses beside loopback."""
    found: set[str] = set()
    with suppress(OSError):
        found |= {str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None)}
    for family, far in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((far, 9))  # sends nothing
            found.add(str(probe.getsockname()[0]))
    return sorted(
        address for address in found if not ipaddress.ip_address(address).is_loopback and "%" not in address
    )


def literals(canaries: Canaries) -> list[str]:
    """Inside addresses, each as a URL on the canaries' port."""
    more = [
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.10",
        "169.254.169.254",
        "100.100.100.200",
        "fd00:ec2::254",
        "fe80::1",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::127.0.0.1",
        "198.18.0.1",
        "240.0.0.1",
    ]
    return [*canaries.addresses, *more]


def url_of(address: str, port: int) -> str:
    """The address as a URL."""
    return f"http://[{address}]:{port}/" if ":" in address else f"http://{address}:{port}/"


def corpus(canaries: Canaries, web: FeedServer) -> Iterator[tuple[str, str, Sequence[Sequence[str]]]]:
    """(how, URL to poll, what the resolver answers at each look-up) of every case."""
    port = canaries.port
    written = [text.format(port=port) for text in (*TRICKS.values(), *UNREADABLE.values())]
    written += [url_of(address, port) for address in literals(canaries)]
    inside = [canaries.addresses]
    for text in written:
        yield "direct", text, inside
    paths = {UNREADABLE[name].format(port=port) for name in RELATIVE}
    locations = [text for text in written if len(text) < 5000 and text.isprintable() and text not in paths]
    for status, (number, text) in itertools.product(STATUSES, enumerate(locations)):
        with suppress(UnicodeEncodeError):
            text.encode("latin-1")
            path = f"/{status}/{number}"
            web.routes[path] = redirect(text, status)
            yield f"behind {status}", web.url(path), inside
    public = ["127.0.0.1"]  # the publisher's server plays the public host: allowed on its own port only
    for number, address in enumerate(literals(canaries)):
        path = f"/rebind/{number}"
        web.routes[path] = redirect(f"http://rebind.example:{port}/")
        yield "rebinding between two look-ups", web.url(path, host="rebind.example"), [public, [address]]
        yield "a name for it", f"http://name{number}.example:{port}/", [[address]]
        yield "mixed records", f"http://mixed.example:{port}/", [[address, "10.1.2.3", "127.0.0.1"]]
    for scheme in FOREIGN:
        yield "another scheme", f"{scheme}://127.0.0.1:{port}/", inside


def refuse_all(deadline_s: float = 3) -> tuple[int, list[str], list[str], int]:
    """Polls the corpus: how many, what was not refused, what the canaries accepted, how many of them can hear."""
    wrong: list[str] = []
    total = 0
    with Canaries() as canaries, FeedServer() as web:
        for how, address, answers in corpus(canaries, web):
            total += 1
            asked = iter([*answers, *[answers[-1]] * 10])
            fetcher = Fetcher(
                user_agent="feedwatch-bench/1",
                allow=[f"127.0.0.1:{web.port}"],
                deadline_s=deadline_s,
                resolve=lambda host, port, asked=asked: next(asked),
            )
            outcome = fetcher.fetch(Claim(source=Source(1, "feed", ""), address=address))
            fetcher.close()
            if not isinstance(outcome, Failed) or outcome.code not in REFUSED:
                wrong.append(f"{how}: {address[:60]!r}: {outcome!r}"[:200])
        accepted = list(canaries.accepted)
    return total, wrong, accepted, canaries.heard


ALLOWED = (  # allow, where the name leads, may it be fetched?
    (["127.0.0.2"], "127.0.0.2", True),
    (["127.0.0.2"], "127.0.0.3", False),
    (["127.0.0.0/30"], "127.0.0.3", True),
    (["127.0.0.0/30"], "127.0.0.4", False),
    (["feeds.example"], "127.0.0.2", True),
    (["other.example"], "127.0.0.2", False),
    (["feeds.example:{port}"], "127.0.0.2", True),
    (["feeds.example:1"], "127.0.0.2", False),
    (["127.0.0.2:{port}"], "127.0.0.2", True),
    (["127.0.0.2:1"], "127.0.0.2", False),
    (["::1"], "::1", True),
    (["::1"], "127.0.0.1", False),
    ([], "127.0.0.2", False),
)


def allow_list() -> list[str]:
    """What the allow-list lets through wrongly, or refuses wrongly: direct, by name, and behind a redirect."""
    wrong = []
    for allow, place, passes in ALLOWED:
        with FeedServer({"/": GOOD}, host=place) as target, FeedServer(host="127.0.0.9") as web:
            web.routes["/to"] = redirect(target.url("/", host="feeds.example"))
            entries = [entry.format(port=target.port) for entry in allow]
            direct = target.url("/") if "example" not in str(allow) else target.url("/", host="feeds.example")
            for address in (direct, target.url("/", host="feeds.example"), web.url("/to")):
                fetcher = Fetcher(
                    user_agent="x",
                    allow=[*entries, f"127.0.0.9:{web.port}"],
                    deadline_s=3,
                    resolve=lambda host, port, place=place: [place],
                )
                before = target.connections
                outcome = fetcher.fetch(Claim(source=Source(1, "feed", ""), address=address))
                fetcher.close()
                connected = target.connections > before
                if isinstance(outcome, Document) is not passes or connected is not passes:
                    wrong.append(f"allow={entries} {address} -> {place}: {outcome!r}"[:200])
    return wrong


# --- the cases -------------------------------------------------------------------------------------------------------


def refuse(stage: Stage, number: str) -> str:
    """Every spelling of a case, direct and behind a redirect: refused, and nobody hears of it."""
    spellings = [
        text for table in (TRICKS, UNREADABLE) for name, text in table.items() if name.startswith(number)
    ]
    said = []
    with Canaries() as canaries:
        for text in spellings:
            address = text.format(port=canaries.port)
            said.append(
                stage.err(stage.fetch(address, allow=(), resolve=loopback), "address-refused", "bad-url")
            )
            if address.isascii():
                public = [f"127.0.0.1:{stage.web.port}"]
                stage.err(
                    stage.fetch(
                        stage.serve(redirect(address)), allow=public, resolve=lambda host, port: ["127.0.0.2"]
                    ),
                    *REFUSED,
                )
        same(canaries.accepted, [])
    return f"{len(spellings)} spellings; {said[0]}"


def _register() -> None:
    for number in (
        "R01",
        "R02",
        "R03",
        "R04",
        "R05",
        "R06",
        "R07",
        "R08",
        "R09",
        "R10",
        "R11",
        "R12",
        "R13",
        "R14",
        "R15",
        "R16",
        "R17",
        "R18",
        "R19",
        "R20",
        "R24",
    ):
        case(number)(lambda stage, number=number: refuse(stage, number))


_register()


@contextmanager
def public(stage: Stage) -> Iterator[dict[str, object]]:
    """Options under which only the publisher's server is public, and every name leads to 127.0.0.2."""
    with Canaries() as canaries:
        yield {
            "allow": [f"127.0.0.1:{stage.web.port}"],
            "resolve": lambda host, port: ["127.0.0.2"],
            "port": canaries.port,
        }
        same(canaries.accepted, [])


@case("R21")
def redirect_inside(stage: Stage) -> str:
    with public(stage) as options:
        target = f"http://127.0.0.1:{options.pop('port')}/"
        said = stage.err(stage.fetch(stage.serve(redirect(target)), **options), "address-refused")  # type: ignore[arg-type]
    hold("redirected from" in said, said)
    return said


@case("R22")
def chains(stage: Stage) -> str:
    said = []
    with public(stage) as options:
        target = f"http://127.0.0.1:{options.pop('port')}/"
        chains = [stage.serve(redirect(stage.serve(redirect(target, status)), status)) for status in STATUSES]
        said += [stage.err(stage.fetch(chain, **options), "address-refused") for chain in chains]
        from feed_server import Reply

        page = f'<html><meta http-equiv="refresh" content="0;url={target}"></html>'.encode()
        said.append(
            stage.settings_of(stage.serve(Reply(page, headers={"Refresh": f"0; url={target}"})), **options)
        )
    return f"{said[0]}; Refresh and meta refresh are not followed"


@case("R23")
def redirect_to_other_schemes(stage: Stage) -> str:
    schemes = (
        "file:///etc/passwd",
        "gopher://a/",
        "ftp://a/",
        "data:text/xml,x",
        "dict://a/",
        "jar:http://a!/",
        "feed:http://a/",
    )
    return "; ".join(
        dict.fromkeys(
            stage.err(stage.fetch(stage.serve(redirect(scheme))), "scheme-refused", "bad-redirect")
            for scheme in schemes
        )
    )


@case("R25", "R26")
def files(stage: Stage) -> str:
    root = stage.folder / "root"
    root.mkdir(exist_ok=True)
    (root / "good.xml").write_bytes(GOOD)
    with suppress(FileExistsError):
        (root / "link").symlink_to("/etc/passwd")
    none = stage.err(stage.fetch("file:///etc/passwd"), "local-refused")
    outside = {
        stage.err(stage.fetch(address, local_root=root), "local-outside", "local-refused")
        for address in (
            "file:///etc/passwd",
            "file:../../etc/passwd",
            "file:%2e%2e/%2e%2e/etc/passwd",
            "file:link",
            f"file://{root}/../x",
        )
    }
    return (
        f"{none}; below the root {stage.settings_of('file:good.xml', local_root=root)}; {'; '.join(outside)}"
    )


@case("R27")
def ports(stage: Stage) -> str:
    from feedwatch.fetch.guard import Guard

    refused = {port: Guard().check("93.184.216.34", "public.example", port) for port in (22, 25, 6379, 11211)}
    hold(all(refused.values()), refused)
    hold(
        not any(Guard().check("93.184.216.34", "public.example", port) for port in (80, 443, 8080, 8443)),
        "a web port is refused",
    )
    said = {
        stage.err(
            stage.fetch(
                f"http://public.example:{port}/", allow=(), resolve=lambda host, port: ["93.184.216.34"]
            ),
            "address-refused",
        )
        for port in refused
    }
    return "; ".join(sorted(said))


@case("R28")
def allowed_exactly(stage: Stage) -> str:
    same(wrong := allow_list(), [])
    return f"OK {3 * len(ALLOWED)} fetches as the list says; wrong: {wrong}"


@case("R29")
def allowed_name_turns_to_metadata(stage: Stage) -> str:
    return stage.err(
        stage.fetch("http://nas.local/", allow=["nas.local"], resolve=lambda host, port: ["169.254.169.254"]),
        "address-refused",
    )


@case("R30")
def no_port_scanner(stage: Stage) -> str:
    codes = set()
    with socket.socket() as closed, FeedServer({"/": GOOD}) as opened:
        closed.bind(("127.0.0.1", 0))
        for port in (closed.getsockname()[1], opened.port):
            outcome = stage.fetch(f"http://127.0.0.1:{port}/", allow=())
            codes.add((getattr(outcome, "code", ""), getattr(outcome, "line", "").replace(str(port), "PORT")))
        same(opened.connections, 0)
    same(len(codes), 1)
    return f"OK open or closed, one answer: {codes.pop()}"


SECRETS = {"headers": (("X-Api-Key", "k3y"), ("Cookie", "a=b")), "auth": ("desk", "pass")}


@case("R32")
def credentials_elsewhere(stage: Stage) -> str:
    with FeedServer({"/": GOOD}) as other:
        address = stage.serve(redirect(other.url("/")))
        same(stage.settings_of(address, of=SECRETS), f"OK {len(GOOD)} bytes")
        first, second = stage.web.requests[-1].headers, other.requests[-1].headers
    names = ("authorization", "x-api-key", "cookie")
    hold(all(name in first for name in names) and not any(name in second for name in names), second)
    return "OK Authorization, cookies and custom headers go to the first host only"


@case("R33")
def downgrade(stage: Stage) -> str:
    from feed_server import FeedServer as Server

    context, cert = stage.certificate("IP:127.0.0.1")
    with Server({"/a": redirect(stage.serve(GOOD))}, tls=context) as secure:
        said = stage.settings_of(secure.url("/a"), of=SECRETS, ca_file=cert)
        hold("authorization" in secure.requests[-1].headers, "no login was sent to the feed's own host")
    hold(
        not any(name in stage.web.requests[-1].headers for name in ("authorization", "x-api-key", "cookie")),
        "credentials in the clear",
    )
    return f"{said}, followed without credentials"
