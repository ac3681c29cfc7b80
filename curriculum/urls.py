"""A learner's own pages, and where anyone checks a certificate. They stand below the site's language prefix."""

from django.urls import include, path

from curriculum.credentials.checking.views import check_award, verify, verify_file
from curriculum.credentials.holding import choose_name, my_certificate, my_credential, my_credential_file
from curriculum.homes.views import JoinView, MyPathView, enter
from curriculum.people.views.leaving import leave, take_up_again
from curriculum.people.views.timetable import MyTimes
from curriculum.people.views.use_slip import ChoosePassword, TooLate, TypeCode, scan_code
from curriculum.transcripts.views import MyRecordView, my_transcript

urlpatterns = [
    path("", include("curriculum.looks.urls")),
    path("", include("curriculum.audit.urls")),
    path("", include("curriculum.jobs.urls")),
    path("", include("curriculum.offline.urls")),
    path("", include("curriculum.admission.urls")),
    path("slip/", TypeCode.as_view(), name="slip"),
    path("slip/choose/", ChoosePassword.as_view(), name="slip_choose"),
    path("slip/too-late/", TooLate.as_view(), name="slip_too_late"),
    path("slip/<slug:code>/", scan_code, name="slip_code"),
    path("enter/", enter, name="enter"),
    path("my-times/", MyTimes.as_view(), name="my_times"),
    path("path/", MyPathView.as_view(), name="my_path"),
    path("path/<uuid:uuid>/stop/", leave, name="leave_course"),
    path("path/<uuid:uuid>/take-up-again/", take_up_again, name="take_up_again"),
    path("join/<slug:institution>/<slug:programme>/", JoinView.as_view(), name="join"),
    path("record/", MyRecordView.as_view(), name="my_record"),
    path("record/credential/<slug:code>/", my_credential, name="my_credential"),
    path("record/credential/<slug:code>/name/", choose_name, name="my_credential_name"),
    path("record/credential/<slug:code>/certificate.pdf", my_certificate, name="my_certificate"),
    path("record/credential/<slug:code>/file.<slug:form>", my_credential_file, name="my_credential_file"),
    path("v/<slug:code>/", check_award, name="check_award"),
    path("verify/", verify, name="verify"),
    path("verify/file/", verify_file, name="verify_file"),
    path("record/<slug:institution>/transcript.pdf", my_transcript, name="my_transcript"),
]
