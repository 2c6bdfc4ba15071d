/// The composition root: [Nexus] builds the program top to bottom (log, registry, checker, API) and closes it
/// bottom to top, within a second whatever hangs.
package nexus.app.boot;
