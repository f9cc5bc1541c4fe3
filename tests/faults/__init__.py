"""What happens to servers: killed, stopped, without a database, at the wrong hour, under slow clients."""
