"""The rules of a group, tested as they are: no store, no clock, no chat."""
