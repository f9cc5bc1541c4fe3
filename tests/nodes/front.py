"""`python -m tests.nodes.front PORT NODE ...`: one address before several nodes, as an operator's proxy would be.

Each connection goes to the next node that is ready, byte for byte. A node is ready while its /readyz says so; one that
does not take a connection is out until then. Nothing is sent twice: that is for who sent it.
"""

import asyncio
import sys
from asyncio import StreamReader, StreamWriter

from tests.nodes.clusters import HERE

BETWEEN = 0.25  # seconds from one look at a node to the next
PATIENCE = 2  # seconds that a node has to say that it is ready
NOBODY = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
ARE_YOU_READY = b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


class Front:
    """The address, and which nodes are ready, in turn."""

    def __init__(self, nodes: list[int]) -> None:
        self.nodes = nodes
        self.ready: list[int] = []

    async def serve(self, port: int) -> None:
        """Take connections for ever."""
        server = await asyncio.start_server(self.visit, HERE, port, backlog=1000)
        await asyncio.gather(server.serve_forever(), *map(self.watch, self.nodes))

    async def watch(self, node: int) -> None:
        """Look after one node for ever."""
        while True:
            self.note(node, is_ready=await says_ready(node))
            await asyncio.sleep(BETWEEN)

    def note(self, node: int, *, is_ready: bool) -> None:
        """Take a node in, or out."""
        if is_ready != (node in self.ready):
            (self.ready.append if is_ready else self.ready.remove)(node)

    async def visit(self, reader: StreamReader, writer: StreamWriter) -> None:
        """One connection, until the node or the visitor ends it."""
        found = await self.next_node()
        if found is None:
            writer.write(NOBODY)
        else:
            ways = {asyncio.create_task(pass_on(reader, found[1])), asyncio.create_task(pass_on(found[0], writer))}
            _, other = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in other:
                way.cancel()
            found[1].close()
        writer.close()

    async def next_node(self) -> tuple[StreamReader, StreamWriter] | None:
        """A connection to the next that takes one."""
        while self.ready:
            node = self.ready.pop(0)
            self.ready.append(node)  # it is the last now, and may be asked by others at the same time
            try:
                return await asyncio.open_connection(HERE, node)
            except OSError:
                self.note(node, is_ready=False)
        return None


async def says_ready(node: int) -> bool:
    """Whether a node answers 200 in time."""
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection(HERE, node)
            writer.write(ARE_YOU_READY)
            line = await reader.readline()
            writer.close()
    except (OSError, TimeoutError):
        return False
    return b" 200 " in line


async def pass_on(source: StreamReader, sink: StreamWriter) -> None:
    """Everything from one side to the other; a side that breaks off ends it."""
    try:
        while data := await source.read(1 << 16):
            sink.write(data)
            await sink.drain()
    except OSError:
        pass


if __name__ == "__main__":
    asyncio.run(Front([int(node) for node in sys.argv[2:]]).serve(int(sys.argv[1])))
