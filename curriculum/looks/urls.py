"""Below the language, so that a page can be seen in each of them."""

from django.urls import path

from .views import see_as

urlpatterns = [path("seen-as/<uuid:person>/<path:page>", see_as, name="see_as")]
