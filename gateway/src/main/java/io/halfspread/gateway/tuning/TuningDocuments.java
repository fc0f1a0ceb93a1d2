package io.halfspread.gateway.tuning;

import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.tuning.TuningParam;

/** The texts that follow from the one table of parameters: the JSON Schema file, the guide's table, the help. Cold. */
public final class TuningDocuments {
    private TuningDocuments() {}

    /**
     * JSON Schema (2020-12) of tuning files, for editors. It says the same as the validation, except that JSON itself has
     * no comments.
     *
     * @return the file's text
     */
    public static String jsonSchema() {
        final StringBuilder text = new StringBuilder("""
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "title": "Halfspread tuning parameters",
                  "description": "tuning_params.json states the whole set: an absent key means its default. A drop is an overlay: an absent key stays as it is.",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                """);
        for (final TuningParam param : TuningParam.values()) {
            final String last = param.ordinal() == TuningParam.COUNT - 1 ? "" : ",";
            text.append("    ").append(JsonOutput.quoted(param.key())).append(": {\n");
            text.append("      \"description\": ")
                    .append(JsonOutput.quoted(param.meaning()))
                    .append(",\n");
            text.append("      \"type\": \"number\",\n");
            text.append(param.minIncluded() ? "      \"minimum\": " : "      \"exclusiveMinimum\": ");
            text.append(JsonOutput.number(param.min())).append(",\n");
            text.append("      \"maximum\": ")
                    .append(JsonOutput.number(param.max()))
                    .append(",\n");
            text.append("      \"default\": ")
                    .append(JsonOutput.number(param.defaultValue()))
                    .append("\n");
            text.append("    }").append(last).append("\n");
        }
        return text.append("  }\n}\n").toString();
    }

    /**
     * The table of the guide.
     *
     * @return Markdown
     */
    public static String markdownTable() {
        final StringBuilder text =
                new StringBuilder("| # | key | default | accepted | meaning |\n|--:|---|--:|---|---|\n");
        for (final TuningParam param : TuningParam.values()) {
            text.append("| ").append(param.ordinal());
            text.append(" | `").append(param.key());
            text.append("` | ").append(JsonOutput.number(param.defaultValue()));
            text.append(" | ").append(param.range());
            text.append(" | ").append(param.meaning()).append(" |\n");
        }
        return text.toString();
    }

    /**
     * The parameters for the help of commands.
     *
     * @return two lines a parameter
     */
    public static String help() {
        final StringBuilder text = new StringBuilder();
        for (final TuningParam param : TuningParam.values()) {
            text.append(text.isEmpty() ? "" : "\n");
            text.append(String.format(
                    "  %-36s %-12s default %s%n      %s",
                    param.key(), param.range(), JsonOutput.number(param.defaultValue()), param.meaning()));
        }
        return text.toString();
    }
}
