"""The inbox: one row for each act that came from a phone and was answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .enums import ActOutcome


class ReceivedAct(models.Model):
    """The receipt of an act. It makes sending again harmless: the same id gets the same answer.

    `digest` tells whether the same id came with the same contents; the contents themselves are not kept. `text` and
    `url` are the answer, in the language in which it was asked for. A receipt goes with its person.
    """

    client_id = models.UUIDField(_("id made on the phone"), editable=False)
    person = models.ForeignKey("curriculum.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=50)
    digest = models.CharField(_("digest of the contents"), max_length=71)
    occurred_at = models.DateTimeField(_("happened at"))
    received_at = models.DateTimeField(_("received at"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=ActOutcome.choices)
    text = models.TextField(_("answer"), blank=True)
    url = models.CharField(_("address"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("act received from a phone")
        verbose_name_plural = _("acts received from phones")
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "client_id"], name="act_received_once"),
            models.CheckConstraint(
                condition=models.Q(outcome__in=ActOutcome.values), name="act_outcome_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(occurred_at__lte=models.F("received_at")), name="act_not_in_the_future"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.client_id}"
