package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.sim.exchange.AccountFees;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.FeeTier;
import io.halfspread.sim.wire.WireDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Fee rates of an account and the schedule they come from. */
final class FeesJson {
    private FeesJson() {}

    static ObjectNode of(final Exchange exchange, final String user) {
        final AccountFees fees = exchange.fees(user);
        final ObjectNode node = Json.object();
        node.putArray("dailyUserVlm")
                .addObject()
                .put(
                        "date",
                        Instant.ofEpochMilli(exchange.timeMs())
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString())
                .put("userCross", WireDecimal.text(fees.takerVolume()))
                .put("userAdd", WireDecimal.text(fees.makerVolume()))
                .put("exchange", "0.0");
        node.set("feeSchedule", schedule(exchange.config().fees()));
        node.put("userCrossRate", WireDecimal.ratioText(fees.taker()))
                .put("userAddRate", WireDecimal.ratioText(fees.maker()))
                .put("userSpotCrossRate", "0.0007")
                .put("userSpotAddRate", "0.0004")
                .put("activeReferralDiscount", "0.0")
                .putNull("trial")
                .put("feeTrialEscrow", "0.0")
                .putNull("nextTrialAvailableTimestamp")
                .putNull("stakingLink");
        node.putObject("activeStakingDiscount").put("bpsOfMaxSupply", "0.0").put("discount", "0.0");
        return node;
    }

    private static ObjectNode schedule(final List<FeeTier> tiers) {
        final ObjectNode schedule = rates(tiers.get(0), Json.object());
        final ObjectNode groups = schedule.putObject("tiers");
        final ArrayNode vip = groups.putArray("vip");
        tiers.stream()
                .skip(1)
                .forEach(tier -> rates(tier, vip.addObject().put("ntlCutoff", WireDecimal.text(tier.volume()))));
        groups.putArray("mm").addObject().put("makerFractionCutoff", "0.005").put("add", "-0.00001");
        schedule.put("referralDiscount", "0.04");
        schedule.putArray("stakingDiscountTiers")
                .addObject()
                .put("bpsOfMaxSupply", "0.0")
                .put("discount", "0.0");
        return schedule;
    }

    private static ObjectNode rates(final FeeTier tier, final ObjectNode node) {
        return node.put("cross", WireDecimal.ratioText(tier.taker()))
                .put("add", WireDecimal.ratioText(tier.maker()))
                .put("spotCross", "0.0007")
                .put("spotAdd", "0.0004");
    }
}
