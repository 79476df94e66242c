"""Rules on the registration, funding and training of early career teachers and their mentors."""
