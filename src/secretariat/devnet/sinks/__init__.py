"""Who receives: Discord, Telegram, mail and the heartbeat. They answer as the real ones do, keep and show what arrived."""
