"""What the avatars show: functions that draw on a `Canvas`, one for each."""
