/// How long a start takes: [first.Empty] does nothing, [first.FirstAnswer] waits for a server's first answer.
package first;
