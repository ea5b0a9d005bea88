### A city's holidays and what its coordinators change of them.
