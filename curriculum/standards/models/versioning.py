"""What standards, programmes and rule sets share: a version that is frozen once it is published."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.standards.enums import Status


class Version(models.Model):
    """A dated edition. Drafts change freely; a published one never does (R-CAT-11)."""

    version = models.CharField(_("version"), max_length=30)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.DRAFT)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("published by"),
    )

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        return self.published_at is not None
