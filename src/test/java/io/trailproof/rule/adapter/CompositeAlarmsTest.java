package io.trailproof.rule.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.alarm.AlarmState;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Composite alarms that follow composite alarms, many of them, asked without asking twice. */
final class CompositeAlarmsTest {
  private static final Event EVENT = Event.call("DeleteUser", "iam.amazonaws.com");
  private static final Place PLACE = new Place(text("us-east-1"), text("111122223333"));

  @Test
  void eachOfALadderIsWorkedOutOnce() {
    long some = steps(40);
    long twice = steps(80);
    assertTrue(some >= 40, some + " steps");
    assertTrue(twice <= some * 5 / 2, some + " steps, and " + twice + " of twice as many");
  }

  /** Of two composites on each rung, each of which follows both of the rung below. */
  private static long steps(int rungs) {
    List<Resource> all = new ArrayList<>(List.of(alarm("below"), alarm("other")));
    all.add(composite("a0", "ALARM(below) OR ALARM(other)"));
    all.add(composite("b0", "ALARM(below)"));
    for (int i = 1; i < rungs; i++) {
      String both = "ALARM(a" + (i - 1) + ") AND ALARM(b" + (i - 1) + ")";
      all.add(composite("a" + i, both));
      all.add(composite("b" + i, both));
    }
    ResourceGraph graph = new ResourceGraph(all, List.of());
    Resource top = all.get(all.size() - 1);
    assertEquals(Truth.YES, follows(graph, top));
    return CompositeStates.around(graph, all.get(0), EVENT).steps();
  }

  @Test
  void whatIsAskedAroundAnotherAlarmChangesNothing() {
    ResourceGraph graph = new ResourceGraph(row(4), List.of());
    List<Resource> all = graph.resources();
    CompositeAlarms first = around(graph);
    CompositeAlarms second = new CompositeAlarms(graph, all.get(1), EVENT);
    Value top = text("c3");
    assertEquals(Set.of(AlarmState.ALARM), first.during(top));
    Set<AlarmState> resting = second.during(top);
    assertEquals(Set.of(AlarmState.ALARM), first.during(top));
    assertEquals(resting, second.during(top));
    assertNotEquals(Set.of(AlarmState.ALARM), resting);
  }

  @Test
  void aLongerRowIsFollowedNoFurther() {
    List<Resource> row = row(300);
    Collections.reverse(row);
    ResourceGraph graph = new ResourceGraph(row, List.of());
    assertEquals(Truth.UNKNOWN, follows(graph, graph.resources().get(0)));
    assertEquals(Truth.YES, follows(graph, graph.resources().get(150)));
  }

  @Test
  void thoseThatLeadToAnAlarmAreFoundTogether() {
    long some = asked(200);
    long twice = asked(400);
    assertTrue(some >= 200, some + " questions");
    assertTrue(twice <= some * 5 / 2, some + " questions, and " + twice + " of twice as many");
  }

  private static long asked(int composites) {
    List<Resource> row = row(composites);
    ResourceGraph graph = new ResourceGraph(row, List.of());
    for (Resource composite : row.subList(2, row.size())) {
      assertEquals(Truth.YES, around(graph).leadsTo(composite));
      assertEquals(Truth.NO, new CompositeAlarms(graph, row.get(1), EVENT).leadsTo(row.get(2)));
    }
    return CompositeLeads.of(graph).asked();
  }

  @Test
  void whatIsLeftToThoseWithActionsIsNamedInSteps() {
    List<Resource> row = row(3);
    row.add(
        resource(
            "aws.cloudwatch.CompositeAlarm",
            "acts",
            Map.of("rule", text("OK(c2)"), "actions", text("arn:aws:sns:us-east-1:1:t"))));
    ResourceGraph graph = new ResourceGraph(row, List.of());
    assertTrue(LeftActions.of(graph).isLeft(row.get(0)));
    assertTrue(LeftActions.of(graph).isLeft(row.get(2)));
    assertFalse(LeftActions.of(graph).isLeft(row.get(1)));
    assertFalse(
        LeftActions.of(new ResourceGraph(row(3), List.of())).isLeft(row.get(0)),
        "none takes actions");
  }

  /** Two alarms, and composites of which the first follows one of them and each the one before. */
  private static List<Resource> row(int composites) {
    List<Resource> all = new ArrayList<>(List.of(alarm("below"), alarm("other")));
    for (int i = 0; i < composites; i++) {
      all.add(composite("c" + i, "ALARM(" + (i == 0 ? "below" : "c" + (i - 1)) + ")"));
    }
    return all;
  }

  private static Truth follows(ResourceGraph graph, Resource composite) {
    CompositeAlarms alarms = around(graph);
    return alarms
        .following(composite, alarms.rule(composite).parsed().orElseThrow().rule().orElseThrow())
        .follows();
  }

  private static CompositeAlarms around(ResourceGraph graph) {
    Resource below =
        graph.resources().stream().filter(one -> one.address().equals("below")).findAny().get();
    return new CompositeAlarms(graph, below, EVENT);
  }

  private static Resource alarm(String name) {
    return resource("aws.cloudwatch.Alarm", name, Map.of("missingData", text("notBreaching")));
  }

  private static Resource composite(String name, String rule) {
    return resource("aws.cloudwatch.CompositeAlarm", name, Map.of("rule", text(rule)));
  }

  private static Resource resource(String type, String name, Map<String, Value> more) {
    Map<String, Value> properties = new HashMap<>(more);
    properties.put("name", text(name));
    return new Resource(
        new ResourceId("plan.json", name),
        type,
        Dialect.CANONICAL,
        Existence.MANAGED,
        PLACE,
        properties,
        null);
  }

  private static Value text(String text) {
    return Value.text(text, Origin.NOWHERE);
  }
}
