/// The type `llamacpp`: start with [nexus.probe.llamacpp.LlamaCppProbe]; [nexus.probe.llamacpp.Health] reads the
/// answer that decides, [nexus.probe.llamacpp.Listing] the list of models that is asked for after it.
package nexus.probe.llamacpp;
