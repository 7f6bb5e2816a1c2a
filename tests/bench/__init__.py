"""How fast the bot answers and what it costs, beside clients that do the least: `make bench`. Nothing here is a test."""
