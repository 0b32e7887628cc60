"""The screens. Each takes one frozen view and emits what the person asked for; none decides anything.

A page is made for one theme; when the theme changes, new pages are made.
"""
