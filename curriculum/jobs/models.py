import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from curriculum.jobs.enums import JobState


def private_storage() -> Storage:
    """Asked for late, so that each site chooses where private files lie (`STORAGES["private"]`)."""
    return storages["private"]


class Job(models.Model):
    """One piece of background work, from the request to its file.

    The engine that runs tasks may lose one or run it twice; this row is what counts.
    `attempts` is also the fence: a worker may write only while the number is the one it started with.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    payload = models.JSONField(default=dict, blank=True)
    language = models.CharField(max_length=12)
    institution = models.ForeignKey(
        "curriculum.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    requested_at = models.DateTimeField(auto_now_add=True)
    # When it was last handed over, or last gave a sign of life.
    heartbeat_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True)
    result = models.FileField(storage=private_storage, upload_to="jobs/%Y/%m", max_length=255, blank=True)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("background job")
        verbose_name_plural = _("background jobs")
        ordering = ["-requested_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=JobState.values), name="job_state_is_known"),
            models.CheckConstraint(
                condition=models.Q(total__isnull=True) | models.Q(done__lte=models.F("total")),
                name="job_done_within_total",
            ),
        ]
        indexes = [models.Index(fields=["state", "heartbeat_at"], name="job_by_state_and_heartbeat")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def percent(self) -> int | None:
        """How much is done, from 0 to 100; None while nobody knows how much there is."""
        if self.total is None:
            return None
        return 100 * self.done // self.total if self.total else 100

    @property
    def has_file(self) -> bool:
        return self.state == JobState.DONE and bool(self.result)
