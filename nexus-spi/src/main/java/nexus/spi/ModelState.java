package nexus.spi;

/// What a server says about one of its models: whether the next request would wait for a load. A class with constants
/// rather than an enum, so that a later state breaks no compiled probe.
public final class ModelState {

    /// In memory, answers at once (Ollama `/api/ps`, vLLM, llama-server).
    public static final ModelState LOADED = new ModelState("loaded");
    /// Listed, and loaded on demand.
    public static final ModelState AVAILABLE = new ModelState("available");
    /// Being loaded right now.
    public static final ModelState LOADING = new ModelState("loading");
    /// The server tried to load it and could not (llama-server's router). Not offered by Nexus.
    public static final ModelState FAILED = new ModelState("failed");

    private final String text;

    private ModelState(String text) {
        this.text = text;
    }

    /// The word shown to people and programs.
    ///
    /// @return `loaded`, for instance
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
