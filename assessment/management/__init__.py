"""The commands of assessments."""
