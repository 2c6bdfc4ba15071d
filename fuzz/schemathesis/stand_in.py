"""A backend for the fleet that is fuzzed: prints its port, then answers every GET as a vLLM server does."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODELS = b'{"object":"list","data":[{"id":"Qwen/Qwen3-8B","object":"model","owned_by":"vllm","max_model_len":32768}]}'


class StandIn(BaseHTTPRequestHandler):
    def do_GET(self):
        body = MODELS if self.path == "/v1/models" else b'{"version":"0.11.0"}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
print(server.server_port, flush=True)
server.serve_forever()
