"""Is this person covered by this benefit? One question a page, then one answer."""
