"""A small HTTP client that keeps its connections open and costs little itself."""

import selectors
import socket
import statistics
import time
from dataclasses import dataclass, field


@dataclass
class Timings:
    """What one measurement found; times in milliseconds."""

    seconds: float
    times: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)

    @property
    def per_second(self) -> float:
        """Requests answered per second."""
        return len(self.times) / self.seconds

    def percentile(self, percent: float) -> float:
        """The time within which this share of the requests was answered."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]

    @property
    def median(self) -> float:
        """Half of the requests were answered within this time."""
        return statistics.median(self.times)


class Connection:
    """One open connection that sends a request and reads its whole answer."""

    def __init__(self, address: tuple[str, int]) -> None:
        self.address = address
        self.socket = socket.create_connection(address)
        self.received = b""
        self.sent_at = 0.0

    def send(self, request: bytes) -> None:
        """Send a request; the answer is read with `receive`."""
        self.received = b""
        self.sent_at = time.perf_counter()
        try:
            self.socket.sendall(request)
        except OSError:
            self._again(request)

    def receive(self, request: bytes) -> tuple[int, bytes] | None:
        """Read what has arrived: status and body when the answer is whole, else None."""
        try:
            part = self.socket.recv(1 << 18)
        except ConnectionResetError:
            part = b""
        if not part:
            self._again(request)
            return None
        self.received += part
        head, separator, body = self.received.partition(b"\r\n\r\n")
        if not separator:
            return None
        status = int(head[9:12])
        if status != 304 and len(body) < _content_length(head):
            return None
        return status, body

    def _again(self, request: bytes) -> None:
        """The server closed a connection that had been open for long: begin anew."""
        self.socket.close()
        self.socket = socket.create_connection(self.address)
        self.received = b""
        self.socket.sendall(request)


def _content_length(head: bytes) -> int:
    lowered = head.lower()
    at = lowered.find(b"\r\ncontent-length:")
    return int(lowered[at + 17 :].split(b"\r\n", 1)[0]) if at >= 0 else 0


def get(path: str, headers: dict[str, str] | None = None) -> bytes:
    """The bytes of a GET request."""
    lines = [f"GET {path} HTTP/1.1", "Host: localhost", *(f"{k}: {v}" for k, v in (headers or {}).items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def measure(port: int, requests: list[bytes], *, connections: int, seconds: float) -> Timings:
    """Send the requests in turn over some connections at once for a while."""
    selector = selectors.DefaultSelector()
    following = 0
    for _ in range(connections):
        connection = Connection(("127.0.0.1", port))
        selector.register(
            connection.socket, selectors.EVENT_READ, [connection, requests[following % len(requests)]]
        )
        connection.send(requests[following % len(requests)])
        following += 1
    timings = Timings(seconds)
    begin = time.perf_counter()
    while time.perf_counter() - begin < seconds:
        for key, _ in selector.select(timeout=1):
            connection, request = key.data
            before = connection.socket
            answer = connection.receive(request)
            if connection.socket is not before:
                selector.unregister(before)
                selector.register(connection.socket, selectors.EVENT_READ, key.data)
            if answer is None:
                continue
            timings.times.append((time.perf_counter() - connection.sent_at) * 1000)
            timings.statuses[answer[0]] = timings.statuses.get(answer[0], 0) + 1
            key.data[1] = requests[following % len(requests)]
            following += 1
            connection.send(key.data[1])
    timings.seconds = time.perf_counter() - begin
    for key in list(selector.get_map().values()):
        key.data[0].socket.close()
    return timings
