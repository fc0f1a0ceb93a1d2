package io.halfspread.engine.handler;

import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A plain model of the venue and of what a gateway makes of it: commands arrive late, replies, order updates and fills come
 * on three channels in any interleaving, replies and the account's streams get lost, and lost outcomes are looked up. It
 * knows what is true: which orders are open and what was executed.
 */
final class RandomVenue {
    private static final long NO_SIZE = ActionResponseEncoder.totalSzNullValue();

    /** An order as the venue has it. */
    private static final class Live {
        final Side side;
        final long cloidLow;
        final long oid;
        final long px;
        long remaining;
        OrderStatus status = OrderStatus.OPEN;

        Live(final Side side, final long cloidLow, final long oid, final long px, final long remaining) {
            this.side = side;
            this.cloidLow = cloidLow;
            this.oid = oid;
            this.px = px;
            this.remaining = remaining;
        }
    }

    private record Fill(long venueNs, Live order, long tid, long sz) {}

    /** A command on its way, and what became of it. */
    private static final class Sent {
        final EngineHarness.Command command;
        final boolean replyLost;
        boolean executed;

        Sent(final EngineHarness.Command command, final boolean replyLost) {
            this.command = command;
            this.replyLost = replyLost;
        }
    }

    private final EngineHarness engine;
    private final AccountInputs in;
    private final SplittableRandom random;
    private final Map<Long, Live> open = new LinkedHashMap<>();
    private final Map<Long, Live> all = new HashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final Deque<Sent> arriving = new ArrayDeque<>();
    private final Deque<Sent> unresolved = new ArrayDeque<>();
    private final Deque<Runnable> replies = new ArrayDeque<>();
    private final Deque<Runnable> updates = new ArrayDeque<>();
    private final Deque<Runnable> executions = new ArrayDeque<>();
    private final Deque<Runnable> resync = new ArrayDeque<>();
    private final long start;
    private int taken;
    private boolean streaming;
    private boolean asking;
    private long venueNs;
    private long lastStateNs = Long.MIN_VALUE;
    private long ids;
    private int most;

    RandomVenue(final EngineHarness engine, final long seed, final long position) {
        this.engine = engine;
        this.start = position;
        in = new AccountInputs(engine.inputs);
        random = new SplittableRandom(seed);
        venueNs = engine.nowNs;
    }

    /** Does one thing, drawn at random. */
    void step(final boolean mischief) {
        venueNs += 1_000_000;
        takeCommands();
        switch (random.nextInt(mischief ? 11 : 9)) {
            case 0, 1 -> arrive();
            case 2, 3 -> deliver(replies);
            case 4 -> deliver(updates);
            case 5 -> deliver(executions);
            case 6 -> connect();
            case 7 -> resolve();
            case 8 -> deliver(resync);
            case 9 -> trade();
            default -> {
                if (random.nextInt(12) == 0) {
                    lose();
                } else if (random.nextInt(12) == 0 && !open.isEmpty()) {
                    final Live live = any();
                    end(live, OrderStatus.CANCELED_BY_VENUE);
                }
            }
        }
        engine.step();
        takeCommands();
    }

    boolean isQuiet() {
        takeCommands();
        return streaming
                && !asking
                && arriving.isEmpty()
                && unresolved.isEmpty()
                && replies.isEmpty()
                && updates.isEmpty()
                && executions.isEmpty()
                && resync.isEmpty();
    }

    long position() {
        return start
                + fills.stream()
                        .mapToLong(f -> f.order.side == Side.BID ? f.sz : -f.sz)
                        .sum();
    }

    long openOrders(final Side side) {
        return open.values().stream().filter(live -> live.side == side).count();
    }

    int executed() {
        return fills.size();
    }

    /** Most orders of one side that were ever open at once. */
    int mostOfASide() {
        return most;
    }

    private void takeCommands() {
        while (taken < engine.commands.size()) {
            arriving.add(new Sent(engine.commands.get(taken++), random.nextInt(10) == 0));
        }
    }

