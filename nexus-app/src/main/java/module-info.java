/// Nexus: a health checker for fleets of LLM servers.
///
/// It exports nothing: it is a program, extended through [nexus.spi] alone.
// tomlj, its ANTLR, the Prometheus client and the PostgreSQL driver have no descriptors of their own.
@SuppressWarnings("requires-automatic")
module nexus.app {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires io.helidon.common.task;
    requires io.helidon.config;
    requires io.helidon.webserver;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires java.logging;
    requires java.management;
    requires java.sql;
    requires jdk.management;
    // SIGHUP.
    requires jdk.unsupported;
    requires nexus.spi;
    requires org.postgresql.jdbc;
    requires org.tomlj;
    requires org.xerial.sqlitejdbc;

    // Every probe module on the module path is found through this line; none is required by name.
    uses nexus.spi.BackendProbe;

    // The command line reads its commands' annotations and fills their options in.
    opens nexus.app.cli to
            info.picocli;
}
