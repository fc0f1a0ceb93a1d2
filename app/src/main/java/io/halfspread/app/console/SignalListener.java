package io.halfspread.app.console;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Listens to signals while it is open; each is handled on a thread of the JVM's. */
public final class SignalListener implements AutoCloseable {
    private final Map<Object, Object> before = new LinkedHashMap<>();
    private Class<?> handlerType;
    private Class<?> signalType;

    /**
     * Starts to listen. A signal that the JVM lets nobody listen to, and one that the process was started to ignore, keeps
     * its effect.
     *
     * @param names    names without SIG
     * @param onSignal what to do
     */
    public SignalListener(final List<String> names, final Runnable onSignal) {
        // The only way to outlive a signal. Not a public API, hence by name; every JDK has it in jdk.unsupported.
        try {
            handlerType = Class.forName("sun.misc.SignalHandler");
            signalType = Class.forName("sun.misc.Signal");
        } catch (final ClassNotFoundException e) {
            return;
        }
        final InvocationHandler invocation = (proxy, method, args) -> {
            switch (method.getName()) {
                case "handle":
                    onSignal.run();
                    return null;
                case "equals":
                    return proxy == args[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                default:
                    return "signal listener";
            }
        };
        final Object handler =
                Proxy.newProxyInstance(SignalListener.class.getClassLoader(), new Class<?>[] {handlerType}, invocation);
        names.forEach(name -> listen(name, handler));
    }

    private void listen(final String name, final Object handler) {
        try {
            final Object signal = signalType.getConstructor(String.class).newInstance(name);
            before.put(signal, handle(signal, handler));
        } catch (final ReflectiveOperationException | IllegalArgumentException e) {
            // Then this signal does what it always does.
            return;
        }
    }

    /** Gives the signals their effect from before. */
    @Override
    public void close() {
        before.forEach((signal, handler) -> {
            try {
                handle(signal, handler);
            } catch (final ReflectiveOperationException | IllegalArgumentException e) {
                // Then the next signal is only noted.
                return;
            }
        });
        before.clear();
    }

    private Object handle(final Object signal, final Object handler) throws ReflectiveOperationException {
        return signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
    }
}
