#!/usr/bin/env sh
# Follows the hooks of .pre-commit-hooks.yaml through a real pre-commit: from a repository of hooks that is cloned and
# used for the first time, in repositories as people have them. One line for each claim that held; ends with 1 at the first
# that did not, and with 77 where pre-commit or git is missing.
#
#   src/test/sh/pre-commit.sh [JAR]    JAR: trailproof as it is to be tested (default: what the launcher has built)

set -eu

home=$(CDPATH='' cd -P "$(dirname "$0")/../../.." && pwd)
version=$(sed -n 's,^  <version>\(.*\)</version>$,\1,p' "$home/pom.xml" | head -n 1)
name=trailproof-$version-all.jar
jar=${1-$home/target/$name}

for tool in git pre-commit; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "$tool is not installed: the hooks are not tested end to end"
    exit 77
  fi
done
[ -f "$jar" ] || { echo "there is no $jar" && exit 1; }
jar=$(CDPATH='' cd "$(dirname "$jar")" && pwd)/$(basename "$jar")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

export PRE_COMMIT_HOME="$work/cache" GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=test GIT_AUTHOR_EMAIL=test@corp.test GIT_COMMITTER_NAME=test GIT_COMMITTER_EMAIL=test@corp.test
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE TRAILPROOF_CONFIG SKIP

out=$work/out

fail() {
  echo "FAILED: $*"
  sed 's/^/  | /' "$out"
  exit 1
}

# passes CLAIM HOOK: the hook passes over all files, and changes none.
passes() {
  pre-commit run "$2" --all-files --color never >"$out" 2>&1 || fail "$1"
  git diff --quiet || fail "$1: files were changed"
  echo "ok: $1"
}

# refuses CLAIM HOOK TEXT: the hook does not, and says TEXT.
refuses() {
  if pre-commit run "$2" --all-files --color never >"$out" 2>&1; then
    fail "$1"
  fi
  grep -qF -e "$3" "$out" || fail "$1: nothing is said of \"$3\""
  echo "ok: $1"
}

commit() {
  git add -A
  git commit -q --no-verify --allow-empty -m "$1"
}

# without RESOURCE FILE: the template in FILE without a resource.
without() {
  awk -v name="  $1:" '/^( ? ?[A-Za-z])/ { gone = ($0 == name) } !gone' "$2" >"$2.new"
  mv "$2.new" "$2"
}

# --- the repository of the hooks: the launcher as it is, and a build that takes what was built ------------------------

mkdir -p "$work/hooks"
cd "$work/hooks"
git init -q .
cp "$home/.pre-commit-hooks.yaml" "$home/trailproof" .
cat >mvnw <<END
#!/bin/sh
sleep 1
cp '$jar' 'target/$name'
END
chmod +x mvnw
cat >pom.xml <<END
<project>
  <version>$version</version>
</project>
END
commit "the hooks"
rev=$(git rev-parse HEAD)

repository() {
  mkdir -p "$work/$1"
  cd "$work/$1"
  git init -q .
  cat >.pre-commit-config.yaml <<END
repos:
  - repo: $work/hooks
    rev: $rev
    hooks:
      - id: trailproof-cloudformation
      - id: trailproof-plan
      - id: trailproof
END
}

# --- a repository in which nothing is about the rules -----------------------------------------------------------------

repository service
mkdir infra deploy docs
cat >infra/template.yaml <<'END'
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Function:
    Type: AWS::Serverless::Function
    Properties: { Handler: index.handler, Runtime: nodejs20.x, CodeUri: src/ }
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: !Sub "/aws/lambda/${Function}", RetentionInDays: 14 }
  Alerts: { Type: AWS::SNS::Topic }
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/Lambda
      MetricName: Errors
      Statistic: Sum
      Period: 60
      EvaluationPeriods: 1
      Threshold: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      AlarmActions: [!Ref Alerts]
