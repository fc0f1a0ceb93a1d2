package io.halfspread.gateway.order;

import io.halfspread.codec.contract.HotPath;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * All actions without a known outcome, from a fixed pool: by request id, and in the order of sending for those that a reply
 * is due for. Egress thread only.
 */
@HotPath
final class SentActions {
    private static final float LOAD_FACTOR = 0.5f;

    private final SentAction[] pool;
    private final Long2ObjectHashMap<SentAction> byId;
    private final ActionList awaiting = new ActionList();
    private final ActionList unresolved = new ActionList();
    private int free;
    private int resolving;
    private int asking;
    private int unanswered;
    private long lastId;

    SentActions(final int capacity) {
        pool = new SentAction[capacity];
        for (int i = 0; i < capacity; i++) {
            pool[i] = new SentAction();
        }
        free = capacity;
        byId = new Long2ObjectHashMap<>(4 * capacity, LOAD_FACTOR, false);
    }

    boolean hasRoom() {
        return free > 0;
    }

    /** Takes an empty action out of the pool; there must be room. */
    SentAction draft(final int template) {
        final SentAction action = pool[--free];
        action.begin(template);
        action.stage = ActionStage.DRAFT;
        return action;
    }

    /** Registers an action under a fresh request id. */
    void identify(final SentAction action) {
        if (action.id != 0) {
            byId.remove(action.id);
        }
        action.id = ++lastId;
        byId.put(lastId, action);
    }

    /** Moves an action on. */
    void move(final SentAction action, final ActionStage stage) {
        leave(action);
        action.stage = stage;
        if (stage == ActionStage.AWAITING) {
            awaiting.append(action);
        } else if (stage == ActionStage.UNRESOLVED) {
            unresolved.append(action);
        }
    }

    /** The action with an id, or null. */
    SentAction find(final long id) {
        return byId.get(id);
    }

    /** The action sent first of those a reply is due for, or null. */
    SentAction firstAwaiting() {
        return awaiting.first();
    }

    /** The first of those that wait for their next query, or null; then follow {@code next}. */
    SentAction firstUnresolved() {
        return unresolved.first();
    }

    /** Gives an action back to the pool. */
    void release(final SentAction action) {
        leave(action);
        byId.remove(action.id);
        if (action.resolution != null) {
            resolving--;
        }
        action.stage = ActionStage.FREE;
        action.resolution = null;
        pool[free++] = action;
    }

    /** Notes that an action's outcome was lost and is being found out. */
    void resolve(final SentAction action, final Resolution resolution) {
        action.resolution = resolution;
        resolving++;
    }

    /** Notes that a question was handed to the thread of queries. */
    void asked() {
        asking++;
    }

    /** Notes that a question came back. */
    void answered() {
        asking--;
    }

    /** Notes that an action was posted on the socket. */
    void posted() {
        unanswered++;
    }

    /** Notes that the socket brought the reply to a post, whichever. */
    void replied() {
        if (unanswered > 0) {
            unanswered--;
        }
    }

    /** Notes that the socket is gone, and with it every post on it. */
    void disconnected() {
        unanswered = 0;
    }

    /**
     * Posts of the present socket that have no reply; the venue counts them whether or not anybody still waits. More than
     * are awaited when replies were lost.
     */
    int unanswered() {
        return unanswered;
    }

    /** Most actions without a known outcome. */
    int capacity() {
        return pool.length;
    }

    int asking() {
        return asking;
    }

    int inUse() {
        return pool.length - free;
    }

    int resolving() {
        return resolving;
    }

    private void leave(final SentAction action) {
        if (action.stage == ActionStage.AWAITING) {
            awaiting.remove(action);
        } else if (action.stage == ActionStage.UNRESOLVED) {
            unresolved.remove(action);
        }
    }
}
