"""What each step of checking a file says: `(when it does not hold, when it holds)`, by the index that a bool is."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..signing.reading import StepKind

SAYS: Mapping[StepKind, tuple[Promise, Promise]] = {
    StepKind.READABLE: (
        _("This is not the file of a certificate. Ask its owner for the file that ends in .json."),
        _("It is the file of a certificate."),
    ),
    StepKind.ISSUER: (
        _("It was not given by an institution of this site. Ask whoever issued it."),
        _("It says that an institution of this site gave it."),
    ),
    StepKind.KEY: (
        _(
            "It was signed with a key that this institution does not use. Do not trust it: ask for the code instead."
        ),
        _("It names a key of this institution."),
    ),
    StepKind.SIGNATURE: (
        _("The signature is not of this content: somebody changed the file, or made it up."),
        _("The signature is true, and nothing was changed since."),
    ),
    StepKind.TIME: (
        _("It is not valid today: its time is over or has not begun."),
        _("Today lies within its time."),
    ),
    StepKind.IN_FORCE: (
        _("It is no longer in force: it was taken back or replaced by a newer file."),
        _("Nobody has taken it back."),
    ),
}
