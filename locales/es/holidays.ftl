### A city's holidays and what its coordinators change of them.

field-subdivision = Parte del país
hint-subdivision = Donde los festivos varían dentro del país: su código, por ejemplo WA o BY.
