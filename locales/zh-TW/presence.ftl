presence-here = 目前在線上：{ $names }
