presence-here = 現在オンライン：{ $names }
