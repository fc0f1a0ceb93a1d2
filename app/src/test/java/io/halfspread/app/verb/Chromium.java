package io.halfspread.app.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A headless Chromium with one page, driven by the protocol of its developer tools. For one thread. */
final class Chromium implements AutoCloseable {
    private static final long PATIENCE_S = 60;
    private static final long CLOSE_S = 20;
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final List<Path> PROGRAMS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Process process;
    private final WebSocket socket;

    /** Starts it with an empty profile in a folder. */
    Chromium(final Path profile) throws Exception {
        process = new ProcessBuilder(
                        program().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-extensions",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        final String browser = devTools();
        final JsonNode page = page(browser.replaceFirst("ws://([^/]+)/.*", "http://$1/json/list"));
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(page.get("webSocketDebuggerUrl").asText()), new Listener())
                .get(PATIENCE_S, TimeUnit.SECONDS);
        for (final String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** The program, null where there is none. */
    static Path program() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    }

    private String devTools() throws IOException {
        final BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        final StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                final Thread rest = new Thread(() -> lines.lines().forEach(unused -> {}), "chromium-output");
                rest.setDaemon(true);
                rest.start();
                return line.substring("DevTools listening on ".length()).strip();
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("chromium ended: " + said);
    }

    private JsonNode page(final String list) {
        return await("a page", () -> {
            try {
                final JsonNode targets = mapper.readTree(http.send(
                                HttpRequest.newBuilder(URI.create(list)).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
                for (final JsonNode target : targets) {
                    if (target.get("type").asText().equals("page")) {
                        return target;
                    }
                }
                return null;
            } catch (final IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Calls a method of the protocol. */
    JsonNode call(final String method, final Map<String, ?> params) throws Exception {
        final int id = ids.incrementAndGet();
        final ObjectNode message = mapper.createObjectNode();
        message.put("id", id).put("method", method).set("params", mapper.valueToTree(params));
        final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(message.toString(), true).get(PATIENCE_S, TimeUnit.SECONDS);
        final JsonNode said = answer.get(PATIENCE_S, TimeUnit.SECONDS);
        if (said.has("error")) {
            throw new IllegalStateException(method + ": " + said.get("error"));
        }
        return said.get("result");
    }

    void open(final String url) throws Exception {
        call("Page.navigate", Map.of("url", url));
    }

    /** Value of an expression as text, once the page has one. */
    String eval(final String expression) throws Exception {
        final JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value").asText();
    }

    /** Text of an element, empty when it is not there. */
    String text(final String id) throws Exception {
        return eval("(document.getElementById('" + id + "') || {textContent: ''}).textContent");
    }

    /** Waits until an expression is true. */
    void awaitTrue(final String what, final String expression) {
        await(what, () -> {
            try {
                return eval("(() => { try { return Boolean(" + expression + "); } catch { return false; } })()")
                                .equals("true")
                        ? Boolean.TRUE
                        : null;
            } catch (final Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static <T> T await(final String what, final Supplier<T> look) {
        final long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (System.nanoTime() < deadlineNs) {
            final T found = look.get();
            if (found != null) {
                return found;
            }
            LockSupport.parkNanos(LOOK_NS);
        }
        throw new AssertionError("waited " + PATIENCE_S + " s for " + what);
    }

    /** Makes the window so wide, in a theme. */
    void appear(final int width, final int height, final String theme) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** A picture of the whole page. */
    void screenshot(final Path file) throws Exception {
        final JsonNode size = call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        final JsonNode picture = call(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of(
                                "x", 0,
                                "y", 0,
                                "width", size.get("width").asDouble(),
                                "height", size.get("height").asDouble(),
                                "scale", 1)));
        Files.write(file, Base64.getDecoder().decode(picture.get("data").asText()));
    }

    void press(final String key, final int code) throws Exception {
        for (final String type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Errors and warnings on the console so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Addresses asked for so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Asks it to end, so that it clears up after itself, and waits for that a while. */
    @Override
    public void close() {
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true);
        final long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_S);
        while (process.isAlive() && System.nanoTime() < deadlineNs) {
            LockSupport.parkNanos(LOOK_NS);
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void onMessage(final String text) throws IOException {
        final JsonNode message = mapper.readTree(text);
        if (message.has("id")) {
            final CompletableFuture<JsonNode> asked =
                    answers.remove(message.get("id").asInt());
            if (asked != null) {
                asked.complete(message);
            }
            return;
        }
        final JsonNode params = message.get("params");
        switch (message.get("method").asText()) {
            case "Runtime.exceptionThrown" ->
                complaints.add(params.get("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert")
                        .contains(params.get("type").asText())) {
                    complaints.add(params.get("args").toString());
                }
            }
            case "Log.entryAdded" -> {
                final JsonNode entry = params.get("entry");
                if (List.of("error", "warning").contains(entry.get("level").asText())) {
                    complaints.add(entry.toString());
                }
            }
            case "Network.requestWillBeSent" ->
                requests.add(params.get("request").get("url").asText());
            default -> {
                // Not looked at.
            }
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final List<CharSequence> parts = new ArrayList<>();

        @Override
        public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean last) {
            parts.add(data.toString());
            if (last) {
                final String whole = String.join("", parts);
                parts.clear();
                try {
                    onMessage(whole);
                } catch (final IOException e) {
                    complaints.add(e.toString());
                }
            }
            from.request(1);
            return null;
        }
    }
}
