package nexus.app.exchange;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A program of its own: uses up the ports for calls to one place, then calls it. The test starts it in a network of
/// its own that has few of them.
final class OutOfPorts {

    private static final int BACKLOG = 50;
    private static final int PORT = 9000;
    private static final List<Socket> OPEN = new ArrayList<>();

    private OutOfPorts() {}

    public static void main(String[] args) throws IOException {
        var local = InetAddress.getByName("127.0.0.1");
        try (var listening = new ServerSocket(PORT, BACKLOG, local)) {
            int calls = callUntilNoPortIsLeft(listening.getLocalPort());
            System.out.println(calls + " calls, then " + ask());
        }
    }

    private static int callUntilNoPortIsLeft(int port) throws IOException {
        try {
            while (true) {
                OPEN.add(new Socket("127.0.0.1", port));
            }
        } catch (BindException e) {
            return OPEN.size();
        }
    }

    private static String ask() {
        var names = new Names(Resolver.ofSystem(), System::nanoTime);
        try (names;
                Line line = new Lines(names, new Buffers(1 << 20), System::nanoTime)
                        .to(Endpoint.plain("127.0.0.1", PORT))) {
            return Asking.seen(line.ask(Asking.QUESTION, 1000, Deadline.after(Duration.ofSeconds(20))));
        }
    }
}
