/// Knows Ollama.
module nexus.probe.ollama {
    requires com.fasterxml.jackson.databind;
    requires nexus.spi;

    // The type `ollama`, found by Nexus at start.
    provides nexus.spi.BackendProbe with
            nexus.probe.ollama.OllamaProbe;
}
