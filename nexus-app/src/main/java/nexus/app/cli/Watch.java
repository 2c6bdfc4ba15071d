package nexus.app.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import nexus.app.log.Printable;

/// Follows the events of a Nexus over all its connections, until the process is told to end.
final class Watch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ApiClient client;
    private final String path;
    private final Terminal terminal;
    private final boolean json;
    private final boolean coloured;
    private long last;
    private boolean gone;
    private Duration pause = FIRST_PAUSE;

    /// @param last the event after which it begins
    Watch(ApiClient client, String path, long last, Terminal terminal, boolean json) {
        this.client = client;
        this.path = path;
        this.last = last;
        this.terminal = terminal;
        this.json = json;
        this.coloured = !json && terminal.isColoured();
    }

    /// On a virtual thread: there an interrupt ends a read from a socket too.
    int run() {
        var hook = Thread.ofPlatform().unstarted(this::end);
        Runtime.getRuntime().addShutdownHook(hook);
        var follower = Thread.ofVirtual().start(this::follow);
        try {
            follower.join();
        } catch (InterruptedException _) {
            follower.interrupt();
        }
        forget(hook);
        return ExitCode.OK;
    }

    /// Ctrl+C is the usual end, not a failure.
    private void end() {
        terminal.out().flush();
        Runtime.getRuntime().halt(ExitCode.OK);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already, by the hook.
        }
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted() && isRead()) {
                connection();
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException _) {
            // Told to end.
        }
    }

    private void connection() {
        try (var feed = new EventFeed(open())) {
            if (gone) {
                gone = false;
                say("connected again");
            }
            for (var item = feed.next(); item.isPresent() && isRead(); item = feed.next()) {
                show(item.get());
            }
            lost("the stream has ended");
        } catch (IOException e) {
            lost(Printable.text(String.valueOf(e.getMessage())));
        }
    }

    private void show(EventFeed.Item item) {
        last = item.id();
        pause = FIRST_PAUSE;
        if (json) {
            terminal.println(Printable.text(item.data()));
        } else {
            Json.read(item.data().getBytes(StandardCharsets.UTF_8))
                    .ifPresent(event -> terminal.println(EventText.line(event, coloured)));
        }
        terminal.out().flush();
    }

    private void lost(String why) {
        if (!gone && isRead() && !Thread.currentThread().isInterrupted()) {
            gone = true;
            say("connection to " + client.base() + " is gone (" + why + "), connecting again");
        }
    }

    private void say(String line) {
        terminal.complain(line);
        terminal.err().flush();
    }

    /// Whether anybody reads what is printed: not after `| head`.
    private boolean isRead() {
        return !terminal.out().checkError();
    }

    private HttpURLConnection open() throws IOException {
        var connection =
                (HttpURLConnection) URI.create(client.base() + path).toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection secure) {
            client.trust().applyTo(secure);
        }
        connection.setConnectTimeout(ApiClient.TIMEOUT_MILLIS);
        connection.setReadTimeout(EventFeed.SILENCE_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty("Last-Event-ID", Long.toString(last));
        return connection;
    }
}
