// Checks of the simulated venue by the venue's public SDK: one line each, "ok NAME" or "FAIL NAME: reason".
import { ExchangeClient, HttpTransport, InfoClient, SubscriptionClient, WebSocketTransport } from "@nktkas/hyperliquid";
import { SymbolConverter } from "@nktkas/hyperliquid/utils";
import { privateKeyToAccount } from "viem/accounts";

const [, , port, vault, freePort] = process.argv;
const key = (digit) => privateKeyToAccount("0x" + digit.repeat(64));
const maker = key("1");
const agent = key("2");
const stranger = key("3");
const rich = key("4");
const user = maker.address.toLowerCase();

const http = new HttpTransport({ isTestnet: true, apiUrl: `http://127.0.0.1:${port}` });
const socket = new WebSocketTransport({ isTestnet: true, url: `ws://127.0.0.1:${port}/ws` });
const info = new InfoClient({ transport: http });
const exchange = new ExchangeClient({ transport: http, wallet: maker });
const posted = new ExchangeClient({ transport: socket, wallet: maker });
const subscriptions = new SubscriptionClient({ transport: socket });

const failures = [];

async function check(name, body) {
  try {
    await body();
    console.log(`ok ${name}`);
  } catch (e) {
    failures.push(name);
    console.log(`FAIL ${name}: ${String(e?.message ?? e).replaceAll("\n", " ")}`);
  }
}

function expect(holds, what) {
  if (!holds) throw new Error(`not so: ${what}`);
}

async function refused(name, words, body) {
  await check(name, async () => {
    let message = "nothing was refused";
    try {
      await body();
    } catch (e) {
      message = String(e?.message ?? e);
    }
    expect(message.includes(words), `"${message}" has "${words}"`);
  });
}

// A venue without the volume rule of scheduleCancel, asked first: what is scheduled takes five seconds at least.
const freeHttp = new HttpTransport({ isTestnet: true, apiUrl: `http://127.0.0.1:${freePort}` });
const freeInfo = new InfoClient({ transport: freeHttp });
const scheduled = new ExchangeClient({ transport: freeHttp, wallet: maker });
const cleared = new ExchangeClient({ transport: freeHttp, wallet: maker, defaultVaultAddress: vault });

const mid = async () => Number((await info.allMids()).HYPE);
const px = (value) => String(Math.round(value * 100) / 100);
const cloid = (number) => "0x" + number.toString(16).padStart(32, "0");
const limit = (b, p, s, tif, more = {}) => ({ a: 0, b, p: px(p), s, r: false, t: { limit: { tif } }, ...more });
const lever = { asset: 0, isCross: true, leverage: 5 };
const place = (client, ...orders) => client.order({ orders, grouping: "na" });

let switchMs;
await check("scheduleCancel", async () => {
  const m = Number((await freeInfo.allMids()).HYPE);
  await place(scheduled, limit(true, m * 0.95, "1", "Alo", { c: cloid(20) }));
  await place(cleared, limit(true, m * 0.95, "1", "Alo", { c: cloid(21) }));
  switchMs = Date.now() + 10_000;
  expect((await scheduled.scheduleCancel({ time: switchMs })).response.type === "default", "default");
  expect((await cleared.scheduleCancel({ time: switchMs })).response.type === "default", "default");
  expect((await cleared.scheduleCancel()).response.type === "default", "default");
});
await refused("scheduleCancel too soon", "must be at least 5 seconds from now", () => scheduled.scheduleCancel({ time: Date.now() + 1000 }));

await check("symbolConverter", async () => {
  const symbols = await SymbolConverter.create({ transport: http });
  expect(symbols.getAssetId("HYPE") === 0, "asset id");
  expect(symbols.getSzDecimals("HYPE") === 2, "size decimals");
});

