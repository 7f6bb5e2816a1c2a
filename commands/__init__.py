"""What people type: one module a family of commands; `kit` finds them all."""
