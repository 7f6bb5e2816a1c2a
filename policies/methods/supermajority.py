"""A larger share than half, two thirds unless the rules say otherwise: at least that share of yes and no.

The same rule as a simple majority with another threshold. "At least": exactly two thirds are enough, and 2 of 3 are
two thirds (66.67 % would refuse them). Source: Robert's Rules of Order Newly Revised 44:3.
"""

from __future__ import annotations

from policies.methods import Example, Method
from policies.methods.majority import RULES, check, verdict

METHOD = Method(
    name="supermajority",
    takes="choice",
    count=verdict,
    check=check,
    rules={**RULES, "threshold": "2/3", "comparison": "at_least"},
    counts_turnout=False,
    examples=(
        Example(
            {
                "method": "supermajority",
                "options": ["yes", "no", "abstain"],
                "rules": {"threshold": "2/3", "comparison": "at_least", "base": "yes+no"},
                "ballots": [
                    {"choice": "yes", "count": 17},
                    {"choice": "no", "count": 8},
                    {"choice": "abstain", "count": 3},
                ],
            },
            {"result": "passed", "needed": 17, "turnout": 28},
        ),
        Example(
            {
                "method": "supermajority",
                "options": ["yes", "no"],
                "ballots": [{"choice": "yes", "count": 2}, {"choice": "no", "count": 1}],
            },
            {"result": "passed", "needed": 2, "turnout": 3},
        ),
    ),
)
