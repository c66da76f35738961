package io.trailproof.input.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Resource;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedStateTest {
  private static final String TOPIC = "aws_sns_topic.t";

  private static List<String> addresses(Reading reading) {
    return reading.resources().stream().map(Resource::address).toList();
  }

  @Test
  void whatATargetedPlanDoesNotTouchStaysAsItWas() {
    Reading reading =
        new Plans()
            .planned(TOPIC, ",'values':{'name':'new'}")
            .change(TOPIC, "'actions':['update'],'after_unknown':{}")
            .prior(TOPIC, "'name':'old'")
            .prior("aws_sns_topic.u", "'name':'u'")
            .read();
    assertEquals(List.of(TOPIC, "aws_sns_topic.u"), addresses(reading));
    assertEquals("\"new\"", Shown.of(Plans.resource(reading, TOPIC).property("name")));
    assertEquals(Existence.MANAGED, Plans.resource(reading, "aws_sns_topic.u").existence());
  }

  @Test
  void whatIsDeletedOrMovedAwayIsGone() {
    Reading reading =
        new Plans()
            .prior(TOPIC, "'name':'t'")
            .prior("aws_sns_topic.before", "'name':'m'")
            .change(TOPIC, "'actions':['delete'],'after':null")
            .planned("aws_sns_topic.after", ",'values':{'name':'m'}")
            .read();
    assertEquals(List.of("aws_sns_topic.after", "aws_sns_topic.before"), addresses(reading));
    String moved =
        "{'format_version':'1.2','planned_values':{'root_module':{'resources':[{'address':'aws_sns_topic.after',"
            + "'type':'aws_sns_topic','values':{'name':'m'}}]}},'resource_changes':[{'address':'aws_sns_topic.after',"
            + "'type':'aws_sns_topic','previous_address':'aws_sns_topic.before','change':{'actions':['no-op']}}],"
            + "'prior_state':{'values':{'root_module':{'resources':[{'address':'aws_sns_topic.before','type':'aws_sns_topic','values':{}}]}}},"
            + "'configuration':{'root_module':{}}}";
    assertEquals(
        List.of("aws_sns_topic.after"),
        addresses(Plans.read(moved.replace('\'', '"'), ReadSettings.NONE)));
  }

  @Test
  void aForgottenObjectStaysAsItWas() {
    Reading reading =
        new Plans()
            .planned(TOPIC, "")
            .change(
                TOPIC,
                "'actions':['forget'],'before':{'name':'t','arn':'arn:aws:sns:eu-west-1:123456789012:t'},'after':null,'before_sensitive':{'name':true}")
            .read();
    assertEquals(
        TOPIC
            + " MANAGED \"eu-west-1\" \"123456789012\""
            + " {arn=\"arn:aws:sns:eu-west-1:123456789012:t\", name=\"t\" hidden, unchanged=true}",
        Shown.of(Plans.resource(reading, TOPIC)));
  }

  @Test
  void aDeposedObjectSaysNothingOfTheLiveOne() {
    Reading reading =
        Plans.read(
            new Plans()
                .create(TOPIC, "'name':'t'", "'arn':true")
                .json()
                .replace(
                    "\"resource_changes\":[",
                    "\"resource_changes\":[{\"address\":\"aws_sns_topic.t\",\"type\":\"aws_sns_topic\",\"deposed\":\"0a\",\"change\":{\"actions\":[\"delete\"]}},"),
            ReadSettings.NONE);
    assertEquals(List.of(TOPIC), addresses(reading));
  }

  @Test
  void importedAndReadThingsExistAlreadyAndSayWhatIsUnset() {
    Reading reading =
        new Plans()
            .planned(TOPIC, ",'values':{'name':'t','kms_master_key_id':null}")
            .change(TOPIC, "'actions':['no-op'],'importing':{'id':'x'}")
            .prior("data.aws_sns_topic.d", "'name':'d'")
            .read();
    Resource imported = Plans.resource(reading, TOPIC);
    assertEquals(Existence.IMPORTED, imported.existence());
    assertTrue(imported.property("kms_master_key_id").isAbsent());
    assertEquals(Existence.EXISTING, Plans.resource(reading, "data.aws_sns_topic.d").existence());
  }

  @Test
  void anErroredPlanProvesNothing() {
    Reading reading = new Plans().topic("t").rest(",'errored':true").read();
    assertEquals(Gap.Extent.EVERYTHING, reading.gaps().get(0).extent());
  }

  @Test
  void aDeferredChangeMayMakeMore() {
    Reading reading =
        new Plans()
            .rest(
                ",'deferred_changes':[{'reason':'unknown','resource_change':{'address':'aws_sns_topic.t','type':'aws_sns_topic'}},{'resource_change':{'address':'x_y.z','type':'x_y'}}]")
            .read();
    assertEquals(1, reading.gaps().size());
    assertEquals(Gap.Extent.MORE_RESOURCES, reading.gaps().get(0).extent());
  }

  @Test
  void aPlannedThingWithoutValuesIsAGap() {
    Reading reading = new Plans().planned(TOPIC, "").read();
    assertEquals(List.of(), reading.resources());
    assertEquals("the plan tells no values of `aws_sns_topic.t`", reading.gaps().get(0).message());
  }

  @Test
  void resourcesOfOtherProvidersAreNotOurs() {
    String plan = new Plans().topic("t").json();
    assertEquals(1, Plans.read(plan, ReadSettings.NONE).resources().size());
    for (String same : List.of("aws", "registry.opentofu.org/hashicorp/aws", "hashicorp/aws")) {
      String renamed = plan.replace("registry.terraform.io/hashicorp/aws", same);
      assertEquals(1, Plans.read(renamed, ReadSettings.NONE).resources().size());
    }
    String other = plan.replace("hashicorp/aws", "acme/aws");
    assertEquals(0, Plans.read(other, ReadSettings.NONE).resources().size());
  }

  @Test
  void aStateIsReadAsItStands() {
    String state =
        "{'format_version':'1.0','terraform_version':'1.11.4','values':{'root_module':{'child_modules':[{'resources':["
            + "{'address':'module.m.aws_cloudwatch_log_group.g','type':'aws_cloudwatch_log_group','values':{'name':'g','arn':'arn:aws:logs:eu-north-1:123456789012:log-group:g'}},"
            + "{'address':'module.m.aws_cloudwatch_log_metric_filter.f','type':'aws_cloudwatch_log_metric_filter','values':{'log_group_name':'g','name':'f'}}]}]}}}";
    Reading reading = Plans.read(state.replace('\'', '"'), ReadSettings.NONE);
    assertEquals(
        "module.m.aws_cloudwatch_log_metric_filter.f MANAGED \"eu-north-1\" \"123456789012\""
            + " {log_group_name=\"g\", name=\"f\", unchanged=true}",
        Shown.of(reading.resources().get(1)));
  }

  @Test
  void anEmptyStateIsNoError() {
    Outcome<Reading> empty = Plans.outcome("{\"format_version\":\"1.0\"}", ReadSettings.NONE);
    assertEquals(List.of(), empty.value().orElseThrow().resources());
    assertEquals(
        List.of("nothing-shown"), empty.diagnostics().stream().map(Diagnostic::code).toList());
    assertFalse(empty.diagnostics().get(0).isError());
  }
}
