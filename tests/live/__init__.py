"""Live tests: the bot, its people and a real homeserver."""
