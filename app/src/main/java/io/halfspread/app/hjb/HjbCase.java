package io.halfspread.app.hjb;

import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.quote.ParamsInForce;

/**
 * What is to be solved.
 *
 * @param model          model
 * @param halfSpreadBps  half spread of the heuristic's quotes, bps
 * @param params         the heuristic's parameters
 * @param lots           current inventory, lots
 * @param signal         current signal
 * @param lotNotionalUsd value of a lot, USD; NaN when not said
 */
record HjbCase(
        HjbModel model,
        double halfSpreadBps,
        ParamsInForce params,
        double lots,
        double signal,
        double lotNotionalUsd) {}
