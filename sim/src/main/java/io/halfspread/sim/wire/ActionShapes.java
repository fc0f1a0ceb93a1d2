package io.halfspread.sim.wire;

import static io.halfspread.sim.wire.Shape.ADDRESS;
import static io.halfspread.sim.wire.Shape.BOOLEAN;
import static io.halfspread.sim.wire.Shape.CLOID;
import static io.halfspread.sim.wire.Shape.DECIMAL;
import static io.halfspread.sim.wire.Shape.OID;
import static io.halfspread.sim.wire.Shape.ONLY_TRUE;
import static io.halfspread.sim.wire.Shape.SIGNED;
import static io.halfspread.sim.wire.Shape.TEXT;
import static io.halfspread.sim.wire.Shape.UNSIGNED;
import static io.halfspread.sim.wire.Shape.listOf;
import static io.halfspread.sim.wire.Shape.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Every action the venue reads, with its members in the order in which they are hashed. */
final class ActionShapes {
    private static final Shape TERMS = in -> in.has("trigger")
            ? Members.of()
                    .with(
                            "trigger",
                            Members.of()
                                    .with("isMarket", BOOLEAN)
                                    .with("triggerPx", DECIMAL)
                                    .with("tpsl", oneOf("tp", "sl")))
                    .read(in)
            : Members.of()
                    .with("limit", Members.of().with("tif", oneOf("Alo", "Ioc", "Gtc", "FrontendMarket")))
                    .read(in);
    private static final Shape ORDER = Members.of()
            .with("a", UNSIGNED)
            .with("b", BOOLEAN)
            .with("p", DECIMAL)
            .with("s", DECIMAL)
            .with("r", BOOLEAN)
            .with("t", TERMS)
            .maybe("c", CLOID);
    private static final Shape GROUPING = in -> in.isObject()
            ? Members.of().with("p", UNSIGNED).read(in)
            : oneOf("na", "normalTpsl", "positionTpsl").read(in);
    private static final Shape TRANSFER =
            userSigned().with("destination", TEXT).with("amount", TEXT).with("time", UNSIGNED);

    private static final Map<String, Shape> BY_TYPE = Map.ofEntries(
            Map.entry(
                    "order",
                    typed().with("orders", listOf(ORDER))
                            .with("grouping", GROUPING)
                            .maybe("builder", Members.of().with("b", ADDRESS).with("f", UNSIGNED))),
            Map.entry(
                    "cancel",
                    typed().with(
                                    "cancels",
                                    listOf(Members.of().with("a", UNSIGNED).with("o", UNSIGNED)))
                            .maybe("f", ONLY_TRUE)),
            Map.entry(
                    "cancelByCloid",
                    typed().with(
                                    "cancels",
                                    listOf(Members.of().with("asset", UNSIGNED).with("cloid", CLOID)))
                            .maybe("f", ONLY_TRUE)),
            Map.entry("modify", typed().with("oid", OID).with("order", ORDER).maybe("a", ONLY_TRUE)),
            Map.entry(
                    "batchModify",
                    typed().with(
                                    "modifies",
                                    listOf(Members.of().with("oid", OID).with("order", ORDER)))
                            .maybe("a", ONLY_TRUE)),
            Map.entry("scheduleCancel", typed().maybe("time", UNSIGNED)),
            Map.entry(
                    "updateLeverage",
                    typed().with("asset", UNSIGNED).with("isCross", BOOLEAN).with("leverage", UNSIGNED)),
            Map.entry(
                    "updateIsolatedMargin",
                    typed().with("asset", UNSIGNED).with("isBuy", BOOLEAN).with("ntli", SIGNED)),
            Map.entry("topUpIsolatedOnlyMargin", typed().with("asset", UNSIGNED).with("leverage", DECIMAL)),
            Map.entry("noop", typed()),
            Map.entry("reserveRequestWeight", typed().with("weight", UNSIGNED).maybe("destination", ADDRESS)),
            Map.entry(
                    "twapOrder",
                    typed().with(
                                    "twap",
                                    Members.of()
                                            .with("a", UNSIGNED)
                                            .with("b", BOOLEAN)
                                            .with("s", DECIMAL)
                                            .with("r", BOOLEAN)
                                            .with("m", UNSIGNED)
                                            .with("t", BOOLEAN))),
            Map.entry("twapCancel", typed().with("a", UNSIGNED).with("t", UNSIGNED)),
            Map.entry("createSubAccount", typed().with("name", TEXT)),
            Map.entry(
                    "subAccountTransfer",
                    typed().with("subAccountUser", ADDRESS)
                            .with("isDeposit", BOOLEAN)
                            .with("usd", UNSIGNED)),
            Map.entry("setReferrer", typed().with("code", TEXT)),
            Map.entry(
                    "gossipPriorityBid",
                    typed().with("slotId", UNSIGNED).with("ip", TEXT).with("maxGas", UNSIGNED)),
            Map.entry(
                    "approveAgent",
                    userSigned()
                            .with("agentAddress", ADDRESS)
                            .maybe("agentName", TEXT)
                            .with("nonce", UNSIGNED)),
            Map.entry(
                    "approveBuilderFee",
                    userSigned()
                            .with("maxFeeRate", TEXT)
                            .with("builder", ADDRESS)
                            .with("nonce", UNSIGNED)),
            Map.entry("usdSend", TRANSFER),
            Map.entry("withdraw3", TRANSFER),
            Map.entry(
                    "spotSend",
                    userSigned()
                            .with("destination", TEXT)
                            .with("token", TEXT)
                            .with("amount", TEXT)
                            .with("time", UNSIGNED)),
            Map.entry(
                    "usdClassTransfer",
                    userSigned().with("amount", TEXT).with("toPerp", BOOLEAN).with("nonce", UNSIGNED)),
            Map.entry(
                    "sendAsset",
                    userSigned()
                            .with("destination", TEXT)
                            .with("sourceDex", TEXT)
                            .with("destinationDex", TEXT)
                            .with("token", TEXT)
                            .with("amount", TEXT)
                            .with("fromSubAccount", TEXT)
                            .with("nonce", UNSIGNED)),
            Map.entry(
                    "tokenDelegate",
                    userSigned()
                            .with("validator", ADDRESS)
                            .with("wei", UNSIGNED)
                            .with("isUndelegate", BOOLEAN)
                            .with("nonce", UNSIGNED)));

    private ActionShapes() {}

    /** The one form of an action that is hashed. */
    static ObjectNode normal(final JsonNode action) {
        final String type = action.path("type").asText("");
        final Shape shape = BY_TYPE.get(type);
        if (shape == null) {
            throw new Unreadable("unknown variant `" + type + "`");
        }
        return (ObjectNode) shape.read(action);
    }

    private static Members typed() {
        return Members.of().with("type", TEXT);
    }

    private static Members userSigned() {
        return typed().with("signatureChainId", TEXT).with("hyperliquidChain", oneOf("Mainnet", "Testnet"));
    }
}
