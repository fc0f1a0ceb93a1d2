# Sourced by the scripts that start a JVM: which Java, with which flags, with which archive of classes. Needs $home and die().
# shellcheck shell=sh

# Without sources this is an unpacked distribution (scripts/package).
if [ -f "$home/pom.xml" ]; then
    jar=$home/app/target/halfspread.jar libraries=$home/app/target/lib archives=$home/app/target/archives
else
    jar=$home/halfspread.jar libraries= archives=$home/archives
fi
accepted_names() { # gc- for collectors, empty for profiles: names of the files in config/jvm
    for each in "$home/config/jvm/$1"*.options; do
        name=${each##*/"$1"}
        case $1$name in gc-*) [ -n "$1" ] || continue ;; esac
        printf '%s ' "${name%.options}"
    done
}

find_java() { # sets $java, $java_home and $version
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || die "JAVA_HOME=$JAVA_HOME has no bin/java; set it to a JDK 17 or later"
    else
        java=$(command -v java) || die "no Java found; install a JDK 17 or later, or set JAVA_HOME to one"
    fi
    java_home=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
    java_home=${java_home%/bin/java}
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$java_home/release" 2>/dev/null)
    if [ -z "$version" ]; then
        version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    fi
    [ "${version:-0}" -ge 17 ] || die "Java ${version:-of unknown version} at $java; a JDK 17 or later is needed (JAVA_HOME)"
}

read_options() { # FILE: appends its flags for $version to $flags; "gc NAME" sets $collector unless it is set
    while read -r first rest || [ -n "$first" ]; do
        case $first in
            '' | '#'*) continue ;;
            gc) collector=${collector:-$rest} ;;
            [1-9][0-9]+) [ "$version" -lt "${first%+}" ] || flags="$flags $rest" ;;
            [1-9][0-9]-[1-9][0-9])
                [ "$version" -lt "${first%-*}" ] || [ "$version" -gt "${first#*-}" ] || flags="$flags $rest"
                ;;
            *) flags="$flags $first" ;;
        esac
    done <"$1"
}

find_flags() { # PROFILE COLLECTOR-OR-EMPTY: sets $profile, $collector and $flags
    profile=$1 collector=$2 flags=
    case $profile in
        '' | *[!a-z]*) bad "profile '$profile': accepted: $(accepted_names '')" ;;
    esac
    [ -f "$home/config/jvm/$profile.options" ] || bad "profile '$profile': accepted: $(accepted_names '')"
    read_options "$home/config/jvm/$profile.options"
    case $collector in
        *[!a-z]*) bad "collector '$collector': accepted: $(accepted_names gc-)" ;;
    esac
    [ -f "$home/config/jvm/gc-$collector.options" ] || bad "collector '$collector': accepted: $(accepted_names gc-)"
    read_options "$home/config/jvm/gc-$collector.options"
    # JDK 23 and later want this said; earlier ones do not know it.
    [ "$version" -lt 23 ] || flags="$flags --sun-misc-unsafe-memory-access=allow"
}

find_archive() { # sets $archive, $archive_key, $archive_quiet, and $archive_flag: empty unless it is of this jar and JVM
    archive_flag= archive=
    [ "${HALFSPREAD_ARCHIVE:-}" != off ] || return 0
    archive=${HALFSPREAD_ARCHIVE:-$archives}/$profile-$collector-$version
    if [ "$version" -ge 25 ]; then archive=$archive.aot; else archive=$archive.jsa; fi
    [ -f "$archive" ] || [ "${1:-}" = new ] || return 0
    archive_key=$({
        cat "$java_home/release" "$home/config/jvm.options"
        ls -Lln "$java_home/lib/modules" "$jar" ${libraries:+"$libraries"}
        printf '%s' "$flags ${JAVA_TOOL_OPTIONS:-}"
    } 2>/dev/null | cksum)
    { read -r kept <"$archive.key"; } 2>/dev/null || return 0
    [ "$kept" = "$archive_key" ] || return 0
    if [ "$version" -ge 25 ]; then
        archive_flag=-XX:AOTCache=$archive archive_quiet='-Xlog:aot*=off'
    else
        archive_flag=-XX:SharedArchiveFile=$archive archive_quiet='-Xlog:cds*=off'
    fi
}
