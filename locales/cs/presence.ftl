presence-here = Právě zde: { $names }
