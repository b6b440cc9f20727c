// Query nodes' states over subscriptions-transport-ws: node state_server.cjs INTROSPECTION; prints a port for each way to answer.
const fs = require("fs");
const http = require("http");
const { buildClientSchema, execute, subscribe } = require("graphql");
const { SubscriptionServer } = require("subscriptions-transport-ws");

const answer = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const heights = { chainHead: 5000010, indexerHead: 5000009, lastCompleteBlock: 5000007 };
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const states = {
  at_once: async function* () {
    yield { stateSubscription: heights };
    yield { stateSubscription: { ...heights, lastCompleteBlock: 5000008 } };
    await pause(60000);
  },
  after_a_while: async function* () {
    await pause(400);
    yield { stateSubscription: heights };
    await pause(60000);
  },
  never: async function* () {
    await pause(60000);
  },
  ends: async function* () {},
  without_a_height: async function* () {
    yield { stateSubscription: { ...heights, lastCompleteBlock: null } };
  },
  refuses: async function* () {},
};

const ports = {};
for (const [name, state] of Object.entries(states)) {
  const schema = buildClientSchema(answer.data ?? answer);
  schema.getSubscriptionType().getFields().stateSubscription.subscribe = state;
  const server = http.createServer((_, response) => response.writeHead(404).end());
  const onConnect = () => {
    if (name === "refuses") throw new Error("nobody is let in");
  };
  SubscriptionServer.create({ schema, execute, subscribe, onConnect, keepAlive: 50 }, { server, path: "/graphql" });
  server.listen(0, "127.0.0.1", () => {
    ports[name] = server.address().port;
    if (Object.keys(ports).length === Object.keys(states).length) console.log(JSON.stringify(ports));
  });
}
setTimeout(() => process.exit(0), 120000);
