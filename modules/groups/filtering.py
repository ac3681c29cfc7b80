"""Which learners and which modules of a grid are shown."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .grid import GroupGrid
from .standing import Standing


class GridFilter(forms.Form):
    """Read from the address; what is not understood filters nothing."""

    q = forms.CharField(label=_("Name"), required=False, max_length=100)
    standing = forms.ChoiceField(
        label=_("Who"),
        required=False,
        choices=[("", _("everybody")), *((each.value, each.label) for each in Standing)],
    )
    module = forms.TypedChoiceField(label=_("Module"), required=False, coerce=int, empty_value=None)

    def __init__(self, data: Any, *, grid: GroupGrid) -> None:
        super().__init__(data)
        self.grid = grid
        modules = [(each.placed.module_id, each.title) for each in grid.modules]
        field: Any = self.fields["module"]
        field.choices = [("", _("all modules")), *modules]

    def shown(self) -> GroupGrid:
        """The grid with the rows and columns that were asked for."""
        asked = self.cleaned_data if self.is_valid() else {}
        grid = self.grid
        rows = list(grid.rows)
        if name := asked.get("q", "").strip().casefold():
            rows = [row for row in rows if name in row.person.name.casefold()]
        if standing := asked.get("standing"):
            rows = [row for row in rows if row.standing == standing]
        modules = list(grid.modules)
        if module_id := asked.get("module"):
            modules = [each for each in modules if each.placed.module_id == module_id]
        return replace(grid, rows=rows, modules=modules)
