package nexus.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// One model that a server lists. Only the id is certain; servers tell very different things beyond it, so whatever is
/// not known is left out rather than guessed.
///
/// Immutable; grows by withers: `Model.named("qwen3:8b").withContextLength(40960)`.
public final class Model {

    private final String id;
    private final long contextLength;
    private final ModelState state;
    private final List<String> capabilities;
    private final String ownedBy;
    private final String digest;

    private Model(
            String id, long contextLength, ModelState state, List<String> capabilities, String ownedBy, String digest) {
        this.id = id;
        this.contextLength = contextLength;
        this.state = state;
        this.capabilities = capabilities;
        this.ownedBy = ownedBy;
        this.digest = digest;
    }

    /// A model of which only the name is known.
    ///
    /// @param id as the server's own requests take it; not empty
    /// @return the model
    /// @throws IllegalArgumentException if the id is empty
    public static Model named(String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a model needs an id");
        }
        return new Model(id, 0, null, List.of(), null, null);
    }

    /// The name by which requests to the server ask for it.
    ///
    /// @return as the server gives it, not empty
    public String id() {
        return id;
    }

    /// The longest context that can be used.
    ///
    /// @return in tokens, positive; empty where it is not known
    public OptionalLong contextLength() {
        return contextLength > 0 ? OptionalLong.of(contextLength) : OptionalLong.empty();
    }

    /// Whether it is in memory.
    ///
    /// @return empty where the server does not tell
    public Optional<ModelState> state() {
        return Optional.ofNullable(state);
    }

    /// What it can do, in lower-case words such as `chat`, `completion`, `vision`, `tools`, `embedding`.
    ///
    /// @return in the server's order; empty where it does not tell
    public List<String> capabilities() {
        return capabilities;
    }

    /// The owner in OpenAI's sense.
    ///
    /// @return as the server gives it; empty where it does not tell
    public Optional<String> ownedBy() {
        return Optional.ofNullable(ownedBy);
    }

    /// A hash of the weights: the same digest under two ids is one model.
    ///
    /// @return as the server gives it; empty where it does not tell
    public Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    /// This model with another context length.
    ///
    /// @param tokens zero or less means "not known": servers say 0 for that
    /// @return a changed copy
    public Model withContextLength(long tokens) {
        return new Model(id, Math.max(0, tokens), state, capabilities, ownedBy, digest);
    }

    /// This model in another state.
    ///
    /// @param state not null
    /// @return a changed copy
    public Model withState(ModelState state) {
        return new Model(id, contextLength, Objects.requireNonNull(state, "state"), capabilities, ownedBy, digest);
    }

    /// This model with other capabilities; a list keeps the first [ModelList#MAX_CAPABILITIES] of them.
    ///
    /// @param capabilities lower-case words; [nexus.spi.support.Capabilities] gives each the common name
    /// @return a changed copy
    public Model withCapabilities(List<String> capabilities) {
        return new Model(id, contextLength, state, List.copyOf(capabilities), ownedBy, digest);
    }

    /// This model with another owner.
    ///
    /// @param owner not null
    /// @return a changed copy
    public Model withOwnedBy(String owner) {
        return new Model(id, contextLength, state, capabilities, Objects.requireNonNull(owner, "owner"), digest);
    }

    /// This model with another digest.
    ///
    /// @param digest not null
    /// @return a changed copy
    public Model withDigest(String digest) {
        return new Model(id, contextLength, state, capabilities, ownedBy, Objects.requireNonNull(digest, "digest"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Model that
                && id.equals(that.id)
                && contextLength == that.contextLength
                && state == that.state
                && capabilities.equals(that.capabilities)
                && Objects.equals(ownedBy, that.ownedBy)
                && Objects.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, contextLength, state, capabilities, ownedBy, digest);
    }

    @Override
    public String toString() {
        return id + (contextLength > 0 ? "/" + contextLength : "") + (state == null ? "" : " " + state);
    }
}
