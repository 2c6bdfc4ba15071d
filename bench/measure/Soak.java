package measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tenth of the fleet changes state each minute; heap after a collection, threads and descriptors must stay flat.
final class Soak {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final int PERCENT_A_MINUTE = 10;

    private final Options options;
    private final FleetProcess fleet;
    private final Checker checker;

    Soak(Options options, FleetProcess fleet, Checker checker) {
        this.options = options;
        this.fleet = fleet;
        this.checker = checker;
    }

    /// Prints a line a minute; a fault is growth by more than a fifth after the first third.
    List<String> run() throws IOException, InterruptedException {
        System.out.println("minute  down  heap after gc MiB  resident MiB  threads  descriptors  checks");
        double early = 0;
        double heap = 0;
        int settled = Math.max(2, options.soakMinutes() / 3);
        for (int minute = 0; minute < options.soakMinutes(); minute++) {
            String down = fleet.ask("flip " + PERCENT_A_MINUTE + " " + minute);
            Thread.sleep(60_000);
            fleet.arrivals();
            heap = heapAfterCollection();
            ProcessUse use = ProcessUse.of(checker.pid());
            System.out.printf(
                    Locale.ROOT,
                    "%6d %5s %18.1f %13.0f %8d %12d %7d%n",
                    minute + 1,
                    down,
                    heap,
                    use.residentKib() / 1024.0,
                    use.threads(),
                    use.descriptors(),
                    fleet.count());
            early = minute + 1 == settled ? heap : early;
        }
        return heap > early * 1.2 ? List.of("heap grew from %.1f to %.1f MiB".formatted(early, heap)) : List.of();
    }

    private double heapAfterCollection() throws IOException, InterruptedException {
        diagnose("GC.run");
        Matcher used = USED.matcher(diagnose("GC.heap_info"));
        double kib = 0;
        while (used.find()) {
            kib += Double.parseDouble(used.group(1));
        }
        return kib / 1024;
    }

    private String diagnose(String command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, "" + checker.pid(), command)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
