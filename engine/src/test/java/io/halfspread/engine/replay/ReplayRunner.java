package io.halfspread.engine.replay;

import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.solver.SolverDesk;
import io.halfspread.engine.tuning.TuningUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;

/** Runs replays in memory and keeps what went through the rings. */
final class ReplayRunner implements Recorder {
    final List<byte[]> inputs = new ArrayList<>();
    final List<byte[]> outputs = new ArrayList<>();

    private final SolverDesk solver;

    ReplayRunner() {
        this(null);
    }

    /** Makes policy tables of its own. */
    ReplayRunner(final SolverDesk solver) {
        this.solver = solver;
    }

    static ReplayPlan market(final TuningDrop... drops) {
        return ReplayPlan.ofMarketData(
                SampleMarket.settings(), Messages.SESSION, TuningUpdate.defaults(), List.of(drops), null);
    }

    ReplaySummary run(final ReplayPlan plan, final List<byte[]> messages) {
        return run(plan, messages, ThreadingMode.INVOKED, ReplayOptions.DEFAULT_BATCH, 0);
    }

    ReplaySummary run(
            final ReplayPlan plan,
            final List<byte[]> messages,
            final ThreadingMode threading,
            final int batch,
            final double speed) {
        final FillModel fills = plan.modelledFrom() == ReplayPlan.Takeover.NEVER ? null : new TouchFills();
        return run(plan, messages, fills, threading, batch, speed);
    }

    ReplaySummary run(
            final ReplayPlan plan,
            final List<byte[]> messages,
            final FillModel fills,
            final ThreadingMode threading,
            final int batch,
            final double speed) {
        return new ReplayPipeline(
                        plan, new ListSource(messages), fills, solver, ReplayOptions.on(threading, batch, speed, this))
                .run(published -> true);
    }

    @Override
    public Agent attach(final RingReader inputReader, final RingReader outputReader, final LongSupplier finalHash) {
        final MessageHandler keepInput = keeping(inputs);
        final MessageHandler keepOutput = keeping(outputs);
        return new Agent() {
            @Override
            public int doWork() {
                return inputReader.poll(keepInput, 64) + outputReader.poll(keepOutput, 64);
            }

            @Override
            public void onClose() {
                while (doWork() > 0) {
                    Thread.onSpinWait();
                }
            }

            @Override
            public String roleName() {
                return "memory";
            }
        };
    }

    private static MessageHandler keeping(final List<byte[]> list) {
        return (buffer, offset, length, sequence) -> {
            final byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            list.add(bytes);
        };
    }
}
