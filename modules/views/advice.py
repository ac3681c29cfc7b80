"""The form of a lesson, looked over as it stands on the screen; nothing is saved."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView

from modules.advice import look_over
from modules.models.lesson_page import LessonPageMixin


class AdviceOnEdit(PreviewOnEditView):
    """Answers a POST of the whole form with what there is to say of it, as HTML."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(self.object, LessonPageMixin):
            raise Http404
        form = self.get_form(request.POST)
        if self.validate_form(form):
            form.save(commit=False)
        page = form.instance
        language = page.locale.language_code if page.locale_id else self._language_above(form)
        advice = look_over(page, language=language)
        return render(
            request, "modules/admin/advice.html", {"advice": advice, "incomplete": bool(form.errors)}
        )

    def _language_above(self, form: Any) -> str:
        return form.parent_page.locale.language_code


class AdviceOnCreate(AdviceOnEdit, PreviewOnCreateView):
    pass
