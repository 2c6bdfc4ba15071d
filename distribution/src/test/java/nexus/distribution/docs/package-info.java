/// The pages that users read, held to what they say: [DocsIT] reads `README.md`, `CONTRIBUTING.md` and all of `docs/`,
/// runs each fenced block with the packaged program and compares each sample with what was printed.
///
/// What is done with a block follows from its language: `sh` is run as one script, `console` command by command (lines
/// that begin with `$ `), `text` or `json` is what the block before it printed, `toml` must pass `nexus config check`.
/// Else a comment on a line of its own before the block says it, which readers don't see:
///
/// - `scene: NAME`: from here on a fresh folder with fresh servers, see [Scene.Kind]
/// - `file: NAME`, `append: NAME`: the block becomes this file of the scene's folder, or its end
/// - `run: exit 1`: it ends with this code
/// - `shown: COMMAND`: the block is what this command prints
/// - `do: COMMANDS`: run before what follows; `server NAME STATE` changes a server ([Played]), `await TEXT` waits for a
///   line of `serve.log` (or the log that is named after it)
/// - `not run: WHY`, `not run (./verify): WHY`: the block, or its lines that begin so, is left out and counted
///
/// A block of which nothing says what to do is an error. Addresses of servers and of Nexus are replaced by free ones of
/// this machine, and back ([Addresses]); what is of the moment is masked on both sides ([Moment]); `...` stands for any
/// text, on a line of its own for any lines.
package nexus.distribution.docs;