const week = Date.now() - 7 * 24 * 3600 * 1000;
const queries = {
  meta: {}, metaAndAssetCtxs: {}, allPerpMetas: {}, allMids: {}, spotMeta: {}, spotMetaAndAssetCtxs: {}, outcomeMeta: {},
  perpDexs: {}, perpsAtOpenInterestCap: {}, predictedFundings: {}, exchangeStatus: {}, maxMarketOrderNtls: {},
  l2Book: { coin: "HYPE", nSigFigs: 3 }, recentTrades: { coin: "HYPE" },
  candleSnapshot: { coin: "HYPE", interval: "1m", startTime: week }, fundingHistory: { coin: "HYPE", startTime: week },
  clearinghouseState: { user }, spotClearinghouseState: { user }, openOrders: { user }, frontendOpenOrders: { user },
  historicalOrders: { user }, userFills: { user }, userFillsByTime: { user, startTime: week },
  userFunding: { user, startTime: week }, userRateLimit: { user }, userFees: { user }, userRole: { user },
  extraAgents: { user }, activeAssetData: { user, coin: "HYPE" }, subAccounts: { user }, userAbstraction: { user },
  maxBuilderFee: { user, builder: user }, orderStatus: { user, oid: 1 }, webData2: { user },
};
for (const [name, request] of Object.entries(queries)) {
  await check(`info ${name}`, async () => expect((await (Object.keys(request).length === 0 ? info[name]() : info[name](request))) !== undefined, "an answer"));
}

const seen = new Map();
const topics = {
  l2Book: { coin: "HYPE" }, bbo: { coin: "HYPE" }, trades: { coin: "HYPE" }, candle: { coin: "HYPE", interval: "1m" },
  activeAssetCtx: { coin: "HYPE" }, allMids: {}, orderUpdates: { user }, userEvents: { user }, userFills: { user },
  userFundings: { user }, notification: { user }, clearinghouseState: { user }, openOrders: { user },
  activeAssetData: { user, coin: "HYPE" },
};
for (const [name, request] of Object.entries(topics)) {
  await check(`subscribe ${name}`, async () => {
    await subscriptions[name](request, (event) => seen.set(name, event));
  });
}

let oid;
await check("order alo rests", async () => {
  const reply = await place(exchange, limit(true, (await mid()) * 0.95, "1", "Alo", { c: cloid(1) }));
  const { resting } = reply.response.data.statuses[0];
  oid = resting.oid;
  expect(resting.cloid === cloid(1), "cloid is echoed");
});
await check("orderStatus by oid and cloid", async () => {
  expect((await info.orderStatus({ user, oid })).order.status === "open", "open by oid");
  expect((await info.orderStatus({ user, oid: cloid(1) })).order.order.oid === oid, "found by cloid");
});
await check("batchModify gives a new oid", async () => {
  const order = limit(true, (await mid()) * 0.94, "1", "Alo", { c: cloid(1) });
  const reply = await exchange.batchModify({ modifies: [{ oid, order }] });
  const next = reply.response.data.statuses[0].resting.oid;
  expect(next !== oid, "another oid");
  oid = next;
});
await check("modify", async () => {
  const order = limit(true, (await mid()) * 0.93, "1", "Alo", { c: cloid(1) });
  const reply = await exchange.modify({ oid, order });
  expect(reply.response.type === "default", "default");
  oid = (await info.openOrders({ user }))[0].oid;
});
await check("cancel", async () => {
  const reply = await exchange.cancel({ cancels: [{ a: 0, o: oid }] });
  expect(reply.response.data.statuses[0] === "success", "success");
});
await refused("cancel of nothing", "never placed, already canceled, or filled", () => exchange.cancel({ cancels: [{ a: 0, o: oid }] }));
await check("order gtc rests, cancelByCloid", async () => {
  await place(exchange, limit(true, (await mid()) * 0.95, "1", "Gtc", { c: cloid(2) }));
  const reply = await exchange.cancelByCloid({ cancels: [{ asset: 0, cloid: cloid(2) }] });
  expect(reply.response.data.statuses[0] === "success", "success");
});
await check("order ioc fills", async () => {
  const reply = await place(exchange, limit(true, (await mid()) * 1.03, "0.5", "Ioc"));
  expect(Number(reply.response.data.statuses[0].filled.totalSz) === 0.5, "filled");
});
await check("two orders over the socket", async () => {
  const m = await mid();
  const reply = await place(posted, limit(true, m * 0.95, "1", "Alo", { c: cloid(3) }), limit(false, m * 1.05, "1", "Alo", { c: cloid(4) }));
  expect(reply.response.data.statuses.every((each) => each.resting), "both rest");
  await posted.cancelByCloid({ cancels: [{ asset: 0, cloid: cloid(3) }, { asset: 0, cloid: cloid(4) }] });
});
await check("updateLeverage", async () => {
  expect((await exchange.updateLeverage({ asset: 0, isCross: true, leverage: 5 })).response.type === "default", "default");
});
await check("noop", async () => expect((await exchange.noop({ nonce: Date.now() + 5 })).status === "ok", "ok"));
await refused("scheduleCancel needs volume", "until enough volume traded", () => exchange.scheduleCancel({ time: Date.now() + 60000 }));
await refused("tick", "Price must be divisible by tick size", async () => place(exchange, limit(true, await mid(), "1", "Alo", { p: "30.12345" })));
await refused("least value", "minimum value of $10", async () => place(exchange, limit(true, (await mid()) * 0.9, "0.01", "Alo")));
await refused("post only would cross", "would have immediately matched", async () => place(exchange, limit(true, (await mid()) * 1.03, "1", "Alo")));
await refused("ioc without a match", "could not immediately match", async () => place(exchange, limit(true, (await mid()) * 0.9, "1", "Ioc")));
await refused("reduce only", "Reduce only order would increase position", async () => place(exchange, limit(true, (await mid()) * 0.95, "1", "Alo", { r: true })));
await refused("margin", "Insufficient margin", async () => place(exchange, limit(true, (await mid()) * 0.95, "90000", "Alo")));
await refused("unknown key", "does not exist", () => new ExchangeClient({ transport: http, wallet: stranger }).updateLeverage(lever));
await refused("other network", "does not exist", () =>
  new ExchangeClient({ transport: new HttpTransport({ isTestnet: false, apiUrl: `http://127.0.0.1:${port}` }), wallet: maker }).updateLeverage(lever));
