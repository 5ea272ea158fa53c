globalThis.answered = askReader(window.gouji, window.goujiRead);
