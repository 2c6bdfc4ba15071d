package nexus.app.boot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/// Does something at each SIGHUP, which would end the process otherwise.
///
/// `sun.misc.Signal` of the module `jdk.unsupported` is the JDK's only way to hear of a signal. It is asked for by
/// name: the compiler warns of each use, and there is no switch against that. Where there is no such signal
/// (Windows), or it is somebody else's (`-Xrs`), nothing happens. Under `nohup` it stays ignored.
final class HangUp implements AutoCloseable {

    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    /// Nothing is done, and the signal stays what it is.
    static final HangUp NONE = new HangUp(() -> {});

    private final Runnable undo;

    private HangUp(Runnable undo) {
        this.undo = undo;
    }

    /// @param action runs on a thread of the signal's own
    static HangUp runs(Runnable action) {
        try {
            var signal = Class.forName(SIGNAL);
            var handler = Class.forName(HANDLER);
            Object hup = signal.getConstructor(String.class).newInstance("HUP");
            var handle = signal.getMethod("handle", signal, handler);
            Object ours = Proxy.newProxyInstance(
                    handler.getClassLoader(),
                    new Class<?>[] {handler},
                    (_, method, args) -> heard(action, method, args));
            Object before = handle.invoke(null, hup, ours);
            return new HangUp(() -> restore(handle, hup, before));
        } catch (ReflectiveOperationException e) {
            return NONE;
        }
    }

    /// What the JDK asks of the handler besides, such as its hash, the action answers for it.
    private static Object heard(Runnable action, Method method, Object[] args) throws ReflectiveOperationException {
        if (method.getName().equals("handle")) {
            action.run();
            return null;
        }
        return method.invoke(action, args);
    }

    private static void restore(Method handle, Object hup, Object before) {
        try {
            handle.invoke(null, hup, before);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("what was handled once can be handled again", e);
        }
    }

    /// Leaves the signal as it was before.
    @Override
    public void close() {
        undo.run();
    }
}
