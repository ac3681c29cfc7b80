from django.urls import path

from . import views

app_name = "placements"
urlpatterns = [
    path("hours/", views.MyHoursView.as_view(), name="log"),
    path("hours/new/", views.log_new_shift, name="new_shift"),
    path("hours/<uuid:uuid>/correct/", views.correct_shift, name="correct_shift"),
    path("hours/<uuid:uuid>/take-back/", views.take_back, name="take_back"),
    path("hours/sign/", views.ways_to_sign, name="ways_to_sign"),
    path("hours/sign/<int:supervision>/", views.sign_here, name="sign_here"),
    path("hours/<uuid:uuid>/amend/", views.amend, name="amend"),
    path("hours/week/<uuid:uuid>/<int:year>/<int:week>/", views.week_sheet, name="week_sheet"),
    path("hours/sheet/", views.bring_paper, name="bring_paper"),
    path("hours/sheet/<uuid:uuid>/file/", views.paper_file, name="paper_file"),
    path("sign/<str:token>/", views.sign_link, name="sign_link"),
    path("supervise/coming/", views.ComingView.as_view(), name="coming"),
    path("supervise/pin/", views.choose_pin, name="choose_pin"),
    path("supervise/<uuid:uuid>/approve/", views.approve_with_words, name="approve_with_words"),
    path("supervise/", views.SuperviseView.as_view(), name="supervise"),
    path("supervise/approve/", views.approve, name="approve"),
    path("supervise/<uuid:uuid>/return/", views.send_back, name="return_shift"),
]
