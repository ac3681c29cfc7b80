"""Who has gone silent, and writing to one learner: here, or in the trainer's own phone."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn

from curriculum.api import DeskForm, DeskList, IdentifierFound, person_of
from curriculum.circles.errors import NotWritten
from curriculum.circles.forms import MessageForm
from curriculum.circles.models import Conversation
from curriculum.circles.reach import Reach, friendly_text, reach_of
from curriculum.circles.services import Words, write_to_learner
from curriculum.circles.silence import learners_seen_by, silent_learners
from curriculum.circles.voice import listen


def last_seen(participation: Any) -> datetime | None:
    account = participation.person.user
    moments = [participation.last_entry_at, account.last_login if account else None]
    return max((moment for moment in moments if moment), default=None)


def days_of_silence(participation: Any) -> str:
    moment = last_seen(participation)
    return str((timezone.now() - moment).days) if moment else _("never here")


def suggestion(participation: Any) -> str:
    """What usually helps: whoever was never here is called, whoever stayed away is written to."""
    return (
        _("Write a friendly word") if last_seen(participation) else _("Call: she may not know how to sign in")
    )


class SilentList(DeskList):
    """Two weeks without a sign of life."""

    model = Conversation._meta.get_field("participation").related_model
    page_title = gettext_lazy("Gone silent")
    introduction = gettext_lazy(
        "Nothing heard from them for two weeks. Often it is care at home or a new rota, not the course. A friendly "
        "word brings many back."
    )
    search_fields = ["person__name"]
    default_ordering = "person__name"
    detail_url_name = "silent:write"
    columns = [
        TitleColumn(
            "learner", label=gettext_lazy("Learner"), accessor="person.name", url_name="silent:write"
        ),
        Column("group", label=gettext_lazy("Group")),
        Column("silence", label=gettext_lazy("Days of silence"), accessor=days_of_silence),
        Column("suggestion", label=gettext_lazy("What may help"), accessor=suggestion),
    ]
    list_export = ["learner", "group_name", "silence"]
    export_filename = "silent"

    def get_base_queryset(self) -> QuerySet[Any]:
        return silent_learners(self.request.user, now=timezone.now())

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        item.learner, item.group_name, item.silence = item.person.name, item.group.name, days_of_silence(item)
        return super().to_row_dict(item)


class WriteToLearner(DeskForm):
    """A message on her path, and beside it the way she chose, with words to begin with."""

    form_class = MessageForm
    template_name = "circles/desk/write.html"
    submit_label = gettext_lazy("Put it on her path")

    @cached_property
    def participation(self) -> Any:
        return get_object_or_404(learners_seen_by(self.request.user), pk=self.kwargs["pk"])

    @cached_property
    def reach(self) -> Reach:
        person, institution = self.participation.person, self.participation.institution
        writer = person_of(self.request.user)
        text = friendly_text(person, writer=writer.name if writer else "", institution=institution)
        return reach_of(person, institution, text=text, now=timezone.now())

    def get_form_kwargs(self) -> dict[str, Any]:
        self.participation  # noqa: B018 — somebody else's learner answers 404 before anything is read
        kwargs = super().get_form_kwargs()
        kwargs.pop("initial")
        return kwargs

    def get_page_title(self) -> str:
        return _("Write to %(name)s") % {"name": self.participation.person.name}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("silent:index"), _("Gone silent"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(participation=self.participation, reach=self.reach, **kwargs)

    def form_valid(self, form: MessageForm) -> HttpResponse:
        values = form.cleaned_data
        try:
            voice = listen(values["voice"]) if values["voice"] else None
            write_to_learner(
                words=Words(values["uuid"], values["text"], voice),
                participation=self.participation,
                written_by=self.request.user,  # type: ignore[arg-type]
            )
        except (NotWritten, IdentifierFound) as error:
            form.refuse(error)
            return self.form_invalid(form)
        messages.success(self.request, _("Your words are on her path."))
        return redirect("silent:index")
