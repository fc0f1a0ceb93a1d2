package io.halfspread.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.engine.order.OrderScope;
import io.halfspread.gateway.rest.AssetMeta;
import io.halfspread.gateway.rest.ExchangeClient;
import io.halfspread.gateway.rest.InfoServer;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlattenerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final List<AssetMeta> ASSETS =
            List.of(new AssetMeta("HYPE", 159, 2, 10, false), new AssetMeta("BTC", 0, 5, 40, false));

    private final InfoServer server = new InfoServer();
    private final List<String> log = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private double position;
    private double liquidity = 100;
    private long nowNs = 1_790_000_000L * SECOND;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldCancelWhatIsOpenAndCloseThePosition() throws Exception {
        open.addAll(List.of("HYPE 1", "ETH 2", "BTC 3"));
        position = -1.25;

        final FlattenReport report = run(true);

        assertTrue(report.isFlat(), report::toString);
        assertEquals(2, report.cancelled());
        assertEquals(List.of("ETH 2"), open, "other coins are left alone");
        assertEquals(
                List.of(new FlattenReport.Coin("HYPE", 125_000_000L, 0), new FlattenReport.Coin("BTC", 0, 0)),
                report.coins());
        assertEquals(
                List.of(
                        "{\"type\":\"cancel\",\"cancels\":[{\"a\":159,\"o\":1},{\"a\":0,\"o\":3}]}",
                        "{\"type\":\"order\",\"orders\":[{\"a\":159,\"b\":true,\"p\":\"41.31\",\"s\":\"1.25\",\"r\":true,"
                                + "\"t\":{\"limit\":{\"tif\":\"Ioc\"}}}],\"grouping\":\"na\"}"),
                actions);
        assertEquals(List.of(), report.notes());
    }

    @Test
    void shouldLeaveOrdersOfOthersAloneWhenTheScopeIsASession() throws Exception {
        open.addAll(List.of("HYPE 1", "BTC 3"));

        final FlattenReport report =
                flattener().run(ASSETS, OrderScope.upTo(1_790_000_000_000_000_000L), true, 200, nowNs + SECOND);

        assertTrue(report.isFlat(), report::toString);
        assertEquals(List.of("HYPE 1", "BTC 3"), open);
        assertEquals(List.of(), actions);
    }

    @Test
    void shouldDoNothingWhenRunAgain() throws Exception {
        final FlattenReport report = run(true);

        assertTrue(report.isFlat());
        assertEquals(List.of(), actions);
    }

    @Test
    void shouldKeepThePositionWhenToldToCancelOnly() throws Exception {
        open.add("HYPE 1");
        position = 2;

        final FlattenReport report = run(false);

        assertFalse(report.isFlat());
        assertEquals(200_000_000L, report.coins().get(0).positionLeft());
        assertEquals(1, actions.size());
    }

    @Test
    void shouldCloseInPartsAsLiquidityAllows() throws Exception {
        position = 3;
        liquidity = 1.5;

        final FlattenReport report = run(true);

        assertTrue(report.isFlat());
        assertEquals(-300_000_000L, report.coins().get(0).closed());
        assertEquals(2, actions.size());
        assertTrue(actions.get(0).contains("\"b\":false,\"p\":\"39.69\""), actions::toString);
    }

    @Test
    void shouldGiveUpAndSayWhyWhenNobodyTakesTheOtherSide() throws Exception {
        position = 3;
        liquidity = 0;

        final FlattenReport report = run(true);

        assertFalse(report.isFlat());
        assertEquals(300_000_000L, report.coins().get(0).positionLeft());
        assertEquals(
                List.of("HYPE: Order could not immediately match against any resting orders. asset=159"),
                report.notes());
        assertEquals(report.notes(), log);
    }

    @Test
    void shouldUseTheMarkOfAVenueWithoutBookQueries() throws Exception {
        position = 1;

        final Flattener flattener = flattener();
        server.on("l2Book", query -> new InfoServer.Reply(422, "unknown"));

        assertTrue(flattener
                .run(ASSETS, OrderScope.EVERYTHING, true, 200, nowNs + SECOND)
                .isFlat());
        assertTrue(actions.get(0).contains("\"p\":\"39.2\""), actions::toString);
    }

    @Test
    void shouldSayThatTheVenueRefusesTheSigner() throws Exception {
        open.add("HYPE 1");
        final Flattener flattener = flattener();
        server.on(InfoServer.EXCHANGE, "{\"status\":\"err\",\"response\":\"User or API Wallet 0x1 does not exist.\"}");

        final FlattenReport report = flattener.run(ASSETS, OrderScope.EVERYTHING, true, 200, nowNs + SECOND);

        assertEquals(1, report.openLeft());
        assertEquals(List.of("the venue refuses the action: User or API Wallet 0x1 does not exist."), report.notes());
    }

    @Test
    void shouldAskAgainWhenAnActionHasNoAnswer() throws Exception {
        open.add("HYPE 1");
        final Flattener flattener = flattener();
        server.on(InfoServer.EXCHANGE, query -> {
            open.clear();
            return new InfoServer.Reply(0, "");
        });

        final FlattenReport report = flattener.run(ASSETS, OrderScope.EVERYTHING, true, 200, nowNs + SECOND);

        assertTrue(report.isFlat(), report::toString);
        assertEquals(1, report.notes().size());
    }

    private FlattenReport run(final boolean close) throws IOException {
        return flattener().run(ASSETS, OrderScope.EVERYTHING, close, 200, nowNs + 5 * SECOND);
    }

    private Flattener flattener() throws IOException {
        server.on("openOrders", query -> new InfoServer.Reply(200, openOrders()))
                .on("clearinghouseState", query -> new InfoServer.Reply(200, state()))
                .on(
                        "l2Book",
                        "{\"coin\":\"HYPE\",\"time\":1,\"levels\":[[{\"px\":\"40.5\",\"sz\":\"1\",\"n\":1}],"
                                + "[{\"px\":\"40.5\",\"sz\":\"1\",\"n\":1}]]}")
                .on(InfoServer.EXCHANGE, this::act);
        final byte[] secret = new byte[SigningKey.LENGTH];
        Arrays.fill(secret, (byte) 7);
        return new Flattener(
                server.info(),
                new ExchangeClient(server.http(), WeightBudget.unlimited()),
                new ActionSigner(SigningKey.of(secret), VenueNetwork.TESTNET),
                new Nonces(() -> nowNs, null),
                () -> nowNs,
                "0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
                log::add);
    }

    private InfoServer.Reply act(final JsonNode request) {
        final String body = server.received().get(server.received().size() - 1);
        actions.add(body.substring(body.indexOf("\"action\":") + 9, body.indexOf(",\"nonce\"")));
        final JsonNode action = request.member("action");
        final List<String> statuses = new ArrayList<>();
        if ("cancel".equals(action.member("type").text())) {
            for (final JsonNode cancel : action.member("cancels").elements()) {
                open.removeIf(order -> order.endsWith(" " + cancel.member("o").text()));
                statuses.add("\"success\"");
            }
        } else {
            final double size = Math.min(liquidity, Math.abs(position));
            position -= Math.copySign(size, position);
            statuses.add(
                    size == 0
                            ? "{\"error\":\"Order could not immediately match against any resting orders. asset=159\"}"
                            : "{\"filled\":{\"totalSz\":\"" + size + "\",\"avgPx\":\"40.5\",\"oid\":9}}");
        }
        return new InfoServer.Reply(
                200,
                "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":["
                        + String.join(",", statuses) + "]}}}");
    }

    private String openOrders() {
        final List<String> orders = new ArrayList<>();
        for (final String order : open) {
            final String[] parts = order.split(" ");
            orders.add("{\"coin\":\"" + parts[0] + "\",\"side\":\"A\",\"limitPx\":\"41.5\",\"sz\":\"0.3\",\"oid\":"
                    + parts[1] + ",\"timestamp\":1,\"origSz\":\"0.3\"}");
        }
        return "[" + String.join(",", orders) + "]";
    }

    private String state() {
        return "{\"assetPositions\":["
                + (position == 0
                        ? ""
                        : "{\"position\":{\"coin\":\"HYPE\",\"szi\":\"" + position
                                + "\",\"entryPx\":\"40.5\",\"positionValue\":\"" + 40 * Math.abs(position) + "\"}}")
                + "],\"time\":1}";
    }
}
