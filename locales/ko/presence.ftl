presence-here = 지금 접속 중: { $names }
