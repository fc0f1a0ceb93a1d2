package io.halfspread.sim.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The structure that is signed for an action that only the account's own key may sign. */
record UserSignedType(String name, List<Member> members) {
    private static final String CHAIN = "string hyperliquidChain";
    private static final String TRANSFER = CHAIN + ",string destination,string amount,uint64 time";

    private static final Map<String, UserSignedType> BY_ACTION = Map.of(
            "approveAgent",
            of("ApproveAgent", CHAIN + ",address agentAddress,string agentName,uint64 nonce"),
            "approveBuilderFee",
            of("ApproveBuilderFee", CHAIN + ",string maxFeeRate,address builder,uint64 nonce"),
            "usdSend",
            of("UsdSend", TRANSFER),
            "withdraw3",
            of("Withdraw", TRANSFER),
            "spotSend",
            of("SpotSend", CHAIN + ",string destination,string token,string amount,uint64 time"),
            "usdClassTransfer",
            of("UsdClassTransfer", CHAIN + ",string amount,bool toPerp,uint64 nonce"),
            "sendAsset",
            of(
                    "SendAsset",
                    CHAIN + ",string destination,string sourceDex,string destinationDex,string token,string amount,"
                            + "string fromSubAccount,uint64 nonce"),
            "tokenDelegate",
            of("TokenDelegate", CHAIN + ",address validator,uint64 wei,bool isUndelegate,uint64 nonce"));

    /** The structure of an action, or null when agents may sign it. */
    static UserSignedType of(final String actionType) {
        return BY_ACTION.get(actionType);
    }

    String encodedType() {
        return "HyperliquidTransaction:" + name
                + members.stream()
                        .map(member -> member.type() + " " + member.name())
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static UserSignedType of(final String name, final String members) {
        return new UserSignedType(
                name,
                Arrays.stream(members.split(","))
                        .map(member -> member.split(" "))
                        .map(parts -> new Member(parts[1], parts[0]))
                        .toList());
    }

    /** One member: its name and its type in the language of EIP-712. */
    record Member(String name, String type) {}
}
