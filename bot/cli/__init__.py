"""The verbs of the command `folkmoot`, one module each, loaded when used."""

INTERRUPTED = 130
"""What a verb ends with when somebody stops it (Ctrl-C), as shells have it."""
