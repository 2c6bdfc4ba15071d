package nexus.app.demo;

import java.util.List;

/// Who plays in the demo: every type that Nexus knows, most common first.
///
/// @param name   the backend's name in Nexus
/// @param floor  its usual latency, in milliseconds
/// @param spread what its slowest answers add, in milliseconds
record Cast(String name, String type, Behaviour first, double floor, double spread) {

    static final String OLLAMA = "workstation-ollama";
    static final String MAC = "mac-mini-ollama";
    static final String GPU_1 = "gpu-1-vllm";
    static final String GPU_2 = "gpu-2-vllm";
    static final String OLD_SERVER = "old-server-llamacpp";
    static final String ROUTER = "router-llamacpp";
    static final String LAPTOP = "laptop-lmstudio";
    static final String EXO = "exo-cluster";
    static final String CLOUD = "cloud-openai";
    static final String GATEWAY = "litellm-gateway";
    static final String LAB = "lab-fastchat";

    static final List<Cast> ALL = List.of(
            new Cast(OLLAMA, "ollama", Scenes.OLLAMA_ONE_MODEL, 1, 12),
            new Cast(MAC, "ollama", Scenes.OLLAMA_LOADED, 4, 30),
            new Cast(GPU_1, "vllm", Scenes.VLLM, 3, 40),
            new Cast(GPU_2, "vllm", Scenes.VLLM_TWO_NAMES, 3, 60),
            new Cast(OLD_SERVER, "llamacpp", Scenes.LLAMACPP_LOADING, 1, 8),
            new Cast(ROUTER, "llamacpp", Scenes.LLAMACPP_ROUTER, 1, 15),
            new Cast(LAPTOP, "lmstudio", Scenes.LMSTUDIO, 8, 45),
            new Cast(EXO, "exo", Scenes.EXO, 6, 60),
            new Cast(CLOUD, "openai", Scenes.OPENAI, 110, 180),
            new Cast(GATEWAY, "openai", Scenes.LITELLM, 18, 60),
            new Cast(LAB, "generic", Scenes.FASTCHAT, 12, 90));
}