await refused("nonce used twice", "duplicate nonce", async () => {
  const nonce = Date.now() + 1000;
  const twice = new ExchangeClient({ transport: http, wallet: maker, nonceManager: () => nonce });
  await twice.updateLeverage(lever);
  await twice.updateLeverage(lever);
});
await refused("vault", "Vault not registered", () => new ExchangeClient({ transport: http, wallet: maker, defaultVaultAddress: "0x" + "ab".repeat(20) }).updateLeverage(lever));
await check("sub-account", async () => {
  const client = new ExchangeClient({ transport: http, wallet: maker, defaultVaultAddress: vault });
  const reply = await place(client, limit(true, (await mid()) * 0.95, "1", "Alo"));
  expect(reply.response.data.statuses[0].resting, "rests");
  expect((await info.openOrders({ user: vault })).length === 1, "listed");
});
await check("approveAgent", async () => {
  await exchange.approveAgent({ agentAddress: agent.address, agentName: "mm" });
  const client = new ExchangeClient({ transport: http, wallet: agent });
  await place(client, limit(true, (await mid()) * 0.95, "1", "Alo", { c: cloid(9) }));
  await client.cancelByCloid({ cancels: [{ asset: 0, cloid: cloid(9) }] });
  expect((await info.userRole({ user: agent.address })).data.user === user, "role");
});
await check("approveBuilderFee", async () => exchange.approveBuilderFee({ builder: rich.address, maxFeeRate: "0.01%" }));
await check("usdSend", async () => {
  const before = Number((await info.clearinghouseState({ user })).marginSummary.accountValue);
  await exchange.usdSend({ destination: rich.address, amount: "10" });
  const now = Number((await info.clearinghouseState({ user })).marginSummary.accountValue);
  expect(before - now > 5, `${before} - ${now}`);
});
for (const name of ["l2Book", "bbo", "trades", "candle", "activeAssetCtx", "allMids", "orderUpdates", "userEvents", "userFills", "userFundings", "clearinghouseState", "openOrders", "activeAssetData"]) {
  await check(`event ${name}`, async () => {
    for (let i = 0; i < 100 && !seen.has(name); i++) await new Promise((done) => setTimeout(done, 50));
    expect(seen.has(name), "an event came");
  });
}
await check("scheduleCancel fires", async () => {
  await new Promise((done) => setTimeout(done, Math.max(0, switchMs - Date.now())));
  let status;
  for (let i = 0; i < 40 && status !== "scheduledCancel"; i++) {
    status = (await freeInfo.orderStatus({ user, oid: cloid(20) })).order.status;
    await new Promise((done) => setTimeout(done, 50));
  }
  expect(status === "scheduledCancel", status);
});
await check("scheduleCancel cleared does not fire", async () =>
  expect((await freeInfo.orderStatus({ user: vault, oid: cloid(21) })).order.status === "open", "open"));
console.log(failures.length === 0 ? "all ok" : `failed: ${failures.join(", ")}`);
process.exit(failures.length === 0 ? 0 : 1);
