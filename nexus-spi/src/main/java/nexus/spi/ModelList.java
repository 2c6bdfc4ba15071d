package nexus.spi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The models of one server: distinct ids in the server's order, at most [#MAX_MODELS] of them, ids of at most
/// [#MAX_ID_BYTES]. What does not fit is counted in [#dropped()], so that it can be told. Immutable.
public final class ModelList {

    /// The most models kept of one server.
    public static final int MAX_MODELS = 5000;
    /// The longest id kept, in bytes of UTF-8.
    public static final int MAX_ID_BYTES = 512;

    private static final ModelList EMPTY = new ModelList(List.of(), 0);

    private final List<Model> models;
    private final int dropped;

    private ModelList(List<Model> models, int dropped) {
        this.models = models;
        this.dropped = dropped;
    }

    public static ModelList empty() {
        return EMPTY;
    }

    /// The list of these models; of two with the same id the first stays.
    public static ModelList of(Iterable<Model> models) {
        var builder = new Builder();
        models.forEach(builder::add);
        return builder.build();
    }

    public static ModelList of(Model... models) {
        return of(List.of(models));
    }

    /// Collects a list entry by entry in bounded memory, however many are added.
    public static Builder builder() {
        return new Builder();
    }

    public List<Model> models() {
        return models;
    }

    /// How many entries the server sent that are not kept: too many, or an id that is missing or too long. Repeated
    /// ids are not counted.
    public int dropped() {
        return dropped;
    }

    /// The same list with each model replaced; an enriching follow-up's usual step.
    public ModelList map(UnaryOperator<Model> change) {
        return new ModelList(models.stream().map(change).toList(), dropped);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelList that && dropped == that.dropped && models.equals(that.models);
    }

    @Override
    public int hashCode() {
        return 31 * models.hashCode() + dropped;
    }

    @Override
    public String toString() {
        return models + (dropped > 0 ? " (+" + dropped + " dropped)" : "");
    }

    /// Not thread-safe.
    public static final class Builder {
        private final Map<String, Model> byId = new LinkedHashMap<>();
        private int dropped;

        private Builder() {}

        /// Adds a model, or counts it as dropped when it does not fit.
        public Builder add(Model model) {
            if (byId.containsKey(model.id())) {
                return this;
            }
            if (byId.size() >= MAX_MODELS || isTooLong(model.id())) {
                return drop();
            }
            byId.put(model.id(), model);
            return this;
        }

        /// Counts an entry that has no usable id.
        public Builder drop() {
            dropped = dropped == Integer.MAX_VALUE ? dropped : dropped + 1;
            return this;
        }

        public ModelList build() {
            return byId.isEmpty() && dropped == 0 ? EMPTY : new ModelList(List.copyOf(byId.values()), dropped);
        }

        private static boolean isTooLong(String id) {
            return id.length() > MAX_ID_BYTES
                    || (id.length() * 3 > MAX_ID_BYTES && id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES);
        }
    }
}
