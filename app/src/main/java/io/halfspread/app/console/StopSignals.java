package io.halfspread.app.console;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SIGINT and SIGTERM as wishes: the first asks for an orderly end, the second for an end at once, the third ends the process.
 * While this is open the process does not end by them, so that the command that listens decides its exit code.
 */
public final class StopSignals implements AutoCloseable {
    private static final String[] NAMES = {"INT", "TERM"};
    private static final int URGENT = 2;
    private static final int ABORT = 3;
    private static final int ABORTED = 130;

    private final Map<Object, Object> before = new LinkedHashMap<>();
    private final Class<?> handlerType;
    private final Class<?> signalType;
    private volatile int seen;

    /** Starts to listen. Where the JVM lets nobody listen, signals end the process as they always do. */
    public StopSignals() {
        // The only way to outlive a signal. Not a public API, hence by name; every JDK has it in jdk.unsupported.
        Class<?> handlers = null;
        Class<?> signals = null;
        try {
            handlers = Class.forName("sun.misc.SignalHandler");
            signals = Class.forName("sun.misc.Signal");
            final InvocationHandler onSignal = (proxy, method, args) -> {
                switch (method.getName()) {
                    case "handle":
                        onSignal();
                        return null;
                    case "equals":
                        return proxy == args[0];
                    case "hashCode":
                        return System.identityHashCode(proxy);
                    default:
                        return "stop signals";
                }
            };
            final Object handler =
                    Proxy.newProxyInstance(StopSignals.class.getClassLoader(), new Class<?>[] {handlers}, onSignal);
            for (final String name : NAMES) {
                final Object signal = signals.getConstructor(String.class).newInstance(name);
                before.put(signal, handle(signals, handlers, signal, handler));
            }
        } catch (final ReflectiveOperationException | IllegalArgumentException e) {
            before.clear();
        }
        handlerType = handlers;
        signalType = signals;
    }

    /**
     * Whether an orderly end is wished.
     *
     * @return true from the first signal on
     */
    public boolean isRequested() {
        return seen > 0;
    }

    /**
     * Whether the end shall come at once.
     *
     * @return true from the second signal on
     */
    public boolean isUrgent() {
        return seen >= URGENT;
    }

    @Override
    public void close() {
        before.forEach((signal, handler) -> {
            try {
                handle(signalType, handlerType, signal, handler);
            } catch (final ReflectiveOperationException | IllegalArgumentException e) {
                // Then the next signal is only noted.
                return;
            }
        });
        before.clear();
    }

    private void onSignal() {
        seen = seen + 1;
        if (seen >= ABORT) {
            Runtime.getRuntime().halt(ABORTED);
        }
    }

    private static Object handle(
            final Class<?> signals, final Class<?> handlers, final Object signal, final Object handler)
            throws ReflectiveOperationException {
        return signals.getMethod("handle", signals, handlers).invoke(null, signal, handler);
    }
}