    private void arrive() {
        final Sent sent = arriving.poll();
        if (sent == null) {
            return;
        }
        if (sent.replyLost) {
            respond(sent.command, ResponseKind.UNRESOLVED, 0);
            unresolved.add(sent);
            if (random.nextBoolean()) {
                execute(sent);
            }
        } else {
            execute(sent);
        }
    }

    /** A noop with the same nonce kills what has not landed; what has is looked up. */
    private void resolve() {
        final Sent sent = unresolved.poll();
        if (sent == null) {
            return;
        }
        final EngineHarness.Command command = sent.command;
        if (!sent.executed) {
            respond(command, ResponseKind.ERROR, 0);
            return;
        }
        report(all.get(command.targetCloidLow()));
        if (all.containsKey(command.cloidLow())) {
            report(all.get(command.cloidLow()));
        } else {
            respond(command, ResponseKind.ERROR, 0);
        }
    }

    private void report(final Live live) {
        if (live != null) {
            final OrderStatus status = live.status;
            final long remaining = live.remaining;
            replies.add(() -> order(live, status, remaining));
        }
    }

    private void execute(final Sent sent) {

        sent.executed = true;
        final EngineHarness.Command command = sent.command;
        switch (command.kind()) {
            case "place" -> place(sent);
            case "modify" -> {
                final Live target = open.get(command.targetCloidLow());
                if (target == null) {
                    reply(sent, ResponseKind.ERROR, 0);
                    return;
                }
                modify(sent, target);
            }
            default -> {
                final Live target = open.get(command.cloidLow());
                if (target == null) {
                    reportCancelOfNothing(sent);
                } else {
                    end(target, OrderStatus.CANCELED);
                    reply(sent, ResponseKind.SUCCESS, target.oid);
                }
            }
        }
    }

    /** The old leg's end comes before or after the new one's opening, or never. */
    private void modify(final Sent sent, final Live target) {
        final int told = updates.size();
        end(target, OrderStatus.CANCELED);
        place(sent);
        final boolean placed = open.containsKey(sent.command.cloidLow());
        if (placed && updates.size() == told + 2 && random.nextBoolean()) {
            final Runnable opened = updates.pollLast();
            final Runnable canceled = updates.pollLast();
            updates.add(opened);
            updates.add(canceled);
        }
        if (placed && updates.size() > told && random.nextInt(4) == 0) {
            updates.pollLast();
        }
    }

    /** The gateway does not pass on that a cancel came too late: it looks the order up. */
    private void reportCancelOfNothing(final Sent sent) {
        final Live known = all.get(sent.command.cloidLow());
        if (known == null) {
            reply(sent, ResponseKind.ERROR, 0);
        } else if (!sent.replyLost) {
            report(known);
        }
    }

    private void place(final Sent sent) {
        final EngineHarness.Command command = sent.command;
        if (random.nextInt(8) == 0) {
            if (random.nextBoolean()) {
                stream(
                        updates,
                        () -> in.order(
                                engine.nowNs,
                                venueNs,
                                command.side(),
                                EngineHarness.SESSION,
                                command.cloidLow(),
                                ++ids,
                                OrderStatus.REJECTED_POST_ONLY,
                                command.px(),
                                command.sz()));
            }
            reply(sent, ResponseKind.ERROR, 0);
            return;
        }
        final Live live = new Live(command.side(), command.cloidLow(), ++ids, command.px(), command.sz());
        open.put(live.cloidLow, live);
        all.put(live.cloidLow, live);
        most = (int) Math.max(most, openOrders(live.side));
        if (random.nextInt(5) > 0) {
            final long size = live.remaining;
            stream(updates, () -> order(live, OrderStatus.OPEN, size));
        }
        reply(sent, ResponseKind.RESTING, live.oid);
    }

