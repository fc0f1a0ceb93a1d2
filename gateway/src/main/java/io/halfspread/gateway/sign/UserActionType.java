package io.halfspread.gateway.sign;

import java.util.ArrayList;
import java.util.List;

/** The actions that the master key signs member by member. Source: the venue's public SDKs. */
public enum UserActionType {
    /** Lets another key trade. */
    APPROVE_AGENT("approveAgent", "ApproveAgent", "address agentAddress", "string agentName", "uint64 nonce"),
    /** Lets a builder take a fee. */
    APPROVE_BUILDER_FEE(
            "approveBuilderFee", "ApproveBuilderFee", "string maxFeeRate", "address builder", "uint64 nonce"),
    /** Sends USDC to another account. */
    USD_SEND("usdSend", "UsdSend", "string destination", "string amount", "uint64 time"),
    /** Withdraws USDC. */
    WITHDRAW("withdraw3", "Withdraw", "string destination", "string amount", "uint64 time"),
    /** Sends a token to another account. */
    SPOT_SEND("spotSend", "SpotSend", "string destination", "string token", "string amount", "uint64 time"),
    /** Moves USDC between the spot and the perpetual wallet. */
    USD_CLASS_TRANSFER("usdClassTransfer", "UsdClassTransfer", "string amount", "bool toPerp", "uint64 nonce"),
    /** Moves a token between markets and accounts. */
    SEND_ASSET(
            "sendAsset",
            "SendAsset",
            "string destination",
            "string sourceDex",
            "string destinationDex",
            "string token",
            "string amount",
            "string fromSubAccount",
            "uint64 nonce"),
    /** Delegates stake. */
    TOKEN_DELEGATE(
            "tokenDelegate", "TokenDelegate", "address validator", "uint64 wei", "bool isUndelegate", "uint64 nonce"),
    /** Sets how an account's balances are joined. */
    USER_SET_ABSTRACTION(
            "userSetAbstraction", "UserSetAbstraction", "address user", "string abstraction", "uint64 nonce"),
    /** What the leader of a multi-signature sends. */
    SEND_MULTI_SIG("multiSig", "SendMultiSig", "bytes32 multiSigActionHash", "uint64 nonce");

    private static final String PREFIX = "HyperliquidTransaction:";

    private final String actionType;
    private final TypedData structure;

    UserActionType(final String actionType, final String name, final String... members) {
        this.actionType = actionType;
        final List<TypedField> fields = new ArrayList<>();
        fields.add(new TypedField("hyperliquidChain", "string"));
        for (final String member : members) {
            final int space = member.indexOf(' ');
            fields.add(new TypedField(member.substring(space + 1), member.substring(0, space)));
        }
        structure = new TypedData(PREFIX + name, fields);
    }

    /**
     * The action's {@code type} in JSON.
     *
     * @return the venue's name
     */
    public String actionType() {
        return actionType;
    }

    /**
     * What is signed.
     *
     * @return the structure
     */
    public TypedData structure() {
        return structure;
    }

    /** The structure that the signers of a multi-signature sign: two addresses more. */
    TypedData multiSigStructure() {
        final List<TypedField> fields = new ArrayList<>(structure.fields());
        fields.add(1, new TypedField("payloadMultiSigUser", "address"));
        fields.add(2, new TypedField("outerSigner", "address"));
        return structure.with(fields);
    }
}
