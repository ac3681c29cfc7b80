"""The parts of the menu from which a block is chosen, in the order of use."""

from django.utils.translation import gettext_lazy as _

TELL = _("1. Tell")
SHOW = _("2. Show")
TAKE_CARE = _("3. Warn and remember")
DO = _("4. Do and answer")
