/// Which backend types there are: [Probes], found by `ServiceLoader` on the module path and the class path.
///
/// A provider that fails costs itself only; two that claim the same type stop the start, because which of them
/// is meant would hang on the order of a folder. Jars in `plugins/` have a module layer of their own each: there
/// the one that claims what is taken is left out.
package nexus.app.probes;
