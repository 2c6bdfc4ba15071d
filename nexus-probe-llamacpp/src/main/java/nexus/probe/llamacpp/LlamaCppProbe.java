package nexus.probe.llamacpp;

import java.util.List;
import java.util.Set;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.FollowUp;
import nexus.spi.Question;
import nexus.spi.support.OpenAiModels;

/// llama-server of llama.cpp, with one model or as a router: `/health` alone decides, `/v1/models` gives the names.
/// Neither loads or wakes a model (`/slots` and `?model=` would), and `/health` is open without a key.
public final class LlamaCppProbe implements BackendProbe {

    private static final Question HEALTH = Question.get("/health", Health::read);
    private static final List<FollowUp> FOLLOW_UPS =
            List.of(FollowUp.get("/v1/models", (answer, known) -> Listing.read(answer)));

    /// Made by `ServiceLoader`.
    public LlamaCppProbe() {}

    @Override
    public String type() {
        return "llamacpp";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("llama.cpp", "llama-cpp");
    }

    @Override
    public Question question() {
        return HEALTH;
    }

    @Override
    public List<FollowUp> followUps() {
        return FOLLOW_UPS;
    }

    /// It signs every answer with its `Server` header; behind a proxy its lists still name the owner.
    @Override
    public boolean resembles(Answer answer) {
        return answer.header("Server").filter("llama.cpp"::equals).isPresent()
                || OpenAiModels.areOwnedBy(answer, "llamacpp");
    }
}
