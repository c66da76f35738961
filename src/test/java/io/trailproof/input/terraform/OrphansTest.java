package io.trailproof.input.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class OrphansTest {
  private static final String GROUP = "aws_cloudwatch_log_group.g";
  private static final String FILTER = "aws_cloudwatch_log_metric_filter.f";
  private static final String REPLACED = "'actions':['delete','create'],'before':{'name':'/g'}";
  private static final String ORPHANED =
      "?again is not said: the plan replaces log group `" + GROUP + "`, whose filters go with it";

  /** Whether the filter stays, where something is done to the group and to the filter. */
  private static String exists(String toGroup, String toFilter) {
    return new Plans()
        .planned(GROUP, ",'values':{'name':'/g'}")
        .change(GROUP, toGroup + ",'after':{'name':'/g'},'after_unknown':{}")
        .planned(FILTER, ",'values':{'log_group_name':'/g'}")
        .change(FILTER, toFilter + ",'after':{'log_group_name':'/g'},'after_unknown':{}")
        .property(FILTER, "exists");
  }

  @Test
  void aFilterThatIsLeftAloneGoesWithItsGroup() {
    assertEquals(ORPHANED, exists(REPLACED, "'actions':['no-op'],'before':{}"));
    assertEquals(ORPHANED, exists(REPLACED, "'actions':['update'],'before':{}"));
    assertEquals(
        ORPHANED, exists(REPLACED.replace("/g'}", "/g','arn':''}"), "'actions':['no-op']"));
  }

  @Test
  void aFilterThatIsMadeIsThere() {
    assertEquals("Absent", exists(REPLACED, "'actions':['create'],'before':null"));
    assertEquals("Absent", exists(REPLACED, "'actions':['delete','create'],'before':{}"));
  }

  @Test
  void nothingHappensToTheFiltersOfAnotherGroup() {
    String other = REPLACED.replace("/g", "/other");
    String elsewhere =
        REPLACED.replace("/g'", "/g','arn':'arn:aws:logs:eu-west-1:111122223333:log-group:/g'");
    String noOp = "'actions':['no-op'],'before':{}";
    assertEquals("Absent", exists(other, noOp));
    assertEquals(
        "Absent",
        new Plans()
            .planned(GROUP, ",'values':{'name':'/g'}")
            .change(GROUP, elsewhere + ",'after':{'name':'/g'},'after_unknown':{}")
            .planned(FILTER, ",'values':{'log_group_name':'/g'}")
            .change(FILTER, noOp + ",'after':{},'after_unknown':{}")
            .block(FILTER, "")
            .property(FILTER, "exists"));
    assertEquals("Absent", exists("'actions':['update'],'before':{'name':'/g'}", noOp));
  }
}
