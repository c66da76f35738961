package io.trailproof.input.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.graph.Fate;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.input.Outsiders;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.rule.RulesFolder;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of objects that have one name for AWS, by the order in which a plan acts. */
final class OneObjectTest {
  private static final String ALARM = "aws_cloudwatch_metric_alarm.a";
  private static final String OTHER = "aws_cloudwatch_metric_alarm.b";
  private static final String GROUP = "aws_cloudwatch_log_group.g";
  private static final String FILTER = "aws_cloudwatch_log_metric_filter.f";
  private static final String TOPIC = "aws_sns_topic.t";

  private static final String THERE = "there";
  private static final String GONE = "gone";
  private static final String OPEN = "open";

  private final Plans plans = new Plans();

  /** An instance that is there in the end, and what is done to it. */
  private OneObjectTest live(String address, String values, String actions) {
    plans.planned(address, ",'values':{" + values + "}").block(address, "");
    return changed(address, values, actions, "'after':{" + values + "}");
  }

  /** An instance of which nothing is left. */
  private OneObjectTest left(String address, String values, String actions) {
    return changed(address, values, actions, "'after':null");
  }

  private OneObjectTest changed(String address, String before, String actions, String after) {
    plans.change(
        address, "'actions':[" + actions + "],'before':{" + before + "}," + after + ",'x':{}");
    return this;
  }

  private ResourceGraph graph() {
    Reading reading =
        new TerraformFormat(RulesFolder.CATALOG)
            .read(List.of(SourceFile.ofText("plan.json", plans.json())), ReadSettings.NONE)
            .value()
            .orElseThrow();
    return Outsiders.complete(
        RulesFolder.CATALOG, reading.resources(), reading.course(), reading.gaps());
  }

  private String fate(String address) {
    ResourceGraph graph = graph();
    Resource resource =
        graph.resources().stream()
            .filter(one -> one.address().equals(address))
            .findFirst()
            .orElseThrow();
    Optional<Fate> fate = graph.fate(resource);
    return fate.isEmpty() ? THERE : fate.get().there().isNo() ? GONE : OPEN;
  }

  private static String alarm(String name) {
    return "'alarm_name':'" + name + "','arn':'arn:aws:cloudwatch:us-east-1:111122223333:alarm:x'";
  }

  private static final String LOG_GROUP =
      "'name':'/g','arn':'arn:aws:logs:us-east-1:111122223333:log-group:/g'";

  private static final String SOME_FILTER = "'name':'f','log_group_name':'/g'";

  @Test
  void theOrderOfAReplacementDecides() {
    assertEquals(
        GONE, new OneObjectTest().live(ALARM, alarm("x"), "'create','delete'").fate(ALARM));
    assertEquals(
        THERE, new OneObjectTest().live(ALARM, alarm("x"), "'delete','create'").fate(ALARM));
    assertEquals(GONE, new OneObjectTest().live(GROUP, LOG_GROUP, "'create','delete'").fate(GROUP));
  }

  @Test
  void aNewNameIsAnotherObject() {
    plans.planned(ALARM, ",'values':{" + alarm("new") + "}").block(ALARM, "");
    changed(ALARM, alarm("old"), "'create','delete'", "'after':{" + alarm("new") + "}");
    assertEquals(THERE, fate(ALARM));
  }

  @Test
  void betweenTwoAddressesNoOrderIsTold() {
    left(ALARM, alarm("x"), "'delete'").live(OTHER, alarm("x"), "'create'");
    assertEquals(OPEN, fate(OTHER));
  }

  @Test
  void whatIsLeftAloneGoesWithItsNamesake() {
    left(ALARM, alarm("x"), "'delete'").live(OTHER, alarm("x"), "'no-op'");
    assertEquals(GONE, fate(OTHER));
  }

  @Test
  void aDeposedObjectTakesTheLiveOneOfItsNameAlong() {
    live(ALARM, alarm("x"), "'no-op'");
    plans.rest("");
    String deposed = "'actions':['delete'],'before':{" + alarm("x") + "},'after':null}";
    plans.change(ALARM, deposed + ",'deposed':'0badc0de','x':{");
    assertEquals(GONE, fate(ALARM));
  }

