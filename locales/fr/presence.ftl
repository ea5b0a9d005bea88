presence-here = Ici en ce moment : { $names }
