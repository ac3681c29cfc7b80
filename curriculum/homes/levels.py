"""The levels of schooling as a person says them of herself."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LEVEL_TITLES: Mapping[str, str | Promise] = {
    "primary_completed": _("Primary school"),
    "secondary_lower_completed": _("The first years of secondary school"),
    "secondary_completed": _("Secondary school"),
    "tertiary_completed": _("Studies after secondary school"),
}
