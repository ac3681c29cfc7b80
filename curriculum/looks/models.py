"""Who has looked at whose pages. Rows are only ever added, and the learner reads hers on her record."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.people.models import Person
from curriculum.standards.models import Institution


class Look(models.Model):
    """One page about somebody else, opened by who teaches, administers or audits; written before it is shown.

    `page` is the name of the address. `address` is where the learner herself finds the page, without the language,
    or what an auditor had opened. A page that shows many people, such as a sample, is of no one `person`.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    viewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("who")
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="looks",
        verbose_name=_("whom"),
    )
    page = models.CharField(_("page"), max_length=60)
    address = models.CharField(_("address"), max_length=250)
    looked_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("look at a learner's page")
        verbose_name_plural = _("looks at learners' pages")
        ordering = ["-looked_at", "-pk"]
        indexes = [models.Index(fields=["person", "-looked_at"])]

    def __str__(self) -> str:
        return f"{self.page} ({self.looked_at:%Y-%m-%d})"
