"""A small OpenID provider on this machine: it signs in anyone who comes, as Ann, and signs what it says."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "blindspot-test"
NAME = "Ann Invented"


@contextmanager
def run_provider() -> Iterator[str]:
    """Run the provider and give the address of its metadata."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    server.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
    server.nonces = {}
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"{server.url}/.well-known/openid-configuration"
    finally:
        server.shutdown()
        server.server_close()


class Provider(BaseHTTPRequestHandler):
    """Answers the four questions of the code flow."""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if asked.path == "/authorize":
            self._send_back({name: values[0] for name, values in parse_qs(asked.query).items()})
        elif asked.path == "/keys":
            self._answer({"keys": [self.server.key.as_dict(private=False)]})
        else:
            self._answer(
                {
                    "issuer": self.server.url,
                    "authorization_endpoint": f"{self.server.url}/authorize",
                    "token_endpoint": f"{self.server.url}/token",
                    "jwks_uri": f"{self.server.url}/keys",
                    "response_types_supported": ["code"],
                    "id_token_signing_alg_values_supported": ["RS256"],
                }
            )

    def do_POST(self) -> None:
        said = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        now = int(time.time())
        claims = {
            "iss": self.server.url,
            "aud": CLIENT,
            "sub": "ann",
            "name": NAME,
            "email": "ann@example.org",
            "iat": now,
            "exp": now + 600,
            "nonce": self.server.nonces.pop(said["code"][0]),
        }
        token = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.server.key)
        self._answer({"access_token": "a", "token_type": "Bearer", "expires_in": 600, "id_token": token})

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _send_back(self, asked: dict[str, str]) -> None:
        code = f"code-{len(self.server.nonces)}"
        self.server.nonces[code] = asked.get("nonce")
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")
        self.end_headers()

    def _answer(self, said: dict[str, object]) -> None:
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
