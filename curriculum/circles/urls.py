"""A learner's side. Include them where the site's language prefix stands."""

from django.urls import path

from .views import asking, circles, contact, mentoring

app_name = "circles"
urlpatterns = [
    path("circles/", circles.MyCirclesView.as_view(), name="circles"),
    path("circles/<slug:institution>/", circles.CircleView.as_view(), name="circle"),
    path("circles/<slug:institution>/<slug:group>/", circles.CircleView.as_view(), name="circle"),
    path("circle-post/<uuid:uuid>/answer/", circles.answer_post, name="answer"),
    path("circle-post/<uuid:uuid>/report/", circles.report, name="report"),
    path("circle-post/<uuid:uuid>/decide/", circles.decide, name="decide"),
    path("circle-post/<uuid:uuid>/object/", circles.object_to, name="object"),
    path("circle-seat/<slug:institution>/", circles.sit_down, name="seat"),
    path("circle-seat/<slug:institution>/<slug:group>/", circles.sit_down, name="seat"),
    path("ask/", asking.ask, name="ask"),
    path("ask/<slug:kind>/<uuid:key>/", asking.ask, name="ask_here"),
    path("messages/", asking.MyMessagesView.as_view(), name="messages"),
    path("messages/<uuid:uuid>/", asking.show_conversation, name="conversation"),
    path("messages/voice/<uuid:uuid>/", asking.hear, name="voice"),
    path("beside/", mentoring.BesideView.as_view(), name="beside"),
    path("beside/<uuid:uuid>/", mentoring.answer, name="beside_one"),
    path("how-to-reach-me/", contact.how_to_reach_me, name="contact"),
]
