package io.trailproof.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What is read beside inputs: configuration, parameters, Terraform's files, records, own rules. */
final class BesideMakers {
  private static final String IN_FOLDER = Specimen.FOLDER + "/";
  private static final Path PLAN = Path.of("fixtures/terraform/compliant/plan.json");
  private static final Path SOURCES = Path.of("fixtures/terraform/sources-modules");

  private static final String CONFIGURATION =
      """
      deployments:
        production:
          inputs: [plan.json]
          account: "111122223333"
          region: us-east-1
          parameters: { AlertAddress: security@corp.test }
          rules: [iam-policy-changes]
        other: { inputs: "*.json", require: false, source: . }
      rules:
        iam-policy-changes: { ways: eventbridge, severity: medium }
        kms-key-deletion: off
      accept:
        - code: iam-policy-changes/alarm-threshold
          address: aws_cloudwatch_metric_alarm.iam_policy_changes
          reason: until the pager is there
          until: 2099-12-31
      declared:
        trail:
          type: aws.cloudtrail.Trail
          arn: arn:aws:cloudtrail:us-east-1:111122223333:trail/org
          logging: true
          multiRegion: true
          logGroup: !ref logs.arn
        logs: { type: aws.logs.LogGroup, name: /org/trail, region: us-east-1, account: "111122223333" }
        central: { type: aws.sns.Topic, arn: "arn:aws:sns:us-east-1:111122223333:central" }
        pager: { type: aws.sns.Subscription, topic: !ref central.arn, protocol: email, endpoint: !unknown why }
      """;

  private static final List<String> PARAMETERS =
      List.of(
          "[{\"ParameterKey\":\"AlertAddress\",\"ParameterValue\":\"a@corp.test\"},"
              + "{\"ParameterKey\":\"B\",\"UsePreviousValue\":true}]",
          "{\"Parameters\":{\"AlertAddress\":\"a@corp.test\",\"Ports\":[\"1\",\"2\"]}}",
          "{\"AlertAddress\": \"a@corp.test\", \"Number\": 3}",
          "AlertAddress: a@corp.test\nOthers:\n  - x\n  - 'y'\n",
          "[\"AlertAddress=a@corp.test\", \"B=c\"]");

  private static final String RECORD =
      """
      {"eventVersion":"1.08","userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::1:x/y",\
      "sessionContext":{"attributes":{"mfaAuthenticated":"false"}}},\
      "eventTime":"2024-01-01T00:00:00Z","eventSource":"iam.amazonaws.com",\
      "eventName":"DeleteGroupPolicy","awsRegion":"us-east-1","sourceIPAddress":"10.0.0.1",\
      "requestParameters":{"groupName":"a","policyName":"b"},"responseElements":null,"readOnly":false}
      """;

  private final Seeds seeds;

  BesideMakers(Seeds seeds) {
    this.seeds = seeds;
  }

  private static byte[] changed(String text, Random random) {
    return Seeds.utf8(TextMutator.mutated(text, text, random));
  }

  Specimen configuration(Random random) throws IOException {
    return Specimen.checked("trailproof.yaml", "trailproof.yaml", changed(CONFIGURATION, random))
        .and("plan.json", Files.readAllBytes(PLAN))
        .calling("check", "--config", IN_FOLDER + "trailproof.yaml", IN_FOLDER + "plan.json");
  }

  Specimen parameters(Random random) {
    Seeds.Seed template = seeds.template(random);
    String file = FuzzTarget.any(random, PARAMETERS);
    byte[] bytes =
        file.startsWith("A") ? changed(file, random) : TextMutator.json(Seeds.utf8(file), random);
    return Specimen.checked("parameters for " + template.story(), "parameters.json", bytes)
        .and("template.yaml", template.bytes())
        .calling(
            "check",
            "--no-config",
            "--parameters",
            IN_FOLDER + "parameters.json",
            IN_FOLDER + "template.yaml");
  }

  /** One of Terraform's files, of the plan's own or of anybody's. */
  Specimen sources(Random random) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<Path> own;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      own = all.filter(one -> one.toString().endsWith(".tf")).sorted().toList();
    }
    Path chosen = FuzzTarget.any(random, own);
    files.put(name(chosen), new byte[0]);
    for (Path one : own) {
      files.put(name(one), Files.readAllBytes(one));
    }
    files.put("plan.json", Files.readAllBytes(SOURCES.resolve("plan.json")));
    byte[] from = random.nextInt(3) > 0 ? Files.readAllBytes(chosen) : seeds.source(random).bytes();
    return new Specimen(
            chosen.toString(),
            files,
            List.of("check", "--no-config", "--source", Specimen.FOLDER, IN_FOLDER + "plan.json"),
            Set.of(),
            Specimen.ANY_STATUS)
        .with(ByteMutator.mutated(from, List.of(from, seeds.source(random).bytes()), random));
  }

  private static String name(Path source) {
    return SOURCES.relativize(source).toString().replace('\\', '/');
  }

  /** The plan as Terraform saves it, which is a zip. */
  Specimen archive(Random random) throws IOException {
    byte[] zip = Files.readAllBytes(SOURCES.resolve("tfplan"));
    return Specimen.checked("tfplan", "tfplan", ByteMutator.mutated(zip, List.of(zip), random))
        .and("plan.json", Files.readAllBytes(SOURCES.resolve("plan.json")))
        .calling(
            "check", "--no-config", "--plan-file", IN_FOLDER + "tfplan", IN_FOLDER + "plan.json");
  }

  Specimen record(Random random) {
    byte[] record = Seeds.utf8(random.nextBoolean() ? RECORD : "{\"Records\":[" + RECORD + "]}");
    return Specimen.checked("a record", "record.json", TextMutator.json(record, random))
        .calling(
            "pattern",
            "-f",
            random.nextBoolean() ? "text" : "json",
            "--record",
            IN_FOLDER + "record.json",
            "{ $.eventName = DeleteGroupPolicy && $.userIdentity.type != Root }");
  }

  /** A pattern on the command line. */
  FuzzTarget.Maker pattern(List<String> patterns) {
    return random -> {
      String text = FuzzTarget.any(random, patterns);
      String other = FuzzTarget.any(random, patterns);
      String changed = TextMutator.mutated(text, other, random);
      return Specimen.text("a pattern", Seeds.utf8(changed))
          .calling("pattern", "-f", random.nextBoolean() ? "text" : "json", "--", Specimen.TEXT);
    };
  }

  Specimen ownRule(Random random) throws IOException {
    byte[] rule = Files.readAllBytes(Path.of("docs/examples/own-rules/trail-changes.yaml"));
    byte[] bytes = changed(new String(rule, java.nio.charset.StandardCharsets.UTF_8), random);
    return Specimen.checked("an own rule", "own/trail-changes.yaml", bytes)
        .and("plan.json", Files.readAllBytes(PLAN))
        .calling("check", "--no-config", "--rules", IN_FOLDER + "own", IN_FOLDER + "plan.json");
  }
}
