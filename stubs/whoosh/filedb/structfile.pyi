from collections.abc import Callable

class StructFile:
    file: object
    onclose: Callable[[StructFile], None] | None
    is_real: bool
    is_closed: bool
    _name: str
    def close(self) -> None: ...

class BufferFile(StructFile):
    _buf: memoryview
    def __init__(self, buf: memoryview, name: str | None = None) -> None: ...
