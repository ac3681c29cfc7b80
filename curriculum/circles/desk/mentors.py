"""Who walks beside a learner (R-INT-6)."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from curriculum.api import DeskForm
from curriculum.circles.mentors import possible_mentors
from curriculum.circles.services import end_mentorship, name_mentor
from curriculum.circles.silence import learners_seen_by


class MentorForm(forms.Form):
    """A certified carer or somebody of the staff, or nobody."""

    mentor: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Mentor"),
        required=False,
        empty_label=gettext_lazy("Nobody"),
        help_text=gettext_lazy("People who work here, and those who hold a qualification of this school."),
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mentor"].queryset = people  # type: ignore[attr-defined]


class NameMentor(DeskForm):
    form_class = MentorForm
    submit_label = gettext_lazy("Save")
    consequence = gettext_lazy(
        "A mentor reads and answers what the learner asks here. She sees no quizzes, no hours and no documents."
    )

    @cached_property
    def participation(self) -> Any:
        return get_object_or_404(learners_seen_by(self.request.user), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return _("A mentor for %(name)s") % {"name": self.participation.person.name}

    def get_form_kwargs(self) -> dict[str, Any]:
        running = self.participation.mentorships.filter(until__isnull=True).first()
        return super().get_form_kwargs() | {
            "people": possible_mentors(self.participation),
            "initial": {"mentor": running.mentor_id if running else None},
        }

    def form_valid(self, form: MentorForm) -> HttpResponse:
        mentor, account = form.cleaned_data["mentor"], self.request.user
        day = timezone.localdate()
        if mentor is None:
            end_mentorship(participation=self.participation, on=day, ended_by=account)  # type: ignore[arg-type]
        else:
            name_mentor(participation=self.participation, mentor=mentor, since=day, named_by=account)  # type: ignore[arg-type]
        messages.success(self.request, _("The mentor is saved."))
        return redirect("people:file", self.participation.person_id)
