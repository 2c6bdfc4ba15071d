package nexus.app.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nexus.app.events.Event;
import nexus.app.events.EventLog;
import nexus.app.events.EventStoreException;
import nexus.app.events.Subscription;

/// `/v1/events`: a stream of what happens, or for those who accept JSON only, a page of what happened.
final class EventsHandler {

    private static final Header EVENT_STREAM = HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/event-stream");
    /// nginx would hold events back until it has a buffer full of them.
    private static final Header UNBUFFERED = HeaderValues.create("X-Accel-Buffering", "no");
    private static final Header LATER = HeaderValues.create(HeaderNames.RETRY_AFTER, "10");
    private static final int FIRST_BATCH = 256;

    private final EventLog log;
    private final EventFrames frames = new EventFrames();
    private final StreamPlaces places;

    EventsHandler(EventLog log) {
        this(log, new StreamPlaces());
    }

    EventsHandler(EventLog log, StreamPlaces places) {
        this.log = log;
        this.places = places;
    }

    void events(ServerRequest request, ServerResponse response) {
        try {
            var query = EventQuery.of(request.query().rawValue(), request.headers());
            if (wantsPage(request)) {
                Answers.ok(response, EventPageJson.of(EventPage.of(log, query)));
            } else if (request.prologue().method().equals(Method.HEAD)) {
                headers(response).send();
            } else {
                stream(request, response, query);
            }
        } catch (BadParameter e) {
            Answers.badParameter(response, e);
        } catch (EventStoreException e) {
            unavailable(response, "the events of the past can't be read now", "event_store_unavailable");
        }
    }

    /// Whoever takes anything gets the stream.
    private static boolean wantsPage(ServerRequest request) {
        String accept = String.join(",", request.headers().values(HeaderNames.ACCEPT));
        return accept.contains("application/json") && !accept.contains("text/event-stream");
    }

    private void stream(ServerRequest request, ServerResponse response, EventQuery query) {
        var peer = PeerNetwork.of(Guard.peer(request));
        if (!places.take(peer)) {
            unavailable(response, "too many event streams are open", "too_many_streams");
            return;
        }
        try {
            var events = query.since().isPresent() ? log.subscribe(query.since().getAsLong()) : log.subscribe();
            // Before the answer has begun, trouble can still be told.
            stream(response, query, events, events.next(FIRST_BATCH, Duration.ZERO));
        } catch (IOException | UncheckedIOException | InterruptedException e) {
            throw new CloseConnectionException("the client is gone, was cut, or the server stops", e);
        } finally {
            places.give(peer);
        }
    }

    private void stream(ServerResponse response, EventQuery query, Subscription events, List<Event> first)
            throws IOException, InterruptedException {
        var watched = WatchedConnection.current();
        watched.ifPresent(WatchedConnection::beginStream);
        try (var out = headers(response).outputStream()) {
            new EventStream(events, query.filter(), frames, out, watched).run(first);
        } catch (EventStoreException e) {
            throw new CloseConnectionException("it comes again, and is told then", e);
        }
        throw new CloseConnectionException("no more events on this connection");
    }

    private static ServerResponse headers(ServerResponse response) {
        return response.header(EVENT_STREAM)
                .header(Answers.NO_STORE)
                .header(Answers.NO_SNIFF)
                .header(Answers.SAME_ORIGIN)
                .header(UNBUFFERED);
    }

    private static void unavailable(ServerResponse response, String message, String code) {
        response.header(LATER);
        Answers.send(
                response,
                Status.SERVICE_UNAVAILABLE_503,
                ErrorJson.of(message, "server_error", Optional.empty(), code));
    }
}
