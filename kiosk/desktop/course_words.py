"""What a course is called on the screen."""

from collections.abc import Callable, Mapping

from kiosk.protocol.course import Course, SubjectGrade
from kiosk.words import tr


def course_words(course: Course) -> str:
    """Name a course by its subject and grade, else by its code, which is the school's own word."""
    if isinstance(course, SubjectGrade):
        return tr("{subject} {grade}", subject=subject_words(course.subject), grade=course.grade)
    return str(course)


def subject_words(subject: str) -> str:
    return _SUBJECTS[subject]() if subject in _SUBJECTS else subject


_SUBJECTS: Mapping[str, Callable[[], str]] = {
    "Math": lambda: tr("Math"),
    "Reading": lambda: tr("Reading", "the subject"),
    "Science": lambda: tr("Science"),
    "Social Studies": lambda: tr("Social Studies"),
    "Writing": lambda: tr("Writing", "the subject"),
    "Other": lambda: tr("Other", "a subject"),
}
