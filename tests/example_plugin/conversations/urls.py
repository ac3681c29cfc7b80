from django.urls import path

from conversations.views import show_conversation

app_name = "conversations"

urlpatterns = [path("conversation/<uuid:uuid>/", show_conversation, name="conversation")]
