"""A module again, under a new key, to become a new version of itself."""

from django.db import transaction

from .models import Module

LONGEST_KEY = 80


@transaction.atomic
def copy_module(*, module: Module, title: str) -> Module:
    """A module like this one with a key of its own; the title is in the current language, the others stay.

    It stands in no programme yet: whoever makes a new version of a programme puts it there.
    """
    copy = Module.objects.get(pk=module.pk)
    copy.pk, copy._state.adding = None, True
    copy.key, copy.title = _free_key(module), title
    copy.save()
    return copy


def _free_key(module: Module) -> str:
    taken = set(Module.objects.filter(institution=module.institution_id).values_list("key", flat=True))
    numbered = (f"{module.key[: LONGEST_KEY - 5]}-v{number}" for number in range(2, 10_000))
    return next(key for key in numbered if key not in taken)