END
cat >infra/plan.json <<'END'
{"format_version":"1.2","terraform_version":"1.11.0","planned_values":{"root_module":{"resources":[
  {"address":"aws_sqs_queue.jobs","mode":"managed","type":"aws_sqs_queue","name":"jobs",
   "provider_name":"registry.terraform.io/hashicorp/aws","schema_version":0,"values":{"name":"jobs"},"sensitive_values":{}}]}},
 "resource_changes":[
  {"address":"aws_sqs_queue.jobs","mode":"managed","type":"aws_sqs_queue","name":"jobs",
   "provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],"before":null,
   "after":{"name":"jobs"},"after_unknown":{"id":true},"before_sensitive":false,"after_sensitive":{}}}],
 "configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws"}},
  "root_module":{"resources":[{"address":"aws_sqs_queue.jobs","mode":"managed","type":"aws_sqs_queue","name":"jobs",
   "provider_config_key":"aws","expressions":{"name":{"constant_value":"jobs"}},"schema_version":0}]}}}
END
echo '{"monday": "soup"}' >docs/meal-plan.json
printf '{\n  // comments\n  "compilerOptions": {},\n}\n' >tsconfig.json
printf 'apiVersion: v1\nkind: List\n---\nkind: Service\n' >deploy/all.yaml
printf 'name: {{ .Values.name }}\n{{- if .x }}\na: b\n{{- end }}\n' >deploy/chart.yaml
commit "a service"

# Nothing but what goes to the terminal itself reaches the record, since pre-commit writes into a file.
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
  script -qec "pre-commit run --all-files --color never >'$out' 2>&1" "$work/terminal" >/dev/null 2>&1 </dev/null ||
    fail "ordinary templates and plans pass all hooks at first use"
  grep -q 'trailproof: building (first use' "$work/terminal" || fail "the first use says on the terminal what it waits for"
  echo "ok: the first use says on the terminal what it waits for"
else
  echo "skipped: there is no script(1) to make a terminal with"
  pre-commit run --all-files --color never >"$out" 2>&1 || fail "ordinary templates and plans pass all hooks at first use"
fi
git diff --quiet || fail "files were changed"
[ "$(grep -c Passed "$out")" -eq 3 ] || fail "ordinary templates and plans pass all hooks at first use"
echo "ok: ordinary templates and plans pass all hooks at first use"

git rm -q -r infra
commit "no inputs"
passes "a repository without plans and templates passes" trailproof
passes "what is only named like a plan passes" trailproof-plan

# --- a repository that states a deployment ----------------------------------------------------------------------------

repository security
mkdir infra
cp "$home/fixtures/cloudformation/compliant/template.yaml" infra/monitoring.yaml
printf 'deployments:\n  production:\n    inputs: infra/*.yaml\n' >trailproof.yaml
commit "the chain"
passes "a deployment that is listed and proven passes" trailproof
grep -qF 'by `trailproof.yaml`' "$out" || fail "what the verdict rests on is shown, though the hook passes"
passes "its template passes by itself" trailproof-cloudformation

pre-commit install >"$out" 2>&1 || fail "the hooks are installed"
without IamPolicyAlarm infra/monitoring.yaml
git add -A
if SKIP=trailproof-cloudformation git commit -q -m "less noise" >"$out" 2>&1; then
  fail "deleting the alarm stops a commit"
fi
grep -q 'iam-policy-changes' "$out" || fail "deleting the alarm stops a commit: the rule is not named"
echo "ok: deleting the alarm stops a commit"
refuses "deleting the alarm does not pass for the template by itself" trailproof-cloudformation iam-policy-changes

git reset -q --hard
without IamPolicyChanges infra/monitoring.yaml
git add -A
refuses "deleting the filter does not pass" trailproof iam-policy-changes

for gone in Trail IamPolicyChanges IamPolicyAlarm; do
  without "$gone" infra/monitoring.yaml
done
git add -A
refuses "deleting all that is particular to the chain does not pass" trailproof iam-policy-changes

git reset -q --hard
git rm -q infra/monitoring.yaml
refuses "deleting the whole file of a listed deployment does not pass" trailproof no-such-inputs

