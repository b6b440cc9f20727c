"""Who lives on the practice network: people and their habits, what world files let them do, and how large it all is."""
