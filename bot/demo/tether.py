"""Runs another program that ends when the one who started it is gone: `python -m bot.demo.tether MODULE ARGUMENT...`.

Standard input is the tether. Whoever starts us holds the other end of that pipe and never writes to it; the system
closes it when they end, in whatever way, and then the program ends too. No process can be forgotten that way.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading

PATIENCE = 5.0
"""Seconds that the program gets to end by itself before it is ended."""


def watch() -> None:
    """Wait for the end of standard input, then end this process."""
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(PATIENCE)
    os._exit(1)


def main() -> None:
    """Run the module that the command line names, as `python -m` would."""
    module = sys.argv[1]
    sys.argv = [module, *sys.argv[2:]]
    threading.Thread(target=watch, name="tether", daemon=True).start()
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
