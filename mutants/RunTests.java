import java.util.Arrays;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// Runs test classes in this JVM, without Maven: `java -cp ... RunTests CLASS...`.
///
/// Exit code: 0 all green, 10 one is red, 2 there was nothing to run. 1 is what a JVM ends with that can't start.
public final class RunTests {

    private static final int RED = 10;

    private RunTests() {}

    public static void main(String[] classes) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .build();
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        var summary = listener.getSummary();
        for (var failure : summary.getFailures()) {
            System.out.println("red: " + failure.getTestIdentifier().getDisplayName() + ": " + failure.getException());
        }
        System.out.println("Tests run: " + summary.getTestsStartedCount() + ", red: " + summary.getTotalFailureCount());
        System.exit(summary.getTestsStartedCount() == 0 ? 2 : summary.getTotalFailureCount() > 0 ? RED : 0);
    }
}
