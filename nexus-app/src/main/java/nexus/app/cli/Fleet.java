package nexus.app.cli;

import java.util.List;

/// What a running Nexus says of itself and its backends.
///
/// @param health   the object of `/health`
/// @param backends the entries of `/v1/backends`
record Fleet(Json health, List<Json> backends) {

    /// Asks once where the list carries the health of the same moment, else twice.
    static Fleet ask(ApiClient client) {
        var list = client.ask("/v1/backends?fields=name,status,models", Fleet::isList);
        var health = list.json().has("health")
                ? list.json().at("health")
                : client.ask("/health", Fleet::isHealth).json();
        return new Fleet(health, list.json().at("data").items());
    }

    /// Model servers answer `/health` too, but not like this.
    static boolean isHealth(Json json) {
        return json.has("status")
                && json.has("uptime_seconds")
                && json.at("backends").has("total");
    }

    static boolean isList(Json json) {
        return json.text("object").equals("list")
                && json.has("data")
                && json.at("data").items().stream().allMatch(entry -> entry.has("name") && entry.has("status"));
    }
}
