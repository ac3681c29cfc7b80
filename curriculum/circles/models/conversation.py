"""What a learner and her trainers say to each other, one conversation for each place where it began."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from curriculum.circles.enums import Awaited


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def with_last_word(self) -> "ConversationQuerySet":
        """Each with `last_from_learner`, `last_at` and `last_words`: who spoke last, when and what."""
        latest = Message.objects.filter(conversation=OuterRef("pk")).order_by("-written_at", "-pk")
        return self.annotate(
            last_from_learner=Subquery(latest.values("from_learner")[:1]),
            last_at=Subquery(latest.values("written_at")[:1]),
            last_words=Subquery(latest.values("text")[:1]),
        )

    def awaiting(self, whom: Awaited) -> "ConversationQuerySet":
        spoke_last = {"last_from_learner": whom == Awaited.TRAINER}
        return self.with_last_word().filter(**spoke_last)

    def latest_first(self) -> "ConversationQuerySet":
        """For those with their last word."""
        return self.order_by("-last_at", "-pk")

    def unread(self) -> "ConversationQuerySet":
        """Answered since the learner last looked."""
        return self.awaiting(Awaited.LEARNER).filter(
            Q(read_at__isnull=True) | Q(last_at__gt=models.F("read_at"))
        )


class Conversation(models.Model):
    """`place_kind` and `place_key` say where it was asked; both are empty for what began at no place.

    `place_title` is what the place was called then, in the language of who asked.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey("curriculum.Institution", on_delete=models.PROTECT, related_name="+")
    participation = models.ForeignKey(
        "curriculum.Participation", on_delete=models.PROTECT, related_name="conversations"
    )
    group = models.ForeignKey(
        "curriculum.Group", on_delete=models.PROTECT, null=True, blank=True, related_name="conversations"
    )
    place_kind = models.CharField(max_length=20, blank=True)
    place_key = models.CharField(max_length=40, blank=True)
    place_title = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(_("read by the learner at"), null=True, blank=True)

    last_from_learner: bool
    last_at: Any
    last_words: str

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "place_kind", "place_key"], name="one_conversation_at_a_place"
            )
        ]
        indexes = [models.Index(fields=["group"]), models.Index(fields=["institution"])]

    def __str__(self) -> str:
        return self.place_title or str(self.participation.person)


class Message(models.Model):
    """Words, a voice note, or both. `uuid` is made where it is written, so that sending twice keeps one.

    `voice` is a name in the private storage; `voice_bytes` its size.
    """

    uuid = models.UUIDField(unique=True, editable=False)
    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="messages")
    author = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    from_learner = models.BooleanField(default=False)
    text = models.TextField(_("text"), blank=True)
    voice = models.CharField(max_length=120, blank=True)
    voice_bytes = models.PositiveIntegerField(null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") | ~Q(voice=""), name="message_says_something")
        ]
        indexes = [models.Index(fields=["author", "written_at"])]

    def __str__(self) -> str:
        return self.text[:60]
