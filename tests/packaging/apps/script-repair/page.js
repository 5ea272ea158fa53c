globalThis.answered = Object.assign(ask(window.gouji), mend(window.gouji));
