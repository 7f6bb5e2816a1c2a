"""A passphrase around a backup, in the age format (https://age-encryption.org/v1): `age -d` opens it as well.

Run as a program it locks what it is given: finding the key takes a second on purpose, in which nothing else of a Python
process goes on, so a running bot has it done in another one.
"""

from __future__ import annotations

import subprocess
import sys

from pyrage import DecryptError, passphrase

AGE = b"age-encryption.org/"
"""What a locked file begins with."""


class WrongPassphrase(Exception):
    """The passphrase does not open the file, or the file was changed: age cannot tell which."""


def locked(data: bytes, secret: str) -> bytes:
    """`data` behind a passphrase."""
    sealed: bytes = passphrase.encrypt(data, secret)
    return sealed


def locked_elsewhere(data: bytes, secret: str) -> bytes:
    """The same, done by another process. Raises `OSError` when that one fails."""
    given = secret.encode() + b"\n" + data
    done = subprocess.run([sys.executable, "-m", __name__], input=given, capture_output=True, check=False)  # noqa: S603 - our own module
    if done.returncode:
        raise OSError("the backup could not be locked with its passphrase")
    return done.stdout


def unlocked(data: bytes, secret: str) -> bytes:
    """What is behind the passphrase. Raises `WrongPassphrase`."""
    try:
        opened: bytes = passphrase.decrypt(data, secret)
    except DecryptError:
        raise WrongPassphrase from None
    return opened


if __name__ == "__main__":
    word, _, plain = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.buffer.write(locked(plain, word.decode()))
