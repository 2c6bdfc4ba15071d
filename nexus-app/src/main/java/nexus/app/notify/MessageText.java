package nexus.app.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nexus.app.events.Cause;
import nexus.app.notify.Message.Blip;
import nexus.app.notify.Message.Fallen;
import nexus.app.notify.Message.How;
import nexus.app.notify.Message.Kind;
import nexus.app.notify.Message.Returned;
import nexus.app.notify.Message.Told;

/// A message in words, without any markup: one line that says it, and lines that say more.
///
/// The title holds our own words and names of backends and hosts alone; in the lines there is text of servers.
record MessageText(String title, List<String> lines) {

    /// So many backends of a kind are named.
    static final int NAMED = 10;

    MessageText {
        lines = List.copyOf(lines);
    }

    static MessageText of(Message message) {
        return switch (message.kind()) {
            case TEST ->
                new MessageText(
                        "Test message from Nexus", List.of("Somebody asked for it; nothing happened to any backend."));
            case REMINDER -> new MessageText(subject(message.unhealthy()) + " still unhealthy", lines(message));
            case SUMMARY -> new MessageText("In the quiet hours: " + title(message), lines(message));
            case CHANGES -> new MessageText(title(message), lines(message));
        };
    }

    private static String title(Message message) {
        String blame = message.suspicion().isPresent() ? "; suspect the network of the machine that runs Nexus" : "";
        if (message.unhealthy().all() > 0) {
            String others = message.back().all() > 0 ? ", " + message.back().all() + " back" : "";
            return subject(message.unhealthy()) + " unhealthy" + others + blame;
        }
        if (message.back().all() > 0) {
            return returned(message.back());
        }
        return message.blips().all() > 0
                ? blips(message.blips())
                : subject(message.causes()) + " still unhealthy, for another reason";
    }

    /// `gpu-1-a is`, `12 backends of host gpu-1 are`.
    private static String subject(Part<? extends Told> part) {
        return who(part) + (part.all() == 1 ? " is" : " are");
    }

    private static String who(Part<? extends Told> part) {
        return part.all() == 1
                ? part.first().getFirst().name()
                : part.all() + " backends"
                        + part.host().map(host -> " of host " + host).orElse("");
    }

    private static String returned(Part<Returned> back) {
        var hows = back.first().stream().map(Returned::how).distinct().toList();
        if (hows.size() > 1) {
            return subject(back) + " no longer unhealthy";
        }
        return subject(back)
                + switch (hows.getFirst()) {
                    case HEALTHY -> " healthy again";
                    case DRAINED -> " drained, and no longer watched for health";
                    case REMOVED -> " removed from the fleet";
                };
    }

    private static String blips(Part<Blip> blips) {
        return who(blips) + (blips.all() == 1 ? " was" : " were") + " unhealthy for a short time";
    }

    private static List<String> lines(Message message) {
        var lines = new ArrayList<String>();
        message.suspicion().ifPresent(lines::add);
        boolean alone = message.unhealthy().all() == 1;
        section(
                lines,
                message.kind() == Kind.REMINDER ? "Still unhealthy" : "Unhealthy",
                message.unhealthy(),
                fallen -> fallen(message, fallen, alone));
        section(lines, "No longer unhealthy", message.back(), MessageText::returned);
        section(lines, "Unhealthy for a short time", message.blips(), MessageText::blip);
        section(lines, "Unhealthy for another reason", message.causes(), fallen -> reason(fallen.cause(), false));
        if (message.kind() != Kind.REMINDER
                && message.stillDown()
                        > message.unhealthy().all() + message.causes().all()) {
            lines.add("Unhealthy in all: " + message.stillDown());
        }
        return lines;
    }

    private static <T extends Told> void section(
            List<String> lines, String heading, Part<T> part, Function<T, String> more) {
        if (part.all() == 0) {
            return;
        }
        String host = part.host().map(common -> " of host " + common).orElse("");
        lines.add(heading + (part.all() == 1 ? ":" : " (" + part.all() + host + "):"));
        part.first().stream().limit(NAMED).forEach(told -> lines.add("- " + place(told, part) + more.apply(told)));
        if (part.all() > NAMED) {
            lines.add("- and " + (part.all() - NAMED) + " more");
        }
    }

    /// Without the host where it is the name too, or the heading's.
    private static String place(Told told, Part<?> part) {
        boolean known =
                told.name().equals(told.host()) || part.all() > 1 && part.host().isPresent();
        return known ? told.name() : told.name() + " on " + told.host();
    }

    private static String fallen(Message message, Fallen fallen, boolean alone) {
        String since = message.kind() == Kind.REMINDER
                ? fallen.since()
                        .map(from -> ", for " + Spans.text(Duration.between(from, message.at())))
                        .orElse("")
                : "";
        return since + reason(fallen.cause(), alone);
    }

    /// @param alone whether there is room to say what to do about it
    private static String reason(Optional<Cause> cause, boolean alone) {
        return cause.map(why -> ": " + why.kind() + ": " + why.cause() + (alone ? ". " + why.fix() : ""))
                .orElse("");
    }

    private static String returned(Returned back) {
        String how = back.how() == How.HEALTHY ? "healthy" : back.how() == How.DRAINED ? "drained" : "removed";
        return ": " + how
                + back.after()
                        .map(span -> " after " + Spans.text(span))
                        .orElse(", it was unhealthy before Nexus started");
    }

    private static String blip(Blip blip) {
        String times = blip.times() == 1 ? "" : " in all, " + blip.times() + " times";
        return ": for " + Spans.text(blip.down()) + times + reason(blip.cause(), false);
    }
}
