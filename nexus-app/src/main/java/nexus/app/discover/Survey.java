package nexus.app.discover;

import java.util.List;

/// What one discovery came to.
///
/// @param servers   in the order of the places asked
/// @param strangers what listens and isn't recognised
/// @param nexuses   where a Nexus listens
/// @param asked     how many places were asked
/// @param places    how many there were to ask; more than were asked if the time was over
public record Survey(
        List<Find.Server> servers, List<Find.Stranger> strangers, List<Find.Nexus> nexuses, int asked, int places) {

    public Survey {
        servers = List.copyOf(servers);
        strangers = List.copyOf(strangers);
        nexuses = List.copyOf(nexuses);
    }

    public boolean isComplete() {
        return asked == places;
    }
}
