from .announcement import Announcement
from .contact import ContactChoice, Mentorship
from .conversation import Conversation, Message
from .post import Moderation, Post, PostReport, PostText, Rejoinder, Seat

__all__ = [
    "Announcement",
    "ContactChoice",
    "Conversation",
    "Mentorship",
    "Message",
    "Moderation",
    "Post",
    "PostReport",
    "PostText",
    "Rejoinder",
    "Seat",
]
