"""Addresses of those who write lessons, under the CMS."""

from django.urls import path

from .views.advice import AdviceOnCreate, AdviceOnEdit
from .views.authoring import AuthoringView
from .views.guide import WritingGuideView
from .views.programme import CopyModuleView, ProgrammeGlanceView

urlpatterns = [
    path("write/", AuthoringView.as_view(), name="write_lessons"),
    path("programme-glance/<int:page_id>/", ProgrammeGlanceView.as_view(), name="programme_glance"),
    path("copy-module/<int:page_id>/", CopyModuleView.as_view(), name="copy_module"),
    path("how-we-write/", WritingGuideView.as_view(), name="writing_guide"),
    path("lesson-advice/<int:page_id>/", AdviceOnEdit.as_view(), name="lesson_advice"),
    path(
        "lesson-advice/new/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        AdviceOnCreate.as_view(),
        name="new_lesson_advice",
    ),
]
