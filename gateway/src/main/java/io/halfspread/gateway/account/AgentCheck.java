package io.halfspread.gateway.account;

import io.halfspread.gateway.rest.AccountState;
import io.halfspread.gateway.rest.AgentApproval;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.UserRole;
import io.halfspread.gateway.rest.VenueQueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Whether a key and an account go together at the venue. Orders are signed by the account itself or by an agent it has
 * approved; queries and streams take the account's address, and an agent's gives an empty account. Blocks: for a cold thread.
 */
public final class AgentCheck {
    private static final long SOON_MS = TimeUnit.DAYS.toMillis(7);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    private final InfoClient info;
    private final String signer;
    private final String account;
    private final long nowMs;
    private final List<Finding> bad = new ArrayList<>();
    private final List<Finding> good = new ArrayList<>();

    private AgentCheck(final InfoClient info, final String signer, final String account, final long nowMs) {
        this.info = info;
        this.signer = signer;
        this.account = account;
        this.nowMs = nowMs;
    }

    /**
     * One finding.
     *
     * @param ok   whether orders can be expected to work as far as this goes
     * @param text one line
     */
    public record Finding(boolean ok, String text) {}

    /**
     * Checks a key and an account.
     *
     * @param info    asks the venue
     * @param signer  address of the key that signs
     * @param account address of the account traded for; the signer's own when it trades for itself
     * @param nowMs   time, ms since the epoch
     * @return findings, bad ones first; never empty
     */
    public static List<Finding> run(
            final InfoClient info, final String signer, final String account, final long nowMs) {
        final AgentCheck check = new AgentCheck(info, signer, account, nowMs);
        check.checkAccount();
        if (!signer.equalsIgnoreCase(account)) {
            check.checkAgent();
        }
        check.checkFunds();
        final List<Finding> findings = new ArrayList<>(check.bad);
        findings.addAll(check.good);
        return List.copyOf(findings);
    }

    private void checkAccount() {
        try {
            final UserRole role = info.userRole(account);
            if (role.kind() == UserRole.Kind.AGENT) {
                bad("account " + account + " is an agent of " + role.principal()
                        + ": give that address as the account");
            } else if (role.kind() == UserRole.Kind.MISSING) {
                bad("account " + account + " is not known to the venue: deposit to it first");
            }
        } catch (final VenueQueryException e) {
            good("role of the account not known: " + e.getMessage());
        }
    }

    private void checkAgent() {
        try {
            final UserRole role = info.userRole(signer);
            if (role.kind() != UserRole.Kind.AGENT) {
                bad("key " + signer + " is no agent of account " + account
                        + ": approve it there, or give the key's own address as the account");
                return;
            }
            if (!role.principal().equalsIgnoreCase(account) && !isSubAccountOf(role.principal())) {
                bad("key " + signer + " is an agent of " + role.principal() + ", not of account " + account);
                return;
            }
            checkExpiry(role.principal());
        } catch (final VenueQueryException e) {
            good("role of the key not known: " + e.getMessage());
        }
    }

    private boolean isSubAccountOf(final String master) throws VenueQueryException {
        final UserRole role = info.userRole(account);
        return role.kind() == UserRole.Kind.SUB_ACCOUNT && role.principal().equalsIgnoreCase(master);
    }

    private void checkExpiry(final String master) throws VenueQueryException {
        for (final AgentApproval agent : info.extraAgents(master)) {
            if (!agent.address().equalsIgnoreCase(signer)) {
                continue;
            }
            final long leftMs = agent.validUntilMs() - nowMs;
            if (leftMs <= 0) {
                bad("agent " + signer + " (" + agent.name() + ") has expired: approve a new one");
            } else {
                good("agent " + signer + " (" + agent.name() + ") is approved for " + leftMs / DAY_MS + " more days"
                        + (leftMs < SOON_MS ? ": renew it soon" : ""));
            }
            return;
        }
        good("agent " + signer + " is the unnamed agent of " + master);
    }

    private void checkFunds() {
        try {
            final AccountState state = info.clearinghouseState(account);
            if (state.accountValue() == 0) {
                bad("account " + account + " has no funds to trade perpetuals with");
            } else {
                good("account " + account + " is funded");
            }
        } catch (final VenueQueryException e) {
            bad("account " + account + " not known: " + e.getMessage());
        }
    }

    private void bad(final String text) {
        bad.add(new Finding(false, text));
    }

    private void good(final String text) {
        good.add(new Finding(true, text));
    }
}
