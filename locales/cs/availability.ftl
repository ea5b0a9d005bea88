### A host's weekly hours, exceptions and limits.
