package io.halfspread.bench.hjb;

import org.openjdk.jmh.annotations.Fork;

/** The same cycle with the innermost loop of the elimination on the Vector API. */
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class HjbSolveVectorBenchmark extends HjbSolveBenchmark {}
