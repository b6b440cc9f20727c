// Find a wallet that keeps to polkadot-js' interface (window.injectedWeb3), and let the person choose one of its accounts.
"use strict";

const Wallets = (() => {
  const NAME = "Secretariat";
  const WAIT_FOR_WALLET = 3000; // extensions put themselves into a page some time after it has loaded

  function button(words, chosen) {
    const made = document.createElement("button");
    made.type = "button";
    made.append(...words);
    made.addEventListener("click", () => chosen(made));
    return made;
  }

  function account(one, chosen) {
    const name = document.createElement("strong");
    name.textContent = one.name || "Account";
    const address = document.createElement("span");
    address.textContent = one.address;
    const made = button([name, address], chosen);
    made.className = "account";
    return made;
  }

  // Offer every wallet of this browser in a place of the page, and then its accounts; `chosen(wallet, account, button)` follows.
  function offer(place, tell, chosen) {
    const words = document.createElement("p");
    words.textContent = "Looking for a wallet in this browser …";
    place.replaceChildren(words);

    async function open(name) {
      try {
        const wallet = await window.injectedWeb3[name].enable(NAME);
        const accounts = await wallet.accounts.get();
        if (!accounts.length) tell("This wallet shows no account to this page. Allow one in the wallet, and load the page again.");
        place.replaceChildren(...accounts.map((one) => account(one, (made) => chosen(wallet, one, made))));
      } catch (error) {
        tell(error.message || "The wallet did not let this page in.");
      }
    }

    function look(until) {
      const names = Object.keys(window.injectedWeb3 || {});
      if (names.length) place.replaceChildren(...names.map((name) => button([`Use ${name}`], () => open(name))));
      else if (Date.now() < until) setTimeout(look, 100, until);
      else words.textContent = "There is no wallet in this browser. Install one, such as the polkadot-js extension.";
    }

    look(Date.now() + WAIT_FOR_WALLET);
  }

  // Give a wallet what it needs to show the payload's call in words, unless it has that or takes no such thing. A person may refuse it
  // in the wallet: whatever comes of it, the payload is signed all the same.
  async function teach(wallet, payload, tell) {
    if (!wallet.metadata || !wallet.metadata.provide) return;
    const genesis = payload.genesisHash, spec = Number.parseInt(payload.specVersion, 16);
    try {
      const known = await wallet.metadata.get();
      if (known.some((one) => one.genesisHash === genesis && one.specVersion === spec)) return;
      const answer = await fetch(`/wallet-metadata.json?genesis=${genesis}&spec=${spec}`, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      tell("Look at your wallet: it asks whether to learn this chain's calls, so that it can show them in words.");
      await wallet.metadata.provide(await answer.json());
    } catch {
      // The wallet then shows bytes; the page shows the call in words.
    }
  }

  return { offer, teach };
})();
