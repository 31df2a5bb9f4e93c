"""moto's server as a child process on a free port, and clients for it."""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request

import boto3

REGION = "eu-central-1"


@contextlib.contextmanager
def running(account):
    """Starts the server, gives a function that makes clients, stops the server."""
    port = _free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    environment = {"MOTO_ACCOUNT_ID": account, "PATH": "/usr/bin:/bin"}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    endpoint = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{endpoint}/moto-api/", server)
        yield lambda service: boto3.client(
            service, endpoint_url=endpoint, region_name=REGION, aws_access_key_id="emulator", aws_secret_access_key="emulator"
        )
    finally:
        server.terminate()
        server.wait(timeout=10)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url, server, seconds=60):
    for _ in range(seconds * 5):
        if server.poll() is not None:
            raise SystemExit(f"moto's server ended with {server.returncode}")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=5).close()
            return
        time.sleep(0.2)
    raise SystemExit(f"moto's server did not answer within {seconds} s")
