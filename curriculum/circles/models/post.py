"""A circle: what its people write, what is reported, what is hidden and why. Posts are added and never changed.

A circle is a group, or, without a group, all certified carers of an institution.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.circles.enums import Ground, Verdict

PEN_NAME = 40


class Seat(models.Model):
    """A person's place in a circle: that she agreed to the rules, and her name there (her own, if empty)."""

    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="seats")
    institution = models.ForeignKey("curriculum.Institution", on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(
        "curriculum.Group", on_delete=models.PROTECT, null=True, blank=True, related_name="seats"
    )
    pen_name = models.CharField(_("name in the circle"), max_length=PEN_NAME, blank=True)
    agreed_at = models.DateTimeField(_("agreed to the rules"))

    class Meta:
        verbose_name = _("seat in a circle")
        verbose_name_plural = _("seats in circles")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group"], condition=models.Q(group__isnull=False), name="seat_once_in_group"
            ),
            models.UniqueConstraint(
                fields=["person", "institution"],
                condition=models.Q(group__isnull=True),
                name="seat_once_in_institution",
            ),
        ]

    def __str__(self) -> str:
        return self.pen_name or self.person.name


class Post(models.Model):
    """A few words, or an answer to some. `uuid` is made where they are written, so that sending twice keeps one.

    `pen_name` is what she was called then; empty means her own name.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey("curriculum.Institution", on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(
        "curriculum.Group", on_delete=models.PROTECT, null=True, blank=True, related_name="posts"
    )
    author = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="posts")
    pen_name = models.CharField(max_length=PEN_NAME, blank=True)
    answers = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    posted_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["-posted_at", "-pk"]
        indexes = [
            models.Index(fields=["institution", "group", "posted_at"]),
            models.Index(fields=["author", "posted_at"]),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def signature(self) -> str:
        return self.pen_name or self.author.name


class PostText(models.Model):
    """The words of a post. They stand apart because they can be erased with the person."""

    post = models.OneToOneField(Post, on_delete=models.PROTECT, related_name="text")
    words = models.TextField(_("text"))

    class Meta:
        verbose_name = _("text of a post")
        verbose_name_plural = _("texts of posts")

    def __str__(self) -> str:
        return self.words


class PostReport(models.Model):
    """Somebody asks the moderators to look at a post. The author is not told who."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="reports")
    reporter = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(_("reason"), max_length=20, choices=Ground)
    reported_at = models.DateTimeField()

    class Meta:
        verbose_name = _("report of a post")
        verbose_name_plural = _("reports of posts")
        constraints = [
            models.UniqueConstraint(fields=["post", "reporter"], name="post_reported_once_by_each")
        ]

    def __str__(self) -> str:
        return self.get_ground_display()


class Moderation(models.Model):
    """A moderator hides a post, or shows it again, with a reason that the author reads."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="moderations")
    verdict = models.CharField(_("decision"), max_length=10, choices=Verdict)
    reason = models.TextField(_("reason"))
    moderator = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        verbose_name = _("moderation")
        verbose_name_plural = _("moderations")
        ordering = ["decided_at", "pk"]

    def __str__(self) -> str:
        return self.get_verdict_display()


class Rejoinder(models.Model):
    """What the author answers to a moderation; the moderators read it, and may decide again."""

    moderation = models.OneToOneField(Moderation, on_delete=models.PROTECT, related_name="rejoinder")
    words = models.TextField(_("text"))
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("answer to a moderation")
        verbose_name_plural = _("answers to moderations")

    def __str__(self) -> str:
        return self.words
