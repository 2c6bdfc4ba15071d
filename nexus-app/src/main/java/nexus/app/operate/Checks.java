package nexus.app.operate;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import nexus.app.check.Checker;
import nexus.app.config.BackendConfig;
import nexus.app.registry.Backend;
import nexus.app.registry.Change;

/// What an operator needs of the one who checks.
///
/// @param prepare makes sure that such a fleet can be checked; throws a `CheckerException` if not
/// @param follow takes up what the registry holds now
/// @param now    checks one backend at once
public record Checks(
        Consumer<List<BackendConfig>> prepare, Runnable follow, Function<Backend, CompletableFuture<Change>> now) {

    public static Checks of(Checker checker) {
        return new Checks(checker::prepare, checker::follow, checker::checkNow);
    }
}
