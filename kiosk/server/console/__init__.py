"""The teacher's web pages, under /teacher. What they show is worked out here; the templates are in `server/pages`.

a reader of the database ─► frozen values ─► rendering (Jinja2) ─► a page that works without JavaScript
class_view, student_view, …                                        live.js keeps the class view true
"""
