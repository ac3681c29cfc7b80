"""What was earned: awards as a pure function of evidence and a published rule set."""
