// A wallet double for pages: window.injectedWeb3[name], in the form of the polkadot-js extension; the keys stay with the
// practice network's wallet, which signs. SETTINGS is written by the server that gives this file.
(() => {
  "use strict";
  const settings = SETTINGS;

  // A page whose Content-Security-Policy forbids it to connect to the wallet is served by a function of the test:
  // window.practiceWalletAsk(path, body) gives what the wallet answers to it, or fails.
  const ask = async (path, body) => {
    if (window.practiceWalletAsk) return window.practiceWalletAsk(path, body ?? null);
    const request = body === undefined
      ? {}
      : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(settings.url + path, request);
    const told = await response.json();
    if (!response.ok) throw new Error(told.error);
    return told;
  };

  const own = async () => {
    const all = await ask("/accounts");
    return settings.accounts === null ? all : all.filter((account) => settings.accounts.includes(account.name));
  };

  const sign = async (path, request) => {
    if (settings.cancels) throw new Error("Cancelled");
    if (!(await own()).some((account) => account.address === request.address)) {
      // The page may have the address with another prefix: the wallet knows accounts by their keys.
      const { name } = await ask("/account", { address: request.address });
      if (settings.accounts !== null && !settings.accounts.includes(name)) throw new Error("Unable to find the account");
    }
    return ask(path, request);
  };

  const wallet = {
    name: settings.name,
    version: "1.0.0",
    accounts: {
      get: own,
      subscribe: (told) => {
        let listening = true;
        own().then((accounts) => listening && told(accounts));
        return () => { listening = false; };
      },
    },
    metadata: {
      get: () => ask("/metadata"),
      provide: async (definition) => (await ask("/metadata", definition)).provided,
    },
    signer: {
      signPayload: (request) => sign("/sign_payload", request),
      signRaw: (request) => sign("/sign_raw", request),
    },
  };

  window.injectedWeb3 = window.injectedWeb3 || {};
  window.injectedWeb3[settings.name] = {
    version: wallet.version,
    enable: async () => {
      if (settings.rejects) throw new Error("Rejected");
      return wallet;
    },
  };
})();
