package nexus.spi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The models of one server. Bounded, because a thousand servers are watched, and one of them may list a million:
/// distinct ids in the server's order, at most [#MAX_MODELS] of them, ids of at most [#MAX_ID_BYTES], and at most
/// [#MAX_CHARS] of text together. What does not fit is counted in [#dropped()], so that it can be told. Of what a model
/// can do the first [#MAX_CAPABILITIES] words are kept.
///
/// Immutable.
public final class ModelList {

    /// The most models kept of one server.
    public static final int MAX_MODELS = 5000;
    /// The longest id kept, in bytes of UTF-8.
    public static final int MAX_ID_BYTES = 512;

    /// The most capabilities kept of one model, each a word of at most 64 characters.
    public static final int MAX_CAPABILITIES = 16;
    /// The most text kept of one server: the characters of all ids, owners and digests.
    public static final int MAX_CHARS = 1 << 20;

    private static final ModelList EMPTY = new ModelList(List.of(), 0);

    private final List<Model> models;
    private final int dropped;

    private ModelList(List<Model> models, int dropped) {
        this.models = models;
        this.dropped = dropped;
    }

    /// A list without models: the server has none.
    ///
    /// @return always the same
    public static ModelList empty() {
        return EMPTY;
    }

    /// The list of these models; of two with the same id the first stays.
    ///
    /// @param models in the server's order
    /// @return as many of them as fit
    public static ModelList of(Iterable<Model> models) {
        var builder = new Builder();
        models.forEach(builder::add);
        return builder.build();
    }

    /// The list of these models; of two with the same id the first stays.
    ///
    /// @param models in the server's order
    /// @return as many of them as fit
    public static ModelList of(Model... models) {
        return of(List.of(models));
    }

    /// Collects a list entry by entry in bounded memory, however many are added.
    ///
    /// @return an empty builder
    public static Builder builder() {
        return new Builder();
    }

    /// The models kept.
    ///
    /// @return in the server's order, not modifiable
    public List<Model> models() {
        return models;
    }

    /// How many entries the server sent that are not kept: too many, too much text, or an id that is missing or too
    /// long. Repeated ids are not counted.
    ///
    /// @return zero or more
    public int dropped() {
        return dropped;
    }

    /// The same list with each model replaced; an enriching follow-up's usual step.
    ///
    /// @param change keeps the id, as a rule
    /// @return a changed copy, within the same bounds
    public ModelList map(UnaryOperator<Model> change) {
        var builder = new Builder();
        builder.dropped = dropped;
        models.forEach(model -> builder.add(change.apply(model)));
        return builder.build();
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

    /// A list that grows, within the bounds. Not thread-safe.
    public static final class Builder {
        private final Map<String, Model> byId = new LinkedHashMap<>();
        private final Fitting fitting = new Fitting();
        private int dropped;

        private Builder() {}

        /// Adds a model, or counts it as dropped when it does not fit.
        ///
        /// @param model skipped without counting if its id is in the list
        /// @return this
        public Builder add(Model model) {
            if (byId.containsKey(model.id())) {
                return this;
            }
            if (byId.size() >= MAX_MODELS || isTooLong(model.id())) {
                return drop();
            }
            var fitted = fitting.fit(model);
            fitted.ifPresent(kept -> byId.put(kept.id(), kept));
            return fitted.isPresent() ? this : drop();
        }

        /// Counts an entry that has no usable id.
        ///
        /// @return this
        public Builder drop() {
            dropped = dropped == Integer.MAX_VALUE ? dropped : dropped + 1;
            return this;
        }

        /// The list of what was added so far.
        ///
        /// @return a copy: the builder may go on
        public ModelList build() {
            return byId.isEmpty() && dropped == 0 ? EMPTY : new ModelList(List.copyOf(byId.values()), dropped);
        }

        private static boolean isTooLong(String id) {
            return id.length() > MAX_ID_BYTES
                    || (id.length() * 3 > MAX_ID_BYTES && id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES);
        }
    }
}
