"""How many examples a rule is tried with: some each time, and very many in the long run (`make faults`)."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("fast", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("fast")
