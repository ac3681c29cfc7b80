"""Documents that wait to be looked at. Sensitive ones are listed for their named readers alone."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from curriculum.admission.enums import ProofState
from curriculum.admission.errors import Refused
from curriculum.admission.forms import ReviewForm
from curriculum.admission.models import Proof
from curriculum.admission.permissions import proofs_for
from curriculum.admission.services import review_proof
from curriculum.credentials.requirements import REQUIREMENT_TITLES
from curriculum.people.views.personal_list import PersonalList
from curriculum.standards.desk import DeskForm

TESTS = ("psychological_test", "diagnostic_test")


def subject_title(proof: Proof) -> str:
    return str(REQUIREMENT_TITLES.get(proof.subject, proof.subject))


class PaperList(PersonalList):
    """What waits for this reader, the longest waiting first."""

    model = Proof
    page_title = gettext_lazy("Documents to look at")
    introduction = gettext_lazy(
        "Every opening of a document is written down. Papers about health, from the police and psychological tests "
        "are here only for those who are named to open them."
    )
    search_fields = ["person__name"]
    default_ordering = "sent_at"
    detail_url_name = "papers:review"
    columns = [
        TitleColumn("person", label=gettext_lazy("Name"), accessor="person.name", url_name="papers:review"),
        Column("document", label=gettext_lazy("Document"), accessor=subject_title),
        DateColumn("sent_at", label=gettext_lazy("Sent"), sort_key="sent_at"),
    ]
    list_export = ["document", "sent_at"]
    export_filename = "documents"

    def get_base_queryset(self) -> QuerySet[Proof]:
        return proofs_for(self.request.user).filter(state=ProofState.WAITING).select_related("person")

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        item.document = subject_title(item)
        return super().to_row_dict(item)


class ReviewPaper(DeskForm):
    form_class = ReviewForm
    template_name = "curriculum/admission/desk/review.html"
    submit_label = gettext_lazy("Save")

    @cached_property
    def proof(self) -> Proof:
        rows = proofs_for(self.request.user).select_related("person", "institution", "reviewed_by")
        return get_object_or_404(rows.prefetch_related("pages"), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return f"{self.proof.person.name}: {subject_title(self.proof)}"

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("papers:index"), _("Documents to look at"))]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "is_test": self.proof.subject in TESTS,
            "initial": {"valid_until": self.proof.valid_until},
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(proof=self.proof, **kwargs)

    def form_valid(self, form: ReviewForm) -> HttpResponse:
        values = form.cleaned_data
        try:
            review_proof(
                proof=self.proof,
                accepted=values["accepted"],
                valid_until=values["valid_until"],
                instrument=values.get("instrument", ""),
                note=values["note"],
                reviewed_by=self.request.user,  # type: ignore[arg-type]
            )
        except Refused as refusal:
            form.add_error("note", refusal.sentence)
            return self.form_invalid(form)
        messages.success(self.request, _("Saved. She sees it on her application."))
        return redirect("papers:index")
