package nexus.app.history.store;

import java.util.List;

/// What all checks of a minute came to, small: it may have to wait for a database that is away.
///
/// @param number  counted from 1970
/// @param names   of backends; one that was removed and added again may stand there twice
/// @param tallies of these, one after another, as [Packing#EXACT]
record Minute(long number, List<String> names, byte[] tallies) {}
