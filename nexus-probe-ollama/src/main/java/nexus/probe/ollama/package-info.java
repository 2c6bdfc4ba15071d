/// The type `ollama`: start with [nexus.probe.ollama.OllamaProbe]; [nexus.probe.ollama.Tags] reads the models there
/// are, [nexus.probe.ollama.Running] those in memory, [nexus.probe.ollama.OllamaMarks] tells impostors.
package nexus.probe.ollama;
