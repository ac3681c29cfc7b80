"""Looking an institution over: auditors for a time, the dossier of an award, a sample that anybody can draw again."""
