package nexus.app.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// One HTTP/1.1 server on a free port of 127.0.0.1 that behaves as it is told. Thread-safe.
///
/// A virtual thread accepts and one serves each connection; [#close()] ends them all, whatever they wait for.
public final class StandIn implements AutoCloseable {

    private final String name;
    private final Latency latency;
    private final ExecutorService threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final Port port;
    private final AtomicReference<Behaviour> behaviour;
    private Future<?> acceptor;
    private boolean up = true;

    private StandIn(String name, Behaviour first, Latency latency, Port.Opened opened) {
        this.name = name;
        this.behaviour = new AtomicReference<>(first);
        this.latency = latency;
        this.port = opened.port();
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("demo-" + name + "-", 0).factory());
        accept(opened.listener());
    }

    /// Starts one that answers without delay.
    ///
    /// @throws DemoException when no port can be had
    public static StandIn start(String name, Behaviour first) {
        return start(name, first, Latency.NONE);
    }

    static StandIn start(String name, Behaviour first, Latency latency) {
        try {
            return new StandIn(name, Objects.requireNonNull(first, "first"), latency, Port.open());
        } catch (IOException e) {
            throw new DemoException("no port on 127.0.0.1 for " + name + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    /// The same for its whole life, also while it is down.
    public int port() {
        return port.number();
    }

    /// `http://127.0.0.1:PORT`
    public String url() {
        return "http://127.0.0.1:" + port.number();
    }

    /// Connections accepted so far.
    public long connections() {
        return connections.get();
    }

    /// Requests read so far.
    public long requests() {
        return requests.get();
    }

    /// Requests that come from now on are treated like this.
    public void become(Behaviour next) {
        behaviour.set(Objects.requireNonNull(next, "next"));
    }

    /// Closes the port and cuts every connection: the next connect is refused. Does nothing when it is down.
    public synchronized void goDown() {
        if (up) {
            up = false;
            port.close();
            awaitAcceptor();
            cutConnections();
            port.hold();
        }
    }

    /// Listens on its port again. Does nothing when it does already or was closed.
    ///
    /// @throws DemoException when the port is gone
    public synchronized void comeBack() {
        if (up || threads.isShutdown()) {
            return;
        }
        try {
            accept(port.reopen());
            up = true;
        } catch (IOException e) {
            throw new DemoException("port " + port() + " of " + name + " is taken: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
        port.close();
        cutConnections();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket from) {
        acceptor = threads.submit(() -> {
            try (from) {
                while (true) {
                    serve(from.accept());
                }
            } catch (IOException | RejectedExecutionException e) {
                // The port was closed: this is how accepting ends.
            }
        });
    }

    /// A port is closed for the system only when the thread in accept has noticed.
    private void awaitAcceptor() {
        try {
            acceptor.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(Socket socket) {
        connections.incrementAndGet();
        open.add(socket);
        try {
            threads.execute(() -> {
                try (socket) {
                    new Conversation(socket, this::turn, latency, requests::incrementAndGet).run();
                } catch (IOException e) {
                    // The client or close() cut it: nothing is left to say.
                } finally {
                    open.remove(socket);
                }
            });
        } catch (RejectedExecutionException e) {
            shut(socket);
            throw e;
        }
    }

    /// What to do with the request at hand.
    private Behaviour turn() {
        var now = behaviour.getAndUpdate(is -> is instanceof Behaviour.Times times ? times.rest() : is);
        return now instanceof Behaviour.Times times ? times.now() : now;
    }

    private void cutConnections() {
        open.forEach(StandIn::shut);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed is closed.
        }
    }
}
