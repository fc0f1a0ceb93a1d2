package io.halfspread.app.dashboard;

import io.halfspread.app.view.Gauges;
import io.halfspread.app.view.MarketFigures;
import io.halfspread.app.view.SessionView;
import io.halfspread.codec.text.JsonOutput;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pages that watch: each first gets everything, then what changed, four times a second and at once when a person should
 * know. A page that does not keep up misses the changes and gets everything again. On the dashboard's thread.
 */
final class EventStream {
    private static final double MS = 1e6;

    private final SessionView view;
    private final DashboardFacts facts;
    private final boolean steers;
    private final ViewSections sections;
    private final ViewTrails trails;
    private final Map<String, String> told = new HashMap<>();
    private final Set<Channel> watching = new LinkedHashSet<>();
    private final Set<Channel> behind = new HashSet<>();

    EventStream(final SessionView view, final DashboardFacts facts, final boolean steers) {
        this.view = view;
        this.facts = facts;
        this.steers = steers;
        sections = new ViewSections(view, facts);
        trails = new ViewTrails(view);
    }

    /** A page begins to watch. */
    void add(final Channel page) {
        watching.add(page);
        behind.add(page);
    }

    /** A page has gone. */
    void remove(final Channel page) {
        watching.remove(page);
        behind.remove(page);
    }

    int size() {
        return watching.size();
    }

    boolean isUrgent() {
        return !watching.isEmpty() && (!behind.isEmpty() || trails.isUrgent());
    }

    /** Tells every page what changed; with none nothing is written down. */
    void push(final Gauges gauges) {
        if (watching.isEmpty()) {
            return;
        }
        final Map<String, Object> changes = changes(gauges);
        String everything = null;
        ByteBuf news = null;
        for (final Channel page : watching) {
            if (!page.isWritable()) {
                behind.add(page);
            } else if (behind.remove(page)) {
                everything = everything == null ? event("all", JsonOutput.of(everything(gauges))) : everything;
                page.writeAndFlush(content(everything));
            } else {
                news = news == null
                        ? Unpooled.copiedBuffer(event("news", JsonOutput.of(changes)), StandardCharsets.US_ASCII)
                        : news;
                page.writeAndFlush(new DefaultHttpContent(news.retainedDuplicate()));
            }
        }
        if (news != null) {
            news.release();
        }
    }

    /** Everything as of now. */
    Map<String, Object> everything(final Gauges gauges) {
        final Map<String, Object> json = time(gauges);
        json.put("facts", facts());
        json.put("sections", sections.at(gauges));
        json.put("trails", trails.all());
        return json;
    }

    private Map<String, Object> changes(final Gauges gauges) {
        final Map<String, Object> json = time(gauges);
        final Map<String, Object> changed = new LinkedHashMap<>();
        sections.at(gauges).forEach((name, section) -> {
            final String text = JsonOutput.of(Map.of("", section));
            if (!text.equals(told.put(name, text))) {
                changed.put(name, section);
            }
        });
        json.put("sections", changed);
        json.put("trails", trails.news());
        return json;
    }

    private Map<String, Object> time(final Gauges gauges) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("now", gauges.nowNs() / MS);
        json.put("last", view.notes().lastNs() / MS);
        json.put("started", view.notes().firstNs() / MS);
        json.put("rate", Math.round(view.notes().rate() * 10) / 10.0);
        json.put("events", view.engine().inputs());
        return json;
    }

    private Map<String, Object> facts() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", facts.kind());
        json.put("venue", facts.venue());
        json.put("network", facts.network());
        json.put("account", facts.account());
        json.put("build", facts.build());
        json.put("capture", facts.capture());
        json.put("coins", facts.coins());
        json.put("streams", List.of(MarketFigures.STREAMS));
        json.put("steers", steers);
        return json;
    }

    private static String event(final String name, final String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private static DefaultHttpContent content(final String text) {
        return new DefaultHttpContent(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }
}
