package io.halfspread.codec.hyperliquid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedFramesTest {
    private static final String LEVEL = "{'px':'100.5','sz':'2','n':1}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'px':'100.5'|'px':'-100.5'|43",
                "'px':'100.5'|'px':'0.0'|43",
                "'px':'100.5'|'px':''|1",
                "'px':'100.5'|'px':'abc'|2",
                "'px':'100.5'|'px':'1,5'|2",
                "'px':'100.5'|'px':'+1'|2",
                "'px':'100.5'|'px':'.5'|2",
                "'px':'100.5'|'px':'5.'|2",
                "'px':'100.5'|'px':'NaN'|2",
                "'px':'100.5'|'px':'1e2'|3",
                "'px':'100.5'|'px':'0.000000001'|4",
                "'px':'100.5'|'px':'92233720368.54775808'|5",
                "'px':'100.5'|'px':100.5|26",
                "'px':'100.5'|'px':null|26",
                "'px':'100.5'|'px':'1','px':'1'|41",
                "'px':'100.5'|'qx':'100.5'|40",
                "'sz':'2'|'sz':'-2'|43",
                "'n':1|'n':-1|43",
                "'n':1|'n':4294967295|43",
                "'n':1|'n':1.0|27",
                "'n':1|'n':1e1|27",
                "'n':1|'n':01|21",
                "'n':1|'n':99999999999999999999|29",
                "'n':1|'n':'1'|27",
                "'n':1|'n':1x|17",
                "'time':7|'time':-7|43",
                "'time':7|'time':9223372036855|43",
                "'time':7|'tyme':7|40",
                "'coin':'BTC'|'coin':7|26",
                "'coin':'BTC'|'coin':'BTC','c\\u006fin':'BTC'|41",
                "'levels':[[L],[]]|'levels':[[L]]|46",
                "'levels':[[L],[]]|'levels':[[L],[],[]]|46",
                "'levels':[[L],[]]|'levels':[]|46",
                "'levels':[[L],[]]|'levels':null|25",
                "'levels':[[L],[]]|'levels':[[L],{}]|25",
                "'levels':[[L],[]]|'levels':[['px'],[]]|24",
                "'levels':[[L],[]]|'levels':[[L,],[]]|17",
                "'fast':true|'fast':1|28",
                "'fast':true|'fast':treu|17",
                "'channel':'l2Book',|``|42",
                "'channel':'l2Book'|'channel':7|26",
                "'channel':'l2Book'|'channel':'l2Book','channel':'bbo'|41",
            })
    void shouldRefuseABookWithAReason(final String part, final String replacement, final int code) {
        final String good = "{'channel':'l2Book','data':{'coin':'BTC','time':7,'levels':[[L],[]],'fast':true}}";
        final String frame =
                good.replace(part, replacement).replace("L]", LEVEL + "]").replace("L,", LEVEL + ",");
        final String bad = good.contains(part) ? frame : frame.replace(part, replacement);

        assertRefused(bad.replace('\'', '"'), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|16",
                "` `|16",
                "null|24",
                "[]|24",
                "{}|42",
                "{'channel':'pong'}x|23",
                "{'channel':'pong'}{|23",
                "{'channel':'pong',}|17",
                "{'channel' 'pong'}|17",
                "{'channel':'l2Book'}|40",
                "{'channel':'trades','data':{}}|25",
                "{'channel':'trades','data':[{'coin':'BTC','side':'X','px':'1','sz':'1','time':1,'tid':1}]}|44",
                "{'channel':'trades','data':[{'coin':'BTC','side':'B','px':'1','sz':'1','time':1}]}|40",
                "{'channel':'bbo','data':{'coin':'BTC','time':1,'bbo':[null,null,null]}}|46",
                "{'channel':'error','data':{}}|26",
                "{'channel':'candle','data':{'a':01}}|21",
                "{'channel':'candle','data':{'a':1.}}|21",
                "{'channel':'candle','data':'\\x'}|19",
                "{'channel':'candle','data':'\t'}|18",
                "{'channel':'post','data':{'id':1,'response':{'type':'action','payload':{'status':'odd','response':{}}}}}|47",
                "{'channel':'post','data':{'id':1,'response':{'type':'action'}}}|40",
                "{'channel':'allMids','data':{'mids':{'BTC':'-1'}}}|43",
            })
    void shouldRefuseAFrameWithAReason(final String frame, final int code) {
        assertRefused(frame.replace('\'', '"'), code);
    }

    @Test
    void shouldNameThePlaceOfTheFault() {
        final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(List.of("BTC")));
        final String frame =
                "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"BTC\",\"time\":7,\"levels\":[[{\"px\":\"1x\","
                        + "\"sz\":\"2\",\"n\":1}],[]]}}";
        final byte[] bytes = ("??" + frame).getBytes(StandardCharsets.UTF_8);

        final int code = decoder.decode(new UnsafeBuffer(bytes), 2, bytes.length - 2);

        assertEquals(Refusal.DECIMAL_MALFORMED, code);
        assertEquals(frame.indexOf("1x") + 1, decoder.faultPosition());
        assertEquals("not a decimal number", Refusal.describe(code));
    }

    @Test
    void shouldGiveNoEventWhenTheLastElementOfAFrameIsBad() {
        final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(List.of("BTC")));
        final String trade = "{\"coin\":\"BTC\",\"side\":\"B\",\"px\":\"1\",\"sz\":\"1\",\"time\":1,\"tid\":1}";
        final byte[] bytes = ("{\"channel\":\"trades\",\"data\":[" + trade + ","
                        + trade.replace("\"sz\":\"1\"", "\"sz\":\"\"") + "]}")
                .getBytes(StandardCharsets.UTF_8);
        final RecordingListener listener = new RecordingListener();

        final int code = decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length);
        final boolean delivered = decoder.deliver(listener);

        assertEquals(Refusal.DECIMAL_EMPTY, code);
        assertTrue(delivered);
        assertEquals(List.of(), listener.events);
        assertEquals(Channel.NONE, decoder.channel());
    }

    @Test
    void shouldGoOnWithTheEventThatWasNotTakenWhenThereIsRoomAgain() throws Exception {
        final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(GoldenFrames.COINS));
        final RecordingListener listener = new RecordingListener();
        for (final String frame : GoldenFrames.all()) {
            final byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
            final List<String> whole = GoldenFramesTest.decode(decoder, frame);
            decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length);
            listener.events.clear();

            for (listener.room = 0; !decoder.deliver(listener); listener.room++) {
                assertEquals(whole.subList(0, listener.events.size()), listener.events);
            }

            assertEquals(whole, listener.events);
        }
    }

    private static void assertRefused(final String frame, final int code) {
        final HyperliquidDecoder decoder = new HyperliquidDecoder(new CoinIndex(List.of("BTC")));
        final byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        final RecordingListener listener = new RecordingListener();

        final int refusal = decoder.decode(new UnsafeBuffer(bytes), 0, bytes.length);

        assertEquals(Refusal.describe(code), Refusal.describe(refusal), frame);
        assertTrue(decoder.faultPosition() >= 0 && decoder.faultPosition() <= bytes.length);
        assertTrue(decoder.deliver(listener));
        assertEquals(List.of(), listener.events);
        assertEquals(1, decoder.refused());
    }
}
