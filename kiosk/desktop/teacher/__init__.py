"""The teacher's panel: what a teacher sees and does on the machine itself, behind the PIN.

store, catalogue ─► reading ─► words ─► views ─► pages          what is shown
pages ─► panel ─► store, courier, worker threads                what is asked for
"""
