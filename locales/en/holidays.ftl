### A city's holidays and what its coordinators change of them.

field-subdivision = Part of the country
hint-subdivision = Where holidays differ within the country: its code, such as WA or BY.
