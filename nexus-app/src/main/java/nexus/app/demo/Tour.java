package nexus.app.demo;

import java.time.Duration;
import java.util.List;

/// The demo's script, played again and again: each trouble stays long enough to be judged (three failed checks,
/// two seconds apart) and ends within the round, so that every round begins alike.
///
/// @param steps in the order of their times, all within the round
/// @param round how long one round is
record Tour(List<Step> steps, Duration round) {

    Tour {
        steps = List.copyOf(steps);
    }

    static final Tour SCRIPT = new Tour(
            List.of(
                    Step.at(
                            0,
                            Cast.OLD_SERVER,
                            Scenes.LLAMACPP_LOADING,
                            "was just started and answers 503 \"Loading model\" for about 8 seconds"),
                    Step.at(
                            8,
                            Cast.OLD_SERVER,
                            Scenes.LLAMACPP,
                            "has loaded its model: two good checks and it is healthy"),
                    Step.at(
                            12,
                            Cast.GPU_2,
                            Scenes.VLLM_ENGINE_DEAD,
                            "lost its engine: it still lists its model, but its /health says 503"),
                    Step.at(
                            20,
                            Cast.OLLAMA,
                            Scenes.OLLAMA_TWO_MODELS,
                            "gained a model, my/gemma-copy:q4: it appears with the next check"),
                    Step.at(
                            26,
                            Cast.LAPTOP,
                            Scenes.SILENCE,
                            "fell asleep: it accepts connections and never answers, so checks time out"),
                    Step.at(
                            36,
                            Cast.GATEWAY,
                            Scenes.LOGIN_PAGE,
                            "now hides behind a login page: status 200, but HTML instead of a model list"),
                    Step.at(42, Cast.LAPTOP, Scenes.LMSTUDIO, "woke up: two good checks and it is healthy again"),
                    Step.at(46, Cast.EXO, new Step.Act.Die(), "died: its port is closed, connections are refused"),
                    Step.at(54, Cast.GATEWAY, Scenes.LITELLM, "lets Nexus in again: a model list instead of HTML"),
                    Step.at(60, Cast.EXO, new Step.Act.Return(), "is back on the same port"),
                    Step.at(66, Cast.GPU_2, Scenes.VLLM_TWO_NAMES, "was restarted: its engine is alive again"),
                    Step.at(
                            74,
                            Cast.OLLAMA,
                            Scenes.OLLAMA_ONE_MODEL,
                            "lost the model my/gemma-copy:q4 again; in ten seconds the tour begins anew")),
            Duration.ofSeconds(84));
}
