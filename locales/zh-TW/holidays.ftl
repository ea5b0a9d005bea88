### A city's holidays and what its coordinators change of them.

field-subdivision = 州、省或地區
hint-subdivision = 假日因地區而異時，請填代碼，例如 WA 或 BY。
