"""The rules of a group: pure values and functions, without clock, chance or storage."""
