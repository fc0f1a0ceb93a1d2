package io.halfspread.engine.capture;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that writes a sample session into a capture. */
final class CaptureChild {
    private static final long TIMEOUT_S = 60;

    private CaptureChild() {}

    /**
     * Arguments: folder, seed, inputs, segment length, and whether the disk is served in the background. Prints {@code started}
     * and, at the end, what the writer says of itself. With a negative number of inputs it writes so many and stays.
     */
    public static void main(final String[] args) throws IOException {
        final CaptureSettings settings =
                new CaptureSettings(Integer.parseInt(args[3]), Boolean.parseBoolean(args[4]), 0);
        final SampleSession session = new SampleSession(Long.parseLong(args[1]));
        final int inputs = Integer.parseInt(args[2]);
        final CaptureWriter writer;
        try {
            writer = CaptureWriter.open(Path.of(args[0]), SampleSession.IDENTITY, settings);
        } catch (final CaptureException e) {
            System.out.println("refused " + e.kind() + " " + e.getMessage());
            return;
        }
        System.out.println("started");
        for (int i = 0; i < Math.abs(inputs); i++) {
            session.append(writer, 1);
            session.messages.clear();
        }
        if (inputs < 0 && System.in.read() < 0) {
            return;
        }
        System.out.println(writer.state() + " " + writer.lostInputs() + " " + writer.lostOutputs());
        System.out.println(writer.trouble());
        writer.close();
        System.out.println(writer.state());
    }

    static ProcessBuilder command(final Path folder, final long seed, final int inputs, final int segmentLength) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of(System.getProperty("halfspread.home"), "config", "jvm.options"));
        command.add("-Xmx256m");
        command.add("-XX:-UsePerfData");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(CaptureChild.class.getName());
        command.add(folder.toString());
        command.add(Long.toString(seed));
        command.add(Integer.toString(inputs));
        command.add(Integer.toString(segmentLength));
        command.add("false");
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** Runs a command below a shell line that ends in {@code exec "$@"}; gives its output. */
    static List<String> run(final String shell, final ProcessBuilder child, final Path directory)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
        command.addAll(child.command());
        final File output = directory.resolve("child-output").toFile();
        final Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output)
                .start();
        if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("child did not end within " + TIMEOUT_S + " s");
        }
        return Files.readAllLines(output.toPath());
    }
}