  @Test
  void aChildThatIsLeftAloneGoesWithItsParent() {
    String replaced = "'delete','create'";
    assertEquals(
        GONE,
        new OneObjectTest()
            .live(GROUP, LOG_GROUP, replaced)
            .live(FILTER, SOME_FILTER, "'no-op'")
            .fate(FILTER));
    assertEquals(
        GONE,
        new OneObjectTest()
            .live(GROUP, LOG_GROUP, replaced)
            .left(FILTER, SOME_FILTER, "'forget'")
            .fate(FILTER));
    assertEquals(
        OPEN,
        new OneObjectTest()
            .live(GROUP, LOG_GROUP, replaced)
            .live(FILTER, SOME_FILTER, "'update'")
            .fate(FILTER));
    assertEquals(
        THERE,
        new OneObjectTest()
            .live(GROUP, LOG_GROUP, replaced)
            .live(FILTER, SOME_FILTER, replaced)
            .fate(FILTER));
  }

  @Test
  void nothingHappensToTheChildrenOfAnotherParent() {
    live(GROUP, LOG_GROUP.replace("us-east-1", "eu-west-1"), "'delete','create'");
    live(FILTER, SOME_FILTER, "'no-op'");
    assertEquals(THERE, fate(FILTER));
  }

  @Test
  void aChangeThatFollowsTheParentMakesTheChildAnew() {
    plans.planned(FILTER, ",'values':{" + SOME_FILTER + "}");
    plans.block(FILTER, "'log_group_name':" + Plans.refs(GROUP + ".name", GROUP));
    changed(FILTER, SOME_FILTER, "'update'", "'after':{" + SOME_FILTER + "}");
    live(GROUP, LOG_GROUP, "'delete','create'");
    assertEquals(THERE, fate(FILTER));
  }

  @Test
  void ofTwoWritersTheLastOneWins() {
    live(ALARM, alarm("x") + ",'threshold':1,'period':60", "'create'");
    live(OTHER, alarm("x") + ",'threshold':9,'period':60", "'create'");
    List<Resource> alarms = graph().ofType("aws.cloudwatch.Alarm");
    assertEquals(1, alarms.size());
    assertTrue(alarms.get(0).property("threshold") instanceof Value.Choice);
    assertTrue(alarms.get(0).property("period").isKnown());
  }

  @Test
  void aSecondLogGroupIsRefused() {
    live(GROUP, LOG_GROUP, "'create'").live(GROUP + "2", LOG_GROUP, "'create'");
    assertEquals(GONE, fate(GROUP));
    assertEquals(GONE, fate(GROUP + "2"));
  }

  @Test
  void twoTopicsOfOneNameAreOneTopic() {
    String topic = "'name':'t','arn':'arn:aws:sns:us-east-1:111122223333:t'";
    live(TOPIC, topic, "'create'").live(TOPIC + "2", topic, "'create'");
    ResourceGraph graph = graph();
    assertEquals(1, graph.ofType("aws.sns.Topic").size());
    assertEquals(THERE, fate(TOPIC));
  }

  @Test
  void aForgottenObjectIsWrittenOver() {
    left(ALARM, alarm("x") + ",'threshold':1", "'forget'");
    live(OTHER, alarm("x") + ",'threshold':9", "'create'");
    List<Resource> alarms = graph().ofType("aws.cloudwatch.Alarm");
    assertEquals(List.of(OTHER), alarms.stream().map(Resource::address).toList());
    assertEquals(Optional.of("9"), alarms.get(0).property("threshold").asText());
  }

  @Test
  void aForgottenObjectOfAnotherNameStays() {
    plans.planned(ALARM, ",'values':{" + alarm("new") + "}").block(ALARM, "");
    changed(ALARM, alarm("old"), "'forget','create'", "'after':{" + alarm("new") + "}");
    assertEquals(
        List.of(ALARM, ALARM + " (forgotten)"),
        graph().ofType("aws.cloudwatch.Alarm").stream().map(Resource::address).toList());
  }

  @Test
  void namesThatAreNotKnownAreDifferent() {
    plans.create(ALARM, "'threshold':1", "'alarm_name':true");
    plans.create(OTHER, "'threshold':9", "'alarm_name':true");
    assertEquals(2, graph().ofType("aws.cloudwatch.Alarm").size());
  }
}
