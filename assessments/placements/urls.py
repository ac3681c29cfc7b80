from django.urls import path

from . import views

app_name = "placements"
urlpatterns = [
    path("hours/", views.MyHoursView.as_view(), name="log"),
    path("hours/new/", views.log_new_shift, name="new_shift"),
    path("hours/<uuid:uuid>/correct/", views.correct_shift, name="correct_shift"),
    path("hours/<uuid:uuid>/take-back/", views.take_back, name="take_back"),
    path("supervise/", views.SuperviseView.as_view(), name="supervise"),
    path("supervise/approve/", views.approve, name="approve"),
    path("supervise/<uuid:uuid>/return/", views.send_back, name="return_shift"),
]
