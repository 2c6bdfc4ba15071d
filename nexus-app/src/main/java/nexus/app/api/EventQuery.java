package nexus.app.api;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import nexus.app.events.Happening;

/// `?backend=&type=&since=&limit=` of `/v1/events`, and the header that a browser adds when it comes again.
///
/// @param since the number above which events are wanted; empty: no matter
/// @param limit events at most in a page, 1 to [#MAX_LIMIT]
record EventQuery(EventFilter filter, OptionalLong since, int limit) {

    static final int MAX_LIMIT = 1000;
    static final int USUAL_LIMIT = 100;

    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
    private static final Set<String> KNOWN = new LinkedHashSet<>(List.of("backend", "type", "since", "limit"));
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static EventQuery of(String rawQuery, ServerRequestHeaders headers) throws BadParameter {
        var query = QueryText.parse(rawQuery).only(KNOWN);
        var since = id("since", query.one("since"));
        var lastSeen = id("Last-Event-ID", headers.first(LAST_EVENT_ID).filter(id -> !id.isBlank()));
        return new EventQuery(
                new EventFilter(backends(query), types(query)), lastSeen.isPresent() ? lastSeen : since, limit(query));
    }

    private static Set<String> backends(QueryText query) throws BadParameter {
        var asked = query.many("backend");
        if (!asked.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new BadParameter("backend", "backend is one or more names of backends: gpu-1,gpu-2");
        }
        return Set.copyOf(asked);
    }

    private static Set<String> types(QueryText query) throws BadParameter {
        var asked = query.many("type");
        if (!Happening.TYPES.containsAll(asked)) {
            throw new BadParameter("type", "type is one or more of " + String.join(", ", Happening.TYPES));
        }
        return Set.copyOf(asked);
    }

    private static OptionalLong id(String parameter, Optional<String> text) throws BadParameter {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("[0-9]{1,18}")) {
            throw new BadParameter(parameter, parameter + " is the id of an event, or 0 for the oldest");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    private static int limit(QueryText query) throws BadParameter {
        var asked = query.one("limit").orElse(Integer.toString(USUAL_LIMIT));
        if (!asked.matches("[0-9]{1,4}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > MAX_LIMIT) {
            throw new BadParameter("limit", "limit is a whole number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(asked);
    }
}
