from .question import AcceptedAnswer, Option, Question
from .quiz import Quiz, QuizQuestion
from .version import QuizVersion

__all__ = ["AcceptedAnswer", "Option", "Question", "Quiz", "QuizQuestion", "QuizVersion"]
