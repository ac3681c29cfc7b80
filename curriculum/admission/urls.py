"""The applicant's pages. Included where the site's language prefix stands."""

from django.urls import path

from .views import answering, applying, pages, renewing

urlpatterns = [
    path("apply/", applying.my_applications, name="applications"),
    path("apply/<slug:institution>/<slug:programme>/", applying.apply, name="apply"),
    path("application/<uuid:uuid>/", applying.show_application, name="application"),
    path("application/<uuid:uuid>/send/", applying.send_application, name="send_application"),
    path("application/<uuid:uuid>/withdraw/", applying.withdraw_application, name="withdraw_application"),
    path("application/<uuid:uuid>/school/", applying.catch_up, name="catch_up"),
    path("application/<uuid:uuid>/answer/<slug:place>/", answering.answer, name="answer_requirement"),
    path(
        "application/<uuid:uuid>/proof/<uuid:proof>/take-back/", answering.take_back, name="take_back_proof"
    ),
    path("proof/<uuid:proof>/renew/", renewing.renew, name="renew_proof"),
    path("proof/<uuid:proof>/<int:number>/", pages.proof_page, name="proof_page"),
]
