"""Servers with a certificate: a good one, one of nobody, one of somebody else."""

import shutil
import subprocess
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest

from tests.fetch.serving import fetcher, json, problem_of, serve
from tests.store.serving import Reply

OPENSSL = shutil.which("openssl") or ""
MAKE = "req -x509 -newkey rsa:2048 -nodes -subj /CN=here -addext subjectAltName=IP:127.0.0.1"

pytestmark = pytest.mark.skipif(not OPENSSL, reason="no openssl here to make a certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificate")
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run([OPENSSL, *MAKE.split(), *files], check=True, capture_output=True)
    return folder / "certificate.pem"


@pytest.fixture
def secret(certificate: Path) -> SSLContext:
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    return context


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


@pytest.mark.usefixtures("trusted")
def test_a_server_with_a_certificate_is_trusted(tmp_path: Path, secret: SSLContext) -> None:
    with serve(json(), secret=secret) as server, fetcher(tmp_path) as asks:
        assert asks.get(server.url) == b'{"a": 1}'


def test_a_certificate_of_nobody_is_not_trusted(tmp_path: Path, secret: SSLContext) -> None:
    with serve(json(), secret=secret) as server, fetcher(tmp_path) as asks:
        problem = problem_of(asks, server.url)
        assert problem.startswith("no secure connection (")
        assert "certificate" in problem
        assert (asks.asked, server.asked) == (1, [])


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_somebody_else_is_not_trusted(tmp_path: Path, secret: SSLContext) -> None:
    with serve(json(), secret=secret) as server, fetcher(tmp_path) as asks:
        problem = problem_of(asks, server.url.replace("127.0.0.1", "localhost"))
        assert problem.startswith("no secure connection (")
        assert server.asked == []


@pytest.mark.usefixtures("trusted")
def test_nobody_is_led_from_secrecy_to_the_open(tmp_path: Path, secret: SSLContext) -> None:
    with serve(json()) as plain:
        away = Reply(status=302, headers={"Location": plain.url})
        with serve(away, secret=secret) as server, fetcher(tmp_path) as asks:
            assert "an address without encryption" in problem_of(asks, server.url)
        assert plain.asked == []
