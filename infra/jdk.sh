# shellcheck shell=sh
# Finds a JDK 25 or newer and exports JAVA_HOME: JAVA_HOME itself, then the java on the PATH, then the usual places.
# Sourced by ./mvnw and ./waybill, so that both work while an older java stands first on the PATH.

waybill_jdk_version() { # the feature release of the JDK in folder $1, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

waybill_find_jdk() {
  waybill_path_java=$(command -v java 2>/dev/null) && waybill_path_java=$(readlink -f "$waybill_path_java" 2>/dev/null)
  # The glob is wanted here, also where the caller has switched globbing off.
  case $- in *f*) waybill_noglob=yes ;; *) waybill_noglob= ;; esac
  set +f
  for waybill_jdk in "${JAVA_HOME-}" "${waybill_path_java%/bin/java}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/*; do
    waybill_found=$(waybill_jdk_version "$waybill_jdk")
    [ "${waybill_found:-0}" -ge 25 ] && break
    waybill_jdk=
  done
  [ -z "$waybill_noglob" ] || set -f
  if [ -z "$waybill_jdk" ]; then
    echo "Waybill needs JDK 25 or newer, and none was found: install one (any vendor) or point JAVA_HOME to it." >&2
    return 1
  fi
  JAVA_HOME=$waybill_jdk
  export JAVA_HOME
}

waybill_find_jdk
