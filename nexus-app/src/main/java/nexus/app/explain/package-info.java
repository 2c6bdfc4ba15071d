/// Why a backend is in the status that it is in. [Explainer] makes an [Explanation], a pure and secret-free value,
/// from a snapshot, the last checks, the origins of the settings and the time; [ExplanationJson] writes it.
///
/// Sentences hold no times: whoever shows them knows the reader's time zone.
package nexus.app.explain;
