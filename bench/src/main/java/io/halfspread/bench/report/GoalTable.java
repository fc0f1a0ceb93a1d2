package io.halfspread.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;

/** The goals P1 to P12 and where their figures come from. */
final class GoalTable {
    private static final double US = 1e3;
    private static final double MS = 1e6;
    private static final String PRODUCT = "product";
    private static final String ECHO = "echo";
    private static final String DECODE = "DecodeBenchmark";
    private static final String LIBRARIES = "LibrarySignBenchmark";

    private final JmhFigures jmh;
    private final WireFigures wire;
    private final JsonNode other;

    /** Reads a result: members {@code jmh}, {@code wire} and {@code other}, any of which may be missing. */
    GoalTable(final JsonNode result) {
        jmh = new JmhFigures(result.path("jmh"));
        wire = new WireFigures(result.path("wire"));
        other = result.path("other");
    }

    /** All rows, measured or not. */
    List<Row> rows() {
        return List.of(p1(), p2(), p3(), p4(), p5(), p6(), p7(), p8(), p9(), p10(), p11(), p12());
    }

    private Row p1() {
        return new Row(
                "P1",
                "wire to wire: " + both(PRODUCT, "normal"),
                "bare WebSocket echo: " + both(ECHO, "normal"),
                List.of(
                        Check.atMost("p50 / echo", Kind.WIRE_RATIO, wire.ratio(PRODUCT, ECHO, "normal", "p50"), 1.4),
                        Check.atMost("p99 / echo", Kind.TAIL_RATIO, wire.ratio(PRODUCT, ECHO, "normal", "p99"), 1.8)));
    }

    private Row p2() {
        return new Row(
                "P2",
                "the same",
                "obvious Java build: " + both("obvious", "normal"),
                List.of(Check.atLeast(
                        "obvious / p50", Kind.WIRE_RATIO, wire.ratio("obvious", PRODUCT, "normal", "p50"), 20)));
    }

    private Row p3() {
        final OptionalDouble own = jmh.nanos(DECODE, "halfspread");
        return new Row(
                "P3",
                "decode a 20+20 level book",
                "Jackson and fastjson2, streaming",
                List.of(
                        Check.atMost("us", Kind.ABSOLUTE, scaled(own, US), 0.9),
                        Check.atMost("B", Kind.BYTES, jmh.bytes(DECODE, "halfspread"), 0),
                        Check.atLeast(
                                "Jackson / ours",
                                Kind.RATIO,
                                Medians.ratio(jmh.nanos(DECODE, "jacksonstream"), own),
                                4),
                        Check.atLeast(
                                "fastjson2 / ours",
                                Kind.RATIO,
                                Medians.ratio(jmh.nanos(DECODE, "fastjsonstream"), own),
                                3.2)));
    }

    private Row p4() {
        return new Row(
                "P4",
                "ring event to quote decision",
                "-",
                List.of(
                        Check.atMost("ns p50", Kind.ABSOLUTE, jmh.medianNanos("DecisionBenchmark", "decide"), 250),
                        Check.atMost("B", Kind.BYTES, jmh.ownBytes("DecisionBenchmark"), 0)));
    }

    private Row p5() {
        final OptionalDouble own = jmh.nanos("PreparedSignBenchmark", "batchtomessage");
        return new Row(
                "P5",
                "encode, hash, sign a two-order action",
                "web3j, Bouncy Castle, libsecp256k1",
                List.of(
                        Check.atMost("us", Kind.ABSOLUTE, scaled(own, US), 2.5),
                        Check.atMost("B", Kind.BYTES, jmh.ownBytes("PreparedSignBenchmark"), 0),
                        Check.atLeast("web3j / ours", Kind.RATIO, library("web3j", own), 90),
                        Check.atLeast("Bouncy Castle / ours", Kind.RATIO, library("bouncycastle", own), 24),
                        Check.atLeast("libsecp256k1 / ours", Kind.RATIO, library("libsecp256k1", own), 7),
                        Check.atLeast("with v / ours", Kind.RATIO, library("libsecp256k1withv", own), 20)));
    }

    private OptionalDouble library(final String method, final OptionalDouble own) {
        return Medians.ratio(jmh.nanos(LIBRARIES, method), own);
    }

