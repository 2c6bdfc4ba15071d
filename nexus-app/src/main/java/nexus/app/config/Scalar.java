package nexus.app.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a single value may be.
sealed interface Scalar extends Shape
        permits Scalar.Switch,
                Scalar.Whole,
                Scalar.Seconds,
                Scalar.Word,
                Scalar.Text,
                Scalar.Texts,
                Scalar.Hidden,
                UrlValue,
                TypeValue {

    /// Judges a value of the file by its TOML type.
    Verdict file(Object value);

    /// Judges a text of the environment or of a flag.
    default Verdict text(String text) {
        return file(text);
    }

    /// The same in as few words as a comment has room for: `0 to 65535`. Empty where it goes without saying.
    default String range() {
        return "";
    }

    /// Said of a value that would be right without its quotes.
    String UNQUOTED = ", without quotes";

    /// `true` or `false`; in the environment also 1/0, yes/no, on/off, in any case.
    record Switch() implements Scalar {
        @Override
        public String allowed() {
            return "true or false";
        }

        @Override
        public Verdict file(Object value) {
            return value instanceof Boolean on
                    ? new Verdict.Accepted(on.toString())
                    : Verdict.expected(allowed() + UNQUOTED, Shown.value(value));
        }

        @Override
        public Verdict text(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes", "on" -> new Verdict.Accepted("true");
                case "false", "0", "no", "off" -> new Verdict.Accepted("false");
                default -> Verdict.expected("true/false, 1/0, yes/no or on/off", Shown.quoted(text));
            };
        }
    }

    /// A whole number, both ends included.
    record Whole(int min, int max) implements Scalar {
        @Override
        public String allowed() {
            return "a whole number from " + range();
        }

        @Override
        public String range() {
            return min + " to " + max;
        }

        @Override
        public Verdict file(Object value) {
            return value instanceof Long number && number >= min && number <= max
                    ? new Verdict.Accepted(number.toString())
                    : Verdict.expected(allowed() + (isNumber(value) ? UNQUOTED : ""), Shown.value(value));
        }

        @Override
        public Verdict text(String text) {
            return isNumber(text) ? file(Long.valueOf(text)) : file(text);
        }

        private static boolean isNumber(Object value) {
            return value instanceof String text && text.matches("[+-]?[0-9]{1,18}");
        }
    }

    /// A time in seconds, fractions allowed, both ends included.
    record Seconds(BigDecimal min, BigDecimal max) implements Scalar {
        static Seconds of(String min, String max) {
            return new Seconds(new BigDecimal(min), new BigDecimal(max));
        }

        @Override
        public String allowed() {
            return "seconds from " + range();
        }

        @Override
        public String range() {
            return min + " to " + max;
        }

        @Override
        public Verdict file(Object value) {
            return switch (value) {
                case Long whole -> inRange(BigDecimal.valueOf(whole), value);
                case Double number when Double.isFinite(number) -> inRange(BigDecimal.valueOf(number), value);
                case String text
                when text(text) instanceof Verdict.Accepted ->
                    Verdict.expected(allowed() + UNQUOTED, Shown.value(text));
                default -> refused(value);
            };
        }

        @Override
        public Verdict text(String text) {
            return text.matches("[+-]?[0-9]{1,9}([.][0-9]{1,9})?")
                    ? inRange(new BigDecimal(text), text)
                    : refused(text);
        }

        private Verdict inRange(BigDecimal seconds, Object found) {
            return seconds.compareTo(min) >= 0 && seconds.compareTo(max) <= 0
                    ? new Verdict.Accepted(seconds.toPlainString())
                    : refused(found);
        }

        private Verdict refused(Object found) {
            return Verdict.expected(allowed(), Shown.value(found));
        }
    }

    /// One of a few words, in any case.
    record Word(List<String> words) implements Scalar {
        @Override
        public String allowed() {
            return "one of " + range();
        }

        @Override
        public String range() {
            return String.join(", ", words);
        }

        @Override
        public Verdict file(Object value) {
            if (value instanceof String text && words.contains(text.toLowerCase(Locale.ROOT))) {
                return new Verdict.Accepted(text.toLowerCase(Locale.ROOT));
            }
            String hint = value instanceof String text ? Nearest.hint(text, words) : "";
            return Verdict.expected(allowed(), Shown.value(value) + hint);
        }
    }

    /// A string that follows a rule.
    record Text(String allowed, Predicate<String> rule) implements Scalar {
        @Override
        public Verdict file(Object value) {
            return value instanceof String text && rule.test(text)
                    ? new Verdict.Accepted(text)
                    : Verdict.expected(allowed, Shown.value(value));
        }
    }

    /// Strings in an array; a text of the environment or of a flag has commas between them. No two are equal.
    ///
    /// @param each what one of them is
    /// @param rule refuses every text with a comma
    record Texts(String each, Predicate<String> rule) implements Scalar {
        private static final int MOST = 256;

        @Override
        public String allowed() {
            return "an array of at most " + MOST + " strings, each " + each;
        }

        @Override
        public Verdict file(Object value) {
            if (!(value instanceof List<?> list) || list.size() > MOST) {
                return Verdict.expected(allowed(), Shown.value(value));
            }
            for (Object part : list) {
                if (!(part instanceof String text && rule.test(text))) {
                    return Verdict.expected("an array of strings, each " + each, Shown.value(part) + " in it");
                }
            }
            return new Verdict.Accepted(
                    list.stream().distinct().map(String.class::cast).collect(Collectors.joining(",")));
        }

        @Override
        public Verdict text(String text) {
            return file(parts(text));
        }

        static List<String> parts(String text) {
            return text.isBlank()
                    ? List.of()
                    : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        }
    }

    /// A string that is never shown, also where it is wrong.
    record Hidden(String allowed, Predicate<String> rule) implements Scalar {
        @Override
        public Verdict file(Object value) {
            return value instanceof String text && rule.test(text)
                    ? new Verdict.Accepted(text)
                    : new Verdict.Refused("expected " + allowed + " (the value is not shown)");
        }
    }
}
