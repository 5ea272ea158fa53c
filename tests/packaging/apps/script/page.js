globalThis.answered = ask(window.gouji);
