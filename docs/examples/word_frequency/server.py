#!/usr/bin/env python3
"""A distant server, played by this machine: serves the licence texts that Debian ships, after a delay.

In:  server.py [seconds of delay, 0.2 by default]
Out: one URL a line, then an empty line, on stdout; from then on it answers. It ends when its standard input ends,
     and so with whoever started it, however that ended.
"""
import http.server
import pathlib
import signal
import sys
import threading
import time

FOLDER = pathlib.Path("/usr/share/common-licenses")
DOCUMENTS = 20


def documents():
    """Returns {path: text}: the files of the folder, the longest cut in halves until there are enough."""
    files = [path for path in sorted(FOLDER.glob("*")) if path.is_file() and not path.is_symlink()]
    if not files:
        sys.exit(f"server.py: there are no texts in {FOLDER}; install the package base-files")
    texts = {path.name: path.read_bytes() for path in files[:DOCUMENTS]}
    while len(texts) < DOCUMENTS:
        name = max(texts, key=lambda each: len(texts[each]))
        text = texts.pop(name)
        middle = text.rfind(b"\n", 0, len(text) // 2) + 1
        texts[name + ".1"], texts[name + ".2"] = text[:middle], text[middle:]
    return dict(sorted(texts.items()))


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(self.server.delay)
        text = self.server.texts.get(self.path.lstrip("/"))
        if text is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        """The example's own output is what one wants to see."""


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # twenty requests come at once; the default of 5 makes some of them wait a second


def main():
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends whoever started us, and that ends us
    server = Server(("127.0.0.1", 0), Handler)
    server.texts = documents()
    server.delay = float(sys.argv[1]) if len(sys.argv) > 1 else 0.2
    for name in server.texts:
        print(f"http://127.0.0.1:{server.server_port}/{name}")
    print(flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
