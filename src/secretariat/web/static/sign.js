// Let a wallet sign what a form of this page asks for: a transaction's payload, or one line of text. The form then carries the
// signature to the desk, as it would if it was pasted.
"use strict";

(() => {
  const LOOK = "Look at your wallet: it shows what it is to sign.";
  const hex = (text) => "0x" + Array.from(new TextEncoder().encode(text), (one) => one.toString(16).padStart(2, "0")).join("");

  async function sign(form, wallet, account, tell) {
    const { signPayload, signText } = form.dataset;
    if (signPayload) {
      const payload = JSON.parse(signPayload);
      await Wallets.teach(wallet, payload, tell);
      tell(LOOK);
      return wallet.signer.signPayload(payload);
    }
    return wallet.signer.signRaw({ address: account.address, data: hex(signText), type: "bytes" });
  }

  for (const form of document.querySelectorAll("form[data-address]")) {
    const says = form.querySelector(".says");
    const tell = (words) => { says.textContent = words; };
    Wallets.offer(form.querySelector(".wallets"), tell, async (wallet, account, button) => {
      button.disabled = true;
      tell(LOOK);
      try {
        const { signature } = await sign(form, wallet, account, tell);
        form.elements.signature.value = signature;
        form.submit();
      } catch (error) {
        tell(error.message || "The wallet did not sign. Nothing was sent.");
        button.disabled = false;
      }
    });
  }
})();
