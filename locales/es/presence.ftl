presence-here = Ahora aquí: { $names }
