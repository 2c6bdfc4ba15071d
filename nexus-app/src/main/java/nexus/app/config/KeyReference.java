package nexus.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All there is to say of a key of the file, in words.
///
/// @param section  `server`, `backends`
/// @param name     within its section: `port`, `tls.ca_file`
/// @param about    plain sentences without a last full stop
/// @param allowed  as messages say it
/// @param range    the same in a few words, or empty
/// @param unset    what counts where nobody sets it
/// @param literal  whether `unset` is a value in TOML, not words
/// @param setBy    variables and flags that override the file, the strongest first
/// @param reload   what becomes of a change
/// @param example  a line of the file
public record KeyReference(
        String section,
        String name,
        String about,
        String allowed,
        String range,
        String unset,
        boolean literal,
        List<String> setBy,
        String reload,
        String example) {

    /// A section and its keys.
    ///
    /// @param header as the file writes it: `[server]`, `[[backends]]`
    public record Section(String name, String header, String about, List<KeyReference> keys) {
        public Section {
            keys = List.copyOf(keys);
        }
    }

    private static final String REQUIRED = "none: it is required";

    public KeyReference {
        setBy = List.copyOf(setBy);
    }

    /// `server.port`, `backends.tls.ca_file`.
    public String fullName() {
        return section + "." + name;
    }

    /// Whether the file has to set it.
    public boolean isRequired() {
        return unset.equals(REQUIRED);
    }

    /// Its first sentence.
    public String brief() {
        int end = about.indexOf(". ");
        return end < 0 ? about : about.substring(0, end);
    }

    /// Every section and every key, in the order of the example file.
    ///
    /// @param types every accepted spelling of a probe type, to the type
    public static List<Section> all(Map<String, String> types) {
        var schema = new Schema(types);
        var sections = new ArrayList<Section>();
        schema.root().keys().forEach((name, key) -> {
            if (key.shape() instanceof Shape.Section section) {
                sections.add(new Section(name, "[" + name + "]", key.about(), keys(name, section)));
            }
        });
        sections.add(entries(TomlFile.BACKENDS, BackendSchema.KEY, schema.backend()));
        sections.add(entries(TomlFile.RECEIVERS, ReceiverSchema.KEY, schema.receiver()));
        return sections;
    }

    private static Section entries(String name, Key key, Shape.Section entry) {
        return new Section(name, "[[" + name + "]]", key.about(), keys(name, entry));
    }

    private static List<KeyReference> keys(String section, Shape.Section shape) {
        var keys = new ArrayList<KeyReference>();
        shape.keys().forEach((name, key) -> {
            if (key.shape() instanceof Shape.Section inner) {
                inner.keys().forEach((last, known) -> keys.add(of(section, name + "." + last, known)));
            } else {
                keys.add(of(section, name, key));
            }
        });
        return keys;
    }

    private static KeyReference of(String section, String name, Key key) {
        String full = section + "." + name;
        return new KeyReference(
                section,
                name,
                key.about(),
                key.shape().allowed(),
                key.shape() instanceof Scalar scalar ? scalar.range() : "",
                switch (key.unset()) {
                    case Key.Unset.Default usual -> usual.toml();
                    case Key.Unset.Instead instead -> instead.words();
                    case Key.Unset.Required _ -> REQUIRED;
                },
                key.unset() instanceof Key.Unset.Default,
                setBy(full),
                reload(section, name),
                name + " = " + key.example());
    }

    private static List<String> setBy(String key) {
        var setBy = new ArrayList<String>();
        Overrides.flag(key).ifPresent(setBy::add);
        setBy.addAll(Environment.variables(key));
        return setBy;
    }

    private static String reload(String section, String name) {
        return switch (section) {
            case TomlFile.BACKENDS -> name.equals("name") ? "another name is another backend" : effect(name);
            case TomlFile.RECEIVERS -> "at once";
            default -> SectionKeys.isAtOnce(section + "." + name) ? "at once" : "needs a restart";
        };
    }

    private static String effect(String name) {
        return switch (BackendKeys.effect(name)) {
            case RESTARTED -> "the backend starts again as unknown";
            case RETIMED, CHANGED -> "at once; the backend keeps its status";
        };
    }
}
