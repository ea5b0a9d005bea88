### A city's holidays and what its coordinators change of them.

field-subdivision = 州・地域
hint-subdivision = 国内で祝日が異なる場合：WA、BYなどのコード。
