"""A learner's own pages. Include them where the site's language prefix stands."""

from django.urls import include, path

from curriculum.homes.views import JoinView, MyPathView, enter
from curriculum.people.views.first_password import FirstPasswordView
from curriculum.people.views.leaving import leave, take_up_again
from curriculum.transcripts.views import MyRecordView, my_transcript

urlpatterns = [
    path("", include("curriculum.looks.urls")),
    path("", include("curriculum.jobs.urls")),
    path("", include("curriculum.offline.urls")),
    path("first-password/<slug:uidb64>/<slug:token>/", FirstPasswordView.as_view(), name="first_password"),
    path("enter/", enter, name="enter"),
    path("path/", MyPathView.as_view(), name="my_path"),
    path("path/<uuid:uuid>/stop/", leave, name="leave_course"),
    path("path/<uuid:uuid>/take-up-again/", take_up_again, name="take_up_again"),
    path("join/<slug:institution>/<slug:programme>/", JoinView.as_view(), name="join"),
    path("record/", MyRecordView.as_view(), name="my_record"),
    path("record/<slug:institution>/transcript.pdf", my_transcript, name="my_transcript"),
]
