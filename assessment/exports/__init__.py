"""What leaves the site: each module makes one thing from a frozen value."""
