"""The tasks interface: part of Django from 6.0 on, a package of its own on 5.2."""

from importlib.util import find_spec

if find_spec("django.tasks"):
    from django.tasks import task
else:
    from django_tasks import task  # type: ignore[no-redef]

__all__ = ["task"]
