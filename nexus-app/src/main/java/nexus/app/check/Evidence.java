package nexus.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nexus.app.check.Recognition.Recognised;
import nexus.app.check.Recognition.Unheard;
import nexus.app.check.Recognition.Unrecognised;
import nexus.app.exchange.Break;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.ModelList;
import nexus.spi.Reading;

/// What a server's answers say about its type, from sure to faint. One server's, one thread's.
///
/// A mark that only one type's servers have settles it. Without one: a list that only one type asks for and
/// that is empty, so that nothing in it could tell; then any list in OpenAI's form; then a refusal for want of a key.
final class Evidence {

    /// The type for servers that only speak OpenAI's list of models.
    private static final String GENERIC = "generic";

    private static final int UNAUTHORIZED = 401;
    /// Also what an Ollama says to a Host that it doesn't like.
    private static final int FORBIDDEN = 403;

    private final Resemblance resemblance;
    private final List<String> secrets;
    private final List<String> statuses = new ArrayList<>();
    private Optional<Recognised> empty = Optional.empty();
    private Optional<Recognised> shared = Optional.empty();
    private Optional<Recognised> alone = Optional.empty();
    private Optional<Recognised> refused = Optional.empty();
    private Optional<Break> broken = Optional.empty();

    /// @param secrets what the requests carry
    Evidence(Resemblance resemblance, List<String> secrets) {
        this.resemblance = resemblance;
        this.secrets = secrets;
    }

    /// Takes an answer in; a recognition if it settles the matter. To be called while the answer's body stands.
    Optional<Recognition> weigh(String path, Answer answer) {
        if (NexusMarks.areIn(answer)) {
            return Optional.of(new Recognition.Nexus());
        }
        var types = resemblance.of(answer).stream().map(BackendProbe::type).toList();
        if (!types.isEmpty()) {
            return Optional.of(new Recognised(types.getFirst(), sure(path, answer, types)));
        }
        String told = path + " answers " + answer.status();
        var deciding = resemblance.decidedAt(path);
        if (deciding.size() == 1) {
            told += byItself(path, answer, deciding.getFirst());
        } else if (!deciding.isEmpty()) {
            together(path, answer, deciding);
        }
        if (!deciding.isEmpty()) {
            statuses.add(told);
        }
        return Optional.empty();
    }

    /// Takes an exchange in that broke; a recognition if no other can be had.
    Optional<Recognition> broke(Break why) {
        broken = Optional.of(why);
        boolean noWay = switch (why.phase()) {
            case RESOLVE, CONNECT, TLS -> true;
            case WAIT, READ -> why.kind().isOurs();
        };
        return noWay ? Optional.of(conclusion()) : Optional.empty();
    }

    /// What is left to say when nothing was sure.
    Recognition conclusion() {
        return empty.or(() -> shared)
                .or(() -> alone)
                .or(() -> refused)
                .<Recognition>map(known -> known)
                .orElseGet(this::unknown);
    }

    private Recognition unknown() {
        if (!statuses.isEmpty()) {
            return new Unrecognised(clean(String.join(", ", statuses)));
        }
        return broken.map(this::unheard).orElseGet(() -> new Unheard(false, "not asked"));
    }

    private Recognition unheard(Break why) {
        boolean listens = switch (why.phase()) {
            case RESOLVE, CONNECT -> false;
            case TLS, WAIT, READ -> true;
        };
        String what = why.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Unheard(listens, clean(what + (why.detail().isEmpty() ? "" : ": " + why.detail())));
    }

    private String sure(String path, Answer answer, List<String> types) {
        String type = types.getFirst();
        var deciding = resemblance.decidedAt(path).stream()
                .filter(probe -> probe.type().equals(type))
                .findFirst();
        boolean lists =
                deciding.flatMap(probe -> list(Resemblance.read(probe, answer))).isPresent();
        String others = types.size() == 1 ? "" : " (and as " + String.join(", ", types.subList(1, types.size())) + ")";
        return path + (lists ? " lists models as " : " answers as ") + type + " does" + others;
    }

    /// What an answer to a path that one type alone asks for adds to the account of it.
    private String byItself(String path, Answer answer, BackendProbe probe) {
        String type = probe.type();
        var reading = Resemblance.read(probe, answer);
        list(reading).ifPresent(list -> {
            if (list.models().isEmpty()) {
                empty = Optional.of(new Recognised(type, path + " is an empty list, as " + type + " has it"));
            } else {
                alone = Optional.of(
                        new Recognised(type, path + " can be read as " + type + "'s list, but has none of its marks"));
            }
        });
        return answer.status() == FORBIDDEN && reading instanceof Reading.NotReady notReady
                ? " (if it is " + type + ": " + notReady.reason() + ")"
                : "";
    }

    private void together(String path, Answer answer, List<BackendProbe> deciding) {
        String type = deciding.stream()
                .map(BackendProbe::type)
                .filter(GENERIC::equals)
                .findFirst()
                .orElse(deciding.getFirst().type());
        var reading = Resemblance.read(deciding.getFirst(), answer);
        if (list(reading).isPresent()) {
            shared = Optional.of(new Recognised(
                    type, path + " lists models in OpenAI's form, and nothing tells whose server it is"));
        } else if (reading instanceof Reading.NotReady
                && (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN)) {
            refused = Optional.of(new Recognised(
                    type, path + " wants a key (" + answer.status() + "), and nothing tells whose server it is"));
        }
    }

    private static Optional<ModelList> list(Reading reading) {
        return reading instanceof Reading.Ready ready ? ready.models() : Optional.empty();
    }

    private String clean(String text) {
        return CleanText.of(text, secrets);
    }
}
