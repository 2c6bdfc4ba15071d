/// Knows llama.cpp's llama-server.
module nexus.probe.llamacpp {
    requires com.fasterxml.jackson.databind;
    requires nexus.spi;

    // The type `llamacpp`, found by Nexus at start.
    provides nexus.spi.BackendProbe with
            nexus.probe.llamacpp.LlamaCppProbe;
}
