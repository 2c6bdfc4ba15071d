package nexus.app.systemd;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/// Sends datagrams to one unix socket, for which the JDK has no class: by `sendto` of the C library. Linux only;
/// without `--enable-native-access` the JVM warns.
final class UnixDatagrams {

    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    /// Of `sockaddr_un`: family, then the path.
    private static final int PATH_AT = 2;
    private static final int PATH_BYTES = 108;

    private final MethodHandle socket = function(
            "socket",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private final MethodHandle sendto = function(
            "sendto",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT));
    private final MethodHandle close =
            function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private final byte[] path;

    /// @param path of the socket, one of which [#isPath] is true; `@` first: not in the file system, but in the
    /// abstract namespace of Linux
    UnixDatagrams(String path) {
        this.path = path.getBytes(StandardCharsets.UTF_8);
        if (path.startsWith("@")) {
            this.path[0] = 0;
        }
    }

    /// Whether a socket can have this path.
    static boolean isPath(String path) {
        return (path.startsWith("/") || path.startsWith("@"))
                && path.getBytes(StandardCharsets.UTF_8).length < PATH_BYTES;
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor type) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    /// Sends one datagram; waits only while the receiver's queue is full.
    ///
    /// @throws IOException if there is no such receiver
    void send(String message) throws IOException {
        try (var arena = Arena.ofConfined()) {
            int fd = (int) socket.invokeExact((int) AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
            if (fd < 0) {
                throw new IOException("no unix socket can be made");
            }
            try {
                send(fd, arena.allocateFrom(message), arena.allocate(PATH_AT + PATH_BYTES));
            } finally {
                int _ = (int) close.invokeExact(fd);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("C functions throw nothing", e);
        }
    }

    /// @param text with a zero byte at its end, which is not sent
    private void send(int fd, MemorySegment text, MemorySegment address) throws Throwable {
        address.set(ValueLayout.JAVA_SHORT, 0, AF_UNIX);
        MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, PATH_AT, path.length);
        long length = text.byteSize() - 1;
        long sent = (long) sendto.invokeExact(fd, text, length, MSG_NOSIGNAL, address, PATH_AT + path.length);
        if (sent != length) {
            throw new IOException("nobody takes datagrams at the socket that NOTIFY_SOCKET names");
        }
    }
}
