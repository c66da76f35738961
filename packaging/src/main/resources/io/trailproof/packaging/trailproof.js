#!/usr/bin/env node
// Runs trailproof @VERSION@ from an npm package. Exit codes are those of the tool; 2 is said where there is no suitable Java.
'use strict';
const { spawn, spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const home = path.dirname(__dirname);

function refuse(text) {
  process.stderr.write(`trailproof: ${text}\n`);
  process.exit(2);
}

// The java command on Windows, where there is no sh for the launcher.
function findJava() {
  const named = process.env.TRAILPROOF_JAVA;
  const folders = (process.env.PATH || '').split(path.delimiter).filter(Boolean);
  const candidates = named
    ? [named]
    : [
        ...(process.env.JAVA_HOME ? [path.join(process.env.JAVA_HOME, 'bin', 'java.exe')] : []),
        ...folders.map((folder) => path.join(folder, 'java.exe')),
      ];
  const old = [];
  for (const java of candidates) {
    if (!fs.existsSync(java)) continue;
    const said = spawnSync(java, ['-XshowSettings:properties', '-version'], { encoding: 'utf8' });
    const version = /^ *java\.version = (\S+)/m.exec(said.stderr || '');
    if (!version) continue;
    if (parseInt(version[1], 10) >= 17) return java;
    old.push(`\n  Java ${version[1]} at ${java}`);
  }
  const found = old.length ? `; found:${old.join('')}` : '';
  refuse(`no Java 17 or newer, which it takes to run trailproof; install one, or name it in JAVA_HOME or TRAILPROOF_JAVA${found}`);
}

const given = process.argv.slice(2);
const [command, before] =
  process.platform === 'win32'
    ? [findJava(), ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss4m', '-Dfile.encoding=UTF-8', '-jar', path.join(home, 'lib', 'trailproof-all.jar')]]
    : ['/bin/sh', [path.join(home, 'bin', 'trailproof')]];
const child = spawn(command, [...before, ...given], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (fault) => refuse(`${command} cannot be run: ${fault.code}`));
child.on('exit', (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : code));
