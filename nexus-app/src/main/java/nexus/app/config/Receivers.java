package nexus.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes receivers of the entries of `[[notify]]`. Confined to one load.
final class Receivers {

    static final Set<ReceiverTopic> TOPICS = Set.of(ReceiverTopic.UNHEALTHY, ReceiverTopic.HEALTHY);
    static final Duration GROUP = Duration.ofSeconds(10);
    static final Duration REMIND = Duration.ofHours(4);
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// What ntfy takes for a topic, and a query behind it.
    private static final Pattern TOPIC = Pattern.compile("/[A-Za-z0-9_-]{1,64}([?].*)?");

    private static final String PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";

    private final Credentials credentials;
    private final CaFiles caFiles;
    private final Problems problems;
    private final Map<String, Integer> names = new HashMap<>();

    Receivers(Inputs inputs, Problems problems) {
        this.credentials = new Credentials(inputs.env(), problems);
        this.caFiles = new CaFiles(inputs.folder(), problems);
        this.problems = problems;
    }

    /// Empty where a required key is missing or refused; everything else is looked at nevertheless.
    Optional<ReceiverConfig> read(Found found, Where start) {
        var entry = new Settings(found, "", start);
        Optional<String> name = entry.text("name");
        name.ifPresent(text -> unique(text, entry.where("name")));
        Optional<ReceiverShape> shape = entry.text("shape").map(ReceiverShape::of);
        Optional<ReceiverUrl> url = shape.flatMap(known -> url(entry, known));
        Optional<BackendConfig.Credential> credential = shape.flatMap(known -> credential(entry, known));
        Optional<Path> caFile = entry.text("ca_file")
                .flatMap(file -> caFiles.checked(file, entry.where("ca_file")))
                .map(CaFile::path);
        if (name.isEmpty() || shape.isEmpty() || url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReceiverConfig(
                name.get(),
                url.get(),
                shape.get(),
                credential,
                new ReceiverConfig.Scope(Set.copyOf(entry.texts("backends").orElse(List.of())), entry.table("labels")),
                topics(entry, shape.get()),
                entry.seconds("group_seconds").orElse(GROUP),
                entry.whole("remind_hours").map(Duration::ofHours).orElse(REMIND),
                quiet(entry),
                entry.seconds("timeout_seconds").orElse(TIMEOUT),
                caFile));
    }

    private void unique(String name, Where where) {
        Integer first = names.putIfAbsent(name, where.line());
        if (first != null) {
            problems.add(where, "\"" + name + "\" is taken: the receiver at line " + first + " has this name");
        }
    }

    private Optional<ReceiverUrl> url(Settings entry, ReceiverShape shape) {
        boolean literal = entry.isSet("url");
        boolean variable = entry.isSet("url_env");
        if (literal && variable) {
            problems.add(entry.where("url_env"), "url is set too: keep one of the two");
        }
        if (variable) {
            return credentials
                    .variable(entry.text("url_env").orElse(""), entry.where("url_env"))
                    .flatMap(text -> parsed(text, shape, entry.where("url_env")));
        }
        if (literal) {
            return entry.text("url").flatMap(text -> parsed(text, shape, entry.where("url")));
        }
        if (shape == ReceiverShape.PAGERDUTY) {
            return Optional.of(ReceiverUrl.parse(PAGERDUTY));
        }
        missing(entry, "url", ": set url or url_env");
        return Optional.empty();
    }

    private void missing(Settings entry, String key, String advice) {
        Where start = entry.start();
        problems.add(start.withKey(start.key() + "." + key), "is missing" + advice);
    }

    private Optional<ReceiverUrl> parsed(String text, ReceiverShape shape, Where where) {
        try {
            var url = ReceiverUrl.parse(text);
            boolean topic = TOPIC.matcher(url.target().reveal()).matches();
            if (shape == ReceiverShape.NTFY && !topic) {
                problems.add(where, "names no topic: it ends like https://ntfy.sh/my-topic (the value is not shown)");
            }
            return Optional.of(url);
        } catch (IllegalArgumentException e) {
            problems.add(where, e.getMessage() + " (the value is not shown)");
            return Optional.empty();
        }
    }

    /// A credential that its shape does not know would never be used: that is told.
    private Optional<BackendConfig.Credential> credential(Settings entry, ReceiverShape shape) {
        Stream.of(ReceiverShape.values())
                .filter(other -> other != shape && !other.credentialKey().isEmpty())
                .filter(other -> entry.isSet(other.credentialKey()))
                .forEach(other -> problems.add(
                        entry.where(other.credentialKey()), "belongs to shape = \"" + other.text() + "\""));
        String key = shape.credentialKey();
        if (shape == ReceiverShape.PAGERDUTY && !entry.isSet(key)) {
            missing(entry, key, "");
        }
        return entry.text(key)
                .flatMap(name -> credentials
                        .variable(name, entry.where(key))
                        .map(value -> new BackendConfig.Credential(name, new Secret(value))));
    }

    private Set<ReceiverTopic> topics(Settings entry, ReceiverShape shape) {
        if (shape == ReceiverShape.PAGERDUTY && entry.isSet("on")) {
            problems.add(entry.where("on"), "is not for shape = \"pagerduty\", which opens and closes incidents");
        }
        return entry.texts("on")
                .map(words -> words.stream()
                        .map(ReceiverTopic::of)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReceiverTopic.class))))
                .<Set<ReceiverTopic>>map(Set::copyOf)
                .filter(topics -> !topics.isEmpty())
                .orElse(TOPICS);
    }

    private static QuietHours quiet(Settings entry) {
        return new QuietHours(
                entry.texts("quiet").orElse(List.of()).stream()
                        .map(QuietHours.Span::parse)
                        .toList(),
                entry.text("zone").map(ZoneId::of).orElseGet(ZoneId::systemDefault));
    }
}
