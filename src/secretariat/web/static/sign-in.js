// Sign in with a wallet that keeps to polkadot-js' interface: window.injectedWeb3.
"use strict";

const NAME = "Secretariat";
const WAIT_FOR_WALLET = 3000; // extensions put themselves into a page some time after it has loaded

const place = document.getElementById("wallets");
const says = document.getElementById("says");

function tell(words) {
  says.textContent = words;
}

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

function offerAccounts(wallet, accounts) {
  place.replaceChildren();
  if (!accounts.length) tell("This wallet shows no account to this page. Allow one in the wallet, and load the page again.");
  for (const account of accounts) {
    const button = document.createElement("button");
    button.className = "account";
    const name = document.createElement("strong");
    name.textContent = account.name || "Account";
    const address = document.createElement("span");
    address.textContent = account.address;
    button.append(name, address);
    button.addEventListener("click", () => signIn(wallet, account, button));
    place.append(button);
  }
}

async function open(name) {
  try {
    const wallet = await window.injectedWeb3[name].enable(NAME);
    offerAccounts(wallet, await wallet.accounts.get());
  } catch (error) {
    tell(error.message || "The wallet did not let this page in.");
  }
}

function offerWallets(names) {
  place.replaceChildren();
  for (const name of names) {
    const button = document.createElement("button");
    button.textContent = `Use ${name}`;
    button.addEventListener("click", () => open(name));
    place.append(button);
  }
}

function look(until) {
  const names = Object.keys(window.injectedWeb3 || {});
  if (names.length) offerWallets(names);
  else if (Date.now() < until) setTimeout(look, 100, until);
  else document.getElementById("looking").textContent = "There is no wallet in this browser. Install one, such as the polkadot-js extension.";
}

look(Date.now() + WAIT_FOR_WALLET);
