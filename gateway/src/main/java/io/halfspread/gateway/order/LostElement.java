package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.action.ActionKind;

/** One element whose outcome was lost, and what was found of it. Handed from thread to thread, never shared. */
final class LostElement {
    final int index;
    final long cloidHigh;
    final long cloidLow;

    /** The venue's id, where the order is named by it. */
    final long oid;

    final long targetOid;
    final long targetCloidLow;
    Finding finding = Finding.NOTHING;
    OrderReport order;
    OrderReport target;

    LostElement(final ActionBatch batch, final int index) {
        final boolean modifies = batch.kind() == ActionKind.BATCH_MODIFY;
        final boolean byOid = batch.kind() == ActionKind.CANCEL;
        final boolean named = batch.size() > 0 && !byOid;
        this.index = index;
        cloidHigh = named ? batch.cloidHigh(index) : 0;
        cloidLow = named ? batch.cloidLow(index) : 0;
        oid = byOid ? batch.oid(index) : ActionBatch.NO_OID;
        targetOid = modifies ? batch.oid(index) : ActionBatch.NO_OID;
        targetCloidLow = modifies ? batch.targetCloidLow(index) : 0;
    }
}
