### A city's holidays and what its coordinators change of them.

field-subdivision = Partie du pays
hint-subdivision = Là où les jours fériés diffèrent dans le pays : son code, par exemple WA ou BY.
