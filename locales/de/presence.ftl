presence-here = Gerade hier: { $names }
