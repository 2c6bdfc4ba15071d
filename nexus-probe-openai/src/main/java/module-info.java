/// Knows the servers whose health is OpenAI's list of models: vLLM, OpenAI itself, LM Studio, Exo.
module nexus.probe.openai {
    requires com.fasterxml.jackson.databind;
    requires nexus.spi;

    // The types `vllm`, `openai`, `lmstudio`, `exo`, found by Nexus at start.
    provides nexus.spi.BackendProbe with
            nexus.probe.openai.VllmProbe,
            nexus.probe.openai.OpenAiProbe,
            nexus.probe.openai.LmStudioProbe,
            nexus.probe.openai.ExoProbe;
}
