"""The screens of the CMS on which trainers write questions and quizzes."""
