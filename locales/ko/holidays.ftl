### A city's holidays and what its coordinators change of them.

field-subdivision = 주 또는 지역
hint-subdivision = 나라 안에서 공휴일이 다른 경우: WA, BY와 같은 코드.
