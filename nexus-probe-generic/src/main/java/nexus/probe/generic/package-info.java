/// The type `generic`: start with [nexus.probe.generic.GenericProbe]. The smallest probe there is, and a pattern
/// for those of servers that need no more than OpenAI's list of models.
package nexus.probe.generic;
