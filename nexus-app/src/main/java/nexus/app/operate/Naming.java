package nexus.app.operate;

import java.util.Set;
import nexus.app.config.BackendUrl;

/// Makes names for backends that came without one: `ollama-gpu-1-11434`.
final class Naming {

    private static final int LONGEST = 64;

    private Naming() {}

    /// @param taken names that it can't be; a number at the end keeps it apart
    static String of(String type, BackendUrl url, Set<String> taken) {
        String plain = (type + "-" + url.host() + "-" + url.port()).replaceAll("[^A-Za-z0-9._-]+", "-");
        String name = cut(plain, LONGEST);
        for (int number = 2; taken.contains(name); number++) {
            String end = "-" + number;
            name = cut(plain, LONGEST - end.length()) + end;
        }
        return name;
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }
}
