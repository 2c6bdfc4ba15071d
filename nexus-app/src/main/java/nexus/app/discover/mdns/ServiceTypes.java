package nexus.app.discover.mdns;

import java.util.List;
import java.util.regex.Pattern;

/// Which services may be LLM servers.
final class ServiceTypes {

    private static final DnsName OLLAMA = DnsName.of("_ollama._tcp.local");
    /// Every printer has one: only those that are named like an LLM server are of interest.
    private static final DnsName WEB = DnsName.of("_http._tcp.local");

    static final List<DnsName> ALL = List.of(OLLAMA, WEB);

    private static final Pattern LLM = Pattern.compile(
            "\\b(?:ollama|lm[ _-]?studio|exo|vllm|llama|llamafile|llama[ _.-]?(?:cpp|server)|localai|litellm|koboldcpp"
                    + "|sglang|lemonade|llm|mlx)\\b");

    private ServiceTypes() {}

    /// @param instance what a record says to be an instance of the type
    static boolean matches(DnsName type, DnsName instance) {
        return instance.isIn(type)
                && (type.equals(OLLAMA)
                        || type.equals(WEB) && LLM.matcher(instance.first()).find());
    }
}
