/// The packaged program, used as its users use it: start with [FourUsesIT]. Needs the build's `package` phase.
package nexus.distribution;
