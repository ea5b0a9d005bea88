### A city's holidays and what its coordinators change of them.

field-subdivision = Část země
hint-subdivision = Tam, kde se svátky v zemi liší: její kód, například WA nebo BY.
