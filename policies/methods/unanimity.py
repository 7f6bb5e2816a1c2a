"""Unanimity, in two readings that a group must choose between: nobody says no, or everybody says yes.

With the base `yes+no` (which stands unless the rules say otherwise) abstaining does not break it: there is a yes and no
no. With the base `eligible` every single one who may vote must say yes; with `voters` all who took part, with `present`
all who are there. Source: Robert's Rules of Order Newly Revised 44.
"""

from __future__ import annotations

from policies.methods import Example, Method
from policies.methods.majority import RULES, check, verdict

_BALLOTS = [{"choice": "yes", "count": 5}, {"choice": "abstain", "count": 1}]

METHOD = Method(
    name="unanimity",
    takes="choice",
    count=verdict,
    check=check,
    rules={**RULES, "threshold": "1", "comparison": "at_least"},
    counts_turnout=False,
    examples=(
        Example(
            {"method": "unanimity", "options": ["yes", "no", "abstain"], "eligible": 6, "ballots": _BALLOTS},
            {"result": "passed", "needed": 5, "turnout": 6},
        ),
        Example(
            {
                "method": "unanimity",
                "options": ["yes", "no", "abstain"],
                "rules": {"base": "eligible"},
                "eligible": 6,
                "ballots": _BALLOTS,
            },
            {"result": "not_passed", "needed": 6, "turnout": 6},
        ),
    ),
)
