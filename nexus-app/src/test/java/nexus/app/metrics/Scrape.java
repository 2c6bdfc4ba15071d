package nexus.app.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An answer in Prometheus' text format, read strictly: a line that is none, a series that is there twice, or
/// one without HELP and TYPE is an error.
///
/// @param types  by name of the metric
/// @param series values, by the series as it is written
record Scrape(Map<String, String> types, Map<String, Double> series) {

    private static final Pattern HELP = Pattern.compile("# HELP ([a-z_]+) \\S.*");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([a-z_]+) (counter|gauge|histogram|summary)");
    private static final String LABEL = "[a-z]+=\"(?:[^\"\\\\\n]|\\\\[\"\\\\n])*\"";
    private static final Pattern SAMPLE =
            Pattern.compile("(([a-z_]+)(?:\\{" + LABEL + "(?:," + LABEL + ")*})?) ([-+0-9.EInf]+|NaN)");

    static Scrape of(String text) {
        var scrape = new Scrape(new TreeMap<>(), new LinkedHashMap<>());
        String helped = "";
        for (String line : text.split("\n", -1)) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            if (help.matches()) {
                helped = help.group(1);
            } else if (type.matches() && type.group(1).equals(helped)) {
                once(scrape.types, helped, type.group(2));
            } else if (!line.isEmpty()) {
                scrape.sample(line, helped);
            }
        }
        return scrape;
    }

    private void sample(String line, String metric) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches() || !isOf(metric, sample.group(2))) {
            throw new AssertionError("not a sample of " + metric + ": " + line);
        }
        once(series, sample.group(1), Double.valueOf(sample.group(3).replace("Inf", "Infinity")));
    }

    private boolean isOf(String metric, String name) {
        return switch (types.getOrDefault(metric, "none")) {
            case "histogram", "summary" -> name.matches(Pattern.quote(metric) + "_(bucket|count|sum)");
            case "none" -> false;
            default -> name.equals(metric);
        };
    }

    private static <V> void once(Map<String, V> map, String key, V value) {
        if (map.put(key, value) != null) {
            throw new AssertionError("twice: " + key);
        }
    }

    double value(String written) {
        if (!series.containsKey(written)) {
            throw new AssertionError("no " + written + " in " + String.join("\n", series.keySet()));
        }
        return series.get(written);
    }

    boolean speaksOf(String part) {
        return series.keySet().stream().anyMatch(name -> name.contains(part));
    }
}
