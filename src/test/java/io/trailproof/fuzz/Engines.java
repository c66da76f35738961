package io.trailproof.fuzz;

import io.trailproof.aws.alarm.composite.CompositeRule;
import io.trailproof.aws.eventpattern.EventPattern;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.insights.LogsQuery;
import io.trailproof.aws.policy.Mode;
import io.trailproof.aws.policy.PolicyDocument;
import io.trailproof.aws.policy.PolicyText;
import io.trailproof.aws.policy.Request;
import io.trailproof.document.Documents;
import io.trailproof.input.terraform.expression.ExpressionParser;
import io.trailproof.input.terraform.hcl.TerraformFile;
import io.trailproof.json.Json;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** The engines and readers by themselves: any text is read, and what is read can be asked. */
final class Engines {
  private static final Request PUBLISH =
      Request.of(
              "cloudwatch.amazonaws.com",
              "sns:Publish",
              PolicyText.of("arn:aws:sns:us-east-1:111122223333:alerts"))
          .with("aws:SourceAccount", PolicyText.of("111122223333"));

  private static final Json EVENT =
      Objects.requireNonNull(
          Json.read(
                  "{\"source\":\"aws.iam\",\"detail\":{\"eventName\":\"CreatePolicy\",\"n\":5,"
                      + "\"userIdentity\":{\"type\":\"Root\"},\"tags\":[\"a\",\"b\"]}}")
              .value());

  static final List<String> RULES =
      List.of(
          "ALARM(x) AND NOT (ALARM(\"y z\") OR OK(arn:aws:cloudwatch:us-east-1:1:alarm:x))",
          "AT_LEAST(2, ALARM, (a, b, c)) OR INSUFFICIENT_DATA('q') AND TRUE");

  static final List<String> POLICIES =
      List.of(
          "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"a\",\"Effect\":\"Allow\","
              + "\"Principal\":{\"Service\":[\"cloudwatch.amazonaws.com\"],\"AWS\":\"*\"},\"Action\":\"sns:Pub*\","
              + "\"Resource\":\"arn:aws:sns:*:111122223333:al?rts\",\"Condition\":{\"ArnLike\":"
              + "{\"aws:SourceArn\":\"arn:aws:cloudwatch:*:*:alarm:*\"},\"StringEqualsIfExists\":"
              + "{\"aws:SourceAccount\":[\"111122223333\",\"${aws:PrincipalAccount}\"]},\"Null\":{\"a:b\":true}}},"
              + "{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::1:root\"},\"NotAction\":\"sns:*\","
              + "\"NotResource\":\"*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"},"
              + "\"NumericLessThan\":{\"x\":3},\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"},"
              + "\"ForAllValues:StringLike\":{\"y\":[\"*\"]},\"DateGreaterThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"}}}]}");

  static final List<String> EVENT_PATTERNS =
      List.of(
          "{\"source\":[\"aws.iam\",{\"prefix\":\"aws.\"}],\"detail\":{\"eventName\":[{\"anything-but\":"
              + "[\"a\"]},{\"wildcard\":\"Create*\"},{\"equals-ignore-case\":\"X\"}],\"n\":[{\"numeric\":"
              + "[\">\",1,\"<=\",9]},{\"exists\":false}]},\"$or\":[{\"a\":[1]},{\"b\":[{\"cidr\":\"10.0.0.0/8\"},"
              + "{\"suffix\":{\"equals-ignore-case\":\"y\"}},{\"anything-but\":{\"prefix\":\"q\"}}]}]}");

  static final List<String> QUERIES =
      List.of(
          "fields @timestamp, eventName | filter eventSource = 'iam.amazonaws.com' and eventName in"
              + " ['CreatePolicy', \"DeletePolicy\"] | stats count(*) as n by bin(5m), eventName |"
              + " sort n desc | limit 5",
          "filter (eventName like /(?i)^Attach.*Policy$/ or not ispresent(errorCode)) and strlen(a)"
              + " > 3\n"
              + "| parse @message '\"x\":\"*\"' as y | display y # done");

  static final List<String> EXPRESSIONS =
      List.of(
          "{ for k, v in var.m : upper(k) => \"${v.a[0]}-%{ if true }x%{ endif }\"... if v != null"
              + " }",
          "cond ? jsonencode({a = [1, 2.5e3, true], \"b\" : local.x}) : <<-EOT\n  a ${b}\n  EOT\n",
          "aws_sns_topic.t[count.index].arn == \"x\" && !(a || b) ? t.*.id : t[*].id");

  static List<String> patterns() throws IOException {
    return Files.readAllLines(Path.of("fixtures/filterpattern/hostile.txt")).stream()
        .filter(line -> !line.startsWith("#") && line.contains(": "))
        .map(line -> line.substring(line.indexOf(": ") + 2))
        .filter(line -> line.length() < 600)
        .toList();
  }

  private Engines() {}

  /** Changes one of some texts. */
  static FuzzTarget.Maker changing(List<String> texts) {
    return random -> {
      String text = FuzzTarget.any(random, texts);
      String changed = TextMutator.mutated(text, FuzzTarget.any(random, texts), random);
      return Specimen.text("a text", Seeds.utf8(changed));
    };
  }

  /** Changes one of Terraform's files. */
  static FuzzTarget.Maker source(Seeds seeds) {
    return (Random random) -> {
      byte[] one = seeds.source(random).bytes();
      byte[] other = seeds.source(random).bytes();
      return Specimen.text("source", ByteMutator.mutated(one, List.of(one, other), random));
    };
  }

  /** Reads a text in some way. */
  interface Reading {
    void read(String text);
  }

  /** Nothing is thrown. */
  static FuzzTarget.Oracle reads(Reading reading) {
    return (specimen, folder) -> {
      reading.read(new String(specimen.bytes(), StandardCharsets.UTF_8));
      return Optional.empty();
    };
  }

  static void pattern(String text) {
    FilterPattern.parse(text)
        .match(
            accepted -> {
              FilterPattern pattern = accepted.pattern();
              pattern.matches("{\"eventName\":\"CreatePolicy\",\"n\":[1,\"a\"]}");
              String printed = pattern.print();
              FilterPattern again =
                  FilterPattern.parse(printed).match(one -> one.pattern(), rejected -> null);
              if (!pattern.equals(again)) {
                throw new IllegalStateException("it is printed as `" + printed + "`");
              }
              return true;
            },
            rejected -> false);
  }

  static void query(String text) {
    LogsQuery.read(text);
  }

  static void composite(String text) {
    CompositeRule.parse(text).rule().ifPresent(CompositeRule::names);
  }

  static void policy(String text) {
    PolicyDocument document = PolicyDocument.parse(text);
    document.problem();
    document.decide(Mode.RESOURCE, PUBLISH);
    document.ofKey().decide(Mode.RESOURCE, PUBLISH);
  }

  static void eventPattern(String text) {
    Json tree = Json.read(text).value();
    if (tree != null) {
      EventPattern.of(tree).pattern().ifPresent(pattern -> pattern.matches(EVENT));
    }
  }

  static void expression(String text) {
    ExpressionParser.expression(text);
    ExpressionParser.template(text);
  }

  static void source(String text) {
    TerraformFile.read(SourceFile.ofText("main.tf", text));
  }

  static void document(String text) {
    Documents.read(SourceFile.ofText("a.yaml", text));
  }
}
