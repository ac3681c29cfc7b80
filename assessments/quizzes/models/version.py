"""A version of a quiz, filed when it is first shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .quiz import Quiz


class QuizVersion(models.Model):
    """What a quiz asked and how much was enough, for as long as somebody may hand in a paper of it.

    `digest` is the version that the seal of a paper names; `questions` are the content that is frozen with attempts.
    """

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="versions")
    digest = models.CharField(_("digest of the contents"), max_length=71)
    questions = models.JSONField(_("questions"))
    pass_percent = models.PositiveSmallIntegerField(_("enough to pass (%)"))
    first_shown_at = models.DateTimeField(_("first shown at"), auto_now_add=True)

    class Meta:
        verbose_name = _("version of a quiz")
        verbose_name_plural = _("versions of quizzes")
        constraints = [models.UniqueConstraint(fields=["quiz", "digest"], name="quiz_version_once")]

    def __str__(self) -> str:
        return f"{self.quiz_id} · {self.digest}"
