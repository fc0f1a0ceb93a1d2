package io.halfspread.gateway.account;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.engine.quote.PriceGrid;
import io.halfspread.gateway.rest.AccountPosition;
import io.halfspread.gateway.rest.AssetMeta;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.VenueBook;
import io.halfspread.gateway.rest.VenueQueryException;
import io.halfspread.gateway.rest.VenueQueryException.Fault;
import java.util.List;

/** Limit prices of orders that close positions: the touch of the other side, or the mark of a venue without book queries. */
final class ExitPrices {
    /** No price. */
    static final long NONE = PriceGrid.NONE;

    private static final double SCALE = 1e8;
    private static final double BPS = 1e4;

    private final InfoClient info;

    ExitPrices(final InfoClient info) {
        this.info = info;
    }

    /** Price on the grid, decimal8; {@link #NONE} when nobody is there to trade with. */
    long limit(final AssetMeta asset, final AccountPosition position, final double slippageBps)
            throws VenueQueryException {
        final boolean buy = position.size() < 0;
        final double px = reference(asset, position, buy);
        if (px <= 0) {
            return NONE;
        }
        final PriceGrid grid = new PriceGrid(InstrumentKind.PERP, asset.szDecimals());
        return buy ? grid.floor(px * (1 + slippageBps / BPS)) : grid.ceil(px * (1 - slippageBps / BPS));
    }

    private double reference(final AssetMeta asset, final AccountPosition position, final boolean buy)
            throws VenueQueryException {
        try {
            final VenueBook book = info.l2Book(asset.coin());
            final List<VenueBook.Level> levels = buy ? book.asks() : book.bids();
            return levels.isEmpty() ? 0 : levels.get(0).px() / SCALE;
        } catch (final VenueQueryException e) {
            if (e.fault() != Fault.REFUSED && e.fault() != Fault.UNREADABLE) {
                throw e;
            }
        }
        return position.value() == Decimal8.NULL
                ? position.entryPx() / SCALE
                : (double) position.value() / Math.abs(position.size());
    }
}