    private Row p6() {
        return new Row(
                "P6",
                "engine replay from a capture; raw frames",
                "memory bandwidth",
                List.of(
                        Check.atLeast(
                                "M events/s",
                                Kind.ABSOLUTE,
                                scaled(jmh.counter("EngineReplayBenchmark", "", "events"), 1e6),
                                5),
                        Check.atLeast(
                                "raw MB/s",
                                Kind.ABSOLUTE,
                                scaled(jmh.counter("FrameReplayBenchmark", "", "bytes"), 1e6),
                                600)));
    }

    private Row p7() {
        final OptionalDouble own = jmh.nanos("HjbSolveBenchmark", "warmcycle");
        return new Row(
                "P7",
                "HJB 61x41, full cycle, warm",
                "scipy",
                List.of(
                        Check.atMost("ms", Kind.ABSOLUTE, scaled(own, MS), 9),
                        Check.atMost("B", Kind.BYTES, jmh.bytes("HjbSolveBenchmark", "warmcycle"), 256),
                        Check.atLeast("scipy / ours", Kind.RATIO, Medians.ratio(nanosOf("scipyMs"), own), 35.0 / 9)));
    }

    private OptionalDouble nanosOf(final String member) {
        final OptionalDouble ms = number(member);
        return ms.isPresent() ? OptionalDouble.of(ms.getAsDouble() * MS) : ms;
    }

    private Row p8() {
        return new Row(
                "P8",
                "allocation and locks, frame bytes to signed bytes",
                "none allowed",
                List.of(Check.atMost("failed tests", Kind.BYTES, number("allocationFailures"), 0)));
    }

    private Row p9() {
        return new Row(
                "P9",
                "tuning drop: renamed to in force, ms p50 " + text(scaled(wire.drops("p50"), MS)) + ", n "
                        + wire.dropsFound(),
                "the product without drops",
                List.of(
                        Check.atMost("ms p99", Kind.ABSOLUTE, scaled(wire.drops("p99"), MS), 5),
                        Check.atMost("p99.9 / none", Kind.TAIL_RATIO, wire.dropsRatio("p999"), 1.1)));
    }

    private Row p10() {
        return new Row(
                "P10",
                "capture: append and lag of the journal; p99.9 us of the "
                        + text(scaled(number("journalUndisturbedShare"), 0.01)) + " % the machine did not disturb "
                        + text(scaled(number("journalLagUndisturbedP999Ns"), US)),
                "Chronicle Queue",
                List.of(
                        Check.atMost("lag us p99.9", Kind.ABSOLUTE, scaled(number("journalLagP999Ns"), US), 50),
                        Check.atMost("p99 on / off", Kind.TAIL_RATIO, number("captureCostRatio"), 1.05),
                        Check.atLeast(
                                "Chronicle / append",
                                Kind.RATIO,
                                Medians.ratio(
                                        jmh.nanos("JournalAppendBenchmark", "chronicle"),
                                        jmh.nanos("JournalAppendBenchmark", "halfspread")),
                                1)));
    }

    private Row p11() {
        return new Row(
                "P11",
                "quiet feed, a frame each 500 ms: us p50 " + text(scaled(nanos(PRODUCT, "quiet", "p50"), US)) + ", n "
                        + wire.samples(PRODUCT, "quiet"),
                "bare echo: us p50 " + text(scaled(nanos(ECHO, "quiet", "p50"), US)),
                List.of(Check.atMost("p50 / echo", Kind.WIRE_RATIO, wire.ratio(PRODUCT, ECHO, "quiet", "p50"), 1.6)));
    }

    private Row p12() {
        return new Row(
                "P12",
                "JVM start to first quote in demo",
                "-",
                List.of(
                        Check.atMost("s", Kind.ABSOLUTE, number("startSeconds"), 2),
                        Check.atMost("s with archive", Kind.ABSOLUTE, number("startSecondsArchive"), 1)));
    }

    private OptionalDouble number(final String member) {
        final JsonNode value = other.path(member);
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    private OptionalDouble nanos(final String participant, final String schedule, final String figure) {
        return wire.nanos(participant, schedule, false, figure);
    }

    private String both(final String participant, final String schedule) {
        return "us p50 " + text(scaled(nanos(participant, schedule, "p50"), US)) + ", p99 "
                + text(scaled(nanos(participant, schedule, "p99"), US));
    }

    private static OptionalDouble scaled(final OptionalDouble value, final double by) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / by) : value;
    }

    private static String text(final OptionalDouble value) {
        return value.isPresent() ? Check.number(value.getAsDouble()) : "-";
    }
}
