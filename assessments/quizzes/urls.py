from django.urls import path

from .views import QuizView, ResultView

app_name = "quizzes"
urlpatterns = [
    path("quiz/<uuid:quiz_uuid>/", QuizView.as_view(), name="quiz"),
    path("quiz/<uuid:quiz_uuid>/attempt/<uuid:attempt_uuid>/", ResultView.as_view(), name="result"),
]
