from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "conversations"
    verbose_name = "Conversations"

    def ready(self) -> None:
        from assessments.api import register_method
        from conversations.method import ConversationMethod

        register_method(ConversationMethod())
