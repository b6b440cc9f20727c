"""On the wire: HTTP, GraphQL and JSON-RPC, with time-outs, retries and limits; nothing here knows what is asked."""
