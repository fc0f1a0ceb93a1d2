package io.halfspread.sim.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An object's members in the order in which they are hashed. Others are dropped; an optional one that is null too. */
final class Members implements Shape {
    private final List<Member> members = new ArrayList<>();

    static Members of() {
        return new Members();
    }

    Members with(final String name, final Shape shape) {
        members.add(new Member(name, shape, false));
        return this;
    }

    Members maybe(final String name, final Shape shape) {
        members.add(new Member(name, shape, true));
        return this;
    }

    @Override
    public JsonNode read(final JsonNode in) {
        Shape.require(in, in.isObject(), "an object");
        final ObjectNode out = JsonNodeFactory.instance.objectNode();
        for (final Member member : members) {
            final JsonNode value = in.get(member.name());
            if (value != null && !value.isNull()) {
                out.set(member.name(), member.shape().read(value));
            } else if (!member.optional()) {
                throw new Unreadable("missing field `" + member.name() + "`");
            }
        }
        return out;
    }

    private record Member(String name, Shape shape, boolean optional) {}
}
