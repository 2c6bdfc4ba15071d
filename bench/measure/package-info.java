/// Measures health checkers against the stand-in fleet. Start reading at [measure.Bench]: it says what a run is.
/// [measure.Checker] is what is measured, [measure.Arrivals] and [measure.ProcessUse] are what is measured with:
/// the fleet's own log and `/proc`, so that a checker's word about itself is never needed.
package measure;
