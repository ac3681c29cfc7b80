from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from assessments.api import Assessment
from conversations.method import METHOD


@login_required
def show_conversation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    assessment = get_object_or_404(Assessment, uuid=uuid, method=METHOD)
    return render(request, "conversations/conversation.html", {"assessment": assessment})
