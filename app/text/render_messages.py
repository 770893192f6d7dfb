"""How the process that renders and the one that asks speak: the length in four bytes, and then JSON."""

import json
import struct

LENGTH = struct.Struct(">I")


def pack(message: object) -> bytes:
    """A message as it goes through the pipe. Plain ASCII, so that half a Unicode pair survives the way."""
    body = json.dumps(message).encode("ascii")
    return LENGTH.pack(len(body)) + body
