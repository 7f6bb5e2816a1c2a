"""One SQLite database behind the ports of the commands."""
