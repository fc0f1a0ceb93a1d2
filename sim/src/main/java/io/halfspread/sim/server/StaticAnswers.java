package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Queries whose answer never changes because the simulated venue has nothing of the kind. */
final class StaticAnswers {
    private static final String USDC = "{\"name\":\"USDC\",\"szDecimals\":8,\"weiDecimals\":8,\"index\":0,"
            + "\"tokenId\":\"0x6d1e7cde53ba9467b783cb7c530ce054\",\"isCanonical\":true,\"evmContract\":null,"
            + "\"fullName\":null,\"deployerTradingFeeShare\":\"0.0\"}";
    private static final String SPOT_META = "{\"tokens\":[" + USDC + "],\"universe\":[]}";
    private static final String EMPTY_LIST = "[]";

    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("spotMeta", SPOT_META),
            Map.entry("spotMetaAndAssetCtxs", "[" + SPOT_META + ",[]]"),
            Map.entry("outcomeMeta", "{\"outcomes\":[],\"questions\":[]}"),
            Map.entry("perpDexs", "[null]"),
            Map.entry("perpsAtOpenInterestCap", EMPTY_LIST),
            Map.entry("subAccounts", "null"),
            Map.entry("subAccounts2", "null"),
            Map.entry("userAbstraction", "\"default\""),
            Map.entry("maxBuilderFee", "0"),
            Map.entry("gossipPriorityAuctionStatus", EMPTY_LIST),
            Map.entry("userNonFundingLedgerUpdates", EMPTY_LIST),
            Map.entry("userTwapSliceFills", EMPTY_LIST),
            Map.entry("userTwapSliceFillsByTime", EMPTY_LIST),
            Map.entry("twapHistory", EMPTY_LIST),
            Map.entry("userVaultEquities", EMPTY_LIST),
            Map.entry("delegations", EMPTY_LIST),
            Map.entry("delegatorHistory", EMPTY_LIST),
            Map.entry("delegatorRewards", EMPTY_LIST),
            Map.entry(
                    "delegatorSummary",
                    "{\"delegated\":\"0.0\",\"undelegated\":\"0.0\",\"totalPendingWithdrawal\":\"0.0\","
                            + "\"nPendingWithdrawals\":0}"),
            Map.entry("validatorSummaries", EMPTY_LIST),
            Map.entry("leadingVaults", EMPTY_LIST),
            Map.entry("vaultSummaries", EMPTY_LIST),
            Map.entry("isVip", "false"),
            Map.entry(
                    "maxMarketOrderNtls",
                    "[[25,\"15000000.0\"],[20,\"5000000.0\"],[10,\"2000000.0\"],[1,\"500000.0\"]]"));

    private StaticAnswers() {}

    /** The answer, or null when the type is not among them. */
    static JsonNode of(final String type) {
        final String text = BY_TYPE.get(type);
        return text == null ? null : Json.parse(text);
    }
}