# --- a plan that is judged by itself ----------------------------------------------------------------------------------

repository plans
cp "$home/fixtures/terraform/compliant/plan.json" plan.json
commit "a plan"
passes "a plan that is proven passes" trailproof-plan
cp "$home/fixtures/terraform/no-alarm/plan.json" plan.json
commit "a plan without the alarm"
refuses "a plan without the alarm does not pass" trailproof-plan iam-policy-changes

# --- a repository without plans under version control: the recipe of README, with a terraform that has made its plan --

mkdir -p "$work/tools" "$work/fresh"
cat >"$work/tools/terraform" <<'END'
#!/bin/sh
case $1 in
plan) echo "Plan: 1 to add" && : >tfplan ;;
show) cat "$PLANNED" ;;
esac
END
chmod +x "$work/tools/terraform"
export PATH="$work/tools:$PATH" PLANNED="$home/fixtures/terraform/compliant/plan.json"
cd "$work/fresh"
git init -q .
awk '/^```/ { if (recipe) printf "%s", block; block = ""; recipe = 0; next }
  { block = block $0 "\n" } /repo: local/ { recipe = 1 }' "$home/README.md" |
  sed "s,/path/to/your/clone/of/trailproof,$work/hooks," >.pre-commit-config.yaml
printf 'tfplan\nplan.json\n' >.gitignore
echo 'resource "aws_sns_topic" "alerts" {}' >main.tf
commit "only sources"
passes "a plan that is made by a hook and proven passes" trailproof-fresh-plan
PLANNED=$home/fixtures/terraform/no-alarm/plan.json
refuses "a plan that is made by a hook and lost its alarm does not pass" trailproof-fresh-plan iam-policy-changes

# --- by what is installed, and by what was released -------------------------------------------------------------------

mkdir "$work/bin"
printf '#!/bin/sh\nexec java -Xss4m -jar "%s" "$@"\n' "$jar" >"$work/bin/trailproof"
chmod +x "$work/bin/trailproof"

repository installed
cp "$home/fixtures/terraform/compliant/plan.json" "$home/fixtures/cloudformation/compliant/template.yaml" .
sed -i.bak 's/- id: \(.*\)/- id: \1-system/' .pre-commit-config.yaml
rm .pre-commit-config.yaml.bak
commit "a plan and a template"
PATH="$work/bin:$PATH" passes "a plan is proven by the installed trailproof" trailproof-plan-system
PATH="$work/bin:$PATH" passes "so is a template" trailproof-cloudformation-system
cp "$home/fixtures/terraform/threshold-100/plan.json" .
commit "an alarm that never fires"
PATH="$work/bin:$PATH" refuses "an alarm that never fires does not pass" trailproof-plan-system 'alarm-threshold'

if command -v sha256sum >/dev/null 2>&1; then
  cd "$work/hooks"
  mkdir -p packaging src/main rules snapshots
  echo source | tee src/main/A rules/a snapshots/a >/dev/null
  sum=$(sha256sum <"$jar")
  sources=$(find pom.xml src/main rules snapshots -type f -exec sha256sum {} + | LC_ALL=C sort -k 2 | sha256sum)
  printf 'jar-%s=%s\nsources-%s=%s\n' "$version" "${sum%% *}" "$version" "${sources%% *}" >packaging/released
  printf '#!/bin/sh\nexit 1\n' >mvnw
  commit "a release; whoever builds fails"
  rev=$(git rev-parse HEAD)
  export HOME="$work/somebody"
  mkdir -p "$HOME/.m2/repository/io/trailproof/trailproof/$version"
  cp "$jar" "$HOME/.m2/repository/io/trailproof/trailproof/$version/$name"
  repository released
  cp "$home/fixtures/terraform/compliant/plan.json" .
  commit "a plan"
  began=$(date +%s)
  passes "a released jar is taken and not built" trailproof-plan
  echo "first use of a released jar: $(($(date +%s) - began)) s"
fi
