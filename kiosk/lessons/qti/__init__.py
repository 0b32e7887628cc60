"""QTI 2.0 to 3.0 in, as `kiosk.lessons.item`, and QTI 3.0 out. docs/qti.md says what of it is played."""