    private void trade() {
        if (open.isEmpty()) {
            return;
        }
        final Live live = any();
        final long lot = 1_000_000;
        final long size = random.nextBoolean()
                ? live.remaining
                : Math.max(lot, live.remaining / lot * random.nextInt(10) / 10 * lot);
        live.remaining -= size;
        final Fill fill = new Fill(venueNs, live, ++ids, size);
        fills.add(fill);
        stream(executions, () -> fill(fill, false));
        if (live.remaining == 0) {
            end(live, OrderStatus.FILLED);
        } else {
            final long remaining = live.remaining;
            stream(updates, () -> order(live, OrderStatus.OPEN, remaining));
        }
    }

    private Live any() {
        return new ArrayList<>(open.values()).get(random.nextInt(open.size()));
    }

    private void end(final Live live, final OrderStatus status) {
        open.remove(live.cloidLow);
        live.status = status;
        final long remaining = live.remaining;
        stream(updates, () -> order(live, status, remaining));
    }

    private void lose() {
        if (streaming) {
            streaming = false;
            asking = false;
            updates.clear();
            executions.clear();
            resync.clear();
            in.connection(engine.nowNs, ConnectionStatus.CLOSED);
        }
    }

    /** Subscribes; asks once the fate of everything sent is known and told. */
    private void connect() {
        if (!streaming) {
            streaming = true;
            asking = true;
            in.connection(engine.nowNs, ConnectionStatus.RESYNCING);
            if (random.nextBoolean()) {
                fills.stream().skip(fills.size() / 2).forEach(f -> executions.add(() -> fill(f, true)));
            }
        } else if (asking && arriving.isEmpty() && unresolved.isEmpty() && replies.isEmpty() && resync.isEmpty()) {
            in.connection(engine.nowNs, ConnectionStatus.RESYNCING);
            engine.step();
            answer();
        }
    }

    private void answer() {
        final long stateNs = venueNs;
        final long sinceNs = lastStateNs;
        final long held = position();
        final List<AccountInputs.Listed> listed = open.values().stream()
                .map(live -> new AccountInputs.Listed(
                        live.side, EngineHarness.SESSION, live.cloidLow, live.oid, live.px, live.remaining))
                .toList();
        if (sinceNs != Long.MIN_VALUE) {
            for (final Fill fill : fills) {
                if (fill.venueNs >= sinceNs) {
                    resync.add(() -> fill(fill, true));
                }
            }
        }
        resync.add(() -> {
            in.snapshot(engine.nowNs, stateNs, held, 0, listed);
            lastStateNs = stateNs;
            asking = false;
            engine.step();
            in.connection(engine.nowNs, ConnectionStatus.READY);
        });
    }

    private void order(final Live live, final OrderStatus status, final long remaining) {

        in.order(
                engine.nowNs,
                venueNs,
                live.side,
                EngineHarness.SESSION,
                live.cloidLow,
                live.oid,
                status,
                live.px,
                remaining);
    }

    private void fill(final Fill fill, final boolean snapshot) {
        in.fill(
                engine.nowNs,
                fill.venueNs,
                snapshot,
                fill.order.side,
                EngineHarness.SESSION,
                fill.order.cloidLow,
                fill.order.oid,
                fill.tid,
                fill.order.px,
                fill.sz);
    }

    private void reply(final Sent sent, final ResponseKind kind, final long oid) {
        if (!sent.replyLost) {
            respond(sent.command, kind, oid);
        }
    }

    private void respond(final EngineHarness.Command command, final ResponseKind kind, final long oid) {
        final int template = switch (command.kind()) {
            case "place" -> PlaceOrderDecoder.TEMPLATE_ID;
            case "modify" -> ModifyOrderDecoder.TEMPLATE_ID;
            default -> CancelOrderDecoder.TEMPLATE_ID;
        };
        replies.add(() -> in.response(engine.nowNs, template, kind, command.cloidLow(), oid, NO_SIZE));
    }

    private void stream(final Deque<Runnable> channel, final Runnable event) {
        if (streaming) {
            channel.add(event);
        }
    }

    private void deliver(final Deque<Runnable> channel) {
        final Runnable event = channel.poll();
        if (event != null) {
            event.run();
        }
    }
}
