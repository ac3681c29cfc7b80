"""What every method's screens in the CMS share: each institution sees and changes only its own."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
    SnippetCreateView,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from curriculum.api import Visitor, roles_by_institution
from curriculum.enums import Role

ROW_NUMBER = re.compile(r"[0-9]{1,18}")
AUTHORS = {Role.TRAINER, Role.ADMINISTRATOR}


def works_in(user: Visitor) -> set[int]:
    """Ids of the institutions for which this account writes: as trainer or administrator; one query."""
    return {institution for institution, roles in roles_by_institution(user).items() if roles & AUTHORS}


class InstitutionPolicy(ModelPermissionPolicy):
    """Django's permissions, for rows of the institutions that the user works in."""

    def user_has_permission_for_instance(self, user: Visitor, action: str, instance: Any) -> bool:
        return self.user_has_permission(user, action) and instance.institution_id in works_in(user)

    def user_has_any_permission_for_instance(self, user: Visitor, actions: Any, instance: Any) -> bool:
        return self.user_has_any_permission(user, actions) and instance.institution_id in works_in(user)


class LookOnlyPolicy(InstitutionPolicy):
    """Rows that are made and changed elsewhere."""

    def user_has_permission(self, user: Visitor, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)


def row_or_404(rows: QuerySet[Any], pk: Any) -> Any:
    """The row of an address; what is no number, or more than any row has, is nobody's row."""
    if not ROW_NUMBER.fullmatch(unquote(str(pk))):
        raise Http404
    return get_object_or_404(rows, pk=unquote(str(pk)))


def own_rows(model: type[Model], user: Visitor) -> QuerySet[Any]:
    return model._default_manager.filter(institution__in=works_in(user))


class OwnChoicesMixin:
    """A chooser that offers the user's own rows."""

    model_class: type[Model]
    request: HttpRequest

    def get_object_list(self) -> QuerySet[Any]:
        return own_rows(self.model_class, self.request.user)


class OwnChosenMixin:
    model_class: type[Model]
    request: HttpRequest

    def get_object(self, pk: Any) -> Model:
        return row_or_404(own_rows(self.model_class, self.request.user), pk)

    def get_objects(self, pks: Any) -> QuerySet[Any]:
        numbers = [pk for pk in pks if ROW_NUMBER.fullmatch(str(pk))]
        return own_rows(self.model_class, self.request.user).filter(pk__in=numbers)


class OwnCreationMixin:
    """Offers a short form to make a new row, to those who write for an institution.

    Who may make it says `works_in`: the rows of a method are made through the core's chooser too.
    """

    request: HttpRequest

    def can_create(self) -> bool:
        return bool(works_in(self.request.user))

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_creation_form_kwargs(), "for_user": self.request.user}  # type: ignore[misc]


class OwnChooseView(OwnChoicesMixin, OwnCreationMixin, ChooseView):
    pass


class OwnChooseResultsView(OwnChoicesMixin, OwnCreationMixin, ChooseResultsView):
    pass


class OwnCreateView(OwnCreationMixin, SnippetCreateView):
    pass


class OwnChosenView(OwnChosenMixin, SnippetChosenView):
    pass


class OwnChosenMultipleView(OwnChosenMixin, SnippetChosenMultipleView):
    pass


class OwnChooserViewSet(SnippetChooserViewSet):
    choose_view_class = OwnChooseView
    choose_results_view_class = OwnChooseResultsView
    chosen_view_class = OwnChosenView
    chosen_multiple_view_class = OwnChosenMultipleView
    create_view_class = OwnCreateView


class OwnSnippetViewSet(SnippetViewSet):
    """Screens for rows with an institution. Every screen of one row asks first whose it is."""

    chooser_viewset_class = OwnChooserViewSet
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return own_rows(self.model, request.user)

    def construct_view(self, view_class: Any, **kwargs: Any) -> Callable[..., HttpResponseBase]:
        view = super().construct_view(view_class, **kwargs)

        @wraps(view)
        def own_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if "pk" in kwargs:
                row_or_404(self.get_queryset(request).only("pk"), kwargs["pk"])
            return view(request, *args, **kwargs)

        return own_view


class InstitutionForm(WagtailAdminModelForm):
    """A form whose `institution` offers those the user works in, and takes the only one by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["institution"]
        field.queryset = field.queryset.filter(pk__in=works_in(self.for_user))
        if len(field.queryset) == 1:
            field.initial, field.empty_label = field.queryset[0], None
