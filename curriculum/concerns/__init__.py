"""The door for a concern: harassment, unsafe work, pressure (R-GEN-5).

It stands apart from everything else: its own tables, its own readers, its own time of keeping
(docs/decisions/concerns.md). An adopter may leave this app out.
"""
