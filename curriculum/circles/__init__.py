"""People who care for each other: peer spaces, questions to the trainer, news for a group, how to be reached.

An adopter may leave this app out (docs/decisions/circles.md).
"""
