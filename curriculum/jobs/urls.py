from django.urls import path

from curriculum.jobs.views import JobView, download_result, stop_job

urlpatterns = [
    path("jobs/<uuid:pk>/", JobView.as_view(), name="job"),
    path("jobs/<uuid:pk>/file/", download_result, name="job_file"),
    path("jobs/<uuid:pk>/stop/", stop_job, name="stop_job"),
]
