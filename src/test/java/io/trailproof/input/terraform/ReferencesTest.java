package io.trailproof.input.terraform;

import static io.trailproof.input.terraform.Plans.refs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.input.Reading;
import io.trailproof.kleene.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private static final String ALARM = "aws_cloudwatch_metric_alarm.a";
  private static final String FILTER = "aws_cloudwatch_log_metric_filter.f";

  private static String actions(Plans plans, String... references) {
    return plans
        .create(ALARM, "'alarm_name':'a'", "'alarm_actions':true,'arn':true,'id':true")
        .block(ALARM, "'alarm_actions':" + refs(references))
        .property(ALARM, "alarm_actions");
  }

  private static String metricName(Plans plans, String... references) {
    return plans
        .create(ALARM, "'alarm_name':'a'", "'metric_name':true")
        .block(ALARM, "'metric_name':" + refs(references))
        .property(ALARM, "metric_name");
  }

  @Test
  void aListOfReferencesAloneHoldsAllOfThem() {
    assertEquals(
        "[aws_sns_topic.x#arn, aws_sns_topic.y#arn]",
        actions(
            new Plans().topic("x").topic("y"),
            "aws_sns_topic.x.arn",
            "aws_sns_topic.x",
            "aws_sns_topic.y.arn",
            "aws_sns_topic.y"));
  }

  @Test
  void aVariableBesideSeveralCandidatesMayChoose() {
    assertEquals(
        "[(aws_sns_topic.x#arn | aws_sns_topic.y#arn)]",
        actions(
            new Plans().topic("x").topic("y"),
            "var.quiet",
            "aws_sns_topic.x.arn",
            "aws_sns_topic.x",
            "aws_sns_topic.y.arn"));
  }

  @Test
  void aVariableBesideOneCandidateCannotMakeTheValueUnknown() {
    assertEquals(
        "[aws_sns_topic.x#arn]",
        actions(new Plans().topic("x"), "var.quiet", "aws_sns_topic.x.arn", "aws_sns_topic.x"));
  }

  @Test
  void aLocalMayHideOtherCandidates() {
    String why =
        "?refers to `local.l`, whose definition a plan does not hold; `--source` or `--plan-file`"
            + " shows it";
    assertEquals(
        "[(aws_sns_topic.x#arn | " + why + ")]",
        actions(new Plans().topic("x"), "local.l", "aws_sns_topic.x.arn", "aws_sns_topic.x"));
    assertEquals(why, actions(new Plans(), "local.l"));
  }

  @Test
  void aLocalThatInstancesAreCountedByOnlyChooses() {
    String counted = ",'count_expression':" + refs("local.create");
    Plans plans =
        new Plans()
            .create("aws_sns_topic.x[0]", "'name':'x'", "'arn':true,'id':true")
            .block("aws_sns_topic.x", "'name':{'constant_value':'x'}", counted);
    String[] conditional = {
      "local.create", "aws_sns_topic.x[0].arn", "aws_sns_topic.x[0]", "aws_sns_topic.x"
    };
    assertEquals("[aws_sns_topic.x[0]#arn]", actions(plans, conditional));
    String alone =
        "?refers to `local.create`, whose definition a plan does not hold; `--source` or"
            + " `--plan-file` shows it";
    assertEquals(
        alone,
        actions(
            new Plans()
                .create("aws_sns_topic.x[0]", "'name':'x'", "'arn':true,'id':true")
                .block("aws_sns_topic.x", "'name':{'constant_value':'x'}", counted),
            "local.create"));
  }

  @Test
  void aKnownElementStaysAnElement() {
    Plans plans =
        new Plans()
            .topic("x")
            .planned(
                "aws_sns_topic.old",
                ",'values':{'name':'old','arn':'arn:aws:sns:us-east-1:123456789012:old'}")
            .change("aws_sns_topic.old", "'actions':['no-op'],'after_unknown':{}");
    assertEquals(
        "[aws_sns_topic.x#arn, aws_sns_topic.old#arn]",
        actions(plans, "aws_sns_topic.old.arn", "aws_sns_topic.old", "aws_sns_topic.x.arn"));
  }

  @Test
  void anotherKindOfResourceIsAnUnknownElement() {
    assertEquals(
        "[aws_sns_topic.x#arn, ?is known only after apply, from `aws_lambda_function.l.arn`]",
        actions(new Plans().topic("x"), "aws_sns_topic.x.arn", "aws_lambda_function.l.arn"));
  }

  @Test
  void anUnknownValueWithoutReferencesStaysUnknown() {
    assertEquals("?is known only after apply", metricName(new Plans()));
    assertEquals(
        "?is known only after apply, from `random_pet.p.id`",
        metricName(new Plans(), "random_pet.p.id", "random_pet.p"));
  }

  @Test
  void anAttributeThatTheCatalogDoesNotKnowIsUnknown() {
    Plans plans = new Plans().create("aws_sns_topic.x", "'name':'x'", "'owner':true");
    assertEquals(
        "?is known only after apply, from `aws_sns_topic.x.owner`",
        metricName(plans, "aws_sns_topic.x.owner", "aws_sns_topic.x"));
  }

  @Test
  void aLiteralKeyChoosesAnInstanceWhateverItHolds() {
    Plans plans = filters("[\"a.b]\"]", "[\"c\"]");
    assertEquals(
        FILTER + "[\"a.b]\"]#name",
        metricName(plans, FILTER + "[\\\"a.b]\\\"].id", FILTER + "[\\\"a.b]\\\"]", FILTER));
  }

  @Test
  void aSplatLeadsToAllInstancesAndTheAttributeFollowsByExclusion() {
    assertEquals(
        "(" + FILTER + "[0]#name | " + FILTER + "[1]#name)",
        metricName(filters("[0]", "[1]"), FILTER));
  }

  @Test
  void anIndexBesideTheResourceChoosesTheInstanceOfTheSameKey() {
    String alarm = ALARM + "[\"k\"]";
    String shown =
        filters("[\"j\"]", "[\"k\"]")
            .create(alarm, "'alarm_name':'a'", "'metric_name':true")
            .block(ALARM, "'metric_name':" + refs(FILTER, "each.key"))
            .property(alarm, "metric_name");
    assertEquals(FILTER + "[\"k\"]#name", shown);
  }

  @Test
  void eachValueOverAResourceIsTheInstanceOfTheSameKey() {
    String alarm = ALARM + "[\"k\"]";
    String shown =
        filters("[\"j\"]", "[\"k\"]")
            .create(alarm, "'alarm_name':'a'", "'metric_name':true")
            .block(
                ALARM,
                "'metric_name':" + refs("each.value.id", "each.value"),
                ",'for_each_expression':" + refs(FILTER))
            .property(alarm, "metric_name");
    assertEquals(FILTER + "[\"k\"]#name", shown);
  }

  @Test
  void eachValueOverALocalIsAWallOnlyWhereNothingElseIsLeft() {
    String alarm = ALARM + "[\"k\"]";
    String forEach = ",'for_each_expression':" + refs("local.rules");
    Plans alone =
        new Plans()
            .create(alarm, "'alarm_name':'a'", "'alarm_actions':true")
            .block(ALARM, "'alarm_actions':" + refs("each.value"), forEach);
    assertEquals(
        "?refers to `each.value` over `local.rules`, whose definition a plan does not hold;"
            + " `--source` or `--plan-file` shows it",
        alone.property(alarm, "alarm_actions"));
    Plans beside =
        new Plans()
            .topic("x")
            .create(alarm, "'alarm_name':'a'", "'alarm_actions':true")
            .block(ALARM, "'alarm_actions':" + refs("each.value", "aws_sns_topic.x.arn"), forEach);
    assertEquals("[aws_sns_topic.x#arn]", beside.property(alarm, "alarm_actions"));
  }

  @Test
  void aCountOfNoughtIsNoCandidate() {
    assertEquals(
        "[aws_sns_topic.x#arn]",
        actions(
            new Plans().topic("x"),
            "aws_sns_topic.none[0].arn",
            "aws_sns_topic.none[0]",
            "aws_sns_topic.none",
            "aws_sns_topic.x.arn",
            "aws_sns_topic.x"));
  }

  @Test
  void modulesAreFollowedInwardsAndOutwards() {
    String inner =
        "'module':{'variables':{'actions':{}},'resources':["
            + Plans.configured(ALARM, "'alarm_actions':" + refs("var.actions"), "")
            + "]}";
    String topics =
        "'module':{'outputs':{'topic':{'expression':"
            + refs("aws_sns_topic.t")
            + "}},'resources':["
            + Plans.configured("aws_sns_topic.t", "", "")
            + "]}";
    Plans plans =
        new Plans()
            .create("module.topics[0].aws_sns_topic.t", "'name':'t'", "'arn':true")
            .create("module.alarms." + ALARM, "'alarm_name':'a'", "'alarm_actions':true")
            .calls(
                "'topics':{"
                    + topics
                    + "},'alarms':{'expressions':{'actions':"
                    + refs("module.topics[0].topic.arn", "module.topics[0].topic", "module.topics")
                    + "},"
                    + inner
                    + "}");
    assertEquals(
        "[module.topics[0].aws_sns_topic.t#arn]",
        plans.property("module.alarms." + ALARM, "alarm_actions"));
  }

  @Test
  void theFieldOfAnObjectOutputIsNotTakenForAnAttribute() {
    String topics =
        "'topics':{'module':{'outputs':{'all':{'expression':"
            + refs("aws_sns_topic.t")
            + "}},'resources':["
            + Plans.configured("aws_sns_topic.t", "", "")
            + "]}}";
    Plans plans =
        new Plans()
            .create("module.topics.aws_sns_topic.t", "'name':'t'", "'arn':true")
            .calls(topics);
    assertEquals(
        "[module.topics.aws_sns_topic.t#arn]",
        actions(plans, "module.topics.all.topic.arn", "module.topics.all.topic"));
  }

  @Test
  void theConstantOfJsonSyntaxIsNeverTaken() {
    Plans plans =
        new Plans()
            .topic("x")
            .create(ALARM, "'alarm_name':'a'", "'alarm_actions':true")
            .block(
                ALARM,
                "'alarm_actions':{'constant_value':['${aws_sns_topic.x.arn}'],'references':['aws_sns_topic.x.arn']}");
    assertEquals("[aws_sns_topic.x#arn]", plans.property(ALARM, "alarm_actions"));
  }

  @Test
  void terraform012NamesOnlyTheResource() {
    String trail = "aws_cloudtrail.t";
    String shown =
        new Plans()
            .create("aws_cloudwatch_log_group.g", "'name':'g'", "'arn':true,'id':true")
            .create(trail, "'name':'t'", "'cloud_watch_logs_group_arn':true")
            .block(trail, "'cloud_watch_logs_group_arn':" + refs("aws_cloudwatch_log_group.g"))
            .property(trail, "cloud_watch_logs_group_arn");
    assertEquals("aws_cloudwatch_log_group.g#arn", shown);
  }

  @Test
  void eachValueOfAModuleCallIsReadWhereTheCallStands() {
    String alarms =
        "'alarms':{'for_each_expression':"
            + refs("aws_sns_topic.t")
            + ",'expressions':{'actions':"
            + refs("each.value.arn", "each.value")
            + "},'module':{'resources':["
            + Plans.configured(ALARM, "'alarm_actions':" + refs("var.actions"), "")
            + "]}}";
    Plans plans =
        new Plans()
            .create("aws_sns_topic.t[\"a\"]", "'name':'a'", "'arn':true")
            .create("aws_sns_topic.t[\"b\"]", "'name':'b'", "'arn':true")
            .block("aws_sns_topic.t", "")
            .create("module.alarms[\"b\"]." + ALARM, "'alarm_name':'a'", "'alarm_actions':true")
            .calls(alarms);
    assertEquals(
        "[aws_sns_topic.t[\"b\"]#arn]",
        plans.property("module.alarms[\"b\"]." + ALARM, "alarm_actions"));
  }

  @Test
  void anIndexThatNoInstanceHasMayChooseAny() {
    assertEquals(
        "(" + FILTER + "[\"x-k\"]#name | " + FILTER + "[\"y-k\"]#name)",
        filters("[\"x-k\"]", "[\"y-k\"]")
            .create(ALARM + "[\"k\"]", "'alarm_name':'a'", "'metric_name':true")
            .block(ALARM, "'metric_name':" + refs(FILTER, "each.key"))
            .property(ALARM + "[\"k\"]", "metric_name"));
  }

  @Test
  void modulesThatFeedEachOtherEndSomewhere() {
    String loop =
        "'m':{'expressions':{'i':"
            + refs("module.m.o")
            + "},'module':{'outputs':{'o':{'expression':"
            + refs("var.i")
            + "}}}}";
    assertEquals("?is known only after apply", metricName(new Plans().calls(loop), "module.m.o"));
  }

  @Test
  void anUnknownPolicyIsNotTheThingItMentions() {
    Plans plans =
        new Plans()
            .topic("x")
            .create("aws_sns_topic_policy.p", "", "'policy':true,'arn':true")
            .block("aws_sns_topic_policy.p", "'policy':" + refs("aws_sns_topic.x.arn"));
    assertEquals(
        "?is known only after apply, from `aws_sns_topic.x.arn`",
        plans.property("aws_sns_topic_policy.p", "policy"));
  }

  private static Plans filters(String... keys) {
    Plans plans = new Plans();
    for (String key : keys) {
      plans.create(FILTER + key, "'name':'n'", "'id':true");
    }
    return plans.block(FILTER, "'name':{'constant_value':'n'}");
  }

  /** A splat takes all, {@code element} one of them, and the plan holds the same of both. */
  @Test
  void allInstancesOfABlockAreOneOfThem() {
    Plans plans =
        new Plans()
            .create("aws_sns_topic.x[0]", "'name':'a'", "'arn':true,'id':true")
            .create("aws_sns_topic.x[1]", "'name':'b'", "'arn':true,'id':true")
            .block("aws_sns_topic.x", "'name':" + refs("count.index"))
            .create(ALARM, "'alarm_name':'a'", "'alarm_actions':true")
            .block(ALARM, "'alarm_actions':" + refs("aws_sns_topic.x"));
    assertEquals(
        "[(aws_sns_topic.x[0]#arn | aws_sns_topic.x[1]#arn)]",
        plans.property(ALARM, "alarm_actions"));
  }

  private static final String BOTH = "[(aws_sns_topic.x#arn | aws_sns_topic.y#arn)]";

  private static Plans topicsOfAModule(String... references) {
    return new Plans()
        .calls(
            "'m':{'module':{'resources':["
                + Plans.configured("aws_sns_topic.x", "", "")
                + ","
                + Plans.configured("aws_sns_topic.y", "", "")
                + "],'outputs':{'o':{'expression':"
                + refs(references)
                + "},'name':{'expression':{'constant_value':'n'}}}}}")
        .create("module.m.aws_sns_topic.x", "'name':'x'", "'arn':true,'id':true")
        .create("module.m.aws_sns_topic.y", "'name':'y'", "'arn':true,'id':true");
  }

  @Test
  void anElementOfAnOutputIsOneOfAllThatTheOutputHolds() {
    String both = BOTH.replace("aws_sns", "module.m.aws_sns");
    String[] arns = {"aws_sns_topic.x.arn", "aws_sns_topic.y.arn"};
    assertEquals(both, actions(topicsOfAModule(arns), "module.m.o[\\\"x\\\"]"));
    assertEquals(both, actions(topicsOfAModule(arns), "module.m.o[0]"));
    assertEquals(
        both, actions(topicsOfAModule("aws_sns_topic.x", "aws_sns_topic.y"), "module.m.o.ops.arn"));
    assertEquals(
        "[module.m.aws_sns_topic.x#arn, module.m.aws_sns_topic.y#arn]",
        actions(topicsOfAModule(arns), "module.m.o"));
  }

  @Test
  void aModuleWhoseOutputIsLostIsFollowedThroughAllOfThem() {
    assertEquals(
        "[module.m.aws_sns_topic.y#arn]",
        actions(topicsOfAModule("aws_sns_topic.y.arn"), "module.m"));
  }

  @Test
  void whatIsRepeatedOverHoldsThePickedOne() {
    Plans plans =
        new Plans()
            .topic("x")
            .topic("y")
            .create(ALARM + "[\"k\"]", "'alarm_name':'a'", "'alarm_actions':true")
            .block(
                ALARM,
                "'alarm_actions':" + refs("each.value.topic", "each.value"),
                ",'for_each_expression':" + refs("aws_sns_topic.x.arn", "aws_sns_topic.y.arn"));
    assertEquals(BOTH, plans.property(ALARM + "[\"k\"]", "alarm_actions"));
  }

  private static String byEachValue(String forEach, String variables) {
    return new Plans()
        .create("aws_sns_topic.t[\"a\"]", "'name':'a'", "'arn':true,'id':true")
        .create("aws_sns_topic.t[\"b\"]", "'name':'b'", "'arn':true,'id':true")
        .block("aws_sns_topic.t", "'name':" + refs("each.key"))
        .create(ALARM + "[\"a\"]", "'alarm_name':'a'", "'alarm_actions':true")
        .block(ALARM, "'alarm_actions':" + refs("aws_sns_topic.t", "each.value"), forEach)
        .rest(variables)
        .property(ALARM + "[\"a\"]", "alarm_actions");
  }

  @Test
  void theValueOfARepetitionIsItsKeyInSetsAlone() {
    String either = "[(aws_sns_topic.t[\"a\"]#arn | aws_sns_topic.t[\"b\"]#arn)]";
    String over = ",'for_each_expression':" + refs("var.v");
    assertEquals(either, byEachValue("", ""));
    assertEquals(either, byEachValue(over, ""));
    assertEquals(
        "[aws_sns_topic.t[\"a\"]#arn]",
        byEachValue(over, ",'variables':{'v':{'value':['a','b']}}"));
    assertEquals(
        "[aws_sns_topic.t[\"b\"]#arn]",
        byEachValue(over, ",'variables':{'v':{'value':{'a':'b'}}}"));
  }

  @Test
  void aTextAroundAReferenceLooksLikeTheReference() {
    Plans plans =
        new Plans()
            .create(FILTER, "'name':'n'", "'id':true")
            .block(FILTER, "'name':{'constant_value':'n'}")
            .create(ALARM, "'alarm_name':'a'", "'metric_name':true")
            .block(ALARM, "'metric_name':" + refs(FILTER + ".id", FILTER));
    Reading reading = plans.read();
    Value name = Plans.resource(reading, ALARM).property("metric_name");
    assertEquals(
        List.of("reference-is-whole"),
        reading.premises().byResource().values().stream()
            .flatMap(List::stream)
            .map(Premise::code)
            .toList());
    ResourceGraph graph = new ResourceGraph(reading.resources(), List.of());
    assertEquals(Truth.YES, graph.same(name, Value.text("n", Origin.NOWHERE)));
    assertEquals(Truth.UNKNOWN, graph.same(Value.text("xny", Origin.NOWHERE), name));
    assertEquals(Truth.NO, graph.same(name, Value.text("x", Origin.NOWHERE)));
  }

  @Test
  void aPlanWithoutItsChangesLeavesOutWhatIsKnownLater() {
    Plans plans =
        new Plans()
            .planned(ALARM, ",'values':{'alarm_name':'a'}")
            .block(ALARM, "'alarm_name':{'constant_value':'a'},'metric_name':" + refs("local.m"));
    assertEquals(
        "?refers to `local.m`, whose definition a plan does not hold; `--source` or `--plan-file`"
            + " shows it",
        plans.property(ALARM, "metric_name"));
  }
}
