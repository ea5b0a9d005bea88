# Who of a host's people has the service open just now, on the console.
presence-here = Here now: { $names }
