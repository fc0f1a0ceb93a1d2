package io.halfspread.app.explain;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.InstrumentDefinitionDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.engine.book.MarketBook;
import io.halfspread.engine.policy.PolicyInForce;
import io.halfspread.engine.quote.PriceGrid;

/** One instrument as the events up to a moment show it. */
final class InstrumentView {
    private static final double SCALE = 1e8;

    final MarketBook book = new MarketBook();
    final PolicyInForce policy = new PolicyInForce();
    String coin = "?";
    PriceGrid grid;
    long lot = 1;
    int szDecimals;
    double halfSpreadBps;
    int imbalanceDepth;
    long orderSize;
    long maxPosition;
    long minNotional;
    boolean sizesInUsd;
    boolean takerEnabled;
    double takerMaxRate;
    double blendWeight;
    double muHat;

    void onDefinition(final InstrumentDefinitionDecoder event) {
        coin = event.coin();
        szDecimals = event.szDecimals();
        grid = szDecimals <= 8 ? new PriceGrid(event.kind(), szDecimals) : null;
        lot = (long) SCALE;
        for (int i = 0; i < szDecimals && i < 8; i++) {
            lot /= 10;
        }
    }

    void onSettings(final StrategySettingsDecoder event) {
        halfSpreadBps = event.halfSpreadBps();
        imbalanceDepth = event.imbalanceDepth();
        orderSize = event.orderSize();
        maxPosition = event.maxPosition();
        minNotional = event.minNotional();
        sizesInUsd = event.sizesInUsd() == Flag.YES;
        takerEnabled = event.takerEnabled() == Flag.YES;
        takerMaxRate = event.takerMaxRate();
        blendWeight = event.blendWeight();
    }

    void onBestBidOffer(final BestBidOfferDecoder event) {
        book.onBestBidOffer(event);
        fixSizes();
    }

    void onSnapshot(final BookSnapshotDecoder event) {
        book.onSnapshot(event);
        fixSizes();
    }

    void onDecision(final QuoteDecisionDecoder event) {
        muHat = event.muHat();
    }

    /** Sizes in USD become lots at the first mid, as in the engine. */
    private void fixSizes() {
        if (sizesInUsd && book.isTwoSided()) {
            orderSize = floorToLot((long) (orderSize / book.mid()));
            maxPosition = floorToLot((long) (maxPosition / book.mid()));
            sizesInUsd = false;
        }
    }

    private long floorToLot(final long size) {
        return size - size % lot;
    }
}
