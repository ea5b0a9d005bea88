### A city's holidays and what its coordinators change of them.

field-subdivision = Landesteil
hint-subdivision = Wo Feiertage im Land verschieden sind: das Kürzel, zum Beispiel WA oder BY.
