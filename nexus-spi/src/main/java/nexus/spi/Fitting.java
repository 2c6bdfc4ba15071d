package nexus.spi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keeps the memory that the models of one list take near the bytes they came in: a text of one character takes 48
/// bytes, and a list may have a million of them. Not thread-safe.
final class Fitting {

    /// Longer ones are no words, and shared ones are not counted as text.
    private static final int MAX_WORD = 64;

    private final Shared<String> words = new Shared<>();
    private final Shared<List<String>> capabilities = new Shared<>();
    private final Shared<String> owners = new Shared<>();
    private int room = ModelList.MAX_CHARS;

    /// The model as it is kept; empty if its texts have no room any more.
    Optional<Model> fit(Model model) {
        int length = model.id().length()
                + model.ownedBy().map(String::length).orElse(0)
                + model.digest().map(String::length).orElse(0);
        if (length > room) {
            return Optional.empty();
        }
        room -= length;
        return Optional.of(shared(model));
    }

    private Model shared(Model model) {
        Model able = model.capabilities().isEmpty() ? model : model.withCapabilities(shared(model.capabilities()));
        return able.ownedBy().flatMap(owners::of).map(able::withOwnedBy).orElse(able);
    }

    /// Not by `toList()`: what that makes is copied by [Model#withCapabilities].
    private List<String> shared(List<String> said) {
        List<String> kept = said.stream()
                .filter(word -> word.length() <= MAX_WORD)
                .flatMap(word -> words.of(word).stream())
                .limit(ModelList.MAX_CAPABILITIES)
                .collect(Collectors.toUnmodifiableList());
        return capabilities.of(kept).orElse(kept);
    }
}
