from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from school.urls import urlpatterns as the_projects_own

urlpatterns = i18n_patterns(
    path("", include("curriculum.urls")),
    path("", include("modules.urls")),
    path("", include("assessments.quizzes.urls")),
    path("", include("assessments.placements.urls")),
    path("", include("conversations.urls")),
)
urlpatterns += the_projects_own
