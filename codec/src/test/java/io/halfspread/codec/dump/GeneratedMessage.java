package io.halfspread.codec.dump;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A generated decoder seen by reflection: fills a message of its template with random values and reads it back. */
final class GeneratedMessage {
    private static final String[] TEXTS = {"", "ETH", "kPEPE", "a\"b\\c", "\u0001\n\t\u001f", "x\u007f", "{}[],:"};
    private static final long[] LONGS = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 123_456_789, -5_000_000_000L};
    private static final double[] DOUBLES = {
        0,
        -0.0,
        1,
        -1.5,
        0.1,
        1e-5,
        1e22,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        1e15
    };

    final Class<?> decoder;
    final int templateId;

    private GeneratedMessage(final Class<?> decoder) throws ReflectiveOperationException {
        this.decoder = decoder;
        this.templateId = decoder.getField("TEMPLATE_ID").getInt(null);
    }

    static List<GeneratedMessage> all() throws ReflectiveOperationException, IOException, URISyntaxException {
        final Path classes = Path.of(MessageHeaderDecoder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        final List<GeneratedMessage> messages = new ArrayList<>();
        final List<String> names;
        try (Stream<Path> files = Files.list(classes.resolve("io/halfspread/codec/event"))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Decoder.class") && !name.contains("$"))
                    .sorted()
                    .toList();
        }
        for (final String name : names) {
            final Class<?> type = Class.forName("io.halfspread.codec.event." + name.replace(".class", ""));
            if (Stream.of(type.getFields()).anyMatch(field -> field.getName().equals("TEMPLATE_ID"))) {
                messages.add(new GeneratedMessage(type));
            }
        }
        return messages;
    }

    String name() {
        return decoder.getSimpleName().replace("Decoder", "");
    }

    int fill(final UnsafeBuffer buffer, final SplittableRandom random) throws ReflectiveOperationException {
        final int blockLength = decoder.getField("BLOCK_LENGTH").getInt(null);
        new MessageHeaderEncoder()
                .wrap(buffer, 0)
                .blockLength(blockLength)
                .templateId(templateId)
                .schemaId(MessageHeaderEncoder.SCHEMA_ID)
                .version(MessageHeaderEncoder.SCHEMA_VERSION);
        int at = MessageHeaderEncoder.ENCODED_LENGTH;
        fillBlock(decoder, buffer, at, random);
        at += blockLength;
        for (final Method group : groups()) {
            final int entryLength =
                    (int) group.getReturnType().getMethod("sbeBlockLength").invoke(null);
            final int count = random.nextInt(4);
            buffer.putShort(at, (short) entryLength, ByteOrder.LITTLE_ENDIAN);
            buffer.putShort(at + 2, (short) count, ByteOrder.LITTLE_ENDIAN);
            at += 4;
            for (int i = 0; i < count; i++) {
                fillBlock(group.getReturnType(), buffer, at, random);
                at += entryLength;
            }
        }
        for (int i = 0; i < texts().size(); i++) {
            final byte[] utf8 = text(random).getBytes(StandardCharsets.UTF_8);
            buffer.putShort(at, (short) utf8.length, ByteOrder.LITTLE_ENDIAN);
            buffer.putBytes(at + 2, utf8);
            at += 2 + utf8.length;
        }
        return at;
    }

    Object wrapped(final UnsafeBuffer buffer) throws ReflectiveOperationException {
        final Object message = decoder.getConstructor().newInstance();
        decoder.getMethod("wrapAndApplyHeader", DirectBuffer.class, int.class, MessageHeaderDecoder.class)
                .invoke(message, buffer, 0, new MessageHeaderDecoder());
        return message;
    }

    static List<String> fields(final Class<?> block) {
        return Stream.of(block.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.endsWith("EncodingOffset"))
                .map(name -> name.replace("EncodingOffset", ""))
                .sorted()
                .toList();
    }

    List<Method> groups() {
        return Stream.of(decoder.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0
                        && method.getReturnType().getEnclosingClass() == decoder)
                .sorted(Comparator.comparingLong(method -> id(method.getName() + "DecoderId")))
                .toList();
    }

    List<String> texts() {
        return Stream.of(decoder.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.endsWith("HeaderLength"))
                .map(name -> name.replace("HeaderLength", ""))
                .sorted(Comparator.comparingLong(name -> id(name + "Id")))
                .toList();
    }

    private long id(final String method) {
        try {
            return ((Number) decoder.getMethod(method).invoke(null)).longValue();
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fillBlock(
            final Class<?> block, final UnsafeBuffer buffer, final int start, final SplittableRandom random)
            throws ReflectiveOperationException {
        for (final String field : fields(block)) {
            final int at =
                    start + (int) block.getMethod(field + "EncodingOffset").invoke(null);
            final int length = (int) block.getMethod(field + "EncodingLength").invoke(null);
            final Class<?> type = Stream.of(block.getMethods())
                    .filter(method -> method.getName().equals(field) && method.getParameterCount() == 0)
                    .findFirst()
                    .orElseThrow()
                    .getReturnType();
            if (type.isEnum()) {
                final int constants = type.getEnumConstants().length - 1;
                final int value = random.nextInt(constants + 1);
                buffer.putByte(at, (byte) (value == constants ? 255 : value));
            } else if (type == String.class) {
                final byte[] text = text(random).getBytes(StandardCharsets.UTF_8);
                buffer.setMemory(at, length, (byte) 0);
                buffer.putBytes(at, text, 0, Math.min(text.length, length));
            } else if (type == double.class) {
                buffer.putDouble(at, real(random), ByteOrder.LITTLE_ENDIAN);
            } else if (type == float.class) {
                buffer.putFloat(at, (float) real(random), ByteOrder.LITTLE_ENDIAN);
            } else {
                final long value = random.nextBoolean() ? LONGS[random.nextInt(LONGS.length)] : random.nextLong();
                for (int i = 0; i < length; i++) {
                    buffer.putByte(at + i, (byte) (value >>> 8 * i));
                }
            }
        }
    }

    private static String text(final SplittableRandom random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static double real(final SplittableRandom random) {
        return random.nextBoolean()
                ? DOUBLES[random.nextInt(DOUBLES.length)]
                : Double.longBitsToDouble(random.nextLong());
    }
}
