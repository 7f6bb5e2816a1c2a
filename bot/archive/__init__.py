"""What a group takes away: one `.zip` with its record, everything that it needs to go on elsewhere, and pages to read."""
