/// The types `vllm`, `openai`, `lmstudio` and `exo`: one probe each, all reading OpenAI's list of models. Start with
/// [nexus.probe.openai.VllmProbe], which has the most to say.
package nexus.probe.openai;
