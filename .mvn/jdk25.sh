# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by mvnw and playledger.
# Order: PLAYLEDGER_JAVA_HOME, JAVA_HOME, the java on the path, then where systems keep JDKs.

playledger_java_major() {
    # prints the major version of the JDK in $1, nothing where there is no JDK
    [ -x "$1/bin/javac" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

playledger_find_jdk() {
    path_java=$(command -v javac 2>/dev/null || true)
    [ -z "$path_java" ] || path_java=$(dirname "$(dirname "$(readlink -f "$path_java")")")
    for candidate in "${PLAYLEDGER_JAVA_HOME:-}" "${JAVA_HOME:-}" "$path_java" \
        /usr/lib/jvm/*25* /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -n "$candidate" ] || continue
        major=$(playledger_java_major "$candidate")
        if [ -n "$major" ] && [ "$major" -ge 25 ]; then
            JAVA_HOME=$candidate
            export JAVA_HOME
            return 0
        fi
    done
    cat >&2 <<'MISSING'
Playledger needs a JDK 25 or newer, and none was found in PLAYLEDGER_JAVA_HOME, JAVA_HOME,
on the PATH or under /usr/lib/jvm. Install one (Debian: apt-get install temurin-25-jdk or
openjdk-25-jdk; others: https://adoptium.net), or set JAVA_HOME to where it lies.
MISSING
    return 1
}

playledger_find_jdk || exit 1
