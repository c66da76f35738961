package io.trailproof.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.Outsiders;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CatalogTest {
  private static final Catalog CATALOG = BundledCatalog.read();
  private static final Value UNKNOWN = new Value.Unknown("is not known", Origin.NOWHERE);
  private static final ResourceId ID = new ResourceId("in", "it");

  private static Value text(String text) {
    return Value.text(text, Origin.NOWHERE);
  }

  private static Value number(String number) {
    return Value.number(new BigDecimal(number), Origin.NOWHERE);
  }

  private static Value.Fields fields(Object... members) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      fields.put((String) members[i], (Value) members[i + 1]);
    }
    return new Value.Fields(fields, Origin.NOWHERE);
  }

  private static Value items(Value... items) {
    return new Value.Items(List.of(items), Origin.NOWHERE);
  }

  private static List<Resource> all(Binding binding, Existence existence, Object... members) {
    return binding.resources(
        ID, fields(members), new Place(text("us-east-1"), text("111122223333")), existence, null);
  }

  private static Resource terraform(String type, Object... members) {
    return all(CATALOG.terraform(type).orElseThrow(), Existence.MANAGED, members).get(0);
  }

  private static Resource cloudFormation(String type, Object... members) {
    return all(CATALOG.cloudFormation(type).orElseThrow(), Existence.MANAGED, members).get(0);
  }

  private static String shown(Resource resource, String property) {
    return resource.property(property).asText().orElse("-");
  }

  @Test
  void aPropertyIsFoundInBothSpellings() {
    Value transformation = fields("name", text("Count"), "value", text("1"));
    Resource filter =
        terraform(
            "aws_cloudwatch_log_metric_filter", "metric_transformation", items(transformation));
    assertEquals("Count", shown(filter, "metricName"));
    Resource same =
        cloudFormation(
            "AWS::Logs::MetricFilter",
            "MetricTransformations",
            items(fields("MetricName", text("Count"), "MetricValue", text("1"))));
    assertEquals("Count", shown(same, "metricName"));
    assertEquals("1", shown(same, "value"));
  }

  @Test
  void aSingleBlockMayBeWrittenAsAnObject() {
    Resource filter =
        terraform(
            "aws_cloudwatch_log_metric_filter",
            "metric_transformation",
            fields("name", text("Count")));
    assertEquals("Count", shown(filter, "metricName"));
  }

  @Test
  void whatLiesInSomethingUnknownIsUnknown() {
    Resource filter =
        terraform("aws_cloudwatch_log_metric_filter", "metric_transformation", UNKNOWN);
    assertEquals(UNKNOWN, filter.property("metricName"));
  }

  @Test
  void aShapeThatCannotBeReadIsUnknownAndNotUnset() {
    Resource filter =
        terraform("aws_cloudwatch_log_metric_filter", "metric_transformation", text("?"));
    assertTrue(filter.property("metricName") instanceof Value.Unknown);
  }

  @Test
  void theTwoFormatsHaveTheirOwnDefaults() {
    assertEquals("true", shown(terraform("aws_cloudtrail"), "globalServiceEvents"));
    assertEquals("false", shown(cloudFormation("AWS::CloudTrail::Trail"), "globalServiceEvents"));
    assertEquals("true", shown(terraform("aws_cloudtrail"), "logging"));
    assertTrue(cloudFormation("AWS::CloudTrail::Trail").property("logging").isAbsent());
    Object[] terraformQuery = {"metric_query", items(fields("id", text("m")))};
    Object[] cloudFormationQuery = {"Metrics", items(fields("Id", text("m")))};
    assertEquals("false", returnsData(terraform("aws_cloudwatch_metric_alarm", terraformQuery)));
    assertEquals(
        "true", returnsData(cloudFormation("AWS::CloudWatch::Alarm", cloudFormationQuery)));
  }

  private static String returnsData(Resource alarm) {
    Value.Items queries = (Value.Items) alarm.property("queries");
    return ((Value.Fields) queries.items().get(0))
        .fields()
        .getOrDefault("returnData", UNKNOWN)
        .asText()
        .orElseThrow();
  }

  @Test
  void aDefaultStandsInForWhatIsUnsetAndNotForWhatIsUnknown() {
    assertEquals("missing", shown(terraform("aws_cloudwatch_metric_alarm"), "missingData"));
    assertEquals(
        "missing",
        shown(
            terraform("aws_cloudwatch_metric_alarm", "treat_missing_data", text("")),
            "missingData"));
    assertEquals(
        UNKNOWN,
        terraform("aws_cloudwatch_metric_alarm", "treat_missing_data", UNKNOWN)
            .property("missingData"));
  }

  @Test
  void zeroEmptyTextAndEmptyListsMeanUnset() {
    Resource alarm =
        terraform(
            "aws_cloudwatch_metric_alarm",
            "datapoints_to_alarm",
            number("0"),
            "unit",
            text(""),
            "alarm_actions",
            items(),
            "dimensions",
            fields(),
            "threshold",
            number("0"));
    assertTrue(alarm.property("datapointsToAlarm").isAbsent());
    assertTrue(alarm.property("unit").isAbsent());
    assertTrue(alarm.property("actions").isAbsent());
    assertTrue(alarm.property("dimensions").isAbsent());
    assertEquals("0", shown(alarm, "threshold"));
  }

  @Test
  void theEmptyPatternIsAPattern() {
    assertEquals(
        "", shown(terraform("aws_cloudwatch_log_metric_filter", "pattern", text("")), "pattern"));
  }

  @Test
  void valuesAreReadAsTheirKindWhateverTheirNotation() {
    Resource trail = cloudFormation("AWS::CloudTrail::Trail", "IsLogging", text("True"));
    assertEquals(Value.flag(true, Origin.NOWHERE), trail.property("logging"));
    Resource alarm = cloudFormation("AWS::CloudWatch::Alarm", "Threshold", text("1"));
    assertEquals(number("1"), alarm.property("threshold"));
    Resource filter =
        cloudFormation(
            "AWS::Logs::MetricFilter",
            "MetricTransformations",
            items(fields("MetricValue", number("1"))));
    assertEquals(text("1"), filter.property("value"));
  }

  @Test
  void aLoneValueIsAListOfOne() {
    Value arn = text("arn:aws:sns:us-east-1:111122223333:t");
    assertEquals(
        items(arn),
        cloudFormation("AWS::CloudWatch::Alarm", "AlarmActions", arn).property("actions"));
  }

  @Test
  void pairsAreAMap() {
    Resource alarm =
        cloudFormation(
            "AWS::CloudWatch::Alarm",
            "Dimensions",
            items(fields("Name", text("N"), "Value", text("v"))));
    assertEquals(fields("N", text("v")), alarm.property("dimensions"));
    Resource later =
        cloudFormation(
            "AWS::CloudWatch::Alarm",
            "Dimensions",
            items(fields("Name", UNKNOWN, "Value", text("v"))));
    assertTrue(later.property("dimensions") instanceof Value.Unknown);
  }

  @Test
  void oneTypeOfSeveralSpellingsHasAPathForEach() {
    assertEquals(
        items(text("r")),
        cloudFormation("AWS::IAM::RolePolicy", "RoleName", text("r")).property("roles"));
    assertEquals(
        items(text("r")),
        cloudFormation("AWS::IAM::Policy", "Roles", items(text("r"))).property("roles"));
  }

  @Test
  void anInlineSubscriptionIsASubscriptionOfItsTopic() {
    List<Resource> both =
        all(
            CATALOG.cloudFormation("AWS::SNS::Topic").orElseThrow(),
            Existence.MANAGED,
            "Subscription",
            items(fields("Protocol", text("email"), "Endpoint", text("a@b.test"))));
    assertEquals(2, both.size());
    Resource inner = both.get(1);
    assertEquals("aws.sns.Subscription", inner.type());
    assertEquals("it.Subscription[0]", inner.address());
    assertEquals("email", shown(inner, "protocol"));
    assertEquals(new Value.Reference(ID, "arn", Origin.NOWHERE), inner.property("topic"));
  }

  @Test
  void subscriptionsThatAreKnownLaterAreOneThatIsNotKnown() {
    List<Resource> both =
        all(
            CATALOG.cloudFormation("AWS::SNS::Topic").orElseThrow(),
            Existence.MANAGED,
            "Subscription",
            UNKNOWN);
    assertTrue(both.get(1).property("protocol") instanceof Value.Unknown);
  }

  @Test
  void whatADataSourceDoesNotShowIsNotKnownToBeUnset() {
    Resource group =
        all(
                CATALOG.terraform("aws_cloudwatch_log_group").orElseThrow(),
                Existence.EXISTING,
                "name",
                text("/x"))
            .get(0);
    assertEquals("/x", shown(group, "name"));
    assertTrue(group.property("class") instanceof Value.Unknown);
  }

  @Test
  void aResourceWithoutNameRefersToItsOwn() {
    assertEquals(
        new Value.Reference(ID, "name", Origin.NOWHERE),
        terraform("aws_sns_topic").property("name"));
  }

  @Test
  void anArnIsPutTogetherOfPlaceAndName() {
    assertEquals(
        "arn:aws:sns:us-east-1:111122223333:t",
        shown(terraform("aws_sns_topic", "name", text("t")), "arn"));
    assertEquals(
        "arn:aws:iam::111122223333:role/team/r",
        shown(terraform("aws_iam_role", "name", text("r"), "path", text("/team/")), "arn"));
    assertEquals("-", shown(terraform("aws_sns_topic"), "arn"));
  }

  @Test
  void anArnThatTheInputGivesIsTaken() {
    assertEquals(
        "arn:aws:sns:eu-west-1:1:x",
        shown(
            terraform("aws_sns_topic", "name", text("t"), "arn", text("arn:aws:sns:eu-west-1:1:x")),
            "arn"));
  }

  @Test
  void theRegionTellsThePartition() {
    for (Map.Entry<String, String> one :
        Map.of(
                "us-gov-west-1", "aws-us-gov",
                "cn-north-1", "aws-cn",
                "eu-west-1", "aws",
                "us-iso-east-1", "aws-iso",
                "us-isob-east-1", "aws-iso-b")
            .entrySet()) {
      Resource topic =
          CATALOG
              .terraform("aws_sns_topic")
              .orElseThrow()
              .resources(
                  ID,
                  fields("name", text("t")),
                  new Place(text(one.getKey()), text("1")),
                  Existence.MANAGED,
                  null)
              .get(0);
      assertEquals("arn:" + one.getValue() + ":sns:" + one.getKey() + ":1:t", shown(topic, "arn"));
    }
  }

  @Test
  void aReferenceMeansWhatTheProviderMakesOfIt() {
    Binding filter = CATALOG.terraform("aws_cloudwatch_log_metric_filter").orElseThrow();
    assertEquals(Optional.of("name"), filter.attribute("id"));
    assertEquals(Optional.of("metricName"), filter.attribute("metric_transformation[0].name"));
    assertEquals(Optional.empty(), filter.attribute("no_such_thing"));
    Binding topic = CATALOG.cloudFormation("AWS::SNS::Topic").orElseThrow();
    assertEquals(Optional.of("arn"), topic.attribute("Ref"));
    assertEquals(Optional.of("name"), topic.attribute("TopicName"));
  }

  @Test
  void aKeyGoesByItsAliasToo() {
    assertEquals(
        Set.of("aws.kms.Key", "aws.kms.Alias"),
        CATALOG.terraform("aws_sns_topic").orElseThrow().targets("kms_master_key_id"));
  }

  @Test
  void everySpellingOfATypeIsFoundAndNoOther() {
    assertTrue(CATALOG.terraform("aws_cloudtrail").isPresent());
    assertFalse(CATALOG.terraform("AWS::CloudTrail::Trail").isPresent());
    assertFalse(CATALOG.cloudFormation("aws_cloudtrail").isPresent());
    assertFalse(CATALOG.terraform("aws.cloudtrail.Trail").isPresent());
  }

  @Test
  void whatALiteralNamesJoinsTheGraph() {
    Resource alarm =
        terraform(
            "aws_cloudwatch_metric_alarm",
            "alarm_actions",
            items(text("arn:aws:sns:eu-west-1:111122223333:elsewhere")));
    ResourceGraph graph = complete(List.of(alarm), List.of());
    Resource topic = graph.ofType("aws.sns.Topic").get(0);
    assertEquals(Existence.NAMED, topic.existence());
    assertEquals("elsewhere", shown(topic, "name"));
    assertEquals(text("eu-west-1"), topic.place().region());
    assertTrue(topic.property("fifo") instanceof Value.Unknown);
    assertEquals("arn:aws:sns:eu-west-1:111122223333:elsewhere", topic.address());
  }

  @Test
  void anArnOfAnotherServiceNamesNoTopic() {
    Resource alarm =
        terraform(
            "aws_cloudwatch_metric_alarm",
            "alarm_actions",
            items(text("arn:aws:lambda:us-east-1:111122223333:function:f")));
    assertEquals(List.of(), complete(List.of(alarm), List.of()).ofType("aws.sns.Topic"));
  }

  @Test
  void whatIsInTheInputJoinsNotTwice() {
    Resource topic = terraform("aws_sns_topic", "name", text("t"));
    Resource alarm =
        CATALOG
            .terraform("aws_cloudwatch_metric_alarm")
            .orElseThrow()
            .resources(
                new ResourceId("in", "alarm"),
                fields("alarm_actions", items(text("arn:aws:sns:us-east-1:111122223333:t"))),
                new Place(text("us-east-1"), text("111122223333")),
                Existence.MANAGED,
                null)
            .get(0);
    assertEquals(
        List.of(topic), complete(List.of(topic, alarm), List.of()).ofType("aws.sns.Topic"));
  }

  @Test
  void twoWhoNameOneThingNameOneThing() {
    Value arn = text("arn:aws:sns:us-east-1:111122223333:t");
    Resource alarm = terraform("aws_cloudwatch_metric_alarm", "alarm_actions", items(arn, arn));
    assertEquals(1, complete(List.of(alarm), List.of()).ofType("aws.sns.Topic").size());
  }

  @Test
  void whatIsRemovedIsNamedAsRemoved() {
    Resource topic = terraform("aws_sns_topic", "name", text("t"));
    Resource alarm =
        terraform(
            "aws_cloudwatch_metric_alarm",
            "alarm_actions",
            items(text("arn:aws:sns:us-east-1:111122223333:t")));
    assertEquals(
        Existence.REMOVED,
        complete(List.of(alarm), List.of(topic)).ofType("aws.sns.Topic").get(0).existence());
  }

  @Test
  void aSensitiveNameIsNoAddress() {
    Value secret = new Value.Known("arn:aws:sns:us-east-1:1:hidden", new Origin(null, true));
    Resource alarm = terraform("aws_cloudwatch_metric_alarm", "alarm_actions", items(secret));
    assertEquals(
        "(sensitive topic of it)",
        complete(List.of(alarm), List.of()).ofType("aws.sns.Topic").get(0).address());
  }

  private static ResourceGraph complete(List<Resource> resources, List<Resource> removed) {
    return Outsiders.complete(CATALOG, resources, removed, List.of());
  }
}
