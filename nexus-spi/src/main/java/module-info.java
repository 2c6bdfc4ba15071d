/// The contract between Nexus and the probes that know one kind of LLM server each.
///
/// A probe module requires this one, and `provides nexus.spi.BackendProbe`. Start with the page of
/// [nexus.spi]; `nexus.spi.support` is optional help with JSON and the lists that many servers share.
module nexus.spi {
    // The support package reads JSON; the contract itself needs java.base alone, so a probe that doesn't use that
    // package compiles against this jar and nothing else. Nexus always brings Jackson.
    requires static com.fasterxml.jackson.databind;

    exports nexus.spi;
    exports nexus.spi.support;
}
