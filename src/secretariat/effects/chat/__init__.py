"""Messages on chats."""
