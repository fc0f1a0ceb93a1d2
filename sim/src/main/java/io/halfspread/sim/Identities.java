package io.halfspread.sim;

/** Accounts, transaction hashes and trade ids of the simulated market. */
final class Identities {
    private static final int ACCOUNTS = 48;
    private static final int TID_BITS = 50;
    private static final String HEX = "0123456789abcdef";

    private final String[] accounts = new String[ACCOUNTS];
    private final Draws draws;

    Identities(final Draws draws) {
        this.draws = draws;
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts[i] = hex(40);
        }
    }

    String account() {
        return accounts[draws.below(ACCOUNTS)];
    }

    String transactionHash() {
        return hex(64);
    }

    long tradeId() {
        return draws.nextLong() >>> (Long.SIZE - TID_BITS);
    }

    private String hex(final int digits) {
        final StringBuilder text = new StringBuilder(digits + 2).append("0x");
        for (int i = 0; i < digits; i++) {
            text.append(HEX.charAt(draws.below(HEX.length())));
        }
        return text.toString();
    }
}
