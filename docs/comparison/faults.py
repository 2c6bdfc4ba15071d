"""Servers with a fault each, on 127.0.0.1: what docs/comparison.md was tried with.

    python3 faults.py            listens until it is stopped; prints port and fault

A POST that would run a model is answered as a server in that state does.
"""

import asyncio
import json

LIST = json.dumps({"object": "list", "data": [{"id": "tiny", "object": "model", "created": 1, "owned_by": "vllm"}]})
CHAT = json.dumps(
    {
        "id": "chat-1",
        "object": "chat.completion",
        "created": 1,
        "model": "tiny",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "Hello"}}
        ],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
)
LOGIN = "<html><head><title>Please log in</title></head><body><form>...</form></body></html>"
ERROR = json.dumps({"error": "Unexpected endpoint or method. Returning 200 anyway"})


def answer(status, body, kind="application/json"):
    head = f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n"
    return head.encode(), body.encode()


def well(method, path):
    return answer("200 OK", CHAT if method == "POST" else LIST)


def login_page(method, path):
    return answer("200 OK", LOGIN, "text/html")


def error_with_200(method, path):
    return answer("200 OK", ERROR)


def dead_engine(method, path):
    """vLLM 0.32.0 after its engine has died: it lists models, /health is 503."""
    if path.startswith("/v1/models"):
        return answer("200 OK", LIST)
    return answer("503 Service Unavailable" if path == "/health" else "500 Internal Server Error", "")


PORTS = {
    18101: ("well", well),
    18102: ("login page", login_page),
    18103: ("error object with 200", error_with_200),
    18104: ("dripping body", well),
    18105: ("dead engine", dead_engine),
}


async def serve(reader, writer):
    port = writer.get_extra_info("sockname")[1]
    name, fault = PORTS[port]
    try:
        method, path, _ = (await reader.readuntil(b"\r\n\r\n")).decode().split(" ", 2)
        head, body = fault(method, path)
        writer.write(head)
        if name == "dripping body":
            for byte in body:  # a byte a second: the whole of it takes a minute and a half
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(1)
        else:
            writer.write(body)
        await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


async def main():
    for port, (name, _) in PORTS.items():
        await asyncio.start_server(serve, "127.0.0.1", port)
        print(port, name, flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
