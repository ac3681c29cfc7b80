"""What a stranger may learn of an award: whether it is true, and what it says (R-REG-5, R-REG-10)."""
