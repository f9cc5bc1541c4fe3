"""Other forms in which a catalogue comes and goes. Nothing here knows Django or a database."""
