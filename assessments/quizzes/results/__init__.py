"""What a group's answers say about the questions: which are hard, and which wrong answers attract."""
