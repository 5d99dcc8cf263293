# Sourced by demo and test: finds Python 3.11+, makes a virtual environment, installs pinned packages with hashes.
# shellcheck shell=sh

say() { printf '%s\n' "$*"; }
fail() { printf 'foidesk: %s\n' "$*" >&2; exit 2; }

find_python() {
    for name in python3.13 python3.12 python3.11 python3 python3.14 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

# set_up ENVIRONMENT REQUIREMENTS: an environment with exactly the packages of the lock file, and foidesk itself.
set_up() {
    environment=$1 lock=$2
    python=$(find_python) || fail "needs Python 3.11 or newer with venv (on Debian: apt install python3-venv)"
    stamp="$environment/.lock"
    if [ ! -f "$stamp" ] || ! cmp -s "$lock" "$stamp"; then
        say "Setting up $environment with $("$python" --version) …"
        "$python" -m venv "$environment" || fail "could not make $environment"
        "$environment/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r "$lock" ||
            fail "could not install the packages of $lock; is there a network?"
        "$environment/bin/python" -m pip install -qq --disable-pip-version-check --no-deps \
            --no-build-isolation --editable . || fail "could not install foidesk itself"
        cp "$lock" "$stamp"
    fi
}
