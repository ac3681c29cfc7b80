from .question import AcceptedAnswer, Option, Question
from .quiz import Quiz, QuizQuestion

__all__ = ["AcceptedAnswer", "Option", "Question", "Quiz", "QuizQuestion"]
