package nexus.app.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nexus.app.config.BackendConfig;
import nexus.spi.Model;
import nexus.spi.ModelList;

/// Hides what a server sends back of the secrets that it was sent: whole, or eight characters of it and more.
/// Immutable.
final class Echoes {

    private static final int SHORTEST_SECRET = 4;
    private static final int SHORTEST_KEY = 12;
    private static final String HIDDEN = "***";

    private static final Echoes NONE = new Echoes(List.of(), List.of());

    private final List<String> whole;
    private final Fragments fragments;

    private Echoes(List<String> whole, List<String> keys) {
        this.whole = whole.stream()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
        this.fragments = new Fragments(keys);
    }

    /// Of texts that tell of trouble, where nothing is shown that was sent.
    static Echoes inWords(List<String> secrets) {
        return new Echoes(secrets, keys(secrets));
    }

    /// Of lists of models. A header may be configured whose value is a word of the trade (`research`), and such
    /// words are parts of models' names.
    static Echoes inLists(BackendConfig backend) {
        if (backend.secrets().isEmpty()) {
            return NONE;
        }
        var keys = keys(backend.secrets());
        return new Echoes(
                Stream.concat(backend.credentials().stream(), keys.stream()).toList(), keys);
    }

    String hidden(String text) {
        String shown = text;
        for (var secret : whole) {
            shown = shown.replace(secret, HIDDEN);
        }
        return fragments.without(shown, HIDDEN);
    }

    /// The list with nothing of a secret in its texts; the same list if there is none.
    ModelList hidden(ModelList models) {
        if (this == NONE
                || models.models().stream()
                        .flatMap(Echoes::texts)
                        .allMatch(text -> hidden(text).equals(text))) {
            return models;
        }
        var clean = ModelList.builder();
        models.models().forEach(model -> clean.add(hidden(model)));
        for (int i = 0; i < models.dropped(); i++) {
            clean.drop();
        }
        return clean.build();
    }

    private static Stream<String> texts(Model model) {
        var others = Stream.concat(model.ownedBy().stream(), model.digest().stream());
        return Stream.concat(Stream.of(model.id()), Stream.concat(others, model.capabilities().stream()));
    }

    private Model hidden(Model model) {
        var clean = Model.named(hidden(model.id()))
                .withContextLength(model.contextLength().orElse(0))
                .withCapabilities(
                        model.capabilities().stream().map(this::hidden).toList());
        clean = with(clean, model.state(), Model::withState);
        clean = with(clean, model.ownedBy().map(this::hidden), Model::withOwnedBy);
        return with(clean, model.digest().map(this::hidden), Model::withDigest);
    }

    private static <T> Model with(Model model, Optional<T> value, BiFunction<Model, T, Model> wither) {
        return value.map(known -> wither.apply(model, known)).orElse(model);
    }

    private static List<String> keys(List<String> secrets) {
        return secrets.stream().filter(Echoes::isKey).toList();
    }

    /// A header may be configured whose value is a word of the trade (`application/json`): its parts are no
    /// secrets.
    private static boolean isKey(String secret) {
        return secret.length() >= SHORTEST_KEY
                && secret.chars().anyMatch(Character::isDigit)
                && secret.chars().anyMatch(Character::isLetter)
                && secret.chars().noneMatch(Character::isWhitespace);
    }
}
