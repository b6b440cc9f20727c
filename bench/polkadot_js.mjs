// What @polkadot/api makes of the practice network's node: it connects over HTTP, reads, signs and submits.
// node polkadot_js.mjs URL SEED WALLET_URL: one JSON line for each check, {"check", "good", "told"}; ends with 1 when one failed.

import { ApiPromise, HttpProvider } from "@polkadot/api";
import { Keyring } from "@polkadot/keyring";
import { Metadata, TypeRegistry } from "@polkadot/types";
import { stringToHex, u8aWrapBytes } from "@polkadot/util";
import { signatureVerify } from "@polkadot/util-crypto";

const [url, seed, walletUrl] = process.argv.slice(2);
let failed = 0;

function check(name, good, told) {
  failed += good ? 0 : 1;
  console.log(JSON.stringify({ check: name, good: Boolean(good), told: String(told).slice(0, 160) }));
}

async function wallet(way, request) {
  const body = JSON.stringify({ way, request });
  const answer = await fetch(walletUrl, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  return answer.json();
}

const api = await ApiPromise.create({ provider: new HttpProvider(url), noInitWarn: true, throwOnConnect: true });
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function metadata() {
  const raw = await api.rpc.state.getMetadata();
  const hex = raw.toHex();
  check("metadata of version 14 comes back byte for byte", new Metadata(new TypeRegistry(), hex).toHex() === hex, `${hex.length / 2 - 1} bytes`);
  check("spec version", api.runtimeVersion.specVersion.toNumber() === 2004, api.runtimeVersion.specVersion);
  check("address format", api.registry.chainSS58 === 126, api.registry.chainSS58);
  check("constants", api.consts.council.councilSize.toNumber() === 3, api.consts.council.councilSize);
  const mainnet = "0x6b5e488e0fa8f9821110d5c13f4c468abcd43ce5e297e62b34c53c3346465956";
  check("a genesis hash of its own", api.genesisHash.toHex() !== mainnet, api.genesisHash);
}

async function blocks() {
  const head = (await api.rpc.chain.getHeader()).number.toNumber();
  for (const number of [0, 1, 101, head - 1, head]) {
    const hash = await api.rpc.chain.getBlockHash(number);
    const header = await api.rpc.chain.getHeader(hash);
    check(`header ${number} hashes to its block's hash`, header.hash.eq(hash), hash);
  }
  const decoded = [];
  for (const number of [101, 102, head]) {
    const hash = await api.rpc.chain.getBlockHash(number);
    const { block } = await api.rpc.chain.getBlock(hash);
    decoded.push(...block.extrinsics.map(({ method }) => `${method.section}.${method.method}`));
  }
  check("extrinsics of blocks decode", decoded.includes("timestamp.set"), [...new Set(decoded)]);
}

async function state() {
  const stage = await api.query.council.stage();
  check("Council.Stage", stage.stage.isIdle || stage.stage.isAnnouncing || stage.stage.isElection, stage);
  const past = await api.at(await api.rpc.chain.getBlockHash(60));
  check("the stage of long ago", (await past.query.council.stage()).stage.isAnnouncing, await past.query.council.stage());
  const candidates = await past.query.council.candidates.entries();
  check("candidates of long ago", candidates.length === 3, candidates.map(([key]) => key.args[0]));
  const seats = await api.query.council.councilMembers();
  check("three seats", seats.length === 3, seats);
  for (const [pallet, item] of [["members", "membershipById"], ["proposalsEngine", "proposals"], ["system", "account"], ["staking", "validators"]]) {
    const entries = await api.query[pallet][item].entries();
    check(`entries of ${pallet}.${item}`, entries.length > 0, `${entries.length}`);
  }
  const codes = await api.query.proposalsEngine.dispatchableCallCode.entries();
  const call = api.registry.createType("Call", codes[0][1].toU8a(true));
  check("the call of a proposal", call.section === "joystreamUtility" || call.section === "council", `${call.section}.${call.method}`);
  const era = (await api.query.staking.activeEra()).unwrap().index;
  check("points of the era", (await api.query.staking.erasRewardPoints(era)).individual.size === 3, era);
  const names = (await (await api.at(await api.rpc.chain.getBlockHash(101))).query.system.events()).map(({ event }) => `${event.section}.${event.method}`);
  check("events", names.includes("council.NewCouncilElected"), names);
}

async function included(hash) {
  for (let tries = 0; tries < 100; tries += 1) {
    const head = await api.rpc.chain.getBlockHash();
    let at = head;
    for (let depth = 0; depth < 8; depth += 1) {
      const { block } = await api.rpc.chain.getBlock(at);
      const index = block.extrinsics.findIndex((one) => one.hash.eq(hash));
      if (index >= 0) {
        const events = await (await api.at(at)).query.system.events();
        return events.filter(({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.eq(index)).map(({ event }) => event);
      }
      at = block.header.parentHash;
    }
    await pause(100);
  }
  return [];
}

async function transactions() {
  const pair = new Keyring({ type: "sr25519", ss58Format: 126 }).addFromSeed(seed);
  const batch = api.tx.utility.batchAll([api.tx.balances.transfer(pair.address, 1), api.tx.system.remark("hello")]);
  const { partialFee } = await batch.paymentInfo(pair);
  check("a fee is told", partialFee.toBigInt() > 0n, partialFee);
  const events = await included(await batch.signAndSend(pair));
  check("a batch signed here succeeds", events.some((event) => api.events.system.ExtrinsicSuccess.is(event)), events.map(({ method }) => method));
  const bounty = { oracle: "Council", contractType: "Open", creator: "Council", cherry: 0, oracleReward: 0, entrantStake: 1, fundingType: { Perpetual: { target: 1 } } };
  const lost = (await included(await api.tx.bounty.createBounty(bounty, "").signAndSend(pair))).find((event) => api.events.system.ExtrinsicFailed.is(event));
  const error = lost && api.registry.findMetaError(lost.data[0].asModule);
  check("create_bounty is refused by name", error && error.name === "CallFiltered", error && `${error.section}.${error.name}`);
  await refusals(pair);
  const signer = { signPayload: (request) => wallet("payload", request) };
  const signed = await included(await api.tx.system.remark("by the wallet").signAndSend(pair.address, { signer }));
  check("a transaction of the wallet double succeeds", signed.some((event) => api.events.system.ExtrinsicSuccess.is(event)), signed.map(({ method }) => method));
  const { signature } = await wallet("raw", { address: pair.address, data: stringToHex("sign in"), type: "bytes" });
  check("raw bytes of the wallet double", signatureVerify(u8aWrapBytes(stringToHex("sign in")), signature, pair.address).isValid, signature);
}

async function refusals(pair) {
  const refused = async (options) => {
    try {
      const one = await api.tx.system.remark("refused").signAsync(pair, options);
      return await api.rpc.author.submitExtrinsic(one);
    } catch (error) {
      return `${error.code}: ${error.data ?? error.message}`;
    }
  };
  check("a used nonce", (await refused({ nonce: 0 })).startsWith?.("1010: Transaction is outdated"), await refused({ nonce: 0 }));
  const other = await refused({ genesisHash: "0x" + "11".repeat(32), nonce: -1 });
  check("another genesis hash", other.startsWith?.("1010: Transaction has a bad signature"), other);
}

for (const part of [metadata, blocks, state, transactions]) {
  try {
    await part();
  } catch (error) {
    check(part.name, false, error.stack);
  }
}
await api.disconnect();
process.exit(failed ? 1 : 0);
