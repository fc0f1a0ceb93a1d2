package io.halfspread.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.agrona.MutableDirectBuffer;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A message of the schema as its XML states it.
 *
 * @param name      message name
 * @param id        template id
 * @param variables repeating groups and texts after the block, each an empty one in {@link #encodeEmpty}
 */
record SchemaMessage(String name, int id, List<String> variables) {
    private static final String SCHEMA = "/sbe/halfspread-events.xml";
    private static final int FIRST_OUTPUT_ID = 64;
    private static final int GROUP_HEADER_LENGTH = 4;
    private static final int TEXT_HEADER_LENGTH = 2;

    static List<SchemaMessage> all() throws IOException, ParserConfigurationException, SAXException {
        try (InputStream schema = SchemaMessage.class.getResourceAsStream(SCHEMA)) {
            final NodeList messages = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(schema)
                    .getElementsByTagName("sbe:message");
            final List<SchemaMessage> all = new ArrayList<>();
            for (int i = 0; i < messages.getLength(); i++) {
                final Element message = (Element) messages.item(i);
                all.add(new SchemaMessage(
                        message.getAttribute("name"),
                        Integer.parseInt(message.getAttribute("id")),
                        variables(message)));
            }
            return all;
        }
    }

    boolean input() {
        return id < FIRST_OUTPUT_ID;
    }

    /** Writes header and block with every field zero, no group entries and empty texts. Gives the length. */
    int encodeEmpty(final MutableDirectBuffer buffer, final long ingestNs) throws ReflectiveOperationException {
        final Class<?> decoder = Class.forName("io.halfspread.codec.event." + name + "Decoder");
        final int blockLength = decoder.getField("BLOCK_LENGTH").getInt(null);
        int length = 8 + blockLength;
        buffer.setMemory(0, buffer.capacity(), (byte) 0);
        buffer.putShort(0, (short) blockLength);
        buffer.putShort(2, (short) id);
        buffer.putShort(4, (short) decoder.getField("SCHEMA_ID").getInt(null));
        buffer.putLong(8, ingestNs);
        for (final String variable : variables) {
            length += "group".equals(variable) ? GROUP_HEADER_LENGTH : TEXT_HEADER_LENGTH;
        }
        return length;
    }

    private static List<String> variables(final Element message) {
        final List<String> variables = new ArrayList<>();
        for (int i = 0; i < message.getChildNodes().getLength(); i++) {
            final String child = message.getChildNodes().item(i).getNodeName();
            if ("group".equals(child) || "data".equals(child)) {
                variables.add(child);
            }
        }
        return variables;
    }
}
