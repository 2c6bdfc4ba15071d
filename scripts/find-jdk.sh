# Sourced by the scripts at the root: finds a JDK of at least 25 and exports it as JAVA_HOME.
#
#   find_jdk    looks at JAVA_HOME, then at the PATH, then into the usual folders; 1 when there is none
#   need_jdk    the same, but says what to install and exits
#   need_maven  says what to install and exits when there is no mvn

jdk_wanted=25

# The major version of the JDK in folder $1, read from its release file; nothing when it is no whole JDK.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/jlink" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release" | head -n 1
}

jdk_fits() {
    jdk_found=$(jdk_version "$1")
    [ -n "$jdk_found" ] && [ "$jdk_found" -ge "$jdk_wanted" ]
}

# The home of the java on the PATH, behind whatever links lead to it.
jdk_on_path() {
    command -v java >/dev/null 2>&1 || return 0
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' | head -n 1
}

# A version that Nexus is tested with comes before a newer one.
jdk_in_folders() {
    jdk_newer=
    for jdk_dir in /usr/lib/jvm/* /usr/java/* /opt/* /opt/*/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        "$HOME"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        jdk_fits "$jdk_dir" || continue
        if [ "$jdk_found" -eq "$jdk_wanted" ]; then
            printf '%s\n' "$jdk_dir"
            return
        fi
        [ -n "$jdk_newer" ] || jdk_newer=$jdk_dir
    done
    printf '%s\n' "$jdk_newer"
}

find_jdk() {
    HOME=${HOME:-/}
    if [ -n "${JAVA_HOME:-}" ] && jdk_fits "$JAVA_HOME"; then
        export JAVA_HOME
        return 0
    fi
    JAVA_HOME=$(jdk_on_path)
    if [ -z "$JAVA_HOME" ] || ! jdk_fits "$JAVA_HOME"; then
        JAVA_HOME=$(jdk_in_folders)
    fi
    if [ -z "$JAVA_HOME" ]; then
        unset JAVA_HOME
        return 1
    fi
    export JAVA_HOME
}

need_jdk() {
    find_jdk && return 0
    {
        echo "Nexus is built with a JDK of version $jdk_wanted or newer, and none was found:"
        echo "not in JAVA_HOME, not on the PATH, not in the usual folders (/usr/lib/jvm, /opt, ~/.sdkman, macOS's)."
        echo "Install one (Debian, Ubuntu: openjdk-$jdk_wanted-jdk; macOS: brew install openjdk;"
        echo "all: Temurin from https://adoptium.net), or set JAVA_HOME to where it is."
    } >&2
    exit 1
}

need_maven() {
    command -v mvn >/dev/null 2>&1 && return 0
    {
        echo "Nexus is built with Apache Maven 3.8.1 or newer, and there is no mvn on the PATH."
        echo "Install it (Debian, Ubuntu: apt-get install maven; macOS: brew install maven;"
        echo "all: https://maven.apache.org/install.html)."
    } >&2
    exit 1
}
