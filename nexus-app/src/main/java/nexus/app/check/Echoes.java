package nexus.app.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nexus.spi.Model;
import nexus.spi.ModelList;

/// Hides what a server sends back of the secrets that it was sent: whole, or eight characters of it and more.
final class Echoes {

    private static final int SHORTEST_SECRET = 4;
    private static final int FRAGMENT = 8;
    private static final int SHORTEST_KEY = 12;
    private static final String HIDDEN = "***";

    private Echoes() {}

    /// @param secrets what a backend's requests carry
    static String hidden(String text, List<String> secrets) {
        return hidden(text, secrets, keys(secrets));
    }

    private static String hidden(String text, List<String> secrets, List<String> keys) {
        String shown = text;
        for (var secret : secrets) {
            if (secret.length() >= SHORTEST_SECRET) {
                shown = shown.replace(secret, HIDDEN);
            }
        }
        for (var key : keys) {
            shown = shown.length() < FRAGMENT ? shown : withoutFragments(shown, key);
        }
        return shown;
    }

    /// The list with nothing of a secret in its texts; the same list if there is none.
    static ModelList hidden(ModelList models, List<String> secrets) {
        var keys = keys(secrets);
        UnaryOperator<String> hiding = text -> hidden(text, secrets, keys);
        if (secrets.isEmpty()
                || models.models().stream()
                        .flatMap(Echoes::texts)
                        .allMatch(text -> hiding.apply(text).equals(text))) {
            return models;
        }
        var clean = ModelList.builder();
        models.models().forEach(model -> clean.add(hidden(model, hiding)));
        for (int i = 0; i < models.dropped(); i++) {
            clean.drop();
        }
        return clean.build();
    }

    private static Stream<String> texts(Model model) {
        var others = Stream.concat(model.ownedBy().stream(), model.digest().stream());
        return Stream.concat(Stream.of(model.id()), Stream.concat(others, model.capabilities().stream()));
    }

    private static Model hidden(Model model, UnaryOperator<String> hiding) {
        var clean = Model.named(hiding.apply(model.id()))
                .withContextLength(model.contextLength().orElse(0))
                .withCapabilities(model.capabilities().stream().map(hiding).toList());
        clean = with(clean, model.state(), Model::withState);
        clean = with(clean, model.ownedBy().map(hiding), Model::withOwnedBy);
        return with(clean, model.digest().map(hiding), Model::withDigest);
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

    private static String withoutFragments(String text, String secret) {
        String shown = text;
        for (int at = 0; at + FRAGMENT <= secret.length(); at++) {
            int found = shown.indexOf(secret.substring(at, at + FRAGMENT));
            if (found >= 0) {
                int end = found + FRAGMENT;
                int next = at + FRAGMENT;
                while (end < shown.length() && next < secret.length() && shown.charAt(end) == secret.charAt(next)) {
                    end++;
                    next++;
                }
                shown = shown.substring(0, found) + HIDDEN + shown.substring(end);
                at--; // it may be there again
            }
        }
        return shown;
    }
}
