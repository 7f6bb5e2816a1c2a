"""Records of every released format, as the store wrote them. They must replay for ever: files here are added, never changed."""
