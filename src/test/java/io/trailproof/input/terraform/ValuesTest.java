package io.trailproof.input.terraform;

import static io.trailproof.input.terraform.Plans.refs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final String ALARM = "aws_cloudwatch_metric_alarm.a";
  private static final String TRAIL = "aws_cloudtrail.t";
  private static final String DYNAMIC =
      "?is known only after apply, from a dynamic block that a plan does not show";

  @Test
  void knownValuesKeepTheirKindAndPlace() {
    Plans plans =
        new Plans()
            .create(
                ALARM,
                "'threshold':1.50,'actions_enabled':false,'unit':null,'alarm_name':'a\\u0026b'",
                "");
    Resource alarm = Plans.resource(plans.read(), ALARM);
    assertEquals(
        "{actions_enabled=false, alarm_name=\"a&b\", threshold=1.5}",
        Shown.of(new Value.Fields(alarm.properties(), alarm.property("x").origin())));
    assertEquals("1.50", text(alarm.property("threshold")));
    assertEquals("\"a\\u0026b\"", text(alarm.property("alarm_name")));
  }

  @Test
  void anUnknownValuePointsAtItsExpression() {
    Plans plans =
        new Plans()
            .create(ALARM, "", "'metric_name':true")
            .block(ALARM, "'metric_name':" + refs("local.m"));
    Resource alarm = Plans.resource(plans.read(), ALARM);
    assertEquals("{\"references\":[\"local.m\"]}", text(alarm.property("metric_name")));
  }

  @Test
  void whatTheProviderComputesIsLeftOut() {
    Plans plans = new Plans().create(ALARM, "'alarm_name':'a'", "'unit':true").block(ALARM, "");
    assertEquals("Absent", plans.property(ALARM, "unit"));
  }

  @Test
  void withoutConfigurationAnUnknownValueIsUnknown() {
    Plans plans = new Plans().create(ALARM, "'alarm_name':'a'", "'unit':true");
    assertEquals("?is known only after apply", plans.property(ALARM, "unit"));
  }

  @Test
  void aListThatNothingWritesComesFromADynamicBlock() {
    Plans plans = new Plans().create(TRAIL, "", "'event_selector':true").block(TRAIL, "");
    assertEquals(DYNAMIC, plans.property(TRAIL, "event_selector"));
  }

  @Test
  void cloudControlHasNoBlocksSoWhatNothingWritesIsUnset() {
    String trail = "awscc_cloudtrail_trail.t";
    Plans plans = new Plans().create(trail, "", "'event_selectors':true").block(trail, "");
    assertEquals("Absent", plans.property(trail, "event_selectors"));
  }

  @Test
  void whatCloudControlComputesWithinAnArgumentIsUnsetIfAllElseIsKnown() {
    String filter = "awscc_logs_metric_filter.f";
    String known = "'metric_transformations':[{'metric_name':'m'}]";
    String unknown = "'metric_transformations':[{'unit':true}]";
    assertEquals(
        "[{metric_name=\"m\"}]",
        new Plans()
            .create(filter, known, unknown)
            .block(filter, "'metric_transformations':" + refs("var.m"))
            .property(filter, "metric_transformations"));
    assertEquals(
        "[{metric_name=\"m\", unit=?is known only after apply, and the plan does not tell whether"
            + " it is set}]",
        new Plans()
            .topic("x")
            .create(filter, known, unknown)
            .block(filter, "'metric_transformations':" + refs("aws_sns_topic.x.arn"))
            .property(filter, "metric_transformations"));
  }

  @Test
  void anUnknownWithinADynamicBlockIsUnknown() {
    Plans plans =
        new Plans()
            .create(
                TRAIL,
                "'event_selector':[{'include_management_events':true}]",
                "'event_selector':[{'read_write_type':true}]")
            .block(TRAIL, "");
    assertEquals(
        "[{include_management_events=true, read_write_type=" + DYNAMIC + "}]",
        plans.property(TRAIL, "event_selector"));
  }

  @Test
  void unknownsWithinBlocksAreFollowedFromTheBlockThatAgrees() {
    Plans plans =
        new Plans()
            .create("aws_cloudwatch_log_metric_filter.f", "'name':'f'", "'id':true")
            .create("aws_cloudwatch_log_metric_filter.g", "'name':'g'", "'id':true")
            .create(
                ALARM,
                "'metric_query':[{'id':'b'},{'id':'a'}]",
                "'metric_query':[{'label':true},{'label':true}]")
            .block(
                ALARM,
                "'metric_query':[{'id':{'constant_value':'a'},'label':"
                    + refs("aws_cloudwatch_log_metric_filter.f.id")
                    + "},{'id':{'constant_value':'b'},'label':"
                    + refs("aws_cloudwatch_log_metric_filter.g.id")
                    + "}]");
    assertEquals(
        "[{id=\"b\", label=aws_cloudwatch_log_metric_filter.g#name},"
            + " {id=\"a\", label=aws_cloudwatch_log_metric_filter.f#name}]",
        plans.property(ALARM, "metric_query"));
  }

  @Test
  void asManyCandidatesAsHolesAreTheElements() {
    Plans plans =
        new Plans()
            .topic("x")
            .topic("y")
            .create(ALARM, "'alarm_actions':['lit',null,null]", "'alarm_actions':[false,true,true]")
            .block(ALARM, "'alarm_actions':" + refs("aws_sns_topic.x.arn", "aws_sns_topic.y.arn"));
    assertEquals(
        "[\"lit\", aws_sns_topic.x#arn, aws_sns_topic.y#arn]",
        plans.property(ALARM, "alarm_actions"));
  }

  @Test
  void sensitiveValuesAreHiddenWhereverTheyStand() {
    Plans plans =
        new Plans()
            .planned(
                ALARM,
                ",'values':{'namespace':'n','metric_query':[{'id':'q'}],'unit':'u'},"
                    + "'sensitive_values':{'namespace':true,'metric_query':[{'id':true}],'unit':false}");
    Resource alarm = Plans.resource(plans.read(), ALARM);
    assertEquals("\"n\" hidden", Shown.of(alarm.property("namespace")));
    assertEquals("[{id=\"q\" hidden}]", Shown.of(alarm.property("metric_query")));
    assertEquals("\"u\"", Shown.of(alarm.property("unit")));
  }

  @Test
  void aNumberBeyondReasonIsUnknown() {
    Plans plans = new Plans().create(ALARM, "'threshold':1e999999999", "");
    assertEquals("?is a number beyond any limit of AWS", plans.property(ALARM, "threshold"));
  }

  @Test
  void aPolicyDocumentReadAtApplyIsWrittenOut() {
    String document = "data.aws_iam_policy_document.d";
    Plans plans =
        new Plans()
            .topic("x")
            .create(
                document,
                "'version':null,'statement':[{'sid':'s','effect':null,'actions':['sns:Publish'],'not_actions':[],'resources':[null],"
                    + "'principals':[{'type':'Service','identifiers':['cloudwatch.amazonaws.com']},{'type':'AWS','identifiers':['123456789012']}],"
                    + "'condition':[{'test':'ArnLike','variable':'aws:SourceArn','values':['a']},{'test':'ArnLike','variable':'aws:SourceArn','values':['b']}]}]",
                "'json':true,'statement':[{'resources':[true]}]")
            .block(
                document,
                "'statement':[{'actions':{'constant_value':['sns:Publish']},'resources':"
                    + refs("aws_sns_topic.x.arn")
                    + "}]")
            .create("aws_sns_topic_policy.p", "", "'policy':true")
            .block("aws_sns_topic_policy.p", "'policy':" + refs(document + ".json", document));
    assertEquals(
        "{Statement=[{Action=[\"sns:Publish\"], Condition={ArnLike={aws:SourceArn=[\"a\", \"b\"]}},"
            + " Effect=\"Allow\", Principal={AWS=[\"123456789012\"],"
            + " Service=[\"cloudwatch.amazonaws.com\"]}, Resource=[aws_sns_topic.x#arn],"
            + " Sid=\"s\"}], Version=\"2012-10-17\"}",
        plans.property("aws_sns_topic_policy.p", "policy"));
  }

  @Test
  void statementsOfADocumentStayInTheirOrder() {
    String document = "data.aws_iam_policy_document.d";
    String written = "{'actions':{'constant_value':['sns:Publish']},'resources':";
    Plans plans =
        new Plans()
            .topic("x")
            .topic("y")
            .create(
                document,
                "'statement':[{'actions':['sns:Publish'],'resources':[null]},{'actions':['sns:Publish'],'resources':[null]}]",
                "'json':true,'statement':[{'resources':[true]},{'resources':[true]}]")
            .block(
                document,
                "'statement':["
                    + written
                    + refs("aws_sns_topic.x.arn")
                    + "},"
                    + written
                    + refs("aws_sns_topic.y.arn")
                    + "}]")
            .create("aws_sns_topic_policy.p", "", "'policy':true")
            .block("aws_sns_topic_policy.p", "'policy':" + refs(document + ".json", document));
    assertEquals(
        "{Statement=[{Action=[\"sns:Publish\"], Effect=\"Allow\", Resource=[aws_sns_topic.x#arn]},"
            + " {Action=[\"sns:Publish\"], Effect=\"Allow\", Resource=[aws_sns_topic.y#arn]}],"
            + " Version=\"2012-10-17\"}",
        plans.property("aws_sns_topic_policy.p", "policy"));
  }

  @Test
  void aPolicyDocumentTakesInOthersThatCanBeRead() {
    String document = "data.aws_iam_policy_document.d";
    Plans plans =
        new Plans()
            .create(document, "'statement':[],'source_policy_documents':['{}']", "'json':true")
            .block(document, "'statement':[]")
            .create("aws_sns_topic_policy.p", "", "'policy':true")
            .block("aws_sns_topic_policy.p", "'policy':" + refs(document + ".json", document));
    assertEquals(
        "{Statement=[], Version=\"2012-10-17\"}",
        plans.property("aws_sns_topic_policy.p", "policy"));
  }

  private static String text(Value value) {
    return Objects.requireNonNull(value.origin().span()).text();
  }
}
