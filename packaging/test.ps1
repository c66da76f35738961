# Tries on Windows what packaging/test tries elsewhere: the zip with its trailproof.cmd, npm and pip.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
$work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory $work | Out-Null
$failures = 0

function Expect([int]$code, [string]$command, [string[]]$arguments) {
  & $command @arguments | Out-Null
  if ($LASTEXITCODE -ne $code) {
    Write-Host "FAILED: exit $LASTEXITCODE instead of ${code}: $command $arguments"
    $script:failures++
  }
}

function Works([string]$command) {
  Expect 0 $command @('--version')
  Expect 0 $command @('check', '--no-source', 'fixtures/terraform/compliant/plan.json')
  Expect 0 $command @('check', '--region', 'eu-central-1', 'fixtures/cloudformation/compliant/template.yaml')
  Expect 1 $command @('check', '--no-source', 'fixtures/terraform/threshold-100/plan.json')
  Expect 3 $command @('check', 'no-such-file.json')
  Expect 2 $command @('chekc')
}

$zip = Get-ChildItem dist/trailproof-*.zip | Select-Object -First 1
Expand-Archive $zip.FullName $work
Works (Join-Path $work "$($zip.BaseName)/bin/trailproof.cmd")

python -m venv (Join-Path $work 'pip')
& (Join-Path $work 'pip/Scripts/pip.exe') install -q --no-index (Get-ChildItem dist/*.whl).FullName
Works (Join-Path $work 'pip/Scripts/trailproof.exe')

npm install --silent --no-audit --no-fund --prefix (Join-Path $work 'npm') (Get-ChildItem dist/trailproof-npm-*.tgz).FullName
Works (Join-Path $work 'npm/node_modules/.bin/trailproof.cmd')

Remove-Item -Recurse -Force $work
Write-Host "$failures failures"
exit [Math]::Min($failures, 1)
