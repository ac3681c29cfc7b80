"""An example plugin: a trainer hears a learner explain something, and says whether she has understood.

It shows how little a new method of assessment needs, and it enters by the documented doors alone:
`assessments.api`, `curriculum.api`, `curriculum.enums`. It has no tables of its own.
"""
