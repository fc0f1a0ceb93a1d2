package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard of a live demonstration in a real browser. With halfspread.screenshots=DIR pictures of the page are left there, in
 * both widths and themes (scripts/screenshots).
 */
@Timeout(400)
class DashboardPageTest {
    private static final String PICTURES = System.getProperty("halfspread.screenshots", "");
    private static final Pattern PAGE = Pattern.compile("Dashboard: (http://127\\.0\\.0\\.1:\\d+/)#token=[0-9a-f]{32}");
    private static final Pattern DROPS = Pattern.compile("tuning_params\\.json and (\\S+)/\\*\\.json are watched");
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(90);
    private static final String PAUSED = "trading mode is pause";

    @TempDir
    private Path folder;

    @Test
    void shouldShowAndSteerALiveSession() throws Exception {
        if (Chromium.program() == null) {
            System.out.println("skipped: no Chromium here");
        }
        assumeTrue(Chromium.program() != null, "no Chromium here");
        try (ChildRun demo = demo();
                Chromium page = new Chromium(Files.createTempDirectory("chromium"))) {
            final Matcher served = await(demo, PAGE);
            final String base = served.group(1);
            page.appear(1280, 900, "light");
            page.open(served.group().replace("Dashboard: ", ""));
            page.awaitTrue("the session", "document.body.className === 'live'");
            assertEquals(base, page.eval("location.href"), "the token has left the address");

            quotesMove(page);
            drops(page, Path.of(await(demo, DROPS).group(1)));
            keyboard(page);
            looks(page);
            steering(page);

            assertEquals(List.of(), page.complaints());
            assertTrue(page.requests().size() > 10, page.requests()::toString);
            page.requests().forEach(url -> assertTrue(url.startsWith(base), url));

            demo.signal("KILL");
            page.awaitTrue("the end", "document.body.className === 'gone'");
            assertEquals("grayscale(1)", page.eval("getComputedStyle(document.querySelector('main')).filter"));
            assertTrue(page.text("notice").contains("No connection to the session"));
        }
    }

    private ChildRun demo() throws IOException {
        final Path wiring = PaperWiring.write(folder, "shared");
        return ChildRun.start(
                folder,
                null,
                "demo",
                "--config",
                wiring.toString(),
                "--seconds",
                "3000",
                "--dashboard",
                "--dashboard-port=0",
                "--dashboard-control");
    }

    private static Matcher await(final ChildRun demo, final Pattern line) {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < deadlineNs) {
            final Matcher found = line.matcher(demo.log());
            if (found.find()) {
                return found;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("no " + line + " in " + demo.log());
    }

    private static void quotesMove(final Chromium page) throws Exception {
        page.awaitTrue("a quote", "/^[0-9.]+$/.test(document.getElementById('bid-px').textContent)");
        final String first = page.text("bid-px") + "|" + page.text("ask-px");
        page.awaitTrue(
                "another quote",
                "document.getElementById('bid-px').textContent + '|' + document.getElementById('ask-px').textContent !== '"
                        + first + "'");
        page.awaitTrue("a policy", "document.getElementById('policy-line').textContent.startsWith('Version')");
        page.awaitTrue("charts", "document.querySelectorAll('.uplot canvas').length === 4");
    }

    private static void drops(final Chromium page, final Path drops) throws Exception {
        final long droppedNs = System.nanoTime();
        drop(drops, "seen.json", "{\"skew_adjustment_factor\": 0.9}");
        page.awaitTrue(
                "the new version",
                "document.getElementById('params').textContent.includes('skew_adjustment_factor 0.5 \u2192 0.9')");
        System.out.printf(
                "a dropped file was on the page after %d ms%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - droppedNs));
        drop(drops, "wrong.json", "{\"skew_adjustment_factor\": 9.0}");
        page.awaitTrue("the refusal", "document.querySelector('#params .refused').textContent.includes('[0, 2]')");
    }

    private static void drop(final Path drops, final String name, final String text) throws IOException {
        Files.createDirectories(drops);
        Files.move(
                Files.writeString(drops.resolveSibling(name + ".new"), text),
                drops.resolve(name),
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static void keyboard(final Chromium page) throws Exception {
        page.press("Tab", 9);
        assertEquals("skip", page.eval("document.activeElement.className"), "the first stop skips to the figures");
        page.press("Tab", 9);
        assertEquals("theme", page.eval("document.activeElement.id"));
        assertEquals(
                "solid", page.eval("getComputedStyle(document.activeElement).outlineStyle"), "the focus can be seen");
        page.press(" ", 32);
        page.awaitTrue("the light theme", "document.documentElement.dataset.theme === 'light'");
        page.press(" ", 32);
        page.awaitTrue("the dark theme", "getComputedStyle(document.body).backgroundColor === 'rgb(19, 21, 22)'");
        page.press(" ", 32);
        page.awaitTrue("the system's theme", "document.documentElement.dataset.theme === undefined");
    }

    private static void looks(final Chromium page) throws Exception {
        if (!PICTURES.isEmpty()) {
            page.eval("new Promise((done) => setTimeout(done, 40000))");
        }
        for (final int width : new int[] {1280, 390}) {
            for (final String theme : List.of("light", "dark")) {
                page.appear(width, width < 600 ? 844 : 900, theme);
                page.awaitTrue("the theme", "matchMedia('(prefers-color-scheme: " + theme + ")').matches");
                page.awaitTrue(
                        "charts within the page",
                        "[...document.querySelectorAll('.chart')].every((c) => c.firstChild.offsetWidth <= c.clientWidth)");
                assertEquals(
                        String.valueOf(width), page.eval("document.documentElement.scrollWidth"), "nothing is cut off");
                if (!PICTURES.isEmpty()) {
                    Files.createDirectories(Path.of(PICTURES));
                    page.eval("new Promise((done) => setTimeout(() => done(true), 1500))");
                    page.screenshot(Path.of(PICTURES, "dashboard-" + width + "-" + theme + ".png"));
                }
            }
        }
        page.appear(1280, 900, "light");
    }

    private static void steering(final Chromium page) throws Exception {
        page.eval("document.querySelector('input[value=pause]').click()");
        page.eval("document.getElementById('mode-why').value = 'a test'");
        page.eval("document.querySelector('#mode-form button').click()");
        page.awaitTrue("the mode", "document.getElementById('mode').textContent === 'pause'");
        assertEquals("asked for by dashboard: a test", page.eval("document.getElementById('mode').title"));
        page.awaitTrue("the reason", "document.getElementById('bid-why').textContent === '" + PAUSED + "'");
        page.eval("document.getElementById('drop-text').value = '{\"skew_adjustment_factor\": 0.7}'");
        page.eval("document.querySelector('#drop-form button[type=submit]').click()");
        page.awaitTrue(
                "the page's own version",
                "document.getElementById('params').textContent.includes('skew_adjustment_factor 0.9 \u2192 0.7')");
    }
}
