package nexus.app.exchange;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A program of its own: uses up its file descriptors, then asks. The test starts it with a low limit.
final class OutOfDescriptors {

    private OutOfDescriptors() {}

    public static void main(String[] args) {
        // Everything is loaded before the descriptors are gone, as in a program that has run for a while.
        ask("127.0.0.1");
        ask("name");
        List<FileInputStream> open = new ArrayList<>();
        try {
            while (true) {
                open.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            String seen = ask("127.0.0.1") + ", " + ask("name");
            System.out.println(seen + ", " + open.isEmpty());
        }
    }

    private static String ask(String host) {
        Resolver resolver = name -> unknown(name);
        try (var names = new Names(resolver, System::nanoTime);
                Line line = new Lines(names, new Buffers(1 << 20), System::nanoTime).to(Endpoint.plain(host, 1))) {
            return Asking.seen(line.ask(Asking.QUESTION, 1000, Deadline.after(Duration.ofSeconds(20))));
        }
    }

    private static List<InetAddress> unknown(String name) throws UnknownHostException {
        throw new UnknownHostException(name);
    }
}
