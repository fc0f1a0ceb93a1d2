package io.halfspread.bench.decode;

import com.alibaba.fastjson2.JSONReader;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** The same frame read with the libraries, keys in any order, each the quick way its documentation shows. */
final class LibraryReaders {
    private final JsonFactory factory = new JsonFactory();
    private final ObjectMapper mapper = new ObjectMapper();
    private final BookNumbers numbers = new BookNumbers();

    BookNumbers databind(final byte[] frame) throws IOException {
        final JsonNode data = mapper.readTree(frame).get("data");
        numbers.coin = data.get("coin").textValue();
        numbers.timeMs = data.get("time").longValue();
        numbers.levels = 0;
        for (final JsonNode side : data.get("levels")) {
            for (final JsonNode level : side) {
                final int i = numbers.levels++;
                numbers.px[i] = BookNumbers.decimal8(level.get("px").textValue());
                numbers.sz[i] = BookNumbers.decimal8(level.get("sz").textValue());
                numbers.orders[i] = level.get("n").longValue();
            }
        }
        return numbers;
    }

    BookNumbers streaming(final byte[] frame) throws IOException {
        numbers.levels = 0;
        try (JsonParser parser = factory.createParser(frame)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                final String name = parser.currentName();
                parser.nextToken();
                if (name.equals("data")) {
                    streamData(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return numbers;
    }

    private void streamData(final JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "coin" -> numbers.coin = parser.getText();
                case "time" -> numbers.timeMs = parser.getLongValue();
                case "levels" -> {
                    while (parser.nextToken() == JsonToken.START_ARRAY) {
                        while (parser.nextToken() == JsonToken.START_OBJECT) {
                            streamLevel(parser, numbers.levels++);
                        }
                    }
                }
                default -> parser.skipChildren();
            }
        }
    }

    private void streamLevel(final JsonParser parser, final int i) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "px" -> numbers.px[i] = streamDecimal(parser);
                case "sz" -> numbers.sz[i] = streamDecimal(parser);
                case "n" -> numbers.orders[i] = parser.getLongValue();
                default -> parser.skipChildren();
            }
        }
    }

    private static long streamDecimal(final JsonParser parser) throws IOException {
        return BookNumbers.decimal8(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    BookNumbers fastjson(final byte[] frame) {
        numbers.levels = 0;
        try (JSONReader reader = JSONReader.of(frame)) {
            reader.nextIfObjectStart();
            while (!reader.nextIfObjectEnd()) {
                if (reader.readFieldName().equals("data")) {
                    fastjsonData(reader);
                } else {
                    reader.skipValue();
                }
            }
        }
        return numbers;
    }

    private void fastjsonData(final JSONReader reader) {
        reader.nextIfObjectStart();
        while (!reader.nextIfObjectEnd()) {
            switch (reader.readFieldName()) {
                case "coin" -> numbers.coin = reader.readString();
                case "time" -> numbers.timeMs = reader.readInt64Value();
                case "levels" -> {
                    reader.nextIfArrayStart();
                    while (!reader.nextIfArrayEnd()) {
                        reader.nextIfArrayStart();
                        while (!reader.nextIfArrayEnd()) {
                            fastjsonLevel(reader, numbers.levels++);
                        }
                    }
                }
                default -> reader.skipValue();
            }
        }
    }

    private void fastjsonLevel(final JSONReader reader, final int i) {
        reader.nextIfObjectStart();
        while (!reader.nextIfObjectEnd()) {
            switch (reader.readFieldName()) {
                case "px" -> numbers.px[i] = BookNumbers.decimal8(reader.readString());
                case "sz" -> numbers.sz[i] = BookNumbers.decimal8(reader.readString());
                case "n" -> numbers.orders[i] = reader.readInt64Value();
                default -> reader.skipValue();
            }
        }
    }
}
