package io.trailproof.input.terraform;

import static io.trailproof.input.terraform.Plans.refs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Resource;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.input.terraform.sources.SourceFolder;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalsTest {
  private static final String ALARM = "aws_cloudwatch_metric_alarm.a";
  private static final String TOPICS =
      "resource \"aws_sns_topic\" \"x\" {}\nresource \"aws_sns_topic\" \"y\" {}\n";

  @TempDir Path folder;

  private Outcome<Reading> outcome(Plans plans) {
    TerraformFormat format =
        new TerraformFormat(
            StubCatalog.catalog(),
            List.of(SourceFolder.open(folder.toString()).value().orElseThrow()));
    return format.read(List.of(SourceFile.ofText("plan.json", plans.json())), ReadSettings.NONE);
  }

  private Reading read(Plans plans) {
    Outcome<Reading> outcome = outcome(plans);
    assertEquals(List.of(), outcome.diagnostics());
    return outcome.value().orElseThrow();
  }

  private void write(String sources) throws IOException {
    Files.writeString(folder.resolve("main.tf"), sources);
  }

  private static Plans topics() {
    return new Plans().topic("x").topic("y");
  }

  /** The actions of an alarm that refers to something, where the locals are these. */
  private String actions(String locals, String... references) throws IOException {
    return actions(locals, "anything.that.is_plain", references);
  }

  private String actions(String locals, String expression, String[] references) throws IOException {
    write(
        TOPICS
            + "resource \"aws_cloudwatch_metric_alarm\" \"a\" {\n  alarm_actions = "
            + expression
            + "\n}\nlocals {\n"
            + locals
            + "\n}\n");
    Plans plans =
        topics()
            .create(ALARM, "'alarm_name':'a'", "'alarm_actions':true")
            .block(ALARM, "'alarm_actions':" + refs(references));
    Resource alarm = Plans.resource(read(plans), ALARM);
    return Shown.of(alarm.property("alarm_actions")).replace(folder.toString(), "DIR");
  }

  /** The Region of a topic whose provider has it from a local, and whether that is a premise. */
  private String region(String locals) throws IOException {
    write(
        "resource \"aws_sns_topic\" \"x\" {}\nprovider \"aws\" {\n  region = local.r\n}\n"
            + "locals {\n"
            + locals
            + "\n}\n");
    Reading reading =
        read(
            new Plans()
                .topic("x")
                .block("aws_sns_topic.x", "")
                .providers(
                    "'aws':{'name':'aws','expressions':{'region':" + refs("local.r") + "}}"));
    return Shown.of(Plans.resource(reading, "aws_sns_topic.x").place().region())
        + " "
        + reading.premises().byResource().values().stream()
            .flatMap(List::stream)
            .map(Premise::code)
            .toList();
  }

  @Test
  void theRegionOfAProviderMayBeALocal() throws Exception {
    assertEquals("\"eu-west-1\" [sources-of-plan]", region("r = \"eu-west-1\""));
    assertEquals(
        "\"eu-west-1\" [sources-of-plan]", region("r = local.all.r\n all = { r = \"eu-west-1\" }"));
    assertEquals(
        "<Region of provider `aws`> []", region("r = var.prod ? \"eu-west-1\" : \"us-east-1\""));
    assertEquals("<Region of provider `aws`> []", region("s = 1"));
  }

  @Test
  void aPlainReferenceIsFollowed() throws Exception {
    assertEquals("[aws_sns_topic.x#arn]", actions("l = aws_sns_topic.x.arn", "local.l"));
    assertEquals("[aws_sns_topic.x#arn]", actions("l = aws_sns_topic.x", "local.l.arn"));
    assertEquals(
        "[aws_sns_topic.x#arn]", actions("l = local.m\n m = aws_sns_topic.x.arn", "local.l"));
  }

  @Test
  void listsAndObjectsAreFollowedWithTheRestOfThePath() throws Exception {
    String lists = "l = [aws_sns_topic.x.arn, \"arn:known\"]";
    assertEquals("[aws_sns_topic.x#arn, \"arn:known\"]", actions(lists, "local.l"));
    String objects = "l = { topic = aws_sns_topic.x.arn, other = { \"k\" = aws_sns_topic.y.arn } }";
    assertEquals("[aws_sns_topic.x#arn]", actions(objects, "local.l.topic"));
    assertEquals("[aws_sns_topic.y#arn]", actions(objects, "local.l.other[\\\"k\\\"]"));
    assertEquals("[(aws_sns_topic.x#arn | aws_sns_topic.y#arn)]", actions(objects, "local.l"));
    assertEquals("[aws_sns_topic.y#arn]", actions("l = [1, aws_sns_topic.y.arn]", "local.l[1]"));
  }

  @Test
  void whatAFunctionTakesFromAListIsAChoice() throws Exception {
    String[] references = {"local.l"};
    String locals = "l = [aws_sns_topic.x.arn, aws_sns_topic.y.arn]";
    assertEquals(
        "[aws_sns_topic.x#arn, aws_sns_topic.y#arn]", actions(locals, "local.l", references));
    assertEquals(
        "[(aws_sns_topic.x#arn | aws_sns_topic.y#arn)]",
        actions(locals, "slice(local.l, 0, 1)", references));
  }

  @Test
  void theRestStaysUnknownAndNamesTheLocal() throws Exception {
    String computed =
        "?refers to `local.l`, which is computed at DIR/main.tf:7; a plain reference, list or"
            + " object could be followed";
    assertEquals(computed, actions("l = one(aws_sns_topic.x[*].arn)", "local.l"));
    assertEquals(
        computed.replace("local.l", "local.l.b"), actions("l = { a = 1 }", "local.l.b", "local.l"));
    assertEquals(
        "?refers to `local.m`, whose definition a plan does not hold; `--source` or `--plan-file`"
            + " shows it",
        actions("l = 1", "local.m"));
    assertEquals("?is known only after apply", actions("l = local.m\n m = local.l", "local.l"));
  }

  @Test
  void eachValueOverALocalIsLookedUp() throws Exception {
    write(
        TOPICS
            + "resource \"aws_cloudwatch_metric_alarm\" \"a\" {}\n"
            + "locals {\n"
            + " rules = {\n"
            + "  k = { topic = aws_sns_topic.x.arn }\n"
            + "  j = { topic = aws_sns_topic.y.arn }\n"
            + " }\n"
            + "}\n");
    Plans plans =
        topics()
            .create(ALARM + "[\"k\"]", "'alarm_name':'a'", "'alarm_actions':true")
            .block(
                ALARM,
                "'alarm_actions':" + refs("each.value.topic", "each.value"),
                ",'for_each_expression':" + refs("local.rules"));
    Resource alarm = Plans.resource(read(plans), ALARM + "[\"k\"]");
    assertEquals("[aws_sns_topic.x#arn]", Shown.of(alarm.property("alarm_actions")));
  }

  @Test
  void whatRestsOnAFolderSaysSo() throws Exception {
    write(
        TOPICS
            + "resource \"aws_cloudwatch_metric_alarm\" \"a\" {}\n"
            + "locals {\n"
            + " l = aws_sns_topic.x.arn\n"
            + "}\n");
    Plans plans =
        topics()
            .create(ALARM, "'alarm_name':'a'", "'alarm_actions':true")
            .block(ALARM, "'alarm_actions':" + refs("local.l"));
    Premise premise = read(plans).premises().byResource().values().iterator().next().get(0);
    assertEquals(
        "plan.json: the sources in `DIR` are those that it was made from",
        premise.about() + ": " + premise.message().replace(folder.toString(), "DIR"));
    assertTrue(read(topics()).premises().byResource().isEmpty());
  }

  @Test
  void sourcesOfAnotherPlanAreLeftOut() throws Exception {
    write("resource \"aws_sns_topic\" \"other\" {}\nresource \"aws_sns_topic\" \"x\" {}\n");
    Outcome<Reading> outcome = outcome(topics());
    assertEquals(
        List.of("NOTE sources-of-another-plan"),
        outcome.diagnostics().stream()
            .map((Diagnostic one) -> one.severity() + " " + one.code())
            .toList());
    assertEquals("plan.json", place(outcome.value().orElseThrow(), "aws_sns_topic.x", ""));
  }

  @Test
  void valuesPointAtWhatAPersonEdits() throws Exception {
    write(
        TOPICS
            + "resource \"aws_cloudwatch_log_metric_filter\" \"f\" {\n"
            + "  pattern = \"{ a }\"\n"
            + "  metric_transformation {\n    value = \"1\"\n  }\n}\n");
    String filter = "aws_cloudwatch_log_metric_filter.f";
    Plans plans =
        topics()
            .create(
                filter + "[0]",
                "'name':'f','pattern':'{ a"
                    + " }','metric_transformation':[{'value':'1','unit':'None'}]",
                "'id':true")
            .block(filter, "'pattern':{'constant_value':'{ a }'}");
    Reading reading = read(plans);
    assertEquals("main.tf:3:1", place(reading, filter + "[0]", ""));
    assertEquals("main.tf:4:13", place(reading, filter + "[0]", "pattern"));
    assertEquals("main.tf:3:1", place(reading, filter + "[0]", "name"));
    assertEquals("main.tf:5:3", place(reading, filter + "[0]", "metric_transformation"));
  }

  /** The file name without its folder, line and column. */
  private String place(Reading reading, String address, String property) {
    Resource resource = Plans.resource(reading, address);
    Span span =
        property.isEmpty()
            ? Objects.requireNonNull(resource.span())
            : Objects.requireNonNull(resource.property(property).origin().span());
    String name = Path.of(span.file().name()).getFileName().toString();
    return name.endsWith(".tf")
        ? name + ":" + span.position().line() + ":" + span.position().column()
        : name;
  }

  @Test
  void brokenSourcesOnlyLosePlaces() throws Exception {
    String plain = Shown.of(topics().read());
    for (String broken : new String[] {"", "}}}", "resource \"aws_sns_topic\" \"x\" {", "\"${"}) {
      write(broken);
      Outcome<Reading> outcome = outcome(topics());
      assertEquals(plain, Shown.of(outcome.value().orElseThrow()), broken);
    }
  }

  @Test
  void anExpressionIsWorkedOutWhereverItStands() throws IOException {
    String[] both = {"aws_sns_topic.x.arn", "aws_sns_topic.y.arn"};
    String map = "{a = aws_sns_topic.x.arn, b = aws_sns_topic.y.arn}";
    assertEquals("[aws_sns_topic.y#arn]", actions("", "[" + map + "[\"b\"]]", both));
    assertEquals(
        "[aws_sns_topic.y#arn]",
        actions("  m = " + map, "[local.m.b]", new String[] {"local.m.b"}));
    assertEquals(
        "Absent", actions("", "aws_sns_topic.x.arn == \"x\" ? " + map + ".b[*] : []", both));
    assertEquals(
        "[aws_sns_topic.x#arn, aws_sns_topic.y#arn]",
        actions("", "[for k, v in " + map + " : v]", both));
  }
}
