"""The tests: rules, dialogues, the store, and a real homeserver."""
