package io.trailproof.rule.own;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RuleReader;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class EventsCheckTest {
  /** Place, message and help of each thing that is said of a rule with these events. */
  private static List<String> told(String... entries) {
    Node root =
        YamlReader.read(
                SourceFile.ofText(
                    "own.yaml",
                    "events:\n  - "
                        + String.join("\n  - ", entries)
                        + "\n"
                        + "id: own\n"
                        + "title: it is told\n"
                        + "severity: high\n"
                        + "chain: cloudtrail-alarm\n"))
            .value()
            .orElseThrow();
    RuleReader reader = new RuleReader(RulesFolder.CATALOG, Predicates.ALL);
    BundledRules.read(reader);
    Outcome<Rule> rule = reader.readRule(root);
    assertEquals(List.of(), rule.diagnostics());
    return EventsCheck.of(root, rule.value().orElseThrow()).stream()
        .map(
            one ->
                Objects.requireNonNull(one.primary()).span()
                    + " "
                    + one.message()
                    + (one.help().isEmpty() ? "" : " " + one.help()))
        .toList();
  }

  @Test
  void whatServicesHaveIsTaken() {
    assertEquals(
        List.of(),
        told(
            "{ source: kms.amazonaws.com, names: [DisableKey, DeleteKey] }",
            "{ source: s3.amazonaws.com, names: [PutBucketLifecycle, DeleteBucketPublicAccessBlock]"
                + " }",
            "{ source: signin.amazonaws.com, names: ConsoleLogin, when: '{ $.userIdentity.type ="
                + " Root }' }",
            "{ source: sts.amazonaws.com, names: [AssumeRole], access: read, outcome: failure }",
            "{ source: new-service.amazonaws.com, names: [MakeThing] }",
            "{ name: newer, pattern: '{ $.eventSource = kms.amazonaws.com && $.eventName ="
                + " RetireAllKeys }' }",
            "{ name: elsewhere, pattern: '{ $.eventSource = new.amazonaws.com && $.eventName ="
                + " DisableKeys }' }",
            "{ name: a refused call, pattern: '{ $.errorCode = \"AccessDenied*\" }' }",
            "{ name: outside, pattern: '{ $.eventName != ConsoleLogins && $.madeUp = 1 }' }"));
  }

  @Test
  void whatNoServiceHasIsAskedAbout() {
    assertEquals(
        List.of(
            "own.yaml:2:15 `kms` is no `eventSource` [did you mean `kms.amazonaws.com`?]",
            "own.yaml:3:15 `CloudTrail` is no `eventSource` [did you mean"
                + " `cloudtrail.amazonaws.com`?]",
            "own.yaml:4:15 no service is known as `cloudtrial.amazonaws.com` [did you mean"
                + " `cloudtrail.amazonaws.com`?]",
            "own.yaml:5:15 no service is known as `cloudtrails.amazonaws.com` [did you mean"
                + " `cloudtrail.amazonaws.com`?]",
            "own.yaml:6:42 `kms.amazonaws.com` has no event `DisableKeys` [did you mean"
                + " `DisableKey`?]",
            "own.yaml:6:76 `kms.amazonaws.com` has no event `EraseEverything` [a call that is newer"
                + " than this version can be given by a `pattern` with a `name`]",
            "own.yaml:7:41 `PutBucketLifecycleConfiguration` is recorded as `PutBucketLifecycle`",
            "own.yaml:8:31 no service that is known here has an event `ConsolLogin` [did you mean"
                + " `ConsoleLogin`?]"),
        told(
            "{ source: kms, names: [DisableKey] }",
            "{ source: CloudTrail, names: [CreateTrail] }",
            "{ source: cloudtrial.amazonaws.com, names: [StopLogging] }",
            "{ source: cloudtrails.amazonaws.com, names: [StartLogging] }",
            "{ source: kms.amazonaws.com, names: [DisableKeys, ScheduleKeyDeletion,"
                + " EraseEverything] }",
            "{ source: s3.amazonaws.com, names: [PutBucketLifecycleConfiguration] }",
            "{ name: slip, pattern: '{ $.eventName = ConsolLogin }' }"));
  }

  @Test
  void whatNoRecordIsLikeIsAskedAbout() {
    assertEquals(
        List.of(
            "own.yaml:2:63 `access` is `read`, and `DisableKey` changes something",
            "own.yaml:3:61 no record is like this, so nothing is asked of `AssumeRole` [a call that"
                + " succeeds has no `errorCode`; `outcome: failure` means those that were refused]",
            "own.yaml:4:61 no record is like this, so nothing is asked of `CreateUser`",
            "own.yaml:5:61 no record is like this, so nothing is asked of `CreateRole`",
            "own.yaml:6:28 no record is like this, so nothing is asked of `none`",
            "own.yaml:7:30 no record is like this, so nothing is asked of `silent`",
            "own.yaml:8:31 which records `$.awsRegion=eu-west-1` matches is not documented [put the"
                + " text into quotes, with `*` at its ends alone]",
            "own.yaml:8:58 which records `$.userAgent=a*b` matches is not documented [put the text"
                + " into quotes, with `*` at its ends alone]",
            "own.yaml:9:28 no record is like this, so nothing is asked of `read`"),
        told(
            "{ source: kms.amazonaws.com, names: [DisableKey], access: read }",
            "{ source: sts.amazonaws.com, names: [AssumeRole], when: '{ $.errorCode = AccessDenied"
                + " }' }",
            "{ source: iam.amazonaws.com, names: [CreateUser], when: '{ $.eventName = DeleteUser }'"
                + " }",
            "{ source: iam.amazonaws.com, names: [CreateRole], when: '{ $.awsRegion = \"eu-west-1\""
                + " }' }",
            "{ name: none, pattern: '{ $.eventName = a && $.eventName = b }' }",
            "{ name: silent, pattern: '{ $.errorCode NOT EXISTS && $.eventSource ="
                + " kms.amazonaws.com }', outcome: failure }",
            "{ name: open, pattern: '{ $.awsRegion = eu-west-1 || $.userAgent = \"a*b\" }' }",
            "{ name: read, pattern: '{ $.eventSource = kms.amazonaws.com && $.eventName ="
                + " PutKeyPolicy }', access: read }"));
  }
}
