/// What systemd is told of this process: [ServiceManager] is the entry.
package nexus.app.systemd;
