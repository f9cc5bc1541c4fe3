"""The catalogue, the questionnaire, the scoring, the gap report, the exports."""
