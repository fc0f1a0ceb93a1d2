package io.halfspread.bench.obvious;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfspread.bench.sign.Web3jSigner;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** Makes the message that places or replaces both quotes: maps, MessagePack for the hash, JSON for the wire. */
final class Orders {
    private static final String BID = "0x000000000000000000000000000000b1";
    private static final String ASK = "0x000000000000000000000000000000a1";

    private final ObjectMapper json = new ObjectMapper();
    private final Web3jSigner signer;
    private final int asset;
    private boolean placed;
    private long lastNonce;
    private int id;

    Orders(final byte[] secret, final boolean mainnet, final int asset) {
        signer = new Web3jSigner(secret, mainnet);
        this.asset = asset;
    }

    /** The text to send for a quote. */
    String message(final Quote quote) throws IOException {
        final Map<String, Object> action = action(quote);
        placed = true;
        lastNonce = Math.max(System.currentTimeMillis(), lastNonce + 1);
        final Sign.SignatureData signature = signer.sign(pack(action), lastNonce);
        final Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("action", action);
        payload.put("nonce", lastNonce);
        payload.put(
                "signature",
                Map.of(
                        "r", Numeric.toHexString(signature.getR()),
                        "s", Numeric.toHexString(signature.getS()),
                        "v", new BigInteger(1, signature.getV())));
        payload.put("vaultAddress", null);
        final Map<String, Object> message = new LinkedHashMap<>();
        message.put("method", "post");
        message.put("id", ++id);
        message.put("request", Map.of("type", "action", "payload", payload));
        return json.writeValueAsString(message);
    }

    private Map<String, Object> action(final Quote quote) {
        final Map<String, Object> bid = order(true, quote.bid(), quote.size(), BID);
        final Map<String, Object> ask = order(false, quote.ask(), quote.size(), ASK);
        final Map<String, Object> action = new LinkedHashMap<>();
        if (placed) {
            action.put("type", "batchModify");
            action.put("modifies", List.of(modify(BID, bid), modify(ASK, ask)));
        } else {
            action.put("type", "order");
            action.put("orders", List.of(bid, ask));
            action.put("grouping", "na");
        }
        return action;
    }

    private static Map<String, Object> modify(final String cloid, final Map<String, Object> order) {
        final Map<String, Object> modify = new LinkedHashMap<>();
        modify.put("oid", cloid);
        modify.put("order", order);
        return modify;
    }

    private Map<String, Object> order(
            final boolean buy, final BigDecimal price, final BigDecimal size, final String cloid) {
        final Map<String, Object> order = new LinkedHashMap<>();
        order.put("a", asset);
        order.put("b", buy);
        order.put("p", price.toPlainString());
        order.put("s", size.toPlainString());
        order.put("r", false);
        order.put("t", Map.of("limit", Map.of("tif", "Alo")));
        order.put("c", cloid);
        return order;
    }

    private static byte[] pack(final Object value) throws IOException {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            pack(packer, value);
            return packer.toByteArray();
        }
    }

    private static void pack(final MessageBufferPacker packer, final Object value) throws IOException {
        if (value instanceof final Map<?, ?> map) {
            packer.packMapHeader(map.size());
            for (final Map.Entry<?, ?> entry : map.entrySet()) {
                packer.packString((String) entry.getKey());
                pack(packer, entry.getValue());
            }
        } else if (value instanceof final List<?> list) {
            packer.packArrayHeader(list.size());
            for (final Object element : list) {
                pack(packer, element);
            }
        } else if (value instanceof final Boolean flag) {
            packer.packBoolean(flag);
        } else if (value instanceof final Integer number) {
            packer.packInt(number);
        } else {
            packer.packString((String) value);
        }
    }
}
