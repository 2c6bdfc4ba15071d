package nexus.app.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nexus.app.health.BackendStatus;
import nexus.app.registry.BackendSnapshot;

/// `?names=&status=&type=&fields=&limit=&after=` of `/v1/backends`.
///
/// @param names    of backends, at most [#MAX_NAMES]; empty: all. One that no backend has is passed over
/// @param statuses words of statuses; empty: all
/// @param types    probe types; empty: all
/// @param fields   the keys that are written of each entry
/// @param limit    entries at most, 1 to [#MAX_LIMIT]
/// @param after    the name of the backend after which the page starts, in configured order
record BackendQuery(
        Set<String> names,
        Set<String> statuses,
        Set<String> types,
        EntryFields fields,
        int limit,
        Optional<String> after) {

    /// More than any fleet has: without `limit`, all are told.
    static final int MAX_LIMIT = 100_000;

    /// A screen has room for fewer, and a request's head for more.
    static final int MAX_NAMES = 200;

    private static final Set<String> KNOWN =
            new LinkedHashSet<>(List.of("names", "status", "type", "fields", "limit", "after"));
    private static final Set<String> KNOWN_OF_WHOLE = new LinkedHashSet<>(List.of("status", "type", "limit", "after"));
    private static final List<String> STATUSES = Stream.concat(
                    Arrays.stream(BackendStatus.values()).map(BackendStatus::text), Stream.of("disabled"))
            .toList();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9]{1,32}");

    /// What was asked for, and whether more follows.
    record Page(List<BackendSnapshot> backends, boolean hasMore) {}

    static BackendQuery of(String rawQuery) throws BadParameter {
        var query = QueryText.parse(rawQuery).only(KNOWN);
        return new BackendQuery(
                names(query),
                statuses(query),
                types(query),
                fields(query),
                limit(query, MAX_LIMIT, MAX_LIMIT),
                query.one("after"));
    }

    /// The same without `fields`, for lists of other entries.
    ///
    /// @param usual how many entries without `limit`
    /// @param most  how many at most
    static BackendQuery ofWhole(String rawQuery, int usual, int most) throws BadParameter {
        var query = QueryText.parse(rawQuery).only(KNOWN_OF_WHOLE);
        return new BackendQuery(
                names(query),
                statuses(query),
                types(query),
                EntryFields.USUAL,
                limit(query, usual, most),
                query.one("after"));
    }

    /// `?fields=` alone, for one backend's entry.
    static EntryFields fieldsOnly(String rawQuery) throws BadParameter {
        return fields(QueryText.parse(rawQuery).only(Set.of("fields")));
    }

    Page page(List<BackendSnapshot> all) {
        int from = after.map(name -> indexOf(all, name) + 1).orElse(0);
        var found = new ArrayList<BackendSnapshot>();
        for (var backend : all.subList(from, all.size())) {
            if (matches(backend)) {
                if (found.size() == limit) {
                    return new Page(found, true);
                }
                found.add(backend);
            }
        }
        return new Page(found, false);
    }

    private boolean matches(BackendSnapshot backend) {
        return (names.isEmpty() || names.contains(backend.name()))
                && (statuses.isEmpty() || statuses.contains(BackendJson.status(backend)))
                && (types.isEmpty() || types.contains(backend.config().type()));
    }

    private static int indexOf(List<BackendSnapshot> all, String name) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        return all.size() - 1;
    }

    private static Set<String> names(QueryText query) throws BadParameter {
        var asked = query.many("names");
        if (asked.size() > MAX_NAMES
                || !asked.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new BadParameter("names", "names is 1 to " + MAX_NAMES + " names of backends: gpu-1,gpu-2");
        }
        return Set.copyOf(asked);
    }

    private static Set<String> statuses(QueryText query) throws BadParameter {
        var asked = query.many("status");
        if (!STATUSES.containsAll(asked)) {
            throw new BadParameter("status", "status is one or more of " + String.join(", ", STATUSES));
        }
        return Set.copyOf(asked);
    }

    private static Set<String> types(QueryText query) throws BadParameter {
        var asked = query.many("type");
        if (!asked.stream().allMatch(type -> TYPE.matcher(type).matches())) {
            throw new BadParameter(
                    "type", "type is one or more probe types, in lower-case letters and digits: vllm,ollama");
        }
        return Set.copyOf(asked);
    }

    private static EntryFields fields(QueryText query) throws BadParameter {
        var asked = query.many("fields");
        if (asked.isEmpty()) {
            return EntryFields.USUAL;
        }
        var chosen = EnumSet.noneOf(EntryField.class);
        for (String key : asked) {
            chosen.add(EntryField.of(key)
                    .orElseThrow(() -> new BadParameter("fields", "fields is one or more of " + allFields())));
        }
        return EntryFields.of(chosen);
    }

    private static String allFields() {
        return Arrays.stream(EntryField.values()).map(EntryField::key).collect(Collectors.joining(", "));
    }

    private static int limit(QueryText query, int usual, int most) throws BadParameter {
        var asked = query.one("limit");
        if (asked.isEmpty()) {
            return usual;
        }
        if (!asked.get().matches("[0-9]{1,6}")
                || Integer.parseInt(asked.get()) < 1
                || Integer.parseInt(asked.get()) > most) {
            throw new BadParameter("limit", "limit is a whole number from 1 to " + most);
        }
        return Integer.parseInt(asked.get());
    }
}
