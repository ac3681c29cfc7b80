"""Where learners read: stable keys under the language of the interface."""

from django.urls import path

from .views import keeping, lesson, module, sheets

app_name = "modules"

urlpatterns = [
    path("learn/module/<uuid:key>/", module.show_module, name="module"),
    path("learn/module/<uuid:key>/files/", keeping.files_to_keep, name="files_to_keep"),
    path("learn/lesson/<uuid:key>/", lesson.show_lesson, name="lesson"),
    path("learn/lesson/<uuid:key>/finish/", lesson.finish_lesson, name="finish_lesson"),
    path("learn/lesson/<uuid:key>/done/", lesson.show_done, name="lesson_done"),
    path("learn/lesson/<uuid:key>/sheets/", sheets.show_sheets, name="lesson_sheets"),
]
