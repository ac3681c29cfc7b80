"""What waits for a review, and the checklist itself, in the CMS."""

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from curriculum.standards.accounts import Account
from curriculum.standards.desk import DeskForm, DeskPage

from .forms import ReviewForm
from .models import Review
from .permissions import can_review, reviewing_institutions
from .queries import latest_review, latest_reviews, reviewer_name
from .services import record_review
from .subjects import Subject, find_subject, subjects_of


@dataclass(frozen=True, slots=True)
class Line:
    """A subject with its latest review, and who made it."""

    subject: Subject
    review: Review | None
    name: str

    @property
    def has_lapsed(self) -> bool:
        """Whether it was in order, and has changed since."""
        review = self.review
        return review is not None and review.is_done and review.is_of_other_words(self.subject.words)

    @property
    def waits(self) -> bool:
        return self.review is None or not self.review.is_done or self.has_lapsed


class ReviewsView(DeskPage):
    """Everything of the visitor's institutions; what nobody has reviewed yet stands first."""

    scope = staticmethod(reviewing_institutions)
    page_title = gettext_lazy("Reviews")
    header_icon = "tasks"
    template_name = "curriculum/reviewing/reviews.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        done = latest_reviews(self.institution_ids)
        found = [
            (subject, done.get((subject.kind, subject.key))) for subject in subjects_of(self.institution_ids)
        ]
        lines = [Line(each, review, reviewer_name(review) if review else "") for each, review in found]
        lines.sort(key=lambda line: not line.waits)
        waiting = sum(1 for line in lines if line.waits)
        return super().get_context_data(lines=lines, waiting=waiting, **kwargs)


class ReviewView(DeskForm):
    """The checklist of one subject. What belongs to another institution does not exist here."""

    scope = staticmethod(reviewing_institutions)
    form_class = ReviewForm
    header_icon = "tasks"
    submit_label = gettext_lazy("Keep this review")
    consequence = gettext_lazy(
        "Your name and today's date stand beside it for good. With every point in order it can be published."
    )
    template_name = "curriculum/reviewing/review.html"

    @cached_property
    def subject(self) -> Subject:
        subject = find_subject(self.kwargs["kind"], self.kwargs["key"])
        if subject is None or subject.institution_id not in self.institution_ids:
            raise Http404
        return subject

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("reviews"), str(ReviewsView.page_title))]

    def get_page_title(self) -> str:
        return self.subject.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        latest = latest_review(self.subject.kind, self.subject.key)
        return super().get_context_data(
            subject=self.subject,
            latest=latest,
            latest_name=reviewer_name(latest) if latest else "",
            has_changed=latest is not None and latest.is_of_other_words(self.subject.words),
            points=latest.points.order_by("pk") if latest else [],
            may_review=can_review(self.request.user, self.subject),
            **kwargs,
        )

    def form_valid(self, form: ReviewForm) -> HttpResponse:
        if not can_review(self.request.user, self.subject):
            form.add_error(None, _("You wrote this yourself, so another person reviews it."))
            return self.form_invalid(form)
        record_review(
            subject=self.subject, findings=form.findings, reviewed_by=cast("Account", self.request.user)
        )
        messages.success(self.request, _("The review is kept."))
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return reverse("reviews")
