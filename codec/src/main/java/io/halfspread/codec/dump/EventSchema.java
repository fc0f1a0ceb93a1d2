package io.halfspread.codec.dump;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The event schema as read from its XML: where each field of each message lies. Dumps walk this, so that a message added to
 * the schema can be shown without another line of code.
 */
final class EventSchema {
    private static final String RESOURCE = "/sbe/halfspread-events.xml";

    /** Width of each primitive of SBE that the schema uses, bytes. */
    private static final Map<String, Integer> WIDTHS = Map.of(
            "char", 1, "uint8", 1, "uint16", 2, "int32", 4, "uint32", 4, "int64", 8, "uint64", 8, "float", 4, "double",
            8);

    private final Map<String, Type> types = new HashMap<>();
    private final Map<Integer, Message> messages = new HashMap<>();

    /** A named or primitive type; names is null unless it is an enum. */
    record Type(String name, String primitive, int length, Map<Integer, String> names) {
        int width() {
            return WIDTHS.get(primitive) * length;
        }
    }

    /** A field of a block. */
    record Field(String name, Type type, int offset) {}

    /** A repeating group, without groups of its own. */
    record Group(String name, List<Field> fields) {}

    /** A message: its block, then its groups, then its texts. */
    record Message(String name, int id, List<Field> fields, List<Group> groups, List<String> texts) {}

    EventSchema() {
        try (InputStream xml = EventSchema.class.getResourceAsStream(RESOURCE)) {
            final Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getDocumentElement();
            for (final Element part : children(root)) {
                switch (part.getTagName()) {
                    case "types" -> children(part).forEach(this::addType);
                    case "sbe:message" -> addMessage(part);
                    default -> throw new IllegalStateException(RESOURCE + ": unknown element " + part.getTagName());
                }
            }
        } catch (final IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(RESOURCE + ": cannot be read", e);
        }
    }

    /** Layout of a message, null when the schema has none of this id. */
    Message message(final int templateId) {
        return messages.get(templateId);
    }

    private void addType(final Element element) {
        final String name = element.getAttribute("name");
        switch (element.getTagName()) {
            case "type" -> {
                final String length = element.getAttribute("length");
                types.put(
                        name,
                        new Type(
                                name,
                                element.getAttribute("primitiveType"),
                                length.isEmpty() ? 1 : Integer.parseInt(length),
                                null));
            }
            case "enum" -> {
                final Map<Integer, String> names = new HashMap<>();
                for (final Element value : children(element)) {
                    names.put(Integer.parseInt(value.getTextContent().trim()), value.getAttribute("name"));
                }
                types.put(name, new Type(name, element.getAttribute("encodingType"), 1, names));
            }
            case "composite" -> {
                // Only the headers of messages, groups and texts are composites; SBE fixes those.
            }
            default -> throw new IllegalStateException(RESOURCE + ": unknown type " + element.getTagName());
        }
    }

    private void addMessage(final Element element) {
        final List<Group> groups = new ArrayList<>();
        final List<String> texts = new ArrayList<>();
        for (final Element part : children(element)) {
            final String name = part.getAttribute("name");
            switch (part.getTagName()) {
                case "group" -> groups.add(new Group(name, fields(part)));
                case "data" -> texts.add(name);
                default -> {
                    // The fields of the block: see below.
                }
            }
        }
        final int id = Integer.parseInt(element.getAttribute("id"));
        messages.put(id, new Message(element.getAttribute("name"), id, fields(element), groups, texts));
    }

    private List<Field> fields(final Element block) {
        final List<Field> fields = new ArrayList<>();
        int offset = 0;
        for (final Element part : children(block)) {
            if (part.getTagName().equals("field")) {
                final Type type = type(part.getAttribute("type"));
                fields.add(new Field(part.getAttribute("name"), type, offset));
                offset += type.width();
            }
        }
        return fields;
    }

    private Type type(final String name) {
        return WIDTHS.containsKey(name) ? new Type(name, name, 1, null) : types.get(name);
    }

    private static List<Element> children(final Element parent) {
        final List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                elements.add((Element) child);
            }
        }
        return elements;
    }
}
