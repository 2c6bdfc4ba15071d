/// The composition root: `Nexus` builds the program top to bottom and closes it bottom to top.
package nexus.app.boot;
