/// A probe for SGLang, for Nexus.
module com.example.sglang {
    requires nexus.spi;
    // Nexus brings Jackson; it must not lie in the plugin's folder.
    requires com.fasterxml.jackson.databind;

    provides nexus.spi.BackendProbe with
            com.example.sglang.SglangProbe;
}
