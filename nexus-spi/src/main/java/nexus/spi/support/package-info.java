/// Optional help for authors of probes: reading JSON in bounded memory, and the words for what goes wrong.
///
/// Start with [OpenAiModels]: servers that speak OpenAI's `/v1/models` need nothing else. [ModelLists] reads lists of
/// another shape, described by a [ListFormat]; [JsonBody] reads a small status document; [Capabilities] gives what a
/// model can do its common name; [ErrorText] makes text from a server fit to be shown.
///
/// Everything here is pure and thread-safe, keeps nothing of an answer, and never throws for bad input. A module
/// that uses it adds `requires com.fasterxml.jackson.databind`: the contract itself doesn't need it.
package nexus.spi.support;
