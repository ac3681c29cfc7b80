"""Questions of learners: what waits, what is answered, and the answer."""

from datetime import timedelta
from typing import Any

import django_filters
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from curriculum.api import DeskForm, DeskList, IdentifierFound, groups_seen_by
from curriculum.circles.enums import Awaited
from curriculum.circles.errors import NotWritten
from curriculum.circles.forms import MessageForm
from curriculum.circles.models import Conversation
from curriculum.circles.permissions import answerable_by
from curriculum.circles.services import Words, answer_learner
from curriculum.circles.voice import listen

LATE = timedelta(days=2)


def groups_of(request: HttpRequest | None) -> Any:
    return groups_seen_by(request.user if request else AnonymousUser())


class QuestionFilters(WagtailFilterSet):
    turn = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=Awaited, method="by_turn", empty_label=gettext_lazy("All")
    )
    group = django_filters.ModelChoiceFilter(label=gettext_lazy("Group"), queryset=groups_of)

    class Meta:
        model = Conversation
        fields: list[str] = []

    def by_turn(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows.filter(last_from_learner=value == Awaited.TRAINER)


def turn_of(conversation: Any) -> str:
    turn = Awaited.TRAINER if conversation.last_from_learner else Awaited.LEARNER
    return str(turn.label)


class QuestionList(DeskList):
    """Those that wait come first, the longest waiting on top."""

    model = Conversation
    page_title = gettext_lazy("Questions")
    introduction = gettext_lazy("What your learners ask. Those that wait for an answer stand first.")
    search_fields = ["participation__person__name", "place_title", "messages__text"]
    filterset_class = QuestionFilters
    default_ordering = ["-last_from_learner", "last_at"]
    detail_url_name = "questions:answer"
    columns = [
        TitleColumn(
            "learner",
            label=gettext_lazy("Learner"),
            accessor="participation.person.name",
            url_name="questions:answer",
        ),
        Column(
            "last_words", label=gettext_lazy("Last words"), accessor=lambda row: row.last_words[:90] or "♪"
        ),
        Column("place_title", label=gettext_lazy("About")),
        Column("turn", label=gettext_lazy("State"), accessor=turn_of),
        DateColumn("last_at", label=gettext_lazy("When"), sort_key="last_at"),
    ]
    list_export = ["learner", "group", "place_title", "turn", "last_at"]
    export_filename = "questions"

    def get_base_queryset(self) -> QuerySet[Conversation]:
        return (
            answerable_by(self.request.user)
            .with_last_word()
            .select_related("participation__person", "group")
            .distinct()
        )

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        item.learner, item.turn = item.participation.person.name, turn_of(item)
        return super().to_row_dict(item)


class AnswerQuestion(DeskForm):
    """The whole conversation, and a field to answer; text or voice."""

    form_class = MessageForm
    template_name = "circles/desk/conversation.html"
    submit_label = gettext_lazy("Send the answer")

    @cached_property
    def conversation(self) -> Conversation:
        own = answerable_by(self.request.user).select_related("participation__person", "group").distinct()
        return get_object_or_404(own, pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form makes its own id; an empty `initial` would hide it."""
        self.conversation  # noqa: B018 — somebody else's answers 404 before anything is read
        kwargs = super().get_form_kwargs()
        kwargs.pop("initial")
        return kwargs

    def get_page_title(self) -> str:
        return self.conversation.participation.person.name

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("questions:index"), _("Questions"))]

    def form_valid(self, form: MessageForm) -> HttpResponse:
        values = form.cleaned_data
        try:
            voice = listen(values["voice"]) if values["voice"] else None
            answer_learner(
                words=Words(values["uuid"], values["text"], voice),
                conversation=self.conversation,
                answered_by=self.request.user,  # type: ignore[arg-type]
            )
        except (NotWritten, IdentifierFound) as error:
            form.refuse(error)
            return self.form_invalid(form)
        messages.success(self.request, _("Your answer is on her path."))
        return redirect("questions:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = list(self.conversation.messages.select_related("author"))
        late = bool(said) and said[-1].from_learner and timezone.now() - said[-1].written_at > LATE
        return super().get_context_data(conversation=self.conversation, said=said, late=late, **kwargs)
