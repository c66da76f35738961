package io.trailproof.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets a snapshot back and holds what there is today against it. */
final class KeepUpTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("trailproof.root", ""));
  private static final Catalog CATALOG = BundledCatalog.read();
  private static final String REGISTRY = "cloudformation/schemas.json";

  @TempDir Path folder;

  /** A copy of the snapshots in which one file says something else. */
  private Snapshots setBack(String file, String today, String before) throws IOException {
    Path from = CHECKOUT.resolve("snapshots");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        Path to = folder.resolve("snapshots").resolve(from.relativize(path).toString());
        Files.createDirectories(to.getParent());
        String text = Files.readString(path);
        if (path.endsWith(file)) {
          assertTrue(text.contains(today), today);
          text = text.replace(today, before);
        }
        Files.writeString(to, text);
      }
    }
    return Snapshots.read(folder);
  }

  private static Newer today(String file) throws IOException {
    Json json = Json.read(Files.readString(CHECKOUT.resolve("snapshots").resolve(file))).value();
    assertTrue(json != null);
    return Newer.of(json);
  }

  private static List<String> words(List<Novelty> found) {
    return found.stream().map(one -> one.kind() + " " + one.where() + " " + one.what()).toList();
  }

  @Test
  void nothingIsNewOfWhatTheSnapshotsHave() throws IOException {
    Snapshots snapshots = Snapshots.read(CHECKOUT);
    assertEquals(List.of(), KeepUp.of(snapshots, CATALOG, today(REGISTRY)));
    assertEquals(List.of(), KeepUp.of(snapshots, CATALOG, today("terraform/aws-6.62.0.json")));
  }

  @Test
  void aPropertyIsNew() throws IOException {
    Snapshots before =
        setBack(
            REGISTRY, "\"WarmUpPeriodDurationInMinutes\":{", "\"WarmUpPeriodDurationBefore\":{");
    List<Novelty> found = KeepUp.of(before, CATALOG, today(REGISTRY));
    Novelty first =
        found.stream()
            .filter(one -> one.where().startsWith("AWS::CloudWatch::Alarm "))
            .filter(one -> one.kind().equals("property"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "AWS::CloudWatch::Alarm WarmUpConfiguration.WarmUpPeriodDurationInMinutes", first.where());
    assertEquals(
        "rules/closed/cloudwatch.yaml: `aws.cloudwatch.Alarm: { cloudformation: { documentation |"
            + " beside | receiver | silencing | F…:"
            + " [WarmUpConfiguration.WarmUpPeriodDurationInMinutes] } }`",
        first.line());
  }

  @Test
  void valuesAndLimitsAreNew() throws IOException {
    Snapshots before = setBack(REGISTRY, "\"INFREQUENT_ACCESS\",", "");
    assertEquals(
        List.of("enum AWS::Logs::LogGroup LogGroupClass `INFREQUENT_ACCESS`"),
        words(KeepUp.of(before, CATALOG, today(REGISTRY))));
    before = setBack(REGISTRY, "\"maximum\":1048576", "\"maximum\":262144");
    assertEquals(
        List.of("limit AWS::SNS::Topic MaximumMessageSize maximum 1048576 (was 262144)"),
        words(KeepUp.of(before, CATALOG, today(REGISTRY))).stream()
            .filter(one -> one.contains("SNS::Topic"))
            .toList());
  }

  @Test
  void typesAndAttributesOfAProviderAreNew() throws IOException {
    Snapshots before = setBack("aws-6.62.0.types.txt", "aws_cloudwatch_alarm_mute_rule\n", "");
    assertEquals(
        List.of("type aws_cloudwatch_alarm_mute_rule "),
        words(KeepUp.of(before, CATALOG, today("terraform/aws-6.62.0.json"))));
    before = setBack("aws-6.62.0.json", "\"evaluation_interval\":\"number\",", "");
    assertEquals(
        List.of("property aws_cloudwatch_metric_alarm evaluation_interval "),
        words(KeepUp.of(before, CATALOG, today("terraform/aws-6.62.0.json"))));
  }

  @Test
  void theProvidersOwnFormIsRead() throws IOException {
    Json schema =
        Json.read(
                """
                { "provider_schemas": { "registry.terraform.io/hashicorp/aws": { "resource_schemas": {
                  "aws_sns_topic": { "block": {
                    "attributes": {
                      "name": { "type": "string", "optional": true },
                      "owner": { "type": "string", "computed": true },
                      "later": { "type": ["list", ["object", { "a": "string" }]], "optional": true } },
                    "block_types": { "quiet": { "block": { "attributes": {} } } } } },
                  "aws_sns_governor": { "block": {} } } } } }
                """)
            .value();
    assertTrue(schema != null);
    assertEquals(
        List.of(
            "type aws_sns_governor ",
            "property aws_sns_topic later ",
            "property aws_sns_topic quiet "),
        words(KeepUp.of(Snapshots.read(CHECKOUT), CATALOG, Newer.of(schema))));
  }

  @Test
  void aModelOfAnApiIsRead() throws IOException {
    Json model =
        Json.read(
                """
                { "operations": { "PutMetricFilter": { "input": { "shape": "In" } } },
                  "shapes": {
                    "In": { "type": "structure", "members": {
                      "filterPattern": { "shape": "Pattern" }, "sampling": { "shape": "Rate" } } },
                    "Pattern": { "type": "string", "max": 4096 },
                    "Rate": { "type": "integer" } } }
                """)
            .value();
    assertTrue(model != null);
    List<String> found = words(KeepUp.of(Snapshots.read(CHECKOUT), CATALOG, Newer.of(model)));
    assertTrue(found.contains("property AWS::Logs::MetricFilter Sampling "), found.toString());
    assertTrue(
        found.stream()
            .anyMatch(
                one ->
                    one.startsWith("limit AWS::Logs::MetricFilter FilterPattern maxLength 4096")),
        found.toString());
  }

  @Test
  void anythingElseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Newer.of(new Json.Arr(List.of())));
  }
}
