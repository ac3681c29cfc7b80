"""Minutes in the reader's way of writing hours. Minutes are counted; hours are only ever shown."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def hours_text(minutes: int) -> str:
    """`11,5 h` or `11.5 h`; where hours would have to be rounded, `11 h 20 min`."""
    hours = Decimal(minutes) / 60
    if hours == round(hours, 2):
        return _("%(hours)s h") % {"hours": number_format(plain(hours))}
    whole, rest = divmod(minutes, 60)
    return _("%(hours)s h %(minutes)s min") % {"hours": number_format(whole), "minutes": rest}


def plain(number: Decimal) -> Decimal:
    """The number without idle zeros: 12.50 is 12.5, 40 stays 40."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
