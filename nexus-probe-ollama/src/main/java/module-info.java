/// Knows Ollama.
module nexus.probe.ollama {
    requires nexus.spi;

    // The type `ollama`, found by Nexus at start.
    provides nexus.spi.BackendProbe with
            nexus.probe.ollama.OllamaProbe;
}
