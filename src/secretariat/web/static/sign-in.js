// Sign in: a wallet signs the line that the desk asks for.
"use strict";

(() => {
  const says = document.getElementById("says");
  const tell = (words) => { says.textContent = words; };

  async function ask(address, body) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    const found = await answer.json();
    if (!answer.ok) throw new Error(found.error || "The desk did not take that.");
    return found;
  }

  async function signIn(wallet, account, button) {
    button.disabled = true;
    tell("");
    try {
      const asked = await ask("/sign-in/challenge", { address: account.address });
      tell("Look at your wallet: it shows the line to sign.");
      const { signature } = await wallet.signer.signRaw(asked.request);
      const done = await ask("/sign-in/wallet", { nonce: asked.nonce, address: account.address, signature });
      location.assign(done.next);
    } catch (error) {
      tell(error.message || "The wallet did not sign.");
      button.disabled = false;
    }
  }

  Wallets.offer(document.getElementById("wallets"), tell, signIn);
})();
