"""How a person wants to be reached, and who walks beside her."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.circles.enums import Channel

QUIET_FROM, QUIET_UNTIL = time(20), time(8)


class ContactChoice(models.Model):
    """A learner's own choice. Quiet hours may cross midnight; they are those of her institution's clock."""

    person = models.OneToOneField(
        "curriculum.Person", on_delete=models.CASCADE, related_name="contact_choice"
    )
    channel = models.CharField(_("channel"), max_length=10, choices=Channel)
    quiet_from = models.TimeField(_("quiet from"), default=QUIET_FROM)
    quiet_until = models.TimeField(_("quiet until"), default=QUIET_UNTIL)
    chosen_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("way to reach a person")
        verbose_name_plural = _("ways to reach people")

    def __str__(self) -> str:
        return self.get_channel_display()


class Mentorship(models.Model):
    """A certified carer, or somebody of the staff, who walks beside a learner (R-INT-6)."""

    participation = models.ForeignKey(
        "curriculum.Participation", on_delete=models.PROTECT, related_name="mentorships"
    )
    mentor = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="mentorships")
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("mentorship")
        verbose_name_plural = _("mentorships")
        constraints = [
            models.UniqueConstraint(
                fields=["participation"],
                condition=models.Q(until__isnull=True),
                name="one_mentor_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return str(self.mentor)
