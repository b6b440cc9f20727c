"""Who receives: Discord, Telegram, mail and the heartbeat, which answer as the real ones do and show what arrived."""
