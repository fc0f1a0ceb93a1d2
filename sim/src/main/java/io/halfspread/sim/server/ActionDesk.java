package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.Result;
import io.halfspread.sim.wire.SignedAction;
import io.halfspread.sim.wire.Unreadable;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Takes signed actions: whose they are, whether they may be done, and what is answered when their block is through. */
final class ActionDesk {
    static final String UNREADABLE = "Failed to deserialize the JSON body into the target type: ";
    private static final int WEIGHT_BATCH = 40;
    private static final String NOBODY = "0x0000000000000000000000000000000000000000";

    private final VenueConfig config;
    private final Exchange exchange;
    private final SourceLimits limits;
    private final Later later;
    private final Agents agents;
    private final ActionReader reader;
    private final Funds funds;
    private final ActionFaults faults;
    private final NonceSets nonces = new NonceSets();
    private final Map<Long, Pending> pending = new LinkedHashMap<>();
    private final Map<String, Set<String>> builders = new HashMap<>();
    private long tickets;
    private int waiting;
    private long nowMs;

    ActionDesk(
            final VenueConfig config,
            final Exchange exchange,
            final SourceLimits limits,
            final Later later,
            final Agents agents,
            final ActionFaults faults) {
        this.config = config;
        this.exchange = exchange;
        this.limits = limits;
        this.later = later;
        this.agents = agents;
        this.faults = faults;
        reader = new ActionReader(exchange);
        funds = new Funds(exchange);
    }

    void advance(final long timeMs) {
        nowMs = timeMs;
    }

    /** Whether the next block has something to execute. */
    boolean hasWork() {
        return waiting > 0;
    }

    void take(final JsonNode body, final String remoteAddress, final ReplyPath reply) {
        final SignedAction signed;
        final String signer;
        try {
            signed = SignedAction.read(body);
            signer = signed.signer(config.network().source());
        } catch (final Unreadable e) {
            reply.refuse(HttpResponseStatus.UNPROCESSABLE_ENTITY, UNREADABLE + e.getMessage());
            return;
        }
        if (!limits.pay(remoteAddress, 1 + batch(signed.action()) / WEIGHT_BATCH)) {
            reply.refuse(HttpResponseStatus.TOO_MANY_REQUESTS, "Too Many Requests");
            return;
        }
        final String master = signed.isUserSigned() ? own(signer) : master(signer);
        if (master == null) {
            reply.json(Replies.refused(
                    signed.isUserSigned() && signer != null
                            ? "Must deposit before performing actions. User: " + signer
                            : "User or API Wallet " + (signer == null ? NOBODY : signer) + " does not exist."));
            return;
        }
        final String account = signed.vault() == null ? master : signed.vault();
        final String refusal = refusal(signed, signer, master);
        if (refusal != null) {
            reply.json(Replies.refused(refusal));
        } else {
            execute(signed, account, reply);
        }
    }

    /** A block has executed an action. */
    void onResult(final long ticket, final Result result) {
        final Pending done = pending.remove(ticket);
        if (done != null) {
            waiting--;
            later.after(
                    config.timings().replyDelayMs() + faults.lateAckMs(),
                    () -> done.reply().json(Replies.result(done.type(), result)));
        }
    }

    private String own(final String signer) {
        return signer != null && exchange.knows(signer) ? signer : null;
    }

    private String master(final String signer) {
        final String own = own(signer);
        return own != null || signer == null ? own : agents.master(signer, nowMs);
    }

    private String refusal(final SignedAction signed, final String signer, final String master) {
        if (signed.vault() != null
                && !master.equals(config.subAccounts().get(signed.vault()))
                && !master.equals(signed.vault())) {
            return "Vault not registered: " + signed.vault();
        }
        if (signed.isUserSigned()) {
            final JsonNode action = signed.action();
            if (!action.path("hyperliquidChain")
                    .asText()
                    .equals(config.network().chain())) {
                return "Invalid hyperliquidChain, expected " + config.network().chain();
            }
            if (signed.nonce()
                    != action.path(action.has("time") ? "time" : "nonce").longValue()) {
                return "Nonce of the action differs from that of the request.";
            }
        }
        return config.has(VenueRule.NONCES) ? nonces.refusal(signer, signed.nonce(), nowMs) : null;
    }

    private void execute(final SignedAction signed, final String account, final ReplyPath reply) {
        final Action action;
        try {
            action = reader.read(signed.action(), account);
        } catch (final ActionReader.Refusal e) {
            reply.json(Replies.batchError(signed.type(), e.getMessage()));
            return;
        }
        final String builder = signed.action().path("builder").path("b").textValue();
        if (action == null) {
            reply.json(other(signed, account));
        } else if (builder != null && !builders.getOrDefault(account, Set.of()).contains(builder)) {
            reply.json(Replies.refused("Builder fee has not been approved."));
        } else {
            final ObjectNode refusal = faults.refusal(signed.type(), action);
            if (refusal == null) {
                submit(signed, account, action, reply);
            } else {
                reply.json(refusal);
            }
        }
    }

    private void submit(final SignedAction signed, final String account, final Action action, final ReplyPath reply) {
        final long ticket = tickets++;
        final long expiry = signed.expiresAfter() == null || !config.has(VenueRule.EXPIRY)
                ? Exchange.NO_EXPIRY
                : signed.expiresAfter();
        pending.put(ticket, new Pending(signed.type(), reply));
        final long raceMs = faults.race(account, action);
        later.after(
                raceMs + (ActionReader.isAggressive(action) ? config.timings().takerDelayMs() : 0), () -> {
                    waiting++;
                    exchange.submit(ticket, account, action, expiry);
                });
    }

    private ObjectNode other(final SignedAction signed, final String account) {
        final JsonNode action = signed.action();
        return switch (signed.type()) {
            case "approveAgent" -> approveAgent(action, account);
            case "approveBuilderFee" -> {
                builders.computeIfAbsent(account, key -> new HashSet<>())
                        .add(action.path("builder").textValue());
                yield Replies.done();
            }
            case "usdSend" -> funds.send(account, action);
            case "withdraw3" -> funds.withdraw(account, action);
            case "setReferrer" ->
                Replies.refused(
                        "Referral code does not exist: " + action.path("code").asText());
            case "createSubAccount" ->
                Replies.refused(
                        "Cannot create sub-accounts until enough volume traded. Required: $100000. Traded: $0.");
            case "subAccountTransfer" -> Replies.refused("Invalid sub-account transfer from " + account);
            default -> Replies.refused("Action " + signed.type() + " is not available.");
        };
    }

    private ObjectNode approveAgent(final JsonNode action, final String account) {
        final String address = action.path("agentAddress").textValue();
        if (exchange.knows(address)) {
            return Replies.refused("Extra agent already used.");
        }
        final String refusal =
                agents.approve(account, address, action.path("agentName").asText(""), nowMs, nonces::forget);
        return refusal == null ? Replies.done() : Replies.refused(refusal);
    }

    private static int batch(final JsonNode action) {
        return action.path("orders").size()
                + action.path("cancels").size()
                + action.path("modifies").size();
    }

    private record Pending(String type, ReplyPath reply) {}
}
