module org.kept.probe {
    requires nexus.spi;
    requires com.fasterxml.jackson.databind;

    provides nexus.spi.BackendProbe with
            org.kept.probe.KeptProbe;
}
