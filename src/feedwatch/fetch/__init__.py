"""The one door to the network (and to local feed files).

`Fetcher.fetch` turns a claim into a document, the news that nothing changed, or a failure with a stable code.

    client ─▶ address · headers · replies (pure)      what an address means, what we send, what a reply says
           ─▶ call · adapter · dial ─▶ guard          time and sockets; which addresses may be dialled
           ─▶ body · local                            bytes under the limit
           ─▶ faults                                  every code and its one line
"""

from feedwatch.fetch.client import Fetcher, Outcome
from feedwatch.fetch.dial import Resolve, system_resolve

__all__ = ["Fetcher", "Outcome", "Resolve", "system_resolve"]
