### The page that finds a time for several cities.
