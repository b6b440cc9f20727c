"""The query node: entities made from the chain's events, asked for in GraphQL over HTTP and WebSocket."""
