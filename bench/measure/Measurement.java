package measure;

/// What one checker did in one run. Milliseconds unless the name says otherwise.
///
/// @param cpuMicros        CPU of the whole process a check, checks counted by the fleet
/// @param fleetBusy        share of its core that the fleet used in the window: near 1 the figures are the fleet's
/// @param told             lateness of the healthy by the checker's own word
/// @param seen             lateness of the healthy against an even rhythm, in the fleet's arrival log
/// @param gaps             difference of the healthy ones' gaps from the interval
/// @param made             share of the planned checks of the healthy that were made in the window
/// @param fewest           checks that the least checked healthy stand-in got in the window
/// @param wronglyDown      backends that answer in time and are called unhealthy at the end of the window
/// @param wronglyUp        backends that don't, and are called healthy
/// @param killToVerdict    seconds from kill to verdict
/// @param unseenKills      killed backends that never got their verdict
/// @param secondsToHealthy from the first connection to the last of the fleet's healthy called so
/// @param secondsToSeen    from the first connection to the last stand-in's first
/// @param mostStarts       the most connections in any one second after the start
record Measurement(
        String name,
        double checksPerSecond,
        double cpuMicros,
        double fleetBusy,
        ProcessUse use,
        Spread told,
        Spread seen,
        Spread gaps,
        double made,
        int fewest,
        int wronglyDown,
        int wronglyUp,
        Spread killToVerdict,
        int unseenKills,
        double secondsToHealthy,
        double secondsToSeen,
        int mostStarts) {}
